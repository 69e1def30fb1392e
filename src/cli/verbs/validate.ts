// `retour validate`
import { audiences, type Audience } from "../../study/settings.ts";
import { meansOfAgreement } from "../../validation/facts.ts";
import { validate } from "../../validation/validate.ts";
import { reportValidated, validatedJson } from "../report/validation.ts";
import { settingsFor } from "../ask.ts";
import { isSet, many, one, type Context, type Options, type Run } from "../run.ts";
import { typedWords } from "../typed-words.ts";

export const run: Run = async (context, sections, options) => {
  const audience = await askAudience(context, options);
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
      audience,
      isOnlyAudience: isSet(options, "onlyAudience"),
      means: meansOfAgreement.find((each) => each === one(options, "means")),
      sittings: many(options, "sittings"),
      note: await typedWords(context, study).nameless(one(options, "note"), sections.join(", ")),
    },
    context.world,
  );
  return {
    json: validatedJson(result.sections),
    text: reportValidated(result, study.settings, context),
    diagnostics: result.diagnostics,
  };
};

/** The study's own audience is proposed to whoever can answer, and is nobody's answer by itself. */
async function askAudience(context: Context, options: Options): Promise<Audience | undefined> {
  const given = audiences.find((each) => each === one(options, "audience"));
  const isAgreement = many(options, "by").length > 0 || isSet(options, "group");
  if (given !== undefined || isSet(options, "onlyAudience") || one(options, "note") !== undefined)
    return given;
  if (!context.canAsk || !isAgreement) return undefined;
  const { audience } = await settingsFor(context);
  if (audience === "group") return undefined;
  const message = context.say("validate.how-far", { audience });
  return (await context.world.prompter.confirm({ message, initial: false })) ? audience : undefined;
}
