// The sections as the page shows them: each paragraph with its number, and where the person's
// own words stand. The page is written from it, and its answer is read against it.
import { fingerprint } from "../../../kernel/fingerprint.ts";
import { formatTurn, type SectionId } from "../../../kernel/ids.ts";
import type { Quote } from "../../../retour/quote.ts";
import type { FrozenEdition } from "../../frozen.ts";
import { layOut, NOTE, type LaidBlock } from "../../layout.ts";
import { ownQuotes } from "../../own-quotes.ts";
import type { SentCopy } from "../../sent-copy.ts";

/** Words of one paragraph: a range of its `text`, UTF-16, end exclusive. */
export interface Stretch {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** A quote of the person who answers. */
export interface OwnQuote {
  readonly form: "block" | "inline";
  readonly turns: readonly string[];
  /** All that the quote takes: attribution, guillemets, turns. One stretch for each paragraph. */
  readonly extent: readonly Stretch[];
  /** The words said alone. */
  readonly said: readonly Stretch[];
  /** The same, as a text. */
  readonly words: string;
}

export interface PageBlock extends LaidBlock {
  /** The text with each call of a note as words, `[note 1]`, so that it can be typed. */
  readonly shown: string;
}

export interface PageSection {
  readonly id: SectionId;
  readonly title: string;
  /** The first is the section's heading; a paragraph's number is its index. */
  readonly blocks: readonly PageBlock[];
  /** Labels of the notes, in the order in which they are called: note 1 is the first. */
  readonly notes: readonly string[];
  readonly own: readonly OwnQuote[];
}

/** The sections of a copy, in the order sent. */
export function pageSections({ content, ownTurns }: SentCopy): PageSection[] {
  return content.sections.map(({ id, title, text }) => {
    const laid = layOut(text);
    const notes = notesOf(laid);
    const blocks = laid.map((block) => ({ ...block, shown: shownText(block, notes) }));
    const own = ownQuotes(text, ownTurns).map((quote) => ownQuote(quote, blocks));
    return { id, title, blocks, notes, own: own.filter(({ said }) => said.length > 0) };
  });
}

/** What an answer says it was made from. */
export function contentFingerprint({ presentation, sections }: FrozenEdition): string {
  return fingerprint("retour-page-1", [presentation, ...sections.flatMap(({ id, text }) => [id, text])]);
}

/** The call of a note as words. */
export function noteCall(number: number): string {
  return `[note ${String(number)}]`;
}

/** Called ones first, then those that nobody calls. */
export function notesOf(blocks: readonly LaidBlock[]): string[] {
  const called = blocks.flatMap(({ runs }) => runs.flatMap(({ note }) => note ?? []));
  return [...new Set([...called, ...blocks.flatMap(({ note }) => note ?? [])])];
}

function shownText({ runs }: LaidBlock, notes: readonly string[]): string {
  return runs
    .map(({ text, note }) => (note === undefined ? text : noteCall(notes.indexOf(note) + 1)))
    .join("");
}

function ownQuote(quote: Quote, blocks: readonly LaidBlock[]): OwnQuote {
  const extent = blocks.flatMap((block, index) => stretchOf(block, index, quote));
  const isBlock = quote.form === "block";
  const said = isBlock
    ? extent.filter(({ block }) => !attribution.test(blocks[block]?.text ?? ""))
    : extent.map((stretch) => withoutGuillemets(stretch, blocks));
  const words = said.map(({ block, start, end }) => blocks[block]?.text.slice(start, end) ?? "").join("\n");
  return {
    form: quote.form,
    turns: quote.turns.map(formatTurn),
    ...{ extent, said },
    words: words.replaceAll(NOTE, ""),
  };
}

/** A line that attributes a quote, as in `— éducatrice (s01.12)`. */
const attribution = /^[—–].*\(\s*s[0-9][^()]*\)\s*$/s;

function stretchOf(block: LaidBlock, index: number, quote: Quote): Stretch[] {
  if (block.start >= quote.end || block.end <= quote.start || block.text === "") return [];
  if (quote.form === "block") return [{ block: index, start: 0, end: block.text.length }];
  const isIn = (place: { start: number; end: number }): boolean =>
    quote.start <= place.start && place.end <= quote.end;
  const start = block.places.findIndex(isIn);
  return start === -1 ? [] : [{ block: index, start, end: block.places.findLastIndex(isIn) + 1 }];
}

function withoutGuillemets({ block, start, end }: Stretch, blocks: readonly LaidBlock[]): Stretch {
  const whole = blocks[block]?.text.slice(start, end) ?? "";
  const inside = /^[«“"]\s*(.*?)\s*[»”"][^»”"]*$/s.exec(whole)?.[1] ?? whole;
  const at = start + whole.indexOf(inside);
  return { block, start: at, end: at + inside.length };
}
