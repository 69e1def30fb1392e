// The copy room's queries: editions frozen, copies made.
import type { Kysely, Transaction } from "kysely";
import type { Row, Tables } from "../ledger/schema.ts";

export async function freezeEdition(
  db: Transaction<Tables>,
  edition: string,
  frozen: Pick<Row<"edition">, "sent" | "content" | "answer_by">,
): Promise<void> {
  await db.updateTable("edition").set(frozen).where("id", "=", edition).execute();
}

/** The day that the letters of an edition ask to answer by; null for none. */
export async function answerByOf(db: Kysely<Tables>, edition: string): Promise<string | null> {
  const row = await db.selectFrom("edition").select("answer_by").where("id", "=", edition).executeTakeFirst();
  return row?.answer_by ?? null;
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

/** The editions of the other groups, as they were frozen. */
export async function frozenOfOthers(
  db: Kysely<Tables>,
  group: string,
): Promise<{ id: string; content: string }[]> {
  const rows = await db.selectFrom("edition").select(["id", "content"]).where("grp", "<>", group).execute();
  return rows.flatMap(({ id, content }) => (content === null ? [] : [{ id, content }]));
}

/** Keeps that a copy was made, the first time it was sent. */
export async function keepCopy(db: Transaction<Tables>, row: Row<"copy">): Promise<void> {
  await db
    .insertInto("copy")
    .values(row)
    .onConflict((clash) =>
      clash.columns(["id", "format"]).doUpdateSet({ sha256: row.sha256, letter: row.letter }),
    )
    .execute();
}
