// Makes a study folder.
import { resolve } from "node:path";
import { initStudy } from "../../study/init.ts";
import { askStudy } from "../ask-study.ts";
import { reportNewStudy } from "../report/study.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context, [dir = "."], options) => {
  const { world, isDryRun } = context;
  const start = await askStudy(context, options);
  return reportNewStudy(
    context,
    await initStudy(world, resolve(world.cwd, dir), start, { isDryRun }),
    start.vault,
  );
};
