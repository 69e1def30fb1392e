// `retour stats`
import { chooseGroup } from "../../retour/document.ts";
import { speechStatistics } from "../../theme/statistics.ts";
import { reportStatistics } from "../report/stats.ts";
import { writePicture } from "../report/stats-picture.ts";
import { many, one, type Run } from "../run.ts";

export const run: Run = async (context, _args, options) => {
  const study = await context.open({ forWriting: false });
  const group = one(options, "group");
  const statistics = await speechStatistics(study, {
    sessions: many(options, "session"),
    group: group === undefined ? undefined : chooseGroup(study, group),
  });
  const file = one(options, "svg");
  if (file !== undefined) await writePicture(statistics, study.settings, file, context);
  return reportStatistics(statistics, study.settings, file, context);
};
