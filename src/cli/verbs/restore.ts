// Takes a study out of its backup.
import { restore } from "../../study/restore.ts";
import { reportRestored } from "../report/safety.ts";
import type { Run } from "../run.ts";

export const run: Run = (context, [file = "", folder]) => {
  const { world, isDryRun } = context;
  return Promise.resolve(reportRestored(context, restore(world, file, folder, { isDryRun })));
};
