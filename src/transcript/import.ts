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
  highestNumber,
  saveTranscript,
  sessionsReadFrom,
  transcriptOf,
  turnsOf,
} from "./store.ts";
import { summarise, type Summary } from "./summary.ts";
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
  readonly diagnostics: readonly Diagnostic[];
}

/** A file of which everything is known but who its voices are. */
interface Incoming {
  readonly file: string;
  readonly session: Session;
  readonly source: Pick<Row<"transcript">, "sha256" | "bytes">;
  /** The turns that the session has; undefined when it has no transcript. */
  readonly earlier: readonly Turn[] | undefined;
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
 * transcript unless `isReplacing`; a file already imported there changes nothing.
 */
export async function importTranscripts(study: Study, request: ImportRequest): Promise<Imported[]> {
  const sources = sourcesOf(study, request);
  const synced = request.isReplacing ? (await syncSheets(study, request)).diagnostics : [];
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
  const existing = await transcriptOf(db, session.id);
  const earlier = existing && (await turnsOf(db, session.id));
  const isReadAnew = request.isReplacing && (request.format ?? request.encoding) !== undefined;
  if (existing && earlier && existing.sha256 === source.sha256 && !isReadAnew)
    return {
      session: session.id,
      format: existing.format,
      outcome: "unchanged",
      ...summarise(earlier),
      renamed: [],
      diagnostics: [diagnose("import.unchanged", "info", { session: session.id }, { file })],
    };
  if (earlier && !request.isReplacing)
    throw refuse("import.already", { session: session.id, turns: earlier.length });
  const known = new Set([...request.speakers.keys(), ...namesOf(people)]);
  const isKnown = (label: string): boolean => known.has(label);
  const setting = { file, isWritten: session.capture !== "recording", isKnown };
  const transcript = readTranscript(bytes, setting, request);
  const voices = voicesOf(transcript, request.speakers, people);
  return { file, session, source, earlier, transcript, voices };
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
  const { file, session, source, earlier, transcript } = incoming;
  const { db } = study.ledger;
  const isAsking = request.askVoice !== undefined && earlier === undefined;
  const voices = isAsking
    ? await askAbout(transcript, incoming.voices, session, request.askVoice)
    : incoming.voices;
  const turns = turnsFrom(transcript, voices, session, study.settings.participants);
  const now = earlier
    ? await replaceTranscript(study, session.id, earlier, turns)
    : { turns, codings: [], former: [], lost: [] };
  const format = transcript.format.name;
  const elsewhere = (await sessionsReadFrom(db, source.sha256)).filter((each) => each !== session.id);
  return {
    imported: {
      session: session.id,
      format,
      outcome: earlier ? "replaced" : "imported",
      ...summarise(now.turns),
      renamed: [...voices.values()]
        .filter(({ isRenamed }) => isRenamed)
        .map(({ raw, label }) => ({ name: raw, label })),
      diagnostics: [
        ...transcript.diagnostics,
        ...elsewhere.map((other) =>
          diagnose("import.same-elsewhere", "warning", { session: session.id, other }, { file }),
        ),
        ...now.lost.map(({ turn, theme, words }) => {
          const ref = formatTurn({ session: session.id, number: turn });
          return diagnose("coding.lost", "warning", { turn: ref, theme, words }, { file });
        }),
      ],
    },
    write: async (change) => {
      const kind = earlier ? "transcript.replaced" : "transcript.imported";
      await saveTranscript(change, session.id, { ...source, format, imported: request.at });
      change.record(kind, "transcript", session.id);
      await writeSession(change, session.id, now, kind, request.at);
      const before = earlier ? sheetOnDisk(study, session.id) : undefined;
      await writeSheet(change, study, session.id, now, before);
    },
  };
}

async function replaceTranscript(
  study: Study,
  session: SessionId,
  before: readonly Turn[],
  after: readonly Turn[],
): Promise<SessionChange> {
  const { db } = study.ledger;
  const codings = await codingsOf(db, session);
  const now = realign({ before, after, codings, highest: await highestNumber(db, session) });
  return { ...now, former: differences({ turns: before, codings }, now).former };
}
