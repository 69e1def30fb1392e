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

/** The latest export made into a folder of the study, relative to it. */
export async function lastExportAt(db: Db, path: string): Promise<Row<"export"> | undefined> {
  const rows = await db.selectFrom("export").selectAll().where("path", "=", path).execute();
  return rows.sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1))).at(-1);
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

export interface Written {
  /** Where it is from: a turn, a section, a correction, an edition, by its id. */
  readonly place: string;
  readonly words: string;
  /** True of a document, which its study's and its group's titles head. */
  readonly hasTitle?: boolean;
}

/** Everything the ledger holds that someone said or wrote, the most precise places first. */
export async function everythingWritten(db: Db): Promise<Written[]> {
  const all = await Promise.all([
    db.selectFrom("validation").select(["grp", "section", "content"]).execute(),
    db.selectFrom("minority_note").select(["grp", "section", "content"]).execute(),
    db.selectFrom("correction").select(["id", "before", "after", "comment"]).execute(),
    db.selectFrom("decision").select(["correction", "text", "reason"]).execute(),
    db.selectFrom("loss").select(["return", "words"]).execute(),
    db.selectFrom("document").select(["grp", "generated", "content"]).execute(),
    db.selectFrom("edition").select(["id", "content"]).execute(),
    db.selectFrom("turn").select(["session", "number", "words"]).execute(),
    db.selectFrom("former_turn").select(["session", "number", "words"]).execute(),
  ]);
  const [validations, notes, corrections, decisions, losses, documents, editions, turns, formerTurns] = all;
  const from = (place: string, ...words: (string | null)[]): Written[] =>
    words.flatMap((each) => (each === null || each === "" ? [] : [{ place, words: each }]));
  const whole: typeof from = (...given) => from(...given).map((each) => ({ ...each, hasTitle: true }));
  return [
    ...[...validations, ...notes].flatMap((row) => from(`${row.grp}/${row.section}`, row.content)),
    ...corrections.flatMap((row) => from(row.id, row.before, row.after, row.comment)),
    ...decisions.flatMap((row) => from(row.correction, row.text, row.reason)),
    ...losses.flatMap((row) => from(row.return, row.words)),
    ...documents.flatMap((row) => whole(row.grp, row.content, row.generated)),
    ...editions.flatMap((row) => whole(row.id, row.content)),
    ...[...turns, ...formerTurns].flatMap(({ session, number, words }) =>
      from(`${session}.${String(number)}`, words),
    ),
  ];
}

/** The words that somebody agreed to, of exactly these fingerprints, and the notes beside them. */
export async function agreedWords(
  db: Db,
  sections: readonly { readonly group: string; readonly id: string; readonly fingerprint: string }[],
): Promise<{ contents: string[]; notes: string[] }> {
  const wanted = new Set(sections.map(({ group, id, fingerprint }) => `${group}/${id} ${fingerprint}`));
  const isWanted = (row: { grp: string; section: string; fingerprint: string }): boolean =>
    wanted.has(`${row.grp}/${row.section} ${row.fingerprint}`);
  const columns = ["grp", "section", "fingerprint", "content"] as const;
  const agreed = await db
    .selectFrom("validation")
    .innerJoin("voice", "voice.validation", "validation.id")
    .where("voice.stance", "=", "agree")
    .select(columns.map((column) => `validation.${column}` as const))
    .distinct()
    .execute();
  const notes = await db.selectFrom("minority_note").select(columns).execute();
  return {
    contents: agreed.filter(isWanted).map(({ content }) => content),
    notes: notes.filter(isWanted).map(({ content }) => content),
  };
}

/** The version of the pact that people last agreed to; undefined when there is none. */
export async function lastPact(db: Db): Promise<number | undefined> {
  const row = await db
    .selectFrom("pact")
    .select(({ fn }) => fn.max("version").as("version"))
    .executeTakeFirst();
  return row?.version ?? undefined;
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
