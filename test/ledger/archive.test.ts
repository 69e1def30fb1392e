// The one file that holds a ledger and the study's files.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exists } from "../../src/kernel/files.ts";
import { isArchive, openArchive, writeArchive, type ArchivedFile } from "../../src/ledger/archive.ts";
import { openFile } from "../../src/ledger/connection.ts";
import { examine, sqliteVersion } from "../../src/ledger/health.ts";
import { temporaryFolder } from "../world.ts";
import { addSession, bench, LEDGER } from "./study-with-ledger.ts";

async function archived(files: readonly ArchivedFile[]): Promise<{ file: string; root: string }> {
  const { root, using } = bench();
  await using((ledger) => addSession(ledger, "s01"));
  const file = join(root, "a");
  writeArchive(join(root, LEDGER), file, files);
  return { file, root };
}

describe("an archive", () => {
  it("gives back every byte of every file", async () => {
    const content = fc.uint8Array({ maxLength: 300 });
    const path = fc.stringMatching(/^[a-zé/ ]{1,12}$/);
    const files = fc.uniqueArray(fc.record({ path, content, mode: fc.nat(0o777) }), {
      selector: (each) => each.path,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        const { file } = await archived(given);
        expect(isArchive(file)).toBe(true);
        const archive = openArchive(file);
        const sizes = new Map(archive.entries.map((entry) => [entry.path, entry.bytes]));
        expect(sizes).toEqual(new Map(given.map((each) => [each.path, each.content.length])));
        for (const each of given) {
          const { path: name, content: bytes, mode } = archive.read(each.path);
          expect({ path: name, content: [...bytes], mode }).toEqual({ ...each, content: [...each.content] });
        }
        archive.close();
      }),
      { numRuns: 25 },
    );
  });

  it("gives back the ledger without the files", async () => {
    const { file, root } = await archived([
      { path: "a.md", content: Buffer.from("les mots de Nadia"), mode: 0o600 },
    ]);
    const archive = openArchive(file);
    const target = join(root, "retour.db");
    archive.writeLedger(target);
    expect(() => archive.writeLedger(target)).toThrow(/exists/);
    expect(() => archive.read("b.md")).toThrow(RangeError);
    archive.close();
    const ledger = openFile(target);
    expect(ledger.prepare("select count(*) from turn").pluck().get()).toBe(3);
    expect(ledger.serialize().includes("Nadia")).toBe(false);
    ledger.close();
  });

  it("is not made of what is no ledger", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "x"), "pas une base de données");
    expect(() => writeArchive(join(folder, "x"), join(folder, "a"), [])).toThrow(
      expect.objectContaining({ code: "ledger.damaged" }),
    );
    expect(exists(join(folder, "a"))).toBe(false);
    expect(() => openArchive(join(folder, "x"))).toThrow(expect.objectContaining({ code: "ledger.damaged" }));
  });
});

describe("the health of a ledger", () => {
  it("is what SQLite says: nothing, rows that hang in the air, or no database at all", async () => {
    const { using, byHand, root } = bench();
    await using((ledger) => addSession(ledger, "s01"));
    expect(examine(join(root, LEDGER))).toEqual([]);
    byHand("delete from transcript");
    expect(examine(join(root, LEDGER))).toHaveLength(3);
    writeFileSync(join(root, LEDGER), "pas une base de données");
    expect(() => examine(join(root, LEDGER))).toThrow(expect.objectContaining({ code: "ledger.damaged" }));
    expect(sqliteVersion()).toMatch(/^3\./);
  });
});
