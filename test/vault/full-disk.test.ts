// A real disk that is full, the study's or the vault's: each command says so, leaves both as they were,
// and goes on when it is run again with room.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { temporaryFolder } from "../world.ts";
import { vaultFolder, vaultWorld, type VaultFolder } from "./vaults.ts";

const KILO = 1024;
const [studyDisk, vaultDisk] = [temporaryFolder(), temporaryFolder()];
const mounted: string[] = [];
/** Only the system's own user may make a disk. */
const areMade = [studyDisk, vaultDisk].every((disk) => {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", disk], { stdio: "ignore" });
    mounted.push(disk);
    return true;
  } catch {
    return false;
  }
});
afterAll(() => {
  for (const disk of mounted) execFileSync("umount", [disk]);
});

const root = join(studyDisk, "study");
const keys = vaultFolder();
const file = join(vaultDisk, "vault.age");
const place: VaultFolder = { ...keys, file, env: { ...keys.env, RETOUR_VAULT: file, RETOUR_LANG: "en" } };
const newPassphrase = join(keys.folder, "new");
writeFileSync(newPassphrase, "une phrase tout autre que voici\n", { mode: 0o600 });
const table = join(keys.folder, "table.csv");
writeFileSync(table, "nom;remplacement\nSophie Durand;Karima\n");

async function retour(...argv: readonly string[]): Promise<{ exit: number; err: string }> {
  const env = { RETOUR_NEW_PASSPHRASE_FILE: newPassphrase };
  const world = vaultWorld(place, { cwd: existsSync(root) ? root : studyDisk, env });
  return { exit: await main(argv, world), err: world.err() };
}

/** Leaves so many bytes on a disk. */
function fill(disk: string, left: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, "fill"), Buffer.alloc(Math.max(0, bavail * bsize - left)));
}

const makeRoom = (): void => {
  for (const disk of mounted) rmSync(join(disk, "fill"), { force: true });
};

describe.skipIf(!areMade)("a full disk", () => {
  beforeEach(async () => {
    makeRoom();
    for (const disk of mounted)
      for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
    expect((await retour("init", "study", "--title", "Étude", "--consent", "elsewhere", "--yes")).exit).toBe(
      0,
    );
  });

  it("of the study leaves no vault that the study does not know", async () => {
    const reasons = new Set<string>();
    for (let left = 0; left < 512 * KILO; left += 4 * KILO) {
      fill(studyDisk, left);
      const { exit, err } = await retour("vault", "create");
      makeRoom();
      if (exit === 0) break;
      expect([exit, err.match(/full/g)], `${String(left)}: ${err}`).toEqual([2, ["full"]]);
      reasons.add(/\((.*)\)\n/.exec(err)?.[1] ?? "");
      expect(existsSync(file), String(left)).toBe(false);
    }
    expect(reasons.size).toBeGreaterThan(0);
    expect((await retour("vault", "list")).exit).toBe(0);
  });

  it.each([
    ["vault add", ["vault", "add", "Sophie Durand", "--as", "Karima"]],
    ["vault import", ["vault", "import", table]],
    ["vault change-passphrase", ["vault", "change-passphrase"]],
  ])("of the vault leaves it as it was: %s", async (_, argv) => {
    expect((await retour("vault", "create")).exit).toBe(0);
    const before = readFileSync(file);
    for (const left of [0, 0, 4 * KILO]) {
      // What is there takes the rest of its block.
      fill(vaultDisk, left);
      const { exit, err } = await retour(...argv);
      makeRoom();
      if (exit === 0) continue;
      expect(exit).toBe(2);
      expect(err).toContain("(vault.no-space)");
      expect(err).not.toContain(vaultDisk);
      expect(readFileSync(file).equals(before)).toBe(true);
      expect(readdirSync(vaultDisk).sort()).toEqual(["vault.age", "vault.age.lock"]);
      expect((await retour("vault", "list")).exit).toBe(0);
    }
    expect(readFileSync(file).equals(before)).toBe(true);
    expect((await retour(...argv)).exit).toBe(0);
    expect(readFileSync(file).equals(before)).toBe(false);
  });

  it("leaves no backup, and names the one that was asked for", async () => {
    writeFileSync(join(root, "notes.md"), "x".repeat(200 * KILO));
    const target = join(vaultDisk, "study.backup");
    for (const left of [0, 40, 100, 200].map((kilos) => kilos * KILO)) {
      fill(vaultDisk, left);
      const { exit, err } = await retour("backup", target);
      makeRoom();
      expect(exit).toBe(2);
      expect(err).toContain(`${target} was not written`);
      expect(err).toContain("(file.no-space)");
      expect(readdirSync(vaultDisk)).toEqual([]);
    }
    expect((await retour("backup", target)).exit).toBe(0);
  });
});
