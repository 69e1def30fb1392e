// A table without headings in a document: which columns hold times, numbers of rows, names and words.
import type { DocumentRow } from "./document-lines.ts";
import { foldLabel, isNameLike } from "./labels.ts";
import { apartLine, joined, toldLine, withTimes, written } from "./row-lines.ts";
import type { SpokenLine, Times } from "./spoken-lines.ts";
import { bare } from "./spoken-pieces.ts";
import { timeAtStart } from "./spoken-times.ts";

/** Columns looked at: a table of speech has a few. */
const WIDEST = 50;

type Cell = readonly SpokenLine[];

/**
 * A row whose two cells, times and its number aside, may be a name and what is said. What is a time
 * or a number is told by its column: `34` may be an answer.
 */
export function plainRows(rows: readonly DocumentRow[]): SpokenLine[] {
  const width = Math.min(
    WIDEST,
    rows.reduce((most, { cells }) => Math.max(most, cells.length), 0),
  );
  const columns = Array.from({ length: width }, (_, column) =>
    rows.flatMap(({ cells }) => {
      const cell = cells[column] ?? [];
      return cells.length > 1 && cell.length > 0 ? [cell] : [];
    }),
  );
  const times = columns.map((cells) => mostly(cells, (cell) => clockOf(cell) !== undefined));
  const numbers = columns.map((cells) => areNumbers(cells));
  const isOfWords = (column: number): boolean =>
    (columns[column]?.length ?? 0) > 0 && times[column] !== true && numbers[column] !== true;
  const words = columns.flatMap((_, column) => (isOfWords(column) ? [column] : []));
  const hasWords = words.some((column) => columns[column]?.some((cell) => !isNameLike(bare(written(cell)))));
  const [firstWords = -1] = words;
  const lastWords = words.at(-1) ?? -1;
  const aside = columns.map((_, column) =>
    times[column] === true && (column < lastWords || (hasWords && words.length > 0))
      ? "time"
      : numbers[column] === true && column < firstWords
        ? "number"
        : undefined,
  );
  const spoken = rows.map((row) => spokenIn(row, aside));
  const named = spoken.flatMap(({ name }) => (name === undefined ? [] : foldLabel(name)));
  const names = new Set(named);
  const isOfTurns = aside.filter((each) => each === undefined).length === 2 && named.length * 2 > rows.length;
  return spoken.flatMap(({ cells, times: at, name, strange, isAlone }): SpokenLine[] => {
    const titles = strange.map((cell) => apartLine(joined(cell).trim()));
    const [first = [], said = []] = cells;
    if (name !== undefined) {
      const told = { label: name, words: joined(said), isSure: false };
      return [...titles, toldLine(`${written(first)}\n\n${told.words}`, at, told)];
    }
    // A cell alone where names stand: a name without words, or a title between two parts.
    const alone = isOfTurns && isAlone ? bare(written(first)) : "";
    if (alone !== "" && names.has(foldLabel(alone)))
      return [...titles, toldLine(written(first), at, { label: alone, words: "", isSure: false })];
    const lines = withTimes(cells.flat(), at);
    return [
      ...titles,
      ...(alone === "" ? lines : lines.map((line): SpokenLine => ({ ...line, apart: "heading" }))),
    ];
  });
}

interface SpokenRow {
  /** Those that are not empty, times and numbers aside. */
  readonly cells: readonly Cell[];
  readonly times: Times;
  /** When there are two, and the first may be a name. */
  readonly name: string | undefined;
  /** What stands among times and is none. */
  readonly strange: readonly Cell[];
  /** One cell, in the first column of names or words. */
  readonly isAlone: boolean;
}

function spokenIn({ cells }: DocumentRow, aside: readonly (string | undefined)[]): SpokenRow {
  const clocks: number[] = [];
  const strange: Cell[] = [];
  const isMerged = cells.length === 1;
  const spoken = cells.filter((cell, column) => {
    const kind = isMerged ? undefined : aside[column];
    if (cell.length === 0) return false;
    if (kind === undefined) return true;
    const clock = kind === "time" ? clockOf(cell) : undefined;
    if (clock) clocks.push(clock.startMs, ...(clock.endMs === null ? [] : [clock.endMs]));
    else if (kind === "time") strange.push(cell);
    return false;
  });
  const [startMs = null, endMs = null] = clocks;
  const [first = []] = spoken;
  const [name] = first;
  const isNamed = spoken.length === 2 && first.length === 1 && !/:\s*\S/.test(name?.text ?? "");
  return {
    cells: spoken,
    times: { startMs, endMs },
    name: isNamed && name ? bare(name.text) : undefined,
    strange,
    isAlone: spoken.length === 1 && (isMerged || cells[aside.indexOf(undefined)] === first),
  };
}

/** Nearly all: a few may be something else. */
function mostly(cells: readonly Cell[], is: (cell: Cell) => boolean): boolean {
  return cells.length > 0 && cells.filter(is).length >= cells.length * 0.8;
}

/** Numbers that count rows: each more than the one above. */
function areNumbers(cells: readonly Cell[]): boolean {
  const numbers = cells.map((cell) => Number(/^\d{1,5}$/.exec(written(cell))?.[0] ?? NaN));
  return numbers.length > 0 && numbers.every((each, index) => each > (numbers[index - 1] ?? -1));
}

/** A cell that holds a time and nothing else. */
function clockOf(cell: Cell): { startMs: number; endMs: number | null } | undefined {
  const [line] = cell;
  if (!line || cell.length > 1 || !/^\W{0,2}\d/.test(line.text)) return undefined;
  const found = timeAtStart(line.text);
  return found?.length === line.text.length ? found.time : undefined;
}
