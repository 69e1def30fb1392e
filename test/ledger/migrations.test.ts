// A ledger of an earlier version, brought up to date: every row is there, and points where it did.
import { join } from "node:path";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { openDatabase } from "../../src/ledger/connection.ts";
import { migrations } from "../../src/ledger/migrations.ts";
import { temporaryFolder } from "../world.ts";

const now = new Date("2026-05-12T10:00:00Z");

const rows = [
  `insert into edition values ('r01', 'g1', '2026', '2026', 'texte')`,
  `insert into "return" values ('x1', 'r01', 'P03', 'md', 'aa', '2026')`,
  `insert into correction values ('c001', 'x1', 'r01', 'P03', 'g1', 'peur', 'minor', 1, 0, 4, 'peut', 'peur', '', '2026')`,
  `insert into decision values (1, 'c001', 'integrated', null, null, 'P01', '2026')`,
  `insert into integration values ('c001', 1, '2026')`,
];

it("keeps corrections and what became of them, and knows a typo from then on", async () => {
  const file = join(temporaryFolder(), ".retour", "ledger.db");
  const old = await openDatabase(file, now, false, migrations.slice(0, 1));
  for (const row of rows) await sql.raw(row).execute(old.db);
  await old.db.destroy();

  const { db, raw, backup } = await openDatabase(file, now);
  expect(backup).toBeDefined();
  expect(await db.selectFrom("correction").selectAll().execute()).toMatchObject([
    { id: "c001", kind: "minor", proposed: 1, start: 0, end: 4, before: "peut", after: "peur" },
  ]);
  expect(await db.selectFrom("integration").select(["correction", "decision"]).execute()).toEqual([
    { correction: "c001", decision: 1 },
  ]);
  expect(raw.pragma("foreign_keys", { simple: true })).toBe(1);
  expect(raw.pragma("foreign_key_check")).toEqual([]);
  expect(() => raw.exec("delete from correction")).toThrow(/FOREIGN KEY/);
  raw.exec("update correction set kind = 'typo'");
  expect(() => raw.exec("update correction set kind = 'other'")).toThrow(/CHECK/);
  await db.destroy();
});
