// Aligned columns for a terminal.
import { shown } from "../../kernel/shown.ts";
import type { Paint } from "../paint.ts";

/** Lines of cells under bold headings, each column as wide as its widest cell but the last. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  paint: Paint,
): string {
  const cells = [headings, ...rows].map((row) => row.map((cell) => shown(cell).replace(/\s+/g, " ").trim()));
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ""))));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - width(cell)))
      .join("  ")
      .trimEnd(),
  );
  return lines.map((line, index) => (index === 0 ? paint.bold(line) : line)).join("\n");
}

let graphemes: Intl.Segmenter | undefined;

/** Columns a text takes. Node makes a segmenter slowly, and Latin letters need none. */
function width(text: string): number {
  if (/^[\x20-\u024F\u2010-\u2027\u2190-\u27BF]*$/.test(text)) return text.length;
  graphemes ??= new Intl.Segmenter();
  return [...graphemes.segment(text)].length;
}
