// When two corrections ask for different things of the same words.
import { sameWords } from "../wording/fold.ts";
import { changesWords, wordsAsked, type Correction } from "./correction.ts";

type Placed = Pick<
  Correction,
  "id" | "kind" | "edition" | "group" | "section" | "start" | "end" | "before" | "after" | "decision"
>;

/** Corrections that cannot both be followed, and those that ask for the very same thing. */
export interface Neighbours<C> {
  readonly conflictsWith: readonly C[];
  readonly agreesWith: readonly C[];
}

/**
 * Finds, for each correction, those of the same sent section that touch the same words or stand
 * at the same point. Declined ones and comments that change nothing are in nobody's way.
 */
export function neighbours<C extends Placed>(corrections: readonly C[]): Map<C, Neighbours<C>> {
  const sections = new Map<string, C[]>();
  for (const each of corrections) {
    if (!changesWords(each) || each.start === null || each.decision?.outcome === "declined") continue;
    const key = `${each.edition} ${each.group} ${each.section}`;
    const list = sections.get(key);
    if (list) list.push(each);
    else sections.set(key, [each]);
  }
  const found = new Map<C, { conflictsWith: C[]; agreesWith: C[] }>();
  for (const list of sections.values())
    for (const one of list)
      for (const other of list) {
        if (one === other || !meet(wordsIn(one), wordsIn(other))) continue;
        const entry = found.get(one) ?? { conflictsWith: [], agreesWith: [] };
        found.set(one, entry);
        (asksTheSame(one, other) ? entry.agreesWith : entry.conflictsWith).push(other);
      }
  return found;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The range without the white space at its ends: two people who take out neighbours do not meet. */
export function wordsIn({ start, before }: { start: number | null; before: string }): Range {
  const from = (start ?? 0) + (before.trim() === "" ? 0 : before.length - before.trimStart().length);
  return { start: from, end: from + before.trim().length };
}

/** True when two ranges share a letter, or an insertion stands in or where the other does. */
export function meet(a: Range, b: Range): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}

function asksTheSame(a: Placed, b: Placed): boolean {
  return a.start === b.start && a.end === b.end && sameWords(wordsAsked(a), wordsAsked(b));
}
