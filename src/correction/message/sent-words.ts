// Where words of the copy stand in it: which lines of a message are quoted from it, and from which
// section.
import type { SectionId } from "../../kernel/ids.ts";
import { layOut } from "../../copy/layout.ts";
import type { SentCopy } from "../../copy/sent-copy.ts";
import { tokenize } from "../../wording/tokens.ts";

/** As many words in a row as tell where they are from. */
const ROW = 3;

/** As many letters as a title's line has. */
const LONGEST_TITLE = 400;

/** How people say which section they speak of. */
const about =
  /^\s*(?:(?:sur|pour|dans|concernant|à propos de|on|about)\s+)?(?:(?:la |the )?(?:section|partie|part)\s*:?\s*)?/i;

/** The words of a line, as they are compared. */
export type LineWords = readonly string[];

/** A line as read against the copy. */
export interface ReadLine {
  readonly words: number;
  /** How many of them stand in the copy, with their neighbours. */
  readonly known: number;
  /** The section most of them are from; undefined for none, and for the letter and presentation. */
  readonly section: SectionId | undefined;
}

export interface SentWords {
  /** How many words the sections hold. */
  readonly count: number;
  /** How many words a section holds, its title included. */
  readonly countOf: (section: SectionId) => number;
  /** Reads lines that follow each other. `near`: the section that the text before them is from. */
  readonly read: (lines: readonly LineWords[], near: SectionId | undefined) => ReadLine[];
  /** The section whose title the line is. */
  readonly titled: (line: string) => SectionId | undefined;
  /** The section that the line says it is about: « La peur » : je ne suis pas d’accord. */
  readonly named: (line: string) => SectionId | undefined;
}

/** Gathers the words of a copy once, to read any number of lines in time that grows with them alone. */
export function sentWords({ letter, content }: SentCopy): SentWords {
  const places = new Map<string, Set<SectionId | undefined>>();
  const titles = new Map<string, SectionId>();
  const counts = new Map<SectionId, number>();
  const add = (text: string, section: SectionId | undefined): void => {
    // As a reader sees it, and with its marks.
    const seen = wordsOfLines(layOut(text).map((block) => block.text)).flat();
    if (section !== undefined) counts.set(section, seen.length);
    for (const words of [seen, wordsOfLines(text.split("\n")).flat()])
      for (const [at] of words.entries())
        for (let size = 1; size <= ROW && at + size <= words.length; size += 1) {
          const key = words.slice(at, at + size).join(" ");
          const found = places.get(key) ?? new Set();
          places.set(key, found.add(section));
        }
  };
  add(letter, undefined);
  add(content.presentation, undefined);
  for (const { id, title, text } of content.sections) {
    add(text, id);
    titles.set(titleKey(title), id);
  }
  const titled = (line: string): SectionId | undefined =>
    line !== "" && line.length <= LONGEST_TITLE ? titles.get(titleKey(line)) : undefined;
  const named = (line: string): SectionId | undefined => {
    if (line.length > LONGEST_TITLE) return undefined;
    const quoted = /[«"“]/.test(line)
      ? Array.from(line.matchAll(/«([^«»]+)»|"([^"]+)"|“([^”]+)”/g), (found) => found.slice(1).join(""))
      : [];
    return [line, line.replace(about, ""), ...quoted].map(titled).find((place) => place !== undefined);
  };
  return {
    count: [...counts.values()].reduce((sum, each) => sum + each, 0),
    countOf: (section) => counts.get(section) ?? 0,
    read: (lines, near) => readLines(lines, near, places),
    titled,
    named,
  };
}

function readLines(
  lines: readonly LineWords[],
  near: SectionId | undefined,
  places: ReadonlyMap<string, ReadonlySet<SectionId | undefined>>,
): ReadLine[] {
  const words = lines.flatMap((line, index) => line.map((word) => ({ word, line: index })));
  const size = Math.min(ROW, words.length);
  const known = new Set<number>();
  const votes = lines.map(() => new Map<SectionId | undefined, number>());
  for (let at = 0; size > 0 && at + size <= words.length; at += 1) {
    const row = words.slice(at, at + size);
    const found = places.get(row.map(({ word }) => word).join(" "));
    if (found === undefined) continue;
    const tally = votes[row.at(-1)?.line ?? 0];
    for (const section of found) tally?.set(section, (tally.get(section) ?? 0) + 1);
    for (let index = at; index < at + size; index += 1) known.add(index);
  }
  const totals = lines.map(() => ({ words: 0, known: 0 }));
  for (const [index, { line }] of words.entries()) {
    const total = totals[line];
    if (total === undefined) continue;
    total.words += 1;
    if (known.has(index)) total.known += 1;
  }
  let current = near;
  return totals.map((total, index) => {
    const section = mostVoted(votes[index] ?? new Map(), current);
    current = section ?? current;
    return { ...total, section };
  });
}

/** Words that stand in several sections are from the one that was being quoted. */
function mostVoted(
  votes: ReadonlyMap<SectionId | undefined, number>,
  near: SectionId | undefined,
): SectionId | undefined {
  let best: SectionId | undefined;
  let most = 0;
  for (const [section, count] of votes)
    if (count > most || (count === most && section === near)) [best, most] = [section, count];
  return best;
}

/** Parts lines that are read together: no word holds it. */
const END = "\u001E";

/** The words of each line, without what marks a heading's id or an item of a list. */
export function wordsOfLines(lines: readonly string[]): string[][] {
  const plain = lines.map((line) =>
    line
      .replaceAll(END, " ")
      .replace(/\{#[^{}\n]*\}/g, " ")
      .replace(/^[\t ]*\d{1,3}[.)](?=[\t ])/, " "),
  );
  // All at once: to begin reading takes longer than to read a line.
  const words: string[][] = [[]];
  for (const { key, isWord } of tokenize(plain.join(`\n${END}\n`))) {
    if (isWord) words.at(-1)?.push(key.toLowerCase());
    else if (key === END) words.push([]);
  }
  return words;
}

/** `## La peur {#peur}` and « La peur » : the same title. Every line is tried: it has to be quick. */
function titleKey(line: string): string {
  return line
    .replace(/\{#[^{}]*\}[ \t]*$/, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’ʼ‘]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim();
}
