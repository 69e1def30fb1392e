// Puts the whole study into one file.
import { backUp } from "../../study/backup.ts";
import { findStudy } from "../../study/find.ts";
import { reportBackup } from "../report/safety.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context, [file = ""]) => {
  const { world, isDryRun } = context;
  const root = findStudy(world.cwd, context.studyFolder);
  return reportBackup(context, await backUp(world, root, file, { isDryRun }));
};
