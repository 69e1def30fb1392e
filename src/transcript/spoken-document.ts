// From a word-processor document to cues: who speaks, by the many ways people set a name apart.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { shown } from "../kernel/shown.ts";
import type { OfficeDocument } from "../office/document.ts";
import { foldLabel, labelReader, type Labelled } from "./labels.ts";
import { diagnose } from "./messages.ts";
import type { Hints, Reading } from "./reading.ts";
import { acceptedLines, countChanges } from "./spoken-lines.ts";
import type { Form, Piece } from "./spoken-openings.ts";
import { piecesOf, writtenPieces } from "./spoken-rows.ts";
import { timeAtStart } from "./spoken-times.ts";
import type { Cue, Joining } from "./turn.ts";
import { inParagraphs } from "./words.ts";

/**
 * Of documents. Paragraphs stay paragraphs; those of nobody are turns apart, so that a person can
 * say of each who speaks, code it and quote it.
 */
export const documentJoining: Joining = { separator: "\n\n", unlabelled: "apart" };

/**
 * The cues of a document, its changes accepted. A name opens a turn when a colon, bold letters,
 * a tab, a time or a table's column sets it apart, and the rule of labels.ts, or the same form
 * elsewhere in the document, says that it is one; what names nobody goes on with what is before.
 * In a written session nobody is looked for. Comments and notes are no speech: they are said.
 */
export function readSpokenDocument(document: OfficeDocument, hints: Hints): Reading {
  const { file } = hints;
  const lines = acceptedLines(document);
  const { pieces, left } =
    hints.isWritten === true ? { pieces: writtenPieces(lines), left: [] } : piecesOf(lines);
  const isTimed = pieces.some(({ opening }) => opening?.isSure === true);
  const spoken = isTimed ? pieces.filter(({ text }) => !notice.test(text)) : pieces;
  const notices = pieces.length - spoken.length;
  const reading = readPieces(spoken, hints);
  const diagnostics = [
    ...sayOfDocument(document, file),
    ...(notices > 0 ? [diagnose("import.notices-left", "info", { count: notices }, { file })] : []),
    ...reading.diagnostics,
    ...(left.length > 0
      ? [diagnose("import.columns-left", "warning", { columns: named(left) }, { file })]
      : []),
  ];
  return { cues: reading.cues, diagnostics };
}

const named = (columns: readonly string[]): string =>
  columns
    .slice(0, NAMED)
    .map((column) => shown(column).slice(0, 40))
    .join(", ");

/** What Teams says of itself, among what people say. */
const notice =
  /^.{1,80} (?:a (?:commencé|démarré|arrêté) la transcription|(?:started|stopped) transcription)\.?$/i;

function sayOfDocument(document: OfficeDocument, file: string): Diagnostic[] {
  const { blocks, comments, notes, problems, unread = 0 } = document;
  const changes = countChanges(blocks);
  const diagnostics = [...new Set(problems)]
    .slice(0, NAMED)
    .map((line) => diagnose("import.damaged", "warning", {}, line > 0 ? { file, line } : { file }));
  if (unread > 0) diagnostics.push(diagnose("import.unreadable", "error", {}, { file }));
  if (changes > 0)
    diagnostics.push(diagnose("import.changes-accepted", "info", { count: changes }, { file }));
  if (comments.length > 0)
    diagnostics.push(diagnose("import.comments-left", "warning", { count: comments.length }, { file }));
  if (notes.length > 0)
    diagnostics.push(diagnose("import.notes-left", "warning", { count: notes.length }, { file }));
  return diagnostics;
}

/** How many damaged places are named one by one. */
const NAMED = 20;

function readPieces(pieces: readonly Piece[], { file, isKnown, isWritten }: Hints): Reading {
  const speakers = isWritten === true ? nobody : speakersIn(pieces, isKnown);
  const hasSpeakers = pieces.some((piece) => speakers.read(piece) !== undefined);
  const turns = new Turns(hasSpeakers);
  let isDoubtful = false;
  for (const piece of pieces) {
    const labelled = speakers.read(piece);
    if (labelled) turns.open(labelled, piece);
    else {
      isDoubtful ||= speakers.isDoubtful(piece) && (piece.opening?.form !== "alone" || turns.hasSpeaker);
      turns.goOn(piece);
    }
  }
  const { cues } = turns;
  const isBefore = hasSpeakers && cues[0]?.label === null;
  return {
    cues,
    diagnostics: [
      ...(isBefore ? [diagnose("import.before-speakers", "warning", {}, { file })] : []),
      ...(isDoubtful ? [diagnose("import.label-once", "warning", {}, { file })] : []),
    ],
  };
}

interface Speakers {
  readonly read: (piece: Piece) => Labelled | undefined;
  readonly isDoubtful: (piece: Piece) => boolean;
}

const nobody: Speakers = { read: () => undefined, isDoubtful: () => false };

/** How many names of one form make that form a name's. */
const ENOUGH = 2;

/**
 * Every form is read as `Name : words`, so that one rule says who speaks; a name seen once is one
 * all the same when others stand in the same form.
 */
function speakersIn(pieces: readonly Piece[], isKnown: Hints["isKnown"]): Speakers {
  const lineOf = ({ opening, words, text }: Piece): string =>
    opening ? `${opening.label} : ${words}` : text;
  const lines = pieces.map(lineOf);
  const named = new Set(
    pieces.flatMap(({ opening }) => (opening?.isSure === true ? foldLabel(opening.label) : [])),
  );
  const isNamed = (label: string): boolean => isKnown(label) || named.has(label);
  const first = labelReader(lines, isNamed);
  const counts = new Map<Form, number>();
  for (const piece of pieces) {
    const { form } = piece.opening ?? {};
    if (form && first.read(lineOf(piece))) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  for (const piece of pieces) {
    const { form = "bold", label = "" } = piece.opening ?? {};
    const isClear = form !== "bold" && form !== "alone" && (counts.get(form) ?? 0) >= ENOUGH;
    if (isClear && first.isDoubtful(lineOf(piece))) named.add(foldLabel(label));
  }
  const labels = labelReader(lines, isNamed);
  return {
    read: (piece) => {
      const { opening, words } = piece;
      return opening?.isSure === true ? { label: opening.label, words } : labels.read(lineOf(piece));
    },
    isDoubtful: (piece) => labels.isDoubtful(lineOf(piece)),
  };
}

interface Times {
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/** The turns of a document as its pieces come. */
class Turns {
  readonly #turns: { label: string | null; startMs: number | null; endMs: number | null; text: string }[] =
    [];
  readonly #hasSpeakers: boolean;
  /** A time that stands alone on its line is of what follows. */
  #waiting: Times | undefined;

  constructor(hasSpeakers: boolean) {
    this.#hasSpeakers = hasSpeakers;
  }

  /** True once somebody has spoken. */
  get hasSpeaker(): boolean {
    return this.#turns.at(-1)?.label != null;
  }

  get cues(): Cue[] {
    return this.#turns
      .map(({ text, ...turn }) => ({ ...turn, words: inParagraphs(text) }))
      .filter(({ words }) => words !== "");
  }

  open({ label, words }: Labelled, piece: Piece): void {
    const said = words.trimStart();
    const start = timeAtStart(said);
    const inside = start && !start.isBare ? start : undefined;
    const { startMs = null, endMs = null } = piece.opening?.time ?? inside?.time ?? {};
    const times = { startMs: piece.startMs ?? startMs, endMs: piece.endMs ?? endMs };
    this.#add(label, said.slice(inside?.length ?? 0), times);
  }

  /** What names nobody is of who spoke before; it has a turn of its own when it has a time, or no one is named. */
  goOn({ text, isParagraph, startMs, endMs }: Piece): void {
    const last = this.#turns.at(-1);
    const isTimed = startMs !== null || this.#waiting !== undefined;
    if (text === "" && startMs !== null) this.#waiting = { startMs, endMs };
    else if (!last || (isTimed && last.text !== "") || (!this.#hasSpeakers && isParagraph))
      this.#add(last?.label ?? null, text, { startMs, endMs });
    else {
      last.text += `${isParagraph ? "\n\n" : "\n"}${text}`;
      last.startMs ??= startMs ?? this.#waiting?.startMs ?? null;
      last.endMs = endMs ?? last.endMs;
      this.#waiting = undefined;
    }
  }

  #add(label: string | null, text: string, { startMs, endMs }: Times): void {
    const { startMs: waited = null, endMs: until = null } = this.#waiting ?? {};
    this.#waiting = undefined;
    this.#turns.push({ label, startMs: startMs ?? waited, endMs: endMs ?? until, text });
  }
}
