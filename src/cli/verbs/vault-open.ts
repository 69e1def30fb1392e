// `retour vault open`: tries the passphrase, and makes the vault the study's when it is not yet.
import { timestamp } from "../../kernel/world.ts";
import { refuse } from "../../vault/messages.ts";
import { adoptedVault, recordVault } from "../../vault/store.ts";
import { openWithPassphrase, placeOf } from "../open-vault.ts";
import { reportOpened } from "../report/vault.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context) => {
  const { world, say, canAsk } = context;
  const study = await context.open({ forWriting: true });
  if (study.settings.vault === "none") throw refuse("vault.not-kept", {});
  const vault = await openWithPassphrase(context, study, placeOf(context, study));
  const { id } = vault.contents;
  const known = await adoptedVault(study.ledger.db);
  if (known === id) return reportOpened(context, vault, false);
  if (known !== undefined) {
    const isWanted = canAsk && (await world.prompter.confirm({ message: say("vault.adopt", {}) }));
    if (!isWanted) throw refuse("vault.other-study", {});
  }
  await study.ledger.write((change) => recordVault(change, id, timestamp(world)));
  return reportOpened(context, vault, true);
};
