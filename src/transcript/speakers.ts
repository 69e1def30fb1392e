// Says afterwards who spoke: a voice of a session becomes a participant, or another voice.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { formatTurn, type ParticipantId, type SessionId } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import type { Participant, Session } from "../study/settings.ts";
import { sessionCalled } from "./choose-session.ts";
import { foldLabel, isDiarised } from "./shapes/labels.ts";
import { mergeVoices } from "./merge-voices.ts";
import { diagnose, refuse } from "./messages.ts";
import { personCalled } from "./people.ts";
import { codingsOf, replaceTurns, turnsOf } from "./store.ts";
import { longTurns, summarise, type LongTurn, type SpeakerCount } from "./summary.ts";
import { syncSheets, type SyncOptions } from "./sync-sheets.ts";
import type { Turn } from "./turn.ts";
import { participantCalled } from "./voices-given.ts";
import type { AskVoice } from "./who-speaks.ts";
import { sheetOnDisk, writeSheet } from "./write-sheet.ts";

export interface SpeakersRequest extends SyncOptions {
  /** Asks about each voice that is still nobody, when nothing is given. */
  readonly askVoice?: AskVoice | undefined;
}

export interface Voiced extends SpeakerCount {
  readonly longest: readonly LongTurn[];
}

export interface Speakers {
  readonly session: SessionId;
  readonly speakers: readonly Voiced[];
}

/**
 * Gives voices of a session to participants, or to another voice; with nothing given or
 * answered, only lists them. `given`: folded labels to a participant's id, a label of the
 * session, or a new label of the form that machines give: anything else may be a real name. A
 * participant's id as a label moves all that person's turns. Turns keep their numbers; those that
 * pass from one person to another are said. Refuses to join a pseudonym to another voice.
 */
export async function sayWhoSpoke(
  study: Study,
  named: string,
  given: ReadonlyMap<string, string>,
  request: SpeakersRequest,
): Promise<Speakers & { diagnostics: readonly Diagnostic[] }> {
  const { sessions } = study.settings;
  // A pair typed without its session may hold a real name: it is not shown.
  if (named.includes("="))
    throw refuse("speakers.which-session", { known: sessions.map(({ id }) => id).join(", ") });
  const session = sessionCalled(named, sessions);
  const { diagnostics } = await syncSheets(study, request);
  const turns = await turnsOf(study.ledger.db, session.id);
  if (turns.length === 0) throw refuse("speakers.none", { session: session.id });
  const said = await sayIn(study, session, turns, given, request);
  const now = await turnsOf(study.ledger.db, session.id);
  return { ...said, diagnostics: [...diagnostics, ...sayMoved(session.id, turns, now)] };
}

/** The same, asking or listing only, for every session where a voice is still nobody. */
export async function sayWhoSpokeEverywhere(
  study: Study,
  request: SpeakersRequest,
): Promise<{ sessions: readonly Speakers[]; diagnostics: readonly Diagnostic[] }> {
  const { diagnostics } = await syncSheets(study, request);
  const sessions: Speakers[] = [];
  for (const session of study.settings.sessions) {
    const turns = await turnsOf(study.ledger.db, session.id);
    if (turns.some(({ label, participant }) => label !== null && participant === null))
      sessions.push(await sayIn(study, session, turns, new Map(), request));
  }
  return { sessions, diagnostics };
}

/** How many of the turns that pass from one person to another are named. */
const NAMED = 10;

/** Says which turns pass from one person to another, and how that is undone. */
function sayMoved(session: SessionId, before: readonly Turn[], after: readonly Turn[]): Diagnostic[] {
  const then = new Map(before.map((turn) => [turn.number, turn.participant]));
  const moves = new Map<string, { from: ParticipantId; to: ParticipantId; turns: Turn[] }>();
  for (const turn of after) {
    const [from, to] = [then.get(turn.number) ?? null, turn.participant];
    if (from === null || to === null || from === to) continue;
    const move = moves.get(`${from} ${to}`) ?? { from, to, turns: [] };
    moves.set(`${from} ${to}`, move);
    move.turns.push(turn);
  }
  return [...moves.values()].map(({ from, to, turns }) => {
    const refs = turns.slice(0, NAMED).map(({ number }) => formatTurn({ session, number }));
    const [label, ...others] = new Set(turns.map((turn) => turn.label));
    const isWhole = after.filter((turn) => turn.label === label).length === turns.length;
    const undo = label != null && others.length === 0 && isWhole ? `${label}=${from}` : "";
    const list = turns.length > NAMED ? `${refs.join(", ")}…` : refs.join(", ");
    const params = { session, from, to, count: turns.length, turns: list, undo };
    return diagnose("speakers.turns-moved", "warning", params);
  });
}

async function sayIn(
  study: Study,
  session: Session,
  before: readonly Turn[],
  given: ReadonlyMap<string, string>,
  request: SpeakersRequest,
): Promise<Speakers> {
  const { merged, people } = targetsOf(study, session.id, before, given);
  if (given.size === 0 && request.askVoice) {
    for (const { label, participant } of summarise(before).speakers) {
      if (label === null || participant !== null) continue;
      const longest = longTurns(before.filter((turn) => turn.label === label && turn.participant === null));
      const answer = await request.askVoice({ session, label, longest });
      if (answer !== undefined) people.set(foldLabel(label), answer);
    }
  }
  const after = [...people].reduce<readonly Turn[]>(
    (turns, [label, participant]) => assign(turns, label, participant, session.id),
    mergeVoices(before, merged),
  );
  if (after.some((turn, index) => turn !== before[index]))
    await study.ledger.write(async (change) => {
      const codings = await codingsOf(change.db, session.id);
      await replaceTurns(change, session.id, after, codings);
      change.record("speakers.said", "turn", session.id);
      // The rows were written again: the journal answers for them as they are now.
      if (codings.length > 0) change.record("speakers.said", "coding", session.id);
      await writeSheet(change, study, session.id, { turns: after, codings }, sheetOnDisk(study, session.id));
    });
  return {
    session: session.id,
    speakers: summarise(after).speakers.map((speaker) => ({
      ...speaker,
      longest: longTurns(
        after.filter(
          ({ label, participant }) => label === speaker.label && participant === speaker.participant,
        ),
      ),
    })),
  };
}

interface Targets {
  /** Folded labels to the labels that take their place. */
  readonly merged: ReadonlyMap<string, string>;
  readonly people: Map<string, ParticipantId>;
}

function targetsOf(
  { settings }: Study,
  session: SessionId,
  turns: readonly Turn[],
  given: ReadonlyMap<string, string>,
): Targets {
  const labels = new Map(turns.flatMap(({ label }) => (label === null ? [] : [[foldLabel(label), label]])));
  const merged = new Map<string, string>();
  const people = new Map<string, ParticipantId>();
  for (const [label, target] of given) {
    const isPerson = settings.participants.some(({ id }) => id === target.toUpperCase());
    const voice = labels.get(foldLabel(target)) ?? (isDiarised(target) ? target : undefined);
    if (isPerson || voice === undefined) people.set(label, participantCalled(target, settings.participants));
    else if (!labels.has(label)) throw refuseLabel(session, turns);
    else {
      const person = personCalled(label, settings.participants);
      if (person && person.id !== personCalled(voice, settings.participants)?.id)
        throw refuseJoining(session, person, voice, settings.participants);
      merged.set(label, voice);
    }
  }
  return { merged, people };
}

/** What the study calls someone is no voice to join to another: it would be nobody's name afterwards. */
function refuseJoining(
  session: SessionId,
  { pseudonym }: Participant,
  voice: string,
  people: readonly Participant[],
): Error {
  const other = personCalled(voice, people);
  const pair = other ? `${pseudonym}=${other.id}` : `${voice}=${pseudonym}`;
  return refuse("speakers.known-person", { session, pseudonym, pair });
}

/** Turns of a label that are still nobody's; when there are none, all of the label's. */
function assign(
  turns: readonly Turn[],
  label: string,
  participant: ParticipantId,
  session: SessionId,
): readonly Turn[] {
  const isNamed = (turn: Turn): boolean =>
    (turn.label !== null && foldLabel(turn.label) === label) ||
    (turn.participant !== null && foldLabel(turn.participant) === label);
  const named = turns.filter(isNamed);
  if (named.length === 0) throw refuseLabel(session, turns);
  const isAnyUnsaid = named.some((turn) => turn.participant === null);
  return turns.map((turn) =>
    isNamed(turn) && turn.participant !== participant && (!isAnyUnsaid || turn.participant === null)
      ? { ...turn, participant }
      : turn,
  );
}

function refuseLabel(session: SessionId, turns: readonly Turn[]): Error {
  const known = new Set(turns.flatMap((turn) => turn.label ?? turn.participant ?? []));
  return refuse("speakers.unknown-label", { session, known: [...known].join(", ") });
}
