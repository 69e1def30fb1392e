// Files that a transaction decided to write: there when it is done, healed when it was killed.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { exists, readText } from "../../src/kernel/files.ts";
import { sha256 } from "../../src/kernel/fingerprint.ts";
import { bench, LEDGER, type Bench } from "./study-with-ledger.ts";

/** Puts a file where a person would. */
function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** What a command leaves that was killed after its transaction and before its files. */
async function killedBeforeWriting(
  study: Bench,
  path: string,
  content: string,
  before: string | null,
): Promise<void> {
  await study.using(() => Promise.resolve());
  const raw = new Database(join(study.root, LEDGER));
  raw.prepare("insert into pending_file values (?, ?, ?)").run(path, Buffer.from(content), before);
  raw.close();
}

async function killedBeforeRemoving(study: Bench, path: string): Promise<void> {
  await study.using(() => Promise.resolve());
  const file = join(study.root, path);
  const sum = sha256(exists(file) ? readFileSync(file) : "");
  const raw = new Database(join(study.root, LEDGER));
  raw.prepare("insert into pending_file values (?, null, ?)").run(path, sum);
  raw.close();
}

const notices = (study: Bench, forWriting = true): Promise<[string, string, unknown][]> =>
  study.using(
    (ledger) =>
      Promise.resolve(ledger.notices.map(({ code, severity, params }) => [code, severity, params["beside"]])),
    { forWriting },
  );

describe("what a ledger that was changed by hand asks for", () => {
  it.each([
    "../autre.txt",
    "retours/../../autre.txt",
    "/tmp/autre.txt",
    ".retour/lock.db",
    "C:\\autre.txt",
    "..",
  ])("is not done outside the study, nor among what the program keeps: %s", async (path) => {
    const study = bench();
    await killedBeforeWriting(study, path, "piège", null);
    expect(await notices(study)).toEqual([["heal.outside", "error", undefined]]);
    expect(readdirSync(study.root)).toEqual([".retour"]);
    expect(exists(join(study.root, "../autre.txt"))).toBe(false);
    expect(await notices(study)).toEqual([]);
  });
});

describe("beside the ledger", () => {
  const isThere = (study: Bench, name: string): boolean => exists(join(study.root, ".retour", name));

  it.each(["lock.db", "LOCK.DB", "Ledger.db", "ledger.db-wal"])("%s is not taken away", async (name) => {
    const study = bench();
    await killedBeforeRemoving(study, `.retour/${name}`);
    expect(await notices(study)).toEqual([["heal.outside", "error", undefined]]);
    expect(isThere(study, "ledger.db")).toBe(true);
  });

  it.each(["ledger-2026-05-12.db", "ledger.db.bak"])("%s is taken away, and never written", async (name) => {
    const study = bench();
    write(study.root, `.retour/${name}`, "paroles");
    await killedBeforeRemoving(study, `.retour/${name}`);
    expect(await notices(study)).toEqual([["heal.removed", "info", undefined]]);
    expect(isThere(study, name)).toBe(false);
    await killedBeforeWriting(study, `.retour/${name}`, "piège", null);
    expect(await notices(study)).toEqual([["heal.outside", "error", undefined]]);
    expect(isThere(study, name)).toBe(false);
  });
});

describe("a file written with a transaction", () => {
  it("is there when the transaction is done, and nothing is left pending", async () => {
    const { using, root } = bench();
    await using(async (ledger) => {
      await ledger.write((change) => {
        change.writeFile("retours/g1.md", "première", undefined);
        change.writeFile("retours/g1.md", "deuxième", undefined);
        change.writeFile("copies/r01/P03.bin", new Uint8Array([0, 255]), undefined);
        return Promise.resolve();
      });
      expect(readText(join(root, "retours/g1.md"))).toBe("deuxième");
      expect(ledger.notices).toEqual([]);
      expect(await ledger.db.selectFrom("pending_file").selectAll().execute()).toEqual([]);
    });
  });

  it("replaces what it was made from, and says nothing", async () => {
    const { using, root } = bench();
    write(root, "retours/g1.md", "avant");
    await using(async (ledger) => {
      await ledger.write((change) => {
        change.writeFile("retours/g1.md", "après", "avant");
        return Promise.resolve();
      });
      expect(readText(join(root, "retours/g1.md"))).toBe("après");
      expect(ledger.notices).toEqual([]);
    });
  });

  it("never replaces what a person wrote meanwhile: both are kept, and it is said", async () => {
    const { using, root } = bench();
    write(root, "retours/g1.md", "avant");
    await using(async (ledger) => {
      await ledger.write((change) => {
        write(root, "retours/g1.md", "mes mots");
        change.writeFile("retours/g1.md", "après", "avant");
        return Promise.resolve();
      });
      expect(readText(join(root, "retours/g1.md"))).toBe("mes mots");
      expect(readText(join(root, "retours/g1.retour-1.md"))).toBe("après");
      expect(ledger.notices).toMatchObject([
        { code: "heal.kept-beside", params: { file: "retours/g1.md", beside: "retours/g1.retour-1.md" } },
      ]);
    });
  });

  it("goes beside a file that nobody knew of, under a name that is free", async () => {
    const { using, root } = bench();
    write(root, "LISEZMOI", "à moi");
    write(root, "LISEZMOI.retour-1", "à moi aussi");
    await using(async (ledger) => {
      await ledger.write((change) => {
        change.writeFile("LISEZMOI", "à nous", undefined);
        return Promise.resolve();
      });
      expect(readText(join(root, "LISEZMOI.retour-2"))).toBe("à nous");
      expect(readText(join(root, "LISEZMOI"))).toBe("à moi");
    });
  });
});

describe("a command killed before its files were written", () => {
  it("is mended by the next one, which says so once", async () => {
    const study = bench();
    write(study.root, "retours/g1.md", "avant");
    await killedBeforeWriting(study, "retours/g1.md", "après", sha256("avant"));
    expect(await notices(study)).toEqual([["heal.written", "info", undefined]]);
    expect(readText(join(study.root, "retours/g1.md"))).toBe("après");
    expect(await notices(study)).toEqual([]);
  });

  it("is mended when its file was written but not yet crossed off", async () => {
    const study = bench();
    write(study.root, "retours/g1.md", "après");
    await killedBeforeWriting(study, "retours/g1.md", "après", sha256("avant"));
    expect(await notices(study)).toEqual([]);
    expect(readdirSync(join(study.root, "retours"))).toEqual(["g1.md"]);
  });

  it("gets its file back when it was deleted meanwhile", async () => {
    const study = bench();
    await killedBeforeWriting(study, "retours/g1.md", "après", sha256("avant"));
    expect(await notices(study)).toEqual([["heal.written", "info", undefined]]);
  });

  it("leaves what a person has written since, and puts its own beside", async () => {
    const study = bench();
    write(study.root, "retours/g1.md", "mes mots");
    await killedBeforeWriting(study, "retours/g1.md", "après", sha256("avant"));
    expect(await notices(study)).toEqual([["heal.kept-beside", "warning", "retours/g1.retour-1.md"]]);
    expect(readText(join(study.root, "retours/g1.md"))).toBe("mes mots");
  });

  it("is mended by a command that only reads, unless another one writes at that moment", async () => {
    const study = bench();
    await killedBeforeWriting(study, "a.md", "après", null);
    expect(await notices(study, false)).toEqual([["heal.written", "info", undefined]]);
    const writer = await study.open();
    rmSync(join(study.root, "a.md"));
    study.byHand("insert into pending_file values ('a.md', x'61', null)");
    expect(await notices(study, false)).toEqual([]);
    expect(exists(join(study.root, "a.md"))).toBe(false);
    await writer.close();
  });

  it("is not mended by a dry run", async () => {
    const study = bench();
    await killedBeforeWriting(study, "a.md", "après", null);
    const dry = await study.open({ isDryRun: true });
    expect(dry.notices).toEqual([]);
    await dry.close();
    expect(exists(join(study.root, "a.md"))).toBe(false);
  });
});
