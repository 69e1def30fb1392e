// `retour vault create`
import { exists } from "../../kernel/files.ts";
import { timestamp } from "../../kernel/world.ts";
import { refuse } from "../../vault/messages.ts";
import { createVaultFile } from "../../vault/open.ts";
import { refuseExposed } from "../../vault/place.ts";
import { adoptedVault, recordVault } from "../../vault/store.ts";
import { newPassphrase } from "../ask-passphrase.ts";
import { PASSPHRASE_VARIABLE, placeOf } from "../open-vault.ts";
import { reportMade } from "../report/vault.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context) => {
  const { world, say, isDryRun, canAsk } = context;
  const study = await context.open({ forWriting: true });
  if (study.settings.vault === "none") throw refuse("vault.not-kept", {});
  const path = refuseExposed(placeOf(context, study));
  if (exists(path)) throw refuse("vault.exists", {});
  if ((await adoptedVault(study.ledger.db)) !== undefined) {
    const isWanted = canAsk && (await world.prompter.confirm({ message: say("vault.make-another", {}) }));
    if (!isWanted) throw refuse("vault.already", {});
  }
  const passphrase = isDryRun ? "" : await newPassphrase(context, PASSPHRASE_VARIABLE);
  const id = world.newId();
  const adopt = () => study.ledger.write((change) => recordVault(change, id, timestamp(world)));
  const vault = await createVaultFile({ path, passphrase, isDryRun }, id, adopt);
  return reportMade(context, study.settings.title, vault);
};
