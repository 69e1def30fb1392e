// The sentences of a study that an export may not hold: all that anyone said or wrote, but what was
// agreed to of the very sections that leave. It asks the ledger, and knows nothing of the gate.
import { exists, readText } from "../kernel/files.ts";
import { outline } from "../retour/outline.ts";
import { sectionFingerprint } from "../retour/section.ts";
import { sentencesOf } from "../retour/sentences.ts";
import { documentPath } from "../study/folder.ts";
import type { Study } from "../study/open.ts";
import { phrasesIn } from "../vault/scan/sentences.ts";
import type { ValidatedSection } from "../validation/validated.ts";
import { phrasesOf } from "../wording/phrases.ts";
import { publicText } from "./public-text.ts";
import { agreedWords, everythingWritten, type Written } from "./store.ts";

/** Folded sentences, each with where it is from; a section of a document as `g1/peur`. */
export async function unagreedSentences(
  study: Study,
  leaving: readonly Pick<ValidatedSection, "group" | "id" | "fingerprint">[],
): Promise<Map<string, string>> {
  const sentences = new Map<string, string>();
  const { title, groups } = study.settings;
  // A title is nobody's words where it heads a document, and somebody's where they said the same.
  const titles = new Set([title, ...groups.map((group) => group.title)].flatMap(phrasesOf));
  for (const { place, words, hasTitle } of [
    ...documentsOnDisk(study),
    ...(await everythingWritten(study.ledger.db)),
  ])
    for (const sentence of sentencesOf(words))
      if (!sentences.has(sentence) && !(hasTitle === true && titles.has(sentence)))
        sentences.set(sentence, place);
  for (const agreed of phrasesIn(await agreedTexts(study, leaving), sentences.keys()))
    sentences.delete(agreed);
  return sentences;
}

/** The agreed words as they were agreed to, and as they leave: taking out a turn joins what was around it. */
async function agreedTexts(
  { settings, ledger }: Study,
  leaving: readonly Pick<ValidatedSection, "group" | "id" | "fingerprint">[],
): Promise<string[]> {
  const prints = new Set(leaving.map(({ fingerprint }) => fingerprint));
  const { contents, notes } = await agreedWords(ledger.db, leaving);
  const agreed = [
    // A content that is not what its fingerprint says was agreed to by nobody.
    ...contents.filter((content) => prints.has(sectionFingerprint(content))),
    ...notes.map((note) => `## x\n\n${note}`),
  ];
  const asTheyLeave = agreed.map((content) => {
    const text = publicText(content, { hasAttribution: settings.attribution !== "none", notes: "1" });
    return text === undefined ? "" : `${text.title}\n\n${text.body}`;
  });
  return [...agreed, ...asTheyLeave];
}

/** What was written since a command last read it. */
function documentsOnDisk({ settings, path }: Study): Written[] {
  return settings.groups.flatMap(({ id }) => {
    const file = documentPath(id);
    if (!exists(path(file))) return [];
    const { outline: parts } = outline(readText(path(file)), file);
    return [
      { place: id, words: parts.presentation, hasTitle: true },
      ...parts.sections.map((section) => ({ place: `${id}/${section.id}`, words: section.text })),
    ];
  });
}
