// Changes of a text as ranges and words: found between two texts, and put into one.
import { hunks, type Hunk } from "../wording/compare.ts";
import { countWords, type Change } from "./correction.ts";
import { afterSpace, beforeSpace, leadingSpace, trailingSpace } from "./spaces.ts";

export interface PlacedChange extends Change {
  /** Where the new words stand in the other text. */
  readonly afterStart: number;
  readonly afterEnd: number;
}

/**
 * The changes that make `back` out of `text`, in order and apart from each other. The white
 * space around them is such that paragraphs come out as they are in `back`.
 */
export function changesBetween(text: string, back: string): PlacedChange[] {
  const found = hunks(text, back).map((hunk, index, all) => withMarks(text, back, hunk, all[index - 1]));
  const spaced = asRewritten(text, back, found).map((hunk, index, all): [Range, Range] => {
    const shift = slide(text, back, hunk, all[index - 1]);
    const old = widen(text, hunk.start - shift, hunk.end - shift);
    const now = widen(back, hunk.afterStart - shift, hunk.afterEnd - shift);
    const tail = commonSpace(trailingSpace(within(text, old)), trailingSpace(within(back, now)));
    if (tail) [old.end, now.end] = [old.end - tail.a, now.end - tail.b];
    const head = commonSpace(leadingSpace(within(text, old)), leadingSpace(within(back, now)));
    if (head) [old.start, now.start] = [old.start + head.a, now.start + head.b];
    return [old, now];
  });
  return apart(spaced).map(([old, now]) => ({
    ...old,
    before: text.slice(old.start, old.end),
    after: back.slice(now.start, now.end).replace(/\n{3,}/g, "\n\n"),
    afterStart: now.start,
    afterEnd: now.end,
  }));
}

/** Changes between which nothing but white space stayed are one. */
function apart(spaced: readonly [Range, Range][]): [Range, Range][] {
  const list: [Range, Range][] = [];
  for (const [old, now] of spaced) {
    const [last, newLast] = list.at(-1) ?? [];
    if (last && newLast && old.start <= last.end) {
      last.end = Math.max(last.end, old.end);
      newLast.end = Math.max(newLast.end, now.end);
    } else list.push([old, now]);
  }
  return list;
}

type Stretch = Pick<Hunk, "start" | "end" | "afterStart" | "afterEnd">;

/** Marks that stood at the head of a paragraph, and do not any more, belong to the change after them. */
function withMarks(text: string, back: string, hunk: Stretch, previous: Stretch | undefined): Stretch {
  const [mine, theirs] = [marksBefore(text, hunk.start), marksBefore(back, hunk.afterStart)];
  if (mine.isHead === theirs.isHead) return hunk;
  const { marks } = mine.isHead ? mine : theirs;
  const start = hunk.start - marks.length;
  const isOne = mine.marks.endsWith(marks) && theirs.marks.endsWith(marks);
  if (!isOne || start <= (previous?.end ?? 0)) return hunk;
  return { ...hunk, start, afterStart: hunk.afterStart - marks.length };
}

/** As many letters before a change as are looked at. */
const LONGEST_MARKS = 20;

function marksBefore(text: string, at: number): { marks: string; isHead: boolean } {
  const before = text.slice(Math.max(0, at - LONGEST_MARKS), at);
  const marks = /[^\p{L}\p{N}\s]*$/u.exec(before)?.[0] ?? "";
  const isHead = marks !== "" && /\n\s*\n$/.test(before.slice(0, before.length - marks.length));
  return { marks, isHead };
}

/**
 * A sentence that was rewritten is one change: neighbours in it are joined when few words were
 * left between them, beside those that changed.
 */
function asRewritten(text: string, back: string, list: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const hunk of list) {
    const last = joined.at(-1);
    const between = last === undefined ? "" : text.slice(last.end, hunk.start);
    const newBetween = last === undefined ? "" : back.slice(last.afterEnd, hunk.afterStart + 1);
    const isSentence = !/\n|[.!?…]\s/.test(between) && !/\n\s*\n|[.!?…]\s/.test(newBetween);
    const size = ({ start, end, afterStart, afterEnd }: Stretch): number =>
      Math.max(countWords(text.slice(start, end)), countWords(back.slice(afterStart, afterEnd)));
    if (last !== undefined && isSentence && countWords(between) * 3 <= size(last) + size(hunk)) {
      joined.pop();
      joined.push({ ...last, end: hunk.end, afterEnd: hunk.afterEnd });
    } else joined.push(hunk);
  }
  return joined;
}

/** How far words put in or taken out are looked for, in letters, to begin where a line does. */
const LONGEST_SLIDE = 120;

/**
 * How far to the left words put in or taken out can be said to stand, so that they begin where a
 * line or a sentence does: "va. On [dort. On] vient" is "va. [On dort.] On vient".
 */
function slide(text: string, back: string, hunk: Stretch, previous: Stretch | undefined): number {
  const { start, end, afterStart, afterEnd } = hunk;
  const old = text.slice(start, end).trim();
  const now = back.slice(afterStart, afterEnd).trim();
  if ((old === "") === (now === "")) return 0;
  const [whole, from, to] = old === "" ? [back, afterStart, afterEnd] : [text, start, end];
  const [other, at] = old === "" ? [text, start] : [back, afterStart];
  const [left, point] = [widen(whole, from, from).start, widen(other, at, at).start];
  const right = from + whole.slice(from, to).trimEnd().length;
  // A word that did not change stays between this change and the one before it.
  const floor = (old === "" ? previous?.afterEnd : previous?.end) ?? 0;
  let best = { shift: 0, rank: rankOf(whole, left) };
  for (let shift = 1; shift <= Math.min(LONGEST_SLIDE, left, point); shift += 1) {
    const letter = whole[left - shift];
    if (letter !== whole[right - shift] || letter !== other[point - shift]) break;
    const rank = rankOf(whole, left - shift);
    if (rank > best.rank && whole.slice(floor, left - shift).trim() !== "") best = { shift, rank };
  }
  return best.shift;
}

/** How good a place it is for words to begin after: the end of a line, of a sentence, of anything else. */
function rankOf(text: string, at: number): number {
  const space = leadingSpace(text.slice(at, at + 10));
  if (space === "") return 0;
  return space.includes("\n") ? 2 : /[.!?…]/.test(text.charAt(at - 1)) ? 1 : 0;
}

interface Range {
  start: number;
  end: number;
}

function widen(text: string, from: number, to: number): Range {
  return { start: beforeSpace(text, from), end: afterSpace(text, to) };
}

function within(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}

/** The lengths of two stretches of white space that part words in the same way. */
function commonSpace(a: string, b: string): { a: number; b: number } | undefined {
  return parting(a) === parting(b) ? { a: a.length, b: b.length } : undefined;
}

function parting(space: string): "nothing" | "space" | "line" | "paragraph" {
  if (space === "") return "nothing";
  if (!space.includes("\n")) return "space";
  return /\n[^\S\n]*\n/.test(space) ? "paragraph" : "line";
}

/** Puts changes into a text; they are given in order and do not overlap. */
export function splice(text: string, changes: readonly Pick<Change, "start" | "end" | "after">[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, after } of changes) {
    result += text.slice(at, start) + after;
    at = end;
  }
  return result + text.slice(at);
}
