// `retour vault import`
import { resolve } from "node:path";
import { readBytes } from "../../kernel/files.ts";
import type { Identity } from "../../vault/contents.ts";
import { addTable, decodeTable } from "../../vault/csv.ts";
import { refuseOther } from "../../vault/place.ts";
import { requireVault } from "../open-vault.ts";
import { reportImported } from "../report/vault.ts";
import type { Run } from "../run.ts";
import { sayWaiting } from "../say-waiting.ts";

export const run: Run = async (context, [file = ""]) => {
  const study = await context.open({ forWriting: true });
  const path = resolve(context.world.cwd, file);
  refuseOther(path, "table");
  const text = decodeTable(readBytes(path, undefined, file));
  const people = new Set(study.settings.participants.map(({ id }) => id));
  const vault = await requireVault(context, study);
  let before: readonly Identity[] = [];
  const contents = await vault.edit((fresh) => {
    before = fresh.identities;
    return addTable(fresh, { text, file, isPerson: (id) => people.has(id) });
  });
  const { identities } = contents;
  const known = new Set(before.map((each) => JSON.stringify(each)));
  const changed = identities.filter((each) => !known.has(JSON.stringify(each)));
  const reported = reportImported(context, identities.length - before.length, identities.length);
  return sayWaiting(context, study, contents, changed, reported);
};
