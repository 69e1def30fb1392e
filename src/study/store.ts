// What the study room asks of the ledger.
import type { Kysely } from "kysely";
import type { Row, Tables } from "../ledger/schema.ts";

/** True when the ledger holds more than a study's creation. */
export async function hasFacts(db: Kysely<Tables>): Promise<boolean> {
  const line = await db
    .selectFrom("journal")
    .select("seq")
    .where("kind", "<>", "study.created")
    .limit(1)
    .execute();
  return line.length > 0;
}

/** The sessions that have a sheet, and the groups that have a document. */
export async function expectedFiles(db: Kysely<Tables>): Promise<{ sessions: string[]; groups: string[] }> {
  const sheets = await db.selectFrom("sheet").select("session").orderBy("session").execute();
  const documents = await db.selectFrom("document").select("grp").orderBy("grp").execute();
  return { sessions: sheets.map((row) => row.session), groups: documents.map((row) => row.grp) };
}

/** Every consent, in the order they were recorded. */
export function consentRows(db: Kysely<Tables>): Promise<Row<"consent">[]> {
  return db.selectFrom("consent").selectAll().orderBy("id").execute();
}
