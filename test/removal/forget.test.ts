// What goes with a transaction: files, and the pages of the ledger that held what it deleted.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../src/kernel/fingerprint.ts";
import { bench, LEDGER } from "../ledger/study-with-ledger.ts";

const secret = "Des fois la nuit, on a peur de rentrer dans le hall.";

const holding = (root: string): string[] =>
  readdirSync(join(root, ".retour")).filter((file) =>
    readFileSync(join(root, ".retour", file)).includes(secret),
  );

describe("a file that goes with a transaction", () => {
  it("goes when it is as it was, and stays when a person changed it", async () => {
    const { using, root } = bench();
    mkdirSync(join(root, "copies"));
    writeFileSync(join(root, "copies/a.md"), secret);
    writeFileSync(join(root, "copies/b.md"), "changed since");
    await using(async (ledger) => {
      await ledger.write((change) => {
        change.removeFile("copies/a.md", sha256(secret));
        change.removeFile("copies/b.md", sha256(secret));
        change.removeFile("copies/none.md", sha256(secret));
        return Promise.resolve();
      });
      expect(ledger.notices.map(({ code, params }) => [code, params["file"]])).toEqual([
        ["heal.not-removed", "copies/b.md"],
      ]);
      expect(await ledger.db.selectFrom("pending_file").selectAll().execute()).toEqual([]);
    });
    expect(existsSync(join(root, "copies/a.md"))).toBe(false);
    expect(existsSync(join(root, "copies/b.md"))).toBe(true);
  });

  it("goes with the next command when this one was killed", async () => {
    const { using, root, byHand } = bench();
    await using(() => Promise.resolve());
    writeFileSync(join(root, "a.md"), secret);
    byHand(`insert into pending_file values ('a.md', null, '${sha256(secret)}')`);
    const codes = await using((ledger) => Promise.resolve(ledger.notices.map(({ code }) => code)));
    expect(codes).toEqual(["heal.removed"]);
    expect(existsSync(join(root, "a.md"))).toBe(false);
  });
});

describe("what the ledger deletes", () => {
  it("is in no page of its file and in no line of its log, even while it is open", async () => {
    const { using, root } = bench();
    await using(async (ledger) => {
      const row = { key: "k", value: `${secret} `.repeat(500) };
      await ledger.write((change) => change.db.insertInto("memo").values(row).execute());
      expect(holding(root)).not.toEqual([]);
      await ledger.write(async (change) => {
        await change.db.deleteFrom("memo").execute();
        change.forget();
      });
      expect(holding(root)).toEqual([]);
      expect(ledger.notices).toEqual([]);
    });
  });

  it(
    "waits for a command that is reading it, says so, and goes with the next",
    { timeout: 60_000 },
    async () => {
      const { using, root } = bench();
      await using(async (ledger) => {
        await ledger.write((change) =>
          change.db.insertInto("memo").values({ key: "k", value: secret }).execute(),
        );
      });
      const reader = new Database(join(root, LEDGER));
      reader.exec("begin");
      reader.prepare("select * from memo").all();
      const codes = await using(async (ledger) => {
        await ledger.write(async (change) => {
          await change.db.deleteFrom("memo").execute();
          change.forget();
        });
        return ledger.notices.map(({ code }) => code);
      });
      expect(codes).toEqual(["heal.not-forgotten"]);
      expect(holding(root)).not.toEqual([]);
      reader.close();
      await using(() => Promise.resolve());
      expect(holding(root)).toEqual([]);
    },
  );
});
