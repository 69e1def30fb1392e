// What people do by hand in a text editor between two commands, as changes of a text: code a
// sheet, keep and cut quotes, write, correct. Words that are not found stop the demo.
import { outline, splitBlocks } from "../../retour/outline.ts";
import { isBlockQuote, readBlockQuote } from "../../retour/quote.ts";
import { foldTypography } from "../../wording/fold.ts";
import { refuse } from "../messages/demo.ts";

export interface Coding {
  readonly words: string;
  readonly themes: readonly string[];
  /** The whole turn that holds the words. */
  readonly isWhole: boolean;
}

export interface Replacement {
  readonly find: string;
  readonly replace: string;
}

export interface WrittenSection {
  readonly section: string;
  /** How the quotes that stay begin, and the words that one is cut to; the others go. */
  readonly keep: readonly { readonly begins: string; readonly becomes: string | undefined }[];
  /** What is written under each level-3 heading; undefined: the heading goes. */
  readonly parts: readonly { readonly heading: string; readonly words: string | undefined }[];
  readonly changes: readonly Replacement[];
}

/** Codes passages in a session's sheet: highlights in the turns, tags under them. */
export function codeSheet(text: string, codings: readonly Coding[], file: string): string {
  return codings.reduce((sheet, { words, themes, isWhole }) => {
    const at = placeOf(sheet, words, file);
    if (!isWhole) {
      const end = at + words.length;
      return `${sheet.slice(0, at)}{==${words}==}{>>${themes.join(", ")}<<}${sheet.slice(end)}`;
    }
    const next = sheet.indexOf("\n### ", at);
    const end = next === -1 ? sheet.length : next;
    const tags = themes.map((theme) => `#${theme}`).join(" ");
    return `${sheet.slice(0, end).trimEnd()}\n\n${tags}\n${sheet.slice(end)}`;
  }, text);
}

/** Changes words that stand once in a text. */
export function change(text: string, changes: readonly Replacement[], file: string): string {
  return changes.reduce((now, { find, replace }) => {
    const at = placeOf(now, find, file);
    return now.slice(0, at) + replace + now.slice(at + find.length);
  }, text);
}

/** Writes in a group's document. */
export function writeDocument(text: string, written: readonly WrittenSection[], file: string): string {
  return written.reduce((now, each) => {
    const section = outline(now, file).outline.sections.find(({ id }) => id === each.section);
    if (section === undefined) throw refuse("demo.words-missing", { file, words: each.section });
    return now.slice(0, section.start) + writeSection(section.text, each, file) + now.slice(section.end);
  }, text);
}

function writeSection(text: string, { keep, parts, changes }: WrittenSection, file: string): string {
  let blocks = keepQuotes(
    splitBlocks(text).map((block) => block.text),
    keep,
    file,
  );
  for (const { heading, words } of parts) blocks = writePart(blocks, heading, words, file);
  return change(`${withoutEmptyThemes(blocks).join("\n\n")}\n\n`, changes, file);
}

function keepQuotes(blocks: readonly string[], keep: WrittenSection["keep"], file: string): string[] {
  const left = new Set(keep);
  const kept = blocks.flatMap((block) => {
    if (!isBlockQuote(block)) return [block];
    const words = foldTypography(readBlockQuote(block).words);
    const wanted = [...left].find(({ begins }) => words.startsWith(foldTypography(begins)));
    if (wanted === undefined) return [];
    left.delete(wanted);
    return [wanted.becomes === undefined ? block : cutQuote(block, wanted.becomes)];
  });
  const [missing] = left;
  if (missing !== undefined) throw refuse("demo.words-missing", { file, words: missing.begins });
  return kept;
}

/** Other words above the same attribution. */
function cutQuote(block: string, words: string): string {
  const attribution = block.split("\n").at(-1) ?? "";
  return `> ${words}\n>\n${attribution}`;
}

const headingOf = (block: string): string | undefined => /^#{2,6}[ \t]+(.*)$/.exec(block)?.[1];

/** Puts words under a heading in the place of those that are there; its quotes stay. */
function writePart(
  blocks: readonly string[],
  heading: string,
  words: string | undefined,
  file: string,
): string[] {
  const at = blocks.indexOf(`### ${heading}`);
  if (at === -1) throw refuse("demo.words-missing", { file, words: heading });
  const next = blocks.findIndex((block, index) => index > at && headingOf(block) !== undefined);
  const end = next === -1 ? blocks.length : next;
  const quotes = blocks.slice(at + 1, end).filter(isBlockQuote);
  const part = words === undefined ? [] : [`### ${heading}`, words, ...quotes];
  return [...blocks.slice(0, at), ...part, ...blocks.slice(end)];
}

/** A theme's sub-heading goes when none of its quotes was kept. */
function withoutEmptyThemes(blocks: readonly string[]): string[] {
  return blocks.filter((block, index) => {
    const next = blocks[index + 1];
    return !block.startsWith("#### ") || (next !== undefined && headingOf(next) === undefined);
  });
}

/** Where words stand; they must stand there once. */
export function placeOf(text: string, words: string, file: string): number {
  const at = text.indexOf(words);
  if (at === -1) throw refuse("demo.words-missing", { file, words });
  if (text.includes(words, at + 1)) throw refuse("demo.words-twice", { file, words });
  return at;
}
