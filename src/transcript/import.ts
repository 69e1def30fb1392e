// Speech comes in: a transcript's file becomes a session's turns and its readable sheet.
import { resolve } from "node:path";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { readBytes } from "../kernel/files.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import { formatTurn, type ParticipantId, type SessionId } from "../kernel/ids.ts";
import type { Change } from "../ledger/ledger.ts";
import type { Row } from "../ledger/schema.ts";
import type { Study } from "../study/open.ts";
import type { Session } from "../study/settings.ts";
import { sayByHand, sayKept } from "./by-hand.ts";
import { chooseSession } from "./choose-session.ts";
import type { Encoding } from "./decode.ts";
import { differences } from "./differences.ts";
import { foldLabel } from "./labels.ts";
import { diagnose, refuse } from "./messages.ts";
import { namesOf, type NamedVoice } from "./people.ts";
import { readTranscript, type Transcript } from "./read-transcript.ts";
import { realign } from "./realign.ts";
import {
  codingsOf,
  doneByHand,
  highestNumber,
  saveTranscript,
  sessionsReadFrom,
  transcriptOf,
  turnsOf,
} from "./store.ts";
import { longestTurns, summarise, type Summary } from "./summary.ts";
import { syncSheets } from "./sync-sheets.ts";
import type { Turn } from "./turn.ts";
import { askAbout, turnsFrom, voicesOf, type AskVoice } from "./who-speaks.ts";
import { writeSession, type SessionChange } from "./write-session.ts";
import { sheetOnDisk, writeSheet } from "./write-sheet.ts";

export interface ImportRequest {
  /** As the person named them, from `cwd`. */
  readonly files: readonly string[];
  readonly cwd: string;
  /** Undefined: told from each file's name. */
  readonly session: string | undefined;
  readonly format: string | undefined;
  readonly encoding: Encoding | undefined;
  /** Folded labels to participants. */
  readonly speakers: ReadonlyMap<string, ParticipantId>;
  readonly isReplacing: boolean;
  /** ISO UTC time of the command. */
  readonly at: string;
  /** The ids of the codebook's themes. */
  readonly themes: () => Iterable<string>;
  /** Undefined when nobody can be asked. */
  readonly askVoice: AskVoice | undefined;
}

export interface Imported extends Summary {
  readonly session: SessionId;
  readonly format: string;
  readonly outcome: "imported" | "replaced" | "unchanged";
  /** Names of the file that a neutral label replaced: to be shown once, and kept nowhere. */
  readonly renamed: readonly { readonly name: string; readonly label: string }[];
  /** Voices that are nobody yet, each with the words of its longest turn. */
  readonly unknown: readonly { readonly label: string; readonly longest: string }[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Existing {
  readonly row: Row<"transcript">;
  readonly turns: readonly Turn[];
}

/** A file of which everything is known but who its voices are. */
interface Incoming {
  readonly file: string;
  readonly session: Session;
  readonly source: Pick<Row<"transcript">, "sha256" | "bytes">;
  /** What the session has; undefined when it has no transcript. */
  readonly existing: Existing | undefined;
  readonly transcript: Transcript;
  readonly voices: ReadonlyMap<string, NamedVoice>;
}

interface Planned {
  readonly imported: Imported;
  /** Undefined when there is nothing to write. */
  readonly write?: (change: Change) => Promise<void>;
}

/**
 * Imports each file into its session, all or none. Refuses a session that already has another
 * transcript unless `isReplacing`. A file already imported there changes nothing, unless more
 * is said of it (who speaks, its format or encoding): it is then read anew.
 */
export async function importTranscripts(study: Study, request: ImportRequest): Promise<Imported[]> {
  const sources = sourcesOf(study, request);
  const synced = (await isOverSheet(study, sources, request))
    ? (await syncSheets(study, request)).diagnostics
    : [];
  const read: (Incoming | Imported)[] = [];
  for (const { file, session } of sources) read.push(await readFile(study, file, session, request));
  const incoming = read.filter((each) => "voices" in each);
  if (incoming.length > 0) refuseUnknownLabels(incoming, request.speakers);
  const planned: Planned[] = [];
  for (const each of read)
    planned.push("voices" in each ? await plan(study, each, request) : { imported: each });
  if (incoming.length > 0)
    await study.ledger.write(async (change) => {
      for (const { write } of planned) await write?.(change);
    });
  return planned.map(({ imported }, index) =>
    index === 0 ? { ...imported, diagnostics: [...synced, ...imported.diagnostics] } : imported,
  );
}

function sourcesOf({ settings }: Study, request: ImportRequest): { file: string; session: Session }[] {
  if (request.session !== undefined && request.files.length > 1) throw refuse("import.one-session", {});
  const seen = new Set<SessionId>();
  return request.files.map((file) => {
    const session = chooseSession(file, request.session, settings.sessions);
    if (seen.has(session.id)) throw refuse("import.session-twice", { session: session.id });
    seen.add(session.id);
    return { file, session };
  });
}

/** True when a sheet is about to be made anew: what people wrote in it is read first. */
async function isOverSheet(
  { ledger }: Study,
  sources: readonly { session: Session }[],
  request: ImportRequest,
): Promise<boolean> {
  if (request.isReplacing) return true;
  if (!isToldMore(request)) return false;
  for (const { session } of sources) if (await transcriptOf(ledger.db, session.id)) return true;
  return false;
}

/** True when the request says of its files what they do not say themselves. */
function isToldMore({ format, encoding, speakers }: ImportRequest): boolean {
  return (format ?? encoding) !== undefined || speakers.size > 0;
}

async function readFile(
  study: Study,
  file: string,
  session: Session,
  request: ImportRequest,
): Promise<Incoming | Imported> {
  const { db } = study.ledger;
  const people = study.settings.participants;
  const bytes = readBytes(resolve(request.cwd, file));
  const source = { sha256: sha256(bytes), bytes: bytes.length };
  const row = await transcriptOf(db, session.id);
  const existing = row && { row, turns: await turnsOf(db, session.id) };
  const isSame = existing?.row.sha256 === source.sha256;
  if (existing && isSame && !isToldMore(request))
    return {
      session: session.id,
      format: existing.row.format,
      outcome: "unchanged",
      ...summarise(existing.turns),
      renamed: [],
      unknown: [],
      diagnostics: [diagnose("import.unchanged", "info", { session: session.id }, { file })],
    };
  if (existing && !isSame && !request.isReplacing)
    throw refuse("import.already", { session: session.id, turns: existing.turns.length });
  const known = new Set([...request.speakers.keys(), ...namesOf(people)]);
  const isKnown = (label: string): boolean => known.has(label);
  const isWritten = session.capture !== "recording";
  const setting = { file, isWritten, isKnown, language: study.settings.language };
  const transcript = readTranscript(bytes, setting, request);
  const voices = voicesOf(transcript, request.speakers, people);
  return { file, session, source, existing, transcript, voices };
}

function refuseUnknownLabels(
  incoming: readonly Incoming[],
  speakers: ReadonlyMap<string, ParticipantId>,
): void {
  const voices = incoming.flatMap((each) => [...each.voices.values()]);
  const known = new Set(voices.flatMap(({ raw, label }) => [foldLabel(raw), foldLabel(label)]));
  if ([...speakers.keys()].some((label) => !known.has(label)))
    throw refuse("import.unknown-label", { known: voices.map(({ label }) => label).join(", ") });
}

async function plan(study: Study, incoming: Incoming, request: ImportRequest): Promise<Planned> {
  const { file, session, source, existing, transcript } = incoming;
  const { db } = study.ledger;
  const isAsking = request.askVoice !== undefined && existing === undefined;
  const voices = isAsking
    ? await askAbout(transcript, incoming.voices, session, request.askVoice)
    : incoming.voices;
  const turns = turnsFrom(transcript, voices, session, study.settings.participants);
  const now = existing
    ? await replaceTranscript(study, session.id, existing, turns, file)
    : { turns, codings: [], former: [], lost: [], said: [], isNew: true };
  const format = transcript.format.name;
  const isNew = now.isNew || existing?.row.sha256 !== source.sha256 || existing.row.format !== format;
  const elsewhere = (await sessionsReadFrom(db, source.sha256)).filter((each) => each !== session.id);
  const imported: Imported = {
    session: session.id,
    format,
    outcome: !existing ? "imported" : isNew ? "replaced" : "unchanged",
    ...summarise(now.turns),
    renamed: [...voices.values()]
      .filter(({ isRenamed }) => isRenamed)
      .map(({ raw, label }) => ({ name: raw, label })),
    unknown: unknownVoices(now.turns),
    diagnostics: [
      ...transcript.diagnostics,
      ...elsewhere.map((other) =>
        diagnose("import.same-elsewhere", "warning", { session: session.id, other }, { file }),
      ),
      ...now.lost.map(({ turn, theme, words }) => {
        const ref = formatTurn({ session: session.id, number: turn });
        return diagnose("coding.lost", "warning", { turn: ref, theme, words }, { file });
      }),
      ...now.said,
    ],
  };
  if (!isNew) return { imported };
  return {
    imported,
    write: async (change) => {
      const kind = existing ? "transcript.replaced" : "transcript.imported";
      await saveTranscript(change, session.id, { ...source, format, imported: request.at });
      change.record(kind, "transcript", session.id);
      await writeSession(change, session.id, now, kind, request.at);
      const before = existing ? sheetOnDisk(study, session.id) : undefined;
      await writeSheet(change, study, session.id, now, before);
    },
  };
}

function unknownVoices(turns: readonly Turn[]): Imported["unknown"] {
  const byLabel = new Map<string, Turn[]>();
  for (const turn of turns) {
    if (turn.label === null || turn.participant !== null) continue;
    const known = byLabel.get(turn.label);
    if (known) known.push(turn);
    else byLabel.set(turn.label, [turn]);
  }
  return [...byLabel].map(([label, said]) => ({ label, longest: longestTurns(said, 1).join() }));
}

interface Replaced extends SessionChange {
  /** What people have to know of their work in the sheet. */
  readonly said: readonly Diagnostic[];
  /** False when turns and codings are what they were. */
  readonly isNew: boolean;
}

async function replaceTranscript(
  study: Study,
  session: SessionId,
  { row, turns: before }: Existing,
  after: readonly Turn[],
  file: string,
): Promise<Replaced> {
  const { db } = study.ledger;
  const codings = await codingsOf(db, session);
  const byHand = await doneByHand(db, session, row.imported);
  const highest = await highestNumber(db, session);
  const { stayed, ...now } = realign({ before, after, codings, highest, added: byHand.added });
  const { former, isAny } = differences({ turns: before, codings }, now);
  const said = [
    ...sayByHand(byHand, { session, file, before, after: now.turns }),
    ...sayKept(stayed, session, file),
  ];
  return { ...now, former, said, isNew: isAny };
}
