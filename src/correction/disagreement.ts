// How a position that the text does not follow stands in the section all the same.
import { escapeMarkdown } from "../retour/quote.ts";
import type { Correction } from "./correction.ts";

const texts = {
  fr: {
    position: "Position divergente",
    colon: "\u202F: ",
    takeOut: (words: string) => `retirer «\u00A0${words}\u00A0»`,
  },
  en: {
    position: "Diverging position",
    colon: ": ",
    takeOut: (words: string) => `take out “${words}”`,
  },
};

/** The paragraph that says who holds it, as the study allows, and in which words. */
export function disagreementParagraph(
  correction: Pick<Correction, "before" | "after" | "comment">,
  attribution: string | undefined,
  language: "fr" | "en",
): string {
  const { position, colon } = texts[language];
  const name = attribution === undefined ? "" : ` (${escapeMarkdown(attribution)})`;
  return `**${position}**${name}${colon}${wordsOf(correction, language)}`;
}

function wordsOf(
  { before, after, comment }: Pick<Correction, "before" | "after" | "comment">,
  language: "fr" | "en",
): string {
  if (comment.trim() !== "") return escapeMarkdown(onOneLine(comment));
  if (onOneLine(after) !== "") return onOneLine(after);
  return texts[language].takeOut(onOneLine(before));
}

/** One paragraph: no line begins a quote, a list or a heading. */
function onOneLine(words: string): string {
  return words
    .replace(/^ {0,3}(?:>|#+|[-+*]) ?/gm, "")
    .replace(/\s*\n\s*/g, " ")
    .trim();
}
