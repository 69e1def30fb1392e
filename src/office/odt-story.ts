// The text of an OpenDocument text: paragraphs, spans and tables, with who changed what. What is
// deleted stands in a region of its own before the text (ODF 1.3, part 3, section 5.5).
import {
  saidInHeaders,
  textOf,
  type Block,
  type Change,
  type OfficeDocument,
  type Paragraph,
  type Run,
} from "./document.ts";
import type { OdtStyles } from "./odt-styles.ts";
import { readXml, type XmlAttributes } from "./xml.ts";

/** What stands inside a paragraph and is not its text. */
const unseen = new Set(
  `svg:title svg:desc text:note-citation text:number text:ruby-text text:sequence-decls text:variable-decls
   text:user-field-decls text:dde-connection-decls text:table-of-content-source text:alphabetical-index-source
   text:user-index-source text:illustration-index-source text:table-index-source text:object-index-source
   text:bibliography-source text:index-title-template office:forms office:scripts office:binary-data
   office:automatic-styles office:font-face-decls dc:date meta:creator-initials meta:date-string text:hidden-text`.split(
    /\s+/,
  ),
);

/** As many spaces in a row as are kept. */
const MOST_SPACES = 100;

interface OpenParagraph {
  runs: Run[];
  readonly isBold: boolean;
  readonly isHeading: boolean;
  /** Of the spans open in it: bold, or not, or as what stands around. */
  readonly spans: (boolean | undefined)[];
  /** What is anchored in it stands after it. */
  readonly boxes: Block[];
  /** How many places were open around it. */
  readonly depth: number;
}

interface Region {
  kind: Change["kind"] | "formatting";
  author: string;
  readonly blocks: Block[];
}

/** At the head and the foot of pages: on left pages, and the first one, they may differ. */
const headers = ["style:header", "style:footer"].flatMap((name) => [name, `${name}-left`, `${name}-first`]);

/** Reads the part that holds the text, and the one that says what stands at the head and foot of pages. */
export class OdtReader {
  readonly #styles: OdtStyles;
  readonly #body: Block[] = [];
  readonly #comments: { author: string; blocks: Block[] }[] = [];
  readonly #notes: Block[][] = [];
  readonly #headers: Block[][] = [];
  readonly #regions = new Map<string, Region>();
  /** Where blocks go: the body, a cell, a text box, a note, a comment, a deletion. */
  readonly #places: Block[][] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: Block[][][][] = [];
  /** Ids of the insertions that have begun and not ended, and the one that began last. */
  readonly #insertions = new Set<string>();
  #insertion: Change | undefined;
  #region: Region | undefined;
  #creator: ((name: string) => void) | undefined;
  #unseen = 0;
  /** Formulas, sheets, pages of elsewhere: what they hold is in other files. */
  #unread = 0;

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  read(source: string, file: string): OfficeDocument {
    const problems = readXml(source, file, {
      open: (name, attributes) => {
        if (this.#unseen > 0 || unseen.has(name)) this.#unseen += 1;
        else this.#opens.get(name)?.(attributes);
      },
      text: (text) => {
        if (this.#unseen > 0) return;
        if (this.#creator) this.#creator(text);
        else this.#writeText(text);
      },
      close: (name) => {
        if (this.#unseen > 0) this.#unseen -= 1;
        else this.#closes.get(name)?.();
      },
    });
    return {
      blocks: this.#body,
      comments: this.#comments.map(({ author, blocks }) => ({ author, text: textOf(blocks) })),
      headers: saidInHeaders(this.#headers.map((blocks) => textOf(blocks))),
      notes: this.#notes.map((blocks) => textOf(blocks)).filter(Boolean),
      // Its parts stand on one line: the line says nothing.
      problems: problems.length > 0 ? [0] : [],
      unread: this.#unread,
    };
  }

  readonly #opens = new Map<string, (attributes: XmlAttributes) => void>([
    ["office:text", () => this.#places.push(this.#body)],
    ["text:p", (attributes) => this.#openParagraph(attributes)],
    ["text:h", (attributes) => this.#openParagraph(attributes, true)],
    ["text:span", (attributes) => this.#paragraphs.at(-1)?.spans.push(this.#boldness("text", attributes))],
    ["text:s", (attributes) => this.#write(spaces(attributes["text:c"]))],
    ["text:tab", () => this.#write("\t")],
    ["text:line-break", () => this.#write("\n")],
    ["table:table", () => this.#tables.push([])],
    ["table:table-row", () => this.#tables.at(-1)?.push([])],
    ["table:table-cell", () => this.#places.push([])],
    ["table:covered-table-cell", () => this.#places.push([])],
    ["draw:text-box", () => this.#places.push([])],
    ["draw:object", () => (this.#unread += 1)],
    ["draw:object-ole", () => (this.#unread += 1)],
    ["draw:floating-frame", () => (this.#unread += 1)],
    ["text:note-body", () => this.#openAside(this.#notes)],
    ...headers.map((name) => [name, () => this.#openAside(this.#headers)] as const),
    ["office:annotation", () => this.#openAnnotation()],
    ["dc:creator", () => (this.#creator = this.#creatorOf())],
    ["text:changed-region", (attributes) => this.#openRegion(attributes)],
    ["text:deletion", () => this.#openDeletion()],
    ["text:format-change", () => this.#region && (this.#region.kind = "formatting")],
    ["text:change", (attributes) => this.#delete(attributes["text:change-id"] ?? "")],
    ["text:change-start", (attributes) => this.#startInsertion(attributes["text:change-id"] ?? "")],
    ["text:change-end", (attributes) => this.#endInsertion(attributes["text:change-id"] ?? "")],
  ]);

  readonly #closes = new Map<string, () => void>([
    ["text:p", () => this.#closeParagraph()],
    ["text:h", () => this.#closeParagraph()],
    ["text:span", () => this.#paragraphs.at(-1)?.spans.pop()],
    ["office:text", () => this.#places.pop()],
    ["text:note-body", () => this.#places.pop()],
    ...headers.map((name) => [name, () => this.#places.pop()] as const),
    ["office:annotation", () => this.#places.pop()],
    ["text:deletion", () => this.#places.pop()],
    ["text:changed-region", () => (this.#region = undefined)],
    ["dc:creator", () => (this.#creator = undefined)],
    ["table:table-cell", () => this.#closeCell()],
    ["table:covered-table-cell", () => this.#closeCell()],
    ["table:table", () => this.#add([{ kind: "table", rows: this.#tables.pop() ?? [] }])],
    ["draw:text-box", () => this.#closeBox()],
  ]);

  #boldness(family: string, attributes: XmlAttributes): boolean | undefined {
    return this.#styles(family, attributes["text:style-name"]);
  }

  #openRegion(attributes: XmlAttributes): void {
    this.#region = { kind: "insertion", author: "", blocks: [] };
    for (const key of [attributes["text:id"], attributes["xml:id"]])
      if (key !== undefined) this.#regions.set(key, this.#region);
  }

  #openDeletion(): void {
    if (this.#region) this.#region.kind = "deletion";
    this.#places.push(this.#region?.blocks ?? []);
  }

  #startInsertion(id: string): void {
    const region = this.#regions.get(id);
    if (region?.kind !== "insertion") return;
    this.#insertion = { kind: region.kind, author: region.author };
    this.#insertions.add(id);
  }

  #endInsertion(id: string): void {
    if (this.#insertions.delete(id) && this.#insertions.size === 0) this.#insertion = undefined;
  }

  #creatorOf(): (name: string) => void {
    const owner = this.#region ?? this.#comments.at(-1);
    return (name) => {
      if (owner) owner.author += name;
    };
  }

  #openAside(asides: Block[][]): void {
    const blocks: Block[] = [];
    asides.push(blocks);
    this.#places.push(blocks);
  }

  #openAnnotation(): void {
    const blocks: Block[] = [];
    this.#comments.push({ author: "", blocks });
    this.#places.push(blocks);
  }

  #openParagraph(attributes: XmlAttributes, isHeading = false): void {
    const isBold = this.#boldness("paragraph", attributes) ?? false;
    const depth = this.#places.length;
    this.#paragraphs.push({ runs: [], isBold, isHeading, spans: [], boxes: [], depth });
  }

  /** White space is one space, and none at the start of a paragraph (section 6.1.2). */
  #writeText(source: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    const text = source.replace(/[ \t\r\n]+/g, " ");
    const last = paragraph.runs.at(-1)?.text ?? "";
    this.#write(text.startsWith(" ") && (last === "" || last.endsWith(" ")) ? text.slice(1) : text);
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || text === "") return;
    const isBold = paragraph.spans.findLast((each) => each !== undefined) ?? paragraph.isBold;
    const change = this.#insertion;
    const last = paragraph.runs.at(-1);
    if (last?.isBold === isBold && last.change === change)
      paragraph.runs[paragraph.runs.length - 1] = { ...last, text: last.text + text };
    else paragraph.runs.push(change ? { text, isBold, change } : { text, isBold });
  }

  /** Puts what was deleted back where it was, as deleted: its paragraphs are one with those around. */
  #delete(id: string): void {
    const region = this.#regions.get(id);
    if (region?.kind !== "deletion") return;
    const change: Change = { kind: "deletion", author: region.author };
    // It is taken out: it is deleted once, however often a hostile file says so.
    const deleted = paragraphsOf(region.blocks.splice(0)).map(({ runs }) =>
      runs.map((run) => ({ ...run, change })),
    );
    const paragraph = this.#paragraphs.at(-1);
    for (const [index, runs] of deleted.entries()) {
      if (!paragraph) this.#places.at(-1)?.push({ kind: "paragraph", runs, endChange: change });
      else {
        paragraph.runs.push(...runs);
        if (index === deleted.length - 1) continue;
        this.#places.at(-1)?.push({ kind: "paragraph", runs: paragraph.runs, endChange: change });
        paragraph.runs = [];
      }
    }
  }

  #closeCell(): void {
    const cell = this.#places.pop() ?? [];
    this.#tables.at(-1)?.at(-1)?.push(cell);
  }

  #closeParagraph(): void {
    const closed = this.#paragraphs.pop();
    if (!closed) return;
    const endChange = this.#insertion;
    const { runs, boxes, isHeading } = closed;
    const paragraph: Paragraph = {
      kind: "paragraph",
      runs,
      ...(endChange && { endChange }),
      ...(isHeading && { isHeading }),
    };
    this.#add([paragraph, ...boxes]);
  }

  #closeBox(): void {
    this.#add(this.#places.pop() ?? []);
  }

  /** What stands in a frame or a shape is anchored in a paragraph, and stands after it. */
  #add(blocks: readonly Block[]): void {
    const around = this.#paragraphs.at(-1);
    const place = around?.depth === this.#places.length ? around.boxes : this.#places.at(-1);
    for (const block of blocks) place?.push(block);
  }
}

function spaces(count = "1"): string {
  return " ".repeat(Math.max(1, Math.min(Number(count) || 1, MOST_SPACES)));
}

function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) =>
    block.kind === "table" ? block.rows.flat().flatMap((cell) => paragraphsOf(cell)) : [block],
  );
}
