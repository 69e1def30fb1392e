// The transcript room's questions to the ledger, and what it writes there.
import type { Insertable, Kysely } from "kysely";
import { formatTurn } from "../kernel/ids.ts";
import type { ParticipantId, SessionId, ThemeId, TurnRef } from "../kernel/ids.ts";
import type { Change } from "../ledger/ledger.ts";
import type { Row, Tables } from "../ledger/schema.ts";
import type { ByHand } from "./by-hand.ts";
import { codedWords, type Coding } from "./coding.ts";
import type { Turn } from "./turn.ts";

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
        .$narrowType<{ participant: ParticipantId | null }>()
        .execute();
      for (const { number, participant, words } of rows)
        found.set(formatTurn({ session, number }), { participant, words });
    }
  }
  return found;
}

/** The turns of a session, in order of speech. */
export async function turnsOf(db: Kysely<Tables>, session: SessionId): Promise<Turn[]> {
  const rows = await db
    .selectFrom("turn")
    .selectAll()
    .where("session", "=", session)
    .orderBy("position")
    .$narrowType<{ participant: ParticipantId | null }>()
    .execute();
  return rows.map(({ number, position, participant, label, start_ms: startMs, end_ms: endMs, words }) => {
    return { number, position, participant, label, startMs, endMs, words };
  });
}

/** The codings of a session, in the order of turn numbers. */
export async function codingsOf(db: Kysely<Tables>, session: SessionId): Promise<Coding[]> {
  return db
    .selectFrom("coding")
    .select(["turn", "theme", "start", "end"])
    .where("session", "=", session)
    .orderBy("turn")
    .orderBy("id")
    .$narrowType<{ theme: ThemeId }>()
    .execute();
}

/** The highest number any turn of the session ever had; 0 when there was none. */
export async function highestNumber(db: Kysely<Tables>, session: SessionId): Promise<number> {
  const numbers = await db
    .selectFrom("turn")
    .select("number")
    .where("session", "=", session)
    .union(db.selectFrom("former_turn").select("number").where("session", "=", session))
    .orderBy("number", "desc")
    .limit(1)
    .execute();
  return Math.max(0, ...numbers.map(({ number }) => number));
}

export async function transcriptOf(
  db: Kysely<Tables>,
  session: SessionId,
): Promise<Row<"transcript"> | undefined> {
  return db.selectFrom("transcript").selectAll().where("session", "=", session).executeTakeFirst();
}

/** The sessions read from a file with this SHA-256. */
export async function sessionsReadFrom(db: Kysely<Tables>, sha256: string): Promise<string[]> {
  const rows = await db.selectFrom("transcript").select("session").where("sha256", "=", sha256).execute();
  return rows.map(({ session }) => session);
}

/** Each sheet's session and SHA-256, as the program last wrote it. */
export async function sheets(db: Kysely<Tables>): Promise<Row<"sheet">[]> {
  return db.selectFrom("sheet").selectAll().orderBy("session").execute();
}

/** The sessions whose words had a day after which they must go, and went: their turns say nothing any more. */
export async function purgedSessions(db: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("turn")
    .select("session")
    .distinct()
    .where((build) => build.exists(build.selectFrom("purge").select("id").where("what", "=", "transcripts")))
    .where("session", "not in", (build) => build.selectFrom("sheet").select("session"))
    .execute();
  return new Set(rows.map(({ session }) => session));
}

export async function saveTranscript(
  change: Change,
  session: SessionId,
  source: Omit<Row<"transcript">, "session">,
): Promise<void> {
  await change.db
    .insertInto("transcript")
    .values({ session, ...source })
    .onConflict((clash) => clash.column("session").doUpdateSet(source))
    .execute();
}

export async function saveSheet(change: Change, session: SessionId, sha256: string): Promise<void> {
  await change.db
    .insertInto("sheet")
    .values({ session, sha256 })
    .onConflict((clash) => clash.column("session").doUpdateSet({ sha256 }))
    .execute();
}

/** Puts these turns and codings in the place of all that the session had. */
export async function replaceTurns(
  change: Change,
  session: SessionId,
  turns: readonly Turn[],
  codings: readonly Coding[],
): Promise<void> {
  await change.db.deleteFrom("coding").where("session", "=", session).execute();
  await change.db.deleteFrom("turn").where("session", "=", session).execute();
  await change.insert(
    "turn",
    turns.map(({ startMs, endMs, ...turn }) => ({ session, ...turn, start_ms: startMs, end_ms: endMs })),
  );
  await change.insert("coding", codingRows(session, turns, codings));
}

/** Puts these codings in the place of all that the session had. */
export async function replaceCodings(
  change: Change,
  session: SessionId,
  turns: readonly Turn[],
  codings: readonly Coding[],
): Promise<void> {
  await change.db.deleteFrom("coding").where("session", "=", session).execute();
  await change.insert("coding", codingRows(session, turns, codings));
}

function codingRows(
  session: SessionId,
  turns: readonly Turn[],
  codings: readonly Coding[],
): Insertable<Tables["coding"]>[] {
  const words = new Map(turns.map((turn) => [turn.number, turn.words]));
  return codings.map((coding) => ({
    session,
    turn: coding.turn,
    start: coding.start,
    end: coding.end,
    theme: coding.theme,
    words: codedWords(words.get(coding.turn) ?? "", coding),
  }));
}

export interface FormerWords {
  readonly number: number;
  readonly words: string;
}

/**
 * What people did in the sheet. A turn that they added had no words at first; words that a
 * person corrected were replaced after `imported` (ISO UTC), when the last file came.
 */
export async function doneByHand(db: Kysely<Tables>, session: SessionId, imported: string): Promise<ByHand> {
  const rows = await db
    .selectFrom("former_turn")
    .select(["number", "words", "until"])
    .where("session", "=", session)
    .orderBy("id")
    .execute();
  const first = new Map<number, string>();
  const corrected = new Map<number, string>();
  for (const { number, words, until } of rows) {
    if (!first.has(number)) first.set(number, words);
    if (until > imported && !corrected.has(number)) corrected.set(number, words);
  }
  const added = [...first].filter(([, words]) => words === "").map(([number]) => number);
  return { added: new Set(added), corrected };
}

/** Keeps words that a correction replaced; none for a turn that a person added. */
export async function keepFormerWords(
  change: Change,
  session: SessionId,
  former: readonly FormerWords[],
  until: string,
): Promise<void> {
  await change.insert(
    "former_turn",
    former.map(({ number, words }) => ({ session, number, words, until })),
  );
}

export interface LostCoding {
  readonly turn: number;
  readonly theme: string;
  readonly words: string;
}

/** Keeps codings whose words are no longer there. */
export async function keepLostCodings(
  change: Change,
  session: SessionId,
  lost: readonly LostCoding[],
  at: string,
): Promise<void> {
  await change.insert(
    "lost_coding",
    lost.map(({ turn, theme, words }) => ({ session, turn, theme, words, at })),
  );
}

/** Puts other words in the place of those that a session's turns and lost codings had before. */
export async function rewriteFormer(
  change: Change,
  session: SessionId,
  rewrite: (words: string) => string,
): Promise<void> {
  for (const table of ["former_turn", "lost_coding"] as const) {
    const rows = await change.db
      .selectFrom(table)
      .select(["id", "words"])
      .where("session", "=", session)
      .execute();
    const rewritten = rows
      .map(({ id, words }) => ({ id, words, now: rewrite(words) }))
      .filter(({ words, now }) => now !== words);
    for (const { id, now } of rewritten)
      await change.db.updateTable(table).set({ words: now }).where("id", "=", id).execute();
    if (rewritten.length > 0) change.record("names.replaced", table, session);
  }
}
