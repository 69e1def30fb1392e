// What someone takes back: everything, a session, turns, or words; and where that is in the turns.
import { asParticipantId, asSessionId, formatTurn, parseTurns, type ParticipantId } from "../kernel/ids.ts";
import type { SessionId, TurnRef } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { isWithdrawn } from "../wording/speech-marks.ts";
import { refuse } from "./messages.ts";
import { merged, type Range } from "../wording/cut-out.ts";
import { allTurns, type KnownTurn } from "./store.ts";
import { placesOf } from "./words.ts";

/** What is asked, as it was typed; everything when only the person is named. */
export interface Asked {
  readonly person: string;
  readonly session: string | undefined;
  /** `s01.12`, `s01.12-15` */
  readonly turns: readonly string[];
  /** Words of theirs. */
  readonly quotes: readonly string[];
}

export interface WithdrawnTurn {
  readonly turn: TurnRef;
  readonly words: string;
  /** The words that go; undefined when the turn goes whole. */
  readonly ranges: readonly Range[] | undefined;
}

export interface Scope {
  readonly participant: ParticipantId;
  /** `all`, `s01`, `s01.12, s01.14` or `quote`, as the ledger keeps it. */
  readonly name: string;
  readonly isAll: boolean;
  readonly withdrawn: readonly WithdrawnTurn[];
  /** Every turn of the study. */
  readonly turns: readonly KnownTurn[];
}

/** Refuses a person, a session, turns or words that are not there, and turns that are someone else's. */
export async function findScope(study: Study, asked: Asked): Promise<Scope> {
  const participant = personOf(study, asked.person);
  const session = asked.session === undefined ? undefined : sessionOf(study, asked.session);
  const turns = await allTurns(study.ledger.db);
  const theirs = turns.filter(
    (each) => each.participant === participant && (session === undefined || each.turn.session === session),
  );
  const named = asked.turns.length > 0 ? namedTurns(asked.turns, turns, participant) : theirs;
  const chosen = named.filter(({ words }) => !isWithdrawn(words));
  const withdrawn = asked.quotes.length > 0 ? passagesIn(chosen, asked.quotes) : chosen.map(wholeTurn);
  const isAll = session === undefined && asked.turns.length === 0 && asked.quotes.length === 0;
  const name =
    asked.quotes.length > 0 ? "quote" : asked.turns.length > 0 ? namesOf(named) : (session ?? "all");
  return { participant, name, isAll, withdrawn, turns };
}

function personOf({ settings }: Study, given: string): ParticipantId {
  const person = asParticipantId(given);
  if (person !== undefined && settings.participants.some(({ id }) => id === person)) return person;
  throw refuse("removal.unknown-person", {
    person: given,
    known: settings.participants.map(({ id }) => id).join(", "),
  });
}

function sessionOf({ settings }: Study, given: string): SessionId {
  const session = asSessionId(given);
  if (session !== undefined && settings.sessions.some(({ id }) => id === session)) return session;
  throw refuse("removal.unknown-session", {
    session: given,
    known: settings.sessions.map(({ id }) => id).join(", "),
  });
}

function namedTurns(
  given: readonly string[],
  turns: readonly KnownTurn[],
  participant: ParticipantId,
): KnownTurn[] {
  const byRef = new Map(turns.map((each) => [formatTurn(each.turn), each]));
  const asked = given.flatMap((text) => {
    const refs = parseTurns(text);
    if (refs === undefined) throw refuse("removal.unknown-turn", { turn: text });
    return refs.map((ref) => {
      const found = byRef.get(formatTurn(ref));
      if (found === undefined) throw refuse("removal.unknown-turn", { turn: formatTurn(ref) });
      if (found.participant !== participant && !isWithdrawn(found.words))
        throw refuse("removal.not-theirs", { turn: formatTurn(ref), person: participant });
      return found;
    });
  });
  // A turn that is named twice is one turn.
  return [...new Set(asked)];
}

/** In the order of their numbers, however they were named. */
const namesOf = (turns: readonly KnownTurn[]): string =>
  turns
    .map(({ turn }) => turn)
    .sort((a, b) => (a.session === b.session ? a.number - b.number : a.session < b.session ? -1 : 1))
    .map(formatTurn)
    .join(", ");

const wholeTurn = ({ turn, words }: KnownTurn): WithdrawnTurn => ({ turn, words, ranges: undefined });

/** The words themselves are never said again, not even in a refusal. */
function passagesIn(turns: readonly KnownTurn[], quotes: readonly string[]): WithdrawnTurn[] {
  for (const quote of quotes)
    if (!turns.some(({ words }) => placesOf(quote, words).length > 0))
      throw refuse("removal.words-not-found", {});
  return turns.flatMap(({ turn, words }) => {
    const ranges = merged(
      quotes.flatMap((quote) => placesOf(quote, words)),
      words,
    );
    return ranges.length === 0 ? [] : [{ turn, words, ranges }];
  });
}
