// What SQLite itself has to say about a ledger's file.
import Database from "better-sqlite3";
import { openFile } from "./connection.ts";
import { databaseFailure } from "./messages.ts";

/** SQLite's own findings, in its words; an empty list for a sound file. Reads all of it. */
export function examine(file: string): string[] {
  try {
    const raw = openFile(file);
    try {
      const integrity = raw.prepare<[], { integrity_check: string }>("pragma integrity_check(20)").all();
      const orphans = raw
        .prepare<[], { table: string; parent: string; rowid: number }>("pragma foreign_key_check")
        .all();
      return [
        ...integrity.map((row) => row.integrity_check).filter((words) => words !== "ok"),
        ...orphans.map(({ table, parent, rowid }) => `${table} ${String(rowid)} → ${parent}`),
      ];
    } finally {
      raw.close();
    }
  } catch (error) {
    throw databaseFailure(error, file);
  }
}

/** The version of SQLite, asked of SQLite itself. Throws when its native module does not load. */
export function sqliteVersion(): string {
  const raw = new Database(":memory:");
  try {
    return String(raw.prepare("select sqlite_version()").pluck().get());
  } finally {
    raw.close();
  }
}
