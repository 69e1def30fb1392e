// The real name of a person who is being added, for the vault. Loaded when there is one.
import type { ParticipantId } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { addIdentity } from "../vault/edit.ts";
import { requireVault } from "./open-vault.ts";
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
  addIdentity(vault.contents, identity);
  return async (participant) => {
    await vault.edit((fresh) => addIdentity(fresh, { ...identity, participant }));
  };
}
