// Adds a group to retour.yaml.
import { addGroup } from "../../study/add.ts";
import { settingsFor, text } from "../ask.ts";
import { reportGroup } from "../report/study.ts";
import type { Run } from "../run.ts";

export const run: Run = async (context, [id], options) => {
  await settingsFor(context); // Nothing is asked where there is no study.
  const title = await text(context, options, "title", { message: context.say("ask.group-title", {}) });
  return reportGroup(context, await addGroup(await context.open({ forWriting: true }), { id, title }));
};
