// The ledger's file: whose it is, how it is set, how it is brought up to date, who may write.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { sql, type Kysely } from "kysely";
import { describe, expect, it } from "vitest";
import {
  APPLICATION_ID,
  copyDatabase,
  lockForWriting,
  openDatabase,
  openFile,
  SCHEMA_VERSION,
} from "../../src/ledger/connection.ts";
import { databaseFailure } from "../../src/ledger/messages.ts";
import type { Migration } from "../../src/ledger/migrations.ts";
import { temporaryFolder } from "../world.ts";
import { addSession, bench } from "./study-with-ledger.ts";

const now = new Date("2026-05-12T10:00:00.250Z");
const place = (): string => join(temporaryFolder(), ".retour", "ledger.db");
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** A foreign file made by `make`, and what opening it as a ledger gives. */
async function opening(make: (file: string) => void): Promise<unknown> {
  const file = join(temporaryFolder(), "ledger.db");
  make(file);
  try {
    const { db } = await openDatabase(file, now);
    await db.destroy();
    return "opened";
  } catch (error) {
    return error;
  }
}

function database(file: string, ...statements: string[]): void {
  const raw = new Database(file);
  for (const statement of statements) raw.exec(statement);
  raw.close();
}

describe("a ledger's file", () => {
  it("is made private, marked as ours, and set to lose nothing", async () => {
    const file = place();
    const { db, raw, backup } = await openDatabase(file, now);
    expect(backup).toBeUndefined();
    await sql`insert into study values ('x', '2026')`.execute(db);
    const pragma = (name: string): unknown => raw.pragma(name, { simple: true });
    expect(pragma("application_id")).toBe(APPLICATION_ID);
    expect(pragma("user_version")).toBe(SCHEMA_VERSION);
    expect(pragma("journal_mode")).toBe("wal");
    expect(pragma("synchronous")).toBe(2);
    expect(pragma("foreign_keys")).toBe(1);
    expect(pragma("secure_delete")).toBe(1);
    expect(pragma("trusted_schema")).toBe(0);
    expect(readdirSync(join(file, "..")).map((name) => [name, mode(join(file, "..", name))])).toEqual([
      ["ledger.db", "600"],
      ["ledger.db-shm", "600"],
      ["ledger.db-wal", "600"],
    ]);
    expect(mode(join(file, ".."))).toBe("700");
    await db.destroy();
  });

  it("has strict tables with keys that hold", async () => {
    const { db, raw } = await openDatabase(place(), now);
    const loose = raw
      .prepare("select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0")
      .pluck()
      .all();
    expect(loose).toEqual(["sqlite_schema"]);
    await expect(
      sql`insert into turn (session, number, position, words) values ('s01', 1, 1, 'x')`.execute(db),
    ).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_FOREIGNKEY" });
    await db.destroy();
  });

  it("may be empty: it is then made", async () => {
    expect(await opening((file) => writeFileSync(file, ""))).toBe("opened");
  });

  it("is refused when another program made it, or no program", async () => {
    expect(await opening((file) => database(file, "create table notes (x)"))).toMatchObject({
      code: "ledger.foreign",
    });
    expect(await opening((file) => database(file, "pragma application_id = 252006675"))).toMatchObject({
      code: "ledger.foreign",
    });
    expect(await opening((file) => writeFileSync(file, "Chère équipe, "))).toMatchObject({
      code: "ledger.damaged",
    });
  });

  it("is refused when a newer version made it, with both versions", async () => {
    const refusal = await opening((file) =>
      database(
        file,
        "create table x (y)",
        `pragma application_id = ${String(APPLICATION_ID)}`,
        `pragma user_version = ${String(SCHEMA_VERSION + 1)}`,
      ),
    );
    expect(refusal).toMatchObject({
      code: "ledger.newer",
      params: { found: SCHEMA_VERSION + 1, known: SCHEMA_VERSION },
    });
  });

  it.each([
    ["create trigger t after insert on voice begin delete from voice; end", "trigger t"],
    [
      "drop trigger journal_is_never_cut; create trigger journal_is_never_cut after insert on voice begin delete from voice; end",
      "trigger journal_is_never_cut",
    ],
    [
      "alter table voice rename to hidden; create view voice as select validation, participant, 'agree' as stance from hidden",
      "view voice",
    ],
    ["drop table sitting", "table sitting"],
    ["pragma user_version = 0", "user_version 0"],
    [`pragma user_version = ${String(SCHEMA_VERSION - 1)}`, `user_version ${String(SCHEMA_VERSION - 1)}`],
  ])("is refused when it is not as the program made it: %s", async (statement, what) => {
    const file = place();
    await (await openDatabase(file, now)).db.destroy();
    const raw = new Database(file);
    raw.exec(statement);
    raw.close();
    await expect(openDatabase(file, now)).rejects.toMatchObject({ code: "ledger.altered", params: { what } });
    expect(readdirSync(join(file, "..")).filter((name) => name.includes("before"))).toEqual([]);
  });

  it("is refused when its pages are damaged", async () => {
    const file = place();
    const { db } = await openDatabase(file, now);
    await db.destroy();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(9, 100, 4000));
    await expect(openDatabase(file, now)).rejects.toMatchObject({ code: "ledger.damaged" });
  });

  it("is refused where it cannot be: a folder in its place, a file where its folder should be", async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "ledger.db"));
    await expect(openDatabase(join(root, "ledger.db"), now)).rejects.toMatchObject({
      code: "ledger.read-only",
    });
    writeFileSync(join(root, "fichier"), "");
    await expect(openDatabase(join(root, "fichier", "ledger.db"), now)).rejects.toMatchObject({
      code: expect.stringMatching(/^file\./) as unknown,
    });
  });
});

describe("bringing a ledger up to date", () => {
  const step = (name: string, statement: string): Migration => ({
    name,
    up: async (db: Kysely<unknown>) => {
      await sql.raw(statement).execute(db);
    },
  });
  const first = step("words", "create table words (word text) strict");
  const second = step("who said them", "alter table words add column who text");

  it("makes a dated backup first, then keeps every row", async () => {
    const file = place();
    const old = await openDatabase(file, now, false, [first]);
    await sql`insert into words values ('euh')`.execute(old.db);
    await old.db.destroy();
    const { db, raw, backup } = await openDatabase(file, now, false, [first, second]);
    expect(raw.prepare("select * from words").all()).toEqual([{ word: "euh", who: null }]);
    expect(raw.pragma("user_version", { simple: true })).toBe(2);
    await db.destroy();
    expect(backup).toBe(join(file, "..", "ledger-20260512T100000Z-before-2.db"));
    expect(mode(backup ?? "")).toBe("600");
    const copy = openFile(backup ?? "", 1);
    expect(copy.prepare("select * from words").all()).toEqual([{ word: "euh" }]);
    copy.close();
  });

  it("changes nothing when a step fails, and nothing when there is nothing to do", async () => {
    const file = place();
    await (await openDatabase(file, now, false, [first])).db.destroy();
    const broken = step("broken", "alter table nothing add column x text");
    await expect(openDatabase(file, now, false, [first, second, broken])).rejects.toThrow(/nothing/);
    const { db, raw, backup } = await openDatabase(file, now, false, [first]);
    expect(backup).toBeUndefined();
    expect(raw.pragma("table_info(words)")).toHaveLength(1);
    await db.destroy();
  });

  it("copies an open database whole, never over a file", async () => {
    const file = place();
    const { db, raw } = await openDatabase(file, now);
    const target = join(file, "..", "copie.db");
    copyDatabase(raw, target);
    expect(mode(target)).toBe("600");
    expect(() => copyDatabase(raw, target)).toThrow(/exists/);
    await db.destroy();
  });
});

describe("two commands at once", () => {
  it("the second to write is refused when its patience ends, and may when the first has finished", () => {
    const folder = temporaryFolder();
    const first = lockForWriting(folder);
    expect(() => lockForWriting(folder, 20)).toThrow(expect.objectContaining({ code: "ledger.busy" }));
    first.release();
    lockForWriting(folder, 20).release();
  });

  it("one may read while the other writes, and sees what is committed", async () => {
    const { open } = bench();
    const writer = await open();
    await addSession(writer, "s01");
    const reader = await open({ forWriting: false });
    expect(await reader.db.selectFrom("turn").select("number").execute()).toHaveLength(3);
    await addSession(writer, "s02");
    expect(await reader.db.selectFrom("turn").select("number").execute()).toHaveLength(6);
    await reader.close();
    await writer.close();
  });

  it("a lock that cannot be taken is freed when opening fails", async () => {
    const { root, open } = bench();
    mkdirSync(join(root, ".retour"));
    writeFileSync(join(root, ".retour", "ledger.db"), "pas une base de données");
    await expect(open()).rejects.toMatchObject({ code: "ledger.damaged" });
    lockForWriting(join(root, ".retour"), 20).release();
  });
});

describe("a failure of the disk", () => {
  it("is said as it is when SQLite has already undone the transaction of itself", async () => {
    await bench().using(async (ledger) => {
      const work = ledger.write(async ({ db }) => {
        await sql.raw("insert into memo values ('a', 'b')").execute(db);
        await sql.raw("insert or rollback into memo values ('a', 'c')").execute(db);
      });
      await expect(work).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_PRIMARYKEY" });
      await addSession(ledger, "s01");
      expect(await ledger.db.selectFrom("memo").selectAll().execute()).toEqual([]);
    });
  });

  it("is said as a full disk, with nothing recorded", async () => {
    const { using } = bench();
    await using(async (ledger) => {
      await sql.raw("pragma max_page_count = 60").execute(ledger.db);
      await expect(addSession(ledger, "s01", 5000)).rejects.toMatchObject({ code: "ledger.no-space" });
      expect(await ledger.db.selectFrom("transcript").selectAll().execute()).toEqual([]);
    });
  });

  it("is said as a ledger that cannot be written", async () => {
    const { using } = bench();
    await using(async (ledger) => {
      await sql.raw("pragma query_only = 1").execute(ledger.db);
      await expect(addSession(ledger, "s01")).rejects.toMatchObject({ code: "ledger.read-only" });
    });
  });

  it.each([
    ["SQLITE_BUSY_SNAPSHOT", "ledger.busy"],
    ["SQLITE_LOCKED", "ledger.busy"],
    ["SQLITE_FULL", "ledger.no-space"],
    ["SQLITE_IOERR_WRITE", "ledger.no-space"],
    ["SQLITE_IOERR_SHMSIZE", "ledger.no-space"],
    ["SQLITE_READONLY_DBMOVED", "ledger.read-only"],
    ["SQLITE_CANTOPEN", "ledger.read-only"],
    ["SQLITE_NOTADB", "ledger.damaged"],
    ["SQLITE_CORRUPT_INDEX", "ledger.damaged"],
  ])("%s is %s", (code, expected) => {
    const cause = Object.assign(new Error("x"), { code });
    expect(databaseFailure(cause, "f")).toMatchObject({ code: expected, params: { file: "f" }, cause });
  });

  it("stays what it is when it is something else", () => {
    for (const error of [new TypeError("x"), Object.assign(new Error("x"), { code: 3 }), "x"])
      expect(databaseFailure(error, "f")).toBe(error);
  });
});
