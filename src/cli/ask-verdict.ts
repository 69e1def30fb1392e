// What a decision needs to be one: words when it adapts, a reason when it declines.
import type { Outcome } from "../correction/correction.ts";
import type { Verdict } from "../correction/decide.ts";
import type { Context } from "./run.ts";
import type { TypedWords } from "./typed-words.ts";

/**
 * Asks for what the outcome needs and was not given; without a terminal leaves it to be refused.
 * `id`: of the correction. The words given are without the vault's names.
 */
export async function askVerdict(
  { canAsk, world, say }: Context,
  typed: TypedWords,
  id: string,
  outcome: Outcome,
  { text, reason }: Pick<Verdict, "text" | "reason"> = {},
): Promise<Verdict> {
  const ask = async (message: string): Promise<string> => {
    await typed.open();
    for (;;) {
      const answer = (await world.prompter.input({ message })).trim();
      if (answer !== "") return answer;
    }
  };
  const said = {
    text: outcome === "adapted" && canAsk ? (text ?? (await ask(say("ask.adapted-text", {})))) : text,
    reason:
      outcome === "declined" && canAsk ? (reason ?? (await ask(say("ask.declined-reason", {})))) : reason,
  };
  return {
    outcome,
    text: await typed.nameless(said.text, id),
    reason: await typed.nameless(said.reason, id),
  };
}
