// `retour decide`
import { asKind, asOutcome, outcomes } from "../../correction/correction.ts";
import { decide } from "../../correction/decide.ts";
import { askVerdict } from "../ask-verdict.ts";
import { correctionsJson } from "../report/correction.ts";
import { one, refuse, type Run } from "../run.ts";
import { typedWords } from "../typed-words.ts";

export const run: Run = async (context, [id = "", given = ""], options) => {
  const outcome = asOutcome(given);
  if (outcome === undefined)
    throw refuse("usage.bad-argument", { argument: given, expected: outcomes.join(", ") });
  const study = await context.open({ forWriting: true });
  const said = { text: one(options, "text"), reason: one(options, "reason") };
  const kind = asKind(one(options, "kind") ?? "");
  const asked = await askVerdict(context, typedWords(context, study), id, outcome, said);
  const verdict = { ...asked, by: one(options, "by"), kind };
  const decided = await decide(study, id, verdict, context.world);
  const { say } = context;
  const isInDocument = decided.followed !== null && decided.followed.outcome !== "declined";
  const next =
    outcome !== "declined" ? "decide.to-integrate" : isInDocument ? "decide.to-take-out" : "decide.done";
  const text = say(next, { id, outcome: say(`outcome.${outcome}`, {}) });
  return { json: correctionsJson([decided]), text };
};
