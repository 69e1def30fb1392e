// A study in one file, and back.
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { exists, readText } from "../../src/kernel/files.ts";
import { ARCHIVE_ID } from "../../src/ledger/archive.ts";
import { audit } from "../../src/ledger/audit.ts";
import { SCHEMA_VERSION } from "../../src/ledger/connection.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { backUp } from "../../src/study/backup.ts";
import { initStudy } from "../../src/study/init.ts";
import { listFiles } from "../../src/study/list-files.ts";
import { openStudy } from "../../src/study/open.ts";
import { restore } from "../../src/study/restore.ts";
import { isSafePath } from "../../src/study/safe-path.ts";
import { temporaryFolder, testWorld, type TestWorld } from "../world.ts";

let root: string;
let world: TestWorld;
let file: string;

beforeEach(async () => {
  const parent = temporaryFolder();
  root = join(parent, "etude");
  world = testWorld({ cwd: parent });
  file = join(parent, "mai.retour-backup");
  await initStudy(world, root, {
    title: "Peur & réseau",
    language: "fr",
    kind: "collective",
    group: "G",
    rule: { kind: "unanimity" },
    silence: "not-agreement",
    audience: "group",
    vault: "none",
    consent: "elsewhere",
  });
  const ledger = await openLedger({ ...world, root, forWriting: true, isDryRun: false });
  await ledger.write(async (change) => {
    const row = { session: "s01", sha256: "0", format: "vtt", bytes: 1, imported: "2026-01-15T00:00:00Z" };
    await change.insert("transcript", [row]);
    change.record("transcript.imported", "transcript", "s01");
    change.writeFile("sessions/s01/transcript.md", "# s01\n\nAlors euh voilà.\n", undefined);
  });
  await ledger.close();
  writeFileSync(join(root, "returns", "2026-02-01-P03.bin"), Buffer.from([0, 255, 1, 254]));
});

/** Every file below a folder but the ledger's own, with its bytes. */
function contents(folder: string): Map<string, string> {
  const files = [...listFiles(folder)].filter(
    ({ kind, path }) => kind === "file" && !/ledger|lock/.test(path),
  );
  return new Map(files.map(({ path }) => [path, readFileSync(join(folder, path), "base64")]));
}

const refusal = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

/** Changes a backup's file by hand. */
function tamper(...statements: string[]): void {
  const raw = new Database(file);
  for (const statement of statements) raw.exec(statement);
  raw.close();
}

describe("a backup", () => {
  it("is one private file, from which the study comes back whole", async () => {
    const made = await backUp(world, root, "mai.retour-backup");
    expect(made).toMatchObject({ file, files: 5, bytes: statSync(file).size, diagnostics: [] });
    expect((statSync(file).mode & 0o777).toString(8)).toBe("600");
    expect(readdirSync(dirname(file)).sort()).toEqual(["etude", "mai.retour-backup"]);
    const back = restore(world, file, "retrouvee");
    expect(back).toEqual({ folder: join(world.cwd, "retrouvee"), files: 5 });
    expect(contents(back.folder)).toEqual(contents(root));
    const study = await openStudy(world, { folder: "retrouvee", forWriting: true });
    expect(await audit(study.ledger.db)).toEqual({ lines: 2, findings: [] });
    expect(await study.ledger.db.selectFrom("transcript").select("session").execute()).toEqual([
      { session: "s01" },
    ]);
    const before = await openStudy(world, { folder: root, forWriting: false });
    expect(study.ledger.studyId).toBe(before.ledger.studyId);
    await before.close();
    await study.close();
    const raw = new Database(join(back.folder, ".retour/ledger.db"), { readonly: true });
    expect(raw.prepare("select name from sqlite_schema where name = 'backup_file'").all()).toEqual([]);
    raw.close();
  });

  it("goes by default into a folder named after the study", async () => {
    await backUp(world, root, file);
    expect(basename(restore(world, file, undefined).folder)).toBe("peur-reseau");
  });

  it("can be made of a study whose settings have mistakes, and brings them back as they are", async () => {
    writeFileSync(join(root, "retour.yaml"), "titre: à moitié écrit");
    await backUp(world, root, file);
    const { folder } = restore(world, file, undefined);
    expect(basename(folder)).toBe("etude-restauree");
    expect(readText(join(folder, "retour.yaml"))).toBe("titre: à moitié écrit");
  });

  it("leaves out what other tools make, other backups, and what links lead to", async () => {
    for (const folder of ["node_modules/x", ".git"]) mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, "node_modules/x/y.js"), "");
    writeFileSync(join(root, ".git/config"), "");
    symlinkSync("/etc/hostname", join(root, "lien"));
    symlinkSync(root, join(root, "boucle"));
    const first = await backUp(world, root, "etude/dedans.retour-backup");
    expect(first.files).toBe(5);
    expect(first.diagnostics.map(({ code, params }) => [code, params["file"]])).toEqual([
      ["backup.link-skipped", "boucle"],
      ["backup.link-skipped", "lien"],
      ["backup.inside-study", "dedans.retour-backup"],
    ]);
    expect((await backUp(world, root, file)).files).toBe(5);
  });

  it("heals first what a killed command left", async () => {
    const raw = new Database(join(root, ".retour/ledger.db"));
    raw.prepare("insert into pending_file values ('retours/g1.md', ?, null)").run(Buffer.from("# Retour\n"));
    raw.close();
    const made = await backUp(world, root, file);
    expect(made.files).toBe(6);
    expect(made.diagnostics.map(({ code }) => code)).toEqual(["heal.written"]);
  });

  it("never replaces a file, is not too large, and has no name that could not come back", async () => {
    writeFileSync(file, "autre chose");
    await expect(backUp(world, root, file)).rejects.toMatchObject({ code: "backup.exists" });
    expect(readText(file)).toBe("autre chose");
    writeFileSync(join(root, "son.wav"), "");
    truncateSync(join(root, "son.wav"), 3 * 1024 * 1024);
    await expect(backUp(world, root, "b", { limit: 2 * 1024 * 1024 })).rejects.toMatchObject({
      code: "backup.too-large",
      params: { megabytes: 4, limit: 2, largest: "son.wav" },
    });
    writeFileSync(join(root, "a\\b"), "");
    await expect(backUp(world, root, "b")).rejects.toMatchObject({ code: "backup.odd-name" });
    expect(exists(join(world.cwd, "b"))).toBe(false);
  });

  it("does not make the folder it should go to, which may be a key that is not plugged in", async () => {
    await expect(backUp(world, root, "absent/b")).rejects.toMatchObject({ code: "backup.no-folder" });
    expect(readdirSync(world.cwd)).toEqual(["etude"]);
  });

  it.runIf(process.platform === "linux")("says when its folder cannot be written", async () => {
    await expect(backUp(world, root, "/sys/b")).rejects.toMatchObject({ code: "file.read-only" });
  });

  it("writes nothing in a dry run", async () => {
    const made = await backUp(world, root, file, { isDryRun: true });
    expect(made.files).toBe(5);
    expect(exists(file)).toBe(false);
    await backUp(world, root, file);
    expect(restore(world, file, "d", { isDryRun: true }).files).toBe(5);
    expect(exists(join(world.cwd, "d"))).toBe(false);
  });
});

describe("restoring", () => {
  it("refuses a folder that holds something, and one inside a study", async () => {
    await backUp(world, root, file);
    expect(refusal(() => restore(world, file, root))).toMatchObject({ code: "restore.not-empty" });
    expect(refusal(() => restore(world, file, join(root, "x")))).toMatchObject({ code: "init.inside-study" });
    expect(refusal(() => restore(world, file, file))).toMatchObject({ code: "study.not-folder" });
    mkdirSync(join(world.cwd, "vide"));
    expect(restore(world, file, "vide").files).toBe(5);
  });

  it("refuses what is not a backup: missing, short, another file, a ledger", () => {
    expect(refusal(() => restore(world, "absent", "d"))).toMatchObject({ code: "file.missing" });
    writeFileSync(file, "court");
    expect(refusal(() => restore(world, file, "d"))).toMatchObject({ code: "restore.not-backup" });
    const ledger = join(root, ".retour/ledger.db");
    expect(refusal(() => restore(world, ledger, "d"))).toMatchObject({ code: "restore.not-backup" });
  });

  it("refuses a damaged backup, and one made by a newer version", async () => {
    await backUp(world, root, file);
    tamper(`pragma user_version = ${String(SCHEMA_VERSION + 1)}`);
    expect(refusal(() => restore(world, file, "d"))).toMatchObject({ code: "ledger.newer" });
    tamper(`pragma user_version = ${String(SCHEMA_VERSION)}`);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(7, 4096, 12_000));
    expect(refusal(() => restore(world, file, "d"))).toMatchObject({ code: "ledger.damaged" });
    expect(exists(join(world.cwd, "d"))).toBe(false);
  });

  it.each([
    "../dehors",
    "/etc/x",
    "a/../../b",
    "a//b",
    "a\\b",
    ".retour/ledger.db",
    "x/.GIT/config",
    "a\nb",
    "",
  ])("refuses the path %j", async (path) => {
    await backUp(world, root, file);
    const raw = new Database(file);
    raw.prepare("insert into backup_file values (?, ?, 384)").run(path, Buffer.from("x"));
    raw.close();
    expect(refusal(() => restore(world, file, "d"))).toMatchObject({ code: "restore.unsafe-path" });
    expect(readdirSync(world.cwd).sort()).toEqual(["etude", "mai.retour-backup"]);
  });

  it("knows that a colon is no plain name on Windows", () => {
    expect(isSafePath("notes 14:30.md", false)).toBe(true);
    expect(isSafePath("notes 14:30.md", true)).toBe(false);
  });

  it("refuses a backup without settings, or with no table of files", async () => {
    await backUp(world, root, file);
    tamper("delete from backup_file where path = 'retour.yaml'");
    expect(refusal(() => restore(world, file, "d"))).toMatchObject({ code: "restore.not-backup" });
    tamper("drop table backup_file");
    expect(refusal(() => restore(world, file, "d"))).toMatchObject({ code: "ledger.damaged" });
  });

  it("takes back what it wrote when it cannot finish", async () => {
    await backUp(world, root, file);
    // A file where another path needs a folder.
    tamper("insert into backup_file values ('sessions', x'00', 384)");
    expect(refusal(() => restore(world, file, "d"))).toMatchObject({ code: "restore.same-name" });
    expect(exists(join(world.cwd, "d"))).toBe(false);
    mkdirSync(join(world.cwd, "e"));
    expect(refusal(() => restore(world, file, "e"))).toMatchObject({ code: "restore.same-name" });
    expect(readdirSync(join(world.cwd, "e"))).toEqual([]);
  });

  it("gives files to their owner alone, and can still run those that could be run", async () => {
    writeFileSync(join(root, "outil.sh"), "#!/bin/sh\n");
    chmodSync(join(root, "outil.sh"), 0o755);
    await backUp(world, root, file);
    const { folder } = restore(world, file, "d");
    expect((statSync(join(folder, "outil.sh")).mode & 0o777).toString(8)).toBe("700");
    expect((statSync(join(folder, "retour.yaml")).mode & 0o777).toString(8)).toBe("600");
  });

  it("is told from a ledger by its mark", async () => {
    await backUp(world, root, file);
    const raw = new Database(file, { readonly: true });
    expect(raw.pragma("application_id", { simple: true })).toBe(ARCHIVE_ID);
    raw.close();
    mkdirSync(join(world.cwd, "d/.retour"), { recursive: true });
    writeFileSync(join(world.cwd, "d/.retour/ledger.db"), readFileSync(file));
    const options = { ...world, root: join(world.cwd, "d"), forWriting: true, isDryRun: false };
    await expect(openLedger(options)).rejects.toMatchObject({ code: "ledger.foreign" });
  });
});
