// What a copy may not say to the person it goes to: a name, withdrawn words, the words of a group
// that is not theirs.
import { exists, readText, readTextIfAny } from "../kernel/files.ts";
import { DiagnosedError, type Diagnostic } from "../kernel/diagnostic.ts";
import type { GroupId } from "../kernel/ids.ts";
import { outline } from "../retour/outline.ts";
import { sentencesOf } from "../retour/sentences.ts";
import { documentPath, SETTINGS_FILE } from "../study/folder.ts";
import type { Study } from "../study/open.ts";
import { withdrawnPhrases } from "../study/withdrawn.ts";
import { byFile, type Leak, type Names } from "../vault/scan/leak.ts";
import { scanFiles, scanStudyFiles, type Files } from "../vault/scan/scan.ts";
import { phrasesIn } from "../vault/scan/sentences.ts";
import { letterFile } from "./letter.ts";
import { diagnose } from "./messages.ts";
import { frozenOfOthers } from "./store.ts";

interface LookedFor {
  readonly group: GroupId;
  readonly own: string;
  readonly names: Names | undefined;
  readonly twins: () => Promise<Files>;
}

/**
 * Refuses, with everything found, copies that would say what they may not. `own`: the words of the
 * group that they are made from. `names`: undefined when the study keeps no vault. `twins`: see `scanFiles`.
 */
export async function lookThrough(
  study: Study,
  files: Files,
  { group, own, names, twins }: LookedFor,
): Promise<void> {
  const against = {
    names,
    phrases: await wordsOfOthers(study, group, own),
    withdrawn: { study: study.ledger.studyId, phrases: await withdrawnPhrases(study.ledger) },
  };
  const leaks = await scanStudyFiles(files, twins, against);
  if (leaks.length === 0) return;
  const written = new Map(
    [documentPath(group), SETTINGS_FILE, letterFile(study)].flatMap((file) => {
      const text = readTextIfAny(study.path(file));
      return text === undefined ? [] : [[file, withBlankNotes(text)]];
    }),
  );
  const sources = scanFiles(written, against).filter(({ inside }) => inside !== "#name");
  throw new DiagnosedError(once(leaks).map((leak) => leakDiagnostic(leak, sources)));
}

/** Where each word stands in the person's own file, without what is no part of the copies. */
const withBlankNotes = (text: string): string =>
  text.replace(/<!--[\s\S]*?(?:-->|$)/g, (note) => note.replace(/[^\n]/g, " "));

/** How many copies are named. */
const NAMED = 4;

interface Found extends Leak {
  /** `P01.docx, P01.html…` */
  readonly copies: string;
}

/** Each name, and each sentence, once: the copies of everyone say the same. */
function once(leaks: readonly Leak[]): Found[] {
  const gathered = new Map<string, Leak[]>();
  for (const leak of byFile(leaks)) {
    const key = `${leak.kind} ${leak.about}`;
    gathered.set(key, [...(gathered.get(key) ?? []), leak]);
  }
  return [...gathered.values()].flatMap((found) => {
    const [first] = found;
    const names = found.map(({ file }) => file.slice(file.lastIndexOf("/") + 1));
    const copies = names.slice(0, NAMED).join(", ") + (names.length > NAMED ? "…" : "");
    return first === undefined ? [] : [{ ...first, copies }];
  });
}

/** At the line of the person's own file that says it, when there is one. */
function leakDiagnostic({ inside, kind, about, copies }: Found, sources: readonly Leak[]): Diagnostic {
  const source = sources.find((each) => each.kind === kind && each.about === about);
  const where = source === undefined ? inside : "";
  const place = source && { file: source.file, ...(source.line === undefined ? {} : { line: source.line }) };
  if (kind === "name") return diagnose("copy.leak-name", "error", { where, copies, name: about }, place);
  if (kind === "withdrawn") return diagnose("copy.leak-withdrawn", "error", { where, copies }, place);
  return diagnose("copy.leak-other-group", "error", { where, copies, from: about }, place);
}

/** The sentences of the other groups' documents, as they are and as they were sent, that this group's has not. */
async function wordsOfOthers(study: Study, group: GroupId, own: string): Promise<Map<string, string>> {
  const sentences = new Map<string, string>();
  const keep = (words: string, place: string): void => {
    for (const sentence of sentencesOf(words)) if (!sentences.has(sentence)) sentences.set(sentence, place);
  };
  for (const { id } of study.settings.groups) {
    const file = documentPath(id);
    if (id === group || !exists(study.path(file))) continue;
    for (const section of outline(readText(study.path(file)), file).outline.sections)
      keep(section.text, `${id}/${section.id}`);
  }
  for (const { id, content } of await frozenOfOthers(study.ledger.db, group)) keep(content, id);
  for (const known of phrasesIn([own], sentences.keys())) sentences.delete(known);
  return sentences;
}
