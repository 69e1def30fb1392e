// Where the parts of a section end (its level-3 headings, as the templates name them): words
// without a place go there.
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

type Part = "analysis" | "disagreements";

/** After the last words of a part; without that part, after the section's, but before its questions. */
export function endOfPart(section: string, part: Part, language: "fr" | "en"): number {
  const blocks = splitBlocks(section);
  const find = (title: string): number => blocks.findIndex(({ text }) => isHeaded(text, title));
  const heading = find(titles[language][part]);
  if (heading === -1) return blocks[find(titles[language].questions) - 1]?.end ?? section.trimEnd().length;
  const next = blocks.findIndex(
    ({ text }, index) => index > heading && /^ {0,3}#{1,3}(?:[ \t]|$)/.test(text),
  );
  return blocks[(next === -1 ? blocks.length : next) - 1]?.end ?? section.length;
}

function isHeaded(block: string, title: string): boolean {
  const found = /^ {0,3}###[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(block)?.[1] ?? "";
  return foldTypography(found) === foldTypography(title);
}
