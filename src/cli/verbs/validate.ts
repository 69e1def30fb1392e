// `retour validate`
import { audiences } from "../../study/settings.ts";
import { meansOfAgreement } from "../../validation/facts.ts";
import { validate } from "../../validation/validate.ts";
import { reportValidated, validatedJson } from "../report/validation.ts";
import { isSet, many, one, type Run } from "../run.ts";

export const run: Run = async (context, sections, options) => {
  const study = await context.open({ forWriting: true });
  const result = await validate(
    study,
    {
      sections,
      by: many(options, "by"),
      isByGroup: isSet(options, "group"),
      session: one(options, "session"),
      against: many(options, "against"),
      abstain: many(options, "abstain"),
      consulted: many(options, "consulted"),
      audience: audiences.find((each) => each === one(options, "audience")),
      isOnlyAudience: isSet(options, "onlyAudience"),
      means: meansOfAgreement.find((each) => each === one(options, "means")),
      sittings: many(options, "sittings"),
      note: one(options, "note"),
    },
    context.world,
  );
  return {
    json: validatedJson(result.sections),
    text: reportValidated(result, study.settings, context),
    diagnostics: result.diagnostics,
  };
};
