// The journal: one line per fact, each holding the hash of the line before it.
import { sql, type Kysely, type RawBuilder, type Selectable } from "kysely";
import { fingerprint } from "../kernel/fingerprint.ts";
import { facts, type Fact } from "./facts.ts";
import type { Tables } from "./schema.ts";

export type JournalLine = Selectable<Tables["journal"]>;

/** What the first line names as the hash before it. */
export const GENESIS = "0".repeat(64);

export function lineHash(line: Omit<JournalLine, "hash">): string {
  const { seq, at, kind, fact, subject, digest, previous } = line;
  return fingerprint("retour-journal-1", [String(seq), at, kind, fact, subject, digest ?? "", previous]);
}

/** Adds a line, its digest taken from the subject's rows as they are now. */
export async function appendLine(
  db: Kysely<Tables>,
  line: { at: string; kind: string; fact: Fact; subject: string },
): Promise<void> {
  const last = await lastLine(db);
  const partial = {
    seq: (last?.seq ?? 0) + 1,
    ...line,
    digest: await digestOf(db, line.fact, line.subject),
    previous: last?.hash ?? GENESIS,
  };
  await db
    .insertInto("journal")
    .values({ ...partial, hash: lineHash(partial) })
    .execute();
}

export async function lastLine(db: Kysely<Tables>): Promise<JournalLine | undefined> {
  return db.selectFrom("journal").selectAll().orderBy("seq", "desc").limit(1).executeTakeFirst();
}

/** Fingerprint of all rows of a subject; null when there is none. */
export async function digestOf(db: Kysely<Tables>, fact: Fact, subject: string): Promise<string | null> {
  const { rows } = await sql<FactRow>`
    select * from ${sql.table(fact)} where ${sql.ref(facts[fact].subject)} = ${subject}
    order by ${orderOf(fact)}`.execute(db);
  return rows.length === 0 ? null : digestRows(rows);
}

/** The same of every subject that has rows. */
export async function digestsOf(db: Kysely<Tables>, fact: Fact): Promise<ReadonlyMap<string, string>> {
  const { subject } = facts[fact];
  const { rows } = await sql<FactRow>`select * from ${sql.table(fact)} order by ${orderOf(fact)}`.execute(db);
  const bySubject = new Map<string, FactRow[]>();
  for (const row of rows) {
    const key = String(row[subject]);
    const own = bySubject.get(key);
    if (own) own.push(row);
    else bySubject.set(key, [row]);
  }
  return new Map(Array.from(bySubject, ([key, own]) => [key, digestRows(own)]));
}

type FactRow = Record<string, unknown>;

const orderOf = (fact: Fact): RawBuilder<unknown> => sql.join(facts[fact].key.map((each) => sql.ref(each)));

const digestRows = (rows: readonly FactRow[]): string => fingerprint("retour-fact-1", rows.map(rowText));

/** Columns without a value are left out, so that a column added later changes no digest. */
function rowText(row: FactRow): string {
  const present = Object.entries(row).filter(([, value]) => value !== null);
  return JSON.stringify(present.sort(([a], [b]) => (a < b ? -1 : 1)));
}
