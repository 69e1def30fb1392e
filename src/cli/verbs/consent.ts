// `retour consent P03 quotation`
import { recordConsents } from "../../study/record-consent.ts";
import { purposes } from "../../study/consent.ts";
import { refuse } from "../../study/messages.ts";
import { attributions } from "../../study/settings.ts";
import { reportConsents } from "../report/consent.ts";
import { isSet, listed, one, type Run } from "../run.ts";

export const run: Run = async (context, [people = "", ...named], options) => {
  if (isSet(options, "refuse") && isSet(options, "withdraw")) throw refuse("consent.two-answers", {});
  const study = await context.open({ forWriting: true });
  const given = {
    people: listed([people]),
    purposes: isSet(options, "all") ? purposes : listed(named),
    answer: isSet(options, "refuse") ? "refused" : isSet(options, "withdraw") ? "withdrawn" : "given",
    attribution: attributions.find((each) => each === one(options, "attribution")),
    day: one(options, "date"),
  } as const;
  return reportConsents(await recordConsents(study, given, context.world), study.settings, context);
};
