// Opening a ledger: one SQLite file, its pragmas, its schema, and the lock that lets one
// writing command at a time work on a study.
import { closeSync, openSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { Kysely } from "kysely";
import { exists, fileFailure, makeFolder } from "../kernel/files.ts";
import { LedgerDialect } from "./dialect.ts";
import { databaseFailure, refuse } from "./messages.ts";
import { migrations, type Migration } from "./migrations.ts";
import type { Tables } from "./schema.ts";
import { missingIn, plantedIn } from "./shape.ts";

/** "RTOU" in ASCII: marks the file as a ledger of ours (SQLite `application_id`). */
export const APPLICATION_ID = 0x52544f55;

export const SCHEMA_VERSION = migrations.length;

/** How long a command waits for another one to finish, in milliseconds. */
const PATIENCE = 8_000;

export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  readonly raw: Database.Database;
  /** The dated backup made before migrating, when there was something to migrate. */
  readonly backup: string | undefined;
}

/**
 * Opens the SQLite file and brings its schema up to date. `now` dates the backup.
 * In a dry run everything done through `db` is undone when it is closed.
 */
export async function openDatabase(
  file: string,
  now: Date,
  isDryRun = false,
  steps: readonly Migration[] = migrations,
): Promise<OpenDatabase> {
  try {
    const raw = openFile(file, steps.length);
    const db = new Kysely<Tables>({ dialect: new LedgerDialect(raw, isDryRun) });
    try {
      refuseAltered(file, plantedIn(raw));
      const backup = await migrate(db, raw, file, now, steps);
      if (steps === migrations) refuseAltered(file, missingIn(raw));
      if (isDryRun) raw.exec("begin immediate");
      return { db, raw, backup };
    } catch (error) {
      raw.close();
      throw error;
    }
  } catch (error) {
    throw databaseFailure(error, file);
  }
}

function refuseAltered(file: string, parts: readonly string[]): void {
  if (parts.length > 0) throw refuse("ledger.altered", { file, what: parts.join(", ") });
}

/** Opens a ledger's file without changing its schema; refuses what is not a ledger of ours. */
export function openFile(file: string, known = SCHEMA_VERSION): Database.Database {
  createPrivately(file);
  const raw = new Database(file, { timeout: PATIENCE });
  try {
    // In this order: another process may be making it in between.
    const isEmpty = raw.prepare("select count(*) as n from sqlite_schema").pluck().get() === 0;
    const owner = raw.pragma("application_id", { simple: true });
    if (owner !== APPLICATION_ID && !(owner === 0 && isEmpty)) throw refuse("ledger.foreign", { file });
    const version = schemaVersion(raw);
    if (version > known) throw refuse("ledger.newer", { file, found: version, known });
    raw.pragma("journal_mode = WAL");
    raw.pragma("synchronous = FULL");
    raw.pragma("foreign_keys = ON");
    raw.pragma("secure_delete = ON");
    raw.pragma("trusted_schema = OFF");
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

function schemaVersion(raw: Database.Database): number {
  return Number(raw.pragma("user_version", { simple: true }));
}

/** SQLite gives its side files the permissions of the main one. */
function createPrivately(file: string): void {
  if (exists(file)) return;
  makeFolder(dirname(file));
  try {
    closeSync(openSync(file, "a", 0o600));
  } catch (error) {
    throw fileFailure(error, file);
  }
}

async function migrate(
  db: Kysely<Tables>,
  raw: Database.Database,
  file: string,
  now: Date,
  steps: readonly Migration[],
): Promise<string | undefined> {
  const from = schemaVersion(raw);
  if (from === steps.length) return undefined;
  const backup = from === 0 ? undefined : backUpBefore(raw, file, now, steps.length);
  // A table that is made anew is for a moment not there (https://sqlite.org/lang_altertable.html#otheralter).
  raw.pragma("foreign_keys = OFF");
  try {
    await db.transaction().execute(async (transaction) => {
      // Another process may have migrated while this one waited for the lock.
      for (const step of steps.slice(schemaVersion(raw)))
        await step.up(transaction as unknown as Kysely<unknown>);
      const broken = raw.pragma("foreign_key_check");
      if (Array.isArray(broken) && broken.length > 0)
        throw new Error("a migration left rows that point at nothing");
      raw.pragma(`application_id = ${String(APPLICATION_ID)}`);
      raw.pragma(`user_version = ${String(steps.length)}`);
    });
  } catch (error) {
    // Nothing was changed, and a ledger that cannot be migrated would leave a copy at each command.
    if (backup !== undefined) rmSync(backup, { force: true });
    // What a step makes is there already, or what it changes is not: the version is not the one written.
    if (error instanceof Database.SqliteError && error.code === "SQLITE_ERROR" && steps === migrations)
      throw refuse("ledger.altered", { file, what: `user_version ${String(from)}` }, { cause: error });
    throw error;
  }
  raw.pragma("foreign_keys = ON");
  return backup;
}

function backUpBefore(raw: Database.Database, file: string, now: Date, version: number): string {
  const day = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const backup = join(dirname(file), `ledger-${day}-before-${String(version)}.db`);
  copyDatabase(raw, backup);
  return backup;
}

/** Writes a whole, compact copy of an open database to a file that does not exist yet. */
export function copyDatabase(raw: Database.Database, target: string): void {
  createPrivately(target);
  raw.prepare("vacuum into ?").run(target);
}

/** Takes the study's writing lock. Waits `patience` milliseconds, then refuses. */
export function lockForWriting(folder: string, patience = PATIENCE): { release: () => void } {
  return lockFile(join(folder, "lock.db"), patience);
}

/**
 * Takes the lock that a file stands for, made empty when it is missing: held until `release` or
 * until the process ends, however it ends. Waits `patience` milliseconds, then refuses.
 */
export function lockFile(file: string, patience = PATIENCE): { release: () => void } {
  createPrivately(file);
  let lock: Database.Database | undefined;
  try {
    lock = new Database(file, { timeout: patience });
    lock.exec("begin exclusive");
  } catch (error) {
    lock?.close();
    throw databaseFailure(error, file);
  }
  const held = lock;
  return { release: () => held.close() };
}
