// Texts as people type, dictate and paste them, for the properties of this room.
import fc from "fast-check";

const words = [
  "on",
  "a",
  "peur",
  "de",
  "la",
  "nuit",
  "hall",
  "Il",
  "elle",
  "éducatrice",
  "e\u0301cole",
  "cœur",
  "dit-il",
  "rendez-vous",
  "peut-être",
  "l'",
  "l’",
  "qu'",
  "d’",
  "jusqu’",
  "aujourd'hui",
  "aujourd’hui",
  "aujour\u00ADd'hui",
  "PRUD'HOMMES",
  "quelqu'un",
  "presqu’île",
  "prud'homme",
  "entr'",
  "main-d’œuvre",
  "14:30",
  "1\u202F000",
  "1 000",
  "3,5",
  "14h30",
  "12",
  "300",
  "5",
  "non",
  "non",
  "euh",
  "très",
  "cow-boys",
  "🙂",
  "👩‍🏫",
  "🇫🇷",
  "pro\u00ADfesseur",
];
const marks = [
  ".",
  ",",
  ";",
  ":",
  "!",
  "?",
  "…",
  "...",
  "..",
  "-",
  "—",
  "(",
  ")",
  "[",
  "]",
  "«",
  "»",
  '"',
  "“",
  "”",
  "'",
  "’",
  "%",
  "**",
  "*",
  "_",
  "##",
  "==",
  "{",
  "}",
  ">",
  "\u0301",
  "\u2060",
];
const spaces = [" ", " ", " ", " ", "", "\u00A0", "\u202F", "  ", "\n", "\n\n", "\r\n\r\n"];

/** Any mixture of French words, marks and white space, badly typed more often than not. */
export const french = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...words) },
        { weight: 1, arbitrary: fc.constantFrom(...marks) },
      ),
      fc.constantFrom(...spaces),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.flat().join(""));

const sentenceWords = words.filter((word) => /^[\p{L}-]+$/u.test(word));

/** Well-typed sentences in paragraphs. */
export const prose = fc
  .array(
    fc.array(
      fc
        .tuple(
          fc.array(fc.constantFrom(...sentenceWords), { minLength: 1, maxLength: 9 }),
          fc.constantFrom(".", " ?", "…"),
        )
        .map(([sentence, end]) => sentence.join(" ") + end),
      { minLength: 1, maxLength: 4 },
    ),
    { maxLength: 4 },
  )
  .map((paragraphs) => paragraphs.map((sentences) => sentences.join(" ")).join("\n\n"));

/** A text and what somebody made of it, a few places changed. */
export const rewritten = fc
  .tuple(
    fc.oneof(french, prose),
    fc.array(
      fc.tuple(
        fc.nat(1000),
        fc.nat(12),
        french.map((text) => text.slice(0, 20)),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([before, edits]) => {
    let after = before;
    for (const [at, length, words] of edits) {
      const start = Math.floor((at / 1000) * after.length);
      after = after.slice(0, start) + words + after.slice(start + length);
    }
    return [before, after] as const;
  });

/** A long text that does not repeat itself more than French does. */
export function longText(wordCount: number, seed: number): string {
  const syllables = ["ba", "ré", "tion", "peu", "mo", "lu", "cha", "né", "dro", "gue", "ti", "soi"];
  const common = ["de", "la", "le", "et", "on", "que", "pas", "c'est", "il y a", "les", "je", "ça"];
  let state = seed;
  const next = (count: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * count);
  };
  const word = (): string =>
    next(2) === 0
      ? (common[next(common.length)] ?? "")
      : Array.from({ length: 2 + next(2) }, () => syllables[next(syllables.length)]).join("");
  let text = "";
  for (let count = 1; count <= wordCount; count += 1)
    text += word() + (count % 90 === 0 ? ".\n\n" : count % 14 === 0 ? ". " : count % 9 === 0 ? ", " : " ");
  return text;
}
