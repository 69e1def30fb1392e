// A section cut into sentences as a reader sees them: headings, quotes, items and rows stay apart.
import { splitBlocks } from "../retour/outline.ts";

export interface Sentence {
  readonly kind: "heading" | "paragraph" | "quote" | "item" | "row" | "code";
  /** Of a heading, 1 to 6; else 0. */
  readonly level: number;
  /** Where its marks begin, and where its last letter or mark ends: between two of them is white space, or lines of a quote that say nothing. */
  readonly start: number;
  readonly end: number;
}

interface Unit {
  readonly kind: Sentence["kind"];
  readonly level: number;
  readonly start: number;
  end: number;
}

/** The sentences of a section's Markdown, in order. A sentence may go on over several lines. */
export function sentencesOf(text: string): Sentence[] {
  return splitBlocks(text).flatMap((block) =>
    unitsOf(block.text, block.start).flatMap((unit) => cut(text, unit)),
  );
}

/** The paragraphs, items, rows and headings of a block. */
function unitsOf(block: string, offset: number): Unit[] {
  if (/^ {0,3}(?:`{3}|~{3})/.test(block))
    return [{ kind: "code", level: 0, start: offset, end: offset + block.trimEnd().length }];
  const units: Unit[] = [];
  let open: Unit | undefined;
  let at = offset;
  for (const line of block.split("\n")) {
    const [marks] = /^[ \t]*(?:> ?)*[ \t]*/.exec(line) ?? [""];
    const words = line.slice(marks.length).trimEnd();
    const end = at + marks.length + words.length;
    if (words === "") open = undefined;
    else {
      const begun = begins(words, marks.includes(">"));
      if (open === undefined || begun.isOwn) {
        const { kind, level } = begun;
        open = { kind, level, start: at, end };
        units.push(open);
      } else open.end = end;
      if (begun.kind === "heading") open = undefined;
    }
    at += line.length + 1;
  }
  return units;
}

/** What a line begins; `isOwn`: even right under other words. */
function begins(words: string, isQuote: boolean): Pick<Unit, "kind" | "level"> & { isOwn: boolean } {
  const heading = /^(#{1,6})(?:[ \t]|$)/.exec(words)?.[1];
  if (heading !== undefined) return { kind: "heading", level: heading.length, isOwn: true };
  if (/^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(words)) return { kind: "item", level: 0, isOwn: true };
  if (words.startsWith("|")) return { kind: "row", level: 0, isOwn: true };
  if (isQuote) return { kind: "quote", level: 0, isOwn: /^[—–]/.test(words) };
  return { kind: "paragraph", level: 0, isOwn: false };
}

// The end of a sentence, with the marks that close with it; a French » may have a space before it.
const ending = /[.!?…]+(?:\s?[»”]|["'’)\]*_])*(?=\s)/g;
// What may stand before the capital that begins the next one, on a new line of a quote too.
const opening = /\s+(?:> ?)*(?:[«“"'([*_—–-]\s?)*/y;
// A name or a number follows these, not a sentence.
const abbreviation =
  /(?:^|[\s(«“’'-])(?:MM?|Mmes?|Mlles?|Mgr|Drs?|Prs?|Sts?|Stes?|p|pp|cf|art|ex|env|fig|chap|vol|[nN]os?|tél|av|bd|Mrs?|Ms|Prof|vs|e\.g|i\.e|c\.-à-d|\p{Lu}|\p{Lu}\.-\p{Lu})\.$/u;

/** A unit as sentences. What stands between guillemets or parentheses is not cut. */
function cut(text: string, unit: Unit): Sentence[] {
  const { kind, level, start, end } = unit;
  if (kind !== "paragraph" && kind !== "quote" && kind !== "item") return [{ kind, level, start, end }];
  const whole = text.slice(start, end);
  const sentences: Sentence[] = [];
  const depth = depthOf(whole);
  let from = 0;
  for (const { 0: found, index } of whole.matchAll(ending)) {
    const stop = index + found.length;
    opening.lastIndex = stop;
    const next = opening.exec(whole)?.[0] ?? "";
    if (!/^[\p{Lu}\p{N}]/u.test(whole.slice(stop + next.length, stop + next.length + 2))) continue;
    if (depth(stop) > 0 || isAbbreviation(whole, index, found)) continue;
    // The number of an item is no sentence.
    if (kind === "item" && /^[\s>]*\d{1,9}[.)]$/.test(whole.slice(from, stop))) continue;
    sentences.push({ kind, level, start: start + from, end: start + stop });
    from = stop + (/^\s+/.exec(next)?.[0].length ?? 0);
  }
  return [...sentences, { kind, level, start: start + from, end }];
}

function isAbbreviation(whole: string, index: number, found: string): boolean {
  return found === "." && abbreviation.test(whole.slice(Math.max(0, index - 12), index + 1));
}

/** How many guillemets and parentheses are open at a place, asked in order; never any where one does not close. */
function depthOf(whole: string): (at: number) => number {
  const marks = [...whole.matchAll(/[«“(»”)]/g)].map(({ 0: mark, index }) => ({
    index,
    step: "«“(".includes(mark) ? 1 : -1,
  }));
  const isWhole = marks.reduce((sum, { step }) => sum + step, 0) === 0;
  let [next, open] = [0, 0];
  return (at) => {
    if (!isWhole) return 0;
    for (let mark = marks[next]; mark !== undefined && mark.index < at; mark = marks[(next += 1)])
      open += mark.step;
    return open;
  };
}
