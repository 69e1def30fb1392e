// What a copy may not say to the person it goes to: a name, withdrawn words, the words of a group
// that is not theirs.
import { exists, readText } from "../kernel/files.ts";
import { DiagnosedError, type Diagnostic } from "../kernel/diagnostic.ts";
import type { GroupId } from "../kernel/ids.ts";
import { outline } from "../retour/outline.ts";
import { sentencesOf } from "../retour/sentences.ts";
import { documentPath } from "../study/folder.ts";
import type { Study } from "../study/open.ts";
import { withdrawnPhrases } from "../study/withdrawn.ts";
import { byFile, type Leak, type Names } from "../vault/scan/leak.ts";
import { scanStudyFiles, type Files } from "../vault/scan/scan.ts";
import { phrasesIn } from "../vault/scan/sentences.ts";
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
  const leaks = await scanStudyFiles(files, twins, {
    names,
    phrases: await wordsOfOthers(study, group, own),
    withdrawn: { study: study.ledger.studyId, phrases: await withdrawnPhrases(study.ledger) },
  });
  if (leaks.length > 0) throw new DiagnosedError(byFile(leaks).map(leakDiagnostic));
}

function leakDiagnostic({ file, inside: where, kind, line, about }: Leak): Diagnostic {
  const place = line === undefined ? { file } : { file, line };
  if (kind === "name") return diagnose("copy.leak-name", "error", { where, name: about }, place);
  if (kind === "withdrawn") return diagnose("copy.leak-withdrawn", "error", { where }, place);
  return diagnose("copy.leak-other-group", "error", { where, from: about }, place);
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
