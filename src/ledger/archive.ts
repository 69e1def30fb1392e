// A study in one file: a copy of its ledger that also holds the study's other files. It has
// an `application_id` of its own, so that nobody takes it for a ledger or a ledger for it.
import { closeSync, openSync, readSync } from "node:fs";
import Database from "better-sqlite3";
import { RetourError } from "../kernel/diagnostic.ts";
import { fileFailure, noSpaceFor } from "../kernel/files.ts";
import { APPLICATION_ID, copyDatabase, openFile, SCHEMA_VERSION } from "./connection.ts";
import { databaseFailure, refuse } from "./messages.ts";

/** "RTOB" in ASCII. */
export const ARCHIVE_ID = 0x52544f42;

export interface ArchivedFile {
  /** Relative to the study, with forward slashes. */
  readonly path: string;
  readonly content: Uint8Array;
  /** POSIX permission bits. */
  readonly mode: number;
}

export interface Archive {
  /** Every path in the archive with its size in bytes, as the file claims them: not yet to be trusted. */
  readonly entries: readonly { readonly path: string; readonly bytes: number }[];
  /** The file at one of the `entries`' paths; throws `RangeError` for any other. */
  read(path: string): ArchivedFile;
  /** Writes the ledger, without the files, to a path where there is nothing. */
  writeLedger(target: string): void;
  close(): void;
}

/** True when the file says of itself that it is an archive. Throws when it cannot be read. */
export function isArchive(file: string): boolean {
  const header = Buffer.alloc(72);
  try {
    const opened = openSync(file, "r");
    try {
      readSync(opened, header, 0, header.length, 0);
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    throw fileFailure(error, file);
  }
  // https://www.sqlite.org/fileformat2.html#the_database_header
  return header.toString("latin1", 0, 16) === "SQLite format 3\0" && header.readUInt32BE(68) === ARCHIVE_ID;
}

/**
 * Writes an archive of a ledger and of files to `target`, where there must be nothing. `called`: what a
 * refusal names in its place, when it is a temporary one.
 */
export function writeArchive(
  ledgerFile: string,
  target: string,
  files: Iterable<ArchivedFile>,
  called = target,
): void {
  const ledger = openLedgerFile(ledgerFile);
  try {
    try {
      copyDatabase(ledger, target);
    } finally {
      ledger.close();
    }
    const copy = new Database(target);
    try {
      copy.pragma("journal_mode = DELETE"); // One file, with nothing beside it.
      copy.pragma("synchronous = FULL");
      copy.pragma(`application_id = ${String(ARCHIVE_ID)}`);
      copy.transaction(() => {
        copy.exec(
          "create table backup_file (path text primary key not null, content blob not null, mode integer not null) strict",
        );
        const insert = copy.prepare("insert into backup_file (path, content, mode) values (?, ?, ?)");
        for (const { path, content, mode } of files) insert.run(path, content, mode);
      })();
    } finally {
      copy.close();
    }
  } catch (error) {
    const failure = databaseFailure(error, called);
    // Nothing is recorded by a backup: it is its own file that has no room.
    const isFull = failure instanceof RetourError && failure.code === "ledger.no-space";
    throw isFull ? noSpaceFor(called, error) : failure;
  }
}

function openLedgerFile(file: string): Database.Database {
  try {
    return openFile(file);
  } catch (error) {
    throw databaseFailure(error, file);
  }
}

/** Opens an archive to read; refused when it is damaged or was made by a newer version. */
export function openArchive(file: string): Archive {
  try {
    const raw = new Database(file, { readonly: true, fileMustExist: true });
    try {
      verify(raw, file);
      return archiveOf(raw);
    } catch (error) {
      raw.close();
      throw error;
    }
  } catch (error) {
    throw databaseFailure(error, file);
  }
}

function verify(raw: Database.Database, file: string): void {
  raw.pragma("trusted_schema = OFF");
  const found = Number(raw.pragma("user_version", { simple: true }));
  if (found > SCHEMA_VERSION) throw refuse("ledger.newer", { file, found, known: SCHEMA_VERSION });
  const isWhole = raw.pragma("integrity_check", { simple: true }) === "ok";
  const tables = raw.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
  if (!isWhole || !tables.includes("backup_file")) throw refuse("ledger.damaged", { file });
}

function archiveOf(raw: Database.Database): Archive {
  const list = raw.prepare<[], { path: string; bytes: number }>(
    "select path, length(content) as bytes from backup_file order by path",
  );
  const one = raw.prepare<[string], ArchivedFile>(
    "select path, content, mode from backup_file where path = ?",
  );
  return {
    entries: list.all(),
    read: (path) => {
      const found = one.get(path);
      if (found === undefined) throw new RangeError(path);
      return found;
    },
    writeLedger: (target) => {
      try {
        copyDatabase(raw, target);
        strip(target);
      } catch (error) {
        throw databaseFailure(error, target);
      }
    },
    close: () => raw.close(),
  };
}

/** What is left is a ledger, with no trace of the files. */
function strip(file: string): void {
  const ledger = new Database(file);
  try {
    ledger.exec("drop table backup_file");
    ledger.pragma(`application_id = ${String(APPLICATION_ID)}`);
    ledger.exec("vacuum");
  } finally {
    ledger.close();
  }
}
