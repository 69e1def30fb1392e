// The retour room's queries: documents as last built, editions.
import type { Kysely } from "kysely";
import { numbered, type EditionId, type GroupId } from "../kernel/ids.ts";
import type { Row, Tables } from "../ledger/schema.ts";

type Db = Kysely<Tables>;

export function documentRow(db: Db, group: GroupId): Promise<Row<"document"> | undefined> {
  return db.selectFrom("document").selectAll().where("grp", "=", group).executeTakeFirst();
}

/** Keeps what was last generated and last written for a group. */
export async function keepDocument(db: Db, row: Row<"document">): Promise<void> {
  const { edition, generated, inputs, content, at } = row;
  await db
    .insertInto("document")
    .values(row)
    .onConflict((clash) => clash.column("grp").doUpdateSet({ edition, generated, inputs, content, at }))
    .execute();
}

/** Keeps the document's text as it was last written or read, its generated base untouched. */
export async function keepContent(db: Db, group: GroupId, content: string, at: string): Promise<void> {
  await db.updateTable("document").set({ content, at }).where("grp", "=", group).execute();
}

/** All editions of a group, oldest first. */
export async function editionsOf(db: Db, group: GroupId): Promise<Row<"edition">[]> {
  const rows = await db.selectFrom("edition").selectAll().where("grp", "=", group).execute();
  return rows.sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
}

/** The id after the last edition of the study: editions of all groups share one numbering. */
export async function nextEdition(db: Db): Promise<EditionId> {
  const rows = await db.selectFrom("edition").select("id").execute();
  const last = Math.max(0, ...rows.map(({ id }) => Number(id.slice(1))));
  return numbered("r", last + 1, 2) as EditionId;
}

/** Digests of the latest journal lines of these facts: what has changed since, without reading it. */
export async function latestDigests(
  db: Db,
  facts: readonly string[],
  subjects: readonly string[],
): Promise<string[]> {
  if (subjects.length === 0) return [];
  const rows = await db
    .selectFrom("journal")
    .select(["fact", "subject", "digest", "seq"])
    .where("fact", "in", facts)
    .where("subject", "in", subjects)
    .orderBy("seq")
    .execute();
  const latest = new Map(rows.map((row) => [`${row.fact} ${row.subject}`, row.digest ?? ""]));
  return [...latest].map(([key, digest]) => `${key} ${digest}`).sort();
}
