// Paragraphs that came back, as the Markdown they were sent as: what stands between words that
// nobody changed is copied to the letter, marks and line ends included; what someone wrote is
// put in as plain text; what someone took out goes, and with it the marks that held nothing else.
import { diffArrays } from "diff";
import { CELL, NOTE, type LaidBlock } from "../copy/layout.ts";
import { foldTypography } from "../wording/fold.ts";
import { longestRising } from "../wording/rising.ts";
import { tokenize } from "../wording/tokens.ts";
import { trailOf } from "../wording/trail.ts";
import { countWords } from "./correction.ts";
import { plainLine, plainMarkdown } from "./plain-markdown.ts";
import type { BlockPlace, ReturnedBlock } from "./returned-text.ts";

export interface LaidText {
  readonly text: string;
  /** What is seen of it is what came back, without looking again. */
  readonly isCertain?: boolean;
  /** The words of blocks that the text does not say as they came back. */
  readonly unsaid?: readonly string[];
  /** Where in the text a place of the returned blocks is: before the letter that follows it, or after the one before. */
  at(place: BlockPlace, edge?: "start" | "end"): number;
}

/** Between two blocks, in a text of what is seen. */
const BREAK = "\n\n";

/**
 * `words`: every mark stays around what it held. `plain`: blocks that changed lose their marks, for
 * marks that would not hold what they held any more. `blocks`: those that changed are written anew.
 */
export const ways = ["words", "plain", "blocks"] as const;

type Way = (typeof ways)[number];

/** Lays `returned` onto the part of `source` that `laid` is the layout of. `call`: the mark of a new note. */
export function layText(
  source: string,
  laid: readonly LaidBlock[],
  returned: readonly ReturnedBlock[],
  { way = "words", call = () => "" }: { way?: Way; call?: (index: number) => string } = {},
): LaidText {
  return new Laying(source, laid, returned, way, call).lay();
}

/** A text of what is seen, and where its blocks begin in it. Blocks of nothing are left out. */
class Seen<B extends { readonly text: string }> {
  readonly text: string;
  readonly blocks: readonly B[];
  readonly #starts: number[] = [];
  /** For each block given, with those of nothing: where it is, or where the one before it ends. */
  readonly #places: number[] = [];

  constructor(all: readonly B[]) {
    this.blocks = all.filter(({ text }) => text.trim() !== "");
    let at = 0;
    for (const { text } of all) {
      const isSeen = text.trim() !== "";
      this.#places.push(isSeen ? at : Math.max(0, at - BREAK.length));
      if (isSeen) this.#starts.push(at);
      if (isSeen) at += text.length + BREAK.length;
    }
    this.text = this.blocks.map(({ text }) => text).join(BREAK);
  }

  placeOf(index: number): number {
    return this.#places[index] ?? 0;
  }

  /** The index of the block that a place is in, at the start or at the end of; -1 when there is none. */
  blockAt(at: number): number {
    return lastUpTo(this.#starts, at, (start) => start);
  }

  startOf(block: number): number {
    return this.#starts[block] ?? this.text.length;
  }

  endOf(block: number): number {
    return this.startOf(block) + (this.blocks[block]?.text.length ?? 0);
  }
}

/** The index of the last of a rising list that is not above a value; -1 when all are. */
function lastUpTo<T>(list: readonly T[], value: number, of: (each: T) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = list[middle];
    if (each !== undefined && of(each) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What a block stands in, and how its first line begins. */
interface Setting {
  readonly opening: string;
  readonly quote: number;
  readonly list: number;
  readonly table: number;
  readonly isItem: boolean;
}

/** What ends a block and marks none of its words: a heading's id, the end of a row, the line under a header. */
const blockEnd = /[ \t]*(?:\{[^{}]*\}|\|(?:\n.*)?)?[ \t]*$/;

const none: Setting = { opening: "", quote: 0, list: 0, table: 0, isItem: false };

interface Segment {
  readonly from: number;
  readonly outFrom: number;
  readonly outTo: number;
}

class Laying {
  readonly #source: string;
  readonly #old: Seen<LaidBlock>;
  readonly #now: Seen<ReturnedBlock>;
  readonly #way: Way;
  readonly #call: (index: number) => string;
  readonly #out: string[] = [];
  readonly #segments: Segment[] = [];
  /** The sent blocks whose marks are left out: those that changed, when it is asked. */
  readonly #bare = new Set<number>();
  #gone: ReadonlyMap<string, number> | undefined;
  /** The block whose last marks are written before it ends. */
  #closed = -1;
  #isCertain = true;
  /** Nothing but white space is written yet. */
  #isBlank = true;
  #length = 0;
  #calls = 0;

  constructor(
    source: string,
    laid: readonly LaidBlock[],
    returned: readonly ReturnedBlock[],
    way: Way,
    call: (index: number) => string,
  ) {
    this.#source = source;
    this.#old = new Seen(laid.map(spelled));
    this.#now = new Seen(returned.map(spelled));
    this.#way = way;
    this.#call = call;
  }

  lay(): LaidText {
    if (this.#now.blocks.length === 0 && this.#old.blocks.length > 0) {
      const asides = this.#asides(0, this.#old.blocks.length - 1);
      const rest = this.#source.slice(this.#old.blocks.at(-1)?.end ?? 0).trim();
      return { text: [...asides, rest].filter((each) => each !== "").join("\n\n"), at: () => 0 };
    }
    const kept = this.#way === "blocks" ? this.#keptBlocks() : this.#keptWords();
    const [length, newLength] = [this.#old.text.length, this.#now.text.length];
    const stretches: [Span, Span][] = [];
    let [from, newFrom] = [0, 0];
    for (const { mine, theirs } of kept) {
      stretches.push([
        { start: from, end: mine.start },
        { start: newFrom, end: theirs.start },
      ]);
      [from, newFrom] = [mine.end, theirs.end];
    }
    stretches.push([
      { start: from, end: length },
      { start: newFrom, end: newLength },
    ]);
    if (this.#way !== "words") for (const [old, now] of stretches) this.#findChanged(old, now);
    for (const [index, [old, now]] of stretches.entries()) {
      this.#between(old, now);
      const token = kept[index];
      if (token) this.#keep(token.mine, token.theirs);
    }
    return {
      text: this.#out.join(""),
      isCertain: this.#isCertain,
      at: ({ block, at }, edge = "start") => this.#at(this.#now.placeOf(block) + at, edge),
    };
  }

  /** Words that are on both sides, wherever blocks begin and end. */
  #keptWords(): Kept[] {
    const [old, now] = [this.#old, this.#now];
    const kept: Kept[] = [];
    let [from, newFrom] = [0, 0];
    const compare = (to: number, newTo: number): void => {
      if (from === to || newFrom === newTo) return;
      const [by, newBy] = [old.startOf(from), now.startOf(newFrom)];
      const words = keptIn(
        old.text.slice(by, old.endOf(to - 1)),
        now.text.slice(newBy, now.endOf(newTo - 1)),
      );
      kept.push(...this.#inOneBlock(shiftedBy(words, by, newBy)));
    };
    for (const [block, newBlock] of sameBlocks(old.blocks, now.blocks)) {
      compare(block, newBlock);
      kept.push({
        mine: { start: old.startOf(block), end: old.endOf(block) },
        theirs: { start: now.startOf(newBlock), end: now.endOf(newBlock) },
      });
      [from, newFrom] = [block + 1, newBlock + 1];
    }
    compare(old.blocks.length, now.blocks.length);
    return kept;
  }

  /**
   * A block whose words are kept from several may be found in one of them alone: those of a quote
   * that was taken out are not those of the paragraph under it, though both begin alike.
   */
  #inOneBlock(kept: readonly Kept[]): Kept[] {
    const found: Kept[] = [];
    for (let at = 0, next = 0; at < kept.length; at = next) {
      const block = this.#now.blockAt(kept[at]?.theirs.start ?? 0);
      while (next < kept.length && this.#now.blockAt(kept[next]?.theirs.start ?? 0) === block) next += 1;
      const own = kept.slice(at, next);
      const from = this.#mostOf(own);
      const alone = from === undefined ? own : this.#keptBetween(from, block);
      const isFree =
        (found.at(-1)?.mine.end ?? 0) <= (alone[0]?.mine.start ?? 0) &&
        (alone.at(-1)?.mine.end ?? 0) <= (kept[next]?.mine.start ?? this.#old.text.length);
      const best = isFree && alone.length >= own.length ? alone : own;
      if (this.#isSameBlock(best, block)) found.push(...best);
    }
    return found;
  }

  /** A block that was another kind of one, and has few of its words, is a new one. */
  #isSameBlock(kept: readonly Kept[], newBlock: number): boolean {
    const block = this.#old.blockAt(kept[0]?.mine.start ?? 0);
    if (this.#isOfKind(block, newBlock)) return true;
    const words = kept.filter(({ mine }) => /[\p{L}\p{N}]/u.test(within(this.#old.text, mine)));
    return words.length * 2 >= countWords(this.#now.blocks[newBlock]?.text ?? "");
  }

  /** The sent block that holds most of the words, when there are several. */
  #mostOf(kept: readonly Kept[]): number | undefined {
    const counts = new Map<number, number>();
    for (const { mine } of kept) {
      const block = this.#old.blockAt(mine.start);
      counts.set(block, (counts.get(block) ?? 0) + 1);
    }
    if (counts.size < 2) return undefined;
    return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
  }

  #keptBetween(block: number, newBlock: number): Kept[] {
    const [by, newBy] = [this.#old.startOf(block), this.#now.startOf(newBlock)];
    const kept = keptIn(this.#old.blocks[block]?.text ?? "", this.#now.blocks[newBlock]?.text ?? "");
    return shiftedBy(kept, by, newBy);
  }

  /** Words of the blocks that are the same on both sides: one for one, when there are as many. */
  #keptBlocks(): Kept[] {
    const [old, now] = [this.#old, this.#now];
    const [texts, newTexts] = [foldedOf(old.blocks), foldedOf(now.blocks)];
    if (texts.length === newTexts.length)
      return texts.flatMap((text, index) => (text === newTexts[index] ? zipped(old, index, now, index) : []));
    const kept: Kept[] = [];
    let [block, newBlock] = [0, 0];
    for (const { removed, added, count } of diffArrays(texts, newTexts)) {
      for (let index = 0; index < count && !removed && !added; index += 1)
        kept.push(...zipped(old, block + index, now, newBlock + index));
      if (!added) block += count;
      if (!removed) newBlock += count;
    }
    return kept;
  }

  #findChanged(old: Span, now: Span): void {
    if (isSameGap(within(this.#old.text, old), within(this.#now.text, now))) return;
    const [first, last] = [this.#old.blockAt(old.start), this.#old.blockAt(old.end)];
    const [parts, newParts] = [partsOf(this.#old.text, old, BREAK), partsOf(this.#now.text, now, BREAK)];
    const isTouched = (part: Span | undefined, newPart: Span | undefined): boolean =>
      (part !== undefined && within(this.#old.text, part).trim() !== "") ||
      (newPart !== undefined && within(this.#now.text, newPart).trim() !== "");
    // What is beside a block leaves its marks alone.
    const isFirst = first === last || isTouched(parts[0], newParts[0]);
    const isLast = first === last || isTouched(parts.at(-1), newParts.at(-1));
    for (let block = first; block <= last; block += 1)
      if ((block !== first || isFirst) && (block !== last || isLast)) this.#bare.add(block);
  }

  /** Words that nobody changed. */
  #keep({ start, end }: Span, now: Span): void {
    const isBare = this.#bare.has(this.#old.blockAt(start));
    const words = isBare
      ? this.#bareWord(start, end)
      : this.#source.slice(this.#startOf(start), this.#endOf(end));
    this.#countCalls(now);
    if (!isBare) this.#placeLetters({ start, end }, now.start);
    this.#write(words, isBare ? now : undefined);
  }

  /** Says where the letters of what is kept will be, between the marks among them: a comment may be on some. */
  #placeLetters({ start, end }: Span, newStart: number): void {
    const block = this.#old.blockAt(start);
    const first = start - this.#old.startOf(block);
    const places = this.#old.blocks[block]?.places.slice(first, first + end - start) ?? [];
    const shift = this.#length - (places[0]?.start ?? 0);
    let from = 0;
    for (const [index, { start: letter, end: last }] of places.entries()) {
      // A line that is wrapped in a quote goes on after more than a space.
      if (places[index + 1]?.start === last && last === letter + 1) continue;
      const outFrom = (places[from]?.start ?? 0) + shift;
      this.#segments.push({ from: newStart + from, outFrom, outTo: last + shift });
      from = index + 1;
    }
  }

  /** A word without marks around it: at the start of a line it may be read as one. */
  #bareWord(start: number, end: number): string {
    const word = this.#old.text.slice(start, end);
    if (word === NOTE) return this.#source.slice(this.#startOf(start), this.#endOf(end));
    const lead = this.#old.text.slice(this.#old.startOf(this.#old.blockAt(start)), start);
    if (lead.trim() === "") return plainLine(word);
    return /^\s*\d{1,9}$/.test(lead) && /^[.)]/.test(word) ? `\\${word}` : plainMarkdown(word);
  }

  /** What stands between two words that nobody changed, or before the first, or after the last. */
  #between(old: Span, now: Span): void {
    const [gap, newGap] = [within(this.#old.text, old), within(this.#now.text, now)];
    const isEdge = old.start === 0 || old.end === this.#old.text.length;
    const isUntouched = isSameGap(gap, newGap) || (isEdge && gap === "" && newGap === "");
    const isParted = partingsOf(gap).join() !== partingsOf(newGap).join();
    if (!isUntouched && (isParted || this.#areOfOtherKinds(old, now))) {
      this.#isCertain = false;
      this.#rebuild(old, now);
      return;
    }
    if (!isUntouched && !this.#isAmongLetters(old, now)) this.#isCertain = false;
    if (old.start === 0) this.#open();
    if (isUntouched) this.#copy(old, now);
    else this.#replaceParts(old, now);
    if (old.end === this.#old.text.length) this.#end();
  }

  /** Plain words in the place of plain words, after and before others: nothing can be read otherwise. */
  #isAmongLetters(old: Span, now: Span): boolean {
    const [gap, words] = [within(this.#old.text, old), within(this.#now.text, now)];
    const block = this.#old.blockAt(old.start);
    const [before] = /\S?\s*$/.exec(this.#old.text.slice(Math.max(0, old.start - 8), old.start)) ?? [""];
    return (
      old.start > this.#old.startOf(block) &&
      old.end < this.#old.endOf(block) &&
      gap === this.#source.slice(this.#endOf(old.start), this.#startOf(old.end)) &&
      /^[\p{L},;?!»”…)’]\s*$/u.test(before) &&
      /^\s*(?:[\p{L},;?!»”…)’][\p{L}\p{M}\p{N} .,;:!?'’«»“”()…-]*)?$/u.test(words) &&
      /^[\p{L}.,;:?!»”…)’]/u.test(this.#old.text.slice(old.end, old.end + 2))
    );
  }

  /** Whole blocks stand in the place of as many that were something else: a paragraph, of an item. */
  #areOfOtherKinds(old: Span, now: Span): boolean {
    const wholeIn = <B extends { readonly text: string }>(seen: Seen<B>, { start, end }: Span): number[] => {
      const first = start === 0 ? 0 : seen.blockAt(start) + 1;
      const last = end === seen.text.length ? seen.blocks.length - 1 : seen.blockAt(end) - 1;
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
    };
    const [blocks, newBlocks] = [wholeIn(this.#old, old), wholeIn(this.#now, now)];
    return blocks.some((block, index) => !this.#isOfKind(block, newBlocks[index]));
  }

  #isOfKind(block: number, newBlock: number | undefined): boolean {
    const laid = this.#old.blocks[block];
    const kind = newBlock === undefined ? undefined : this.#now.blocks[newBlock]?.kind;
    if (laid === undefined || kind === undefined) return true;
    if (laid.quote !== 0 || kind === "quote") return laid.quote !== 0 && kind === "quote";
    const isText = laid.kind === "code" || laid.kind === "rule";
    return kind === (isText ? "paragraph" : laid.kind);
  }

  /** White space, and the marks in it, as they were. */
  #copy(old: Span, now: Span): void {
    const [first, last] = [this.#old.blockAt(old.start), this.#old.blockAt(old.end)];
    if (first !== last) {
      this.#bridge(first);
      this.#write("", now);
    } else if (this.#bare.has(first)) this.#write(within(this.#now.text, now).replace(CELL, " | "), now);
    else if (old.start > 0 && old.end < this.#old.text.length)
      this.#write(this.#source.slice(this.#endOf(old.start), this.#startOf(old.end)), now);
  }

  /** From the last letter of a block to the first one of the next. */
  #bridge(block: number): void {
    const [laid, next] = [this.#old.blocks[block], this.#old.blocks[block + 1]];
    this.#write(this.#tail(block));
    this.#write(this.#source.slice(laid?.end ?? 0, next?.start));
    this.#write(this.#head(block + 1));
  }

  #open(): void {
    this.#write(this.#source.slice(0, this.#old.blocks[0]?.start ?? 0));
    this.#write(this.#head(0));
  }

  #end(): void {
    const last = this.#old.blocks.length - 1;
    this.#write(this.#tail(last));
    this.#write(this.#source.slice(this.#old.blocks[last]?.end ?? 0));
  }

  /** Words changed, and blocks did not: each stretch of them stays between what was around it. */
  #replaceParts(old: Span, now: Span): void {
    const [parts, newParts] = [partsOf(this.#old.text, old), partsOf(this.#now.text, now)];
    for (const [index, part] of parts.entries()) {
      const next = parts[index + 1];
      const isLineStart = index > 0 || old.start === 0;
      this.#replace(part, newParts[index] ?? now, { isLineStart, isLast: next === undefined });
      if (next === undefined) return;
      const block = this.#old.blockAt(part.end);
      if (this.#old.blockAt(next.start) !== block) this.#bridge(block);
      else this.#write(this.#source.slice(this.#endOf(part.end), this.#startOf(next.start)));
    }
  }

  /**
   * Puts words in the place of others of the same block; marks among those stay while they hold
   * something. With `isLast`, up to the next letter of the block; when it `isSplit`, the marks
   * before the first of them are written already.
   */
  #replace(old: Span, now: Span, { isLineStart = false, isLast = false, isSplit = false }): void {
    let [from, newFrom] = [old.start, now.start];
    let [to, newTo] = [old.end, now.end];
    const block = this.#old.blockAt(from);
    const isBare = this.#bare.has(block);
    const areSpaces = (at: number, newAt: number): boolean =>
      from < to && newFrom < newTo && isSpace(this.#old.text, at) && isSpace(this.#now.text, newAt);
    // A space at the edge of both may be where a line is wrapped, or stand outside of a mark.
    if (!isBare && !isSplit && from > 0 && areSpaces(from, newFrom)) {
      const space = this.#source.slice(this.#endOf(from), this.#endOf(from + 1));
      this.#write(space, { start: newFrom, end: newFrom + 1 });
      [from, newFrom] = [from + 1, newFrom + 1];
    }
    const hasEnd = !isBare && isLast && areSpaces(to - 1, newTo - 1);
    if (hasEnd) [to, newTo] = [to - 1, newTo - 1];
    const marks = isBare ? [] : this.#marksAmong({ start: from, end: to }, isLast && !hasEnd);
    if (isSplit) marks.shift();
    const words = this.#plain({ start: newFrom, end: newTo }, isLineStart);
    // What is put in beside a mark stands outside of it when it begins with a space.
    const isAfter = from === to && /^\s/.test(words);
    const [open, ...rest] = settled(marks);
    // Before a space, nothing opens.
    const late = hasEnd ? rest.splice(rest.findLastIndex((mark) => !mark.isOpening) + 1) : [];
    this.#write(open?.text ?? "");
    if (isAfter) this.#write(spelledOut(rest));
    if (isAfter && from === this.#old.endOf(block)) this.#closeMarks(block);
    this.#write(words, { start: newFrom, end: newTo });
    if (!isAfter) this.#write(spelledOut(rest));
    if (!hasEnd) return;
    const space = this.#source.slice(this.#endOf(to), this.#startOf(old.end));
    this.#write(space, { start: newTo, end: now.end });
    this.#write(spelledOut(late));
  }

  /** The marks that end a block, before words that are put after them. */
  #closeMarks(block: number): void {
    this.#write(this.#marksAfter(block));
    this.#closed = block;
  }

  /** What stands in the source before, between and after the letters of a range of one block. */
  #marksAmong({ start, end }: Span, isLast: boolean): Mark[] {
    const marks = start === end ? [noMark] : [];
    for (let at = start; at < end; at += 1) marks.push(this.#marksAt(at));
    if (isLast) marks.push(this.#marksAt(end));
    return marks;
  }

  /** What stands in the source between two letters of a block. */
  #marksAt(at: number): Mark {
    const block = this.#old.blockAt(at);
    const isWithin = at > this.#old.startOf(block) && at < this.#old.endOf(block);
    const isBesideCell = this.#old.text.slice(at - 1, at + 1).includes(CELL);
    if (!isWithin || isBesideCell || this.#bare.has(block)) return noMark;
    const text = this.#source.slice(this.#endOf(at), this.#startOf(at));
    return { text, isOpening: /\s/.test(this.#old.text.charAt(at - 1)) };
  }

  /** Blocks were put in, taken out, split or joined. */
  #rebuild(old: Span, now: Span): void {
    const isStart = old.start === 0;
    const isEnd = old.end === this.#old.text.length;
    const first = isStart ? undefined : this.#old.blockAt(old.start);
    const last = isEnd ? undefined : this.#old.blockAt(old.end);
    const parts = partsOf(this.#now.text, now, BREAK);
    const [head = now, ...others] = parts;
    if (first === undefined) this.#write(this.#source.slice(0, this.#lineStart(0)));
    const asides = this.#asides(first ?? 0, last ?? this.#old.blocks.length - 1);
    let setting = none;
    if (first !== undefined) {
      setting = this.#settingOf(first);
      const isSplit = first === last && others.length > 0;
      const end = isSplit ? old.start : Math.min(old.end, this.#old.endOf(first));
      this.#replace({ start: old.start, end }, head, { isLast: first === last && !isSplit });
      if (isSplit) this.#write(this.#marksAt(old.start).text);
      if (first !== last)
        this.#write(others.length > 0 || last === undefined ? this.#tail(first) : this.#marksAfter(first));
    }
    for (const aside of asides) this.#write(`${this.#isBlank ? "" : "\n\n"}${aside}`);
    const news = first === undefined ? parts : others;
    for (const [index, part] of news.entries())
      if (index < news.length - 1 || last === undefined) setting = this.#add(part, setting, last);
    const ending = news.at(-1);
    if (last !== undefined && ending)
      this.#lead(last, first === last ? old.start : undefined, setting, ending, old.end);
    else if (last !== undefined && first !== last) {
      // Two blocks are one.
      this.#write(this.#marksBefore(last));
      this.#replace(
        { start: this.#old.startOf(last), end: old.end },
        { start: now.end, end: now.end },
        { isLast: true },
      );
    }
    if (isEnd) this.#write(this.#source.slice(this.#old.blocks.at(-1)?.end ?? 0));
  }

  /** What stands between blocks and is not seen there: the text of notes, rules. */
  #asides(first: number, last: number): string[] {
    return this.#old.blocks.slice(first, last).flatMap(({ end }, index) => {
      const next = this.#old.blocks[first + index + 1];
      const between = this.#source.slice(end, this.#lineStart(first + index + 1));
      const lines = next
        ? between.split("\n").filter((line) => !/^[\s>]*(?:[-+*]|\d+[.)])?\s*$/.test(line))
        : [];
      return lines.length > 0 ? [lines.join("\n")] : [];
    });
  }

  /** A block that nobody sent, or that stood elsewhere. */
  #add(part: Span, before: Setting, next: number | undefined): Setting {
    const block = this.#now.blocks[this.#now.blockAt(part.start)];
    if (within(this.#now.text, part).trim() === "") return before;
    const moved = this.#movedFrom(within(this.#now.text, part));
    const setting = moved === undefined ? this.#newSetting(block, before, next) : this.#settingOf(moved);
    if (!this.#isBlank) this.#write(separator(before, setting));
    this.#write(setting.opening);
    if (moved === undefined) this.#write(this.#plain(part, true), part);
    else {
      this.#countCalls(part);
      const { start = 0, end = 0 } = this.#old.blocks[moved] ?? {};
      const words = this.#source.slice(start + this.#markerOf(moved).length, end);
      this.#write(words.replace(blockEnd, ""), part);
    }
    if (setting.table !== 0) this.#write(" |");
    return setting;
  }

  /** Up to the words that come next, in a block that was sent: its beginning may be gone, or apart. */
  #lead(block: number, splitAt: number | undefined, before: Setting, part: Span, to: number): void {
    const setting = this.#settingOf(block);
    const isHeading = this.#old.blocks[block]?.kind === "heading";
    const own = splitAt !== undefined && isHeading ? none : setting;
    if (!this.#isBlank) this.#write(separator(before, own));
    this.#write(own.opening);
    if (splitAt === undefined) this.#write(this.#marksBefore(block));
    const start = splitAt ?? this.#old.startOf(block);
    const isSplit = splitAt !== undefined;
    this.#replace({ start, end: to }, part, { isLineStart: true, isLast: true, isSplit });
  }

  /** `## `, `| `: what makes a block a heading or a row. */
  #markerOf(block: number): string {
    const laid = this.#old.blocks[block];
    const whole = laid === undefined ? "" : this.#source.slice(laid.start, laid.places[0]?.start);
    if (laid?.kind === "heading") return /^#+[ \t]*/.exec(whole)?.[0] ?? "";
    return laid?.kind === "row" ? (/^\|[ \t]*/.exec(whole)?.[0] ?? "") : "";
  }

  /** Marks that stand before the first letter of a block, its marker apart. */
  #marksBefore(block: number): string {
    const laid = this.#old.blocks[block];
    if (laid === undefined || this.#bare.has(block)) return "";
    return this.#source.slice(laid.start + this.#markerOf(block).length, laid.places[0]?.start);
  }

  /** Marks that stand after the last letter of a block: neither a heading's id nor the end of a row. */
  #marksAfter(block: number): string {
    return this.#bare.has(block) ? "" : this.#ending(block).replace(blockEnd, "");
  }

  #head(block: number): string {
    return this.#markerOf(block) + this.#marksBefore(block);
  }

  #tail(block: number): string {
    const ending = this.#ending(block);
    const isWhole = !this.#bare.has(block) && this.#closed !== block;
    return isWhole ? ending : ending.slice(ending.search(blockEnd));
  }

  /** From the last letter of a block to its end. */
  #ending(block: number): string {
    return this.#source.slice(this.#endOf(this.#old.endOf(block)), this.#old.blocks[block]?.end ?? 0);
  }

  #lineStart(block: number): number {
    const start = this.#old.blocks[block]?.start ?? 0;
    return this.#source.lastIndexOf("\n", start - 1) + 1;
  }

  #settingOf(block: number): Setting {
    const laid = this.#old.blocks[block];
    if (laid === undefined) return none;
    return {
      opening: this.#source.slice(this.#lineStart(block), laid.start) + this.#markerOf(block),
      quote: laid.quote,
      list: laid.list?.id ?? 0,
      table: laid.table ?? 0,
      isItem: laid.kind === "item",
    };
  }

  /** What a new block stands in: what the file says of it, then what stands around it. */
  #newSetting(block: ReturnedBlock | undefined, before: Setting, next: number | undefined): Setting {
    const after = next === undefined ? none : this.#settingOf(next);
    const kind = block?.kind;
    const isBetween = (what: "list" | "quote"): boolean => before[what] !== 0 && before[what] === after[what];
    if (kind === "heading")
      return { ...none, opening: `${"#".repeat(Math.min(6, Math.max(3, block?.level ?? 3)))} ` };
    if (kind === "row") return { ...none, opening: "| ", table: before.table || after.table || -1 };
    if (kind === "item" || (kind === undefined && isBetween("list"))) {
      const item = before.isItem ? before : after.isItem ? after : undefined;
      return { ...none, opening: nextItem(item?.opening ?? "- "), list: item?.list ?? -1, isItem: true };
    }
    if (kind === "quote" || (kind === undefined && isBetween("quote")))
      return { ...none, opening: "> ", quote: before.quote || after.quote || -1 };
    return none;
  }

  /** The sent block that has just these words. */
  #movedFrom(words: string): number | undefined {
    this.#gone ??= new Map(this.#old.blocks.map(({ text }, index) => [foldTypography(text), index]));
    return this.#gone.get(foldTypography(words));
  }

  #plain(now: Span, isLineStart: boolean): string {
    const words = within(this.#now.text, now);
    const isRow = this.#now.blocks[this.#now.blockAt(now.start)]?.kind === "row";
    const cells = isRow ? words.split(CELL).map((cell) => cell.replaceAll("|", "\\|")) : [words];
    return cells.map((cell, column) => this.#line(cell, isLineStart && column === 0)).join(" | ");
  }

  #line(words: string, isLineStart: boolean): string {
    return words
      .split(/(\n|\uFFFC)/)
      .map((piece, index) => {
        if (piece === NOTE) return this.#call((this.#calls += 1) - 1);
        if (piece === "\n") return "\\\n";
        return index === 0 && !isLineStart ? plainMarkdown(piece) : plainLine(piece);
      })
      .join("");
  }

  #countCalls(now: Span): void {
    for (let at = now.start; at < now.end; at += 1) if (this.#now.text[at] === NOTE) this.#calls += 1;
  }

  #write(words: string, now?: Span): void {
    if (now)
      this.#segments.push({ from: now.start, outFrom: this.#length, outTo: this.#length + words.length });
    if (words === "") return;
    if (words.trim() !== "") this.#isBlank = false;
    this.#out.push(words);
    this.#length += words.length;
  }

  /** In the text that was made, where a place of the returned text is. */
  #at(place: number, edge: "start" | "end"): number {
    const letter = edge === "end" && place > 0 ? place - 1 : place;
    const index = lastUpTo(this.#segments, letter, ({ from }) => from);
    const segment = this.#segments[index];
    if (segment === undefined) return 0;
    const isLast = edge === "end" && place >= (this.#segments[index + 1]?.from ?? Infinity);
    return isLast ? segment.outTo : Math.min(segment.outFrom + place - segment.from, segment.outTo);
  }

  /** Where in the source the letter at a place begins. */
  #startOf(at: number): number {
    const block = this.#old.blockAt(at);
    return this.#old.blocks[block]?.places[at - this.#old.startOf(block)]?.start ?? this.#source.length;
  }

  /** Where in the source the letter before a place ends. */
  #endOf(at: number): number {
    const block = this.#old.blockAt(at - 1);
    return this.#old.blocks[block]?.places[at - 1 - this.#old.startOf(block)]?.end ?? 0;
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word that is on both sides. */
interface Kept {
  readonly mine: Span;
  readonly theirs: Span;
}

function shiftedBy(kept: readonly Kept[], by: number, newBy: number): Kept[] {
  const moved = ({ start, end }: Span, shift: number): Span => ({ start: start + shift, end: end + shift });
  return kept.map(({ mine, theirs }) => ({ mine: moved(mine, by), theirs: moved(theirs, newBy) }));
}

/** Blocks that are once on each side, and the same to the letter, as many as keep one order. */
function sameBlocks(
  old: readonly { readonly text: string }[],
  now: readonly { readonly text: string }[],
): [number, number][] {
  const onceIn = (blocks: readonly { readonly text: string }[]): Map<string, number> => {
    const found = new Map<string, number>();
    for (const [index, { text }] of blocks.entries()) found.set(text, found.has(text) ? -1 : index);
    return found;
  };
  const places = onceIn(now);
  const pairs = [...onceIn(old)].flatMap(([text, block]): [number, number][] => {
    const place = places.get(text) ?? -1;
    return block === -1 || place === -1 ? [] : [[block, place]];
  });
  return longestRising(pairs.map(([, place]) => place)).flatMap((index) => {
    const pair = pairs[index];
    return pair ? [pair] : [];
  });
}

/** Words that are in both texts. */
function keptIn(text: string, newText: string): Kept[] {
  const { old, now, fates } = trailOf(text, newText);
  return fates.flatMap((fate, index) => {
    const [mine, theirs] = [old.tokens[index], typeof fate === "number" ? now.tokens[fate] : undefined];
    return mine && theirs ? [{ mine, theirs }] : [];
  });
}

function foldedOf(blocks: readonly { readonly text: string }[]): string[] {
  return blocks.map(({ text }) => foldTypography(text));
}

/** The words of two blocks that have the same. */
function zipped<A extends { text: string }, B extends { text: string }>(
  old: Seen<A>,
  block: number,
  now: Seen<B>,
  newBlock: number,
): Kept[] {
  const spansOf = (text: string, by: number): Span[] =>
    tokenize(text).map(({ start, end }) => ({ start: start + by, end: end + by }));
  const theirs = spansOf(now.blocks[newBlock]?.text ?? "", now.startOf(newBlock));
  return spansOf(old.blocks[block]?.text ?? "", old.startOf(block)).flatMap((mine, index) => {
    const twin = theirs[index];
    return twin ? [{ mine, theirs: twin }] : [];
  });
}

/** With nothing in it that parts blocks, or cells in what is no row; as long as it was. */
function spelled<B extends ReturnedBlock | LaidBlock>(block: B): B {
  if (!/\n\n|^\n|\n$|\t/.test(block.text)) return block;
  const text = block.text.replace(/\n(?=\n)|^\n|\n$/g, " ");
  return { ...block, text: block.kind === "row" ? text : text.replaceAll(CELL, " ") };
}

/** What parts words: blocks, cells. */
function partingsOf(text: string): string[] {
  return text.match(/\n\n|\t/g) ?? [];
}

/** The stretches of a range between what parts words: blocks and cells, or blocks alone. */
function partsOf(text: string, { start: from, end }: Span, parting?: typeof BREAK): Span[] {
  const parts: Span[] = [];
  let start = from;
  for (const { index, 0: mark } of text
    .slice(from, end)
    .matchAll(parting === undefined ? /\n\n|\t/g : /\n\n/g)) {
    parts.push({ start, end: from + index });
    start = from + index + mark.length;
  }
  return [...parts, { start, end }];
}

function within(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** White space alone on both sides, that parts what is around it in the same way. */
function isSameGap(a: string, b: string): boolean {
  if (a === b) return a.trim() === "";
  if (a.trim() !== "" || b.trim() !== "" || a === "" || b === "") return false;
  const kind = (gap: string): string => gap.match(/\n\n|\t|\n/g)?.join("") ?? " ";
  return kind(a) === kind(b);
}

function isSpace(text: string, at: number): boolean {
  return /[ \u00A0\u202F]/.test(text.charAt(at));
}

/** What stands between two letters in the source and is neither. */
interface Mark {
  readonly text: string;
  /** It stands after a space: it begins something. */
  readonly isOpening: boolean;
}

const noMark: Mark = { text: "", isOpening: false };

const spelledOut = (marks: readonly Mark[]): string => marks.map(({ text }) => text).join("");

/** Marks without those that would hold nothing: two of a kind side by side, a link around no words. */
function settled(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks) {
    const last = kept.at(-1);
    const { text } = last ?? noMark;
    const isEmpty = text !== "" && (text === mark.text || (text === "[" && mark.text.startsWith("](")));
    if (isEmpty) kept[kept.length - 1] = noMark;
    else if (mark.text !== "" || last === undefined) kept.push(mark);
  }
  return kept;
}

function separator(before: Setting, next: Setting): string {
  if (before.table !== 0 && before.table === next.table) return "\n";
  if (before.list !== 0 && before.list === next.list && next.isItem) return "\n";
  if (before.quote !== 0 && before.quote === next.quote) return `\n${next.opening.replace(/[^>]+$/, "")}\n`;
  return "\n\n";
}

/** `- ` again; `3. ` after `2. `. */
function nextItem(opening: string): string {
  return opening.replace(/(\d+)(?=[.)] *$)/, (number) => String(Number(number) + 1));
}
