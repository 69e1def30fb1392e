// `retour corrections`
import { asKind } from "../../correction/correction.ts";
import { listCorrections } from "../../correction/corrections.ts";
import { reportCorrections } from "../report/correction.ts";
import { isSet, one, type Run } from "../run.ts";

export const run: Run = async (context, _args, options) => {
  const study = await context.open({ forWriting: false });
  const corrections = await listCorrections(study, {
    isPendingOnly: isSet(options, "pending"),
    section: one(options, "section"),
    from: one(options, "from"),
    edition: one(options, "edition"),
    kind: asKind(one(options, "kind") ?? ""),
  });
  return reportCorrections(corrections, study.settings, context);
};
