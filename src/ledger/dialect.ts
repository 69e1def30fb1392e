// SQLite as Kysely speaks to it, with transactions that take the write lock at once:
// a transaction that reads first and writes later would otherwise fail when another
// process wrote in between. In a dry run the whole command is inside one transaction that
// is never committed, and each of its own transactions is a savepoint.
import type Database from "better-sqlite3";
import { CompiledQuery, SqliteDialect, type DatabaseConnection, type Driver } from "kysely";
import { databaseFailure } from "./messages.ts";

export class LedgerDialect extends SqliteDialect {
  readonly #raw: Database.Database;
  readonly #isDryRun: boolean;

  constructor(raw: Database.Database, isDryRun: boolean) {
    super({ database: raw });
    this.#raw = raw;
    this.#isDryRun = isDryRun;
  }

  override createDriver(): Driver {
    const driver = super.createDriver();
    const acquire = driver.acquireConnection.bind(driver);
    driver.acquireConnection = async () => tellingWhy(await acquire(), this.#raw.name);
    let isSavepoint = false;
    driver.beginTransaction = async (connection) => {
      isSavepoint = this.#isDryRun && this.#raw.inTransaction;
      await run(connection, isSavepoint ? "savepoint attempt" : "begin immediate");
    };
    driver.commitTransaction = (connection) => run(connection, isSavepoint ? "release attempt" : "commit");
    driver.rollbackTransaction = async (connection) => {
      // On a full disk SQLite has undone everything of itself (https://sqlite.org/lang_transaction.html), and
      // another failure here would be told in the place of that one.
      if (this.#raw.inTransaction) await run(connection, isSavepoint ? "rollback to attempt" : "rollback");
    };
    return driver;
  }
}

/** Also outside `Ledger.write`: what is only read, or kept for later, may meet a full disk too. */
function tellingWhy(connection: DatabaseConnection, file: string): DatabaseConnection {
  return {
    executeQuery: async <R>(query: CompiledQuery) => {
      try {
        return await connection.executeQuery<R>(query);
      } catch (error) {
        throw databaseFailure(error, file);
      }
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}

async function run(connection: DatabaseConnection, statement: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(statement));
}
