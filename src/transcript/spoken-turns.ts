// From lines that may say who speaks to cues.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { diagnose } from "./messages.ts";
import type { Hints, Reading } from "./reading.ts";
import type { Opened } from "./spoken-forms.ts";
import type { SpokenLine, Times } from "./spoken-lines.ts";
import { namedIn } from "./spoken-numbers.ts";
import type { Piece } from "./spoken-pieces.ts";
import { timeAtStart } from "./spoken-times.ts";
import type { Cue } from "./turn.ts";
import { inParagraphs } from "./words.ts";
import { TimeKeeper } from "./written-times.ts";

/** What Otter says of itself, under what people say. */
const ofOtter = /^Transcribed by https:\/\/otter\.ai\/?$/;

/** What Teams says of itself, among what people say. */
const ofTeams =
  /^.{1,80} (?:a (?:commencé|démarré|arrêté) la transcription|(?:started|stopped) transcription)\.?$/i;

/** How many doubtful lines are named one by one. */
const NAMED = 20;

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
  const turns = new Turns(names.count > 0);
  const doubtful: Piece[] = [];
  for (const piece of pieces) {
    const opened = names.read(piece);
    if (opened) turns.open(opened, piece);
    else turns.goOn(piece);
    if (!opened && names.isDoubtful(piece)) doubtful.push(piece);
  }
  const [first] = turns.all;
  const isBefore = first?.label === null && turns.all.some(({ label }) => label !== null);
  const { cues, diagnostics } = cuesOf(turns.all, file);
  return {
    cues,
    diagnostics: [
      ...(notices > 0 ? [diagnose("import.notices-left", "info", { count: notices }, { file })] : []),
      ...(numbers > 0 ? [diagnose("import.numbers-left", "info", { count: numbers }, { file })] : []),
      ...(isBefore ? [diagnose("import.before-speakers", "warning", {}, placeOf(first.line, file))] : []),
      ...sayDoubtful(doubtful, file),
      ...diagnostics,
    ],
  };
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

/** Line by line; once, in a file without lines. */
function sayDoubtful(pieces: readonly Piece[], file: string): Diagnostic[] {
  const told = pieces[0]?.line.number === undefined ? pieces.slice(0, 1) : pieces.slice(0, NAMED);
  return told.map(({ line }) => diagnose("import.label-once", "warning", {}, placeOf(line, file)));
}

interface SpokenTurn {
  readonly label: string | null;
  startMs: number | null;
  endMs: number | null;
  text: string;
  readonly line: SpokenLine;
}

/** The turns of a file as its lines come. */
class Turns {
  readonly all: SpokenTurn[] = [];
  readonly #hasSpeakers: boolean;
  /** The time of a line that has no words is of what follows. */
  #waiting: Times | undefined;

  constructor(hasSpeakers: boolean) {
    this.#hasSpeakers = hasSpeakers;
  }

  open({ label, words, startMs, endMs }: Opened, { line }: Piece): void {
    const said = words.trimStart();
    const found = startMs === null ? timeAtStart(said) : undefined;
    const inside = found?.isBare === false ? found : undefined;
    const times = { startMs: inside?.time.startMs ?? startMs, endMs: inside?.time.endMs ?? endMs };
    this.#add(label, said.slice(inside?.length ?? 0), times, line);
  }

  goOn({ text, line, startMs, endMs }: Piece): void {
    const last = this.all.at(-1);
    const isTimed = startMs !== null || this.#waiting !== undefined;
    const isNew = (isTimed && last?.text !== "") || (!this.#hasSpeakers && line.startsParagraph);
    if (text === "" && startMs !== null) this.#waiting = { startMs, endMs };
    // Words that no name parts from those before them are of the same person.
    else if (!last || isNew) this.#add(last?.label ?? null, text, { startMs, endMs }, line);
    else {
      last.text += `${line.startsParagraph ? "\n\n" : "\n"}${text}`;
      last.startMs ??= startMs ?? this.#waiting?.startMs ?? null;
      last.endMs = endMs ?? last.endMs;
      this.#waiting = undefined;
    }
  }

  #add(label: string | null, text: string, { startMs, endMs }: Times, line: SpokenLine): void {
    const waited = this.#waiting;
    this.#waiting = undefined;
    this.all.push({
      label,
      startMs: startMs ?? waited?.startMs ?? null,
      endMs: endMs ?? waited?.endMs ?? null,
      text,
      line,
    });
  }
}
