// A person who is being added, and the vault: the real name it keeps, and who is called so there already.
// Loaded when there is one.
import type { ParticipantId } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { addIdentity } from "../vault/edit.ts";
import { refuseReplacing } from "../vault/pseudonyms.ts";
import { openVault, requireVault } from "./open-vault.ts";
import type { Context } from "./run.ts";

/** Opens the vault and refuses what it would refuse, before anything is written; gives what keeps the name. */
export async function keepName(
  context: Context,
  study: Study,
  name: string,
  pseudonym: string,
): Promise<(participant: ParticipantId) => Promise<void>> {
  const vault = await requireVault(context, study);
  const identity = { names: [name], replacement: pseudonym };
  refuseReplacing(vault.contents, study.settings, pseudonym, name);
  addIdentity(vault.contents, identity);
  return async (participant) => {
    await vault.edit((fresh) => addIdentity(fresh, { ...identity, participant }));
  };
}

/** For a person whose name stays out of the vault: refused as above. Nothing is said when it does not open. */
export async function refuseInVault(context: Context, study: Study, pseudonym: string): Promise<void> {
  const vault = await openVault(context, study, { isRequired: false, warn: () => undefined });
  if (vault) refuseReplacing(vault.contents, study.settings, pseudonym);
}
