// Places in an old text, found again in a new one by following their words.
import { gapEnd, gapStart, type Side } from "./side.ts";
import { countIn, tokensIn, trailOf, type Trail } from "./trail.ts";

export interface Range {
  readonly start: number;
  readonly end: number;
}

export type MapRange = (start: number, end: number) => Range | undefined;

/**
 * Moves ranges of the old text of `trail` to the new one. A range follows its words while at least
 * half of them are still there, and then covers what replaced the others; otherwise it is
 * undefined. A range with no word in it moves as by `mapExactly`.
 */
export function mapper(trail: Trail): MapRange {
  return (start, end) => {
    const exact = moveExactly(trail, start, end);
    if (exact) return exact;
    const [first, last] = tokensIn(trail.old, start, end);
    const kept = countIn(trail.keptWords, first, last);
    const isAlive = kept > 0 && kept * 2 >= countIn(trail.words, first, last);
    return isAlive ? moveLoosely(trail, first, last, start, end) : undefined;
  };
}

/**
 * Moves ranges whose words and marks are wholly unchanged, with nothing put in between;
 * otherwise undefined. A place between two words moves while one of them is still there, and
 * stays by the one it touches; white space between two words moves while both are.
 */
export function mapExactly(before: string, after: string): MapRange {
  const trail = trailOf(before, after);
  return (start, end) => moveExactly(trail, start, end);
}

function moveExactly(trail: Trail, start: number, end: number): Range | undefined {
  const [first, last] = tokensIn(trail.old, start, end);
  if (first > last) return moveGap(trail, first, start, end);
  const [newFirst, newLast] = [trail.fates[first], trail.fates[last]];
  if (typeof newFirst !== "number" || typeof newLast !== "number") return undefined;
  const isWhole = countIn(trail.kept, first, last) === last - first + 1;
  if (!isWhole || newLast - newFirst !== last - first) return undefined;
  const newStart = moveStart(trail, first, newFirst, start);
  const newEnd = moveEnd(trail, last, newLast, end);
  return newStart === undefined || newEnd === undefined ? undefined : { start: newStart, end: newEnd };
}

/** Words lost at an end are followed to what replaced them, unless words outside were lost with them. */
function moveLoosely(trail: Trail, first: number, last: number, start: number, end: number): Range {
  const { now, fates } = trail;
  const [head = 0, tail = 0] = [fates[first], fates[last]];
  return {
    start:
      typeof head === "number"
        ? (moveStart(trail, first, head, start) ?? gapEnd(now, head))
        : gapEnd(now, head.from === first ? head.newFrom : head.newTo),
    end:
      typeof tail === "number"
        ? (moveEnd(trail, last, tail, end) ?? gapStart(now, tail + 1))
        : gapStart(now, tail.to === last + 1 ? tail.newTo : tail.newFrom),
  };
}

/** Where a range begins that began in, or in the white space before, a token that is kept. */
function moveStart(trail: Trail, token: number, newToken: number, start: number): number | undefined {
  const { old, now } = trail;
  const lead = gapEnd(old, token) - start;
  if (lead < 0) return moveInside(trail, token, newToken, start);
  return gapEnd(now, newToken) - share(lead, sizeOfGap(old, token), sizeOfGap(now, newToken));
}

/** Where a range ends that ended in, or in the white space after, a token that is kept. */
function moveEnd(trail: Trail, token: number, newToken: number, end: number): number | undefined {
  const { old, now } = trail;
  const rest = end - gapStart(old, token + 1);
  if (rest < 0) return moveInside(trail, token, newToken, end);
  return gapStart(now, newToken + 1) + share(rest, sizeOfGap(old, token + 1), sizeOfGap(now, newToken + 1));
}

function moveInside({ old, now }: Trail, token: number, newToken: number, at: number): number | undefined {
  const isAlike = lengthOf(old, token) === lengthOf(now, newToken);
  return isAlike ? gapEnd(now, newToken) + at - gapEnd(old, token) : undefined;
}

const lengthOf = (side: Side, token: number): number => gapStart(side, token + 1) - gapEnd(side, token);

/** White space in a range: none, all of it, or as much as there is. */
function share(length: number, whole: number, newWhole: number): number {
  if (length === 0) return 0;
  return length === whole ? newWhole : Math.min(length, newWhole);
}

function sizeOfGap(side: Side, index: number): number {
  return gapEnd(side, index) - gapStart(side, index);
}

/** A place, or white space, in the gap before an old token. */
function moveGap(trail: Trail, index: number, start: number, end: number): Range | undefined {
  const { old, now } = trail;
  const [before, after] = [newGapAfter(trail, index - 1), newGapBefore(trail, index)];
  if (start < end && before !== after) return undefined;
  const isByNext = start === gapEnd(old, index) && start > gapStart(old, index);
  const gap = isByNext ? (after ?? before) : (before ?? after);
  if (gap === undefined) return undefined;
  const isFromEnd = isByNext || before === undefined;
  const move = (at: number): number =>
    isFromEnd
      ? gapEnd(now, gap) - share(gapEnd(old, index) - at, sizeOfGap(old, index), sizeOfGap(now, gap))
      : gapStart(now, gap) + share(at - gapStart(old, index), sizeOfGap(old, index), sizeOfGap(now, gap));
  return { start: move(start), end: move(end) };
}

/** The new gap after an old token that is kept; the text's beginning is kept with its first token. */
function newGapAfter({ old, now, fates }: Trail, token: number): number | undefined {
  if (token < 0) return fates[0] === 0 || old.tokens.length + now.tokens.length === 0 ? 0 : undefined;
  const fate = fates[token];
  return typeof fate === "number" ? fate + 1 : undefined;
}

/** The new gap before an old token that is kept; the text's end is kept with its last token. */
function newGapBefore({ old, now, fates }: Trail, token: number): number | undefined {
  if (token === old.tokens.length)
    return (fates[token - 1] ?? -1) === now.tokens.length - 1 ? now.tokens.length : undefined;
  const fate = fates[token];
  return typeof fate === "number" ? fate : undefined;
}
