// `retour status`
import { standingOf } from "../../study/standing.ts";
import { statusOf } from "../../validation/status.ts";
import { removalsOf } from "../../removal/recall.ts";
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
  const lines = [
    ...standingLines(standing, study.settings, context),
    ...removalLines(removals, study.settings, context),
  ];
  return {
    json: { ...statusJson(status, context), ...standingJson(standing), withdrawals: removals },
    text: [reportStatus(status, several, context), ...lines].join("\n"),
  };
};
