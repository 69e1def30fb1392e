// `retour vault list`
import { requireVault } from "../open-vault.ts";
import { listIdentities } from "../report/vault.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context) => {
  const vault = await requireVault(context, await context.open({ forWriting: false }));
  return listIdentities(context, vault.contents.identities);
};
