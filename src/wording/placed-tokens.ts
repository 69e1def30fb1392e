// The words of a text as a leak is looked for (phrases.ts), each with its place.
import { foldPhrase } from "./phrases.ts";

export interface PlacedToken {
  /** Folded: letters and figures alone. */
  readonly key: string;
  /** UTF-16 indices in the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** What no mark and no white space parts; the same marks as `foldPhrase` takes away. */
const pieces = /[^\s\0-/:-@[-`{-\u00BF\u02B0-\u02FF\u2000-\u206F\u3000-\u303F]+/g;

/** In their order. Time is that of the text's length. */
export function placeTokens(text: string): PlacedToken[] {
  const tokens: PlacedToken[] = [];
  for (const { 0: piece, index: start } of text.matchAll(pieces))
    for (const key of foldPhrase(piece).split(" "))
      if (key !== "") tokens.push({ key, start, end: start + piece.length });
  return tokens;
}
