// `retour demo`
import { join } from "node:path";
import { packageRoot } from "../../kernel/package-root.ts";
import { chooseFolders } from "../demo/folder.ts";
import { play } from "../demo/player.ts";
import { readScript } from "../demo/script.ts";
import { makeStage } from "../demo/stage.ts";
import { reportDemo } from "../report/demo.ts";
import { isSet, type Run } from "../run.ts";

export const run: Run = async (context, [dir], options) => {
  const fixtures = join(packageRoot(), "fixtures", "demo");
  const folders = chooseFolders(context.world.cwd, dir);
  const detail = isSet(options, "json") ? "none" : isSet(options, "quiet") ? "headings" : "all";
  const stage = makeStage(context, detail);
  const played = await play(context, readScript(fixtures, context.language), { ...folders, fixtures }, stage);
  return reportDemo(context, folders, played, stage);
};
