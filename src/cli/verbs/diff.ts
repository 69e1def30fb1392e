// `retour diff`
import { compareEditions, compareReturns, compareSinceValidated } from "../../correction/compare.ts";
import { comparisonFormats, reportComparison } from "../report/comparison.ts";
import { isSet, many, one, refuse, type Run } from "../run.ts";

export const run: Run = async (context, [section], options) => {
  const study = await context.open({ forWriting: false });
  const [first, second, ...more] = many(options, "between");
  if (first !== undefined && (second === undefined || more.length > 0))
    throw refuse("usage.bad-value", {
      option: "--between",
      value: [first, second, ...more].filter(Boolean).join(" "),
      expected: "r01 r02",
    });
  const compared =
    first !== undefined && second !== undefined
      ? await compareEditions(study, first, second, section)
      : isSet(options, "sinceValidated")
        ? await compareSinceValidated(study, section)
        : await compareReturns(study, { section, from: many(options, "from") });
  const format = comparisonFormats.find((each) => each === one(options, "format")) ?? "terminal";
  return reportComparison(compared, format, study.settings, context);
};
