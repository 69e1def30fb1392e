// Times as documents write them among words: `[00:01:02]`, `0:03`, `0:0:3.590 --> 0:0:5.120`,
// `#00:01:02-3#`, `3 min 5 s`.
import { readTime } from "./written-times.ts";

export interface SpokenTime {
  readonly startMs: number;
  readonly endMs: number | null;
}

const clock = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?`;
const spelled = String.raw`(?:\d{1,2} ?h ?)?\d{1,3} ?min ?(?:\d{1,2} ?s)?`;
const range = String.raw`(${clock})(?: ?(?:-->|→|–|—|-) ?(${clock}))?`;
const mark = String.raw`#(\d{1,2}:\d{2}:\d{2}-\d{1,2})#`;
const leading = new RegExp(String.raw`^(?:[[(]${range}[\])]|${mark}|${range}(?=[\s–—-]|$))[\s:–—-]*`);
const trailing = new RegExp(String.raw`${mark}$`);
// Times between words that only a program writes: `[00:01:02]`, `#00:01:02-3#`. After a colon, the
// time is of what a name opens.
const stamp = String.raw`(?:\[\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?\]|${mark.replace(/[()]/g, "")})`;
const amid = new RegExp(String.raw` ?${stamp}$|(?<!:[ \t\u00A0\u202F]?) ?${stamp}`, "g");
const bracketed = /\s*\[(\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?)\]$/;
const named = new RegExp(
  String.raw`^([^\t\n:]{1,80}?)(\s*[[(]|\s+)(?:${range}|(${spelled}))[\])]?\s*(:?)\s*`,
);

export interface TimeAtStart {
  readonly time: SpokenTime;
  /** How many characters it takes, with what parts it from what follows. */
  readonly length: number;
  /** `14:30`, and nothing around it: could as well be a time of the day. */
  readonly isBare: boolean;
}

export function timeAtStart(text: string): TimeAtStart | undefined {
  const match = leading.exec(text);
  if (!match) return undefined;
  const [whole, start, end, marked, bareStart, bareEnd] = match;
  const time = spokenTime(start ?? marked ?? bareStart, end ?? bareEnd);
  const isBare = bareStart !== undefined && bareEnd === undefined && bareStart.split(":").length < 3;
  return time && { time, length: whole.length, isBare };
}

/** The time at a line's end is when what was said ends; those between words only say where one is. */
export function withoutTimes(line: string): { text: string; endMs: number | null } {
  if (!/\d:\d/.test(line)) return { text: line, endMs: null };
  const end = line.slice(-24);
  const written = trailing.exec(end)?.[1] ?? bracketed.exec(end)?.[1];
  return { text: line.replace(amid, "").trim(), endMs: spokenTime(written, undefined)?.startMs ?? null };
}

export interface NamedTime {
  readonly name: string;
  readonly time: SpokenTime;
  readonly words: string;
  /** A name and a time, and nothing else, set apart by more than a space. */
  readonly isApart: boolean;
  readonly hasColon: boolean;
}

/** A short name, then a time: `Marie Dupont   0:03`, `Marie (00:12) : words`. */
export function nameWithTime(text: string): NamedTime | undefined {
  const match = named.exec(text);
  if (!match) return undefined;
  const [whole, name = "", gap = "", start, end, long, colon] = match;
  const words = text.slice(whole.length);
  const time = spokenTime(start ?? long, end);
  if (!time || !/[\p{L}\p{N}]/u.test(name)) return undefined;
  // Words after a time that nothing sets apart are a sentence: `On part à 14:30 demain`.
  if (words !== "" && colon === "" && gap.trim() === "") return undefined;
  return { name, time, words, isApart: words === "" && /\t|\s{2}/.test(gap), hasColon: colon !== "" };
}

function spokenTime(start: string | undefined, end: string | undefined): SpokenTime | undefined {
  const startMs = start === undefined ? undefined : readTime(start.replace("-", "."), 1000);
  if (typeof startMs !== "number") return undefined;
  return { startMs, endMs: (end === undefined ? undefined : readTime(end, 1000)) ?? null };
}
