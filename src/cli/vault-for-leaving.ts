// The study's vault, for a verb by which words leave the study.
import { forgottenTurns } from "../removal/forgotten.ts";
import { refuse } from "../removal/messages.ts";
import type { Study } from "../study/open.ts";
import type { Vault } from "../vault/vault.ts";
import { openVault } from "./open-vault.ts";
import type { Context } from "./run.ts";

/** As `openVault`; refused besides when the vault remembers a withdrawal that the study does not know. */
export async function vaultForLeaving(
  context: Context,
  study: Study,
  isRequired = true,
): Promise<Vault | undefined> {
  const vault = await openVault(context, study, { isRequired });
  const turns = vault === undefined ? [] : await forgottenTurns(study, vault.contents);
  if (turns.length > 0) throw refuse("removal.forgotten", { turns: turns.join(", ") });
  return vault;
}
