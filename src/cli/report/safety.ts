// What backup, restore, audit and doctor print.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { shown } from "../../kernel/shown.ts";
import type { Backup } from "../../study/backup.ts";
import type { Check } from "../../study/doctor.ts";
import type { Restored } from "../../study/restore.ts";
import { loadLanguage } from "../language.ts";
import type { Context, Outcome } from "../run.ts";
import { plain } from "./failure.ts";

export function reportBackup({ say, language }: Context, { diagnostics, ...json }: Backup): Outcome {
  const { file, files, bytes } = json;
  return {
    json,
    text: shown(say("backup.done", { file, files, size: weight(bytes, language) })),
    diagnostics,
  };
}

export function reportRestored({ say }: Context, restored: Restored): Outcome {
  return { json: restored, text: shown(say("restore.done", { ...restored })) };
}

export async function reportAudit(
  { say, language }: Context,
  { lines, findings }: { lines: number; findings: readonly Diagnostic[] },
): Promise<Outcome> {
  const words = await loadLanguage(language);
  const ok = findings.length === 0;
  return {
    json: { ok, lines, findings: findings.map((each) => plain(each, words)) },
    text: ok ? say("audit.whole", { lines }) : say("audit.broken", { lines, findings: findings.length }),
    diagnostics: findings,
    exit: ok ? 0 : 1,
  };
}

/** One line per check, then what there is to settle. */
export async function reportDoctor(
  { say, paint, language }: Context,
  checks: readonly Check[],
): Promise<Outcome> {
  const words = await loadLanguage(language);
  const diagnostics = checks.flatMap((check) => check.diagnostics);
  const wrong = checks.filter(({ ok }) => !ok).length;
  const described = checks.map(({ id, ok, fact, diagnostics: found }) => ({
    mark: ok ? (found.length === 0 ? paint.green("✓") : paint.yellow("!")) : paint.red("✗"),
    json: { id, ok, detail: say(`doctor.${id}`, { fact }) },
  }));
  const lines = described.map(({ mark, json }) => `${mark} ${shown(json.detail)}`);
  const warnings = diagnostics.length;
  const fine = warnings === 0 ? say("doctor.well", {}) : say("doctor.look", { warnings });
  const verdict = wrong === 0 ? fine : say("doctor.unwell", { wrong });
  return {
    json: {
      checks: described.map(({ json }) => json),
      diagnostics: diagnostics.map((each) => plain(each, words)),
    },
    text: [...lines, verdict].join("\n"),
    diagnostics,
    exit: wrong === 0 ? 0 : 1,
  };
}

/** A size in kilobytes or megabytes. */
function weight(bytes: number, language: "fr" | "en"): string {
  const kilo = bytes / 1024;
  const [value, unit] = kilo < 1024 ? [kilo, "kilobyte"] : [kilo / 1024, "megabyte"];
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: 1 }).format(value);
}
