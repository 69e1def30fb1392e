// `retour corrections`
import { asKind } from "../../correction/correction.ts";
import { historyOf, listCorrections } from "../../correction/corrections.ts";
import { findCorrection } from "../../correction/decide.ts";
import { reportCorrections, reportHistory } from "../report/correction.ts";
import { isSet, one, type Run } from "../run.ts";

export const run: Run = async (context, [id], options) => {
  const study = await context.open({ forWriting: false });
  if (id !== undefined) {
    const correction = await findCorrection(study, id);
    return reportHistory(correction, await historyOf(study, correction), study.settings, context);
  }
  const corrections = await listCorrections(study, {
    isPendingOnly: isSet(options, "pending"),
    section: one(options, "section"),
    from: one(options, "from"),
    edition: one(options, "edition"),
    kind: asKind(one(options, "kind") ?? ""),
  });
  return reportCorrections(corrections, study.settings, context);
};
