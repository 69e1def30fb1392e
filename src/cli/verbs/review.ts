// `retour review`: one pending correction at a time, each decision written as it is taken.
import { Cancelled } from "../../kernel/diagnostic.ts";
import type { CorrectionId } from "../../kernel/ids.ts";
import { kinds, type Outcome } from "../../correction/correction.ts";
import { confirmKind, decide } from "../../correction/decide.ts";
import { refuse } from "../../correction/messages.ts";
import { pendingForReview, type ReviewItem } from "../../correction/review.ts";
import type { Study } from "../../study/open.ts";
import { askVerdict } from "../ask-verdict.ts";
import { correctionsJson, reviewScreen } from "../report/correction.ts";
import type { Context, Run } from "../run.ts";

type Choice = Outcome | "kind" | "skip" | "stop";

export const run: Run = async (context) => {
  const { say, note } = context;
  if (!context.canAsk) throw refuse("review.no-terminal", {});
  const study = await context.open({ forWriting: true });
  const first = await pendingForReview(study);
  if (first.length === 0) return { json: correctionsJson([]), text: say("review.none", {}) };
  const walk = { count: first.length, passed: new Set<string>(), decided: 0 };
  try {
    await walkThrough(context, study, walk);
  } catch (error) {
    // Left in the middle: what was decided is written, and said.
    if (error instanceof Cancelled)
      note(say("review.done", { decided: walk.decided, left: walk.count - walk.decided }));
    throw error;
  }
  const left = await pendingForReview(study);
  return {
    json: correctionsJson([]),
    text: say("review.done", { decided: walk.decided, left: left.length }),
  };
};

async function walkThrough(
  context: Context,
  study: Study,
  walk: { readonly count: number; readonly passed: Set<string>; decided: number },
): Promise<void> {
  for (;;) {
    const item = (await pendingForReview(study)).find(({ correction }) => !walk.passed.has(correction.id));
    if (item === undefined) return;
    const number = walk.passed.size + 1;
    context.note(reviewScreen(item, { number, count: walk.count }, study.settings, context));
    const choice = await askChoice(context, item);
    if (choice === "stop") return;
    const { id } = item.correction;
    if (choice === "kind") await askKind(context, study, id);
    else {
      if (choice !== "skip") {
        const { kind } = item.correction;
        await decide(study, id, { ...(await askVerdict(context, choice)), kind }, context.world);
        walk.decided += 1;
      }
      walk.passed.add(id);
    }
  }
}

async function askChoice({ world, say }: Context, { correction }: ReviewItem): Promise<Choice> {
  const choices: { value: Choice; name: string }[] = [
    { value: "integrated", name: say("review.integrate", {}) },
    { value: "adapted", name: say("review.adapt", {}) },
    { value: "declined", name: say("review.decline", {}) },
    { value: "recorded", name: say("review.record", {}) },
    { value: "kind", name: say("review.kind", {}) },
    { value: "skip", name: say("review.skip", {}) },
    { value: "stop", name: say("review.stop", {}) },
  ];
  // Anybody may take their own words out: there is nothing to refuse.
  if (correction.kind === "withdrawal") choices.splice(2, 1);
  // A disagreement is first of all to be recorded as one.
  if (correction.kind === "disagreement") choices.unshift(...choices.splice(3, 1));
  return world.prompter.select({ message: say("review.choose", {}), choices });
}

async function askKind({ world, say }: Context, study: Study, id: CorrectionId): Promise<void> {
  const choices = kinds.map((kind) => ({ value: kind, name: say(`kind.${kind}`, {}) }));
  await confirmKind(study, id, await world.prompter.select({ message: say("ask.which-kind", {}), choices }));
}
