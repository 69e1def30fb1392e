// A passage linked to a theme, and the one form in which its range is kept.
import type { ThemeId } from "../kernel/ids.ts";

export interface Coding {
  readonly turn: number;
  readonly theme: ThemeId;
  /** Range in the turn's words, UTF-16 indices, end exclusive; both null: the whole turn. */
  readonly start: number | null;
  readonly end: number | null;
}

/** Words within a turn that are linked to a theme. */
export interface Mark {
  readonly theme: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The same marks, canonical: edges on words rather than spaces, and marks of one theme that
 * overlap, touch or have only white space between made one; by place, then theme.
 */
export function canonicalMarks<M extends Mark>(words: string, marks: readonly M[]): M[] {
  const kept: M[] = [];
  const last = new Map<string, number>();
  for (const mark of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const index = last.get(mark.theme);
    const earlier = index === undefined ? undefined : kept[index];
    const isNext = earlier !== undefined && !/\S/.test(words.slice(earlier.end, mark.start));
    if (index !== undefined && earlier !== undefined && isNext)
      kept[index] = { ...earlier, end: Math.max(earlier.end, mark.end) };
    else last.set(mark.theme, kept.push(mark) - 1);
  }
  return kept
    .map((mark) => trimMark(words, mark))
    .filter((mark) => mark.start < mark.end)
    .sort((a, b) => a.start - b.start || (a.theme < b.theme ? -1 : 1));
}

function trimMark<M extends Mark>(words: string, mark: M): M {
  const start = Math.max(0, mark.start);
  const text = words.slice(start, mark.end);
  const lead = text.length - text.trimStart().length;
  return { ...mark, start: start + lead, end: start + lead + text.trim().length };
}

/** The canonical codings of a turn's words; a theme counts once for the whole turn. */
export function canonicalCodings(words: string, codings: readonly Coding[]): Coding[] {
  const whole = new Map<string, Coding>();
  const ranged: (Coding & Mark)[] = [];
  for (const coding of codings) {
    const { start, end } = coding;
    if (start === null || end === null) whole.set(coding.theme, coding);
    else ranged.push({ ...coding, start, end });
  }
  const byTheme = [...whole.values()].sort((a, b) => (a.theme < b.theme ? -1 : 1));
  return [...byTheme, ...canonicalMarks(words, ranged)];
}

/** The words a coding is about. */
export function codedWords(words: string, { start, end }: Pick<Coding, "start" | "end">): string {
  return start === null || end === null ? words : words.slice(start, end);
}
