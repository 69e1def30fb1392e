// Each line of a file as it may be read: its times taken out of its words, and the name that a time,
// bold letters, a tab or a table sets apart. Whether that is a speaker's is told in spoken-names.ts.
import { foldLabel, isNameLike } from "./labels.ts";
import type { SpokenLine, Times, Told } from "./spoken-lines.ts";
import { nameWithTime, timeAtStart, withoutTimes, type TimeAtStart } from "./spoken-times.ts";

/** What sets a name apart from the words it opens; `marked`: bold letters or a time, and a colon; `alone`: bold ones. */
export type Form = "bold" | "marked" | "tab" | "time" | "alone";

/** What is said, by whom and when, if what stands first is a name. */
export interface Opening extends Told, Times {
  readonly form: Form;
}

/** What a line says if no name opens it. */
interface Said extends Times {
  /** Without its times; empty for a time that stands alone. */
  readonly text: string;
  /** How many characters at its start are in bold. */
  readonly bold: number;
}

/** A line as it may be read. */
export interface Piece extends Said {
  readonly index: number;
  readonly line: SpokenLine;
  readonly opening: Opening | undefined;
}

const NAME = 60;

/** How far into a line a name and its time are looked for. */
const REACH = 120;

/** Zoom's chat, after its time: `From Marie to Everyone: words`. */
const chat = /^(?:From|De)\s+(\S.{0,59}?)(?:\s+(?:to|à)\s+\S.{0,59}?)?\s*:\s*/;

/** `isKnown`: true for folded labels of known people. */
export function piecesOf(lines: readonly SpokenLine[], isKnown: (folded: string) => boolean): Piece[] {
  const isName = (label: string): boolean => isNameLike(label) || isKnown(foldLabel(label));
  const clocks = clocksIn(lines);
  const isClock = (index: number): boolean =>
    clocks[index] !== undefined && clocks[index].length === lines[index]?.text.length;
  const isFollowed = (index: number): boolean => index + 1 < lines.length && !clocks[index + 1];
  const above = lines.filter(({ text }, index) => isClock(index + 1) && isName(text)).length;
  const below = lines.filter(({ text }, index) => isClock(index - 1) && isName(text)).length;
  const isBelow = below > above;
  const said = lines.map((line, index) => saidIn(line, clocks[index]));
  const beside = lines.map((line, index) => {
    if (line.told || clocks[index]) return undefined;
    const clock = !isBelow && isClock(index + 1) && isName(line.text) ? clocks[index + 1] : undefined;
    return clock ? { ...alone, label: line.text, ...clock.time } : besideTime(line, isName);
  });
  const ordered = inOrder(
    beside,
    ({ label, form }, index) => form === "marked" || lines[index]?.bold !== 0 || isKnown(foldLabel(label)),
  );
  const after = said.map((each, index) => {
    const isTimed = clocks[index] !== undefined || (isBelow && isClock(index - 1));
    return isTimed ? nameAfterTime(each, isFollowed(index)) : undefined;
  });
  const isNameApart = count(after) * 2 >= count(clocks);
  return lines.map((line, index) => {
    const each = said[index] ?? saidIn(line, undefined);
    const { text, bold, startMs, endMs } = each;
    const opening = line.told
      ? inTable(line.told, each)
      : (ordered[index] ?? (isNameApart ? after[index] : undefined) ?? setApart(each, isFollowed(index)));
    return { index, line, text, bold, startMs, endMs, opening };
  });
}

const alone = { words: "", isSure: false, form: "time" } as const;

function inTable({ label, words, isSure }: Told, { startMs, endMs }: Times): Opening {
  return { label, words, isSure, form: "tab", startMs, endMs };
}

const count = (found: readonly unknown[]): number => found.filter((each) => each !== undefined).length;

/** The times that lines start with; `14:30 on part` has one only if time runs through the file. */
function clocksIn(lines: readonly SpokenLine[]): (TimeAtStart | undefined)[] {
  const found = lines.map(({ text, told }) => (told ? undefined : timeAtStart(text)));
  const bare = found.filter((each) => each?.isBare === true);
  if (runs(bare)) return found;
  const isAlone = (each: TimeAtStart | undefined, index: number): boolean =>
    each?.length === lines[index]?.text.length;
  const areAloneTimes = runs(found.filter((each, index) => each?.isBare === true && isAlone(each, index)));
  return found.map((each, index) =>
    each?.isBare === true && !(areAloneTimes && isAlone(each, index)) ? undefined : each,
  );
}

/** Two or more, none before the one above it. */
function runs(clocks: readonly (TimeAtStart | undefined)[]): boolean {
  const times = clocks.map((clock) => clock?.time.startMs ?? 0);
  return times.length >= 2 && times.every((time, index) => time >= (times[index - 1] ?? 0));
}

function saidIn({ text: whole, bold, told, times }: SpokenLine, clock: TimeAtStart | undefined): Said {
  const { startMs = null, endMs = null } = times ?? {};
  if (told) return { text: whole, bold: 0, startMs, endMs };
  const { text, endMs: ending } = withoutTimes(clock ? whole.slice(clock.length) : whole);
  return {
    text,
    bold: Math.max(0, bold - (clock?.length ?? 0)),
    startMs: clock?.time.startMs ?? startMs,
    endMs: clock?.time.endMs ?? ending ?? endMs,
  };
}

/** `Marie 0:03`, `Marie (00:01:02) : words`. */
function besideTime({ text, bold }: SpokenLine, isName: (label: string) => boolean): Opening | undefined {
  const found = /\d:\d|\d ?min/.test(text.slice(0, REACH)) ? nameWithTime(text) : undefined;
  if (!found) return undefined;
  const { name, time, isApart, hasColon } = found;
  const isBold =
    bold > 0 && (bare(text.slice(0, bold)) === bare(name) || bold >= text.length - found.words.length);
  if (bold > 0 && !isBold && !isApart) return undefined;
  const label = bare(name);
  const isSure = found.words === "" && (isBold || (isApart && mayBeName(label)));
  if (!isSure && !isBold && !isName(label)) return undefined;
  const { text: words, endMs } = withoutTimes(found.words);
  const form = hasColon ? "marked" : "time";
  return { label, words, isSure, form, startMs: time.startMs, endMs: time.endMs ?? endMs };
}

/**
 * Names whose times follow one another, if most do: `Rendez-vous 14:30` stands between them out of
 * its time. Of a second recording, whose times start again, the same names are names.
 */
function inOrder(
  found: readonly (Opening | undefined)[],
  isClear: (opening: Opening, index: number) => boolean,
): (Opening | undefined)[] {
  const names = found.flatMap((each) => each ?? []);
  const kept = new Set<Opening>();
  let latest = 0;
  for (const [index, name] of names.entries()) {
    const { startMs } = name;
    if (startMs === null || startMs < latest || startMs > (names[index + 1]?.startMs ?? Infinity)) continue;
    kept.add(name);
    latest = startMs;
  }
  const heard = new Set([...kept].map(({ label }) => label));
  const isEnough = kept.size >= 2 && names.filter(({ label }) => heard.has(label)).length * 2 >= names.length;
  return found.map((each, index) =>
    each && ((isEnough && heard.has(each.label)) || isClear(each, index)) ? each : undefined,
  );
}

/** `[00:01:02] Marie` above words, `00:01:02` above `Marie`, `00:01:02 From Marie to Everyone: words`. */
function nameAfterTime({ text, bold, startMs, endMs }: Said, isFollowed: boolean): Opening | undefined {
  const [whole = "", from] = chat.exec(text.slice(0, REACH * 2)) ?? [];
  const said = { ...alone, startMs, endMs };
  if (from !== undefined) return { ...said, label: from, words: text.slice(whole.length) };
  const isWhole = bold === 0 || bold >= text.length;
  const isAlone = text !== "" && text.length <= NAME && !/\t|[:!?…,]$|\P{Lu}\.$/u.test(text);
  return isAlone && isWhole && isFollowed ? { ...said, label: text } : undefined;
}

/** A name in bold letters or before a tab. */
function setApart({ text, bold, startMs, endMs }: Said, isFollowed: boolean): Opening | undefined {
  const said = { isSure: false, startMs, endMs } as const;
  const lead = text.slice(0, bold);
  const words = text.slice(bold);
  if (lead !== "" && lead.length <= NAME && words.trim() !== "") {
    const label = bare(lead);
    const form = lead.trimEnd().endsWith(":") || /^\s*:/.test(words) ? "marked" : "bold";
    if (!/[:!?…]/.test(label)) return { ...said, label, form, words: words.replace(/^[\s:–—-]+/, "") };
  }
  const tab = text.slice(0, NAME + 1).indexOf("\t");
  const after = tab > 0 ? text.slice(tab).trim() : "";
  const before = bare(text.slice(0, Math.max(tab, 0)));
  if (after !== "" && !before.includes(":")) return { ...said, label: before, form: "tab", words: after };
  const isAlone = text !== "" && text.length <= NAME && !/[:!?…,]$/.test(text) && isFollowed;
  return isAlone && bold >= text.length ? { ...said, label: text, form: "alone", words: "" } : undefined;
}

/** In a place where a name stands: a capital, a digit or a sign of a telephone number, and no sentence. */
const mayBeName = (text: string): boolean => /^[\p{Lu}\d+]/u.test(text) && text.split(/\s+/).length <= 6;

/** A name without what parts it from the words. */
export function bare(name: string): string {
  let end = name.length;
  while (end > 0 && /[\]\s:–—-]/.test(name.charAt(end - 1))) end -= 1;
  return name.slice(name.startsWith("[") ? 1 : 0, end);
}
