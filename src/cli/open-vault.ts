// The study's vault, opened for a verb: where it is, its passphrase, and whether it is the study's.
import { resolve } from "node:path";
import { RetourError, type Diagnostic } from "../kernel/diagnostic.ts";
import { decodeUtf8, exists, readBytes } from "../kernel/files.ts";
import type { Study } from "../study/open.ts";
import { diagnose, refuse } from "../vault/messages.ts";
import { openVaultFile } from "../vault/open.ts";
import { isOpenTo, refuseOther, vaultPlace } from "../vault/place.ts";
import { adoptedVault } from "../vault/store.ts";
import type { Vault } from "../vault/vault.ts";
import type { Context } from "./run.ts";

/** Names the file that holds the vault's passphrase. */
export const PASSPHRASE_VARIABLE = "RETOUR_PASSPHRASE_FILE";

/** How many times a passphrase is asked for. */
const TRIES = 3;

export interface VaultNeed {
  /**
   * True: what stands in the way is thrown, `vault.none` when none was ever made.
   * False: the vault is undefined then, and `warn` is told why.
   */
  readonly isRequired: boolean;
  /**
   * Takes the warning `vault.closed`, and what was wrong when the passphrase was not merely missing.
   * Without it, they are shown on stderr when the study is closed.
   */
  readonly warn?: (warning: Diagnostic) => void;
}

/**
 * The study's vault, or undefined: when the settings say `vault: none` and none was ever made; when it
 * is not required, also when none was made (nothing is said of that) and when it cannot be opened, or
 * the settings no longer want it (a warning). In a dry run what is saved to it stays in memory. At a terminal the passphrase is
 * asked for at most three times.
 */
export async function openVault(
  context: Context,
  study: Study,
  { isRequired, warn = (warning) => void study.ledger.notices.push(warning) }: VaultNeed,
): Promise<Vault | undefined> {
  const adopted = await adoptedVault(study.ledger.db);
  const isKept = study.settings.vault === "kept";
  if (adopted === undefined && !(isKept && isRequired)) return undefined;
  try {
    // One line of the settings does not make names harmless that were replaced.
    if (!isKept) throw refuse("vault.set-aside", {});
    const path = placeOf(context, study);
    if (adopted === undefined) throw refuse(exists(path) ? "vault.unknown" : "vault.none", {});
    const vault = await openWithPassphrase(context, study, path);
    if (vault.contents.id !== adopted) throw refuse("vault.other-study", {});
    return vault;
  } catch (error) {
    if (isRequired || !(error instanceof RetourError)) throw error;
    const { code, params, place } = error;
    if (code !== "vault.passphrase-missing")
      warn({ code, severity: "warning", params, ...(place ? { place } : {}) });
    warn(diagnose("vault.closed", "warning", {}));
    return undefined;
  }
}

/** The study's vault, for a verb that is about it: refused as `openVault` refuses, and when there is to be none. */
export async function requireVault(context: Context, study: Study): Promise<Vault> {
  const vault = await openVault(context, study, { isRequired: true });
  if (vault === undefined) throw refuse("vault.not-kept", {});
  return vault;
}

/** The absolute path where the study's vault is, or would be. */
export function placeOf({ world, vaultFile }: Context, { ledger }: Study): string {
  return vaultPlace(ledger.studyId, { cwd: world.cwd, env: world.env, given: vaultFile });
}

/** Opens whatever vault is at a path, the study's or not. */
export async function openWithPassphrase(context: Context, study: Study, path: string): Promise<Vault> {
  const { isDryRun, note } = context;
  // Nobody types a passphrase for a file that is not there.
  if (!exists(path)) throw refuse("vault.missing", {});
  refuseOther(path, "vault");
  const given = passphraseFrom(context, PASSPHRASE_VARIABLE);
  const onSlow = (seconds: number): void => {
    note(context.say("vault.slow", { seconds }));
  };
  if (given !== undefined) return openVaultFile({ path, passphrase: given, isDryRun }, onSlow);
  if (!context.canAsk) throw refuse("vault.passphrase-missing", { variable: PASSPHRASE_VARIABLE });
  const message = context.say("vault.passphrase", { study: study.settings.title });
  for (let left = TRIES - 1; ; left -= 1) {
    const passphrase = (await context.world.prompter.password({ message })).normalize("NFC");
    try {
      return await openVaultFile({ path, passphrase, isDryRun }, onSlow);
    } catch (error) {
      const isWrong = error instanceof RetourError && error.code === "vault.wrong-passphrase";
      if (!isWrong || left === 0 || passphrase === "") throw error;
      note(context.say("vault.again", { left }));
    }
  }
}

/** The passphrase in the file that an environment variable names; undefined when it names none. */
export function passphraseFrom({ world }: Context, variable: string): string | undefined {
  const named = world.env[variable] || undefined;
  if (named === undefined) return undefined;
  const path = resolve(world.cwd, named);
  refuseOther(path, "passphrase");
  const bytes = readBytes(path, 1024 * 1024, named);
  if (isOpenTo(path, 0o077)) throw refuse("vault.passphrase-open", {});
  // One line feed at the end: editors and echo put it there.
  const passphrase = decodeUtf8(bytes, named)
    .replace(/\r?\n$/, "")
    .normalize("NFC");
  if (passphrase === "") throw refuse("vault.passphrase-empty", {});
  return passphrase;
}
