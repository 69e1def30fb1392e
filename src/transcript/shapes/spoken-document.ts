// From a word-processor document to cues: its changes, its tables, and what stands around its words.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { shown } from "../../kernel/shown.ts";
import type { OfficeDocument } from "../../office/document.ts";
import { acceptedLines, countChanges, type DocumentRow } from "./document-lines.ts";
import { linesWithRows } from "./document-rows.ts";
import { diagnose } from "../messages.ts";
import type { Hints, Reading } from "../reading.ts";
import type { SpokenLine } from "./spoken-lines.ts";
import { readSpoken } from "./spoken-turns.ts";
import type { Joining } from "../turn.ts";
import { inParagraphs } from "../words.ts";

/**
 * Of documents. Paragraphs stay paragraphs; those of nobody are turns apart, so that a person can
 * say of each who speaks, code it and quote it.
 */
export const documentJoining: Joining = { separator: "\n\n", unlabelled: "apart" };

/**
 * The cues of a document, its changes accepted: who speaks is told as in a plain text, and by bold
 * letters and the columns of tables. In a written session nobody is looked for. Comments, notes,
 * headers and footers are no speech: they are said.
 */
export function readSpokenDocument(document: OfficeDocument, hints: Hints): Reading {
  const { file } = hints;
  const accepted = acceptedLines(document);
  const { lines, left, hasTitles } = linesWithRows(accepted, hints.isKnown);
  const reading = hints.isWritten === true ? readWritten(accepted) : readSpoken(lines, hints);
  const isSpoken = hints.isWritten !== true;
  return {
    cues: reading.cues,
    diagnostics: [
      ...sayOfDocument(document, file),
      ...reading.diagnostics,
      ...(isSpoken && hasTitles ? [diagnose("import.row-title", "warning", {}, { file })] : []),
      ...(isSpoken && left.length > 0
        ? [diagnose("import.columns-left", "warning", { columns: named(left) }, { file })]
        : []),
    ],
  };
}

/** Notes, or a written text: each paragraph is a turn, and what looks like a name or a time is words. */
function readWritten(lines: readonly (SpokenLine | DocumentRow)[]): Reading {
  const paragraphs: string[] = [];
  for (const { text, startsParagraph } of lines.flatMap((line) =>
    "cells" in line ? line.cells.flat() : [line],
  ))
    if (startsParagraph || paragraphs.length === 0) paragraphs.push(text);
    else paragraphs[paragraphs.length - 1] = `${paragraphs.at(-1) ?? ""}\n${text}`;
  const cues = paragraphs.map((text) => ({
    label: null,
    startMs: null,
    endMs: null,
    words: inParagraphs(text),
  }));
  return { cues: cues.filter(({ words }) => words !== ""), diagnostics: [] };
}

const named = (columns: readonly string[]): string =>
  columns
    .slice(0, NAMED)
    .map((column) => shown(column).slice(0, 40))
    .join(", ");

function sayOfDocument(document: OfficeDocument, file: string): Diagnostic[] {
  const { blocks, comments, notes, headers = [], problems, unread = 0 } = document;
  const changes = countChanges(blocks);
  const diagnostics = [...new Set(problems)]
    .slice(0, NAMED)
    .map((line) => diagnose("import.damaged", "warning", {}, line > 0 ? { file, line } : { file }));
  if (unread > 0) diagnostics.push(diagnose("import.unreadable", "error", {}, { file }));
  if (changes > 0)
    diagnostics.push(diagnose("import.changes-accepted", "info", { count: changes }, { file }));
  if (comments.length > 0)
    diagnostics.push(diagnose("import.comments-left", "warning", { count: comments.length }, { file }));
  if (notes.length > 0)
    diagnostics.push(diagnose("import.notes-left", "warning", { count: notes.length }, { file }));
  if (headers.length > 0)
    diagnostics.push(diagnose("import.headers-left", "info", { count: headers.length }, { file }));
  return diagnostics;
}

/** How many damaged places are named one by one. */
const NAMED = 20;
