// The copy room's queries: editions frozen, copies made.
import type { Kysely, Transaction } from "kysely";
import type { Row, Tables } from "../ledger/schema.ts";

export async function freezeEdition(
  db: Transaction<Tables>,
  edition: string,
  content: string,
  at: string,
): Promise<void> {
  await db.updateTable("edition").set({ sent: at, content }).where("id", "=", edition).execute();
}

export function copiesOf(db: Kysely<Tables>, edition: string): Promise<Row<"copy">[]> {
  return db
    .selectFrom("copy")
    .selectAll()
    .where("edition", "=", edition)
    .orderBy("participant")
    .orderBy("format")
    .execute();
}

/** Keeps that a copy was made, the first time it was sent. */
export async function keepCopy(db: Transaction<Tables>, row: Row<"copy">): Promise<void> {
  await db
    .insertInto("copy")
    .values(row)
    .onConflict((clash) => clash.columns(["id", "format"]).doUpdateSet({ sha256: row.sha256 }))
    .execute();
}
