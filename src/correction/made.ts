// A section as it was sent, with what was brought in since: words are looked for in the document
// through it, so that what the program itself wrote there misleads nobody.
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

/** A change of the sent text as a change of what was made of it; none of the touches meets it. */
export function asMade<R extends Replacement>(change: R, { touches }: Made): R {
  const isPoint = change.start === change.end;
  let shift = 0;
  for (const { start, end, after, isAdded } of touches) {
    const isBefore = end < change.start || (end === change.start && !(isPoint && isAdded));
    if (isBefore) shift += after.length - (end - start);
  }
  return { ...change, start: change.start + shift, end: change.end + shift };
}
