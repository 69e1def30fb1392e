// The text of an OpenDocument copy: laid blocks as headings, paragraphs, lists, tables and notes
// (ODF 1.3, part 3, sections 5, 6.3 and 9).
import type { LaidBlock } from "../../layout.ts";
import type { Quote } from "../../../retour/quote.ts";
import { cellsOf, escapeXml, writeRuns, type InlineRun } from "./inline.ts";
import { Lists } from "./lists.ts";

/** A letter, a presentation or a section. */
export interface Part {
  readonly bookmark: string;
  /** The Markdown that was laid out as `blocks`. */
  readonly text: string;
  readonly blocks: readonly LaidBlock[];
  /** The person's own quotes; ranges are in `text`. */
  readonly own: readonly Quote[];
  readonly beginsPage: boolean;
}

/** What is written of a whole text: numbers go on from one part to the next. */
export interface Story {
  notes: number;
  tables: number;
  /** The styles of the paragraphs that begin a page. */
  readonly pageBeginnings: Set<string>;
}

/** The style of a paragraph that is in the style `style` and begins a page. */
export const beginningPage = (style: string): string => `${style}_20_on_20_a_20_new_20_page`;

/** The XML of a part, its notes where they are called. */
export function writePart(part: Part, story: Story): string {
  return new PartWriter(part, story).write();
}

class PartWriter {
  readonly #part: Part;
  readonly #story: Story;
  readonly #isOwn: { readonly block: Uint8Array; readonly inline: Uint8Array };
  /** The blocks of each note, by its label, and the labels that the text calls. */
  readonly #notes = new Map<string, LaidBlock[]>();
  readonly #called = new Set<string>();
  #isFirst = true;

  constructor(part: Part, story: Story) {
    this.#part = part;
    this.#story = story;
    const { length } = part.text;
    this.#isOwn = { block: new Uint8Array(length), inline: new Uint8Array(length) };
    for (const { form, start, end } of part.own) this.#isOwn[form].fill(1, start, end);
    for (const block of part.blocks)
      if (block.note !== undefined) this.#noteOf(block.note).push(block);
      else for (const { note } of block.runs) if (note !== undefined) this.#called.add(note);
  }

  write(): string {
    // A note that nothing calls is seen where it is written.
    return this.#blocks(
      this.#part.blocks.filter(({ note }) => note === undefined || !this.#called.has(note)),
    );
  }

  #noteOf(label: string): LaidBlock[] {
    const known = this.#notes.get(label) ?? [];
    this.#notes.set(label, known);
    return known;
  }

  #blocks(blocks: readonly LaidBlock[]): string {
    const xml: string[] = [];
    const lists = new Lists();
    let rows: LaidBlock[] = [];
    for (const [index, block] of blocks.entries()) {
      const next = blocks[index + 1];
      xml.push(lists.before(block));
      if (block.kind === "row" && block.note === undefined) {
        rows.push(block);
        if (next?.table === block.table) continue;
        xml.push(this.#table(rows));
        rows = [];
        if (next === undefined) xml.push(emptyParagraph);
      } else xml.push(this.#paragraph(block, this.#styleOf(block, blocks[index - 1], next)));
      if (isWithoutWords(block, next)) xml.push(emptyParagraph);
    }
    return xml.join("") + lists.close();
  }

  #styleOf(block: LaidBlock, previous: LaidBlock | undefined, next: LaidBlock | undefined): string {
    const { kind, level, quote } = block;
    if (kind === "heading") return `Heading_20_${String(level)}`;
    if (kind === "code") return "Preformatted_20_Text";
    if (kind === "rule") return "Horizontal_20_Line";
    if (block.note !== undefined) return "Footnote";
    if (quote > 0) {
      const isLast = previous?.quote === quote && next?.quote !== quote;
      if (isLast && /^[—–]/.test(block.text)) return "Quote_20_source";
      return this.#isOwn.block[block.start] === 1 ? "Own_20_words" : "Quotations";
    }
    return block.list === undefined ? "Text_20_body" : "List_20_Paragraph";
  }

  #paragraph(block: LaidBlock, style: string): string {
    const runs = cellsOf({ ...block, kind: "paragraph" }, this.#isOwn.inline).flat();
    const level = block.kind === "heading" ? block.level : 0;
    // A note has no notes.
    const words = block.note === undefined ? runs : runs.filter(({ note }) => note === undefined);
    return this.#written(words, style, level);
  }

  /** `level`: of a heading, else 0. */
  #written(runs: readonly InlineRun[], style: string, level = 0): string {
    const [name, ending] = this.#isFirst ? this.#firstOf(style) : [style, ""];
    const words = writeRuns(runs, (label) => this.#call(label)) + ending;
    return level > 0
      ? `<text:h text:style-name="${name}" text:outline-level="${String(level)}">${words}</text:h>`
      : `<text:p text:style-name="${name}">${words}</text:p>`;
  }

  /**
   * The style of the first paragraph, and what ends it. LibreOffice keeps a bookmark after words that
   * are typed over, and deletes one that stands before them.
   */
  #firstOf(style: string): [style: string, ending: string] {
    this.#isFirst = false;
    const { bookmark, beginsPage } = this.#part;
    if (beginsPage) this.#story.pageBeginnings.add(style);
    const name = beginsPage ? beginningPage(style) : style;
    return [name, `<text:bookmark text:name="${escapeXml(bookmark)}"/>`];
  }

  /** Each call is a note of its own: programs number calls, not notes. */
  #call(label: string): string {
    const number = String((this.#story.notes += 1));
    const body = this.#blocks(this.#noteOf(label)) || emptyParagraph;
    return `<text:note text:id="note${number}" text:note-class="footnote"><text:note-citation>${number}</text:note-citation><text:note-body>${body}</text:note-body></text:note>`;
  }

  #table(rows: readonly LaidBlock[]): string {
    const name = `Table${String((this.#story.tables += 1))}`;
    const cells = rows.map((row) => cellsOf(row, this.#isOwn.inline));
    const columns = cells.reduce((most, { length }) => Math.max(most, length), 1);
    const written = rows.map(({ isHeader }, index) => {
      const style = isHeader ? "Table_20_Heading" : "Table_20_Contents";
      const row = Array.from({ length: columns }, (_, column) => {
        const words = this.#written(cells[index]?.[column] ?? [], style);
        return `<table:table-cell table:style-name="Cell" office:value-type="string">${words}</table:table-cell>`;
      }).join("");
      const xml = `<table:table-row table:style-name="Row">${row}</table:table-row>`;
      return isHeader ? `<table:table-header-rows>${xml}</table:table-header-rows>` : xml;
    });
    return `<table:table table:name="${name}" table:style-name="Table"><table:table-column table:style-name="Column" table:number-columns-repeated="${String(columns)}"/>${written.join("")}</table:table>`;
  }
}

const emptyParagraph = `<text:p text:style-name="Text_20_body"/>`;

/** A title under which nothing is written: there is room to write. */
function isWithoutWords({ kind, level }: LaidBlock, next: LaidBlock | undefined): boolean {
  if (kind !== "heading" || level === 1) return false;
  return next === undefined || (next.kind === "heading" && next.level <= level);
}
