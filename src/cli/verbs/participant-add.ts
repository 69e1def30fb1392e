// Adds a person to retour.yaml, under a pseudonym.
import { addParticipant } from "../../study/add.ts";
import { text } from "../ask.ts";
import { askGroups } from "../ask-group.ts";
import { reportParticipant } from "../report/study.ts";
import { one, type Run } from "../run.ts";

export const run: Run = async (context, [id], options) => {
  const { say } = context;
  const study = await context.open({ forWriting: true });
  const role = (["tiers", "guest"] as const).find((each) => each === one(options, "role")) ?? "participant";
  const pseudonym = await text(context, options, "pseudonym", { message: say("ask.pseudonym", {}) });
  const isDescribed = context.canAsk && study.settings.attribution === "description" && role !== "guest";
  const description = isDescribed
    ? await text(context, options, "description", { message: say("ask.description", {}) })
    : one(options, "description");
  const groups = await askGroups(context, options, study.settings, role);
  const organisation = one(options, "organisation");
  return reportParticipant(
    context,
    await addParticipant(study, { id, groups, role, pseudonym, description, organisation }),
  );
};
