// The standard age program (Debian's package; .ci/run installs it) opens our vaults, and we open its files.
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { VaultContents } from "../../src/vault/contents.ts";
import { formatContents } from "../../src/vault/parse-contents.ts";
import { PASSPHRASE, readVault, VAULT_ID, vaultFolder, writeVault } from "./vaults.ts";

const contents: VaultContents = {
  version: 1,
  id: VAULT_ID,
  identities: [{ id: "i001", kind: "person", names: ["Sophie Durand", "Zoé"], replacement: "Karima" }],
  answers: [],
  originals: { s01: { "12": "C’est Sophie." } },
};

function age(passphrase: string, ...args: string[]): { status: number | null; said: string } {
  const script = join(import.meta.dirname, "age-at-terminal.py");
  const { status, stdout, stderr } = spawnSync("python3", [script, passphrase, "age", ...args], {
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
}

describe("the age program", () => {
  it("opens a vault, in which a person can read", async () => {
    const place = vaultFolder();
    await writeVault(place, contents);
    const out = join(place.folder, "out.json");
    expect(age(PASSPHRASE, "--decrypt", "--output", out, place.file)).toEqual({
      status: 0,
      said: expect.any(String) as string,
    });
    const text = readFileSync(out, "utf8");
    expect(text).toBe(formatContents(contents));
    expect(text).toMatch(/^\{"id":"i001","kind":"person","names":\["Sophie Durand","Zoé"\]/m);
  });

  it("does not open it with another passphrase", async () => {
    const place = vaultFolder();
    await writeVault(place, contents);
    expect(age("autre phrase de passe", "--decrypt", place.file).status).not.toBe(0);
  });

  it.each([["binary"], ["armored"]])("makes a %s file that we open and save", async (form) => {
    const place = vaultFolder();
    const plain = join(place.folder, "plain.json");
    writeFileSync(plain, formatContents(contents));
    const armor = form === "armored" ? ["--armor"] : [];
    expect(age(PASSPHRASE, "--passphrase", ...armor, "--output", place.file, plain).status).toBe(0);
    chmodSync(place.file, 0o600);
    expect(await readVault(place)).toEqual(contents);
    await writeVault(place, { answers: [{ form: "rose", says: "word" }] });
    expect((await readVault(place)).answers.length).toBe(1);
  });
});
