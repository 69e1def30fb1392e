// What a decision needs to be one: words when it adapts, a reason when it declines.
import type { Outcome } from "../correction/correction.ts";
import type { Verdict } from "../correction/decide.ts";
import type { Context } from "./run.ts";

/** Asks for what the outcome needs and was not given; without a terminal leaves it to be refused. */
export async function askVerdict(
  { canAsk, world, say }: Context,
  outcome: Outcome,
  { text, reason }: Pick<Verdict, "text" | "reason"> = {},
): Promise<Verdict> {
  const ask = async (message: string): Promise<string> => {
    for (;;) {
      const answer = (await world.prompter.input({ message })).trim();
      if (answer !== "") return answer;
    }
  };
  return {
    outcome,
    text: outcome === "adapted" && canAsk ? (text ?? (await ask(say("ask.adapted-text", {})))) : text,
    reason:
      outcome === "declined" && canAsk ? (reason ?? (await ask(say("ask.declined-reason", {})))) : reason,
  };
}
