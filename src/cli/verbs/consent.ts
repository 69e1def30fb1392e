// `retour consent P03 quotation`
import { asParticipantId } from "../../kernel/ids.ts";
import { recordConsents } from "../../study/record-consent.ts";
import { purposes } from "../../study/consent.ts";
import { refuse } from "../../study/messages.ts";
import { attributions } from "../../study/settings.ts";
import { reportConsents } from "../report/consent.ts";
import { isSet, listed, one, type Run } from "../run.ts";

export const run: Run = async (context, [first = "", ...others], options) => {
  // `P01 P02 quotation` is as good as `P01,P02 quotation`.
  const words = listed(others);
  const people = [...listed([first]), ...words.filter((word) => asParticipantId(word) !== undefined)];
  const named = words.filter((word) => asParticipantId(word) === undefined);
  if (isSet(options, "refuse") && isSet(options, "withdraw")) throw refuse("consent.two-answers", {});
  const study = await context.open({ forWriting: true });
  const given = {
    people,
    purposes: isSet(options, "all") ? [...purposes, ...named] : named,
    answer: isSet(options, "refuse") ? "refused" : isSet(options, "withdraw") ? "withdrawn" : "given",
    attribution: attributions.find((each) => each === one(options, "attribution")),
    day: one(options, "date"),
  } as const;
  return reportConsents(await recordConsents(study, given, context.world), study.settings, context);
};
