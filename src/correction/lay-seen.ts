// A text of what is seen of some blocks, and what parts the words in it.
import { CELL, type LaidBlock } from "../copy/layout.ts";
import type { ReturnedBlock } from "./returned-text.ts";

/** Between two blocks, in a text of what is seen. */
export const BREAK = "\n\n";

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text of what is seen, and where its blocks begin in it. Blocks of nothing are left out. */
export class Seen<B extends { readonly text: string }> {
  readonly text: string;
  readonly blocks: readonly B[];
  readonly #starts: number[] = [];
  /** For each block given, with those of nothing: where it is, or where the one before it ends. */
  readonly #places: number[] = [];

  constructor(all: readonly B[]) {
    this.blocks = all.filter(({ text }) => text.trim() !== "");
    let at = 0;
    for (const { text } of all) {
      const isSeen = text.trim() !== "";
      this.#places.push(isSeen ? at : Math.max(0, at - BREAK.length));
      if (isSeen) this.#starts.push(at);
      if (isSeen) at += text.length + BREAK.length;
    }
    this.text = this.blocks.map(({ text }) => text).join(BREAK);
  }

  placeOf(index: number): number {
    return this.#places[index] ?? 0;
  }

  /** The index of the block that a place is in, at the start or at the end of; -1 when there is none. */
  blockAt(at: number): number {
    return lastUpTo(this.#starts, at, (start) => start);
  }

  startOf(block: number): number {
    return this.#starts[block] ?? this.text.length;
  }

  endOf(block: number): number {
    return this.startOf(block) + (this.blocks[block]?.text.length ?? 0);
  }
}

/** The index of the last of a rising list that is not above a value; -1 when all are. */
export function lastUpTo<T>(list: readonly T[], value: number, of: (each: T) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = list[middle];
    if (each !== undefined && of(each) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** With nothing in it that parts blocks, or cells in what is no row; as long as it was. */
export function spelled<B extends ReturnedBlock | LaidBlock>(block: B): B {
  if (!/\n\n|^\n|\n$|\t/.test(block.text)) return block;
  const text = block.text.replace(/\n(?=\n)|^\n|\n$/g, " ");
  return { ...block, text: block.kind === "row" ? text : text.replaceAll(CELL, " ") };
}

/** What parts words: blocks, cells. */
export function partingsOf(text: string): string[] {
  return text.match(/\n\n|\t/g) ?? [];
}

/** The stretches of a range between what parts words: blocks and cells, or blocks alone. */
export function partsOf(text: string, { start: from, end }: Span, parting?: typeof BREAK): Span[] {
  const parts: Span[] = [];
  let start = from;
  for (const { index, 0: mark } of text
    .slice(from, end)
    .matchAll(parting === undefined ? /\n\n|\t/g : /\n\n/g)) {
    parts.push({ start, end: from + index });
    start = from + index + mark.length;
  }
  return [...parts, { start, end }];
}

export function within(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** White space alone on both sides, that parts what is around it in the same way. */
export function isSameGap(a: string, b: string): boolean {
  if (a === b) return a.trim() === "";
  if (a.trim() !== "" || b.trim() !== "" || a === "" || b === "") return false;
  const kind = (gap: string): string => gap.match(/\n\n|\t|\n/g)?.join("") ?? " ";
  return kind(a) === kind(b);
}

export function isSpace(text: string, at: number): boolean {
  return /[ \u00A0\u202F]/.test(text.charAt(at));
}
