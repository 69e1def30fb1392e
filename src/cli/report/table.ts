// Aligned columns for a terminal.
import { shown } from "../../kernel/shown.ts";
import type { Paint } from "../paint.ts";

interface Layout {
  /** Columns whose cells end at the same place, as numbers do. */
  readonly isRight?: (column: number) => boolean;
  readonly styleOf?: (row: number, column: number) => (text: string) => string;
}

const plain = (text: string): string => text;

/** Lines of cells under bold headings, each column as wide as its widest cell but the last. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  paint: Paint,
  { isRight = () => false, styleOf = () => plain }: Layout = {},
): string {
  const cells = [headings, ...rows].map((row) =>
    row.map((cell) =>
      shown(cell)
        .replace(/[^\S\u00A0\u202F]+/g, " ")
        .trim(),
    ),
  );
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ""))));
  const lines = cells.map((row, index) =>
    row
      .map((cell, column) => {
        const room = " ".repeat((widths[column] ?? 0) - width(cell));
        const text = index === 0 ? cell : styleOf(index - 1, column)(cell);
        return isRight(column) ? room + text : text + room;
      })
      .join("  ")
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
