// From lines that may say who speaks to cues.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { foldLabel, type Unread } from "./labels.ts";
import { diagnose } from "../messages.ts";
import type { Hints, Reading } from "../reading.ts";
import { Problems } from "./problems.ts";
import type { Names, Opened } from "./spoken-forms.ts";
import type { SpokenLine, Times } from "./spoken-lines.ts";
import { namedIn } from "./spoken-numbers.ts";
import type { Piece } from "./spoken-pieces.ts";
import { giveTimes, isEmpty, silentIn, type SpokenTurn } from "./spoken-silences.ts";
import { timeAtStart } from "./spoken-times.ts";
import type { Cue } from "../turn.ts";
import { UnreadLabels } from "./unread-labels.ts";
import { inParagraphs } from "../words.ts";
import { TimeKeeper } from "./written-times.ts";

/** What Otter says of itself, under what people say. */
const ofOtter = /^Transcribed by https:\/\/otter\.ai\/?$/;

/** What Teams says of itself, among what people say. */
const ofTeams =
  /^.{1,80} (?:a (?:commencé|démarré|arrêté) la transcription|(?:started|stopped) transcription)\.?$/i;

/**
 * The cues of lines. A paragraph that starts with nobody's name goes on with the one before, as
 * another turn when it has a time of its own. Where nobody is named, each paragraph is a turn.
 */
export function readSpoken(lines: readonly SpokenLine[], hints: Hints): Reading {
  const { file, isKnown } = hints;
  const { pieces: all, names, numbers } = namedIn(lines, isKnown);
  const isTimed = all.some(({ opening }) => opening?.isSure === true);
  const pieces = all.filter(({ text }) => !ofOtter.test(text) && !(isTimed && ofTeams.test(text)));
  const notices = all.length - pieces.length;
  const first = heardIn(pieces, names, new Set());
  const silent = silentIn(first.turns, isKnown);
  const { turns, unread } = silent.size > 0 ? heardIn(pieces, names, silent) : first;
  const [opening] = turns;
  const isBefore = opening?.label === null && turns.some(({ label }) => label !== null);
  const { cues, diagnostics } = cuesOf(turns, file);
  return {
    cues,
    diagnostics: [
      ...(notices > 0 ? [diagnose("import.notices-left", "info", { count: notices }, { file })] : []),
      ...(numbers > 0 ? [diagnose("import.numbers-left", "info", { count: numbers }, { file })] : []),
      ...(isBefore ? [diagnose("import.before-speakers", "warning", {}, placeOf(opening.line, file))] : []),
      ...sayUnread(unread, file),
      ...sayEmpty(turns, file),
      ...diagnostics,
    ],
  };
}

interface Heard {
  readonly turns: readonly SpokenTurn[];
  readonly unread: readonly { readonly label: Unread; readonly line: SpokenLine }[];
}

/** `silent`: labels, folded, that no words ever follow: they are words. */
function heardIn(pieces: readonly Piece[], names: Names, silent: ReadonlySet<string>): Heard {
  const turns = new Turns(names.count > 0);
  const unread: { label: Unread; line: SpokenLine }[] = [];
  for (const piece of pieces) {
    const { apart } = piece.line;
    const found = apart === "row" ? undefined : names.read(piece);
    const folded = silent.size > 0 ? foldLabel(found?.label ?? "") : "";
    const opened = silent.has(folded) ? undefined : found;
    if (opened) turns.open(opened, piece);
    else if (apart === "row" || (apart && turns.hasBegun)) turns.standApart(piece);
    else turns.goOn(piece);
    const isNamed = opened !== undefined && opened.label !== null;
    const label =
      found && !opened ? { folded, count: 1 } : isNamed || apart ? undefined : names.unread(piece);
    if (label) unread.push({ label, line: piece.line });
  }
  giveTimes(turns.all);
  return { turns: turns.all, unread };
}

function cuesOf(turns: readonly SpokenTurn[], file: string): Reading {
  const times = new TimeKeeper();
  let until: number | null = null;
  const cues = turns.flatMap(({ label, startMs, endMs, text, line }): Cue[] => {
    const words = inParagraphs(text);
    if (words === "") return [];
    // Where a file only says when a paragraph ends, the next starts there.
    const span = times.settle(startMs ?? (endMs === null ? null : until), endMs, () => placeOf(line, file));
    until = span.endMs;
    return [{ label, ...span, words }];
  });
  return { cues, diagnostics: times.diagnostics };
}

const placeOf = ({ number }: SpokenLine, file: string): { file: string; line?: number } =>
  number === undefined ? { file } : { file, line: number };

function sayUnread(unread: Heard["unread"], file: string): Diagnostic[] {
  const said = new UnreadLabels();
  for (const { label, line } of unread) said.add(label, placeOf(line, file));
  return said.diagnostics;
}

/** A person is named and says nothing, as when words were left out. */
function sayEmpty(turns: readonly SpokenTurn[], file: string): Diagnostic[] {
  const problems = new Problems();
  for (const { line } of turns.filter(isEmpty))
    problems.say("import.turn-empty", "warning", () => placeOf(line, file));
  return problems.diagnostics;
}

/** The turns of a file as its lines come. */
class Turns {
  readonly all: SpokenTurn[] = [];
  readonly #hasSpeakers: boolean;
  /** The time of a line that has no words is of what follows. */
  #waiting: Times | undefined;
  /** Who spoke before what nobody says, null for nobody; undefined but just after it. */
  #afterTitle: string | null | undefined;
  /** True once somebody was named. */
  hasBegun = false;

  constructor(hasSpeakers: boolean) {
    this.#hasSpeakers = hasSpeakers;
  }

  open({ label, words, startMs, endMs }: Opened, { line, opening }: Piece): void {
    const said = words.trimStart();
    const found = startMs === null ? timeAtStart(said) : undefined;
    const inside = found?.isBare === false ? found : undefined;
    const times = { startMs: inside?.time.startMs ?? startMs, endMs: inside?.time.endMs ?? endMs };
    this.#add(label, said.slice(inside?.length ?? 0), times, line, opening?.form === "time");
  }

  /** Whoever spoke before goes on after it. */
  standApart({ line }: Piece): void {
    const { startMs, endMs } = line.times ?? { startMs: null, endMs: null };
    const before = this.#speaker();
    this.#add(null, line.text, { startMs, endMs }, line);
    this.#afterTitle = before;
  }

  goOn({ text, line, startMs, endMs }: Piece): void {
    const last = this.all.at(-1);
    const isAfterTitle = this.#afterTitle !== undefined;
    const isTimed = startMs !== null || this.#waiting !== undefined;
    const isNew =
      isAfterTitle || (isTimed && last?.text !== "") || (!this.#hasSpeakers && line.startsParagraph);
    if (text === "" && startMs !== null) this.#waiting = { startMs, endMs };
    // Words that no name parts from those before them are of the same person.
    else if (!last || isNew) this.#add(this.#speaker(), text, { startMs, endMs }, line);
    else {
      last.text += `${line.startsParagraph ? "\n\n" : "\n"}${text}`;
      last.startMs ??= startMs ?? this.#waiting?.startMs ?? null;
      last.endMs = endMs ?? last.endMs;
      this.#waiting = undefined;
    }
  }

  #speaker(): string | null {
    return this.#afterTitle === undefined ? (this.all.at(-1)?.label ?? null) : this.#afterTitle;
  }

  #add(
    label: string | null,
    text: string,
    { startMs, endMs }: Times,
    line: SpokenLine,
    isTimed = false,
  ): void {
    const waited = this.#waiting;
    this.#waiting = undefined;
    this.#afterTitle = undefined;
    this.hasBegun ||= label !== null;
    this.all.push({
      label,
      startMs: startMs ?? waited?.startMs ?? null,
      endMs: endMs ?? waited?.endMs ?? null,
      text,
      line,
      isTimed,
    });
  }
}
