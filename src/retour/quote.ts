// Quotes in a section: a block quote whose last line names its turns, or words in guillemets
// followed by their turns.
import { parseTurns, type TurnRef } from "../kernel/ids.ts";
import { splitBlocks } from "./outline.ts";

export interface Quote {
  readonly form: "block" | "inline";
  /** The quoted words, Markdown marks undone, paragraphs separated by a blank line. */
  readonly words: string;
  readonly turns: readonly TurnRef[];
  /** The name under a block quote, without its turns; undefined when there is none. */
  readonly attribution: string | undefined;
  /** Range in the text searched. */
  readonly start: number;
  readonly end: number;
}

const reference = String.raw`s[0-9]{1,4}\.[0-9]{1,6}(?:[-–][0-9]{1,6})?`;
/** `(s01.12)`, `(s01.12-15, s02.3)`; group 1 holds what is between the parentheses. */
export const turnReferences = new RegExp(
  String.raw`\(\s*(${reference}(?:\s*[,;]\s*${reference})*)\s*\)`,
  "g",
);
const attributionLine = new RegExp(
  String.raw`^[—–]\s*(.*?)\s*\(\s*(${reference}(?:\s*[,;]\s*${reference})*)\s*\)\s*$`,
);
const inline = new RegExp(
  String.raw`(?:«([^»]*)»|“([^”]*)”|"([^"]*)")\s*\(\s*(${reference}(?:\s*[,;]\s*${reference})*)\s*\)`,
  "g",
);

/** All quotes of a text, in order. A block quote that names no turn has an empty `turns`. */
export function findQuotes(text: string): Quote[] {
  return splitBlocks(text).flatMap((block) =>
    isBlockQuote(block.text)
      ? [readBlockQuote(block.text, block.start)]
      : readInline(block.text, block.start),
  );
}

export function isBlockQuote(block: string): boolean {
  return /^ {0,3}>/.test(block);
}

/** Reads the turns of one block quote: its identity when a document is rebuilt. */
export function readBlockQuote(block: string, start = 0): Quote {
  const lines = block.split(/\r?\n/).map((line) => line.replace(/^ {0,3}> ?/, ""));
  const last = lines.findLastIndex((line) => line.trim() !== "");
  const named = attributionLine.exec((lines[last] ?? "").trim());
  const words = named ? lines.slice(0, last) : lines;
  return {
    form: "block",
    words: unescapeMarkdown(words.join("\n").trim()),
    turns: named ? readReferences(named[2] ?? "") : [],
    attribution: named?.[1] === undefined || named[1] === "" ? undefined : unescapeMarkdown(named[1]),
    start,
    end: start + block.length,
  };
}

function readInline(block: string, offset: number): Quote[] {
  return [...block.matchAll(inline)].map((match) => ({
    form: "inline" as const,
    words: unescapeMarkdown((match[1] ?? match[2] ?? match[3] ?? "").trim()),
    turns: readReferences(match[4] ?? ""),
    attribution: undefined,
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
}

/** `s01.12-15, s02.3` as turns. */
export function readReferences(text: string): TurnRef[] {
  return text.split(/[,;]/).flatMap((each) => parseTurns(each) ?? []);
}

/** A text without its turn references: they never leave the group. */
export function withoutReferences(text: string): string {
  return text.replace(new RegExp(String.raw`[ \t\u00A0\u202F]*${turnReferences.source}`, "g"), "");
}

const special = /[\\`*_{}[\]<>#|~]/g;

/** Speech as Markdown text: nothing in it can make a heading, a list, a link or a tag. */
export function escapeMarkdown(words: string): string {
  return words
    .replace(special, (mark) => `\\${mark}`)
    .replace(/^(\s*)([-+=])/gm, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/gm, "$1\\$2")
    .replace(/&(?=[#\w]+;)/g, "\\&");
}

/** Undoes `escapeMarkdown`, and drops the emphasis a researcher put on words. */
export function unescapeMarkdown(text: string): string {
  return text
    .replace(/(?<!\\)(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=[^\s\\])\1/g, "$2")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
