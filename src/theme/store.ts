// The theme room's questions to the ledger.
import { sql, type Kysely } from "kysely";
import type { SessionId } from "../kernel/ids.ts";
import type { Tables } from "../ledger/schema.ts";

/** The codings of these sessions with the turn each is in, by order of speech within each session. */
export async function codedWords(db: Kysely<Tables>, sessions: readonly SessionId[]) {
  if (sessions.length === 0) return [];
  return db
    .selectFrom("coding")
    .innerJoin("turn", (join) =>
      join.onRef("turn.session", "=", "coding.session").onRef("turn.number", "=", "coding.turn"),
    )
    .select(["coding.session", "coding.turn", "coding.theme", "coding.start", "coding.end"])
    .select(["turn.participant", "turn.words"])
    .where("coding.session", "in", [...sessions])
    .orderBy("turn.position")
    .orderBy(sql`coalesce(coding.start, -1)`)
    .orderBy("coding.theme")
    .execute();
}
