// What the program itself says in a file, told from what the study says in it: a twin of the file is made
// with every word of the study blurred, and what is found in the twin too is nobody's.

/** A letter that no text of ours has: it stands for each letter and figure of the study. */
export const BLUR = "\uA76B";
/** Begins the identifiers of a twin, that have to be plain letters. */
export const BLURRED_ID = "qqq";

const word = /[\p{L}\p{N}\p{M}]+/gu;
const blurred = new RegExp(`${BLUR}|${BLURRED_ID}`);
/** What was computed from the study's words: it says none of them. */
const digest = /^[0-9a-f]{32,}$/;

/**
 * From a place in the twin's text to the same one in the text; undefined when the text is not, word for word,
 * the twin with something in the place of each blur. A place of a blurred word has none.
 */
export function alignTwin(text: string, twin: string): ((at: number) => number | undefined) | undefined {
  const [words, others] = [[...text.matchAll(word)], [...twin.matchAll(word)]];
  if (words.length !== others.length) return undefined;
  const starts: number[] = [];
  for (const [index, [other]] of others.entries()) {
    const said = words[index]?.[0] ?? "";
    if (said !== other && !blurred.test(other) && !(digest.test(said) && digest.test(other)))
      return undefined;
    starts.push(others[index]?.index ?? 0);
  }
  return (at) => {
    const index = lastUpTo(starts, at);
    const [mine = { 0: "", index: 0 }, its] = [words[index], others[index]];
    if (its?.[0] !== mine[0] || blurred.test(mine[0])) return undefined;
    return at < its.index + its[0].length ? mine.index + at - its.index : undefined;
  };
}

/** The index of the last number that is no more than this one; -1 when none is. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
