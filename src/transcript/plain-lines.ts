// The lines of a plain text, with the times that stand at their start, at their end or after a name.
import { foldLabel, isNameLike } from "./labels.ts";
import { nameWithTime, timeAtEnd, timeAtStart } from "./spoken-times.ts";

interface Times {
  readonly startMs: number | null;
  readonly endMs: number | null;
}

export interface PlainLine extends Times {
  /** From 1. */
  readonly number: number;
  /** Without its times; empty for a blank line and for a time that stands alone. */
  readonly text: string;
  /** The file's first line, or one after a blank line. */
  readonly startsParagraph: boolean;
  /** A name that a time sets apart, `Marie 0:03`, `[00:01:02] Marie`, and what is said if it is one. */
  readonly named?: Times & { readonly label: string; readonly words: string };
}

// Times between words that only a program writes: `[00:01:02]`, `#00:01:02-3#`. After a colon, the
// time is of what a name opens.
const stamp = String.raw`(?:\[\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?\]|#\d{1,2}:\d{2}:\d{2}-\d{1,2}#)`;
const amid = new RegExp(String.raw` ?${stamp}$|(?<!:[ \t\u00A0\u202F]?) ?${stamp}`, "g");
const atEnd = /\s*\[(\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?)\]$/;

/** `**Marie** : words`, `**Marie :** words`, as Markdown has them. */
const marked = /^(\*{1,2}|__)([^*_\n]{1,60}?)\s*(?:\1\s*:|:\s*\1)/;

/** Zoom's chat, after its time: `From Marie to Everyone: words`. */
const chat = /^(?:From|De)\s+(\S.{0,59}?)(?:\s+(?:to|à)\s+\S.{0,59}?)?\s*:\s*/;

/** Every line of a text, times taken out of its words. `14:30 on part` has one only if time runs through the file. */
export function plainLines(source: string, isKnown: (folded: string) => boolean): PlainLine[] {
  const raw = source.split("\n").map((line) => line.trim().replace(marked, "$2 :"));
  const isClocked = runs(raw.flatMap((line) => bareTimeOf(line) ?? []));
  const named = inOrder(raw.map((line, index) => namedIn(line, raw[index + 1] ?? "", isKnown)));
  const after = raw.map((line, index) => nameAfterTime(line, raw[index + 1] ?? "", isClocked));
  const isNameApart = count(after) * 2 >= count(raw.map(timeAtStart));
  return raw.map((line, index) => {
    const startsParagraph = index === 0 || raw[index - 1] === "";
    const timed = lineWithTimes(line, isClocked);
    const name = named[index] ?? (isNameApart ? after[index] : undefined);
    return { number: index + 1, startsParagraph, ...timed, ...(name && { named: name }) };
  });
}

function bareTimeOf(line: string): number | undefined {
  const found = timeAtStart(line);
  return found?.isBare === true ? found.time.startMs : undefined;
}

/** Two or more, none before the one above it. */
function runs(times: readonly number[]): boolean {
  return times.length >= 2 && times.every((time, index) => time >= (times[index - 1] ?? 0));
}

/** Names whose times follow one another, if most do: `Rendez-vous 14:30` stands between them out of its time. */
function inOrder(found: readonly PlainLine["named"][]): readonly PlainLine["named"][] {
  const names = found.flatMap((each) => each ?? []);
  const kept = new Set<PlainLine["named"]>();
  let latest = 0;
  for (const [index, name] of names.entries()) {
    const { startMs } = name;
    if (startMs === null || startMs < latest || startMs > (names[index + 1]?.startMs ?? Infinity)) continue;
    kept.add(name);
    latest = startMs;
  }
  const isEnough = kept.size >= 2 && kept.size * 2 >= names.length;
  return found.map((each) => (isEnough && kept.has(each) ? each : undefined));
}

/** `Marie 0:03` above words, `Marie` above a time, `Marie (00:01:02) : words`. */
function namedIn(line: string, next: string, isKnown: (folded: string) => boolean): PlainLine["named"] {
  const isName = (label: string): boolean => isNameLike(label) || isKnown(foldLabel(label));
  const below = line !== "" && isName(line) ? timeAtStart(next) : undefined;
  if (below?.length === next.length) return { label: line, words: "", ...below.time };
  const found = /\d:\d|\d ?min/.test(line.slice(0, REACH)) ? nameWithTime(line) : undefined;
  const label = found?.name.replace(/^\[|[\]\s:–—-]+$/g, "") ?? "";
  if (!found || !isName(label)) return undefined;
  const { text, endMs } = withoutTimes(found.words);
  return { label, words: text, startMs: found.time.startMs, endMs: found.time.endMs ?? endMs };
}

/** How far into a line a name and its time are looked for. */
const REACH = 120;

const count = (found: readonly unknown[]): number => found.filter((each) => each !== undefined).length;

type Timed = Pick<PlainLine, "text" | "startMs" | "endMs">;

function lineWithTimes(line: string, isClocked: boolean): Timed {
  const start = timeAtStart(line);
  if (!start || (start.isBare && !isClocked)) return { startMs: null, ...withoutTimes(line) };
  const { text, endMs } = withoutTimes(line.slice(start.length));
  return { text, startMs: start.time.startMs, endMs: start.time.endMs ?? endMs };
}

/** `[00:01:02] Marie` above words, `00:01:02 From Marie to Everyone: words`. */
function nameAfterTime(line: string, next: string, isClocked: boolean): PlainLine["named"] {
  const { text, startMs, endMs } = lineWithTimes(line, isClocked);
  if (startMs === null) return undefined;
  const [whole = "", from] = chat.exec(text) ?? [];
  if (from !== undefined) return { label: from, words: text.slice(whole.length), startMs, endMs };
  const isAlone = text !== "" && text.length <= 60 && !/[:.!?…,]$/.test(text);
  const isFollowed = next !== "" && !timeAtStart(next);
  return isAlone && isFollowed ? { label: text, words: "", startMs, endMs } : undefined;
}

/** The time at a line's end is when what was said ends; those between words only say where one is. */
function withoutTimes(line: string): { text: string; endMs: number | null } {
  if (!/\d:\d/.test(line)) return { text: line, endMs: null };
  const [, bracketed] = atEnd.exec(line.slice(-24)) ?? [];
  const end = bracketed === undefined ? timeAtEnd(line)?.endMs : timeAtStart(`[${bracketed}]`)?.time.startMs;
  return { text: line.replace(amid, "").trim(), endMs: end ?? null };
}
