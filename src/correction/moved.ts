// A passage that someone moved comes back as two corrections: taken out here, put in there.
import { foldTypography } from "../wording/fold.ts";
import { countWords, wordsAsked, type Correction } from "./correction.ts";

/** A few words taken out here and put in there may be chance. */
const FEWEST_WORDS = 4;

/** One half of each move, with the other: the same words, in the same return, at two places. */
export function movedTogether<C extends Correction>(corrections: readonly C[]): Map<C, C> {
  const takenOut = new Map<string, C[]>();
  for (const each of corrections) {
    if (each.start === null || wordsAsked(each).trim() !== "") continue;
    const key = keyOf(each, each.before);
    if (key === undefined) continue;
    const same = takenOut.get(key);
    if (same) same.push(each);
    else takenOut.set(key, [each]);
  }
  const pairs = new Map<C, C>();
  for (const each of corrections) {
    if (each.start === null || each.before.trim() !== "") continue;
    const key = keyOf(each, each.after);
    const other = key === undefined ? undefined : takenOut.get(key)?.shift();
    if (other === undefined) continue;
    pairs.set(each, other);
    pairs.set(other, each);
  }
  return pairs;
}

function keyOf({ return: from }: Correction, words: string): string | undefined {
  return countWords(words) < FEWEST_WORDS ? undefined : `${from} ${foldTypography(words)}`;
}
