// The text of one part of a Word document: paragraphs, runs and tables, with who changed what.
// Whatever stands around them and is not known (hyperlinks, content controls, smart tags) is
// looked through, so that no word is lost for being in a place nobody thought of.
import type { Block, Change, Paragraph, Run } from "./document.ts";
import { isOn, type BoldStyles } from "./docx-styles.ts";
import { localName, valueOf } from "./xml-names.ts";
import { readXml, type XmlAttributes } from "./xml.ts";

/** A body, a comment, a note, a header or a footer. */
export interface Story {
  readonly author: string;
  readonly blocks: Block[];
}

const stories = new Set(["body", "comment", "footnote", "endnote", "hdr", "ftr"]);

/** What says how things look, or what a field computes: none of it is text that a person sees. */
const unseen = new Set(
  `rPrChange pPrChange tblPrChange trPrChange tcPrChange sectPrChange numberingChange tblPr tblPrEx tcPr tblGrid
   sectPr sdtPr sdtEndPr instrText delInstrText fldData numPr tabs framePr pBdr rt`.split(/\s+/),
);

const changeKinds = new Map<string, Change["kind"]>([
  ["ins", "insertion"],
  ["moveTo", "insertion"],
  ["del", "deletion"],
  ["moveFrom", "deletion"],
]);

/** What a run may hold beside text. */
const signs = new Map([
  ["tab", "\t"],
  ["ptab", "\t"],
  ["br", "\n"],
  ["cr", "\n"],
  ["noBreakHyphen", "\u2011"],
]);

/** Signs of the fonts Wingdings and Symbol that Word writes by itself for `:)`, `-->` and their like. */
const symbols: Readonly<Record<string, string>> = {
  "4A": "☺",
  "4B": "😐",
  "4C": "☹",
  DF: "←",
  E0: "→",
  E7: "⇐",
  E8: "⇒",
  F3: "⇔",
  A7: "▪",
  B7: "•",
  FC: "✓",
};

interface OpenParagraph {
  readonly runs: Run[];
  style: string | undefined;
  endChange?: Change;
  /** Text boxes anchored in it: they stand after it. */
  readonly boxes: Block[];
}

interface OpenRun {
  isBold: boolean | undefined;
  style: string | undefined;
  text: string;
}

/** Reads one part. `read` is called once; `stories` then holds what it found, in order. */
export class StoryReader {
  readonly stories: Story[] = [];
  /** Documents of another kind that are embedded here, and not read. */
  unread = 0;
  readonly #styles: BoldStyles;
  /** Where blocks go: a story, a cell, a text box. */
  readonly #places: Block[][] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: { rows: Block[][][] }[] = [];
  readonly #changes: Change[] = [];
  readonly #runs: OpenRun[] = [];
  /** For each element open that holds several readings of one thing: whether one was taken. */
  readonly #choices: boolean[] = [];
  /** Names of the elements open, without prefixes. */
  readonly #path: string[] = [];
  /** How many rows of this part were inserted or deleted, of those that are open. */
  readonly #rowChanges: number[] = [];
  #unseen = 0;
  #isText = false;

  constructor(styles: BoldStyles) {
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
        const run = this.#runs.at(-1);
        if (this.#isText && this.#unseen === 0 && run) run.text += text.replace(/[\t\n\r]/g, " ");
      },
      close: () => {
        this.#close();
      },
    });
  }

  #open(name: string, attributes: XmlAttributes): void {
    const parent = this.#path.at(-1) ?? "";
    this.#path.push(name);
    if (this.#unseen > 0 || unseen.has(name) || this.#isOtherChoice(name)) this.#unseen += 1;
    else if (parent === "pPr" || parent === "rPr" || parent === "trPr")
      this.#openProperty(name, attributes, parent);
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

  #openProperty(name: string, attributes: XmlAttributes, parent: string): void {
    const [paragraph, run] = [this.#paragraphs.at(-1), this.#runs.at(-1)];
    const isOfMark = parent === "rPr" && this.#path.at(-3) === "pPr";
    const value = valueOf(attributes, "val");
    const kind = changeKinds.get(name);
    if (kind !== undefined) {
      const change = { kind, author: valueOf(attributes, "author") ?? "" };
      if (isOfMark && paragraph) paragraph.endChange = change;
      if (parent === "trPr") this.#changeRow(change);
    } else if (name === "pStyle" && paragraph) paragraph.style = value;
    else if (isOfMark || !run) return;
    else if (name === "b") run.isBold = isOn(value);
    else if (name === "rStyle") run.style = value;
  }

  #changeRow(change: Change): void {
    this.#changes.push(change);
    this.#rowChanges[this.#rowChanges.length - 1] = (this.#rowChanges.at(-1) ?? 0) + 1;
  }

  #openContent(name: string, attributes: XmlAttributes): void {
    const kind = changeKinds.get(name);
    const sign = signs.get(name);
    if (kind !== undefined) this.#changes.push({ kind, author: valueOf(attributes, "author") ?? "" });
    else if (stories.has(name)) this.#openStory(attributes);
    else if (name === "p") this.#paragraphs.push({ runs: [], style: undefined, boxes: [] });
    else if (name === "r") this.#runs.push({ isBold: undefined, style: undefined, text: "" });
    else if (name === "t" || name === "delText") this.#isText = true;
    else if (name === "tbl") this.#tables.push({ rows: [] });
    else if (name === "tr") {
      this.#tables.at(-1)?.rows.push([]);
      this.#rowChanges.push(0);
    } else if (name === "tc" || name === "txbxContent") this.#places.push([]);
    else if (name === "altChunk") this.unread += 1;
    else if (sign !== undefined) this.#write(sign);
    else if (name === "sym") this.#write(symbolOf(valueOf(attributes, "char") ?? ""));
  }

  #openStory(attributes: XmlAttributes): void {
    const blocks: Block[] = [];
    this.#places.push(blocks);
    // Lines that Word draws above notes.
    const isDrawn = /separator|continuation/i.test(valueOf(attributes, "type") ?? "");
    if (!isDrawn) this.stories.push({ author: valueOf(attributes, "author") ?? "", blocks });
  }

  #write(text: string): void {
    const run = this.#runs.at(-1);
    if (run) run.text += text;
  }

  #close(): void {
    const name = this.#path.pop() ?? "";
    if (name === "AlternateContent") this.#choices.pop();
    if (this.#unseen > 0) {
      this.#unseen -= 1;
      return;
    }
    const parent = this.#path.at(-1) ?? "";
    if (parent === "pPr" || parent === "rPr" || parent === "trPr") return;
    if (changeKinds.has(name)) this.#changes.pop();
    else if (stories.has(name)) this.#places.pop();
    else if (name === "p") this.#closeParagraph();
    else if (name === "r") this.#closeRun();
    else if (name === "t" || name === "delText") this.#isText = false;
    else if (name === "tbl") this.#closeTable();
    else if (name === "tr") this.#changes.splice(this.#changes.length - (this.#rowChanges.pop() ?? 0));
    else if (name === "tc")
      this.#tables
        .at(-1)
        ?.rows.at(-1)
        ?.push(this.#places.pop() ?? []);
    else if (name === "txbxContent") this.#closeBox();
  }

  #closeRun(): void {
    const run = this.#runs.pop();
    const paragraph = this.#paragraphs.at(-1);
    if (!run || run.text === "" || !paragraph) return;
    const { isBold: isBoldStyle, ofParagraphs } = this.#styles;
    const isBold =
      run.isBold ?? isBoldStyle(run.style) ?? isBoldStyle(paragraph.style ?? ofParagraphs) ?? false;
    // Words one person inserted and another deleted are deleted.
    const change = this.#changes.find(({ kind }) => kind === "deletion") ?? this.#changes.at(-1);
    paragraph.runs.push(change ? { text: run.text, isBold, change } : { text: run.text, isBold });
  }

  #closeParagraph(): void {
    const closed = this.#paragraphs.pop();
    if (!closed) return;
    const { runs, endChange, boxes } = closed;
    const change = endChange ?? this.#changes.at(-1);
    const isHeading = this.#styles.isHeading(closed.style);
    const paragraph: Paragraph = {
      kind: "paragraph",
      runs,
      ...(change && { endChange: change }),
      ...(isHeading && { isHeading }),
    };
    this.#places.at(-1)?.push(paragraph, ...boxes);
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    if (table) this.#places.at(-1)?.push({ kind: "table", rows: table.rows });
  }

  #closeBox(): void {
    const blocks = this.#places.pop() ?? [];
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) for (const block of blocks) paragraph.boxes.push(block);
    else for (const block of blocks) this.#places.at(-1)?.push(block);
  }
}

function symbolOf(code: string): string {
  const found = symbols[code.replace(/^F0/i, "").toUpperCase()];
  const value = Number.parseInt(code, 16);
  return found ?? (value > 0x20 && value < 0xd800 ? String.fromCharCode(value) : "\uFFFD");
}
