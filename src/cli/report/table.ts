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

const graphemes = new Intl.Segmenter();

function width(text: string): number {
  return [...graphemes.segment(text)].length;
}
