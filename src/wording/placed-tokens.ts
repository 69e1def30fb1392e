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

const folded = /^[a-z0-9]+$/;

/** In their order. Time is that of the text's length. */
export function placeTokens(text: string): PlacedToken[] {
  const tokens: PlacedToken[] = [];
  // Most words come again.
  const known = new Map<string, readonly string[]>();
  for (const { 0: piece, index: start } of text.matchAll(pieces)) {
    const end = start + piece.length;
    if (folded.test(piece)) {
      tokens.push({ key: piece, start, end });
      continue;
    }
    let keys = known.get(piece);
    if (keys === undefined) known.set(piece, (keys = foldPhrase(piece).split(" ")));
    for (const key of keys) if (key !== "") tokens.push({ key, start, end });
  }
  return tokens;
}
