// What Claire answers when a command of the demo asks her: each question is shown with her answer.
import { Cancelled } from "../../kernel/diagnostic.ts";
import type { Prompter } from "../../kernel/world.ts";

/**
 * Answers in order: to a list, by the value of a choice or by words of its name; to the rest, as
 * typed. A question too many is left by Ctrl-C, which stops the demo.
 */
export function scriptedPrompter(
  answers: readonly string[],
  show: (question: string, answer: string) => void,
): Prompter {
  const left = [...answers];
  const next = (): string => {
    const answer = left.shift();
    if (answer === undefined) throw new Cancelled();
    return answer;
  };
  return {
    input: ({ message }) =>
      soon(() => {
        const answer = next();
        show(message, answer);
        return answer;
      }),
    password: () => soon(next),
    confirm: ({ message }) =>
      soon(() => {
        const answer = next();
        show(message, answer);
        return answer === "yes";
      }),
    select: ({ message, choices }) =>
      soon(() => {
        const answer = next();
        const chosen = choices.find(({ value, name }) => value === answer || name.includes(answer));
        if (chosen === undefined) throw new Error(`the demo finds no choice "${answer}" in: ${message}`);
        show(message, chosen.name);
        return chosen.value;
      }),
  };
}

const soon = <T>(answer: () => T): Promise<T> => Promise.resolve().then(answer);
