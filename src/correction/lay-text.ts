// Paragraphs that came back, as the Markdown they were sent as: what stands between words that
// nobody changed is copied to the letter, marks and line ends included; what someone wrote is
// put in as plain text; what someone took out goes, and with it the marks that held nothing else.
import { CELL, NOTE, type LaidBlock } from "../copy/layout.ts";
import { foldTypography } from "../wording/fold.ts";
import { isOfKind, keptBlocks, keptWords } from "./lay-kept.ts";
import { settled, spelledOut } from "./lay-marks.ts";
import {
  BREAK,
  isSameGap,
  isSpace,
  lastUpTo,
  partingsOf,
  partsOf,
  Seen,
  spelled,
  within,
  type Span,
} from "./lay-seen.ts";
import { newSetting, none, separator, type Setting } from "./lay-setting.ts";
import { plainLine, plainMarkdown } from "./plain-markdown.ts";
import type { BlockPlace, ReturnedBlock } from "./returned-text.ts";
import { blockEnd, SentText } from "./sent-text.ts";

export interface LaidText {
  readonly text: string;
  /** What is seen of it is what came back, without looking again. */
  readonly isCertain?: boolean;
  /** The words of blocks that the text does not say as they came back. */
  readonly unsaid?: readonly string[];
  /** Where in the text a place of the returned blocks is: before the letter that follows it, or after the one before. */
  at(place: BlockPlace, edge?: "start" | "end"): number;
}

/**
 * `words`: every mark stays around what it held. `plain`: blocks that changed lose their marks, for
 * marks that would not hold what they held any more. `blocks`: those that changed are written anew.
 */
type Way = "words" | "plain" | "blocks";

/** Lays `returned` onto the part of `source` that `laid` is the layout of. `call`: the mark of a new note. */
export function layText(
  source: string,
  laid: readonly LaidBlock[],
  returned: readonly ReturnedBlock[],
  { way = "words", call = () => "" }: { way?: Way; call?: (index: number) => string } = {},
): LaidText {
  return new Laying(source, laid, returned, way, call).lay();
}

interface Segment {
  readonly from: number;
  readonly outFrom: number;
  readonly outTo: number;
}

class Laying {
  readonly #sent: SentText;
  readonly #old: Seen<LaidBlock>;
  readonly #now: Seen<ReturnedBlock>;
  readonly #way: Way;
  readonly #call: (index: number) => string;
  readonly #out: string[] = [];
  readonly #segments: Segment[] = [];
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
    this.#sent = new SentText(source, laid);
    this.#old = this.#sent.seen;
    this.#now = new Seen(returned.map(spelled));
    this.#way = way;
    this.#call = call;
  }

  lay(): LaidText {
    if (this.#now.blocks.length === 0 && this.#old.blocks.length > 0) {
      const asides = this.#sent.asides(0, this.#old.blocks.length - 1);
      const rest = this.#sent.source.slice(this.#old.blocks.at(-1)?.end ?? 0).trim();
      return { text: [...asides, rest].filter((each) => each !== "").join("\n\n"), at: () => 0 };
    }
    const kept = this.#way === "blocks" ? keptBlocks(this.#old, this.#now) : keptWords(this.#old, this.#now);
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
      if ((block !== first || isFirst) && (block !== last || isLast)) this.#sent.bare.add(block);
  }

  /** Words that nobody changed. */
  #keep({ start, end }: Span, now: Span): void {
    const isBare = this.#sent.bare.has(this.#old.blockAt(start));
    const words = isBare
      ? this.#bareWord(start, end)
      : this.#sent.source.slice(this.#sent.startOf(start), this.#sent.endOf(end));
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
    if (word === NOTE) return this.#sent.source.slice(this.#sent.startOf(start), this.#sent.endOf(end));
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
      gap === this.#sent.source.slice(this.#sent.endOf(old.start), this.#sent.startOf(old.end)) &&
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
    return blocks.some(
      (block, index) => !isOfKind(this.#old.blocks[block], this.#now.blocks[newBlocks[index] ?? -1]),
    );
  }

  /** White space, and the marks in it, as they were. */
  #copy(old: Span, now: Span): void {
    const [first, last] = [this.#old.blockAt(old.start), this.#old.blockAt(old.end)];
    if (first !== last) {
      this.#bridge(first);
      this.#write("", now);
    } else if (this.#sent.bare.has(first)) this.#write(within(this.#now.text, now).replace(CELL, " | "), now);
    else if (old.start > 0 && old.end < this.#old.text.length)
      this.#write(this.#sent.source.slice(this.#sent.endOf(old.start), this.#sent.startOf(old.end)), now);
  }

  /** From the last letter of a block to the first one of the next. */
  #bridge(block: number): void {
    const [laid, next] = [this.#old.blocks[block], this.#old.blocks[block + 1]];
    this.#write(this.#sent.tail(block, this.#closed === block));
    this.#write(this.#sent.source.slice(laid?.end ?? 0, next?.start));
    this.#write(this.#sent.head(block + 1));
  }

  #open(): void {
    this.#write(this.#sent.source.slice(0, this.#old.blocks[0]?.start ?? 0));
    this.#write(this.#sent.head(0));
  }

  #end(): void {
    const last = this.#old.blocks.length - 1;
    this.#write(this.#sent.tail(last, this.#closed === last));
    this.#write(this.#sent.source.slice(this.#old.blocks[last]?.end ?? 0));
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
      else this.#write(this.#sent.source.slice(this.#sent.endOf(part.end), this.#sent.startOf(next.start)));
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
    const isBare = this.#sent.bare.has(block);
    const areSpaces = (at: number, newAt: number): boolean =>
      from < to && newFrom < newTo && isSpace(this.#old.text, at) && isSpace(this.#now.text, newAt);
    // A space at the edge of both may be where a line is wrapped, or stand outside of a mark.
    if (!isBare && !isSplit && from > 0 && areSpaces(from, newFrom)) {
      const space = this.#sent.source.slice(this.#sent.endOf(from), this.#sent.endOf(from + 1));
      this.#write(space, { start: newFrom, end: newFrom + 1 });
      [from, newFrom] = [from + 1, newFrom + 1];
    }
    const hasEnd = !isBare && isLast && areSpaces(to - 1, newTo - 1);
    if (hasEnd) [to, newTo] = [to - 1, newTo - 1];
    const marks = isBare ? [] : this.#sent.marksAmong({ start: from, end: to }, isLast && !hasEnd);
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
    const space = this.#sent.source.slice(this.#sent.endOf(to), this.#sent.startOf(old.end));
    this.#write(space, { start: newTo, end: now.end });
    this.#write(spelledOut(late));
  }

  /** The marks that end a block, before words that are put after them. */
  #closeMarks(block: number): void {
    this.#write(this.#sent.marksAfter(block));
    this.#closed = block;
  }

  /** Blocks were put in, taken out, split or joined. */
  #rebuild(old: Span, now: Span): void {
    const isStart = old.start === 0;
    const isEnd = old.end === this.#old.text.length;
    const first = isStart ? undefined : this.#old.blockAt(old.start);
    const last = isEnd ? undefined : this.#old.blockAt(old.end);
    const parts = partsOf(this.#now.text, now, BREAK);
    const [head = now, ...others] = parts;
    if (first === undefined) this.#write(this.#sent.source.slice(0, this.#sent.lineStart(0)));
    const asides = this.#sent.asides(first ?? 0, last ?? this.#old.blocks.length - 1);
    let setting = none;
    if (first !== undefined) {
      setting = this.#sent.settingOf(first);
      const isSplit = first === last && others.length > 0;
      const end = isSplit ? old.start : Math.min(old.end, this.#old.endOf(first));
      this.#replace({ start: old.start, end }, head, { isLast: first === last && !isSplit });
      if (isSplit) this.#write(this.#sent.marksAt(old.start).text);
      if (first !== last)
        this.#write(
          others.length > 0 || last === undefined
            ? this.#sent.tail(first, this.#closed === first)
            : this.#sent.marksAfter(first),
        );
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
      this.#write(this.#sent.marksBefore(last));
      this.#replace(
        { start: this.#old.startOf(last), end: old.end },
        { start: now.end, end: now.end },
        { isLast: true },
      );
    }
    if (isEnd) this.#write(this.#sent.source.slice(this.#old.blocks.at(-1)?.end ?? 0));
  }

  /** A block that nobody sent, or that stood elsewhere. */
  #add(part: Span, before: Setting, next: number | undefined): Setting {
    const block = this.#now.blocks[this.#now.blockAt(part.start)];
    if (within(this.#now.text, part).trim() === "") return before;
    const moved = this.#movedFrom(within(this.#now.text, part));
    const setting =
      moved === undefined
        ? newSetting(block, before, next === undefined ? none : this.#sent.settingOf(next))
        : this.#sent.settingOf(moved);
    if (!this.#isBlank) this.#write(separator(before, setting));
    this.#write(setting.opening);
    if (moved === undefined) this.#write(this.#plain(part, true), part);
    else {
      this.#countCalls(part);
      const { start = 0, end = 0 } = this.#old.blocks[moved] ?? {};
      const words = this.#sent.source.slice(start + this.#sent.markerOf(moved).length, end);
      this.#write(words.replace(blockEnd, ""), part);
    }
    if (setting.table !== 0) this.#write(" |");
    // The line under its first row makes a new table one.
    if (setting.table === -1 && before.table !== -1)
      this.#write(`\n${"|---".repeat(within(this.#now.text, part).split(CELL).length)}|`);
    return setting;
  }

  /** Up to the words that come next, in a block that was sent: its beginning may be gone, or apart. */
  #lead(block: number, splitAt: number | undefined, before: Setting, part: Span, to: number): void {
    const setting = this.#sent.settingOf(block);
    const isHeading = this.#old.blocks[block]?.kind === "heading";
    const own = splitAt !== undefined && isHeading ? none : setting;
    if (!this.#isBlank) this.#write(separator(before, own));
    this.#write(own.opening);
    if (splitAt === undefined) this.#write(this.#sent.marksBefore(block));
    const start = splitAt ?? this.#old.startOf(block);
    const isSplit = splitAt !== undefined;
    this.#replace({ start, end: to }, part, { isLineStart: true, isLast: true, isSplit });
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
}
