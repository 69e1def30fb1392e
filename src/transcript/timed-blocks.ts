// Captions as blocks of lines under a line of times: what WebVTT and SubRip share.
// The parsing is WebVTT's (W3C, section 6.1), with one difference: what that parser throws
// away because it is out of place may be someone's words, so it is kept, and said.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { diagnose, type TranscriptMessages } from "./messages.ts";
import { parseTiming, type Timing } from "./times.ts";

export interface TimedBlock {
  /** Line of the times, from 1. */
  readonly line: number;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly lines: string[];
}

export interface BlockRules {
  readonly file: string;
  /** Index of the first line to read. */
  readonly from: number;
  /** Blocks to leave aside, told by their first line. */
  readonly isNote: (first: string) => boolean;
  /** True when any line above the times is an id; else it must look like one. */
  readonly hasFreeIds: boolean;
}

/** Something like `12`, `s01-12` or a GUID: it numbers a caption and is not speech. */
function looksLikeId(line: string): boolean {
  return /^\s*\d+\s*$/.test(line) || (/^\S{3,}$/.test(line) && /\d/.test(line) && !/[,;?!…]$/.test(line));
}

const looksLikeTimes = (line: string): boolean =>
  line.includes("-->") && /^\s*(?:\d[\w:.,]*\s*)?-->/.test(line);

export function readBlocks(
  lines: readonly string[],
  rules: BlockRules,
): { blocks: TimedBlock[]; diagnostics: Diagnostic[] } {
  const reader = new BlockReader(lines, rules);
  for (let start = rules.from; start < lines.length; start += 1) {
    if (lines[start]?.trim() === "") continue;
    let end = start;
    while (end < lines.length && lines[end] !== "") end += 1;
    reader.read(start, end);
    start = end;
  }
  return reader;
}

class BlockReader {
  readonly blocks: TimedBlock[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #lines: readonly string[];
  readonly #rules: BlockRules;
  #latest = 0;
  #lastId = 0;

  constructor(lines: readonly string[], rules: BlockRules) {
    this.#lines = lines;
    this.#rules = rules;
  }

  /** Reads the lines between two blank ones. */
  read(start: number, end: number): void {
    let at = start;
    while (at < end && !looksLikeTimes(this.#line(at))) at += 1;
    if (at > start && !(at === start + 1 && at < end && this.#isId(at - 1)))
      this.#readOutside(start, at, end);
    for (; at < end; at += 1) {
      const line = this.#line(at);
      const isTimes = looksLikeTimes(line);
      const times = isTimes ? parseTiming(line) : undefined;
      if (times || (isTimes && at <= start + 1)) this.#open(at, times);
      else if (!(this.#isNextId(line) && at + 1 < end && parseTiming(this.#line(at + 1))))
        this.blocks.at(-1)?.lines.push(line);
    }
  }

  /** Lines that stand under no times: a note, an id cut off from its caption, or words. */
  #readOutside(start: number, at: number, end: number): void {
    if (this.#rules.isNote(this.#line(start))) return;
    const isIdOnly =
      at === start + 1 && (end >= this.#lines.length ? looksLikeId : this.#isNextId)(this.#line(start));
    if (isIdOnly) return;
    const last = at < end && looksLikeId(this.#line(at - 1)) ? at - 1 : at;
    if (last === start) return;
    this.#say("import.stray-words", start);
    if (this.blocks.length === 0)
      this.blocks.push({ line: start + 1, startMs: null, endMs: null, lines: [] });
    this.blocks.at(-1)?.lines.push(...this.#lines.slice(start, last));
  }

  #open(at: number, times: Timing | undefined): void {
    const { startMs, endMs } = times ?? { startMs: null, endMs: null };
    if (!times) this.#say("import.bad-time", at);
    else {
      if (times.startMs < this.#latest || times.endMs < times.startMs) this.#say("import.time-backwards", at);
      this.#latest = times.startMs;
    }
    this.blocks.push({ line: at + 1, startMs, endMs, lines: [] });
  }

  #isId(at: number): boolean {
    const line = this.#line(at);
    if (/^\s*\d+\s*$/.test(line)) this.#lastId = Number(line);
    return this.#rules.hasFreeIds || looksLikeId(line);
  }

  readonly #isNextId = (line: string): boolean => {
    if (!/^\s*\d+\s*$/.test(line) || Number(line) !== this.#lastId + 1) return false;
    this.#lastId += 1;
    return true;
  };

  #say(
    code: keyof TranscriptMessages & ("import.stray-words" | "import.bad-time" | "import.time-backwards"),
    at: number,
  ): void {
    this.diagnostics.push(diagnose(code, "warning", {}, { file: this.#rules.file, line: at + 1 }));
  }

  #line(at: number): string {
    return this.#lines[at] ?? "";
  }
}
