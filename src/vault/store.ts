// The vault room's questions to the ledger, and what it writes there: ids and counts, never a name.
import { sql, type Kysely } from "kysely";
import type { TurnRef } from "../kernel/ids.ts";
import type { Change } from "../ledger/ledger.ts";
import type { Tables } from "../ledger/schema.ts";

/** The id of the vault that holds the study's names: the one adopted last. */
export async function adoptedVault(db: Kysely<Tables>): Promise<string | undefined> {
  const row = await db
    .selectFrom("vault")
    .select("id")
    .orderBy("adopted", "desc")
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
