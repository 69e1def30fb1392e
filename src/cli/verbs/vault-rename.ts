// `retour vault rename`
import { rename } from "../../vault/rename.ts";
import { requireVault } from "../open-vault.ts";
import { reportRenamed } from "../report/vault.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context, [former = "", replacement = ""]) => {
  const study = await context.open({ forWriting: true });
  const vault = await requireVault(context, study);
  return reportRenamed(context, await rename(study, vault, former, replacement));
};
