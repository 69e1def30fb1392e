// Random sections of a retour, and what a person may do to one.
import fc from "fast-check";

const word = fc.constantFrom(
  ..."la le peur nuit hall on est pas d’accord avec l’équipe jeunes c’était déjà vraiment aujourd’hui peut-être seul(e) rester 22 heures € très".split(
    " ",
  ),
);
const sentence = fc
  .tuple(
    fc.array(word, { minLength: 1, maxLength: 9 }),
    fc.constantFrom(".", "…", " !", " ?", ", « non » (s01.12)."),
  )
  .map(([words, end]) => words.join(" ").replace(/^./, (letter) => letter.toUpperCase()) + end);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(" "));
const block = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  {
    weight: 1,
    arbitrary: paragraph.map((text) => `> ${text.replaceAll(". ", ".\n> ")}\n>\n> — éducatrice (s01.12)`),
  },
  {
    weight: 1,
    arbitrary: fc.array(sentence, { minLength: 1, maxLength: 3 }).map((list) => `- ${list.join("\n- ")}`),
  },
  { weight: 1, arbitrary: fc.constantFrom("### Analyse", "### Accords et désaccords") },
);

/** A section in its agreed form. */
export const section = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((blocks) => ["## La peur {#peur}", ...blocks].join("\n\n"));

export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly words: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 80 })),
  words: fc.oneof(
    fc.constant(""),
    word,
    sentence,
    sentence.map((text) => `\n\n${text}\n\n`),
    sentence.map((text) => `\n- ${text}\n`),
    fc.constant("\n\n"),
    fc.constant(" "),
  ),
});

export const edits = fc.array(edit, { minLength: 0, maxLength: 6 });

/**
 * The same edits made in the text and made with marks, from the end backwards so that they do
 * not meet.
 */
export function editBothWays(text: string, list: readonly Edit[]): { plain: string; marked: string } {
  const floor = text.indexOf("\n") + 2;
  let [plain, marked] = [text, text];
  let ceiling = text.length;
  for (const { at, length, words } of [...list].sort((a, b) => b.at - a.at)) {
    const start = floor + Math.floor(at * (ceiling - floor));
    const end = Math.min(start + length, ceiling);
    const old = text.slice(start, end);
    const mark =
      old === "" ? `{++${words}++}` : words === "" ? `{--${old}--}` : `{~~${old}~>${words}~~}{>>oui<<}`;
    plain = plain.slice(0, start) + words + plain.slice(end);
    marked = marked.slice(0, start) + mark + marked.slice(end);
    ceiling = start;
  }
  return { plain, marked };
}

/** Makes the edits, at places that never touch the heading's line. */
export function editText(text: string, list: readonly Edit[]): string {
  const floor = text.indexOf("\n") + 2;
  let result = text;
  for (const { at, length, words } of list) {
    const start = floor + Math.floor(at * (result.length - floor));
    result = result.slice(0, start) + words + result.slice(start + length);
  }
  return result;
}
