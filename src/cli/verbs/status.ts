// `retour status`
import { standingOf } from "../../study/standing.ts";
import { statusOf } from "../../validation/status.ts";
import { namedExports, removalsOf } from "../../removal/recall.ts";
import { standingJson, standingLines } from "../report/consent.ts";
import { removalLines } from "../report/removal.ts";
import { reportStatus, statusJson } from "../report/validation.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context) => {
  const study = await context.open({ forWriting: false });
  const status = await statusOf(study, context.world);
  const standing = await standingOf(study, context.world);
  const several = study.settings.groups.length > 1;
  const removals = await removalsOf(study);
  const named = (await namedExports(study)).map(({ id, day, audience, path, recalled }) => {
    return { id, day, audience, path, recalled };
  });
  const lines = [
    ...standingLines(standing, study.settings, context),
    ...removalLines(removals, named, study.settings, context),
  ];
  return {
    json: { ...statusJson(status, context), ...standingJson(standing), withdrawals: removals, named },
    text: [reportStatus(status, several, context), ...lines].join("\n"),
  };
};
