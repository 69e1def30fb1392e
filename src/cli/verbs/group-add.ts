// Adds a group to retour.yaml.
import { addGroup } from "../../study/add.ts";
import { text } from "../ask.ts";
import { reportGroup } from "../report/study.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context, [id], options) => {
  const study = await context.open({ forWriting: true });
  const title = await text(context, options, "title", { message: context.say("ask.group-title", {}) });
  return reportGroup(context, await addGroup(study, { id, title }));
};
