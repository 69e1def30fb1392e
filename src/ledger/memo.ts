// What was computed from texts, kept by their fingerprints. Never a fact: it may be emptied.
import type { Kysely } from "kysely";
import { fingerprint } from "../kernel/fingerprint.ts";
import type { Tables } from "./schema.ts";

/**
 * See `Ledger.memo`. A command that writes does not trust what it finds, since a database can
 * be edited: it makes every value again and keeps it for the commands that read.
 */
export async function recall(
  db: Kysely<Tables>,
  isWriting: boolean,
  version: string,
  texts: readonly string[],
  make: (text: string) => string | Promise<string>,
): Promise<string[]> {
  const keys = texts.map((text) => fingerprint(version, [text]));
  const rows = await db.selectFrom("memo").selectAll().where("key", "in", keys).execute();
  const known = new Map(rows.map(({ key, value }) => [key, value]));
  const values = new Map<string, string>();
  for (const [index, text] of texts.entries()) {
    const key = keys[index] ?? "";
    if (!values.has(key)) values.set(key, (isWriting ? undefined : known.get(key)) ?? (await make(text)));
  }
  const fresh = [...values].filter(([key, value]) => known.get(key) !== value);
  if (isWriting && fresh.length > 0)
    await db
      .insertInto("memo")
      .values(fresh.map(([key, value]) => ({ key, value })))
      .onConflict((clash) => clash.column("key").doUpdateSet((row) => ({ value: row.ref("excluded.value") })))
      .execute();
  return keys.map((key) => values.get(key) ?? "");
}
