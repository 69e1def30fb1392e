// The vault room's questions to the ledger, and what it writes there: ids and counts, never a name.
import { sql, type Kysely } from "kysely";
import type { SessionId, TurnRef } from "../kernel/ids.ts";
import type { Change } from "../ledger/ledger.ts";
import type { Row, Tables } from "../ledger/schema.ts";
import type { Replaced } from "./replace/tally.ts";

/** The id of the vault that holds the study's names: the one adopted last. */
export async function adoptedVault(db: Kysely<Tables>): Promise<string | undefined> {
  // By their order in the table: clocks are set back.
  const row = await db
    .selectFrom("vault")
    .select("id")
    .orderBy(sql`rowid`, "desc")
    .executeTakeFirst();
  return row?.id;
}

export async function recordVault(change: Change, id: string, at: string): Promise<void> {
  await change.db.deleteFrom("vault").where("id", "=", id).execute();
  await change.db.insertInto("vault").values({ id, adopted: at }).execute();
  change.record("vault.adopted", "vault", id);
}

export async function recordReveal(change: Change, { session, number }: TurnRef, at: string): Promise<void> {
  await change.db.insertInto("reveal").values({ session, number, at }).execute();
  change.record("words.revealed", "reveal", session);
}

/** Rows at once. */
const CHUNK = 1_000;

/** Adds to what was put in place of names in a source: a session, or a return by its id. */
export async function logReplaced(
  change: Change,
  source: string,
  replaced: readonly Replaced[],
): Promise<void> {
  for (let from = 0; from < replaced.length; from += CHUNK)
    await change.db
      .insertInto("replaced")
      .values(replaced.slice(from, from + CHUNK).map((row) => ({ source, ...row })))
      .onConflict((clash) =>
        clash
          .columns(["source", "replacement", "kind"])
          .doUpdateSet({ count: sql`replaced.count + excluded.count` }),
      )
      .execute();
  if (replaced.length > 0) change.record("names.replaced", "replaced", source);
}

/** Forgets what was counted of a source that is read anew. */
export async function forgetReplaced(change: Change, source: string): Promise<void> {
  const { numDeletedRows } = await change.db
    .deleteFrom("replaced")
    .where("source", "=", source)
    .executeTakeFirst();
  if (numDeletedRows > 0n) change.record("names.replaced", "replaced", source);
}

/** The anonymisation log: sessions first, then returns. */
export async function replacedLog(db: Kysely<Tables>): Promise<Row<"replaced">[]> {
  return db
    .selectFrom("replaced")
    .selectAll()
    .orderBy("source")
    .orderBy("replacement")
    .orderBy("kind")
    .execute();
}

/** What the ledger has of a turn; undefined when there is no such turn. */
export async function wordsOfTurn(
  db: Kysely<Tables>,
  { session, number }: TurnRef,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("turn")
    .select("words")
    .where("session", "=", session)
    .where("number", "=", number)
    .executeTakeFirst();
  return row?.words;
}

/** The sessions in whose turns a word or a few stand, as they are written and between no letters. */
export async function sessionsSaying(db: Kysely<Tables>, words: string): Promise<SessionId[]> {
  const rows = await db
    .selectFrom("turn")
    .select(["session", "words"])
    .where(sql<boolean>`instr(words, ${words}) > 0`)
    .orderBy("session")
    .$narrowType<{ session: SessionId }>()
    .execute();
  return [...new Set(rows.filter((row) => standsIn(row.words, words)).map(({ session }) => session))];
}

function standsIn(text: string, words: string): boolean {
  const isLetter = (sign: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(sign);
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + words.length))) return true;
  return false;
}
