// `retour review`: one pending correction at a time, each decision written as it is taken.
import { Cancelled } from "../../kernel/diagnostic.ts";
import type { CorrectionId } from "../../kernel/ids.ts";
import { kinds, type Correction, type Outcome } from "../../correction/correction.ts";
import type { ListedCorrection } from "../../correction/corrections.ts";
import { confirmKind, decideAll, undo } from "../../correction/decide.ts";
import { refuse } from "../../correction/messages.ts";
import { pendingForReview, type ReviewItem } from "../../correction/review.ts";
import type { Study } from "../../study/open.ts";
import { askVerdict } from "../ask-verdict.ts";
import { adaptInEditor, forgetEdits } from "../edit-words.ts";
import { correctionsJson } from "../report/correction.ts";
import { reviewScreen, type Position } from "../report/review.ts";
import type { Context, Run } from "../run.ts";
import { typedWords, type TypedWords } from "../typed-words.ts";

type Choice = Outcome | "kind" | "skip" | "undo" | "stop";

/** Something that was done here, and the corrections as they were before it. */
interface Act {
  readonly at: number;
  readonly before: readonly ListedCorrection[];
  readonly decided: number;
}

interface Walk {
  readonly ids: readonly CorrectionId[];
  readonly positions: ReadonlyMap<CorrectionId, Position>;
  readonly typed: TypedWords;
  at: number;
  decided: number;
  readonly acts: Act[];
}

export const run: Run = async (context) => {
  const { say, note } = context;
  if (!context.canAsk) throw refuse("review.no-terminal", {});
  const study = await context.open({ forWriting: true });
  const first = await pendingForReview(study);
  forgetEdits(
    study,
    first.map(({ correction }) => correction.id),
  );
  if (first.length === 0) return { json: correctionsJson([]), text: say("review.none", {}) };
  const ids = first.map(({ correction }) => correction.id);
  const walk: Walk = {
    ids,
    positions: positionsOf(first),
    typed: typedWords(context, study),
    at: 0,
    decided: 0,
    acts: [],
  };
  const end = async (): Promise<string> =>
    say("review.done", { decided: walk.decided, left: (await pendingForReview(study)).length });
  try {
    await walkThrough(context, study, walk);
  } catch (error) {
    // Left in the middle: what was decided is written, and said.
    if (error instanceof Cancelled) note(await end());
    throw error;
  }
  return { json: correctionsJson([]), text: await end() };
};

function positionsOf(items: readonly ReviewItem[]): Map<CorrectionId, Position> {
  const keyOf = ({ correction }: ReviewItem): string => `${correction.edition} ${correction.section}`;
  return new Map(
    items.map((item, index) => {
      const same = items.filter((each) => keyOf(each) === keyOf(item));
      const inSection = same.indexOf(item) + 1;
      return [
        item.correction.id,
        { number: index + 1, count: items.length, inSection, ofSection: same.length },
      ];
    }),
  );
}

async function walkThrough(context: Context, study: Study, walk: Walk): Promise<void> {
  for (;;) {
    const id = walk.ids[walk.at];
    if (id === undefined) return;
    const item = (await pendingForReview(study)).find(({ correction }) => correction.id === id);
    const position = walk.positions.get(id);
    if (item === undefined || position === undefined) {
      walk.at += 1; // Decided along with another.
      continue;
    }
    context.note(reviewScreen(item, position, study.settings, context));
    const choice = await askChoice(context, item);
    if (choice === "stop") return;
    if (choice === "undo") await undoLast(context, study, walk);
    else if (choice === "kind") await changeKind(context, study, walk, item.correction);
    else if (choice === "skip") {
      walk.acts.push({ at: walk.at, before: [], decided: 0 });
      walk.at += 1;
    } else await decideHere(context, study, walk, item, choice);
  }
}

async function decideHere(
  context: Context,
  study: Study,
  walk: Walk,
  { correction }: ReviewItem,
  outcome: Outcome,
): Promise<void> {
  if (outcome === "adapted") await walk.typed.open();
  const text = outcome === "adapted" ? await adaptInEditor(context, study, correction) : undefined;
  if (text === "") {
    context.note(context.say("review.cancelled", {}));
    return;
  }
  const verdict = await askVerdict(context, walk.typed, correction.id, outcome, { text });
  const together = await decidedTogether(context, study, correction, outcome);
  await decideAll(study, together, verdict, context.world, { confirmsKinds: true });
  forgetEdits(
    study,
    walk.ids.filter((id) => !together.some((each) => each.id === id)),
  );
  walk.acts.push({ at: walk.at, before: together, decided: together.length });
  walk.decided += together.length;
  walk.at += 1;
}

/** The correction, those that ask for the very same thing and the other half of a move, as the person says. */
async function decidedTogether(
  context: Context,
  study: Study,
  correction: ListedCorrection,
  outcome: Outcome,
): Promise<ListedCorrection[]> {
  const { say } = context;
  const waiting = (await pendingForReview(study)).map((item) => item.correction);
  const canBe = ({ kind }: Correction): boolean =>
    kind !== "withdrawal" || outcome === "integrated" || outcome === "adapted";
  const find = (wanted: readonly Correction[]): ListedCorrection[] =>
    waiting.filter((each) => canBe(each) && wanted.some(({ id }) => id === each.id));
  const together = [correction];
  const same = find(correction.agreesWith);
  if (same.length > 0) {
    const names = [...new Set([correction, ...same].map(({ participant }) => participant))].sort();
    const people = listed(names, say("review.and", {}));
    const message = say("review.same", { people, count: same.length + 1 });
    if (await isYes(context, message)) together.push(...same);
  }
  const isOneMove = outcome === "integrated" || outcome === "declined";
  const [other] = isOneMove && correction.movedWith ? find([correction.movedWith]) : [];
  if (other) {
    const [first = "", second = ""] = [correction.id, other.id].sort();
    const message = say("review.moved", { first, second });
    if (await isYes(context, message)) together.push(other);
  }
  return together;
}

async function isYes({ world, say }: Context, message: string): Promise<boolean> {
  const choices = (["yes", "no"] as const).map((value) => ({
    value,
    name: say(`ask.${value}`, {}),
    key: say(`ask.${value}`, {}).charAt(0),
  }));
  return (await world.prompter.select({ message, choices })) === "yes";
}

/** `P01, P03 et P07` */
function listed(names: readonly string[], and: string): string {
  return [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((part) => part !== "").join(` ${and} `);
}

async function undoLast({ say, note, world }: Context, study: Study, walk: Walk): Promise<void> {
  const last = walk.acts.pop();
  if (last === undefined) {
    note(say("review.nothing-to-undo", {}));
    return;
  }
  await undo(study, last.before, world);
  if (last.decided > 0) note(say("review.undone", { ids: last.before.map(({ id }) => id).join(", ") }));
  walk.decided -= last.decided;
  walk.at = last.at;
}

async function askChoice({ world, say }: Context, { correction }: ReviewItem): Promise<Choice> {
  const choices: { value: Choice; name: string; key: string }[] = [
    { value: "integrated", name: say("review.integrate", {}), key: "i" },
    { value: "adapted", name: say("review.adapt", {}), key: "a" },
    { value: "declined", name: say("review.decline", {}), key: "n" },
    { value: "recorded", name: say("review.record", {}), key: "d" },
    { value: "kind", name: say("review.kind", {}), key: "k" },
    { value: "skip", name: say("review.skip", {}), key: "s" },
    { value: "undo", name: say("review.undo", {}), key: "u" },
    { value: "stop", name: say("review.stop", {}), key: "q" },
  ];
  // Anybody may take their own words out: there is nothing to refuse.
  if (correction.kind === "withdrawal") choices.splice(2, 2);
  // A disagreement is first of all to be recorded as one.
  if (correction.kind === "disagreement") choices.unshift(...choices.splice(3, 1));
  return world.prompter.select({ message: say("review.choose", {}), choices });
}

async function changeKind(
  { world, say }: Context,
  study: Study,
  walk: Walk,
  correction: ListedCorrection,
): Promise<void> {
  const choices = kinds.map((kind, index) => ({
    value: kind,
    name: say(`kind.${kind}`, {}),
    key: String(index + 1),
  }));
  const kind = await world.prompter.select({ message: say("ask.which-kind", {}), choices });
  await confirmKind(study, correction.id, kind);
  walk.acts.push({ at: walk.at, before: [correction], decided: 0 });
}
