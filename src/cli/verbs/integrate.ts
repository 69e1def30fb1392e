// `retour integrate`
import { integrate } from "../../correction/integrate.ts";
import { reportIntegrated } from "../report/correction.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context) => {
  const study = await context.open({ forWriting: true });
  return reportIntegrated(await integrate(study, context.world), study.settings, context);
};
