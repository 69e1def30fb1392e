// Where the parts of a section are (its level-3 headings, as the templates name them): words
// without a place go to the end of one.
import { splitBlocks } from "../retour/outline.ts";
import { foldTypography } from "../wording/fold.ts";

const titles = {
  fr: {
    analysis: "Analyse",
    disagreements: "Accords et désaccords",
    questions: "Questions pour la prochaine séance",
  },
  en: {
    analysis: "Analysis",
    disagreements: "Agreements and disagreements",
    questions: "Questions for the next session",
  },
};

export type Part = "analysis" | "disagreements";

export interface PartRange {
  readonly start: number;
  /** After its last words. */
  readonly end: number;
}

/** A part without its heading; when there is no such part, the whole section but its questions. */
export function rangeOfPart(section: string, part: Part, language: "fr" | "en"): PartRange {
  const blocks = splitBlocks(section);
  const find = (title: string): number => blocks.findIndex(({ text }) => isHeaded(text, title));
  const heading = blocks[find(titles[language][part])];
  if (heading === undefined) {
    const questions = find(titles[language].questions);
    return { start: 0, end: blocks[questions - 1]?.end ?? section.trimEnd().length };
  }
  const at = blocks.indexOf(heading);
  const next = blocks.findIndex(({ text }, index) => index > at && /^ {0,3}#{1,3}(?:[ \t]|$)/.test(text));
  const end = blocks[(next === -1 ? blocks.length : next) - 1]?.end ?? section.length;
  return { start: heading.end, end };
}

function isHeaded(block: string, title: string): boolean {
  const found = /^ {0,3}###[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(block)?.[1] ?? "";
  return foldTypography(found) === foldTypography(title);
}
