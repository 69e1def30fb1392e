// A text as the paragraphs that a reader sees, in a Word file or on a page, each letter with its
// place in the Markdown: what is written into a copy, and what a return is laid back onto.
import { childrenOf, endOf, lettersOf, parseMarkdown, startOf, type Node } from "../retour/markdown-tree.ts";
import { plainLayout } from "./plain-layout.ts";

/** How words look. */
export interface Look {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isStruck: boolean;
  readonly isCode: boolean;
  /** The address of a link that was written as one: http, https or mailto. */
  readonly link?: string;
  /** The label of a footnote: the text is then NOTE alone. */
  readonly note?: string;
}

export interface LaidRun extends Look {
  readonly text: string;
}

/** Of one UTF-16 unit: where it is written in the Markdown; end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface LaidList {
  /** Items of one list have the same; from 1, in the order of the text. */
  readonly id: number;
  /** 0 for a list in no other. */
  readonly depth: number;
  readonly isOrdered: boolean;
  /** The item's number, from 1 unless the list says otherwise. */
  readonly number: number;
}

export interface LaidBlock {
  /** `item`: what begins an item of a list; what follows in it is a `paragraph` with its `list`. */
  readonly kind: "heading" | "paragraph" | "item" | "row" | "code" | "rule";
  /** Of a heading, 1 to 6; else 0. */
  readonly level: number;
  /** The block quote it stands in: blocks of one quote have the same, from 1; 0 for none. */
  readonly quote: number;
  readonly list?: LaidList;
  /** Of a row, its table: from 1. Cells are parted by CELL in the text. */
  readonly table?: number;
  /** The first row of its table; the line of dashes under it is in its range. */
  readonly isHeader?: true;
  /** The label of the footnote it stands in. */
  readonly note?: string;
  /** What is seen: a line that is wrapped goes on after a space, a hard line break is "\n". */
  readonly text: string;
  /** The same as pieces that look alike. */
  readonly runs: readonly LaidRun[];
  /** One for each UTF-16 unit of `text`. */
  readonly places: readonly Place[];
  /** The block's range in the Markdown, without what opens its containers. */
  readonly start: number;
  readonly end: number;
}

/** Stands for the call of a footnote. */
export const NOTE = "\uFFFC";

/** Parts the cells of a row. */
export const CELL = "\t";

/** Lays out a text: a section with its heading, a letter, a presentation. Raw HTML and images are not seen. */
export function layOut(text: string): LaidBlock[] {
  // One unit for one: places are those of the text.
  const written = text.replace(unwritable, "\uFFFD");
  return plainLayout(written, layOutMarkdown) ?? layOutMarkdown(written);
}

/** What no kind of copy can hold (XML 1.0, section 2.2), and what stands for the call of a note. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFB\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The same, by reading all of it as Markdown. */
export function layOutMarkdown(text: string): LaidBlock[] {
  const layout = new Layout(text);
  layout.blocks(parseMarkdown(text), { quote: 0 });
  // A note that nobody calls is a paragraph: whoever agrees to a section sees all of it.
  const called = new Set(layout.laid.flatMap(({ runs }) => runs.map(({ note }) => note)));
  return layout.laid.map(({ note, ...block }) =>
    called.has(note) ? { ...block, ...(note !== undefined && { note }) } : block,
  );
}

interface Around {
  readonly quote: number;
  readonly list?: LaidList;
  readonly note?: string;
  /** The first block of an item. */
  readonly isItem?: boolean;
}

interface Piece extends Look {
  readonly units: string;
  readonly places: readonly Place[];
}

const plain: Look = { isBold: false, isItalic: false, isStruck: false, isCode: false };

class Layout {
  readonly laid: LaidBlock[] = [];
  readonly #source: string;
  #quotes = 0;
  #lists = 0;
  #tables = 0;

  constructor(source: string) {
    this.#source = source;
  }

  blocks(parent: Node, around: Around): void {
    for (const [index, node] of childrenOf(parent).entries())
      this.#block(node, index === 0 ? around : { ...around, isItem: false });
  }

  /** Definitions of links, raw HTML and whatever else is not seen are left out. */
  #block(node: Node, around: Around): void {
    if (node.type === "heading") {
      const pieces = withoutAttributes(this.#pieces(node, plain), startOf(node));
      this.#add(node, around, "heading", pieces, node.depth);
    } else if (node.type === "paragraph")
      this.#add(node, around, around.isItem === true ? "item" : "paragraph", this.#pieces(node, plain));
    else if (node.type === "blockquote")
      this.blocks(node, { ...around, quote: (this.#quotes += 1), isItem: false });
    else if (node.type === "list") this.#list(node, around);
    else if (node.type === "code") this.#add(node, around, "code", [this.#code(node.value, node)]);
    else if (node.type === "thematicBreak") this.#add(node, around, "rule", []);
    else if (node.type === "table") this.#table(node, around);
    else if (node.type === "footnoteDefinition") this.blocks(node, { quote: 0, note: node.identifier });
  }

  #list(node: Node & { type: "list" }, around: Around): void {
    const id = (this.#lists += 1);
    const depth = around.list === undefined ? 0 : around.list.depth + 1;
    const isOrdered = node.ordered === true;
    for (const [index, item] of node.children.entries()) {
      const list = { id, depth, isOrdered, number: (node.start ?? 1) + index };
      // An item of nothing is one all the same.
      if (item.children.length === 0) this.#add(item, { ...around, list }, "item", []);
      this.blocks(item, { ...around, list, isItem: true });
    }
  }

  #table(node: Node & { type: "table" }, around: Around): void {
    const table = (this.#tables += 1);
    for (const [index, row] of node.children.entries()) {
      const pieces = row.children.flatMap((cell, column) => {
        const at = startOf(cell);
        const parting = { ...plain, units: CELL, places: [{ start: at, end: at }] };
        return [...(column === 0 ? [] : [parting]), ...this.#pieces(cell, plain)];
      });
      const end = index === 0 ? this.#endOfNextLine(endOf(row)) : endOf(row);
      this.#add(row, around, "row", pieces, 0, { table, end, ...(index === 0 && { isHeader: true }) });
    }
  }

  #add(
    node: Node,
    { quote, list, note }: Around,
    kind: LaidBlock["kind"],
    pieces: readonly Piece[],
    level = 0,
    more: Partial<Pick<LaidBlock, "table" | "isHeader" | "end">> = {},
  ): void {
    this.laid.push({
      ...{ kind, level, quote },
      ...(list && { list }),
      ...(note !== undefined && { note }),
      text: pieces.map(({ units }) => units).join(""),
      runs: runsOf(pieces),
      places: pieces.flatMap(({ places }) => places),
      start: startOf(node),
      end: endOf(node),
      ...more,
    });
  }

  #pieces(node: Node, look: Look): Piece[] {
    return childrenOf(node).flatMap((child): Piece[] => {
      if (child.type === "text" || child.type === "break") return [this.#letters(child, look)];
      if (child.type === "inlineCode") return [this.#letters(child, { ...look, isCode: true })];
      if (child.type === "footnoteReference")
        return [this.#letters(child, { ...look, note: child.identifier })];
      if (child.type !== "html") return this.#pieces(child, lookIn(child, look));
      // A line that is broken in HTML parts words like another.
      return /^<br\b/i.test(child.value) ? [{ ...look, units: " ", places: [placeOf(child)] }] : [];
    });
  }

  #letters(node: Node, look: Look): Piece {
    const { letters, lost } = lettersOf(node, this.#source);
    const [unplaced] = lost;
    if (unplaced !== undefined) {
      const { value, start, end } = unplaced;
      return {
        ...look,
        units: value.replaceAll("\n", " "),
        places: Array.from({ length: value.length }, () => ({ start, end })),
      };
    }
    // A line that is wrapped goes on after a space; what begins its next line goes with it.
    const isWrapped = (unit: string): boolean => unit === "\n" && node.type !== "break";
    return {
      ...look,
      units: letters.map(({ unit }) => (isWrapped(unit) ? " " : unit)).join(""),
      places: letters.map(({ unit, start, end }) => ({
        start,
        end: unit === "\n" ? this.#afterLineStart(end) : end,
      })),
    };
  }

  /** The line under a table's header makes it one. */
  #endOfNextLine(at: number): number {
    const next = this.#source.indexOf("\n", at) + 1;
    const end = this.#source.indexOf("\n", next);
    return end === -1 ? this.#source.length : end;
  }

  #afterLineStart(at: number): number {
    const opening = /[ \t>]*/y;
    opening.lastIndex = at;
    return at + (opening.exec(this.#source)?.[0].length ?? 0);
  }

  #code(value: string, node: Node): Piece {
    const places: Place[] = [];
    const [source, stop] = [this.#source, endOf(node)];
    const isFenced = /[`~]/.test(source.charAt(startOf(node)));
    let at = isFenced ? source.indexOf("\n", startOf(node)) + 1 : startOf(node);
    for (const unit of value.split("")) {
      while (at < stop && source[at] !== unit && " \t>".includes(source.charAt(at))) at += 1;
      places.push({ start: at, end: Math.min(at + 1, stop) });
      at += 1;
    }
    return { ...plain, isCode: true, units: value, places };
  }
}

/** How words look inside a node. */
function lookIn(node: Node, look: Look): Look {
  if (node.type === "strong") return { ...look, isBold: true };
  if (node.type === "emphasis") return { ...look, isItalic: true };
  if (node.type === "delete") return { ...look, isStruck: true };
  return node.type === "link" && isWebAddress(node.url) ? { ...look, link: node.url } : look;
}

const placeOf = (node: Node): Place => ({ start: startOf(node), end: endOf(node) });

/** `{#peur}` at the end of a section's heading is for the program. */
function withoutAttributes(pieces: Piece[], start: number): Piece[] {
  const last = pieces.at(-1);
  if (start !== 0 || last === undefined) return pieces;
  const units = last.units.replace(/[ \t]*\{[^{}]*\}[ \t]*$/, "");
  return [...pieces.slice(0, -1), { ...last, units, places: last.places.slice(0, units.length) }];
}

const isWebAddress = (url: string): boolean => /^(?:https?:|mailto:)/i.test(url);

function runsOf(pieces: readonly Piece[]): LaidRun[] {
  const runs: LaidRun[] = [];
  for (const { units, isBold, isItalic, isStruck, isCode, link, note } of pieces) {
    const look: Look = {
      ...{ isBold, isItalic, isStruck, isCode },
      ...(link !== undefined && { link }),
      ...(note !== undefined && { note }),
    };
    const last = runs.at(-1);
    if (units === "") continue;
    if (last && look.note === undefined && last.note === undefined && isSameLook(last, look))
      runs[runs.length - 1] = { ...last, text: last.text + units };
    else runs.push({ ...look, text: units });
  }
  return runs;
}

function isSameLook(a: Look, b: Look): boolean {
  return (
    a.isBold === b.isBold &&
    a.isItalic === b.isItalic &&
    a.isStruck === b.isStruck &&
    a.isCode === b.isCode &&
    a.link === b.link
  );
}
