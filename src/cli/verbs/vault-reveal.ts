// `retour vault reveal`
import { parseTurns } from "../../kernel/ids.ts";
import { timestamp } from "../../kernel/world.ts";
import { reveal } from "../../vault/reveal.ts";
import { requireVault } from "../open-vault.ts";
import { reportRevealed } from "../report/vault.ts";
import { refuse, type Run } from "../run.ts";

export const run: Run = async (context, [given = ""]) => {
  const turns = parseTurns(given);
  if (turns === undefined)
    throw refuse("usage.bad-argument", { argument: given, expected: "s01.12, s01.12-15" });
  const study = await context.open({ forWriting: true });
  const vault = await requireVault(context, study);
  return reportRevealed(context, await reveal(study, vault, turns, timestamp(context.world)));
};
