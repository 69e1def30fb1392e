// `retour vault import`
import { resolve } from "node:path";
import { readBytes } from "../../kernel/files.ts";
import { addTable, decodeTable } from "../../vault/csv.ts";
import { requireVault } from "../open-vault.ts";
import { reportImported } from "../report/vault.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context, [file = ""]) => {
  const study = await context.open({ forWriting: true });
  const text = decodeTable(readBytes(resolve(context.world.cwd, file), undefined, file));
  const people = new Set(study.settings.participants.map(({ id }) => id));
  const vault = await requireVault(context, study);
  let before = 0;
  const { identities } = await vault.edit((fresh) => {
    before = fresh.identities.length;
    return addTable(fresh, { text, file, isPerson: (id) => people.has(id) });
  });
  return reportImported(context, identities.length - before, identities.length);
};
