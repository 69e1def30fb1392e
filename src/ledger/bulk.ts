// Many rows at once: the statement is compiled once for a chunk and used again.
import { CompiledQuery, type Insertable, type Transaction } from "kysely";
import type { Tables } from "./schema.ts";

const CHUNK = 200;

/** Inserts rows that all have the same columns. */
export async function insertRows<T extends keyof Tables>(
  db: Transaction<Tables>,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  const compiled = new Map<number, string>();
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    const columns = Object.keys(chunk[0] ?? {});
    let sql = compiled.get(chunk.length);
    if (sql === undefined) {
      sql = db.insertInto(table).values(chunk).compile().sql;
      compiled.set(chunk.length, sql);
    }
    const values = chunk.flatMap((row) => columns.map((column) => Reflect.get(row, column) as unknown));
    await db.executeQuery(CompiledQuery.raw(sql, values));
  }
}
