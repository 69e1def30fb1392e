// Workbooks of Excel and its like (ECMA-376, part 1, section 18) as sheets of rows of text.
import type { Archive } from "./archive.ts";
import { refuse } from "./messages.ts";
import { asClock, readTimeFormats, type TimeFormat } from "./xlsx-times.ts";
import { eachElement, localName, readPart, type Attributes } from "./workbook-part.ts";

export interface SheetRow {
  /** As the person sees it at the left of the sheet, from 1. */
  readonly number: number;
  /** Those that have a text, one for each column. */
  readonly cells: readonly Cell[];
}

interface Cell {
  /** From 0. */
  readonly column: number;
  readonly text: string;
}

/** Cells one above the other that show as one, whose text is in the first. */
export interface MergedCells {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

export interface Sheet {
  /** Those with cells, in the order of the file; hidden ones too. */
  readonly rows: readonly SheetRow[];
  readonly merged: readonly MergedCells[];
  /** The file's XML is malformed here: what could be read was. */
  readonly isDamaged: boolean;
}

/** True for a workbook. */
export function isWorkbook({ names }: Archive): boolean {
  return workbookPath(names) !== undefined;
}

const workbookPath = (names: readonly string[]): string | undefined =>
  names.find((name) => /^(?:xl\/)?workbook\.xml$/i.test(name));

/** The columns told apart: what stands further right counts as one more. */
const LAST_COLUMN = 256;

/** More cells than a transcript, or its reader's memory, has: five columns of thirty hours. */
const MOST_CELLS = 150_000;

/**
 * The sheets of a workbook, hidden ones too, in the order a person sees them. Times are written as
 * they show, `0:01:02.500`, and in two parts, `12:30`, when they show so; other numbers in figures;
 * formulas as what they last gave. Refuses a workbook with more than 150,000 cells,
 * shared texts or merged cells, or a part of more than 32 MB.
 */
export function readWorkbook(archive: Archive): Sheet[] {
  const path = workbookPath(archive.names) ?? "";
  const folder = path.replace(/[^/]*$/, "");
  const links = readLinks(archive, folder, path);
  const part = (type: string): string =>
    links.find((link) => link.type === type)?.target ?? `${folder}${type}.xml`;
  const strings = readStrings(archive, part("sharedStrings"));
  const timeFormats = readTimeFormats(archive, part("styles"));
  const room = { cells: MOST_CELLS };
  return sheetPaths(archive, path, links).flatMap(
    (target) => new SheetReader(strings, timeFormats, room).read(archive, target) ?? [],
  );
}

/** How many remarks stand in the margin of a workbook's cells (section 18.7; threads are there twice). */
export function countRemarks(archive: Archive): number {
  const counts = new Map<string, number>();
  for (const part of archive.names) {
    const kind = /(?:^|\/)(threadedComment|comments?)\d*\.xml$/i.exec(part)?.[1]?.toLowerCase();
    if (kind === undefined) continue;
    eachElement(archive, part, (name) => {
      if (name === "comment" || name === "threadedComment") counts.set(kind, (counts.get(kind) ?? 0) + 1);
    });
  }
  return Math.max(
    0,
    counts.get("threadedcomment") ?? 0,
    (counts.get("comments") ?? 0) + (counts.get("comment") ?? 0),
  );
}

interface Link {
  readonly id: string;
  /** The last part of its type's address. */
  readonly type: string;
  readonly target: string;
}

function readLinks(archive: Archive, folder: string, path: string): Link[] {
  const links: Link[] = [];
  eachElement(archive, `${folder}_rels/${path.slice(folder.length)}.rels`, (name, attributes) => {
    const { Id: id, Type: type, Target: target } = attributes;
    if (name !== "Relationship" || id === undefined || type === undefined || target === undefined) return;
    const whole = target.startsWith("/") ? target.slice(1) : folder + target.replace(/^\.\//, "");
    links.push({ id, type: type.replace(/^.*\//, ""), target: whole });
  });
  return links;
}

/** In the order of the tabs; by name when the workbook does not say. */
function sheetPaths(archive: Archive, path: string, links: readonly Link[]): string[] {
  const paths: string[] = [];
  eachElement(archive, path, (name, attributes) => {
    if (name !== "sheet") return;
    const id = Object.entries(attributes).find(([key]) => localName(key) === "id")?.[1];
    const target = links.find((link) => link.id === id)?.target;
    if (target !== undefined) paths.push(target);
  });
  return paths.length > 0
    ? [...new Set(paths)]
    : archive.names.filter((name) => /worksheets\/[^/]*\.xml$/i.test(name));
}

/** Texts that cells share; how they are to be pronounced, `rPh`, is left out. */
function readStrings(archive: Archive, part: string): string[] {
  const strings: string[] = [];
  const text = new TextReader();
  readPart(archive, part, {
    open: (name) => {
      if (localName(name) === "si") text.take();
      text.open(localName(name));
    },
    text: (written) => text.add(written),
    close: (name) => {
      text.close(localName(name));
      if (localName(name) !== "si") return;
      if (strings.length >= MOST_CELLS) throw refuse("office.sheet-too-large", { file: archive.file });
      strings.push(text.take());
    },
  });
  return strings;
}

/** What stands in `t` elements, but for those inside `rPh`. */
class TextReader {
  #pieces: string[] = [];
  #isText = false;
  #isSpelling = false;

  open(name: string): void {
    if (name === "rPh") this.#isSpelling = true;
    this.#isText = name === "t" && !this.#isSpelling;
  }

  add(written: string): void {
    if (this.#isText) this.#pieces.push(written);
  }

  close(name: string): void {
    if (name === "rPh") this.#isSpelling = false;
    this.#isText = false;
  }

  /** The text so far, which it forgets. */
  take(): string {
    const text = unescape(this.#pieces.join(""));
    this.#pieces = [];
    return text;
  }
}

/** `_x000D_` stands for a sign that XML cannot hold (section 22.9.2.19). */
const unescape = (text: string): string =>
  text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

class SheetReader {
  readonly #strings: readonly string[];
  readonly #timeFormats: ReadonlyMap<string, TimeFormat>;
  readonly #room: { cells: number };
  readonly #rows: { number: number; cells: { column: number; text: string }[] }[] = [];
  readonly #merged: MergedCells[] = [];
  readonly #inline = new TextReader();
  #row = 0;
  /** Rows without any text are not kept. */
  #isNewRow = false;
  #column = -1;
  #cell: Attributes | undefined;
  #value = "";
  #formula = "";
  #inside = "";

  constructor(
    strings: readonly string[],
    timeFormats: ReadonlyMap<string, TimeFormat>,
    room: { cells: number },
  ) {
    this.#strings = strings;
    this.#timeFormats = timeFormats;
    this.#room = room;
  }

  /** Undefined when the part is not there. */
  read(archive: Archive, part: string): Sheet | undefined {
    const { file } = archive;
    const problems = readPart(archive, part, {
      open: (name, attributes) => this.#open(localName(name), attributes, file),
      text: (text) => this.#text(text),
      close: (name) => {
        this.#inline.close(localName(name));
        this.#inside = "";
        if (localName(name) === "c") this.#closeCell(file);
      },
    });
    if (!problems) return undefined;
    const rows = this.#rows;
    // A table made of them has as many cells as this, empty ones included.
    const columns = new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
    if (rows.length * columns.size > MOST_CELLS) throw refuse("office.sheet-too-large", { file });
    return { rows, merged: this.#merged, isDamaged: problems.length > 0 };
  }

  #open(name: string, attributes: Attributes, file: string): void {
    this.#inside = name;
    this.#inline.open(name);
    if (name === "row") {
      this.#row = Number(/^\d{1,7}$/.exec(attributes["r"] ?? "")?.[0] ?? this.#row + 1);
      this.#isNewRow = true;
      this.#column = -1;
    } else if (name === "c") {
      this.#cell = attributes;
      this.#column = placeOf(attributes["r"] ?? "")?.column ?? this.#column + 1;
      this.#value = "";
      this.#formula = "";
      this.#inline.take();
    } else if (name === "mergeCell") this.#merge(attributes["ref"] ?? "", file);
  }

  #text(text: string): void {
    if (this.#inside === "v") this.#value += text;
    else if (this.#inside === "f") this.#formula += text;
    else this.#inline.add(text);
  }

  #closeCell(file: string): void {
    const text = this.#cell ? this.#textOf(this.#cell) : "";
    this.#cell = undefined;
    if (text === "") return;
    this.#takeRoom(file);
    if (this.#isNewRow) this.#rows.push({ number: this.#row, cells: [] });
    this.#isNewRow = false;
    const cells = this.#rows.at(-1)?.cells ?? [];
    const column = Math.min(this.#column, LAST_COLUMN);
    const before = cells.find((cell) => cell.column === column);
    if (before) before.text += ` ${text}`;
    else cells.push({ column, text });
  }

  #takeRoom(file: string): void {
    if ((this.#room.cells -= 1) < 0) throw refuse("office.sheet-too-large", { file });
  }

  #textOf({ t: type, s: style }: Attributes): string {
    const value = this.#value.trim();
    if (type === "s") return this.#strings[Number(value)] ?? "";
    if (type === "inlineStr") return this.#inline.take();
    // A formula that was never worked out has nothing else to show.
    if (this.#value === "") return this.#formula === "" ? "" : `=${this.#formula}`;
    if (type === "str") return unescape(this.#value);
    if (type === "b") return value === "1" ? "TRUE" : "FALSE";
    if (type !== undefined && type !== "n") return value;
    const format = this.#timeFormats.get(style ?? "0");
    const days = Number(value);
    return format && days >= 0 ? asClock(days, format) : value;
  }

  #merge(ref: string, file: string): void {
    const [first = "", last = ""] = ref.split(":");
    const [from, to] = [placeOf(first), placeOf(last)];
    if (!from || !to || to.row <= from.row) return;
    this.#takeRoom(file);
    this.#merged.push({ column: from.column, from: from.row, to: to.row });
  }
}

/** Column, from 0, and row, from 1, of `C5`. */
function placeOf(ref: string): { column: number; row: number } | undefined {
  const [, letters = "", row = ""] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(ref) ?? [];
  if (row === "") return undefined;
  const column = Array.from(letters.toUpperCase()).reduce(
    (sum, each) => sum * 26 + each.charCodeAt(0) - 64,
    0,
  );
  return { column: column - 1, row: Number(row) };
}
