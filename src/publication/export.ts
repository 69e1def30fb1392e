// `export`: writes what is validated now for an audience, with its proof, and says what is not.
import { basename, relative } from "node:path";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import { timestamp, type World } from "../kernel/world.ts";
import { findTemplate, renderTemplate } from "../retour/template.ts";
import type { Study } from "../study/open.ts";
import type { Audience } from "../study/settings.ts";
import { validatedSections, type HeldBack, type ValidatedSection } from "../validation/validated.ts";
import { passGate } from "./gate.ts";
import { MANIFEST_FILE, writeManifest, type Manifest } from "./manifest.ts";
import { diagnose } from "./messages.ts";
import { appear, chooseFolder, parentOf, settleOrphans, stage } from "./place.ts";
import { exportOf, insertExport, lastHash, nextExport } from "./store.ts";
import { viewExport } from "./view.ts";
import { writersOf } from "./writers.ts";

export interface ExportRequest {
  readonly audience: Audience;
  readonly template: string;
  /** All that are known when none is named. */
  readonly formats: readonly string[];
  /** Where to, from the working folder; `exports/<day>-<template>` when it is not said. */
  readonly out: string | undefined;
  readonly isDryRun: boolean;
}

export interface Exported {
  /** Undefined when nothing may leave. */
  readonly folder: string | undefined;
  /** Relative to the study when they are in it; the manifest is the last. */
  readonly files: readonly string[];
  readonly included: readonly ValidatedSection[];
  readonly heldBack: readonly HeldBack[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes nothing at all when nothing is validated, and in a dry run. */
export async function exportSections(
  study: Study,
  request: ExportRequest,
  world: Pick<World, "now" | "cwd">,
): Promise<Exported> {
  const { audience, template: kind } = request;
  const { settings, ledger, root } = study;
  const writers = writersOf(request.formats);
  const template = findTemplate(root, kind, settings.language);
  const now = world.now();
  const place = { root, out: request.out, cwd: world.cwd, name: `${dayOf(now)}-${kind}` };
  const diagnostics = request.isDryRun ? [] : await finishOrphans(study, parentOf(place));

  const selection = await validatedSections(study, audience);
  const gate = passGate(selection.sections, audience);
  const { view, leaving, heldBack: unclean } = viewExport(settings, gate.passed, audience, now);
  const heldBack = [...selection.heldBack, ...gate.heldBack, ...unclean];
  if (leaving.length === 0) return { folder: undefined, files: [], included: [], heldBack, diagnostics };

  const target = chooseFolder(place);
  const markdown = renderTemplate(template, view);
  const files = new Map(
    writers.map(({ ending, write }) => [`${kind}.${ending}`, write(markdown, view.study)]),
  );
  const head = {
    ...{ study: ledger.studyId, audience, at: timestamp({ now: () => now }) },
    template: { name: kind, sha256: sha256(template.text) },
    journal: await lastHash(ledger.db),
  };
  files.set(MANIFEST_FILE, writeManifest(head, files, leaving));
  if (!request.isDryRun) {
    const staged = stage(target, markOf(study), files);
    await record(study, head, { target, manifest: files.get(MANIFEST_FILE) ?? "" }, leaving);
    appear(staged, target);
  }
  const folder = pathFrom(root, target);
  return {
    folder,
    files: [...files.keys()].map((file) => `${folder}/${file}`),
    included: leaving,
    heldBack,
    diagnostics,
  };
}

async function record(
  study: Study,
  { at, audience, template }: Pick<Manifest, "at" | "audience" | "template">,
  { target, manifest }: { target: string; manifest: string },
  leaving: readonly ValidatedSection[],
): Promise<void> {
  // A folder elsewhere on the machine may be named after a person: only its own name is kept.
  const path = isInside(study.root, target) ? pathFrom(study.root, target) : basename(target);
  await study.ledger.write(async (change) => {
    const id = await nextExport(change.db);
    await insertExport(
      change.db,
      { ...{ id, at, audience, path }, template: template.name, manifest: sha256(manifest) },
      leaving.map(({ group: grp, id: section, fingerprint }) => ({ grp, section, fingerprint })),
    );
    change.record("export.made", "export", id);
    change.record("export.made", "exported_section", id);
  });
}

/** What a killed export of this study left: one the ledger knows appears, the others go. */
async function finishOrphans(study: Study, parent: string): Promise<Diagnostic[]> {
  const isRecorded = async (manifest: string): Promise<boolean> =>
    (await exportOf(study.ledger.db, manifest)) !== undefined;
  const appeared = await settleOrphans(parent, markOf(study), isRecorded);
  return appeared.map((target) =>
    diagnose("export.finished", "info", { folder: pathFrom(study.root, target) }),
  );
}

const markOf = ({ ledger }: Study): string => `.retour-export-${ledger.studyId.slice(0, 12)}-`;

const isInside = (root: string, path: string): boolean => !/^\.\.|^[\\/]|^[A-Z]:/i.test(relative(root, path));

/** Relative to the study when it is in it, with forward slashes. */
function pathFrom(root: string, path: string): string {
  return isInside(root, path) ? relative(root, path).replaceAll("\\", "/") : path;
}

/** The day where the person is, `2026-05-12`. */
function dayOf(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
}
