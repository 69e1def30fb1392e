// What a sheet says that the ledger does not: corrected words, speakers, codings, added turns.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { asThemeId, asParticipantId, type SessionId } from "../kernel/ids.ts";
import { nearest } from "../study/nearest.ts";
import type { Participant } from "../study/settings.ts";
import { canonicalCodings, type Coding } from "./coding.ts";
import { foldLabel } from "./shapes/labels.ts";
import { diagnose } from "./messages.ts";
import { personCalled } from "./people.ts";
import { formatSpeaker, type SheetReading, type SheetTurn } from "./sheet.ts";
import type { Turn, Voice } from "./turn.ts";

export interface Known {
  readonly session: SessionId;
  readonly file: string;
  /** In order of speech. */
  readonly turns: readonly Turn[];
  /** The highest number any turn of the session ever had. */
  readonly highest: number;
  readonly people: readonly Participant[];
  readonly themes: ReadonlySet<string>;
}

export interface SheetTruth {
  readonly turns: readonly Turn[];
  readonly codings: readonly Coding[];
}

/**
 * The turns and codings as the sheet has them, its marks being the truth, or every reason
 * why it cannot be followed.
 */
export function checkSheet(reading: SheetReading, known: Known): SheetTruth & { diagnostics: Diagnostic[] } {
  const diagnostics = [...reading.diagnostics];
  const { file } = known;
  if (reading.session !== undefined && reading.session !== known.session)
    diagnostics.push(diagnose("sheet.wrong-session", "error", { session: known.session }, { file, line: 1 }));
  const before = new Map(known.turns.map((turn) => [turn.number, turn]));
  diagnostics.push(...numberProblems(reading, known, before), ...themeProblems(reading, known));
  const labels = new Map(known.turns.map(({ label }) => [foldLabel(label ?? ""), label]));
  const turns: Turn[] = [];
  const codings: Coding[] = [];
  let highest = known.highest;
  for (const sheetTurn of reading.turns) {
    const number = sheetTurn.number ?? (highest += 1);
    const earlier = before.get(number);
    const voice = voiceOf(sheetTurn, earlier, known.people, labels);
    if (!voice)
      diagnostics.push(
        diagnose(
          "sheet.unknown-speaker",
          "error",
          { known: known.people.map(({ id }) => id).join(", ") },
          { file, line: sheetTurn.line },
        ),
      );
    turns.push({
      number,
      position: turns.length + 1,
      ...(voice ?? { participant: null, label: null }),
      ...timesOf(sheetTurn, earlier),
      words: sheetTurn.words,
    });
    codings.push(...codingsOf(sheetTurn, number));
  }
  return { turns, codings, diagnostics };
}

function codingsOf({ words, codings }: SheetTurn, turn: number): Coding[] {
  if (words === "") return [];
  const read = codings.flatMap(({ theme, start, end }) => {
    const id = asThemeId(theme);
    return id === undefined ? [] : [{ turn, theme: id, start, end }];
  });
  return canonicalCodings(words, read);
}

function numberProblems(
  { turns }: SheetReading,
  known: Known,
  before: ReadonlyMap<number, Turn>,
): Diagnostic[] {
  const { file } = known;
  const found: Diagnostic[] = [];
  const lines = new Map<number, number>();
  for (const { number, line } of turns) {
    if (number === null) continue;
    const first = lines.get(number);
    if (first !== undefined)
      found.push(diagnose("sheet.number-twice", "error", { number, first }, { file, line }));
    else if (!before.has(number))
      found.push(diagnose("sheet.unknown-turn", "error", { number }, { file, line }));
    lines.set(number, first ?? line);
  }
  return [...found, ...missingTurns(known, lines)];
}

/** One diagnostic for each run of turns that the sheet no longer has. */
function missingTurns({ turns, file }: Known, lines: ReadonlyMap<number, number>): Diagnostic[] {
  const found: Diagnostic[] = [];
  let run: number[] = [];
  let line = 1;
  const close = (): void => {
    const [first] = run;
    const last = run.at(-1);
    if (first !== undefined && last !== undefined)
      found.push(
        diagnose("sheet.turns-missing", "error", { first, last, count: run.length }, { file, line }),
      );
    run = [];
  };
  for (const { number } of turns) {
    const at = lines.get(number);
    if (at === undefined) run.push(number);
    else {
      close();
      line = at;
    }
  }
  close();
  return found;
}

function themeProblems({ turns }: SheetReading, { themes, file }: Known): Diagnostic[] {
  return turns
    .flatMap(({ codings }) => codings)
    .filter(({ theme }) => !themes.has(theme))
    .map(({ theme, line }) =>
      diagnose(
        "sheet.unknown-theme",
        "error",
        { theme, nearest: nearest(theme, [...themes]) },
        { file, line },
      ),
    );
}

/** Who the heading says speaks; undefined when it is nobody known: it may be a real name. */
function voiceOf(
  { speaker }: SheetTurn,
  earlier: Turn | undefined,
  people: readonly Participant[],
  labels: ReadonlyMap<string, string | null>,
): Voice | undefined {
  if (speaker === null) return { participant: null, label: null };
  const folded = foldLabel(speaker);
  const asWritten = earlier && formatSpeaker(earlier, people);
  if (earlier && asWritten !== undefined && foldLabel(asWritten) === folded)
    return { participant: earlier.participant, label: earlier.label };
  const label = earlier?.label ?? null;
  const id = asParticipantId(speaker.split(/\s/)[0] ?? "");
  const person = people.find((each) => each.id === id) ?? personCalled(speaker, people);
  if (person) return { participant: person.id, label };
  const known = labels.get(folded);
  return known === undefined ? undefined : { participant: null, label: known };
}

/** The heading's time counts when it says another second than the ledger. */
function timesOf({ seconds }: SheetTurn, earlier: Turn | undefined): Pick<Turn, "startMs" | "endMs"> {
  const startMs = earlier?.startMs ?? null;
  const endMs = earlier?.endMs ?? null;
  if (seconds === null || (startMs !== null && Math.floor(startMs / 1000) === seconds))
    return { startMs, endMs };
  const moved = seconds * 1000;
  return { startMs: moved, endMs: endMs !== null && endMs >= moved ? endMs : null };
}
