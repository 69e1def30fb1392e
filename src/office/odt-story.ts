// The text of an OpenDocument text: paragraphs, spans and tables, with who changed what, who said
// what of which words, and the notes that are called (ODF 1.3, part 3, sections 5 to 9).
import { saidInHeaders, textOf, type Block, type OfficeDocument } from "./document.ts";
import { OdtChanges, type Region } from "./odt-changes.ts";
import { OdtComments } from "./odt-comments.ts";
import { OdtImages } from "./odt-images.ts";
import { OpenParagraph, type Mark, type ParagraphShape } from "./odt-paragraph.ts";
import type { OdtStyles } from "./odt-styles.ts";
import { OdtTables, paragraphsOf } from "./odt-tables.ts";
import { readXml, type XmlAttributes } from "./xml.ts";

/** What stands inside a paragraph and is not its text. */
const unseen = new Set(
  `text:note-citation text:number text:ruby-text text:sequence-decls text:variable-decls
   text:user-field-decls text:dde-connection-decls text:table-of-content-source text:alphabetical-index-source
   text:user-index-source text:illustration-index-source text:table-index-source text:object-index-source
   text:bibliography-source text:index-title-template office:forms office:scripts office:binary-data
   office:automatic-styles office:font-face-decls dc:date meta:creator-initials meta:date-string text:hidden-text`.split(
    /\s+/,
  ),
);

/** As many spaces in a row as are kept. */
const MOST_SPACES = 100;

/** At the head and the foot of pages: on left pages, and the first one, they may differ. */
const headers = ["style:header", "style:footer"].flatMap((name) => [name, `${name}-left`, `${name}-first`]);

/** What has a name and begins in a paragraph. */
const named = ["text:bookmark", "text:reference-mark"].flatMap((name) => [name, `${name}-start`]);

/** Reads the part that holds the text, and the one that says what stands at the head and foot of pages. */
export class OdtReader {
  readonly #styles: OdtStyles;
  readonly #changes = new OdtChanges();
  readonly #tables: OdtTables;
  readonly #body: Block[] = [];
  readonly #comments = new OdtComments();
  readonly #notes: { readonly id: string; readonly blocks: Block[] }[] = [];
  readonly #headers: Block[][] = [];
  /** Where blocks go: the body, a cell, a text box, a note, a comment, a deletion. */
  readonly #places: Block[][] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  /** Of the items of lists that are open: whether nothing stood in them yet. */
  readonly #items: boolean[] = [];
  /** Who signs what is read: a comment, a change. */
  readonly #signed: { author: string }[] = [];
  /** What takes the words that come, which are none of the text: a name, what is said of an image. */
  #hear: ((words: string) => void) | undefined;
  readonly #images = new OdtImages();
  /** Where the changes that someone spoke of begin, and how much had been read of the text then. */
  readonly #remarked = new Map<Region, { readonly mark: Mark | undefined; readonly written: number }>();
  /** UTF-16 units read, those of comments aside. */
  #written = 0;
  /** The note that is called and has no words yet, and how many were called. */
  #call: string | undefined;
  #calls = 0;
  #unseen = 0;
  /** Formulas, sheets, pages of elsewhere: what they hold is in other files. */
  #unread = 0;

  constructor(styles: OdtStyles) {
    this.#styles = styles;
    this.#tables = new OdtTables(styles);
  }

  read(source: string, file: string): OfficeDocument {
    const problems = readXml(source, file, {
      open: (name, attributes) => {
        if (this.#unseen > 0 || unseen.has(name)) this.#unseen += 1;
        else this.#opens.get(name)?.(attributes);
      },
      text: (text) => {
        if (this.#unseen > 0) return;
        if (this.#hear) this.#hear(text);
        else this.#count(this.#paragraph?.writeText(text, this.#changes.current));
      },
      close: (name) => {
        if (this.#unseen > 0) this.#unseen -= 1;
        else this.#closes.get(name)?.();
      },
    });
    return {
      blocks: this.#body,
      comments: this.#comments.all,
      headers: saidInHeaders(this.#headers.map((blocks) => textOf(blocks))),
      notes: this.#notes.map(({ blocks }) => textOf(blocks)).filter(Boolean),
      noteBodies: this.#notes,
      images: this.#images.said,
      formattingChanges: this.#changes.formattingChanges,
      // Its parts stand on one line: the line says nothing.
      problems: problems.length > 0 ? [0] : [],
      unread: this.#unread,
    };
  }

  readonly #opens = new Map<string, (attributes: XmlAttributes) => void>([
    ["office:text", () => this.#places.push(this.#body)],
    ["text:p", (attributes) => this.#openParagraph(attributes, {})],
    ["text:h", (attributes) => this.#openHeading(attributes)],
    ["text:list-item", () => this.#items.push(true)],
    ["text:list-header", () => this.#items.push(false)],
    ["text:span", (attributes) => this.#paragraph?.spans.push(this.#boldness("text", attributes))],
    ["text:s", (attributes) => this.#write(spaces(attributes["text:c"]))],
    ["text:tab", () => this.#write("\t")],
    ["text:line-break", () => this.#write("\n")],
    ...named.map(
      (name) =>
        [
          name,
          (attributes: XmlAttributes) => this.#paragraph?.bookmark(attributes["text:name"] ?? ""),
        ] as const,
    ),
    ["table:table", () => this.#tables.open()],
    ["table:table-row", (attributes) => this.#tables.openRow(attributes["table:style-name"])],
    ["table:table-cell", () => this.#places.push([])],
    ["table:covered-table-cell", () => this.#places.push([])],
    ["draw:text-box", () => this.#places.push([])],
    ["draw:object", () => (this.#unread += 1)],
    ["draw:object-ole", () => (this.#unread += 1)],
    ["draw:floating-frame", () => (this.#unread += 1)],
    ["text:note", () => this.#callNote()],
    ["text:note-body", () => this.#openNote()],
    ...headers.map((name) => [name, () => this.#openHeader()] as const),
    ["office:annotation", (attributes) => this.#openComment(attributes)],
    ["office:annotation-end", (attributes) => this.#paragraph?.mark(attributes["office:name"] ?? "", "end")],
    ["dc:creator", () => (this.#hear = this.#hearName())],
    ["draw:frame", () => this.#images.openFrame()],
    ["svg:title", () => (this.#hear = this.#images.describe)],
    ["svg:desc", () => (this.#hear = this.#images.describe)],
    ["draw:image", () => this.#images.see()],
    ["text:changed-region", (attributes) => this.#openRegion(attributes)],
    ["text:deletion", () => this.#places.push(this.#changes.openDeletion())],
    ["text:format-change", () => this.#changes.openFormatting()],
    ["office:change-info", () => this.#openInfo()],
    ["text:change", (attributes) => this.#putBack(attributes["text:change-id"] ?? "")],
    ["text:change-start", (attributes) => this.#startChange(attributes["text:change-id"] ?? "")],
    ["text:change-end", (attributes) => this.#endChange(attributes["text:change-id"] ?? "")],
  ]);

  readonly #closes = new Map<string, () => void>([
    ["text:p", () => this.#closeParagraph()],
    ["text:h", () => this.#closeParagraph()],
    ["text:list-item", () => this.#items.pop()],
    ["text:list-header", () => this.#items.pop()],
    ["text:span", () => this.#paragraph?.spans.pop()],
    ["office:text", () => this.#places.pop()],
    ["text:note-body", () => this.#places.pop()],
    ...headers.map((name) => [name, () => this.#places.pop()] as const),
    ["office:annotation", () => this.#closeSigned()],
    ["office:change-info", () => this.#closeSigned()],
    ["text:deletion", () => this.#closeDeletion()],
    ["text:changed-region", () => this.#closeRegion()],
    ["dc:creator", () => (this.#hear = undefined)],
    ["svg:title", () => (this.#hear = undefined)],
    ["svg:desc", () => (this.#hear = undefined)],
    ["draw:frame", () => this.#images.closeFrame(this.#changes.current?.kind === "deletion")],
    ["table:table-row", () => this.#tables.closeRow()],
    ["table:table-cell", () => this.#tables.addCell(this.#places.pop() ?? [])],
    ["table:covered-table-cell", () => this.#tables.addCell(this.#places.pop() ?? [])],
    ["table:table", () => this.#add([this.#tables.close()])],
    ["draw:text-box", () => this.#add(this.#places.pop() ?? [])],
  ]);

  /** The paragraph that words now stand in: none between the paragraphs of a cell, or of a comment. */
  get #paragraph(): OpenParagraph | undefined {
    const last = this.#paragraphs.at(-1);
    return last?.depth === this.#places.length ? last : undefined;
  }

  #boldness(family: string, attributes: XmlAttributes): boolean | undefined {
    return this.#styles.isBold(family, attributes["text:style-name"]);
  }

  #openHeading(attributes: XmlAttributes): void {
    const level = Number(attributes["text:outline-level"] ?? 1);
    this.#openParagraph(attributes, { isHeading: true, ...(level >= 1 && { level: Math.floor(level) }) });
  }

  #openParagraph(attributes: XmlAttributes, heading: ParagraphShape): void {
    const style = this.#styles.shownName("paragraph", attributes["text:style-name"]);
    const isItem = this.#items.at(-1) === true && heading.isHeading !== true;
    if (this.#items.length > 0) this.#items[this.#items.length - 1] = false;
    const shape = {
      ...heading,
      ...(style !== undefined && { style }),
      ...(isItem && { listDepth: this.#items.length - 1 }),
    };
    const isBold = this.#boldness("paragraph", attributes) ?? false;
    this.#paragraphs.push(new OpenParagraph(shape, isBold, this.#places.length));
  }

  #closeParagraph(): void {
    const closed = this.#paragraphs.pop();
    if (closed) this.#add([closed.cut(this.#changes.current), ...closed.boxes]);
  }

  #write(text: string): void {
    this.#count(this.#paragraph?.write(text, this.#changes.current));
  }

  /** What is read of someone's remarks is no text of the document. */
  #count(written = 0): void {
    if (this.#signed.length === 0) this.#written += written;
  }

  #callNote(): void {
    this.#calls += 1;
    this.#call = String(this.#calls);
    this.#paragraph?.call(this.#call, this.#changes.current);
    this.#count(1);
  }

  #openNote(): void {
    const blocks: Block[] = [];
    // What nothing calls has a name that no call has.
    this.#notes.push({ id: this.#call ?? `-${String(this.#notes.length)}`, blocks });
    this.#call = undefined;
    this.#places.push(blocks);
  }

  #openHeader(): void {
    const blocks: Block[] = [];
    this.#headers.push(blocks);
    this.#places.push(blocks);
  }

  #openComment(attributes: XmlAttributes): void {
    const comment = this.#comments.open(attributes);
    this.#paragraph?.mark(comment.id, "start");
    this.#signed.push(comment);
    this.#places.push(comment.blocks);
  }

  #hearName(): (words: string) => void {
    const signed = this.#signed.at(-1);
    return (words) => {
      if (signed) signed.author += words;
    };
  }

  #openRegion(attributes: XmlAttributes): void {
    this.#changes.openRegion(attributes);
    // What stands in it and is neither deleted nor said of it is no text.
    this.#places.push([]);
  }

  #closeRegion(): void {
    this.#changes.closeRegion();
    this.#places.pop();
  }

  #closeDeletion(): void {
    this.#changes.closeDeletion();
    this.#places.pop();
  }

  #openInfo(): void {
    const { signed, remark } = this.#changes.openInfo();
    this.#signed.push(signed);
    this.#places.push(remark);
  }

  #closeSigned(): void {
    this.#signed.pop();
    this.#places.pop();
  }

  #startChange(id: string): void {
    const region = this.#changes.start(id);
    if (region && region.remark.length > 0)
      this.#remarked.set(region, { mark: this.#paragraph?.markHere(), written: this.#written });
  }

  /** Of a change without a word, LibreOffice itself says that a comment was put or taken there. */
  #endChange(id: string): void {
    const region = this.#changes.end(id);
    const from = region && this.#remarked.get(region);
    if (!from || from.written === this.#written) return;
    this.#remarked.delete(region);
    const comment = this.#comments.ofChange(region);
    from.mark?.(comment, "start");
    this.#paragraph?.mark(comment, "end");
  }

  /** Puts what was deleted back where it was, as deleted: its paragraphs are one with those around. */
  #putBack(id: string): void {
    const region = this.#changes.take(id);
    if (!region) return;
    const deleted = paragraphsOf(region.blocks);
    const paragraph = this.#paragraph;
    if (deleted.every(({ runs }) => runs.length === 0) && deleted.length < 2) {
      for (const { comment } of deleted[0]?.commentMarks ?? []) this.#comments.remove(comment);
      return;
    }
    const comment = region.remark.length > 0 ? this.#comments.ofChange(region) : undefined;
    if (comment !== undefined) paragraph?.mark(comment, "start");
    for (const [index, piece] of deleted.entries()) {
      if (paragraph) paragraph.putBack(piece);
      if (!paragraph) this.#places.at(-1)?.push({ ...piece, endChange: region.change });
      else if (index < deleted.length - 1) this.#places.at(-1)?.push(paragraph.cut(region.change));
    }
    if (comment !== undefined) paragraph?.mark(comment, "end");
  }

  /** What stands in a frame or a shape is anchored in a paragraph, and stands after it. */
  #add(blocks: readonly Block[]): void {
    const place = this.#paragraph?.boxes ?? this.#places.at(-1);
    for (const block of blocks) place?.push(block);
  }
}

function spaces(count = "1"): string {
  return " ".repeat(Math.max(1, Math.min(Number(count) || 1, MOST_SPACES)));
}
