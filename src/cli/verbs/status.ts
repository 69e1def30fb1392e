// `retour status`
import { statusOf } from "../../validation/status.ts";
import { reportStatus, statusJson } from "../report/validation.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context) => {
  const status = await statusOf(await context.open({ forWriting: false }));
  return { json: statusJson(status, context), text: reportStatus(status, context) };
};
