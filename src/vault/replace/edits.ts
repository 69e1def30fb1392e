// Words put in the place of others in a text, and where what stood around them is now.

export interface Edit {
  /** The words replaced: UTF-16 indices, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** What stands there instead. */
  readonly words: string;
}

/** The text with all of them made. `edits`: in order, none overlapping another. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, words } of edits) {
    pieces.push(text.slice(at, start), words);
    at = end;
  }
  return pieces.join("") + text.slice(at);
}

/**
 * Moves ranges of the text to where they are once `edits` are made. One that begins or ends within
 * replaced words covers all that replaced them.
 */
export function rangeMover(
  edits: readonly Edit[],
): <Range extends { start: number; end: number }>(range: Range) => Range {
  // How much longer the text is before each edit, and after the last.
  const shifts = [0];
  for (const { start, end, words } of edits) shifts.push((shifts.at(-1) ?? 0) + words.length - (end - start));
  /** The first edit that ends after a place, or there. */
  const editAt = (at: number, isAfter: (end: number) => boolean): number => {
    let [low, high] = [0, edits.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isAfter(edits[middle]?.end ?? at)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const moveStart = (at: number): number => {
    const index = editAt(at, (end) => end > at);
    return Math.min(at, edits[index]?.start ?? at) + (shifts[index] ?? 0);
  };
  const moveEnd = (at: number): number => {
    const index = editAt(at, (end) => end >= at);
    const edit = edits[index];
    if (edit === undefined || edit.start >= at) return at + (shifts[index] ?? 0);
    return edit.end + (shifts[index + 1] ?? 0);
  };
  return (range) => {
    if (edits.length === 0) return range;
    const start = moveStart(range.start);
    const end = range.start === range.end ? start : moveEnd(range.end);
    return { ...range, start, end };
  };
}
