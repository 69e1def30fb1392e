// `retour vault ignore`
import { ignoreWords } from "../../vault/edit.ts";
import { requireVault } from "../open-vault.ts";
import { reportIgnored } from "../report/vault.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context, words) => {
  const vault = await requireVault(context, await context.open({ forWriting: false }));
  await vault.edit((fresh) => ignoreWords(fresh, words));
  return reportIgnored(context, words);
};
