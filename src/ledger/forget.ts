// What was deleted leaves the file too: no page of the database, and no line of its write-ahead log,
// holds a word that its tables no longer have.
import type Database from "better-sqlite3";

/**
 * Writes the database anew without its free pages, and empties its log. False when another command
 * is reading it: what it reads cannot be taken away, and this is to be called again. Not to be called
 * inside a transaction. Time and room on the disk are those of a copy of the file.
 */
export function forgetFreed(raw: Database.Database): boolean {
  raw.pragma("secure_delete = ON");
  if (!emptyLog(raw)) return false;
  raw.exec("vacuum");
  return emptyLog(raw);
}

/** https://www.sqlite.org/pragma.html#pragma_wal_checkpoint: `busy` is 1 when someone still reads the log. */
function emptyLog(raw: Database.Database): boolean {
  return raw.pragma("wal_checkpoint(TRUNCATE)", { simple: true }) === 0;
}
