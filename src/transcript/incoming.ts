// A transcript's file on its way in: read, compared with what its session has, its voices named.
import { resolve } from "node:path";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { readBytes } from "../kernel/files.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import type { SessionId } from "../kernel/ids.ts";
import type { Row } from "../ledger/schema.ts";
import type { Study } from "../study/open.ts";
import type { Session } from "../study/settings.ts";
import type { NameReplacer } from "../vault/replace/name-replacer.ts";
import type { ImportRequest } from "./import.ts";
import { diagnose, refuse } from "./messages.ts";
import { otherFile } from "./not-a-transcript.ts";
import { namesOf, type NamedVoice } from "./people.ts";
import type { Transcript } from "./read-transcript.ts";
import { replaceInTitles } from "./replace-names.ts";
import { transcriptOf, turnsOf } from "./store.ts";
import { longTurns, summarise, type LongTurn, type Summary } from "./summary.ts";
import type { Turn } from "./turn.ts";
import { voicesOf } from "./who-speaks.ts";

/** A file and the session it is the transcript of. */
export interface Source {
  /** As the person named it. */
  readonly file: string;
  readonly session: Session;
}

export interface Existing {
  readonly row: Row<"transcript">;
  readonly turns: readonly Turn[];
}

/** A file of which everything is known but who its voices are. */
export interface Incoming extends Source {
  readonly source: Pick<Row<"transcript">, "sha256" | "bytes">;
  /** What the session has; undefined when it has no transcript. */
  readonly existing: Existing | undefined;
  readonly transcript: Transcript;
  readonly voices: ReadonlyMap<string, NamedVoice>;
}

export interface Imported extends Summary {
  readonly session: SessionId;
  readonly file: string;
  readonly format: string;
  readonly outcome: "imported" | "replaced" | "unchanged";
  /** Of the names that the vault holds: how many were replaced, in how many turns. */
  readonly replaced: { readonly names: number; readonly turns: number };
  /** Names of nobody known that a neutral label replaced: to be shown once, and kept nowhere. */
  readonly renamed: readonly { readonly name: string; readonly label: string }[];
  /** Voices that are nobody yet, each with its longest turns. */
  readonly unknown: readonly UnknownVoice[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface UnknownVoice {
  readonly label: string;
  readonly longest: readonly LongTurn[];
}

/** More themes than any codebook has: a file that names more was not made by a person. */
const MOST_THEMES = 500;

/**
 * Reads a file, or finds that its session has it already. Refuses one that is no transcript, and
 * another one than the session has unless it is being replaced.
 */
export async function readIncoming(
  study: Study,
  { file, session }: Source,
  request: ImportRequest,
): Promise<Incoming | Imported> {
  const { db } = study.ledger;
  const people = study.settings.participants;
  const bytes = readBytes(resolve(request.cwd, file), undefined, file);
  const source = { sha256: sha256(bytes), bytes: bytes.length };
  const row = await transcriptOf(db, session.id);
  const existing = row && { row, turns: await turnsOf(db, session.id) };
  const isSame = existing?.row.sha256 === source.sha256;
  if (existing && isSame && !isToldMore(request) && !request.isReplacing)
    return {
      session: session.id,
      file,
      format: existing.row.format,
      outcome: "unchanged",
      ...summarise(existing.turns),
      replaced: { names: 0, turns: 0 },
      renamed: [],
      unknown: unknownVoices(existing.turns),
      diagnostics: [diagnose("import.unchanged", "info", { session: session.id }, { file })],
    };
  if (existing && !isSame && !request.isReplacing)
    throw refuse("import.already", { session: session.id, turns: existing.turns.length });
  const other = otherFile(bytes);
  if (other !== undefined) throw refuse(other === "pdf" ? "import.pdf" : "import.recording", { file });
  const known = new Set([...request.speakers.keys(), ...namesOf(people)]);
  const setting = { file, isWritten: session.capture !== "recording", language: study.settings.language };
  // The readers of all formats are loaded here: no other command needs them.
  const { readTranscript } = await import("./read-transcript.ts");
  const read = (isKnown: IsKnown): Transcript => readTranscript(bytes, { ...setting, isKnown }, request);
  const { transcript, names } = await readMeanwhile(read, known, request.names);
  const count = new Set(transcript.codings?.map(({ theme }) => theme)).size;
  if (count > MOST_THEMES) throw refuse("import.too-many-themes", { file, count, most: MOST_THEMES });
  const voices = voicesOf(transcript, request.speakers, session, people, (label) =>
    names.participantCalled(label),
  );
  const said = [...voices.values()].flatMap(({ isInterviewer, participant }) =>
    isInterviewer && participant !== null
      ? [diagnose("import.interviewer", "info", { participant }, { file })]
      : [],
  );
  const diagnostics = [...transcript.diagnostics, ...said];
  const codings = await replaceInTitles(names, session.id, transcript);
  const nameless = { ...transcript, ...(codings && { codings }), diagnostics };
  return { file, session, source, existing, transcript: nameless, voices };
}

type IsKnown = (label: string) => boolean;

/**
 * Reads a file without waiting for the vault, as if it named nobody; and once more when it names someone whom
 * the reader asked about.
 */
async function readMeanwhile(
  read: (isKnown: IsKnown) => Transcript,
  known: ReadonlySet<string>,
  opening: Promise<NameReplacer>,
): Promise<{ transcript: Transcript; names: NameReplacer }> {
  const unknown = new Set<string>();
  const first = attempt(() => read((label) => known.has(label) || (unknown.add(label), false)));
  const names = await opening;
  names.prepareSave();
  const isNamed = (label: string): boolean => names.isNamed(label);
  if (![...unknown].some(isNamed)) return { transcript: first(), names };
  return { transcript: read((label) => known.has(label) || isNamed(label)), names };
}

/** What the work gives, or its refusal, when it is asked for. */
function attempt<T>(work: () => T): () => T {
  try {
    const done = work();
    return () => done;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** True when the request says of its files what they do not say themselves. */
export function isToldMore({ format, encoding, speakers, unwrap }: ImportRequest): boolean {
  return (format ?? encoding) !== undefined || speakers.size > 0 || unwrap;
}

/** Voices of a session that are nobody yet, in order of first speech. */
export function unknownVoices(turns: readonly Turn[]): UnknownVoice[] {
  const byLabel = new Map<string, Turn[]>();
  for (const turn of turns) {
    if (turn.label === null || turn.participant !== null) continue;
    const known = byLabel.get(turn.label);
    if (known) known.push(turn);
    else byLabel.set(turn.label, [turn]);
  }
  return [...byLabel].map(([label, said]) => ({ label, longest: longTurns(said) }));
}
