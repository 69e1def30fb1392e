// The text of a Word copy: laid blocks as headings, paragraphs, lists, tables and footnotes.
import {
  Bookmark,
  HeadingLevel,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type ParagraphChild,
  type Table,
} from "docx";
import { CELL, type LaidBlock, type LaidList } from "../../layout.ts";
import { bulletsName, levelOf, listIndent, listName, type NumberedList } from "./numbering.ts";
import { partOwnWords, writeRuns, type OwnRun, type Range } from "./runs.ts";
import { ownBars, quoteBars, quoteIndent } from "./styles.ts";
import { writeTable, type Row } from "./table.ts";

/** A letter, a presentation or a section. */
export interface Part {
  readonly bookmark: string;
  readonly blocks: readonly LaidBlock[];
  /** The person's own quotes, in order; ranges are in the Markdown that was laid out. */
  readonly own: readonly ({ readonly form: "block" | "inline" } & Range)[];
  /** It begins a page. */
  readonly beginsPage: boolean;
}

/** What all parts of a document share. */
export class Story {
  readonly children: (Paragraph | Table)[] = [];
  readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  /** Those with numbers. */
  readonly lists: NumberedList[] = [];
  #notes = 0;

  add(part: Part): void {
    new PartWriter(part, this).write();
  }

  addNote(children: Paragraph[]): number {
    this.#notes += 1;
    this.footnotes[this.#notes] = { children };
    return this.#notes;
  }

  /** The name of what numbers a list. */
  addList(list: NumberedList): string {
    this.lists.push(list);
    return listName(this.lists.length - 1);
  }
}

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

class PartWriter {
  readonly #story: Story;
  readonly #blocks: readonly LaidBlock[];
  readonly #runs: ReadonlyMap<LaidBlock, readonly OwnRun[]>;
  /** The person's own block quotes that are not passed yet. */
  readonly #own: Range[];
  /** What the next paragraph begins with. */
  #bookmark: string | undefined;
  readonly #beginsPage: boolean;
  /** The blocks of each note, by its label, and the labels that the text itself calls. */
  readonly #notes = new Map<string, LaidBlock[]>();
  readonly #called = new Set<string>();
  /** What numbers each list, by the list's id. */
  readonly #numbered = new Map<number, string>();
  #lastQuote = 0;

  constructor({ blocks, own, bookmark, beginsPage }: Part, story: Story) {
    this.#story = story;
    this.#blocks = blocks;
    this.#runs = partOwnWords(
      blocks,
      own.filter(({ form }) => form === "inline"),
    );
    this.#own = own.filter(({ form }) => form === "block");
    this.#bookmark = bookmark;
    this.#beginsPage = beginsPage;
    for (const block of blocks)
      if (block.note !== undefined) this.#note(block.note).push(block);
      else for (const { note } of block.runs) if (note !== undefined) this.#called.add(note);
  }

  write(): void {
    // A note that nothing calls is shown where it is written.
    const shown = this.#blocks.filter(({ note }) => note === undefined || !this.#called.has(note));
    let rows: LaidBlock[] = [];
    for (const [at, block] of shown.entries()) {
      const next = shown[at + 1];
      if (isRow(block)) {
        rows.push(block);
        if (next?.table === block.table) continue;
        this.#story.children.push(writeTable(rows.map((row) => this.#row(row))));
        rows = [];
      } else this.#story.children.push(this.#paragraph(block, next));
      const isBare =
        block.kind === "heading" && (!next || (next.kind === "heading" && next.level <= block.level));
      // Room to write under a title that has nothing under it, and after a table.
      if (isBare || isRow(block)) this.#story.children.push(new Paragraph({ style: "Normal" }));
    }
  }

  #paragraph(block: LaidBlock, next: LaidBlock | undefined): Paragraph {
    // Who said it stands on the page where it is said.
    const isHeld = block.quote > 0 && next?.quote === block.quote;
    const call = (label: string): number | undefined => this.#call(label);
    return new Paragraph({
      ...this.#look(block),
      ...(isHeld && { keepNext: true }),
      ...this.#opened(writeRuns(this.#runs.get(block) ?? [], block.note === undefined ? call : nowhere)),
    });
  }

  /**
   * The first paragraph of a part holds its bookmark, and begins its page. It is a point at the end:
   * one around words goes with them when they are typed over.
   */
  #opened(children: ParagraphChild[]): IParagraphOptions {
    const bookmark = this.#bookmark;
    if (bookmark === undefined) return { children };
    this.#bookmark = undefined;
    return {
      children: [...children, new Bookmark({ id: bookmark, children: [] })],
      ...(this.#beginsPage && { pageBreakBefore: true }),
    };
  }

  #look(block: LaidBlock): IParagraphOptions {
    const { kind, level, list, quote, note } = block;
    if (note !== undefined) return { style: "FootnoteText" };
    switch (kind) {
      case "heading":
        return { heading: headings[level - 1] ?? HeadingLevel.HEADING_6 };
      case "code":
        return { style: "HTMLPreformatted", ...(list && { indent: { left: listIndent(list.depth) } }) };
      case "rule":
        return { style: "Normal", thematicBreak: true };
      case "item":
        return this.#item(block);
      case "paragraph":
      case "row":
        if (quote > 0)
          return { ...this.#quote(block), ...(list && { indent: { left: quoteIndent(list.depth) } }) };
        return list
          ? { style: "ListContinue", indent: { left: listIndent(list.depth) } }
          : { style: "Normal" };
    }
  }

  #item(block: LaidBlock): IParagraphOptions {
    const { list, quote } = block;
    if (!list) return { style: "Normal" };
    return {
      ...(quote > 0 ? this.#quote(block) : { style: list.isOrdered ? "ListNumber" : "ListBullet" }),
      numbering: { reference: this.#numbering(list), level: levelOf(list.depth) },
    };
  }

  #numbering({ id, depth, isOrdered, number }: LaidList): string {
    if (!isOrdered) return bulletsName;
    const known = this.#numbered.get(id) ?? this.#story.addList({ depth, start: number });
    this.#numbered.set(id, known);
    return known;
  }

  #quote({ quote, start }: LaidBlock): IParagraphOptions {
    while ((this.#own[0]?.end ?? Infinity) <= start) this.#own.shift();
    const isOwn = (this.#own[0]?.start ?? Infinity) <= start;
    const isFirst = quote !== this.#lastQuote;
    this.#lastQuote = quote;
    const bars = isOwn ? ownBars : quoteBars;
    const style = isOwn ? (isFirst ? "OwnQuote" : "OwnQuoteMore") : "Quote";
    return { style, ...(quote % 2 === 0 && bars[1]) };
  }

  #note(label: string): LaidBlock[] {
    const known = this.#notes.get(label) ?? [];
    this.#notes.set(label, known);
    return known;
  }

  /** Each call is a note of its own: Word numbers calls, not notes. */
  #call(label: string): number | undefined {
    const paragraphs = this.#note(label).map(
      (block, index) =>
        new Paragraph({
          style: "FootnoteText",
          children: [
            ...(index === 0 ? [new TextRun({ text: " " })] : []),
            ...writeRuns(this.#runs.get(block) ?? [], nowhere),
          ],
        }),
    );
    return this.#story.addNote(
      paragraphs.length > 0 ? paragraphs : [new Paragraph({ style: "FootnoteText" })],
    );
  }

  #row(row: LaidBlock): Row {
    const { isHeader = false } = row;
    const style = isHeader ? "TableHeading" : "TableContents";
    const cells = this.#cells(row).map((runs) => {
      const children = writeRuns(runs, (label) => this.#call(label));
      return new Paragraph({ style, ...this.#opened(children) });
    });
    return { cells, isHeader };
  }

  #cells(row: LaidBlock): OwnRun[][] {
    const cells: OwnRun[][] = [[]];
    for (const run of this.#runs.get(row) ?? [])
      for (const [index, text] of run.text.split(CELL).entries()) {
        if (index > 0) cells.push([]);
        if (text !== "") cells.at(-1)?.push({ ...run, text });
      }
    return cells;
  }
}

const isRow = ({ kind, note }: LaidBlock): boolean => kind === "row" && note === undefined;

/** In a note, no note can be called. */
const nowhere = (): undefined => undefined;
