// `retour vault export`
import { resolve } from "node:path";
import { exists, writeDurably } from "../../kernel/files.ts";
import { formatTable } from "../../vault/csv.ts";
import { refuse } from "../../vault/messages.ts";
import { refuseExposed } from "../../vault/place.ts";
import { requireVault } from "../open-vault.ts";
import { reportExported } from "../report/vault.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context, [file = ""]) => {
  const path = resolve(context.world.cwd, file);
  if (exists(path)) throw refuse("vault.export-taken", {});
  const real = refuseExposed(path);
  const study = await context.open({ forWriting: false });
  const { contents } = await requireVault(context, study);
  if (!context.isDryRun) writeDurably(real, formatTable(contents, study.settings.language));
  return reportExported(context, file, contents.identities.length);
};
