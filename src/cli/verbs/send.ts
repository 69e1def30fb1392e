// `retour send`
import { send } from "../../copy/send.ts";
import { chooseGroup } from "../../retour/document.ts";
import { namesOf } from "../../vault/scan/names-of.ts";
import { askGroups } from "../ask-group.ts";
import { reportSent } from "../report/copy.ts";
import { many, one, type Run } from "../run.ts";
import { vaultForLeaving } from "../vault-for-leaving.ts";

export const run: Run = async (context, _args, options) => {
  const { canAsk, say, world } = context;
  const study = await context.open({ forWriting: true });
  const [given] = await askGroups(context, options, study.settings);
  const id = chooseGroup(study, given);
  const group = study.settings.groups.find((each) => each.id === id) ?? { id, title: id };
  const wanted = {
    to: many(options, "to"),
    formats: many(options, "format"),
    answerBy: one(options, "answerBy"),
    askAnswerBy: () =>
      canAsk ? world.prompter.input({ message: say("ask.answer-by", {}) }) : Promise.resolve(""),
  };
  const vault = await vaultForLeaving(context, study);
  const sent = await send(study, group, wanted, world, vault && namesOf(vault.contents));
  return reportSent(sent, study.settings, context);
};
