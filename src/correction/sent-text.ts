// The Markdown of what was sent, with the places of what is seen of it: letters, the marks around
// them, what opens and ends a block.
import { CELL, type LaidBlock } from "../copy/layout.ts";
import { noMark, type Mark } from "./lay-marks.ts";
import { Seen, spelled, type Span } from "./lay-seen.ts";
import { none, type Setting } from "./lay-setting.ts";

/** What ends a block and marks none of its words: a heading's id, the end of a row, the line under a header. */
export const blockEnd = /[ \t]*(?:\{[^{}]*\}|\|(?:\n.*)?)?[ \t]*$/;

export class SentText {
  readonly source: string;
  readonly seen: Seen<LaidBlock>;
  /** The blocks whose marks are left out. */
  readonly bare = new Set<number>();

  constructor(source: string, laid: readonly LaidBlock[]) {
    this.source = source;
    this.seen = new Seen(laid.map(spelled));
  }

  /** Where in the source the letter at a place begins. */
  startOf(at: number): number {
    const block = this.seen.blockAt(at);
    return this.seen.blocks[block]?.places[at - this.seen.startOf(block)]?.start ?? this.source.length;
  }

  /** Where in the source the letter before a place ends. */
  endOf(at: number): number {
    const block = this.seen.blockAt(at - 1);
    return this.seen.blocks[block]?.places[at - 1 - this.seen.startOf(block)]?.end ?? 0;
  }

  /** What stands in the source before, between and after the letters of a range of one block. */
  marksAmong({ start, end }: Span, isLast: boolean): Mark[] {
    const marks = start === end ? [noMark] : [];
    for (let at = start; at < end; at += 1) marks.push(this.marksAt(at));
    if (isLast) marks.push(this.marksAt(end));
    return marks;
  }

  /** What stands in the source between two letters of a block. */
  marksAt(at: number): Mark {
    const block = this.seen.blockAt(at);
    const isWithin = at > this.seen.startOf(block) && at < this.seen.endOf(block);
    const isBesideCell = this.seen.text.slice(at - 1, at + 1).includes(CELL);
    if (!isWithin || isBesideCell || this.bare.has(block)) return noMark;
    const text = this.source.slice(this.endOf(at), this.startOf(at));
    return { text, isOpening: /\s/.test(this.seen.text.charAt(at - 1)) };
  }

  /** What stands between blocks and is not seen there: the text of notes, rules. */
  asides(first: number, last: number): string[] {
    return this.seen.blocks.slice(first, last).flatMap(({ end }, index) => {
      const next = this.seen.blocks[first + index + 1];
      const between = this.source.slice(end, this.lineStart(first + index + 1));
      const lines = next
        ? between.split("\n").filter((line) => !/^[\s>]*(?:[-+*]|\d+[.)])?\s*$/.test(line))
        : [];
      return lines.length > 0 ? [lines.join("\n")] : [];
    });
  }

  /** `## `, `| `: what makes a block a heading or a row. */
  markerOf(block: number): string {
    const laid = this.seen.blocks[block];
    const whole = laid === undefined ? "" : this.source.slice(laid.start, laid.places[0]?.start);
    if (laid?.kind === "heading") return /^#+[ \t]*/.exec(whole)?.[0] ?? "";
    return laid?.kind === "row" ? (/^\|[ \t]*/.exec(whole)?.[0] ?? "") : "";
  }

  /** Marks that stand before the first letter of a block, its marker apart. */
  marksBefore(block: number): string {
    const laid = this.seen.blocks[block];
    if (laid === undefined || this.bare.has(block)) return "";
    return this.source.slice(laid.start + this.markerOf(block).length, laid.places[0]?.start);
  }

  /** Marks that stand after the last letter of a block: neither a heading's id nor the end of a row. */
  marksAfter(block: number): string {
    return this.bare.has(block) ? "" : this.ending(block).replace(blockEnd, "");
  }

  head(block: number): string {
    return this.markerOf(block) + this.marksBefore(block);
  }

  /** What ends a block; with `isClosed`, without the marks of its last words. */
  tail(block: number, isClosed: boolean): string {
    const ending = this.ending(block);
    const isWhole = !this.bare.has(block) && !isClosed;
    return isWhole ? ending : ending.slice(ending.search(blockEnd));
  }

  /** From the last letter of a block to its end. */
  ending(block: number): string {
    return this.source.slice(this.endOf(this.seen.endOf(block)), this.seen.blocks[block]?.end ?? 0);
  }

  lineStart(block: number): number {
    const start = this.seen.blocks[block]?.start ?? 0;
    return this.source.lastIndexOf("\n", start - 1) + 1;
  }

  settingOf(block: number): Setting {
    const laid = this.seen.blocks[block];
    if (laid === undefined) return none;
    return {
      opening: this.source.slice(this.lineStart(block), laid.start) + this.markerOf(block),
      quote: laid.quote,
      list: laid.list?.id ?? 0,
      table: laid.table ?? 0,
      isItem: laid.kind === "item",
    };
  }
}
