// `export`: writes what is validated now for an audience, with its proof, and says what is not.
import { basename, relative } from "node:path";
import { DiagnosedError, type Diagnostic } from "../kernel/diagnostic.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import { timestamp, type World } from "../kernel/world.ts";
import { audit } from "../ledger/audit.ts";
import { factNames } from "../ledger/facts.ts";
import { findTemplate, isShipped, renderTemplate } from "../retour/template.ts";
import { consentsThatCount } from "../study/consent.ts";
import type { Study } from "../study/open.ts";
import type { Audience } from "../study/settings.ts";
import { withdrawnPhrases } from "../study/withdrawn.ts";
import { byFile, type Against, type Leak, type Names } from "../vault/scan/leak.ts";
import { scanStudyFiles, type Files } from "../vault/scan/scan.ts";
import { validatedSections, type HeldBack, type ValidatedSection } from "../validation/validated.ts";
import { passGate } from "./gate.ts";
import { MANIFEST_FILE, writeManifest, type Manifest } from "./manifest.ts";
import { diagnose } from "./messages.ts";
import { appear, chooseFolder, parentOf, settleOrphans, stage } from "./place.ts";
import { quotingRule, type QuotingRule } from "./quoting.ts";
import { exportOf, insertExport, lastHash, lastPact, nextExport } from "./store.ts";
import { twinManifest, twinView } from "./twin-export.ts";
import { unagreedSentences } from "./unagreed.ts";
import { viewExport, type ExportView } from "./view.ts";
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

/** What is looked for with what the machine holds: the names of the vault, when it is open. */
export interface ExportParts {
  readonly names: { readonly count: number; readonly search: Names } | undefined;
  /** The steps before the scan; another is put in the place of one of them to see that the scan catches it. */
  readonly steps?: Partial<Steps>;
}

export interface Steps {
  readonly select: typeof validatedSections;
  readonly pass: typeof passGate;
  readonly view: typeof viewExport;
}

const ownSteps: Steps = { select: validatedSections, pass: passGate, view: viewExport };

export interface Exported {
  /** Undefined when nothing may leave. */
  readonly folder: string | undefined;
  /** Relative to the study when they are in it; the manifest is the last. */
  readonly files: readonly string[];
  readonly included: readonly ValidatedSection[];
  readonly heldBack: readonly HeldBack[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Writes nothing at all when nothing is validated, and in a dry run; refuses with what was found when a
 * file would say a name, a withdrawn sentence, or one that nobody agreed to, or when what people said was
 * changed by hand.
 */
export async function exportSections(
  study: Study,
  request: ExportRequest,
  world: Pick<World, "now" | "cwd">,
  { names, steps }: ExportParts = { names: undefined },
): Promise<Exported> {
  const { select, pass, view: show } = { ...ownSteps, ...steps };
  const { audience, template: kind } = request;
  const { settings, ledger, root } = study;
  const writers = writersOf(request.formats);
  const template = findTemplate(root, kind, settings.language);
  const now = world.now();
  const place = { root, out: request.out, cwd: world.cwd, name: `${dayOf(now)}-${kind}` };
  await refuseAltered(study);
  const diagnostics = request.isDryRun ? [] : await finishOrphans(study, parentOf(place));

  const selection = await select(study, audience);
  const gate = pass(selection.sections, audience, await quotesOf(study, selection.sections, audience));
  const { view, leaving, heldBack: unclean } = show(settings, gate.passed, audience, now);
  const heldBack = [...selection.heldBack, ...gate.heldBack, ...unclean];
  if (leaving.length === 0) return { folder: undefined, files: [], included: [], heldBack, diagnostics };

  const target = chooseFolder(place);
  const filesOf = (filled: ExportView): Map<string, string> => {
    const markdown = renderTemplate(template, filled);
    return new Map(writers.map(({ ending, write }) => [`${kind}.${ending}`, write(markdown, filled.study)]));
  };
  const files = filesOf(view);
  const against: Against = {
    names: names?.search,
    phrases: await unagreedSentences(study, leaving),
    withdrawn: { study: ledger.studyId, phrases: await withdrawnPhrases(ledger) },
  };
  const head = {
    ...{ study: ledger.studyId, audience, at: timestamp({ now: () => now }) },
    template: { name: kind, sha256: sha256(template.text) },
    scan: {
      names: names?.count ?? null,
      sentences: against.phrases?.size ?? 0,
      withdrawn: against.withdrawn?.phrases.length ?? 0,
    },
    ...{ consents: settings.consent, pact: await lastPact(ledger.db), journal: await lastHash(ledger.db) },
  };
  files.set(MANIFEST_FILE, writeManifest(head, files, leaving));
  const manifest = files.get(MANIFEST_FILE) ?? "";
  const twins = (): Files =>
    new Map([
      ...(isShipped(template, kind, settings.language) ? filesOf(twinView(view)) : []),
      [MANIFEST_FILE, twinManifest(manifest)],
    ]);
  refuseLeaks(await scanStudyFiles(new Map([[basename(target), ""], ...files]), twins, against));
  if (!request.isDryRun) {
    const staged = stage(target, markOf(study), files);
    await record(study, head, { target, manifest }, leaving);
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

async function quotesOf(
  { settings, ledger }: Study,
  sections: readonly ValidatedSection[],
  audience: Audience,
): Promise<QuotingRule> {
  const consents = await consentsThatCount(settings, ledger.db);
  const rule = await quotingRule(ledger.db, sections, { settings, consents, audience });
  if (settings.consent === "kept") return rule;
  // Who agreed to what, and under which name, is on paper; a no that is written here is known.
  return (section) => rule(section).filter(({ code }) => code === "reason.consent");
}

/** Speech itself is left to `audit`: the agreed words are what leaves, and reading all of it would take as long as the rest. */
const decisive = factNames.filter((fact) => !/^(?:former_)?turn$|coding$/.test(fact));

/** A vote that was added, changed or taken away in the database itself is nobody's, and what it decided is not known. */
async function refuseAltered({ ledger }: Study): Promise<void> {
  const { findings } = await audit(ledger.db, decisive);
  if (findings.length > 0) throw new DiagnosedError([...findings, diagnose("export.altered", "error", {})]);
}

function refuseLeaks(leaks: readonly Leak[]): void {
  if (leaks.length > 0) throw new DiagnosedError(byFile(leaks).map(leakDiagnostic));
}

function leakDiagnostic({ file, inside: where, kind, line, about }: Leak): Diagnostic {
  const place = line === undefined ? { file } : { file, line };
  if (kind === "name") return diagnose("export.leak-name", "error", { where, name: about }, place);
  if (kind === "withdrawn") return diagnose("export.leak-withdrawn", "error", { where }, place);
  return diagnose("export.leak-unvalidated", "error", { where, from: about }, place);
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
