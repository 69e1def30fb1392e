// Verbs that write the vault, killed at each of their effects: the vault opens, as it was or as it was to be.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { VaultContents } from "../../src/vault/contents.ts";
import { openVaultFile } from "../../src/vault/open.ts";
import { temporaryFolder } from "../world.ts";
import { PASSPHRASE } from "./vaults.ts";

const bin = join(import.meta.dirname, "../../bin/retour.js");
const hook = join(import.meta.dirname, "../fault/killer.mjs");
const NEXT = "une tout autre phrase de passe";

/** A folder with a study, its vault and the passphrases beside it. */
let ready = "";

interface Ended {
  readonly status: number | null;
  readonly signal: string | null;
  readonly said: string;
}

function retour(
  folder: string,
  args: readonly string[],
  more: Record<string, string> = {},
  passphrase = "passphrase",
): Ended {
  const preload =
    more["RETOUR_COUNT_FILE"] === undefined && more["RETOUR_KILL_AT"] === undefined ? [] : ["--import", hook];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...preload, bin, ...args], {
    cwd: join(folder, "etude"),
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"],
      HOME: folder,
      RETOUR_LANG: "fr",
      RETOUR_VAULT: join(folder, "coffre", "v.age"),
      RETOUR_PASSPHRASE_FILE: join(folder, passphrase),
      RETOUR_NEW_PASSPHRASE_FILE: join(folder, "next"),
      ...more,
    },
  });
  return { status, signal, said: stdout + stderr };
}

function copyOf(folder: string): string {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** The vault's contents under one of these passphrases. */
async function opened(folder: string, ...passphrases: readonly string[]): Promise<VaultContents> {
  for (const passphrase of passphrases) {
    try {
      const path = join(folder, "coffre", "v.age");
      return (await openVaultFile({ path, passphrase, isDryRun: false })).contents;
    } catch (error) {
      if (!(error instanceof Error && error.message === "vault.wrong-passphrase")) throw error;
    }
  }
  throw new Error("no passphrase opens it");
}

/** A copy of the study for each effect of a command, or for one in two, killed at that effect. */
function* killedAtEach(from: string, args: readonly string[], step = 1): Generator<string> {
  const counted = copyOf(from);
  const count = join(counted, "count");
  expect(retour(counted, args, { RETOUR_COUNT_FILE: count, RETOUR_KILL_AT: "0" }).status).toBe(0);
  const effects = Number(readFileSync(count, "utf8"));
  expect(effects).toBeGreaterThan(3);
  for (let at = 1; at <= effects; at += step) {
    const folder = copyOf(from);
    const { signal } = retour(folder, args, { RETOUR_KILL_AT: String(at) });
    expect(signal, `effect ${String(at)} of ${String(effects)}`).toBe("SIGKILL");
    yield folder;
  }
}

beforeAll(() => {
  ready = temporaryFolder();
  writeFileSync(join(ready, "passphrase"), PASSPHRASE, { mode: 0o600 });
  writeFileSync(join(ready, "next"), NEXT, { mode: 0o600 });
  const study = "title: T\nconsent: elsewhere\ngroups: [{ id: g1, title: G }]\nparticipants:\n";
  mkdirSync(join(ready, "etude"));
  writeFileSync(
    join(ready, "etude", "retour.yaml"),
    `${study}  - { id: P01, group: g1, pseudonym: Karima, description: D }\n`,
  );
  for (const args of [
    ["vault", "create"],
    ["vault", "add", "Sophie Durand", "--as", "Karima", "--participant", "P01"],
  ]) {
    const { status, said } = retour(ready, args);
    expect(status, said).toBe(0);
  }
});

describe("killed at each effect", () => {
  it("a change of passphrase leaves a vault that the old or the new one opens", async () => {
    for (const folder of killedAtEach(ready, ["vault", "change-passphrase"])) {
      const { identities } = await opened(folder, PASSPHRASE, NEXT);
      expect(identities.map(({ names }) => names)).toEqual([["Sophie Durand"]]);
    }
  });

  it("an addition is there or is not, and can be made again", async () => {
    const args = ["vault", "add", "Malik Benali", "--as", "Yanis"];
    for (const folder of killedAtEach(ready, args)) {
      const before = (await opened(folder, PASSPHRASE)).identities.length;
      expect([1, 2]).toContain(before);
      expect(retour(folder, args).status).toBe(0);
      expect((await opened(folder, PASSPHRASE)).identities.length).toBe(2);
    }
  });

  it("another pseudonym is taken up again where it was left", async () => {
    const args = ["vault", "rename", "Karima", "Samia"];
    for (const folder of killedAtEach(ready, args, 2)) {
      const again = retour(folder, args);
      const isDone = again.said.includes("vault.unknown-replacement");
      expect(again.status, again.said).toBe(isDone ? 2 : 0);
      expect((await opened(folder, PASSPHRASE)).identities[0]?.replacement).toBe("Samia");
      expect(readFileSync(join(folder, "etude", "retour.yaml"), "utf8")).toContain("pseudonym: Samia");
    }
  });

  it("a new vault is there whole, or is not there", async () => {
    const bare = copyOf(ready);
    const fresh = temporaryFolder();
    mkdirSync(join(fresh, "etude"));
    cpSync(join(bare, "etude", "retour.yaml"), join(fresh, "etude", "retour.yaml"));
    for (const file of ["passphrase", "next"]) cpSync(join(bare, file), join(fresh, file));
    expect(retour(fresh, ["group", "add", "--title", "Un autre"]).status).toBe(0); // Makes the ledger.
    for (const folder of killedAtEach(fresh, ["vault", "create"], 2)) {
      const isThere = existsSync(join(folder, "coffre", "v.age"));
      expect(retour(folder, ["vault", isThere ? "open" : "create"]).status).toBe(0);
      expect((await opened(folder, PASSPHRASE)).identities).toEqual([]);
      expect(retour(folder, ["audit"]).status).toBe(0);
    }
  });
});
