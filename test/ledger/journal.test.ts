// The journal: one line per fact, in one transaction with it, chained, never with words in it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { exists } from "../../src/kernel/files.ts";
import { audit } from "../../src/ledger/audit.ts";
import { digestOf, GENESIS, lastLine, lineHash } from "../../src/ledger/journal.ts";
import { addSession, bench } from "./study-with-ledger.ts";

describe("the journal", () => {
  it("starts with the study's creation and goes on, each line holding the hash before it", async () => {
    const { using } = bench();
    await using(async (ledger) => {
      await addSession(ledger, "s01");
      const lines = await ledger.db.selectFrom("journal").selectAll().orderBy("seq").execute();
      expect(lines.map(({ seq, kind, fact, subject }) => [seq, kind, fact, subject])).toEqual([
        [1, "study.created", "study", ledger.studyId],
        [2, "transcript.imported", "transcript", "s01"],
        [3, "transcript.imported", "turn", "s01"],
      ]);
      expect(lines.map(({ previous }) => previous)).toEqual([GENESIS, lines[0]?.hash, lines[1]?.hash]);
      for (const line of lines) {
        expect(line.hash).toBe(lineHash(line));
        expect(line.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      }
      expect((await lastLine(ledger.db))?.seq).toBe(3);
    });
  });

  it("holds no word that was said", async () => {
    const { using } = bench();
    await using(async (ledger) => {
      await addSession(ledger, "s01");
      const lines = await ledger.db.selectFrom("journal").selectAll().execute();
      expect(JSON.stringify(lines)).not.toContain("alors");
    });
  });

  it("digests all rows of the subject as they are at the end of the transaction", async () => {
    const { using } = bench();
    await using(async (ledger) => {
      await addSession(ledger, "s01");
      const before = await digestOf(ledger.db, "turn", "s01");
      await ledger.write(async (change) => {
        change.record("turn.corrected", "turn", "s01");
        await change.db.updateTable("turn").set({ words: "autre" }).where("number", "=", 1).execute();
      });
      const line = await lastLine(ledger.db);
      expect(line?.digest).toBe(await digestOf(ledger.db, "turn", "s01"));
      expect(line?.digest).not.toBe(before);
      await ledger.write(async (change) => {
        await change.db.deleteFrom("turn").execute();
        change.record("turn.removed", "turn", "s01");
      });
      expect((await lastLine(ledger.db))?.digest).toBeNull();
      expect(await audit(ledger.db)).toEqual({ lines: 5, findings: [] });
    });
  });

  it("does not take a column that was added later for a change", async () => {
    const { using } = bench();
    await using(async (ledger) => {
      await addSession(ledger, "s01");
      await sql.raw("alter table turn add column mood text").execute(ledger.db);
      expect((await audit(ledger.db)).findings).toEqual([]);
    });
  });

  it("cannot be changed or cut with the ledger's own tables", async () => {
    const { using } = bench();
    await using(async (ledger) => {
      await expect(sql`update journal set kind = 'x'`.execute(ledger.db)).rejects.toThrow(/append-only/);
      await expect(sql`delete from journal`.execute(ledger.db)).rejects.toThrow(/append-only/);
    });
  });

  it("has no line, no fact and no file of work that failed", async () => {
    const { using, root } = bench();
    await using(async (ledger) => {
      const work = ledger.write(async (change) => {
        await change.insert("sheet", [{ session: "s01", sha256: "0" }]);
        change.record("study.created", "study", ledger.studyId);
        change.writeFile("retours/g1.md", "x", undefined);
        throw new RangeError("au milieu");
      });
      await expect(work).rejects.toThrow(RangeError);
      expect((await lastLine(ledger.db))?.seq).toBe(1);
      expect(await ledger.db.selectFrom("sheet").selectAll().execute()).toEqual([]);
      expect(exists(join(root, "retours/g1.md"))).toBe(false);
    });
  });
});

describe("the ledger", () => {
  it("keeps the study's id, which says nothing of the random number it came from", async () => {
    const { using } = bench();
    const id = await using(async (ledger) => Promise.resolve(ledger.studyId));
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(id).not.toBe("0".repeat(31) + "1");
    expect(await using(async (ledger) => Promise.resolve(ledger.studyId))).toBe(id);
    expect(await using(async (ledger) => Promise.resolve(ledger.studyId), { forWriting: false })).toBe(id);
  });

  it("writes nothing into a new ledger that was opened to read", async () => {
    const { using } = bench();
    await using(
      async (ledger) => {
        expect(ledger.studyId).toMatch(/^[0-9a-f]{32}$/);
        expect(await ledger.db.selectFrom("study").selectAll().execute()).toEqual([]);
      },
      { forWriting: false },
    );
  });

  it("inserts any number of rows in their order, none included", async () => {
    const { using } = bench();
    await using(async (ledger) => {
      for (const [index, count] of [0, 1, 199, 200, 201, 1033].entries()) {
        const session = `s${String(index)}`;
        await addSession(ledger, session, count);
        const rows = await ledger.db
          .selectFrom("turn")
          .selectAll()
          .where("session", "=", session)
          .orderBy("number")
          .execute();
        expect(rows).toHaveLength(count);
        expect(rows.every(({ number, words }) => words === `alors euh ${String(number - 1)}`)).toBe(true);
        expect(
          rows.every(({ number, participant }) => participant === (number % 2 === 1 ? "P01" : null)),
        ).toBe(true);
      }
    });
  });
});

describe("a dry run", () => {
  it("does all the work and leaves nothing of it", async () => {
    const { using, root } = bench();
    await using((ledger) => addSession(ledger, "s01"));
    const bytes = readFileSync(join(root, ".retour/ledger.db"));
    await using(
      async (ledger) => {
        await addSession(ledger, "s02");
        await ledger.write((change) => {
          change.writeFile("retours/g1.md", "x", undefined);
          return Promise.resolve();
        });
        expect(await ledger.db.selectFrom("transcript").select("session").execute()).toHaveLength(2);
      },
      { isDryRun: true },
    );
    expect(exists(join(root, "retours/g1.md"))).toBe(false);
    expect(readFileSync(join(root, ".retour/ledger.db")).equals(bytes)).toBe(true);
    await using(async (ledger) => {
      expect(await ledger.db.selectFrom("transcript").select("session").execute()).toHaveLength(1);
      expect(ledger.notices).toEqual([]);
    });
  });

  it("undoes one failed piece of work and goes on with the others", async () => {
    const { using } = bench();
    await using(
      async (ledger) => {
        await addSession(ledger, "s01");
        await expect(
          ledger.write(async (change) => {
            await change.db.deleteFrom("turn").execute();
            throw new RangeError("non");
          }),
        ).rejects.toThrow(RangeError);
        await addSession(ledger, "s02");
        expect(await ledger.db.selectFrom("turn").select("number").execute()).toHaveLength(6);
        expect((await audit(ledger.db)).findings).toEqual([]);
      },
      { isDryRun: true },
    );
  });
});
