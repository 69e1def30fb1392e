// How a table of speech is laid out: where its headings are, and which column holds what.
import { columnsOf, type Columns } from "./table-columns.ts";

export interface TableRow {
  /** In the file, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /** By column, what stands in a merged cell that began on a row above. */
  readonly merged?: ReadonlyMap<number, string>;
}

export interface Table {
  readonly rows: readonly TableRow[];
  /** What stood between two fields. */
  readonly delimiter: string;
}

export interface Layout extends Columns {
  /** Index of the row of headings; -1 when there is none. */
  readonly heading: number;
}

/** Rows among which the one of headings is looked for. */
const START = 10;

/**
 * How a table is laid out: by the first of its first ten rows that names a column of words and
 * another one, or two others, which are times or a speaker; without headings, when each row starts
 * with a clock; else by a row that names a column of words alone. Undefined for what is not a table
 * of speech.
 */
export function layoutOf({ rows }: Pick<Table, "rows">): Layout | undefined {
  const start = rows.slice(0, START).map(({ fields }) => columnsOf(fields));
  const isHeading = ({ count }: Columns): boolean => count >= 2;
  const isTextAlone = ({ at }: Columns): boolean => at.text !== undefined;
  const layoutAt = (heading: number): Layout | undefined => {
    const found = start[heading];
    return found && { ...found, heading };
  };
  return (
    layoutAt(start.findIndex(isHeading)) ?? withoutHeadings(rows) ?? layoutAt(start.findIndex(isTextAlone))
  );
}

/**
 * True for a layout that no text has by chance: two columns are named, and most rows have as many
 * fields as the headings; or one of words in the first row, among others, and all rows have as many.
 */
export function isSure({ rows }: Pick<Table, "rows">, { heading, at, count }: Layout): boolean {
  const width = rows[heading]?.fields.length ?? 0;
  const below = rows.slice(heading + 1, heading + LOOKED_AT);
  if (count < 2) {
    const isEven = below.length > 0 && below.every(({ fields }) => fields.length === width);
    return at.text !== undefined && heading === 0 && width >= 2 && isEven;
  }
  const whole = below.filter(({ fields }) => fields.length >= width).length;
  // Headings without one of words are believed at the top only, with something below.
  return whole * 2 >= below.length && (at.text !== undefined || (heading === 0 && whole > 0));
}

const clock = /^\[?(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,:;]\d{1,3})?\]?$/;

/** Rows looked at where there are no headings, and the longest name among them. */
const [LOOKED_AT, LONGEST_NAME] = [30, 60];

function withoutHeadings(rows: readonly TableRow[]): Layout | undefined {
  const some = rows.slice(0, LOOKED_AT).map(({ fields }) => fields);
  const width = some[0]?.length ?? 0;
  if (some.length < 2 || some.some((fields) => fields.length !== width)) return undefined;
  const isClock = (column: number): boolean =>
    some.every((fields) => clock.test((fields[column] ?? "").trim()));
  if (!isClock(0)) return undefined;
  const times = isClock(1) ? { start: 0, end: 1 } : { start: 0 };
  const first = isClock(1) ? 2 : 1;
  const names = some.map((fields) => (fields[first] ?? "").trim());
  const hasNames =
    width === first + 2 &&
    names.every((name) => name.length <= LONGEST_NAME) &&
    new Set(names).size * 2 <= names.length;
  const layout = { heading: -1, unit: undefined };
  if (hasNames) return { ...layout, at: { ...times, speaker: first, text: first + 1 }, count: 3 };
  return width === first + 1 && first === 2
    ? { ...layout, at: { ...times, text: first }, count: 3 }
    : undefined;
}
