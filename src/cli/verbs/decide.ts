// `retour decide`
import { asOutcome, outcomes } from "../../correction/correction.ts";
import { decide } from "../../correction/decide.ts";
import { askVerdict } from "../ask-verdict.ts";
import { correctionsJson } from "../report/correction.ts";
import { one, refuse, type Run } from "../run.ts";

export const run: Run = async (context, [id = "", given = ""], options) => {
  const outcome = asOutcome(given);
  if (outcome === undefined)
    throw refuse("usage.bad-argument", { argument: given, expected: outcomes.join(", ") });
  const study = await context.open({ forWriting: true });
  const said = { text: one(options, "text"), reason: one(options, "reason") };
  const verdict = { ...(await askVerdict(context, outcome, said)), by: one(options, "by") };
  const decided = await decide(study, id, verdict, context.world);
  const { say } = context;
  const done = say("decide.done", { id, outcome: say(`outcome.${outcome}`, {}) });
  const next = outcome === "declined" ? [] : [say("decide.next", {})];
  return { json: correctionsJson([decided]), text: [done, ...next].join("\n") };
};
