// Tables in a document: a row is a turn, by the headings of its columns, or as a name and its words.
import type { DocumentLine, DocumentRow } from "./spoken-lines.ts";
import { bare, hasBareTimes, pieceOf, type Piece } from "./spoken-openings.ts";
import { timeAtStart } from "./spoken-times.ts";
import { columnsOf, type Columns } from "./table-columns.ts";
import { readTime } from "./written-times.ts";

interface Times {
  startMs: number | null;
  endMs: number | null;
}

interface Headings {
  readonly titles: readonly string[];
  readonly columns: Columns;
}

/**
 * The pieces of a document, in order, and the headings of the columns whose words are not read.
 */
export function piecesOf(lines: readonly (DocumentLine | DocumentRow)[]): {
  pieces: Piece[];
  left: string[];
} {
  const isClocked = hasBareTimes(lines);
  const left = new Set<string>();
  let table: Headings | undefined;
  const pieces = lines.flatMap((line, index): Piece[] => {
    if (!("cells" in line)) {
      const next = lines[index + 1];
      return [pieceOf(line, isClocked, next && !("cells" in next) ? next.text : "")];
    }
    if (line.isFirst) table = headingsOf(line);
    if (!table) return rowPieces(line, isClocked);
    return line.isFirst ? [] : byColumns(line, table, left, isClocked);
  });
  return { pieces, left: [...left] };
}

/** The pieces of notes or of a written text: nobody is looked for, and what looks like a time is words. */
export function writtenPieces(lines: readonly (DocumentLine | DocumentRow)[]): Piece[] {
  return lines
    .flatMap((line) => ("cells" in line ? line.cells.flat() : [line]))
    .map(({ text, isParagraph }) => ({ words: "", text, startMs: null, endMs: null, isParagraph }));
}

function headingsOf({ cells }: DocumentRow): Headings | undefined {
  const titles = cells.map((cell) => cell.map(({ text }) => text).join(" "));
  const columns = columnsOf(titles);
  return columns.at.text !== undefined && columns.count >= 2 ? { titles, columns } : undefined;
}

function byColumns(
  { cells }: DocumentRow,
  { titles, columns: { at, unit = 1000 } }: Headings,
  left: Set<string>,
  isClocked: boolean,
): Piece[] {
  const written = (column = -1): string => cells[column]?.map(({ text }) => text).join(" ") ?? "";
  const read = new Set(Object.values(at));
  for (const [column, heading] of titles.entries())
    if (!read.has(column) && /\p{L}/u.test(written(column))) left.add(heading);
  const times = { startMs: timeIn(written(at.start), unit), endMs: timeIn(written(at.end), unit) };
  const label = bare(written(at.speaker));
  const said = cells[at.text ?? -1] ?? [];
  if (label === "") return linesOf(said, times, isClocked);
  const words = joined(said);
  return [{ opening: { label, form: "tab", isSure: true }, words, text: words, ...times, isParagraph: true }];
}

function timeIn(written: string, unit: number): number | null {
  return timeAtStart(written)?.time.startMs ?? readTime(written.slice(0, 60), unit) ?? null;
}

/** A row of two cells, times and numbers aside, may be a name and what is said. */
function rowPieces({ cells }: DocumentRow, isClocked: boolean): Piece[] {
  const times: Times = { startMs: null, endMs: null };
  const spoken = cells.filter((cell) => cell.length > 0 && !isTimeOrNumber(cell, times));
  const [[name, ...more] = [], said = []] = spoken;
  if (spoken.length !== 2 || !name || more.length > 0) return linesOf(spoken.flat(), times, isClocked);
  const words = joined(said);
  const opening = { label: bare(name.text), form: "tab", isSure: false } as const;
  return [{ opening, words, text: `${name.text}\n\n${words}`, ...times, isParagraph: true }];
}

/** True for a cell that holds a number, or a time, which is then put into `times`. */
function isTimeOrNumber([line, ...others]: readonly DocumentLine[], times: Times): boolean {
  if (!line || others.length > 0) return false;
  const found = timeAtStart(line.text);
  if (found?.length !== line.text.length) return /^\d{1,5}$/.test(line.text);
  if (times.startMs === null) Object.assign(times, found.time);
  else times.endMs ??= found.time.startMs;
  return true;
}

function linesOf(lines: readonly DocumentLine[], times: Times, isClocked: boolean): Piece[] {
  return lines.map((line, index) => {
    const piece = pieceOf(line, isClocked, lines[index + 1]?.text ?? "");
    if (index > 0) return piece;
    return { ...piece, startMs: piece.startMs ?? times.startMs, endMs: piece.endMs ?? times.endMs };
  });
}

function joined(lines: readonly DocumentLine[]): string {
  return lines.map(({ text, isParagraph }) => (isParagraph ? `\n\n${text}` : `\n${text}`)).join("");
}
