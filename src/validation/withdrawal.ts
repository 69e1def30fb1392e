// Whether words that someone withdrew still stand in a section.
import { isLong, passageFinder, passagesOf } from "../correction/withdrawn-words.ts";
import type { AgreedWords, CorrectionFact } from "./facts.ts";

/**
 * True while withdrawn words stand. A withdrawal that names no words holds until it is decided.
 * One that was integrated holds again if the words come back, until the person agrees to them.
 */
export function stillStands(correction: CorrectionFact, present: AgreedWords): boolean {
  if (correction.kind !== "withdrawal" || correction.outcome === "declined") return false;
  const passages = passagesOf(correction.before);
  const isThere = passageFinder(present.content);
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
