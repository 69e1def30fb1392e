// The ledger as the rooms see it: a typed handle to read with, and `write`, which puts facts,
// journal lines and the files they imply into one transaction.
import { join } from "node:path";
import type { Insertable, Kysely, Transaction } from "kysely";
import { RetourError, type Diagnostic } from "../kernel/diagnostic.ts";
import { writeDurably } from "../kernel/files.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import { insertRows } from "./bulk.ts";
import { lockForWriting, openDatabase } from "./connection.ts";
import type { Fact } from "./facts.ts";
import { forgetFreed } from "./forget.ts";
import { appendLine } from "./journal.ts";
import { recall } from "./memo.ts";
import { databaseFailure, refuse } from "./messages.ts";
import { settlePendingFiles, type Place } from "./pending-files.ts";
import type { Row, Tables } from "./schema.ts";

export const LEDGER_FILE = ".retour/ledger.db";

/** What one writing transaction can do. */
export interface Change {
  readonly db: Transaction<Tables>;
  /** Inserts any number of rows quickly. */
  insert<T extends keyof Tables>(table: T, rows: readonly Insertable<Tables[T]>[]): Promise<void>;
  /**
   * Adds a journal line of this kind for a fact's subject; its digest is taken from the
   * subject's rows at the end of the transaction.
   */
  record(kind: string, fact: Fact, subject: string): void;
  /**
   * Has a file written once the transaction is committed, or by the next command if this
   * one is killed in between. `path` is relative to the study; `before` is the text that
   * the new content was made from (undefined: there was no file): a file that a person
   * changed meanwhile is never overwritten.
   */
  writeFile(path: string, content: string | Uint8Array, before: string | Uint8Array | undefined): void;
  /**
   * Writes a file that is kept as it came, before the transaction is committed: nothing of what it
   * holds is ever in the ledger. After a crash in between, it is there, and no fact says so.
   */
  keepFile(path: string, content: Uint8Array): void;
  /** Has a file removed, as `writeFile` writes. `sum`: its SHA-256; one that is another by then stays, and is told. */
  removeFile(path: string, sum: string): void;
  /** Has what this transaction deletes leave the ledger's file too, its free pages and its log. */
  forget(): void;
}

export interface Ledger {
  readonly studyId: string;
  readonly db: Kysely<Tables>;
  /** What opening it mended or noticed. */
  readonly notices: Diagnostic[];
  write<T>(work: (change: Change) => Promise<T>): Promise<T>;
  /**
   * What `make` gives for each text, kept by the text's fingerprint for commands that only read;
   * those that write make it again. `version` names what is made and how. Not to be called
   * inside `write`.
   */
  memo(
    version: string,
    texts: readonly string[],
    make: (text: string) => string | Promise<string>,
  ): Promise<string[]>;
  close(): Promise<void>;
}

export interface LedgerOptions {
  /** The study folder. */
  readonly root: string;
  readonly now: () => Date;
  readonly newId: () => string;
  /** True for commands that write: takes the study's writing lock for as long as it is open. */
  readonly forWriting: boolean;
  /** Everything written is undone at `close`, and no file is written. */
  readonly isDryRun: boolean;
}

/** Opens the study's ledger, making it when there is none, and settles what a crash left. */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const { root, now, isDryRun, forWriting } = options;
  const file = join(root, LEDGER_FILE);
  const lock = forWriting ? lockForWriting(join(root, ".retour")) : undefined;
  try {
    const { db, raw } = await openDatabase(file, now(), isDryRun);
    const place = { root, forget: { path: LEDGER_FILE, work: () => forgetFreed(raw) } };
    const notices: Diagnostic[] = [];
    const write = async <T>(work: (change: Change) => Promise<T>): Promise<T> => {
      const result = await transact(db, { file, root, now, isDryRun }, work);
      try {
        if (!isDryRun) notices.push(...(await settlePendingFiles(db, place)));
      } catch (error) {
        throw unsettled(error, file);
      }
      return result;
    };
    if (!isDryRun) notices.push(...(await healIfAny(db, place, lock !== undefined)));
    return {
      studyId: await studyIdOf(db, write, options),
      db,
      notices,
      write,
      memo: (version, texts, make) => recall(db, forWriting, version, texts, make),
      close: async () => {
        await db.destroy();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw databaseFailure(error, file);
  }
}

/** The facts are kept by then; the next command goes on with the files, and with what SQLite has to forget. */
function unsettled(error: unknown, file: string): unknown {
  const failure = databaseFailure(error, file);
  const isFull = failure instanceof RetourError && /^(?:ledger|file)\.no-space$/.test(failure.code);
  return isFull ? refuse("ledger.unsettled", { file }, { cause: error }) : failure;
}

async function transact<T>(
  db: Kysely<Tables>,
  { file, root, now, isDryRun }: Pick<LedgerOptions, "root" | "now" | "isDryRun"> & { file: string },
  work: (change: Change) => Promise<T>,
): Promise<T> {
  try {
    return await db.transaction().execute(async (transaction) => {
      const lines: { kind: string; fact: Fact; subject: string }[] = [];
      const files = new Map<string, Row<"pending_file">>();
      const result = await work({
        db: transaction,
        insert: (table, rows) => insertRows(transaction, table, rows),
        record: (kind, fact, subject) => lines.push({ kind, fact, subject }),
        writeFile: (path, content, before) => {
          files.set(path, {
            path,
            content: typeof content === "string" ? Buffer.from(content, "utf8") : content,
            before: before === undefined ? null : sha256(before),
          });
        },
        keepFile: (path, content) => {
          if (!isDryRun) writeDurably(join(root, path), content);
        },
        removeFile: (path, sum) => files.set(path, { path, content: null, before: sum }),
        forget: () => files.set(LEDGER_FILE, { path: LEDGER_FILE, content: null, before: null }),
      });
      const at = now()
        .toISOString()
        .replace(/\.\d{3}Z$/, "Z");
      for (const line of lines) await appendLine(transaction, { ...line, at });
      for (const pending of files.values()) {
        await transaction
          .insertInto("pending_file")
          .values(pending)
          .onConflict((clash) =>
            clash.column("path").doUpdateSet({ content: pending.content, before: pending.before }),
          )
          .execute();
      }
      return result;
    });
  } catch (error) {
    throw databaseFailure(error, file);
  }
}

/** Settles files a killed command left pending. A reading command does it only if no other writes. */
async function healIfAny(db: Kysely<Tables>, place: Place, isLocked: boolean): Promise<Diagnostic[]> {
  const left = await db.selectFrom("pending_file").select("path").limit(1).execute();
  if (left.length === 0) return [];
  if (isLocked) return settlePendingFiles(db, place, { isHealing: true });
  try {
    const lock = lockForWriting(join(place.root, ".retour"), 0);
    try {
      return await settlePendingFiles(db, place, { isHealing: true });
    } finally {
      lock.release();
    }
  } catch {
    return []; // Another command is at work and will settle its own files.
  }
}

async function studyIdOf(
  db: Kysely<Tables>,
  write: Ledger["write"],
  { now, newId, forWriting }: LedgerOptions,
): Promise<string> {
  const known = await db.selectFrom("study").select("id").executeTakeFirst();
  if (known) return known.id;
  const id = sha256(newId()).slice(0, 32);
  if (!forWriting) return id;
  return write(async (change) => {
    await change.db.insertInto("study").values({ id, created: now().toISOString() }).execute();
    change.record("study.created", "study", id);
    return id;
  });
}
