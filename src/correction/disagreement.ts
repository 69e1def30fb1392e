// How a position that the text does not follow stands in the section all the same.
import { splitBlocks } from "../retour/outline.ts";
import { escapeMarkdown } from "../retour/quote.ts";
import { foldTypography } from "../wording/fold.ts";
import type { Correction } from "./correction.ts";

const texts = {
  fr: {
    part: "Accords et désaccords",
    position: "Position divergente",
    colon: "\u202F: ",
    takeOut: (words: string) => `retirer «\u00A0${words}\u00A0»`,
  },
  en: {
    part: "Agreements and disagreements",
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

/** Where the section's part about disagreements ends, or the section when it has none. */
export function endOfDisagreements(section: string, language: "fr" | "en"): number {
  const blocks = splitBlocks(section);
  const isPart = (text: string): boolean =>
    foldTypography(/^ {0,3}###[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(text)?.[1] ?? "") ===
    foldTypography(texts[language].part);
  const heading = blocks.findIndex(({ text }) => isPart(text));
  if (heading === -1) return endOfSection(section);
  const next = blocks.findIndex(
    ({ text }, index) => index > heading && /^ {0,3}#{1,3}(?:[ \t]|$)/.test(text),
  );
  return blocks[(next === -1 ? blocks.length : next) - 1]?.end ?? section.length;
}

/** After the section's last words. */
export function endOfSection(section: string): number {
  return section.trimEnd().length;
}
