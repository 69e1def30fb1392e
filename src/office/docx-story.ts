// The text of one part of a Word document: paragraphs, runs and tables, with who changed what.
// Whatever stands around them and is not known (hyperlinks, content controls, smart tags) is
// looked through, so that no word is lost for being in a place nobody thought of.
import type { Block, Change, CommentMark } from "./document.ts";
import { OpenParagraph, type ReadParagraph } from "./docx-paragraph.ts";
import { signs, symbolOf } from "./docx-signs.ts";
import type { DocxStyles } from "./docx-styles.ts";
import { localName, valueOf } from "./xml-names.ts";
import { readXml, type XmlAttributes } from "./xml.ts";

/** A body, a comment, a note, a header or a footer. */
export interface Story {
  /** Of a comment or a note, when it has one. */
  readonly id: string | undefined;
  readonly author: string;
  readonly blocks: Block[];
  /** The ids of a comment's paragraphs, by which others answer it. */
  readonly paragraphs: string[];
}

const stories = new Set(["body", "comment", "footnote", "endnote", "hdr", "ftr"]);

/** How things looked before. */
const formatting = new Set(
  "rPrChange pPrChange tblPrChange tblPrExChange trPrChange tcPrChange sectPrChange numberingChange".split(
    " ",
  ),
);

/** What says how things look, or what a field computes: none of it is text that a person sees. */
const unseen = new Set([
  ...formatting,
  ..."tblGrid sdtPr sdtEndPr instrText delInstrText fldData tabs framePr pBdr rt".split(" "),
]);

const properties = new Set(["pPr", "rPr", "trPr", "tcPr", "numPr"]);

const changes: ReadonlyMap<string, Pick<Change, "kind" | "isMove">> = new Map([
  ["ins", { kind: "insertion" }],
  ["moveTo", { kind: "insertion", isMove: true }],
  ["del", { kind: "deletion" }],
  ["moveFrom", { kind: "deletion", isMove: true }],
  ["cellIns", { kind: "insertion" }],
  ["cellDel", { kind: "deletion" }],
]);

const commentEdges: ReadonlyMap<string, readonly CommentMark["edge"][]> = new Map([
  ["commentRangeStart", ["start"]],
  ["commentRangeEnd", ["end"]],
  ["commentReference", ["start", "end"]],
]);

/** A picture, one as Word made them until 2007, a chart, a diagram, what was drawn by hand. */
const imageNames = new Set(["blip", "imagedata", "chart", "relIds", "contentPart"]);

interface OpenTable {
  readonly rows: Block[][][];
  isFormatted: boolean;
}

/** Reads one part. `read` is called once; `stories` then holds what it found, in order. */
export class StoryReader {
  readonly stories: Story[] = [];
  /** Documents of another kind that are embedded here, and not read. */
  unread = 0;
  /** Paragraphs, tables and page layouts whose looks alone were changed somewhere. */
  formattingChanges = 0;
  /** What is said of each image, "" for nothing. */
  readonly images: string[] = [];
  readonly #styles: DocxStyles;
  /** Where blocks go: a story, a cell, a text box. */
  readonly #places: Block[][] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  /** The last paragraph that was closed, and how long it is. */
  #closed: { readonly paragraph: ReadParagraph; readonly length: number } | undefined;
  readonly #tables: OpenTable[] = [];
  readonly #changes: Change[] = [];
  /** For each element open that holds several readings of one thing: whether one was taken. */
  readonly #choices: boolean[] = [];
  /** Names of the elements open, without prefixes. */
  readonly #path: string[] = [];
  /** How many changes each open row and cell is part of by itself. */
  readonly #scopes: number[] = [];
  /** Marked between paragraphs, for the next. */
  #bookmarks: string[] = [];
  #marks: CommentMark[] = [];
  /** Comments said to begin somewhere: where they are called then says nothing more. */
  readonly #ranged = new Set<string>();
  #description = "";
  #unseen = 0;
  #isText = false;

  constructor(styles: DocxStyles) {
    this.#styles = styles;
  }

  /** Gives the lines where the XML is malformed. */
  read(source: string, file: string): number[] {
    if (source === "") return [];
    return readXml(source, file, {
      open: (name, attributes) => {
        this.#open(localName(name), attributes);
      },
      text: (text) => {
        if (this.#isText && this.#unseen === 0) this.#write(text.replace(/[\t\n\r]/g, " "));
      },
      close: () => {
        this.#close();
      },
    });
  }

  #open(name: string, attributes: XmlAttributes): void {
    const parent = this.#path.at(-1) ?? "";
    this.#path.push(name);
    if (this.#unseen === 0 && formatting.has(name)) this.#seeFormatting(name);
    if (this.#isOtherChoice(name) || this.#unseen > 0 || unseen.has(name)) this.#unseen += 1;
    else if (properties.has(parent)) this.#openProperty(name, attributes, parent);
    else this.#openContent(name, attributes);
  }

  /** Of several readings of one thing, each for another program, the first is taken. */
  #isOtherChoice(name: string): boolean {
    if (name === "AlternateContent") this.#choices.push(false);
    if (name !== "Choice" && name !== "Fallback") return false;
    const isTaken = this.#choices.at(-1) ?? false;
    if (this.#choices.length > 0) this.#choices[this.#choices.length - 1] = true;
    return isTaken;
  }

  #seeFormatting(name: string): void {
    // What was inserted or deleted is a change of words already.
    if (this.#changes.length > 0) return;
    const [paragraph, table] = [this.#paragraphs.at(-1), this.#tables.at(-1)];
    if (name === "sectPrChange") this.formattingChanges += 1;
    else if (paragraph) paragraph.isFormatted = true;
    else if (table) table.isFormatted = true;
  }

  #openProperty(name: string, attributes: XmlAttributes, parent: string): void {
    const paragraph = this.#paragraphs.at(-1);
    const isOfMark = parent === "rPr" && this.#path.at(-3) === "pPr";
    const change = changeOf(name, attributes);
    if (change && parent === "numPr") this.#seeFormatting(name);
    else if (change && (parent === "trPr" || parent === "tcPr")) this.#changeScope(change);
    else if (!paragraph) return;
    else if (change && isOfMark) paragraph.endChange = strongest(paragraph.endChange, change);
    else if (parent === "rPr" && !isOfMark) paragraph.setRun(name, valueOf(attributes, "val"));
    else if (parent === "pPr" || parent === "numPr") paragraph.set(name, valueOf(attributes, "val"));
  }

  #changeScope(change: Change): void {
    this.#changes.push(change);
    this.#scopes[this.#scopes.length - 1] = (this.#scopes.at(-1) ?? 0) + 1;
  }

  #openContent(name: string, attributes: XmlAttributes): void {
    const change = changeOf(name, attributes);
    const sign = signs.get(name);
    const edges = commentEdges.get(name);
    if (change) this.#changes.push(change);
    else if (stories.has(name)) this.#openStory(attributes);
    else if (name === "p") this.#openParagraph(attributes);
    else if (name === "r") this.#paragraphs.at(-1)?.openRun(this.#change);
    else if (name === "t" || name === "delText") this.#isText = true;
    else if (sign !== undefined) this.#write(sign);
    else if (edges) this.#mark(name, valueOf(attributes, "id") ?? "", edges);
    else this.#openOther(name, attributes);
  }

  #openOther(name: string, attributes: XmlAttributes): void {
    if (name === "tbl") this.#tables.push({ rows: [], isFormatted: false });
    else if (name === "tr") {
      this.#tables.at(-1)?.rows.push([]);
      this.#scopes.push(0);
    } else if (name === "tc") {
      this.#places.push([]);
      this.#scopes.push(0);
    } else if (name === "txbxContent") this.#places.push([]);
    else if (name === "bookmarkStart") this.#begin(valueOf(attributes, "name"));
    else if (name === "footnoteReference" || name === "endnoteReference")
      this.#paragraphs.at(-1)?.call(noteId(name, valueOf(attributes, "id")), this.#change);
    else if (name === "sym") this.#write(symbolOf(valueOf(attributes, "char") ?? ""));
    else if (name === "altChunk" || name === "subDoc") this.unread += 1;
    else if (name === "pict" || name === "docPr") this.#description = valueOf(attributes, "descr") ?? "";
    else if (imageNames.has(name)) this.#seeImage();
  }

  #openStory(attributes: XmlAttributes): void {
    const blocks: Block[] = [];
    this.#places.push(blocks);
    // Lines that Word draws above notes.
    const isDrawn = /separator|continuation/i.test(valueOf(attributes, "type") ?? "");
    const author = valueOf(attributes, "author") ?? "";
    if (!isDrawn) this.stories.push({ id: valueOf(attributes, "id"), author, blocks, paragraphs: [] });
  }

  #openParagraph(attributes: XmlAttributes): void {
    const id = this.#path.includes("comment") ? valueOf(attributes, "paraId") : undefined;
    if (id !== undefined) this.stories.at(-1)?.paragraphs.push(id);
    this.#paragraphs.push(new OpenParagraph(this.#styles, this.#bookmarks, this.#marks));
    [this.#bookmarks, this.#marks] = [[], []];
  }

  #seeImage(): void {
    if (this.#change?.kind !== "deletion") this.images.push(this.#description);
    this.#description = "";
  }

  /** The change that what is read is part of. What one person inserted and another deleted is deleted. */
  get #change(): Change | undefined {
    return this.#changes.find(({ kind }) => kind === "deletion") ?? this.#changes.at(-1);
  }

  #write(text: string): void {
    this.#paragraphs.at(-1)?.write(text);
  }

  #begin(bookmark: string | undefined): void {
    if (bookmark === undefined) return;
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.begin(bookmark);
    else this.#bookmarks.push(bookmark);
  }

  /** Between paragraphs, a comment begins with the next one and ends with the last. */
  #mark(name: string, comment: string, edges: readonly CommentMark["edge"][]): void {
    if (name === "commentReference" && this.#ranged.has(comment)) return;
    this.#ranged.add(comment);
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.mark(comment, edges);
    else if (this.#closed && name === "commentRangeEnd") this.#markEnd(comment);
    else for (const edge of edges) this.#marks.push({ comment, edge, at: 0 });
  }

  #markEnd(comment: string): void {
    if (!this.#closed) return;
    const { paragraph, length: at } = this.#closed;
    (paragraph.commentMarks ??= []).push({ comment, edge: "end", at });
  }

  #close(): void {
    const name = this.#path.pop() ?? "";
    if (name === "AlternateContent") this.#choices.pop();
    if (this.#unseen > 0) {
      this.#unseen -= 1;
      return;
    }
    if (properties.has(this.#path.at(-1) ?? "")) return;
    if (changes.has(name)) this.#changes.pop();
    else if (stories.has(name)) this.#closeStory();
    else if (name === "p") this.#closeParagraph();
    else if (name === "r") this.#paragraphs.at(-1)?.closeRun(this.#change);
    else if (name === "t" || name === "delText") this.#isText = false;
    else if (name === "tbl") this.#closeTable();
    else if (name === "tr") this.#closeScope();
    else if (name === "tc") {
      this.#closeScope();
      const cell = this.#places.pop() ?? [];
      this.#tables.at(-1)?.rows.at(-1)?.push(cell);
    } else if (name === "txbxContent") this.#closeBox();
  }

  #closeScope(): void {
    this.#changes.splice(this.#changes.length - (this.#scopes.pop() ?? 0));
  }

  #closeStory(): void {
    this.#places.pop();
    // What no paragraph followed stands at the end of the last.
    for (const { comment } of this.#marks.splice(0)) this.#markEnd(comment);
    this.#bookmarks = [];
    this.#closed = undefined;
  }

  #closeParagraph(): void {
    const open = this.#paragraphs.pop();
    if (!open) return;
    if (open.isFormatted) this.formattingChanges += 1;
    const paragraph = open.close(strongest(this.#change, open.endChange));
    this.#closed = { paragraph, length: open.length };
    // Boxes never stand between two paragraphs that become one.
    const isJoined = paragraph.endChange?.kind === "deletion";
    this.#places.at(-1)?.push(...(isJoined ? [...open.boxes, paragraph] : [paragraph, ...open.boxes]));
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    if (!table) return;
    if (table.isFormatted) this.formattingChanges += 1;
    this.#places.at(-1)?.push({ kind: "table", rows: table.rows });
  }

  #closeBox(): void {
    const blocks = this.#places.pop() ?? [];
    const around = this.#paragraphs.at(-1)?.boxes ?? this.#places.at(-1);
    for (const block of blocks) around?.push(block);
  }
}

/** The name of a note among footnotes and endnotes, which are numbered apart. `element`: its own, or its call's. */
export function noteId(element: string, id = ""): string {
  return `${element.startsWith("footnote") ? "footnote" : "endnote"} ${id}`;
}

function changeOf(name: string, attributes: XmlAttributes): Change | undefined {
  const change = changes.get(name);
  return change && { ...change, author: valueOf(attributes, "author") ?? "" };
}

/** Of two changes of one thing, the later given, unless the other takes it out. */
function strongest(first: Change | undefined, second: Change | undefined): Change | undefined {
  return first?.kind === "deletion" ? first : (second ?? first);
}
