// A table that says who people are, before they speak: `P01 | Nadia Benali`. Nobody says it.
import type { DocumentRow } from "./document-lines.ts";
import { foldLabel } from "./labels.ts";
import { written } from "./row-lines.ts";
import type { SpokenLine } from "./spoken-lines.ts";
import { bare } from "./spoken-pieces.ts";

/** How many such tables a document may start with. */
export const MOST_KEYS = 5;

/** As long as what says who someone is may be. */
const LONGEST = 80;

/**
 * True for a table whose first cells are each there once and open no line before it, of which one
 * opens a line or a row after it, and whose other cells are short and no sentence.
 */
export function isKeyTable(
  lines: readonly (SpokenLine | DocumentRow)[],
  from: number,
  table: readonly DocumentRow[],
): boolean {
  const rows = table.map(({ cells }) => cells.map(written).filter(Boolean));
  const labels = rows.map(([first = ""]) => foldLabel(bare(first)));
  const isShort = (text: string): boolean => text.length <= LONGEST && !/[.?!…]["»”’)]*$/.test(text);
  if (rows.length < 2 || rows.some((row) => row.length < 2 || !row.every(isShort))) return false;
  const names = new Set(labels);
  if (names.size < labels.length || names.has("")) return false;
  const isNamed = (line: SpokenLine | DocumentRow): boolean => {
    const text = "cells" in line ? written(line.cells.find((cell) => cell.length > 0)) : line.text;
    return opens(text).some((start) => names.has(start));
  };
  return !lines.slice(0, from).some(isNamed) && lines.slice(from + table.length).some(isNamed);
}

/** What may be the name that opens a line: all of it, or what a sign parts from the rest. */
function opens(text: string): string[] {
  const start = text.slice(0, LONGEST);
  const part = /^[^:\t–—([]*/.exec(start)?.[0] ?? "";
  return [start, part].map((each) => foldLabel(bare(each)));
}
