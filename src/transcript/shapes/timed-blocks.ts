// Captions as blocks of lines under a line of times: what WebVTT and SubRip share.
// The parsing is WebVTT's (W3C, section 6.1), with one difference: what that parser throws
// away because it is out of place may be someone's words, so it is kept, and said.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { diagnose, type TranscriptMessages } from "../messages.ts";
import { parseTiming, type Timing } from "../times.ts";

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
  return isNumber(line) || (/^\S{3,}$/.test(line) && /\d/.test(line) && !/[,;?!…]$/.test(line));
}

const isNumber = (line: string): boolean => /^\s*\d+\s*$/.test(line);

/** As Teams gives its captions, `3f2a9c10-0b1e-4e6f-9d57-7c2c1a5b8e01/7-0`: no speech looks so. */
const isGuid = (line: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?:\/\S*)?$/i.test(line);

/** The times of a line; null when it should have some that cannot be read. */
function timesOf(line: string): Timing | null | undefined {
  if (!/^\s*(?:\d|-->)/.test(line)) return undefined;
  return parseTiming(line) ?? (/^\s*(?:\d[\w:.,]*\s*)?-->/.test(line) ? null : undefined);
}

/** What may follow the times: WebVTT's settings, old and new, and SubRip's coordinates. */
const isSettings = (rest: string): boolean =>
  rest === "" || /^(?:region|vertical|line|position|size|align|[ADLST]|[XY][12])[:=]/i.test(rest);

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
  /** The latest caption has a number: a number above the next times is not a word. */
  #hasIds = false;

  constructor(lines: readonly string[], rules: BlockRules) {
    this.#lines = lines;
    this.#rules = rules;
  }

  /** Reads the lines between two blank ones. */
  read(start: number, end: number): void {
    let at = start;
    while (at < end && timesOf(this.#line(at)) === undefined) at += 1;
    const hasId = at === start + 1 && at < end && this.#isId(at - 1);
    if (at > start && !hasId) this.#readOutside(start, at, end);
    if (at < end) this.#hasIds = hasId || (at > start && isNumber(this.#line(at - 1)));
    for (; at < end; at += 1) {
      const line = this.#line(at);
      const times = timesOf(line);
      if (times || (times === null && at <= start + 1)) this.#open(at, times);
      else if (!(this.#isIdAmid(line) && at + 1 < end && timesOf(this.#line(at + 1))))
        this.blocks.at(-1)?.lines.push(line);
    }
  }

  /** Lines that stand under no times: a note, an id cut off from its caption, or words. */
  #readOutside(start: number, at: number, end: number): void {
    if (this.#rules.isNote(this.#line(start))) return;
    const first = this.#line(start);
    const isLast = end >= this.#lines.length;
    if (at === start + 1 && (isGuid(first) || (isLast ? looksLikeId(first) : this.#isNextId(first)))) return;
    const last = at < end && looksLikeId(this.#line(at - 1)) ? at - 1 : at;
    if (last === start) return;
    this.#say("import.stray-words", start);
    if (this.blocks.length === 0)
      this.blocks.push({ line: start + 1, startMs: null, endMs: null, lines: [] });
    this.blocks.at(-1)?.lines.push(...this.#lines.slice(start, last));
  }

  #open(at: number, times: Timing | null): void {
    const { startMs, endMs, rest } = times ?? { startMs: null, endMs: null, rest: "" };
    if (!times) this.#say("import.bad-time", at);
    else {
      if (times.startMs < this.#latest || times.endMs < times.startMs) this.#say("import.time-backwards", at);
      this.#latest = times.startMs;
    }
    const lines = isSettings(rest) ? [] : [rest];
    if (lines.length > 0) this.#say("import.damaged", at);
    this.blocks.push({ line: at + 1, startMs, endMs, lines });
  }

  #isId(at: number): boolean {
    const line = this.#line(at);
    if (isNumber(line)) this.#lastId = Number(line);
    return this.#rules.hasFreeIds ? !line.includes("-->") : looksLikeId(line);
  }

  /** True for an id that no blank line parts from the caption before. */
  #isIdAmid(line: string): boolean {
    return isGuid(line) || this.#isNextId(line) || (this.#hasIds && isNumber(line));
  }

  #isNextId(line: string): boolean {
    if (!isNumber(line) || Number(line) !== this.#lastId + 1) return false;
    this.#lastId += 1;
    return true;
  }

  #say(
    code: keyof TranscriptMessages &
      ("import.stray-words" | "import.damaged" | "import.bad-time" | "import.time-backwards"),
    at: number,
  ): void {
    this.diagnostics.push(diagnose(code, "warning", {}, { file: this.#rules.file, line: at + 1 }));
  }

  #line(at: number): string {
    return this.#lines[at] ?? "";
  }
}
