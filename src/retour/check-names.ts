// `check`: names of the vault that stand in the study all the same, and likely ones that nobody answered for.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { readTextIfAny } from "../kernel/files.ts";
import { CODEBOOK_FILE, SETTINGS_FILE } from "../study/folder.ts";
import type { Study } from "../study/open.ts";
import { foldPhrase } from "../wording/phrases.ts";
import type { VaultContents } from "../vault/contents.ts";
import type { NameFinder } from "../vault/find-names.ts";
import { findLikely } from "../vault/likely/find-likely.ts";
import { knownTo } from "../vault/likely/known.ts";
import type { Known } from "../vault/likely/likely.ts";
import type { GroupDocument } from "./document.ts";
import { locator } from "./locator.ts";
import { diagnose } from "./messages.ts";
import { studyTexts, type StudyText } from "./study-texts.ts";

/** An open vault, as names are looked for with it. */
export interface VaultNames {
  readonly contents: VaultContents;
  readonly finder: NameFinder;
}

/** How many places of one kind are named in one file. */
const NAMED = 20;

/**
 * `name.listed` (an error) where a name of the vault stands, `name.doubtful` where one may, `name.likely`
 * once a file for each form that looks like a name: a warning, but information without an open vault,
 * where no answer could be kept. Never the word itself: `vault review` shows it.
 */
export async function checkNames(
  study: Study,
  documents: readonly GroupDocument[],
  vault: VaultNames | undefined,
): Promise<Diagnostic[]> {
  const known = knownTo(study.settings, vault);
  const texts = [...(await studyTexts(study, documents)), ...writtenOf(study)];
  const severity = vault === undefined ? "info" : "warning";
  return texts.flatMap((text) => [
    ...(vault ? listedIn(text, vault) : []),
    ...likelyIn(text, known, severity),
  ]);
}

/** What a person writes of the study itself: titles and descriptions stand in copies and exports. */
function writtenOf(study: Study): StudyText[] {
  return [SETTINGS_FILE, CODEBOOK_FILE].flatMap((file) => {
    const text = readTextIfAny(study.path(file));
    return text === undefined ? [] : [{ file, text, speech: "" }];
  });
}

function listedIn({ file, text }: StudyText, { finder }: VaultNames): Diagnostic[] {
  const placeOf = locator(text, file);
  const found = finder.find(text);
  const certain = found.filter(({ isCertain }) => isCertain);
  const doubtful = found.filter(({ isCertain }) => !isCertain);
  return [
    ...certain.slice(0, NAMED).map(({ start }) => diagnose("name.listed", "error", {}, placeOf(start))),
    ...more("error", certain.length, file),
    ...doubtful.slice(0, NAMED).map(({ start }) => diagnose("name.doubtful", "warning", {}, placeOf(start))),
    ...more("warning", doubtful.length, file),
  ];
}

function likelyIn({ file, speech }: StudyText, known: Known, severity: "warning" | "info"): Diagnostic[] {
  const placeOf = locator(speech, file);
  const first = new Map<string, { kind: string; start: number; count: number }>();
  for (const { form, kind, start } of findLikely(speech, known)) {
    const seen = first.get(foldPhrase(form));
    if (seen) seen.count += 1;
    else first.set(foldPhrase(form), { kind, start, count: 1 });
  }
  return [
    ...[...first.values()]
      .slice(0, NAMED)
      .map(({ kind, start, count }) => diagnose("name.likely", severity, { kind, count }, placeOf(start))),
    ...more(severity, first.size, file),
  ];
}

function more(severity: Diagnostic["severity"], count: number, file: string): Diagnostic[] {
  return count > NAMED ? [diagnose("name.more", severity, { count: count - NAMED }, { file })] : [];
}
