// Times as tables and JSON hold them, in seconds or milliseconds, in figures or as a clock, and
// what is wrong with them.
import type { Diagnostic, Place } from "../../kernel/diagnostic.ts";
import { Problems } from "./problems.ts";

/** Milliseconds; null when nothing is written, undefined when what is written is no time. */
export type ReadTime = number | null | undefined;

export interface Span {
  readonly startMs: number | null;
  readonly endMs: number | null;
}

const figures = /^\d{1,12}(?:[.,]\d*)?(?:e-?\d{1,2})?$/i;
const clock = /^(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9})|[:;](\d{1,3}))?$/;
const spelled =
  /^(?:(\d{1,3}) ?h ?)?(?:(\d{1,3}) ?(?:m|mn|min|') ?)?(?:(\d{1,6}(?:[.,]\d{1,3})?) ?(?:s|sec|"|''))?$/i;

/**
 * Reads `12.3`, `12,3`, `01:02`, `0:01:02,500`, `00:01:02:12` (frames, of which 25 make a second),
 * `1h02m03s`, `850 ms`, in brackets or not. `unit`: milliseconds that a bare figure counts.
 */
export function readTime(written: string, unit: number): ReadTime {
  const plain = written.trim().replace(/^[[(#<]\s*|\s*[\])#>]$/g, "");
  if (plain === "" || /^(?:nan|null|none|n\/a|-)$/i.test(plain)) return null;
  if (figures.test(plain)) return rounded(Number(plain.replace(",", ".")) * unit);
  const timed = clock.exec(plain);
  if (timed) {
    const [, hours, minutes, seconds, fraction = "", frames = ""] = timed;
    const rest = frames === "" ? Number(`0.${fraction}0`) * 1000 : Math.min(Number(frames) * 40, 999);
    return rounded(inMs(hours, minutes, seconds) + rest);
  }
  const milliseconds = /^(\d{1,12}) ?ms$/i.exec(plain)?.[1];
  if (milliseconds !== undefined) return Number(milliseconds);
  const [, hours, minutes, seconds] = spelled.exec(plain) ?? [];
  return (hours ?? minutes ?? seconds)
    ? rounded(inMs(hours, minutes, seconds?.replace(",", ".")))
    : undefined;
}

const inMs = (hours = "0", minutes = "0", seconds = "0"): number =>
  ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;

/** Ten thousand hours: what is later is no time of a recording. */
const LATEST = 36_000_000_000;

/** Whole milliseconds; undefined for what is no time of a recording. */
export function rounded(ms: number): number | undefined {
  const whole = Math.round(ms);
  return whole >= 0 && whole <= LATEST ? Math.abs(whole) : undefined;
}

/** A length, in units, from which bare figures are milliseconds: few people speak for 100 s in one passage. */
const LONG = 100;

/**
 * How many milliseconds a bare figure counts: 1 when all are whole and most passages would
 * otherwise last minutes, as in AssemblyAI's JSON and the tables of Whisper; else 1000.
 */
export function unitOf(spans: readonly { readonly start: number; readonly end: number }[]): 1 | 1000 {
  const isWhole = spans.every(({ start, end }) => Number.isInteger(start) && Number.isInteger(end));
  const long = spans.filter(({ start, end }) => end - start > LONG).length;
  return isWhole && long * 2 > spans.length ? 1 : 1000;
}

/** Settles the times of passages, in the order of the file, and gathers what is wrong with them. */
export class TimeKeeper {
  readonly #problems = new Problems();
  #latest = 0;

  get diagnostics(): Diagnostic[] {
    return this.#problems.diagnostics;
  }

  /** An end before its start is left out, and said; so is what is no time. */
  settle(start: ReadTime, end: ReadTime, place: () => Place): Span {
    const isBackwards = typeof start === "number" && typeof end === "number" && end < start;
    if (start === undefined || end === undefined || isBackwards)
      this.#problems.say("import.passage-time", "warning", place);
    if (typeof start === "number") {
      if (start < this.#latest) this.#problems.say("import.time-backwards", "warning", place);
      this.#latest = start;
    }
    return { startMs: start ?? null, endMs: isBackwards ? null : (end ?? null) };
  }
}
