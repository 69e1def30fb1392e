// The transcript room's questions to the ledger.
import type { Kysely } from "kysely";
import {
  asParticipantId,
  formatTurn,
  type ParticipantId,
  type SessionId,
  type TurnRef,
} from "../kernel/ids.ts";
import type { Tables } from "../ledger/schema.ts";

export interface TurnWords {
  readonly participant: ParticipantId | null;
  readonly words: string;
}

/** How many turns one question names at most: each engine limits the values of a statement. */
const CHUNK = 500;

/** Who said what in these turns, by `s01.12`; turns that do not exist are not in the map. */
export async function turnsByRef(
  db: Kysely<Tables>,
  refs: Iterable<TurnRef>,
): Promise<Map<string, TurnWords>> {
  const bySession = new Map<SessionId, Set<number>>();
  for (const { session, number } of refs) {
    const numbers = bySession.get(session) ?? new Set();
    bySession.set(session, numbers.add(number));
  }
  const found = new Map<string, TurnWords>();
  for (const [session, wanted] of bySession) {
    const numbers = [...wanted];
    for (let from = 0; from < numbers.length; from += CHUNK) {
      const rows = await db
        .selectFrom("turn")
        .select(["number", "participant", "words"])
        .where("session", "=", session)
        .where("number", "in", numbers.slice(from, from + CHUNK))
        .execute();
      for (const { number, participant, words } of rows)
        found.set(formatTurn({ session, number }), { participant: participantOrNull(participant), words });
    }
  }
  return found;
}

function participantOrNull(text: string | null): ParticipantId | null {
  return text === null ? null : (asParticipantId(text) ?? null);
}
