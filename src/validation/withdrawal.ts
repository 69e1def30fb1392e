// Whether words that someone withdrew still stand in a section.
import { withoutReferences } from "../retour/quote.ts";
import { foldPhrase } from "../wording/phrases.ts";
import type { AgreedWords, CorrectionFact } from "./facts.ts";

/** A passage of fewer words is found in any text, and says nothing of whose words they are. */
const OWN_WORDS = 4;

/**
 * True while withdrawn words stand. A withdrawal that names no words holds until it is decided.
 * One that was integrated holds again if the words come back, until the person agrees to them.
 */
export function stillStands(correction: CorrectionFact, present: AgreedWords): boolean {
  if (correction.kind !== "withdrawal" || correction.outcome === "declined") return false;
  const passages = passagesOf(correction.before);
  const text = ` ${lettersOf(present.content)} `;
  const isThere = (passage: string): boolean => text.includes(` ${passage} `);
  if (!correction.isIntegrated) return passages.length === 0 || passages.some(isThere);
  const hasAgreedSince = present.voices.some(
    ({ participant, stance, about, order }) =>
      participant === correction.participant &&
      stance === "agree" &&
      about !== "audience" &&
      order > correction.order,
  );
  return !hasAgreedSince && passages.filter(isLong).some(isThere);
}

/** The withdrawn sentences: leaving one of them is leaving withdrawn words. */
function passagesOf(before: string): string[] {
  const sentences = withoutReferences(before)
    .split(/(?<=[.!?…])\s+|\n\s*\n/)
    .map(lettersOf)
    .filter((each) => each !== "");
  const long = sentences.filter(isLong);
  return long.length > 0 || sentences.length === 0 ? long : [lettersOf(before)];
}

function isLong(passage: string): boolean {
  return passage.split(" ").length >= OWN_WORDS;
}

/** Words alone, without marks, case or accents. */
const lettersOf = (text: string): string => foldPhrase(withoutReferences(text));
