// A document's lines of speech, its changes accepted: what a paragraph or a row of a table holds.
import type { Block, OfficeDocument, Paragraph, Run, Table } from "../../office/document.ts";
import type { SpokenLine } from "./spoken-lines.ts";
import { withoutControls } from "../words.ts";

/** A row of a table: the lines of each cell. */
export interface DocumentRow {
  readonly cells: readonly (readonly SpokenLine[])[];
  readonly isFirst: boolean;
}

/** What the document says with every change accepted, in order. Lines without a word are left out. */
export function acceptedLines({ blocks }: OfficeDocument): (SpokenLine | DocumentRow)[] {
  const accepted = acceptedParagraphs(blocks);
  const headings = accepted.filter((block) => block.kind === "paragraph" && block.isHeading === true).length;
  // Where every other paragraph is a title, the style is no sign of one.
  const areTitles = headings * 3 <= accepted.length;
  return accepted.flatMap((block): (SpokenLine | DocumentRow)[] => {
    if (block.kind === "table") return rowsOf(block);
    const lines = linesOf(block.runs);
    const isTitle = areTitles && block.isHeading === true && lines.length === 1;
    return isTitle ? lines.map((line) => ({ ...line, apart: "heading" })) : lines;
  });
}

/** How many changes are tracked: neighbours of one kind and one author are one. */
export function countChanges(blocks: readonly Block[]): number {
  let count = 0;
  let last = "";
  const see = (change: Run["change"]): void => {
    const key = change ? `${change.kind} ${change.author}` : "";
    if (key !== "" && key !== last) count += 1;
    last = key;
  };
  eachParagraph(blocks, ({ runs, endChange }) => {
    for (const { text, note, change } of runs) if (text !== "" && note === undefined) see(change);
    // An end that did not change does not part two changed paragraphs.
    if (endChange) see(endChange);
  });
  return count;
}

function eachParagraph(blocks: readonly Block[], visit: (paragraph: Paragraph) => void): void {
  for (const block of blocks)
    if (block.kind === "paragraph") visit(block);
    else for (const row of block.rows) for (const cell of row) eachParagraph(cell, visit);
}

/** Without deleted words; a paragraph whose end is deleted is one with the next. */
function acceptedParagraphs(blocks: readonly Block[]): Block[] {
  const accepted: Block[] = [];
  let joined: Run[] = [];
  let isHeading = false;
  const close = (): void => {
    if (joined.length > 0)
      accepted.push({ kind: "paragraph", runs: joined, ...(isHeading && { isHeading }) });
    joined = [];
  };
  for (const block of blocks) {
    if (block.kind === "table") {
      close();
      accepted.push(block);
      continue;
    }
    if (joined.length === 0) isHeading = block.isHeading === true;
    // The call of a note is no speech.
    for (const run of block.runs)
      if (run.change?.kind !== "deletion" && run.note === undefined) joined.push(run);
    if (block.endChange?.kind !== "deletion") close();
  }
  close();
  return accepted;
}

function rowsOf({ rows }: Table): DocumentRow[] {
  return rows.map((cells, index) => ({
    cells: cells.map((blocks) =>
      acceptedParagraphs(blocks).flatMap((block) =>
        block.kind === "table" ? rowsOf(block).flatMap((row) => row.cells.flat()) : linesOf(block.runs),
      ),
    ),
    isFirst: index === 0,
  }));
}

function linesOf(runs: readonly Run[]): SpokenLine[] {
  const lines: { text: string; bold: number }[] = [{ text: "", bold: 0 }];
  for (const run of runs) {
    for (const [index, piece] of withoutControls(run.text).split("\n").entries()) {
      if (index > 0) lines.push({ text: "", bold: 0 });
      const line = lines.at(-1);
      if (!line) continue;
      // Spaces are bold or not as it happens.
      const isBold = run.isBold || piece.trim() === "";
      if (isBold && line.bold === line.text.length) line.bold += piece.length;
      line.text += piece;
    }
  }
  return lines
    .map(({ text, bold }) => {
      const start = text.length - text.trimStart().length;
      return { text: text.trim().normalize("NFC"), bold: Math.max(0, bold - start) };
    })
    .filter(({ text }) => text !== "")
    .map(({ text, bold }, index) => ({
      text,
      bold: text.slice(0, bold).trimEnd().length,
      startsParagraph: index === 0,
    }));
}
