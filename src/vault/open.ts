// Opening, making and saving a vault's file. Whatever is interrupted, the file that was there or
// the new one is there, whole: it is written beside, then renamed.
import { rmSync } from "node:fs";
import { lockFile } from "../ledger/connection.ts";
import { RetourError } from "../kernel/diagnostic.ts";
import { exists, readBytes, writeDurably } from "../kernel/files.ts";
import type * as age from "./age.ts";
import type { VaultContents } from "./contents.ts";
import { refuse } from "./messages.ts";
import { emptyContents, formatContents, parseContents } from "./parse-contents.ts";
import { refuseExposed } from "./place.ts";
import type { Vault } from "./vault.ts";

/** The largest vault read, in bytes. */
const LARGEST = 256 * 1024 * 1024;

interface Kept {
  readonly path: string;
  readonly passphrase: string;
  /** What is saved stays in memory, and the file as it is. */
  readonly isDryRun: boolean;
}

/**
 * Opens the vault at an absolute path. Refuses a file that is missing (`vault.missing`), exposed
 * (see `refuseExposed`), damaged or not a vault, and another passphrase (`vault.wrong-passphrase`).
 */
export async function openVaultFile(
  { path, passphrase, isDryRun }: Kept,
  onSlow?: age.OnSlow,
): Promise<Vault> {
  const real = refuseExposed(path);
  if (!exists(real)) throw refuse("vault.missing", {});
  const bytes = readBytes(real, LARGEST);
  const cipher = await import("./age.ts");
  const contents = await contentsIn(cipher, bytes, passphrase, onSlow);
  return vaultOf(cipher, { path: real, passphrase, isDryRun }, bytes, contents);
}

/**
 * Makes an empty vault at an absolute path where there is nothing. `id`: 32 hexadecimal digits. `adopt`
 * has the study know it once it is there: what the study could not take note of is taken away again.
 */
export async function createVaultFile(
  { path, passphrase, isDryRun }: Kept,
  id: string,
  adopt?: () => Promise<void>,
): Promise<Vault> {
  const real = refuseExposed(path);
  if (exists(real)) throw refuse("vault.exists", {});
  const contents = emptyContents(id);
  const cipher = await import("./age.ts");
  if (isDryRun) {
    await adopt?.();
    return vaultOf(cipher, { path: real, passphrase, isDryRun }, new Uint8Array(), contents);
  }
  const bytes = await bytesOf(cipher, contents, passphrase);
  const lock = lockVault(real);
  try {
    if (exists(real)) throw refuse("vault.exists", {});
    writeVault(real, bytes);
    try {
      await adopt?.();
    } catch (error) {
      const isKnown = error instanceof RetourError && error.code === "ledger.unsettled";
      if (!isKnown) rmSync(real, { force: true });
      throw error;
    }
  } finally {
    lock.release();
  }
  return vaultOf(cipher, { path: real, passphrase, isDryRun }, bytes, contents);
}

/** Loaded with the vault that needs it. */
type Age = typeof age;

function vaultOf(cipher: Age, kept: Kept, bytesOpened: Uint8Array, contentsOpened: VaultContents): Vault {
  const { path, isDryRun } = kept;
  let { passphrase } = kept;
  let bytes = bytesOpened;
  let contents = contentsOpened;
  let prepared: Promise<age.WrapKey> | undefined;
  const isUnchanged = (): boolean => isDryRun || (exists(path) && readBytes(path, LARGEST).equals(bytes));
  const refresh = async (): Promise<VaultContents> => {
    if (isUnchanged()) return contents;
    const found = readBytes(path, LARGEST);
    contents = await contentsIn(cipher, found, passphrase);
    bytes = found;
    return contents;
  };
  const put = async (next: VaultContents): Promise<void> => {
    if (!isDryRun) {
      const written = await bytesOf(cipher, next, passphrase, prepared);
      prepared = undefined; // A key is for one file.
      writeVault(path, written);
      bytes = written;
    }
    contents = next;
  };
  const locked = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isDryRun) return work();
    const lock = lockVault(path);
    try {
      return await work();
    } finally {
      lock.release();
    }
  };
  return {
    path,
    get contents() {
      return contents;
    },
    save: (next) =>
      locked(async () => {
        if (!isUnchanged()) throw refuse("vault.changed", {});
        await put(next);
      }),
    edit: (change) =>
      locked(async () => {
        const before = await refresh();
        const next = change(before);
        if (next !== before) await put(next);
        return next;
      }),
    prepareSave: () => {
      if (isDryRun || prepared !== undefined) return;
      prepared = cipher.freshKey(passphrase);
      prepared.catch(() => undefined); // A failure is met when the key is asked for.
    },
    changePassphrase: (another) =>
      locked(async () => {
        const next = await refresh();
        prepared = undefined;
        passphrase = another;
        await put(next);
      }),
  };
}

async function bytesOf(
  { encrypt, freshKey }: Age,
  contents: VaultContents,
  passphrase: string,
  prepared?: Promise<age.WrapKey>,
): Promise<Uint8Array> {
  return encrypt(Buffer.from(formatContents(contents)), await (prepared ?? freshKey(passphrase)));
}

async function contentsIn(
  { decrypt }: Age,
  bytes: Uint8Array,
  passphrase: string,
  onSlow?: age.OnSlow,
): Promise<VaultContents> {
  return parseContents(Buffer.from(await decrypt(bytes, passphrase, onSlow)).toString("utf8"));
}

/** One command at a time puts a vault in its place; those that only read do not wait. */
function lockVault(path: string): { release: () => void } {
  try {
    return lockFile(`${path}.lock`);
  } catch (error) {
    throw vaultFailure(error);
  }
}

function writeVault(path: string, bytes: Uint8Array): void {
  try {
    writeDurably(path, bytes);
  } catch (error) {
    throw vaultFailure(error);
  }
}

const failures = {
  "ledger.busy": "vault.busy",
  "ledger.no-space": "vault.no-space",
  "file.no-space": "vault.no-space",
  "ledger.read-only": "vault.read-only",
  "file.read-only": "vault.read-only",
} as const;

/** Said of the vault, which may be on another disk than the study, and without its place, which may be named after a person. */
function vaultFailure(error: unknown): unknown {
  if (!(error instanceof RetourError)) return error;
  const known = Object.entries(failures).find(([code]) => code === error.code);
  return known ? refuse(known[1], {}, { cause: error }) : error;
}
