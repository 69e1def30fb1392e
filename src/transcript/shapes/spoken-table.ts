// A table of speech, whatever file it comes from: who, when and what, by columns.
import type { Diagnostic, Place } from "../../kernel/diagnostic.ts";
import { shown } from "../../kernel/shown.ts";
import { readCaptions } from "./captions.ts";
import { foldLabel } from "./labels.ts";
import { diagnose, refuse } from "../messages.ts";
import { Problems } from "./problems.ts";
import type { Hints, Reading } from "../reading.ts";
import { isTextHeading, kinds, textHeadings } from "./table-columns.ts";
import { layoutOf, type Layout, type Table, type TableRow } from "./table-layout.ts";
import type { Cue } from "../turn.ts";
import { inParagraphs, oneLine } from "../words.ts";
import { readTime, TimeKeeper, unitOf, type ReadTime, type Span } from "./written-times.ts";

/** Reads a table of speech; refuses one without a column of words. `hints.file`: for diagnostics. */
export function readSpokenTable(table: Table, hints: Hints): Reading {
  const { file } = hints;
  const layout = layoutOf(table);
  if (layout?.at.text === undefined) throw refuse("import.no-text-column", { file, known: textHeadings });
  const reader = new TableReader(table, layout, layout.at.text, hints);
  return reader.read();
}

interface Said extends Span {
  readonly row: TableRow;
  readonly label: string | null;
  words: string;
  readonly isTitle?: true;
}

/** What stands between two times in one column. */
const between = /\s*(?:-->|[–—→]|\s(?:-|à|to)\s|-(?=\[?\d+:))\s*/;

/** How many columns that are not read are named. */
const NAMED = 20;

class TableReader {
  readonly #table: Table;
  readonly #layout: Layout;
  readonly #textAt: number;
  readonly #hints: Hints;
  readonly #rows: readonly TableRow[];
  readonly #width: number;
  readonly #unit: number;
  /** Rows have more fields than the headings, and nothing in them: each ends with what parts fields. */
  readonly #endsWithDelimiters: boolean;
  /** Those whose name some words have, folded. */
  readonly #speakers: ReadonlySet<string>;
  /** Which columns of times do hold them, in most rows. */
  readonly #holdsTimes: Readonly<Record<"start" | "end", boolean>>;
  readonly #times = new TimeKeeper();
  readonly #problems = new Problems();

  constructor(table: Table, layout: Layout, textAt: number, hints: Hints) {
    this.#table = table;
    this.#layout = layout;
    this.#textAt = textAt;
    this.#hints = hints;
    this.#rows = table.rows.slice(layout.heading + 1);
    this.#width = (table.rows[Math.max(layout.heading, 0)]?.fields ?? []).length;
    this.#unit = layout.unit ?? unitOf(this.#spans());
    this.#endsWithDelimiters =
      this.#rows.filter(({ fields }) => fields.length > this.#width).length * 2 > this.#rows.length;
    const spoken = this.#rows.filter(({ fields }) => (fields[textAt] ?? "").trim() !== "");
    this.#speakers = new Set(spoken.map((row) => foldLabel(this.#labelOf(row) ?? "")));
    const strange = this.#rows.map((row) => this.#timesOf(row));
    this.#holdsTimes = {
      start: strange.filter(({ start }) => start === undefined).length * 2 <= strange.length,
      end: strange.filter(({ end }) => end === undefined).length * 2 <= strange.length,
    };
  }

  read(): Reading {
    const said: Said[] = [];
    for (const row of this.#rows) this.#readRow(row, said);
    const reading = this.#layout.at.speaker === undefined ? this.#byCaption(said) : this.#bySpeaker(said);
    const before = this.#beforeHeadings();
    const diagnostics = [
      ...before.diagnostics,
      ...this.#problems.diagnostics,
      ...this.#times.diagnostics,
      ...reading.diagnostics,
      ...this.#columnsLeft(),
    ];
    return { cues: [...before.cues, ...reading.cues], diagnostics };
  }

  #readRow(row: TableRow, said: Said[]): void {
    if (row.fields.length <= this.#textAt && this.#readShortRow(row, said)) return;
    const words = this.#wordsOf(row);
    const label = this.#labelOf(row);
    const isSaid = words.trim() !== "";
    const strange = isSaid || label === null || this.#isSpeaker(label) ? [] : [label];
    this.#readTitle(row, [...this.#strangeTimes(row), ...strange], said);
    if (!isSaid) return;
    const place = (): Place => ({ file: this.#hints.file, line: row.line });
    const { start, end } = this.#timesOf(row);
    said.push({ row, label, ...this.#times.settle(start, end, place), words });
  }

  /** With those that stand past the headings, where nothing else can. */
  #wordsOf(row: TableRow): string {
    const { fields } = row;
    const words = fields[this.#textAt] ?? "";
    const isExtra = fields.slice(this.#width).some((field) => field.trim() !== "");
    const isCut = isExtra || (fields.length > this.#width && !this.#endsWithDelimiters);
    const after = fields.slice(this.#textAt + 1);
    if (!isCut || !after.some((field) => field.trim() !== "")) return words;
    const read = kinds.map((kind) => this.#layout.at[kind] ?? -1);
    if (read.some((column) => column > this.#textAt)) {
      if (isExtra) this.#say("import.unreadable", "error", row);
      return words;
    }
    // The words hold the sign that parts fields, and nobody quoted them.
    this.#say("import.damaged", "warning", row);
    const last = fields.findLastIndex((field) => field.trim() !== "");
    return fields.slice(this.#textAt, last + 1).join(this.#table.delimiter);
  }

  /** What stands among times and is none. */
  #strangeTimes(row: TableRow): string[] {
    const { start, end } = this.#timesOf(row);
    return (["start", "end"] as const).flatMap((kind) => {
      const field = row.fields[this.#layout.at[kind] ?? -1] ?? "";
      const isStrange = (kind === "start" ? start : end) === undefined && /\p{L}{2}/u.test(field);
      return isStrange && this.#holdsTimes[kind] ? [field] : [];
    });
  }

  /** Words outside the column of words: a title between two parts, a place, an hour. */
  #readTitle(row: TableRow, words: readonly string[], said: Said[]): void {
    if (!words.some((each) => /\p{L}/u.test(each))) return;
    this.#say("import.row-title", "warning", row);
    const title = words.join("\n\n");
    said.push({ row, label: null, startMs: null, endMs: null, words: title, isTitle: true });
  }

  /**
   * A row that ends before the column of words: alone, a field is a line of the words above that
   * nobody quoted. False for one that may be a title.
   */
  #readShortRow(row: TableRow, said: Said[]): boolean {
    const [only = "", ...others] = row.fields;
    const hasOthers = others.some((field) => field.trim() !== "");
    const { start, end, speaker } = this.#layout.at;
    const isRead = (column: number): boolean => column === start || column === end || column === speaker;
    if (hasOthers) {
      if (row.fields.some((field, column) => !isRead(column) && /\p{L}/u.test(field)))
        this.#say("import.unreadable", "error", row);
      return false;
    }
    if (!/\p{L}/u.test(only)) return true;
    this.#say("import.stray-words", "warning", row);
    const last = said.findLast(({ isTitle }) => !isTitle);
    if (last) last.words += `\n${only}`;
    else said.push({ row, label: null, startMs: null, endMs: null, words: only });
    return true;
  }

  #bySpeaker(said: readonly Said[]): Reading {
    // As in captions: where most rows name nobody, a name holds until the next.
    const named = said.filter(({ label }) => label !== null).length;
    const isCarried = named * 2 < said.length;
    let carried: string | null = null;
    const cues = said.map(({ label, startMs, endMs, words, isTitle }): Cue => {
      if (isTitle) return { label, startMs, endMs, words: paragraphs(words) };
      carried = label ?? (isCarried ? carried : null);
      return { label: carried, startMs, endMs, words: paragraphs(words) };
    });
    return { cues, diagnostics: [] };
  }

  /** Without a column of speakers, the words may start with their names. */
  #byCaption(said: readonly Said[]): Reading {
    const blocks = said.map(({ row, startMs, endMs, words }) => ({
      line: row.line - 1,
      startMs,
      endMs,
      lines: words.split("\n"),
    }));
    return readCaptions(blocks, this.#hints);
  }

  #isSpeaker(label: string): boolean {
    return this.#speakers.has(foldLabel(label)) || this.#hints.isKnown(foldLabel(label));
  }

  #labelOf({ fields, merged }: TableRow): string | null {
    const column = this.#layout.at.speaker ?? -1;
    const own = oneLine(fields[column] ?? "") || oneLine(merged?.get(column) ?? "");
    const label = own.replace(/[\s\u00A0\u202F]*:$/, "");
    // whisper.cpp's sign for a voice it could not tell.
    return label === "" || label === "?" ? null : label;
  }

  #timesOf({ fields }: TableRow): { start: ReadTime; end: ReadTime } {
    const { start: startAt = -1, end: endAt = -1 } = this.#layout.at;
    const written = (fields[startAt] ?? "").slice(0, 60);
    const [first = "", second = ""] = endAt === -1 ? written.split(between) : [];
    if (second !== "") return { start: readTime(first, this.#unit), end: readTime(second, this.#unit) };
    return {
      start: readTime(written, this.#unit),
      end: readTime((fields[endAt] ?? "").slice(0, 60), this.#unit),
    };
  }

  /** Bare figures, to tell which unit they count; where only starts are given, up to the next. */
  #spans(): { start: number; end: number }[] {
    const { start = -1, end } = this.#layout.at;
    const figure = (row: TableRow | undefined, column: number): number => {
      const written = (row?.fields[column] ?? "").trim().replace(",", ".");
      return /^\d{1,12}(?:\.\d{1,9})?$/.test(written) ? Number(written) : NaN;
    };
    return this.#rows
      .map((row, index) => ({
        start: figure(row, start),
        end: end === undefined ? figure(this.#rows[index + 1], start) : figure(row, end),
      }))
      .filter((span) => !Number.isNaN(span.start) && !Number.isNaN(span.end));
  }

  /** A title, or whatever stands above the headings. */
  #beforeHeadings(): Reading {
    const rows = this.#table.rows.slice(0, Math.max(this.#layout.heading, 0));
    const above = rows.map(({ fields }) =>
      fields
        .filter((field) => field.trim() !== "")
        .map(oneLine)
        .join(" "),
    );
    const words = inParagraphs(above.join("\n"));
    if (!/\p{L}/u.test(words)) return { cues: [], diagnostics: [] };
    const place = { file: this.#hints.file, line: rows[0]?.line ?? 1 };
    return {
      cues: [{ label: null, startMs: null, endMs: null, words }],
      diagnostics: [diagnose("import.before-speakers", "warning", {}, place)],
    };
  }

  /** Says which columns with words are not read. */
  #columnsLeft(): Diagnostic[] {
    const titles = this.#table.rows[this.#layout.heading]?.fields ?? [];
    const read = new Set(kinds.map((kind) => this.#layout.at[kind]));
    const left = titles.flatMap((title, column) =>
      !read.has(column) && this.#rows.some(({ fields }) => /\p{L}{2}/u.test(fields[column] ?? ""))
        ? [title]
        : [],
    );
    if (left.length === 0) return [];
    const columns = left.slice(0, NAMED).map((title) => shown(oneLine(title)).slice(0, 40) || "…");
    // Words of a column that is called as one of speech are more than a remark.
    const severity = left.some((title) => title.trim() === "" || isTextHeading(title)) ? "warning" : "info";
    return [
      diagnose("import.columns-left", severity, { columns: columns.join(", ") }, { file: this.#hints.file }),
    ];
  }

  #say(
    code: "import.damaged" | "import.unreadable" | "import.stray-words" | "import.row-title",
    severity: "error" | "warning",
    row: TableRow,
  ): void {
    this.#problems.say(code, severity, () => ({ file: this.#hints.file, line: row.line }));
  }
}

/** More than a number, a time, a mark or a short code. */
export const hasWords = (field: string): boolean =>
  /\p{L}{2,}.*\p{L}{2,}|\p{L}{6,}/u.test(field.slice(0, 2000));

/** Line breaks are the display's, but for blank lines. */
function paragraphs(words: string): string {
  return inParagraphs(words).split("\n\n").map(oneLine).join("\n\n");
}
