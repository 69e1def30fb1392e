// One difference between two texts, and the white space that goes with it.
import type { Stretch } from "./align.ts";
import { gapEnd, gapStart, hasBlankLine, type Side } from "./side.ts";

/** [start, end) of the old text became [afterStart, afterEnd) of the new one. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  readonly afterStart: number;
  readonly afterEnd: number;
}

/**
 * The hunk of a stretch. White space around it stays out when it is alike on both sides; words
 * put in or taken out bring that of one side with them, so that what is left is spaced as in the
 * other text.
 */
export function hunkOf(old: Side, now: Side, { from, to, newFrom, newTo }: Stretch): Hunk {
  const isOneSided = from === to || newFrom === newTo;
  const isOut = (index: number, newIndex: number): boolean => {
    const [kind, newKind] = [kindOfGap(old, index), kindOfGap(now, newIndex)];
    return isOneSided ? kind === newKind : areAlike(kind, newKind);
  };
  const isLeadOut = from === 0 || isOut(from, newFrom);
  const isTrailOut = (to === old.ids.length || isOut(to, newTo)) && !(isOneSided && isLeadOut);
  const start = isLeadOut ? gapEnd : gapStart;
  const end = isTrailOut ? gapStart : gapEnd;
  return hunkBetween(old, now, start(old, from), end(old, to), start(now, newFrom), end(now, newTo));
}

/**
 * The hunk that gives the gap before a token the white space of the other text; undefined when
 * both, or neither, part their tokens.
 */
export function gapHunk(old: Side, now: Side, index: number, newIndex: number): Hunk | undefined {
  if (areAlike(kindOfGap(old, index), kindOfGap(now, newIndex))) return undefined;
  return hunkBetween(
    old,
    now,
    gapStart(old, index),
    gapEnd(old, index),
    gapStart(now, newIndex),
    gapEnd(now, newIndex),
  );
}

type Gap = "none" | "unseen" | "space" | "blank line";

function kindOfGap(side: Side, index: number): Gap {
  const gap = side.text.slice(gapStart(side, index), gapEnd(side, index));
  if (gap === "") return "none";
  if (hasBlankLine(gap)) return "blank line";
  return /\s/.test(gap) ? "space" : "unseen";
}

function areAlike(kind: Gap, other: Gap): boolean {
  const isSpace = (gap: Gap): boolean => gap === "space" || gap === "blank line";
  return kind === other || (isSpace(kind) && isSpace(other));
}

function hunkBetween(
  old: Side,
  now: Side,
  start: number,
  end: number,
  afterStart: number,
  afterEnd: number,
): Hunk {
  return {
    start,
    end,
    before: old.text.slice(start, end),
    after: now.text.slice(afterStart, afterEnd),
    afterStart,
    afterEnd,
  };
}
