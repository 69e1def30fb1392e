// Studies with a real vault beside them, for tests of any room: the vault is made by our own code,
// its passphrase in a file as a script would give it.
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openLedger } from "../../src/ledger/ledger.ts";
import type { VaultContents } from "../../src/vault/contents.ts";
import { createVaultFile, openVaultFile } from "../../src/vault/open.ts";
import { recordVault } from "../../src/vault/store.ts";
import { temporaryFolder, testWorld, type TestWorld, type TestWorldOptions } from "../world.ts";

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

/** Makes the vault with these contents, or gives them to the vault that is there. */
export async function writeVault(
  place: VaultFolder,
  contents: Partial<Omit<VaultContents, "version" | "id">> = {},
): Promise<void> {
  const kept = { path: place.file, passphrase: PASSPHRASE, isDryRun: false };
  const vault = await createVaultFile(kept, VAULT_ID).catch(() => openVaultFile(kept));
  if (Object.keys(contents).length > 0) await vault.save({ ...vault.contents, ...contents });
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
