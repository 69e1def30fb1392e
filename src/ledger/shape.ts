// The shape of a ledger, its tables and what runs in it, held against what the migrations make: a
// trigger or a view would change what the program writes or reads, before any fingerprint is taken.
import Database from "better-sqlite3";
import { Kysely, sql, type QueryExecutorProvider } from "kysely";
import { LedgerDialect } from "./dialect.ts";
import { factNames } from "./facts.ts";
import { diagnose } from "./messages.ts";
import { migrations } from "./migrations.ts";
import type { Tables } from "./schema.ts";

interface Part {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}

const allParts =
  "select type, name, sql from sqlite_schema where sql is not null and name not glob 'sqlite_stat*' order by type, name";

/** SQLite writes some names in quotes, and the beginning of a statement in capitals. */
const plainSql = (text: string): string =>
  text
    .replaceAll('"', "")
    .replace(/\s+/g, " ")
    .replace(/^CREATE \w+/i, (words) => words.toLowerCase());

/** The only triggers of a ledger, as its first migration makes them. */
const guards = new Set(
  ["changed before update", "cut before delete"].map(
    (rest) =>
      `create trigger journal_is_never_${rest} on journal begin select raise(abort, 'the journal is append-only'); end`,
  ),
);

/** Triggers and views that the program did not make: nothing may be done while one is there. */
export function plantedIn(raw: Database.Database): string[] {
  return raw
    .prepare<[], Part>(allParts)
    .all()
    .filter(({ type, sql: text }) => (type === "trigger" || type === "view") && !guards.has(plainSql(text)))
    .map(({ type, name }) => `${type} ${name}`);
}

/** Tables that a ledger up to date must have, and that are not there. */
export function missingIn(raw: Database.Database): string[] {
  const present = new Set(
    raw
      .prepare<[], Part>(allParts)
      .all()
      .filter(({ type }) => type === "table")
      .map(({ name }) => name),
  );
  const needed = ["journal", "memo", "pending_file", "sheet", "document", "report", ...factNames];
  return needed.filter((name) => !present.has(name)).map((name) => `table ${name}`);
}

/** Everything in which the ledger is not as the migrations make one. */
export async function auditShape(db: Kysely<Tables>): Promise<ReturnType<typeof diagnose>[]> {
  const found = await partsOf(db);
  const expected = await asMade();
  const names = [...new Set([...expected.keys(), ...found.keys()])];
  return names.flatMap((what) => {
    const [now, made] = [found.get(what), expected.get(what)];
    if (now === made) return [];
    const change = made === undefined ? "added" : now === undefined ? "removed" : "changed";
    return [diagnose("audit.shape", "error", { what, change })];
  });
}

async function asMade(): Promise<Map<string, string>> {
  const db = new Kysely<unknown>({ dialect: new LedgerDialect(new Database(":memory:"), false) });
  try {
    for (const step of migrations) await step.up(db);
    return await partsOf(db);
  } finally {
    await db.destroy();
  }
}

async function partsOf(db: QueryExecutorProvider): Promise<Map<string, string>> {
  const { rows } = await sql.raw<Part>(allParts).execute(db);
  return new Map(rows.map(({ type, name, sql: text }) => [`${type} ${name}`, plainSql(text)]));
}
