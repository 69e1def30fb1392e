// A return as what is seen in it: paragraphs with every change accepted, and what was said about
// which words. Word files, the page's answer and messages are read into this, then laid back onto
// what was sent (lay-back.ts).
import type { Diagnostic } from "../kernel/diagnostic.ts";
import type { Kind } from "./correction.ts";
import type { Loss, Remark } from "./return.ts";

export interface ReturnedBlock {
  /**
   * As in the copy's layout (copy/layout.ts): NOTE for the call of a note, CELL between the cells
   * of a row, "\n" for a line break inside the paragraph.
   */
  readonly text: string;
  /** What it looks like in the file, when the file says; undefined when it says nothing. */
  readonly kind?: "heading" | "paragraph" | "quote" | "item" | "row";
  /** Of a heading, from 1. */
  readonly level?: number;
  /** The section that a bookmark, or the answer, says begins here. */
  readonly section?: string;
  /** The note it stands in: notes are numbered from 0 in the order in which they are called. */
  readonly note?: number;
}

/** A place in the returned text. */
export interface BlockPlace {
  /** Index of the block. */
  readonly block: number;
  /** UTF-16 units of its text before it. */
  readonly at: number;
}

export interface BlockComment {
  readonly start: BlockPlace;
  /** The same as `start` for a comment at a point. */
  readonly end: BlockPlace;
  readonly words: string;
  /** What the person said that it is, where the return asks for it. */
  readonly kind?: Kind;
}

export interface ReturnedText {
  /** In the order of the file; those of notes come last. */
  readonly blocks: readonly ReturnedBlock[];
  readonly comments: readonly BlockComment[];
  readonly remarks: readonly Remark[];
  /** What could not be placed: words in a header, a comment on nothing. */
  readonly loss: readonly Loss[];
  readonly diagnostics: readonly Diagnostic[];
}
