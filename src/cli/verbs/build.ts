// `retour build`
import type { GroupId } from "../../kernel/ids.ts";
import { readSheets } from "../../theme/read-sheets.ts";
import { build, type Built } from "../../retour/build.ts";
import { chooseGroup } from "../../retour/document.ts";
import { echoStates } from "../../validation/echo.ts";
import { buildJson, reportBuild } from "../report/retour.ts";
import { one, type Run } from "../run.ts";

export const run: Run = async (context, _args, options) => {
  const study = await context.open({ forWriting: true });
  const given = one(options, "group");
  const only = given === undefined ? undefined : chooseGroup(study, given);
  const synced = await readSheets(study, context.world);
  const { groups, sessions } = study.settings;
  const isWanted = (id: GroupId): boolean =>
    only === undefined ? groups.length === 1 || sessions.some(({ group }) => group === id) : only === id;
  const built: Built[] = [];
  for (const group of groups) if (isWanted(group.id)) built.push(await build(study, group, context.world));
  // In a dry run no document is on the disk to carry the echo.
  if (!context.isDryRun) await echoStates(study, context.world);
  return {
    json: buildJson(built, context),
    text: reportBuild(built, context),
    diagnostics: [...synced.diagnostics, ...built.flatMap(({ diagnostics }) => diagnostics)],
  };
};
