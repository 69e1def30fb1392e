// Aligned columns for a terminal.
import { shown } from "../../kernel/shown.ts";
import type { Paint } from "../paint.ts";
import { wrapLines } from "./wrap.ts";

interface Layout {
  /** Columns whose cells end at the same place, as numbers do. */
  readonly isRight?: (column: number) => boolean;
  readonly styleOf?: (row: number, column: number) => (text: string) => string;
  /** As wide as the table may be: what is too long in the last column goes on under itself. */
  readonly columns?: number;
}

const plain = (text: string): string => text;

const GAP = 2;
const NARROWEST = 20;

/** Lines of cells under bold headings, each column as wide as its widest cell but the last. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  paint: Paint,
  { isRight = () => false, styleOf = () => plain, columns = Infinity }: Layout = {},
): string {
  const cells = [headings, ...rows].map((row) =>
    row.map((cell) =>
      shown(cell)
        .replace(/[^\S\u00A0\u202F]+/g, " ")
        .trim(),
    ),
  );
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ""))));
  const last = headings.length - 1;
  const before = widths.slice(0, last).reduce((sum, each) => sum + each + GAP, 0);
  const under = (cell: string, style: (text: string) => string): string =>
    wrapLines([{ text: cell, style }], Math.max(NARROWEST, columns - before))
      .map(({ text }) => text)
      .join(`\n${" ".repeat(before)}`);
  const lines = cells.map((row, index) =>
    row
      .map((cell, column) => {
        const room = " ".repeat((widths[column] ?? 0) - width(cell));
        const style = index === 0 ? plain : styleOf(index - 1, column);
        if (column === last && before + width(cell) > columns) return under(cell, style);
        return isRight(column) ? room + style(cell) : style(cell) + room;
      })
      .join(" ".repeat(GAP))
      .trimEnd(),
  );
  return lines.map((line, index) => (index === 0 ? paint.bold(line) : line)).join("\n");
}

let graphemes: Intl.Segmenter | undefined;

/** Columns a text takes in a terminal. Node makes a segmenter slowly, and Latin letters need none. */
export function width(text: string): number {
  if (/^[\x20-\u024F\u2010-\u2027\u2190-\u27BF]*$/.test(text)) return text.length;
  graphemes ??= new Intl.Segmenter();
  return [...graphemes.segment(text)].length;
}
