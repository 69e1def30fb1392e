// `retour vault apply`: names listed since leave what is there already.
import { takeNamesOut } from "../apply-names.ts";
import { requireVault } from "../open-vault.ts";
import { isSet, type Run } from "../run.ts";

/** Exit 1 when names are left, or had left. */
export const run: Run = async (context, _, options) => {
  const study = await context.open({ forWriting: true });
  const vault = await requireVault(context, study);
  return takeNamesOut(context, study, vault, isSet(options, "yes"));
};
