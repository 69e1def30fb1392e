// Speech comes in: a transcript's file becomes a session's turns and its readable sheet.
import { resolve } from "node:path";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { readBytes } from "../kernel/files.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import { formatTurn, type ParticipantId, type SessionId } from "../kernel/ids.ts";
import type { Change } from "../ledger/ledger.ts";
import type { Row } from "../ledger/schema.ts";
import type { Study } from "../study/open.ts";
import type { Participant, Session } from "../study/settings.ts";
import { chooseSession } from "./choose-session.ts";
import type { Coding } from "./coding.ts";
import type { Encoding } from "./decode.ts";
import { differences } from "./differences.ts";
import { foldLabel } from "./labels.ts";
import { diagnose, refuse } from "./messages.ts";
import { nameVoices, personCalled, type NamedVoice } from "./people.ts";
import { readTranscript, type Transcript } from "./read-transcript.ts";
import { realign } from "./realign.ts";
import { codingsOf, highestNumber, sessionsReadFrom, transcriptOf, turnsOf } from "./store.ts";
import { keepFormerWords, keepLostCodings, replaceTurns, saveTranscript } from "./store.ts";
import { longestTurns, summarise, type Summary } from "./summary.ts";
import { syncSheets } from "./sync-sheets.ts";
import { joinCues, type Turn } from "./turn.ts";
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
  /** Asks who a voice is; absent when nobody can be asked. */
  readonly askVoice?: AskVoice | undefined;
}

export type AskVoice = (question: {
  readonly session: Session;
  /** As the file has it: for the person's eyes alone. */
  readonly label: string;
  readonly longest: readonly string[];
}) => Promise<ParticipantId | undefined>;

export interface Imported extends Summary {
  readonly session: SessionId;
  readonly format: string;
  readonly outcome: "imported" | "replaced" | "unchanged";
  /** Names of the file that a neutral label replaced: to be shown once, and kept nowhere. */
  readonly renamed: readonly { readonly name: string; readonly label: string }[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Incoming {
  readonly imported: Imported;
  /** Undefined when there is nothing to write. */
  readonly store?: (change: Change) => Promise<void>;
  readonly voices: readonly NamedVoice[];
}

/**
 * Imports each file into its session, all or none. Refuses a session that already has another
 * transcript unless `isReplacing`; a file already imported there changes nothing.
 */
export async function importTranscripts(study: Study, request: ImportRequest): Promise<Imported[]> {
  const sources = sourcesOf(study, request);
  const synced = request.isReplacing ? (await syncSheets(study, request)).diagnostics : [];
  const incoming: Incoming[] = [];
  for (const { file, session } of sources) incoming.push(await prepare(study, file, session, request));
  refuseUnknownLabels(incoming, request.speakers);
  const stores = incoming.flatMap(({ store }) => store ?? []);
  if (stores.length > 0)
    await study.ledger.write(async (change) => {
      for (const store of stores) await store(change);
    });
  return incoming.map(({ imported }, index) =>
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

async function prepare(
  study: Study,
  file: string,
  session: Session,
  request: ImportRequest,
): Promise<Incoming> {
  const { db } = study.ledger;
  const people = study.settings.participants;
  const bytes = readBytes(resolve(request.cwd, file));
  const sha = sha256(bytes);
  const existing = await transcriptOf(db, session.id);
  const earlier = existing ? await turnsOf(db, session.id) : [];
  const isReadAnew = request.format !== undefined || request.encoding !== undefined;
  if (existing?.sha256 === sha && !(request.isReplacing && isReadAnew))
    return unchanged(file, session.id, existing, earlier);
  if (existing && !request.isReplacing)
    throw refuse("import.already", { session: session.id, turns: earlier.length });
  const transcript = readTranscript(
    bytes,
    {
      file,
      isWritten: session.capture !== "recording",
      isKnown: (label) => request.speakers.has(label) || personCalled(label, people) !== undefined,
    },
    request,
  );
  const voices = nameVoices(
    transcript.cues.flatMap(({ label }) => label ?? []),
    request.speakers,
    people,
  );
  if (request.askVoice && !existing) await askAbout(transcript, voices, session, request.askVoice);
  const author = soleAuthor(session, people, transcript);
  const turns = joinCues(transcript.cues, (label) => voiceOf(voices, label), transcript.format.joining).map(
    (turn) => ({ ...turn, participant: turn.participant ?? author }),
  );
  const codings = existing ? await codingsOf(db, session.id) : [];
  const truth = existing
    ? realign({ before: earlier, after: turns, codings, highest: await highestNumber(db, session.id) })
    : { turns, codings, lost: [] };
  const row = {
    session: session.id,
    sha256: sha,
    format: transcript.format.name,
    bytes: bytes.length,
    imported: request.at,
  };
  const elsewhere = (await sessionsReadFrom(db, sha)).filter((each) => each !== session.id);
  const { former } = differences({ turns: earlier, codings }, truth);
  return {
    imported: {
      session: session.id,
      format: transcript.format.name,
      outcome: existing ? "replaced" : "imported",
      ...summarise(truth.turns),
      renamed: [...voices.values()].flatMap(({ raw, label, isRenamed }) =>
        isRenamed ? [{ name: raw, label }] : [],
      ),
      diagnostics: [
        ...transcript.diagnostics,
        ...elsewhere.map((other) =>
          diagnose("import.same-elsewhere", "warning", { session: session.id, other }, { file }),
        ),
        ...truth.lost.map(({ turn, theme, words }) =>
          diagnose(
            "coding.lost",
            "warning",
            { turn: formatTurn({ session: session.id, number: turn }), theme, words },
            { file },
          ),
        ),
      ],
    },
    voices: [...voices.values()],
    store: (change) => store(change, study, { row, ...truth, former, isReplacing: existing !== undefined }),
  };
}

function unchanged(
  file: string,
  session: SessionId,
  { format }: Row<"transcript">,
  turns: readonly Turn[],
): Incoming {
  return {
    imported: {
      session,
      format,
      outcome: "unchanged",
      ...summarise(turns),
      renamed: [],
      diagnostics: [diagnose("import.unchanged", "info", { session }, { file })],
    },
    voices: [],
  };
}

async function askAbout(
  { cues, format }: Transcript,
  voices: Map<string, NamedVoice>,
  session: Session,
  ask: AskVoice,
): Promise<void> {
  const turns = joinCues(cues, (label) => ({ participant: null, label: foldLabel(label) }), format.joining);
  for (const [folded, voice] of voices) {
    if (voice.participant !== null) continue;
    const longest = longestTurns(turns.filter(({ label }) => label === folded));
    const participant = await ask({ session, label: voice.raw, longest });
    if (participant !== undefined) voices.set(folded, { ...voice, participant });
  }
}

function voiceOf(
  voices: ReadonlyMap<string, NamedVoice>,
  label: string,
): { participant: ParticipantId | null; label: string | null } {
  const { participant = null, label: neutral = null } = voices.get(foldLabel(label)) ?? {};
  return { participant, label: neutral };
}

/** Notes and texts of a session where one participant was present are that person's words. */
function soleAuthor(
  { capture, present }: Session,
  people: readonly Participant[],
  { format }: Transcript,
): ParticipantId | null {
  if (capture === "recording" || format.name !== "notes") return null;
  const authors = people.filter(({ id, role }) => role === "participant" && present.includes(id));
  return authors.length === 1 ? (authors[0]?.id ?? null) : null;
}

function refuseUnknownLabels(
  incoming: readonly Incoming[],
  speakers: ReadonlyMap<string, ParticipantId>,
): void {
  if (incoming.every(({ store }) => store === undefined)) return;
  const voices = incoming.flatMap((each) => each.voices);
  const known = new Set(voices.flatMap(({ raw, label }) => [foldLabel(raw), foldLabel(label)]));
  if ([...speakers.keys()].some((label) => !known.has(label)))
    throw refuse("import.unknown-label", { known: voices.map(({ label }) => label).join(", ") });
}

async function store(
  change: Change,
  study: Study,
  {
    row,
    turns,
    codings,
    lost,
    former,
    isReplacing,
  }: {
    row: Row<"transcript"> & { session: SessionId };
    turns: readonly Turn[];
    codings: readonly Coding[];
    lost: Parameters<typeof keepLostCodings>[2];
    former: Parameters<typeof keepFormerWords>[2];
    isReplacing: boolean;
  },
): Promise<void> {
  const { session, imported: at } = row;
  const kind = isReplacing ? "transcript.replaced" : "transcript.imported";
  await saveTranscript(change, row);
  await replaceTurns(change, session, turns, codings);
  change.record(kind, "transcript", session);
  change.record(kind, "turn", session);
  if (isReplacing) {
    await keepFormerWords(change, session, former, at);
    await keepLostCodings(change, session, lost, at);
    for (const fact of ["coding", "former_turn", "lost_coding"] as const) change.record(kind, fact, session);
  }
  await writeSheet(
    change,
    study,
    session,
    { turns, codings },
    isReplacing ? sheetOnDisk(study, session) : undefined,
  );
}
