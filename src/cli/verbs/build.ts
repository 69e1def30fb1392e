// `retour build`
import { timestamp } from "../../kernel/world.ts";
import { readCodebook } from "../../theme/codebook.ts";
import { syncSheets } from "../../transcript/sync-sheets.ts";
import { build, type Built } from "../../retour/build.ts";
import { chooseGroup } from "../../retour/document.ts";
import { echoStates } from "../../validation/echo.ts";
import { buildJson, reportBuild } from "../report/retour.ts";
import { one, type Run } from "../run.ts";

export const run: Run = async (context, _args, options) => {
  const study = await context.open({ forWriting: true });
  const given = one(options, "group");
  const only = given === undefined ? undefined : chooseGroup(study, given);
  const synced = await syncSheets(study, {
    at: timestamp(context.world),
    themes: () => readCodebook(study.root).byId.keys(),
  });
  const built: Built[] = [];
  for (const group of study.settings.groups)
    if (only === undefined || only === group.id) built.push(await build(study, group, context.world));
  await echoStates(study, context.world);
  return {
    json: buildJson(built, context),
    text: reportBuild(built, context),
    diagnostics: [...synced.diagnostics, ...built.flatMap(({ diagnostics }) => diagnostics)],
  };
};
