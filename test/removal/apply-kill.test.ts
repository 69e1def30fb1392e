// `vault apply` killed at many of its effects: it was not asked, or the next one ends it; no name stays
// in what it takes names out of, and nobody's words go with them.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readVault, type VaultFolder } from "../vault/vaults.ts";
import { temporaryFolder } from "../world.ts";
import { filesThatSay } from "./byte-search.ts";
import { NAME, namedLoop } from "./named-loop.ts";

const root = join(import.meta.dirname, "../..");
const bin = join(root, "bin/retour.js");
const hook = join(root, "test/fault/killer.mjs");
const APPLY = ["vault", "apply", "--yes"];
/** One effect in so many: each was tried once. */
const STEP = 6;

/** What is a person's own to change or put away. */
const theirs = /^(?:returns\/|recu\/|paroles\/|notes\/|sauvegarde\.retour$)/;

interface Copy {
  readonly folder: string;
  readonly place: VaultFolder;
}

function copyOf({ folder, place }: Copy): Copy {
  const copy = join(temporaryFolder(), "etude");
  cpSync(folder, copy, { recursive: true });
  const vaults = temporaryFolder();
  cpSync(place.folder, vaults, { recursive: true });
  const [file, passphraseFile] = [join(vaults, "vault.age"), join(vaults, "passphrase")];
  const env = { RETOUR_LANG: "fr", RETOUR_VAULT: file, RETOUR_PASSPHRASE_FILE: passphraseFile };
  return { folder: copy, place: { folder: vaults, file, passphraseFile, env } };
}

function retour({ folder, place }: Copy, argv: readonly string[], more: Record<string, string> = {}) {
  const preload = "RETOUR_KILL_AT" in more ? ["--import", hook] : [];
  const env = { PATH: process.env["PATH"], HOME: folder, ...place.env, ...more };
  const done = spawnSync(process.execPath, [...preload, bin, ...argv], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  if (done.status === 70) throw new Error(`${argv.join(" ")}: ${done.stderr}`);
  return done;
}

it("killed at any of its effects, it is ended by being typed again", { timeout: 600_000 }, async () => {
  const start = await namedLoop();
  await start.run(["vault", "add", NAME, "--as", "Moussa"]);
  const counted = copyOf(start);
  const count = join(temporaryFolder(), "count");
  // Exit 1: exports had left with the name.
  expect(retour(counted, APPLY, { RETOUR_KILL_AT: "0", RETOUR_COUNT_FILE: count }).status).toBe(1);
  const effects = Number(readFileSync(count, "utf8"));
  expect(effects).toBeGreaterThan(20);
  const visible = ["retours/g1.md", "sessions/s01/transcript.md"];
  const { originals } = await readVault(counted.place);
  for (let at = 1; at <= effects; at += STEP) {
    const where = `effect ${String(at)} of ${String(effects)}`;
    const study = copyOf(start);
    expect(retour(study, APPLY, { RETOUR_KILL_AT: String(at) }).signal, where).toBe("SIGKILL");
    const again = retour(study, APPLY);
    expect([0, 1], where).toContain(again.status);
    // The export is told of whether it is found now or was found then.
    expect(again.stdout, where).toContain("x001");
    expect(
      filesThatSay(study.folder, [NAME]).filter((file) => !theirs.test(file)),
      where,
    ).toEqual([]);
    for (const file of visible)
      expect(readFileSync(join(study.folder, file), "utf8"), where).toBe(
        readFileSync(join(counted.folder, file), "utf8"),
      );
    expect((await readVault(study.place)).originals, where).toEqual(originals);
    expect(existsSync(join(study.folder, "exports/2026-05-12-synthese/manifest.json")), where).toBe(true);
    expect(retour(study, ["audit"]).status, where).toBe(0);
  }
});
