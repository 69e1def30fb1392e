// Tables in a document: a row is a turn, by the headings of its columns, or as a name and its words.
import type { DocumentRow } from "./document-lines.ts";
import { isKeyTable, MOST_KEYS } from "./key-table.ts";
import { foldLabel } from "./labels.ts";
import { plainRows } from "./plain-rows.ts";
import { apartLine, joined, noTimes, toldLine, withTimes, written } from "./row-lines.ts";
import type { SpokenLine, Times } from "./spoken-lines.ts";
import { bare } from "./spoken-pieces.ts";
import { timeAtStart } from "./spoken-times.ts";
import { columnsOf, type Columns } from "./table-columns.ts";
import { readTime } from "./written-times.ts";

type Cell = readonly SpokenLine[];

/** The lines of a document as they may be said, and what its tables hold besides. */
export interface RowsRead {
  readonly lines: readonly SpokenLine[];
  /** The headings of the columns whose words are not read. */
  readonly left: readonly string[];
  /** True when words of some row stand in no column of words: they are lines apart. */
  readonly hasTitles: boolean;
}

/** The lines of a document, in order, its tables read by their columns. `isKnown`: of folded labels. */
export function linesWithRows(
  lines: readonly (SpokenLine | DocumentRow)[],
  isKnown: (label: string) => boolean,
): RowsRead {
  const left = new Set<string>();
  const read: SpokenLine[] = [];
  let hasTitles = false;
  let keys = 0;
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    const table = tableAt(lines, at);
    const [first] = table;
    if (!first) {
      if (line && !("cells" in line)) read.push(line);
      at += 1;
      continue;
    }
    const headings = headingsOf(first);
    const isKey = !headings && keys < MOST_KEYS && isKeyTable(lines, at, table);
    const found = headings
      ? new ColumnReader(headings, table.slice(1), left, isKnown).read()
      : isKey
        ? [keyOf(table)]
        : plainRows(table);
    // Once a table holds speech, those that follow are no key to who speaks.
    keys = isKey ? keys + 1 : MOST_KEYS;
    hasTitles ||= headings !== undefined && found.some(({ apart }) => apart !== undefined);
    for (const each of found) read.push(each);
    at += table.length;
  }
  return { lines: read, left: [...left], hasTitles };
}

/** The rows of the table that starts there; none where no row stands. */
function tableAt(lines: readonly (SpokenLine | DocumentRow)[], from: number): DocumentRow[] {
  const rows: DocumentRow[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || !("cells" in line) || (line.isFirst && at > from)) break;
    rows.push(line);
  }
  return rows;
}

/** Who people are is no speech, and may be their names: it is kept, as words of nobody. */
function keyOf(table: readonly DocumentRow[]): SpokenLine {
  const rows = table.map(({ cells }) => cells.map(written).filter(Boolean).join(" – "));
  return apartLine(rows.filter(Boolean).join("\n"));
}

interface Headings {
  readonly titles: readonly string[];
  readonly columns: Columns;
}

function headingsOf({ cells }: DocumentRow): Headings | undefined {
  const titles = cells.map(written);
  const columns = columnsOf(titles);
  return columns.at.text !== undefined && columns.count >= 2 ? { titles, columns } : undefined;
}

const hasLetters = (text: string): boolean => /\p{L}{2}/u.test(text);

/** A table whose headings say what each column holds. */
class ColumnReader {
  readonly #titles: readonly string[];
  readonly #at: Columns["at"];
  readonly #unit: number;
  readonly #rows: readonly DocumentRow[];
  readonly #left: Set<string>;
  readonly #isSpeaker: (label: string) => boolean;
  /** The columns of times that hold them. */
  readonly #timed: ReadonlySet<number>;

  constructor(
    { titles, columns }: Headings,
    rows: readonly DocumentRow[],
    left: Set<string>,
    isKnown: (label: string) => boolean,
  ) {
    this.#titles = titles;
    this.#at = columns.at;
    this.#unit = columns.unit ?? 1000;
    this.#rows = rows;
    this.#left = left;
    const spoken = rows.filter(({ cells }) => (cells[columns.at.text ?? -1] ?? []).length > 0);
    const speakers = new Set(spoken.map((row) => foldLabel(this.#labelOf(row))));
    this.#isSpeaker = (label) => speakers.has(foldLabel(label)) || isKnown(foldLabel(label));
    const clocks = [columns.at.start, columns.at.end].flatMap((column) => column ?? []);
    this.#timed = new Set(clocks.filter((column) => this.#holdsTimes(column)));
  }

  read(): SpokenLine[] {
    return this.#rows.flatMap((row) => this.#readRow(row));
  }

  #readRow(row: DocumentRow): SpokenLine[] {
    const { cells } = row;
    const { text = -1, speaker = -1, start = -1, end = -1 } = this.#at;
    const times = { startMs: this.#timeIn(cells[start]), endMs: this.#timeIn(cells[end]) };
    // Cells merged into one: a title between two parts.
    if (cells.length === 1 && this.#titles.length > 1) return this.#titleOf(cells, times);
    const said = [...(cells[text] ?? []), ...cells.slice(this.#titles.length).flat()];
    const filled = cells.filter((cell) => cell.length > 0);
    const label = this.#labelOf(row);
    if (said.length === 0 && filled.length === 1 && !(label !== "" && this.#isSpeaker(label)))
      return this.#titleOf(filled, times);
    this.#sayLeft(cells);
    const strange = [...this.#timed].filter((column) => this.#timeIn(cells[column]) === null);
    const titles = strange.flatMap((column) => this.#titleOf([cells[column] ?? []], noTimes));
    if (label === "") return [...titles, ...withTimes(said, times)];
    if (said.length === 0 && !this.#isSpeaker(label))
      return [...titles, ...this.#titleOf([cells[speaker] ?? []], times)];
    const words = joined(said);
    return [...titles, toldLine(words, times, { label, words, isSure: true })];
  }

  #titleOf(cells: readonly Cell[], times: Times): SpokenLine[] {
    const words = cells.map(joined).join("\n\n").trim();
    return /\p{L}/u.test(words) ? [apartLine(words, times)] : [];
  }

  #sayLeft(cells: readonly Cell[]): void {
    const { text, speaker } = this.#at;
    for (const [column, heading] of this.#titles.entries()) {
      const isRead = column === text || column === speaker || this.#timed.has(column);
      if (!isRead && !this.#left.has(heading) && /\p{L}/u.test(written(cells[column])))
        this.#left.add(heading);
    }
  }

  #labelOf({ cells }: DocumentRow): string {
    return bare(written(cells[this.#at.speaker ?? -1]));
  }

  /** A column where most is something else is one of words, whatever its heading. */
  #holdsTimes(column: number): boolean {
    const filled = this.#rows.flatMap(({ cells }) => {
      const cell = cells[column] ?? [];
      return cells.length > 1 && hasLetters(written(cell)) ? [cell] : [];
    });
    const strange = filled.filter((cell) => this.#timeIn(cell) === null);
    return strange.length * 2 <= this.#rows.length;
  }

  #timeIn(cell: Cell | undefined): number | null {
    const text = written(cell);
    return timeAtStart(text)?.time.startMs ?? readTime(text.slice(0, 60), this.#unit) ?? null;
  }
}
