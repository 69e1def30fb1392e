// Ranges of a text taken out, one mark in the place of each, every other sign as it was.
import { placeTokens } from "./placed-tokens.ts";

export interface Range {
  /** UTF-16 indices, the end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** In order, those that meet or have no word between them made one. */
export function merged(ranges: readonly Range[], text: string): Range[] {
  const result: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last !== undefined && (range.start <= last.end || isMarkOnly(text.slice(last.end, range.start))))
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else result.push(range);
  }
  return result;
}

/** Marks of punctuation within a paragraph: not the line between two. */
const isMarkOnly = (text: string): boolean => !/\n\s*\n/.test(text) && placeTokens(text).length === 0;

export interface Spliced {
  readonly text: string;
  /** Where a place of the text is now; one that was taken out is where the mark begins, or ends. */
  readonly startOf: (at: number) => number;
  readonly endOf: (at: number) => number;
}

/** `ranges`: in order, without overlap. */
export function splice(text: string, ranges: readonly Range[], mark: string): Spliced {
  let made = "";
  let from = 0;
  const places: (Range & { readonly now: number })[] = [];
  for (const { start, end } of ranges) {
    made += text.slice(from, start);
    places.push({ start, end, now: made.length });
    made += mark;
    from = end;
  }
  const shift = (at: number, inside: (now: number) => number): number => {
    let moved = 0;
    for (const { start, end, now } of places) {
      if (at <= start) break;
      if (at < end) return inside(now);
      moved += mark.length - (end - start);
    }
    return at + moved;
  };
  return {
    text: made + text.slice(from),
    startOf: (at) => shift(at, (now) => now),
    endOf: (at) => shift(at, (now) => now + mark.length),
  };
}
