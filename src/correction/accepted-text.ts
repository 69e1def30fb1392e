// A word-processor document with every tracked change accepted: its paragraphs as a person would
// then see them, and where the marks of its comments fall in them.
import {
  NOTE,
  type Block,
  type CommentMark,
  type Paragraph,
  type Run,
  type Table,
} from "../office/document.ts";
import { CELL } from "../copy/layout.ts";
import type { BlockPlace, ReturnedBlock } from "./returned-text.ts";

export interface CommentedPlace {
  readonly start: BlockPlace;
  readonly end: BlockPlace;
}

/** A block being made. */
interface Draft {
  text: string;
  readonly isRow: boolean;
  readonly note: number | undefined;
  /** Of a row: where its last cell begins, and what parts its next words from those before them. */
  cellStart: number;
  gap: string;
  shape: Pick<ReturnedBlock, "kind" | "level">;
  section: string | undefined;
  /** Places are in its text. */
  readonly marks: CommentMark[];
}

/** Builds the text from the blocks it is given, in order. */
export class AcceptedText {
  readonly blocks: ReturnedBlock[] = [];
  /** From the first mark of a comment to its last, however they are said to open and close. */
  readonly places = new Map<string, CommentedPlace>();
  /** The note of each call, in order; those whose call was deleted. */
  readonly called: string[] = [];
  readonly calledOff = new Set<string>();
  readonly #sectionOf: (bookmark: string) => string | undefined;
  /** Comments that begin where no words are left: with the next block, unless they end before it. */
  readonly #early: string[] = [];
  /** The section that a paragraph left empty began. */
  #section: string | undefined;

  /** `sectionOf`: the section a bookmark begins. */
  constructor(sectionOf: (bookmark: string) => string | undefined) {
    this.#sectionOf = sectionOf;
  }

  /** Adds a story: the body, or a note, which has its number. */
  add(blocks: readonly Block[], note?: number): void {
    let open: Draft | undefined;
    for (const block of blocks) {
      if (block.kind === "table") {
        this.#close(open);
        open = undefined;
        this.#table(block, note);
        continue;
      }
      open ??= draft(note);
      this.#append(open, block);
      // A paragraph whose end is deleted is one with the next.
      if (block.endChange?.kind === "deletion") continue;
      this.#close(open);
      open = undefined;
    }
    this.#close(open);
    this.#section = undefined;
    for (const comment of this.#early.splice(0)) if (!this.places.has(comment)) this.#markBefore(comment);
  }

  #table({ rows }: Table, note: number | undefined): void {
    for (const cells of rows) {
      const row = draft(note, true);
      const isRowGone = isGone(cells);
      let count = 0;
      for (const cell of cells) {
        const isKept = !isRowGone && !isGone([cell]);
        if (isKept && count > 0) row.text += CELL;
        if (isKept) count += 1;
        row.cellStart = row.text.length;
        this.#cell(row, cell);
        row.gap = "";
      }
      // An empty row of several cells is one all the same.
      this.#close(row, count > 1);
    }
  }

  /** Its paragraphs, and those of the tables in it, are parted by a space. */
  #cell(row: Draft, blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === "table")
        for (const cell of block.rows.flat()) {
          this.#cell(row, cell);
          part(row);
        }
      else {
        this.#append(row, block);
        if (block.endChange?.kind !== "deletion") part(row);
      }
    }
  }

  #append(open: Draft, paragraph: Paragraph): void {
    const before = open.text.length;
    const marks = [...(paragraph.commentMarks ?? [])].sort((a, b) => a.at - b.at);
    let [at, next] = [0, 0];
    for (const run of paragraph.runs) {
      let from = 0;
      for (let mark = marks[next]; mark && mark.at <= at + run.text.length; mark = marks[(next += 1)]) {
        const to = Math.max(from, mark.at - at);
        this.#put(open, run, from, to);
        open.marks.push({ ...mark, at: open.text.length });
        from = to;
      }
      this.#put(open, run, from, run.text.length);
      at += run.text.length;
    }
    for (const mark of marks.slice(next)) open.marks.push({ ...mark, at: open.text.length });
    // Of paragraphs that become one, Word keeps the look of the last (ECMA-376, 17.13.5.15; what it
    // saves: OfficeDev/open-xml-docs, issue 355). One whose words are all deleted lends it nothing.
    if (before === 0 || open.text.length > before) open.shape = shapeOf(paragraph);
    for (const bookmark of paragraph.bookmarks ?? [])
      open.section = this.#sectionOf(bookmark) ?? open.section;
  }

  #put(open: Draft, { text, note, change }: Run, from: number, to: number): void {
    if (to <= from) return;
    if (change?.kind === "deletion") {
      if (note !== undefined) this.calledOff.add(note);
      return;
    }
    if (note !== undefined) this.called.push(note);
    let words = text.slice(from, to);
    if (note === undefined) words = words.replaceAll(NOTE, "\uFFFD");
    if (open.isRow) words = inOneLine(words);
    // The space between a note's number and its words; a page's end where a paragraph begins.
    if (open.text === "") words = open.note === undefined ? words.replace(/^\n+/, "") : words.trimStart();
    if (words === "") return;
    open.text += open.gap + words;
    open.gap = "";
  }

  #close(open: Draft | undefined, isKept = false): void {
    if (!open) return;
    const { note, shape, marks } = open;
    const text = withoutLastBreaks(open.text);
    const section = open.section ?? this.#section;
    if (text.trim() === "" && !isKept) {
      if (note === undefined) this.#section = section;
      for (const { comment, edge } of marks)
        if (edge === "start") this.#early.push(comment);
        else this.#markBefore(comment);
      return;
    }
    this.#section = undefined;
    const block = this.blocks.push({
      text,
      ...(open.isRow ? { kind: "row" } : shape),
      ...(section !== undefined && { section }),
      ...(note !== undefined && { note }),
    });
    for (const comment of this.#early.splice(0))
      if (!this.places.has(comment)) this.#mark(comment, { block: block - 1, at: 0 });
    for (const { comment, at } of marks)
      this.#mark(comment, { block: block - 1, at: Math.min(at, text.length) });
  }

  /** Puts a mark where no words are left to the end of the words before it. */
  #markBefore(comment: string): void {
    const last = this.blocks.at(-1);
    if (last) this.#mark(comment, { block: this.blocks.length - 1, at: last.text.length });
    else this.#early.push(comment);
  }

  #mark(comment: string, place: BlockPlace): void {
    this.places.set(comment, { start: this.places.get(comment)?.start ?? place, end: place });
  }
}

function draft(note: number | undefined, isRow = false): Draft {
  return { text: "", isRow, note, cellStart: 0, gap: "", shape: {}, section: undefined, marks: [] };
}

/**
 * The words of a cell. A joiner that joins no picture to another is LibreOffice's: it puts one into
 * an empty row that is inserted, to have something to track.
 */
function inOneLine(words: string): string {
  return words.replace(/^\u200D+|\u200D(?![\p{L}\p{Extended_Pictographic}])/gu, "").replace(/[\t\n]/g, " ");
}

/** Programs write the end of a page as a line break; at the end of a paragraph it breaks no line. */
function withoutLastBreaks(text: string): string {
  let end = text.length;
  while (text[end - 1] === "\n") end -= 1;
  return text.slice(0, end);
}

function part(row: Draft): void {
  if (row.text.length > row.cellStart) row.gap = " ";
}

function shapeOf({ isHeading, level, style = "", listDepth }: Paragraph): Draft["shape"] {
  if (isHeading === true || level !== undefined)
    return { kind: "heading", ...(level !== undefined && { level }) };
  if (/quot|citation/i.test(style)) return { kind: "quote" };
  return { kind: listDepth === undefined ? "paragraph" : "item" };
}

/** Nothing is left of it: all its words are deleted, and the ends of its paragraphs. */
function isGone(cells: readonly (readonly Block[])[]): boolean {
  const blocks = cells.flat();
  return (
    blocks.length > 0 &&
    blocks.every((block) =>
      block.kind === "table"
        ? block.rows.every(isGone)
        : block.endChange?.kind === "deletion" &&
          block.runs.every(({ change }) => change?.kind === "deletion"),
    )
  );
}
