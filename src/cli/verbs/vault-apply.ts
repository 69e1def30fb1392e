// `retour vault apply`: names listed since are replaced in the words that are there already.
import { requireVault } from "../open-vault.ts";
import { applyNames, reportApplied } from "../apply-names.ts";
import { isSet, type Run } from "../run.ts";

/** Exit 1 when names are left in a document or in an edition. */
export const run: Run = async (context, _, options) => {
  const study = await context.open({ forWriting: true });
  const vault = await requireVault(context, study);
  return reportApplied(context, await applyNames(context, study, vault, isSet(options, "yes")));
};
