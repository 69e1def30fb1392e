// What a person would call one change: a rewritten expression, within its paragraph.
import { trimmed, type Stretch } from "./align.ts";
import type { Side } from "./side.ts";

const longestLink = 4;

/**
 * Stretches that at most `within` tokens separate are joined, when these are marks or words of
 * at most four letters and no paragraph ends there. A stretch over as many paragraphs on each
 * side is cut into one for each.
 */
export function expressions(old: Side, now: Side, stretches: readonly Stretch[], within: number): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last !== undefined && areOne(old, now, last, stretch, within))
      joined[joined.length - 1] = { ...last, to: stretch.to, newTo: stretch.newTo };
    else joined.push(stretch);
  }
  return joined.flatMap((stretch) => cutAtParagraphs(old, now, stretch));
}

function areOne(old: Side, now: Side, one: Stretch, next: Stretch, within: number): boolean {
  return (
    next.from - one.to <= within &&
    old.tokens.slice(one.to, next.from).every(({ isWord, key }) => !isWord || key.length <= longestLink) &&
    breaksWithin(old, one.to, next.from).length === 0 &&
    breaksWithin(now, one.newTo, next.newFrom).length === 0
  );
}

/** The tokens first to last that come after a blank line. */
function breaksWithin({ paragraphs }: Side, first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).filter((index) =>
    paragraphs.has(index),
  );
}

function cutAtParagraphs(old: Side, now: Side, stretch: Stretch): Stretch[] {
  const cuts = [...breaksWithin(old, stretch.from + 1, stretch.to - 1), stretch.to];
  const newCuts = [...breaksWithin(now, stretch.newFrom + 1, stretch.newTo - 1), stretch.newTo];
  if (cuts.length !== newCuts.length || cuts.length === 1) return [stretch];
  let { from, newFrom } = stretch;
  const pieces: Stretch[] = [];
  for (const [index, to] of cuts.entries()) {
    const newTo = newCuts[index] ?? stretch.newTo;
    pieces.push(...trimmed(old, now, { from, to, newFrom, newTo }));
    from = to;
    newFrom = newTo;
  }
  return pieces;
}
