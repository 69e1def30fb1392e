// `retour vault change-passphrase`
import { newPassphrase } from "../ask-passphrase.ts";
import { requireVault } from "../open-vault.ts";
import { reportPassphrase } from "../report/vault.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context) => {
  const vault = await requireVault(context, await context.open({ forWriting: false }));
  await vault.changePassphrase(await newPassphrase(context, "RETOUR_NEW_PASSPHRASE_FILE"));
  return reportPassphrase(context);
};
