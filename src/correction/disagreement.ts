// How a position that the text does not follow stands in the section all the same.
import { escapeMarkdown } from "../retour/quote.ts";
import { changesWords, type Correction } from "./correction.ts";

const texts = {
  fr: {
    position: "Position divergente",
    colon: "\u202F: ",
    people: (count: number) => `${String(count)} personnes`,
    quoted: (words: string) => `«\u00A0${words}\u00A0»`,
    takeOut: "retirer",
    putIn: "ajouter",
    insteadOf: "au lieu de",
  },
  en: {
    position: "Diverging position",
    colon: ": ",
    people: (count: number) => `${String(count)} people`,
    quoted: (words: string) => `“${words}”`,
    takeOut: "take out",
    putIn: "add",
    insteadOf: "instead of",
  },
};

type Asked = Pick<Correction, "kind" | "before" | "after" | "comment">;

/**
 * The paragraph that says who holds it, as the study allows, and in which words. `holders` are
 * the names to show, one for each person who holds it, undefined where none is to be shown.
 */
export function disagreementParagraph(
  words: string,
  holders: readonly (string | undefined)[],
  language: "fr" | "en",
): string {
  const { position, colon, people } = texts[language];
  const names = [...new Set(holders.flatMap((name) => name ?? []))].map(escapeMarkdown);
  // Two people under one description are two all the same.
  const who =
    names.length < holders.length && holders.length > 1 ? [...names, people(holders.length)] : names;
  return `**${position}**${who.length === 0 ? "" : ` (${who.join(", ")})`}${colon}${words}`;
}

/** The position itself, on one line: what was said of the words, and the words asked for. */
export function positionOf(correction: Asked, language: "fr" | "en"): string {
  const comment = escapeMarkdown(onOneLine(correction.comment));
  const [before, after] = [onOneLine(correction.before), onOneLine(correction.after)];
  const { quoted, takeOut, putIn, insteadOf } = texts[language];
  if (!changesWords(correction)) return comment === "" ? after : comment;
  if (after === "" || correction.before === correction.after) {
    const gone = `${takeOut} ${quoted(before)}`;
    return comment === "" ? gone : `${comment} (${gone})`;
  }
  if (comment === "") return after;
  const asked =
    before === "" ? `${putIn} ${quoted(after)}` : `${quoted(after)} ${insteadOf} ${quoted(before)}`;
  return `${comment} (${asked})`;
}

/** One paragraph: no line begins a quote, a list or a heading. */
function onOneLine(words: string): string {
  return words
    .replace(/^[ \t]*(?:(?:>|(?:#{1,6}|[-+*])(?=\s|$))[ \t]*)*/gm, "")
    .replace(/\s*\n\s*/g, " ")
    .trim();
}
