// Studies with a real vault beside them, for tests of any room: the vault is made by our own code,
// its passphrase in a file as a script would give it.
import type * as crypto from "node:crypto";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { vi } from "vitest";
import { openLedger } from "../../src/ledger/ledger.ts";
import type { VaultContents } from "../../src/vault/contents.ts";
import { createVaultFile, openVaultFile } from "../../src/vault/open.ts";
import { recordVault } from "../../src/vault/store.ts";
import { temporaryFolder, testWorld, type TestWorld, type TestWorldOptions } from "../world.ts";

// A key derived once, of the same passphrase, salt and cost, is not derived again in the same test
// file: it would be the same, and each takes a quarter of a second. New salts are derived as ever;
// `age.test.ts` and the tests that run the program are without this.
vi.doMock("node:crypto", async (importOriginal) => {
  const real = await importOriginal<typeof crypto>();
  const known = new Map<string, Buffer>();
  const once = (...[passphrase, salt, length, options, callback]: Parameters<typeof crypto.scrypt>): void => {
    const asked = JSON.stringify([passphrase, salt, length, options]);
    const key = known.get(asked);
    if (key) return void setImmediate(callback, null, Buffer.from(key));
    real.scrypt(passphrase, salt, length, options, (error, derived) => {
      if (!error) known.set(asked, Buffer.from(derived));
      callback(error, derived);
    });
  };
  return { ...real, scrypt: once };
});

export const PASSPHRASE = "cheval exact pile agrafe lundi";

/** The id of every vault made here. */
export const VAULT_ID = "abcdef0123456789abcdef0123456789";

export interface VaultFolder {
  /** Outside any study, open to its owner alone. */
  readonly folder: string;
  /** Where the vault is, or will be. */
  readonly file: string;
  /** The file that holds `PASSPHRASE`. */
  readonly passphraseFile: string;
  /** What makes the command line find both. */
  readonly env: Readonly<Record<string, string>>;
}

/** A new folder for a vault, with its passphrase's file; no vault yet. */
export function vaultFolder(): VaultFolder {
  const folder = temporaryFolder();
  const file = join(folder, "vault.age");
  const passphraseFile = join(folder, "passphrase");
  writeFileSync(passphraseFile, `${PASSPHRASE}\n`, { mode: 0o600 });
  chmodSync(passphraseFile, 0o600);
  const env = { RETOUR_LANG: "fr", RETOUR_VAULT: file, RETOUR_PASSPHRASE_FILE: passphraseFile };
  return { folder, file, passphraseFile, env };
}

/** A test world whose commands find the vault of this folder and its passphrase. */
export function vaultWorld(place: VaultFolder, options: TestWorldOptions): TestWorld {
  return testWorld({ ...options, env: { ...place.env, ...options.env } });
}

/** Vaults made here, by what they were given: the same one is not enciphered twice in a test file. */
const made = new Map<string, Buffer>();

/** Makes the vault with these contents, or gives them to the vault that is there. */
export async function writeVault(
  place: VaultFolder,
  contents: Partial<Omit<VaultContents, "version" | "id">> = {},
): Promise<void> {
  const isNew = !existsSync(place.file);
  const given = JSON.stringify(contents);
  const before = isNew ? made.get(given) : undefined;
  if (before) {
    writeFileSync(place.file, before, { mode: 0o600 });
    return;
  }
  const kept = { path: place.file, passphrase: PASSPHRASE, isDryRun: false };
  const vault = isNew ? await createVaultFile(kept, VAULT_ID) : await openVaultFile(kept);
  if (Object.keys(contents).length > 0) await vault.save({ ...vault.contents, ...contents });
  if (isNew) made.set(given, readFileSync(place.file));
}

/** What the vault holds now. */
export async function readVault({ file }: VaultFolder): Promise<VaultContents> {
  return (await openVaultFile({ path: file, passphrase: PASSPHRASE, isDryRun: false })).contents;
}

/** Makes the vault, with these contents, the one of the study in `root`, as `vault create` does. */
export async function giveVault(
  root: string,
  contents: Partial<Omit<VaultContents, "version" | "id">> = {},
  place: VaultFolder = vaultFolder(),
): Promise<VaultFolder> {
  await writeVault(place, contents);
  const { now, newId } = testWorld({ cwd: root });
  const ledger = await openLedger({ root, now, newId, forWriting: true, isDryRun: false });
  await ledger.write((change) => recordVault(change, VAULT_ID, "2026-05-01T10:00:00Z"));
  await ledger.close();
  return place;
}
