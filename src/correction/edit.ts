// What a return does to the words of a section, as ranges and the words to put there.
import { changesWords, wordsAsked, type Change, type Correction } from "./correction.ts";

/** Ranges are in the section's text as it was sent. */
export type Edit = Pick<Change, "start" | "end" | "after">;

/** Undefined when a correction has no place, or only says something. */
export function editOf(correction: Correction): Edit | undefined {
  const { start, end } = correction;
  if (start === null || end === null || !changesWords(correction)) return undefined;
  return { start, end, after: wordsAsked(correction) };
}

/**
 * What one return changes, in order and apart from each other. Where it asks two things of the
 * same words, the second follows the first.
 */
export function editsOf(asked: readonly Correction[]): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  const all = asked.flatMap((each) => editOf(each) ?? []).sort((a, b) => a.start - b.start || a.end - b.end);
  for (const { start, end, after } of all) {
    edits.push({ start: Math.max(at, start), end: Math.max(at, end), after });
    at = Math.max(at, end);
  }
  return edits;
}
