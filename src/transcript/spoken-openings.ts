// How a line of a document starts when it says who speaks, and when.
import type { DocumentLine, DocumentRow } from "./spoken-lines.ts";
import { nameWithTime, timeAtEnd, timeAtStart, type SpokenTime } from "./spoken-times.ts";

/** What sets a name apart from the words it opens; `marked`: bold letters and a colon. */
export type Form = "bold" | "marked" | "tab" | "time" | "alone";

export interface Opening {
  readonly label: string;
  readonly form: Form;
  /** Nothing but a name stands so: there is no need to see it twice. */
  readonly isSure: boolean;
  /** When it is said, when the name is a speaker's. */
  readonly time?: SpokenTime;
}

/** A line, or a row of a table, as it may be read. */
export interface Piece {
  /** Undefined for one that only `Name : words` could open. */
  readonly opening?: Opening;
  /** What is said when the opening is one. */
  readonly words: string;
  /** What is said when it is none. */
  readonly text: string;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly isParagraph: boolean;
}

const NAME = 60;

/** Two lines or more start with a bare time, and time never goes back: these are no times of the day. */
export function hasBareTimes(lines: readonly (DocumentLine | DocumentRow)[]): boolean {
  const times = lines.flatMap((line) => {
    if ("cells" in line) return [];
    const found = timeAtStart(line.text);
    return found?.isBare === true ? [found.time.startMs] : [];
  });
  return times.length >= 2 && times.every((time, index) => time >= (times[index - 1] ?? 0));
}

/**
 * What a line may be read as; one that holds nothing but a time has no words. `isClocked`: bare
 * times are times of the recording. `next`: the line that follows, "" when there is none.
 */
export function pieceOf(line: DocumentLine, isClocked: boolean, next: string): Piece {
  const { isParagraph } = line;
  const found = timeAtStart(line.text);
  const start = found && (isClocked || !found.isBare) ? found : undefined;
  const rest = line.text.slice(start?.length ?? 0);
  const ending = timeAtEnd(rest);
  const text = ending ? rest.slice(0, rest.length - ending.length) : rest;
  const times = {
    startMs: start?.time.startMs ?? null,
    endMs: start?.time.endMs ?? ending?.endMs ?? null,
  };
  const bold = Math.max(0, line.bold - (start?.length ?? 0));
  const isFollowed = next !== "" && timeAtStart(next) === undefined;
  const opened = openingOf(text, bold, start !== undefined && isFollowed, isFollowed);
  if (!opened) return { words: "", text, ...times, isParagraph };
  const { words, ...opening } = opened;
  return { opening, words, text, ...times, isParagraph };
}

interface Opened extends Opening {
  readonly words: string;
}

function openingOf(text: string, bold: number, isTimed: boolean, isFollowed: boolean): Opened | undefined {
  const timed = nameWithTime(text);
  const isBold =
    timed !== undefined &&
    (bare(text.slice(0, bold)) === timed.name || (bold > 0 && bold >= text.length - timed.words.length));
  if (timed && (bold === 0 || isBold || timed.isApart)) {
    const { name, time, words, isApart } = timed;
    const isSure = words === "" && (isBold || (isApart && mayBeName(name)));
    return { label: bare(name), form: "time", isSure, words, time };
  }
  const lead = text.slice(0, bold);
  const words = text.slice(bold);
  if (lead !== "" && lead.length <= NAME && words.trim() !== "") {
    const label = bare(lead);
    const form = lead.trimEnd().endsWith(":") || /^\s*:/.test(words) ? "marked" : "bold";
    if (!/[:!?…]/.test(label)) return { label, form, isSure: false, words: unmarked(words) };
  }
  const tab = /^([^\t]{1,60})\t\s*(?=\S)/.exec(text);
  if (tab) return { label: bare(tab[1] ?? ""), form: "tab", isSure: false, words: text.slice(tab[0].length) };
  const isAlone = text.length <= NAME && !/[:!?…,]$/.test(text) && isFollowed;
  if (isAlone && (isTimed || bold >= text.length))
    return { label: text, form: isTimed ? "time" : "alone", isSure: false, words: "" };
  return undefined;
}

/** In a place where a name stands: a capital, a digit or a sign of a telephone number, and no sentence. */
const mayBeName = (text: string): boolean => /^[\p{Lu}\d+]/u.test(text) && text.split(/\s+/).length <= 6;

/** A name without what parts it from the words. */
export const bare = (name: string): string => name.replace(/[\s:–—-]+$/, "");
const unmarked = (words: string): string => words.replace(/^[\s:–—-]+/, "");
