// What the ledger refuses or finds.
import { messages } from "../kernel/diagnostic.ts";

export interface LedgerMessages {
  "ledger.missing": { file: string; folder: string };
  "ledger.busy": { file: string };
  "ledger.foreign": { file: string };
  "ledger.damaged": { file: string };
  /** `what`: the tables that are missing, the triggers and views that are not the program's. */
  "ledger.altered": { file: string; what: string };
  "ledger.no-engine": { reason: string };
  "ledger.newer": { file: string; found: number; known: number };
  "ledger.unsettled": { file: string };
  "ledger.no-space": { file: string };
  "ledger.read-only": { file: string };
  "audit.chain-broken": { seq: number };
  /** `known`: what else the ledger calls the subject, `r02-P03, c008`; empty when it has no other name. */
  "audit.row-changed": { fact: string; subject: string; known: string };
  "audit.row-added": { fact: string; subject: string; known: string };
  "audit.row-removed": { fact: string; subject: string; known: string };
  /** `what`: `table voice`; `change`: what was done to it. */
  "audit.shape": { what: string; change: "added" | "changed" | "removed" };
  "heal.outside": { file: string };
  "heal.written": { file: string };
  "heal.kept-beside": { file: string; beside: string };
  "heal.removed": { file: string };
  "heal.not-removed": { file: string };
  "heal.not-forgotten": Record<string, never>;
}

export const { refuse, diagnose } = messages<LedgerMessages>();

/** Turns a failure of SQLite into a refusal a person can act on; anything else as it is. */
export function databaseFailure(error: unknown, file: string): unknown {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  const cause = { cause: error };
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED"))
    return refuse("ledger.busy", { file }, cause);
  // Reading needs a little room too: the memory that processes share is a file.
  if (code === "SQLITE_FULL" || code === "SQLITE_IOERR_WRITE" || code === "SQLITE_IOERR_SHMSIZE")
    return refuse("ledger.no-space", { file }, cause);
  if (code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_CANTOPEN"))
    return refuse("ledger.read-only", { file }, cause);
  if (code === "SQLITE_NOTADB" || code.startsWith("SQLITE_CORRUPT"))
    return refuse("ledger.damaged", { file }, cause);
  // SQLite is a native module: it may be missing, or made for another Node.js.
  const reason = error instanceof Error ? error.message.replace(/\s+/g, " ").slice(0, 200) : "";
  if (code === "ERR_DLOPEN_FAILED" || /bindings|better_sqlite3\.node/.test(reason))
    return refuse("ledger.no-engine", { reason }, cause);
  return error;
}
