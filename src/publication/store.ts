// The publication room's queries: exports made, and what the ledger says of them.
import type { Kysely, Transaction } from "kysely";
import { numbered } from "../kernel/ids.ts";
import type { Fact } from "../ledger/facts.ts";
import { lastLine } from "../ledger/journal.ts";
import type { Row, Tables } from "../ledger/schema.ts";

type Db = Kysely<Tables>;

export async function nextExport(db: Db): Promise<string> {
  const rows = await db.selectFrom("export").select("id").execute();
  return numbered("x", rows.reduce((last, { id }) => Math.max(last, Number(id.slice(1))), 0) + 1, 3);
}

export async function insertExport(
  db: Transaction<Tables>,
  row: Row<"export">,
  sections: readonly Omit<Row<"exported_section">, "export">[],
): Promise<void> {
  await db.insertInto("export").values(row).execute();
  await db
    .insertInto("exported_section")
    .values(sections.map((section) => ({ ...section, export: row.id })))
    .execute();
}

/** The export whose manifest has this SHA-256. */
export function exportOf(db: Db, manifest: string): Promise<Row<"export"> | undefined> {
  return db.selectFrom("export").selectAll().where("manifest", "=", manifest).executeTakeFirst();
}

export function sectionsOf(db: Db, exportId: string): Promise<Row<"exported_section">[]> {
  return db.selectFrom("exported_section").selectAll().where("export", "=", exportId).execute();
}

/** The validations of exactly these words. */
export function validationsOf(
  db: Db,
  { group, id, fingerprint }: { group: string; id: string; fingerprint: string },
): Promise<Row<"validation">[]> {
  return db
    .selectFrom("validation")
    .selectAll()
    .where("grp", "=", group)
    .where("section", "=", id)
    .where("fingerprint", "=", fingerprint)
    .execute();
}

/** The hash that the journal ends with. */
export async function lastHash(db: Db): Promise<string> {
  return (await lastLine(db))?.hash ?? "";
}

export function lineWithHash(db: Db, hash: string): Promise<Row<"journal"> | undefined> {
  return db.selectFrom("journal").selectAll().where("hash", "=", hash).executeTakeFirst();
}

/** The latest line of the journal about a subject. */
export function lineAbout(db: Db, fact: Fact, subject: string): Promise<Row<"journal"> | undefined> {
  return db
    .selectFrom("journal")
    .selectAll()
    .where("fact", "=", fact)
    .where("subject", "=", subject)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
}
