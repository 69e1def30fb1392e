// What `export` and `verify` tell: what left and where it is, what is held back and why.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { shown } from "../../kernel/shown.ts";
import type { Exported } from "../../publication/export.ts";
import type { Audience } from "../../study/settings.ts";
import type { HeldBack } from "../../validation/validated.ts";
import type { Context, Outcome } from "../run.ts";
import { nameOf, reasonJson, reasonLines } from "./validation.ts";

/** `several`: the study has several groups. */
export function reportExport(
  exported: Exported,
  audience: Audience,
  several: boolean,
  context: Context,
): string {
  const { say, isDryRun, paint } = context;
  const { included, heldBack } = exported;
  const folder = exported.folder === undefined ? undefined : shown(exported.folder);
  const count = included.length;
  const parts: string[][] = [];
  if (folder === undefined) parts.push([say("export.nothing", { audience })]);
  else {
    const done = say(isDryRun ? "export.would" : "export.done", { count, folder, audience });
    const list = included.map((each) => `  ${paint.green("✓")} ${nameOf(each, several)}`);
    parts.push(
      [done, ...list],
      exported.files.map((file) => `  ${shown(file)}`),
    );
  }
  if (heldBack.length > 0) {
    parts.push([
      say("export.held-back", { count: heldBack.length }),
      ...heldBack.flatMap((each) => heldBackLines(each, several, context)),
    ]);
  }
  if (folder !== undefined && !isDryRun) parts.push([say("export.next", { folder })]);
  return parts.map((lines) => lines.join("\n")).join("\n\n");
}

function heldBackLines({ title, reasons, ...place }: HeldBack, several: boolean, context: Context): string[] {
  const name = nameOf(place, several);
  return [`  ${context.paint.yellow("✗")} ${name} — ${shown(title)}`, ...reasonLines(reasons, context)];
}

export function exportJson({ files, included, heldBack }: Exported, { say }: Context): object {
  return {
    files,
    included: included.map(({ id, group, fingerprint }) => ({ id, group, fingerprint })),
    heldBack: heldBack.map(({ id, group, reasons }) => ({
      ...{ id, group },
      reasons: reasons.map((reason) => reasonJson(reason, say)),
    })),
    manifest: files.at(-1) ?? null,
  };
}

export function reportVerified(
  folder: string,
  findings: readonly Diagnostic[],
  isInStudy: boolean,
  { say, explain }: Context,
): Outcome {
  const wrong = findings.filter(({ severity }) => severity === "error");
  const ok = wrong.length === 0;
  const praise = isInStudy ? say("verify.ok", { folder }) : say("verify.ok-files", { folder });
  return {
    json: { ok, findings: findings.map(explain) },
    text: shown(ok ? praise : say("verify.found", { count: wrong.length })),
    diagnostics: findings,
    exit: ok ? 0 : 1,
  };
}
