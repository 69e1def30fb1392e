// A section as it was sent, with what was brought in since: words are looked for in the document
// through it, so that what the program itself wrote there misleads nobody.
import { wordsIn } from "./conflict.ts";
import type { Replacement } from "./place-in-section.ts";

export interface MadeTouch extends Replacement {
  /** True for words that stand in the place of no others. */
  readonly isAdded: boolean;
}

export interface Made {
  readonly text: string;
  /** What makes it out of the sent text, in order. */
  readonly touches: readonly MadeTouch[];
}

/** A change of the sent text as a change of what was made of it; none of the touches meets its words. */
export function asMade<R extends MeantChange>(change: R, { touches }: Made): R {
  const { start, end, after } = withoutTakenMargins(change, touches);
  const isPoint = start === end;
  let shift = 0;
  for (const touch of touches) {
    const isBefore = touch.end < start || (touch.end === start && !(isPoint && touch.isAdded));
    if (isBefore) shift += touch.after.length - (touch.end - touch.start);
  }
  return { ...change, start: start + shift, end: end + shift, after };
}

interface MeantChange extends Replacement {
  readonly before: string;
}

/** White space around the words that go is left where something was put into it. */
export function withoutTakenMargins(
  { start, end, before, after }: MeantChange,
  touches: readonly Replacement[],
): Replacement {
  const words = wordsIn({ start, before });
  const isTaken = (from: number, to: number): boolean =>
    touches.some((touch) => touch.start < to && touch.end > from);
  const isLeadTaken = start < words.start && isTaken(start, words.start + 0.5);
  const isTailTaken = words.end < end && isTaken(words.end - 0.5, end);
  return {
    start: isLeadTaken ? words.start : start,
    end: isTailTaken ? words.end : end,
    after: isTailTaken ? leadless(after, isLeadTaken).trimEnd() : leadless(after, isLeadTaken),
  };
}

const leadless = (text: string, isTaken: boolean): string => (isTaken ? text.trimStart() : text);
