// What became of each token of an old text in a new one.
import { differing, type Stretch } from "./align.ts";
import { expressions } from "./expressions.ts";
import { sideReader, type Side } from "./side.ts";

export interface Trail {
  readonly old: Side;
  readonly now: Side;
  /** For each old token its index in the new text, or the stretch in which it was lost. */
  readonly fates: readonly (number | Stretch)[];
  /** For each index, how many tokens before it are kept, are words, and are kept words. */
  readonly kept: readonly number[];
  readonly words: readonly number[];
  readonly keptWords: readonly number[];
}

export function trailOf(before: string, after: string): Trail {
  const read = sideReader();
  const [old, now] = [read(before), read(after)];
  const fates: (number | Stretch)[] = [];
  let shift = 0;
  // Where as many paragraphs were rewritten as before, each is compared with its own.
  for (const stretch of expressions(old, now, differing(old, now), 0)) {
    while (fates.length < stretch.from) fates.push(fates.length + shift);
    while (fates.length < stretch.to) fates.push(stretch);
    shift = stretch.newTo - stretch.to;
  }
  while (fates.length < old.tokens.length) fates.push(fates.length + shift);
  const isKept = fates.map((fate) => typeof fate === "number");
  const isWord = old.tokens.map((token) => token.isWord);
  return {
    old,
    now,
    fates,
    kept: sums(isKept),
    words: sums(isWord),
    keptWords: sums(isWord.map((word, index) => word && isKept[index] === true)),
  };
}

function sums(flags: readonly boolean[]): number[] {
  let sum = 0;
  return [0, ...flags.map((flag) => (sum += flag ? 1 : 0))];
}

/** How many are counted from the first to the last token. */
export function countIn(counts: readonly number[], first: number, last: number): number {
  return (counts[last + 1] ?? 0) - (counts[first] ?? 0);
}

/** Indices of the first and last token that a range touches; first > last when it touches none. */
export function tokensIn({ tokens }: Side, start: number, end: number): [number, number] {
  const first = lowest(tokens.length, (index) => (tokens[index]?.end ?? 0) > start);
  const next = lowest(tokens.length, (index) => (tokens[index]?.start ?? 0) >= end);
  return [first, next - 1];
}

/** The lowest index from which `holds` is true, by halving. */
function lowest(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
