// Tables in a document: a row is a turn, by the headings of its columns, or as a name and its words.
import type { DocumentRow } from "./document-lines.ts";
import type { SpokenLine, Times, Told } from "./spoken-lines.ts";
import { bare } from "./spoken-pieces.ts";
import { timeAtStart } from "./spoken-times.ts";
import { columnsOf, type Columns } from "./table-columns.ts";
import { readTime } from "./written-times.ts";

interface Headings {
  readonly titles: readonly string[];
  readonly columns: Columns;
}

/** The lines of a document, in order, and the headings of the columns whose words are not read. */
export function linesWithRows(lines: readonly (SpokenLine | DocumentRow)[]): {
  lines: SpokenLine[];
  left: string[];
} {
  const left = new Set<string>();
  let table: Headings | undefined;
  const read = lines.flatMap((line): readonly SpokenLine[] => {
    if (!("cells" in line)) return [line];
    if (line.isFirst) table = headingsOf(line);
    if (!table) return rowLines(line);
    return line.isFirst ? [] : byColumns(line, table, left);
  });
  return { lines: read, left: [...left] };
}

function headingsOf({ cells }: DocumentRow): Headings | undefined {
  const titles = cells.map(written);
  const columns = columnsOf(titles);
  return columns.at.text !== undefined && columns.count >= 2 ? { titles, columns } : undefined;
}

const written = (cell: readonly SpokenLine[] = []): string => cell.map(({ text }) => text).join(" ");

function byColumns(
  { cells }: DocumentRow,
  { titles, columns: { at, unit = 1000 } }: Headings,
  left: Set<string>,
): SpokenLine[] {
  const writtenAt = (column = -1): string => written(cells[column]);
  const read = new Set(Object.values(at));
  for (const [column, heading] of titles.entries())
    if (!read.has(column) && !left.has(heading) && /\p{L}/u.test(writtenAt(column))) left.add(heading);
  const times = { startMs: timeIn(writtenAt(at.start), unit), endMs: timeIn(writtenAt(at.end), unit) };
  const label = bare(writtenAt(at.speaker));
  const said = cells[at.text ?? -1] ?? [];
  if (label === "") return withTimes(said, times);
  const words = joined(said);
  return [toldLine(words, times, { label, words, isSure: true })];
}

function toldLine(text: string, times: Times, told: Told): SpokenLine {
  return { text, bold: 0, startsParagraph: true, times, told };
}

function timeIn(cell: string, unit: number): number | null {
  return timeAtStart(cell)?.time.startMs ?? readTime(cell.slice(0, 60), unit) ?? null;
}

/** A row of two cells, times and numbers aside, may be a name and what is said. */
function rowLines({ cells }: DocumentRow): SpokenLine[] {
  const clocks: number[] = [];
  const spoken = cells.filter((cell) => cell.length > 0 && !isTimeOrNumber(cell, clocks));
  const [startMs = null, endMs = null] = clocks;
  const times = { startMs, endMs };
  const [named = [], said = []] = spoken;
  const [name] = named;
  if (spoken.length !== 2 || !name || named.length > 1) return withTimes(spoken.flat(), times);
  const words = joined(said);
  const told = { label: bare(name.text), words, isSure: false };
  return [toldLine(`${name.text}\n\n${words}`, times, told)];
}

/** True for a cell that holds a number, or a time, whose ends are then put into `clocks`. */
function isTimeOrNumber(cell: readonly SpokenLine[], clocks: number[]): boolean {
  const [line] = cell;
  if (!line || cell.length > 1 || !/^\W{0,2}\d/.test(line.text)) return false;
  const found = timeAtStart(line.text);
  if (found?.length !== line.text.length) return /^\d{1,5}$/.test(line.text);
  clocks.push(found.time.startMs, ...(found.time.endMs === null ? [] : [found.time.endMs]));
  return true;
}

function withTimes([first, ...others]: readonly SpokenLine[], times: Times): SpokenLine[] {
  return first ? [{ ...first, times }, ...others] : [];
}

function joined(lines: readonly SpokenLine[]): string {
  return lines.map(({ text, startsParagraph }) => (startsParagraph ? `\n\n${text}` : `\n${text}`)).join("");
}
