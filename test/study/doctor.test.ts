// What doctor finds on the machine and in the study.
import { chmodSync, mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { exists } from "../../src/kernel/files.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { doctor, thisMachine, type Check } from "../../src/study/doctor.ts";
import { initStudy } from "../../src/study/init.ts";
import { temporaryFolder, testWorld, type TestWorld } from "../world.ts";

let root: string;
let world: TestWorld;

beforeEach(async () => {
  root = join(temporaryFolder(), "etude");
  world = testWorld({ cwd: root });
  await initStudy(world, root, {
    title: "T",
    language: "fr",
    kind: "collective",
    group: "G",
    rule: { kind: "unanimity" },
    silence: "not-agreement",
    audience: "group",
    vault: "none",
    consent: "elsewhere",
  });
});

const found = (checks: readonly Check[]): string[] =>
  checks.flatMap(({ id, ok, diagnostics }) =>
    diagnostics.map(({ code, params }) =>
      `${ok ? "!" : "✗"} ${id} ${code} ${String(params["file"] ?? "")}`.trim(),
    ),
  );

function onLedger(...statements: string[]): void {
  const raw = new Database(join(root, ".retour/ledger.db"));
  for (const statement of statements) raw.exec(statement);
  raw.close();
}

describe("doctor", () => {
  it("finds nothing to say of a new study", async () => {
    const checks = await doctor(world, root);
    expect(found(checks)).toEqual([]);
    expect(checks.map(({ id, ok }) => [id, ok])).toEqual(
      ["node", "database", "study", "settings", "ledger", "files", "private", "leftovers"].map((id) => [
        id,
        true,
      ]),
    );
    expect(checks[0]?.fact).toBe(process.versions.node);
  });

  it("examines the machine alone where there is no study", async () => {
    const checks = await doctor(world, undefined);
    expect(checks.map(({ id }) => id)).toEqual(["node", "database", "study"]);
  });

  it.each([
    ["18.20.0", false],
    ["20.18.9", false],
    ["20.19.0", true],
    ["22.1.0", true],
    ["24.0.0", true],
  ])("takes Node.js %s to be good enough: %s", async (node, ok) => {
    const [first] = await doctor(world, undefined, { ...thisMachine, node });
    expect(first).toMatchObject({ id: "node", ok });
  });

  it("says that SQLite does not load, and leaves the ledger alone then", async () => {
    const sqlite = (): never => {
      throw new Error("not a valid binary\nat dlopen");
    };
    const checks = await doctor(world, root, { ...thisMachine, sqlite });
    expect(checks.map(({ id }) => id)).not.toContain("ledger");
    expect(checks[1]?.diagnostics[0]?.params).toEqual({ reason: "Error: not a valid binary" });
  });

  it("says every mistake of the settings, and warnings without failing", async () => {
    writeFileSync(join(root, "retour.yaml"), "titre: T\n");
    expect(found(await doctor(world, root))).toEqual(["✗ settings settings.unknown-key"]);
    writeFileSync(join(root, "retour.yaml"), Buffer.from([0xff, 0xfe, 0xe9]));
    expect(found(await doctor(world, root))[0]).toMatch(/^✗ settings file.not-utf8/);
  });

  it("says that the ledger is gone without making a new one", async () => {
    rmSync(join(root, ".retour/ledger.db"));
    expect(found(await doctor(world, root))).toEqual(["✗ ledger doctor.no-ledger .retour/ledger.db"]);
    expect(exists(join(root, ".retour/ledger.db"))).toBe(false);
  });

  it("finds a ledger that is not one, and rows that hang in the air", async () => {
    onLedger(
      "pragma foreign_keys = off",
      "insert into turn (session, number, position, words) values ('s01', 1, 1, 'x')",
    );
    const checks = await doctor(world, root);
    expect(found(checks)).toEqual(["✗ ledger doctor.unsound"]);
    expect(checks[4]?.diagnostics[0]?.params["reason"]).toMatch(/^turn \d+ → transcript$/);
    writeFileSync(join(root, ".retour/ledger.db"), "pas une base");
    expect(found(await doctor(world, root))[0]).toMatch(/^✗ ledger ledger.damaged/);
  });

  it("heals what a killed command left, and says so", async () => {
    onLedger("insert into pending_file values ('retours/g1.md', x'61', null)");
    expect(found(await doctor(world, root))).toEqual(["! ledger heal.written retours/g1.md"]);
    expect(found(await doctor(world, root))).toEqual([]);
  });

  it("misses the sheets and documents that the ledger knows", async () => {
    const ledger = await openLedger({ ...world, root, forWriting: true, isDryRun: false });
    await ledger.write(async (change) => {
      await change.insert("sheet", [
        { session: "s01", sha256: "0" },
        { session: "s02", sha256: "0" },
      ]);
      const row = {
        grp: "g1",
        edition: "r01",
        generated: "",
        inputs: "",
        content: "",
        at: "2026-01-15T00:00:00Z",
      };
      await change.insert("document", [row]);
    });
    await ledger.close();
    mkdirSync(join(root, "sessions/s01"));
    writeFileSync(join(root, "sessions/s01/transcript.md"), "");
    const checks = await doctor(world, root);
    expect(found(checks)).toEqual([
      "✗ files doctor.file-missing sessions/s02/transcript.md",
      "✗ files doctor.file-missing retours/g1.md",
    ]);
    expect(checks.find(({ id }) => id === "files")?.fact).toBe("3");
  });

  it("does not follow an id that someone made up in the ledger", async () => {
    onLedger("insert into sheet values ('../../etc', '0')");
    expect(found(await doctor(world, root))).toEqual([]);
  });

  it("lets a bug be a bug", async () => {
    const now = (): Date => {
      throw new RangeError("l’horloge est cassée");
    };
    await expect(doctor({ ...world, now }, root)).rejects.toThrow(RangeError);
  });

  it("warns when others can read the study", async () => {
    chmodSync(join(root, "retour.yaml"), 0o644);
    expect(found(await doctor(world, root))).toEqual([]);
    chmodSync(root, 0o755);
    expect(found(await doctor(world, root))).toEqual(["! private doctor.readable-by-others retour.yaml"]);
    chmodSync(join(root, "retour.yaml"), 0o600);
    expect(found(await doctor(world, root))).toEqual([]);
  });

  it("warns of half-written files that are older than itself", async () => {
    const old = join(root, "retours/g1.md.4242.tmp");
    const young = join(root, "retours/g2.md.4243.tmp");
    for (const path of [old, young]) writeFileSync(path, "à moitié");
    utimesSync(old, new Date("2026-01-01"), new Date("2026-01-01"));
    utimesSync(young, new Date("2027-01-01"), new Date("2027-01-01"));
    expect(found(await doctor(world, root))).toEqual(["! leftovers doctor.leftover retours/g1.md.4242.tmp"]);
  });
});
