// `retour status`
import { statusOf } from "../../validation/status.ts";
import { reportStatus, statusJson } from "../report/validation.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context) => {
  const study = await context.open({ forWriting: false });
  const status = await statusOf(study);
  const several = study.settings.groups.length > 1;
  return { json: statusJson(status, context), text: reportStatus(status, several, context) };
};
