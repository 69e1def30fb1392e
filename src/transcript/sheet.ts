// The readable sheet, sessions/s01/transcript.md: numbered turns, codings in place, made to be
// corrected and coded in any text editor (docs/formats.md).
import type { Diagnostic } from "../kernel/diagnostic.ts";
import type { SessionId } from "../kernel/ids.ts";
import type { Participant } from "../study/settings.ts";
import type { Coding, Mark } from "./coding.ts";
import { readMarks, writeMarks } from "./marks.ts";
import { diagnose, type TranscriptMessages } from "./messages.ts";
import { formatClock, parseClock } from "./times.ts";
import type { Turn } from "./turn.ts";
import { withoutControls } from "./words.ts";

export interface Sheet {
  readonly session: SessionId;
  readonly date: string;
  /** In order of speech. */
  readonly turns: readonly Turn[];
  readonly codings: readonly Coding[];
  readonly people: readonly Participant[];
}

/** The sheet's text. What it writes, `parseSheet` reads back exactly. */
export function renderSheet({ session, date, turns, codings, people }: Sheet): string {
  const byTurn = new Map<number, Coding[]>();
  for (const coding of codings) byTurn.set(coding.turn, [...(byTurn.get(coding.turn) ?? []), coding]);
  const blocks = turns.map((turn) => renderTurn(turn, byTurn.get(turn.number) ?? [], people));
  return [`---\nsession: ${session}\ndate: ${date}\n---`, ...blocks].join("\n\n") + "\n";
}

function renderTurn(turn: Turn, codings: readonly Coding[], people: readonly Participant[]): string {
  const speaker = formatSpeaker(turn, people);
  let text = `### ${String(turn.number)}`;
  if (speaker !== undefined) text += ` · ${speaker}`;
  if (turn.startMs !== null) text += ` · ${formatClock(turn.startMs)}`;
  if (turn.words !== "") text += `\n\n${writeMarks(turn.words, codings.flatMap(asMark))}`;
  const tags = codings.filter(({ start }) => start === null).map(({ theme }) => `#${theme}`);
  return tags.length === 0 ? text : `${text}\n\n${tags.sort().join(" ")}`;
}

function asMark({ theme, start, end }: Coding): Mark[] {
  return start === null || end === null ? [] : [{ theme, start, end }];
}

/** `P01 Nadia`, or the neutral label; undefined when nobody knows. */
export function formatSpeaker(
  { participant, label }: Pick<Turn, "participant" | "label">,
  people: readonly Participant[],
): string | undefined {
  if (participant === null) return label ?? undefined;
  const pseudonym = people.find(({ id }) => id === participant)?.pseudonym ?? "";
  return `${participant} ${pseudonym.replace(/\s*[·\n]\s*/g, " ")}`.trim();
}

export interface SheetTurn {
  /** null for a turn that a person added, `### + · P02`. */
  readonly number: number | null;
  /** Line of the heading, from 1. */
  readonly line: number;
  readonly speaker: string | null;
  readonly seconds: number | null;
  readonly words: string;
  readonly codings: readonly SheetCoding[];
}

export interface SheetCoding {
  readonly theme: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly line: number;
}

export interface SheetReading {
  readonly session: string | undefined;
  readonly turns: readonly SheetTurn[];
  /** Errors in the sheet's form; what it says is checked by check-sheet.ts. */
  readonly diagnostics: readonly Diagnostic[];
}

type SheetCode = keyof TranscriptMessages &
  (
    | "sheet.no-session"
    | "sheet.words-outside"
    | "sheet.bad-heading"
    | "sheet.bad-tags"
    | "sheet.mark-open"
    | "sheet.mark-without-theme"
    | "sheet.mark-alone"
  );

const headingLine = /^### *(\d{1,9}|\+) *(?:· *(.*))?$/;
const tagsLine = /^#[\p{L}\p{N}_-]+(?:[\s,;]+#[\p{L}\p{N}_-]+)*$/u;

/** Reads a sheet as a person left it. `file` names it in the diagnostics. Never throws. */
export function parseSheet(text: string, file: string): SheetReading {
  const lines = withoutControls(text).split("\n");
  const diagnostics: Diagnostic[] = [];
  const say = (code: SheetCode, line: number): void => {
    diagnostics.push(diagnose(code, "error", {}, { file, line }));
  };
  const { session, end } = readFront(lines);
  if (session === undefined) say("sheet.no-session", 1);
  const starts: number[] = [];
  for (let at = end; at < lines.length; at += 1) {
    if (/^#{1,6} /.test(lines[at] ?? "") || headingLine.test(lines[at] ?? "")) starts.push(at);
  }
  const before = lines.slice(end, starts[0]).findIndex((line) => line.trim() !== "");
  if (before !== -1) say("sheet.words-outside", end + before + 1);
  const turns = starts.flatMap((start, index) => {
    const turn = readTurn(lines.slice(start, starts[index + 1]), start + 1, say);
    return turn ? [turn] : [];
  });
  return { session, turns, diagnostics };
}

function readFront(lines: readonly string[]): { session: string | undefined; end: number } {
  const close = lines[0]?.trim() === "---" ? lines.indexOf("---", 1) : -1;
  if (close === -1) return { session: undefined, end: 0 };
  const found = lines.slice(1, close).map((line) => /^session: *["']?([\w-]+)["']? *$/.exec(line)?.[1]);
  return { session: found.find((each) => each !== undefined), end: close + 1 };
}

function readTurn(
  lines: readonly string[],
  line: number,
  say: (code: SheetCode, line: number) => void,
): SheetTurn | undefined {
  const heading = headingLine.exec(lines[0]?.trim() ?? "");
  const [, number, rest = ""] = heading ?? [];
  const parts = rest.split("·").map((part) => part.trim());
  const last = parseClock(parts.at(-1) ?? "");
  const speakers = (last === undefined ? parts : parts.slice(0, -1)).filter(Boolean);
  if (!heading || speakers.length > 1) {
    say("sheet.bad-heading", line);
    return undefined;
  }
  const codings: SheetCoding[] = [];
  const body = lines.slice(1).map((text, index) => {
    const trimmed = text.trim();
    if (!trimmed.startsWith("#")) return text;
    if (!tagsLine.test(trimmed)) say("sheet.bad-tags", line + 1 + index);
    else
      for (const tag of trimmed.split(/[\s,;]+/))
        codings.push({ theme: tag.slice(1), start: null, end: null, line: line + 1 + index });
    return "";
  });
  const source = body.join("\n");
  const { words, marks, problems } = readMarks(source);
  const lineAt = (at: number): number => line + source.slice(0, at).split("\n").length;
  for (const { code, at } of problems) say(code, lineAt(at));
  return {
    number: number === "+" ? null : Number(number),
    line,
    speaker: speakers[0] ?? null,
    seconds: last ?? null,
    words,
    codings: [...codings, ...marks.map(({ at, ...mark }) => ({ ...mark, line: lineAt(at) }))],
  };
}
