// The value of an option: as given, else as answered, else its default, else refused by its name.
import { findStudy } from "../study/find.ts";
import type { Settings } from "../study/settings.ts";
import { one, refuse, type Context, type Options } from "./run.ts";

/** The settings that questions need, read before the study is opened: nobody waits for an answer. */
export async function settingsFor({ world, studyFolder }: Context): Promise<Settings> {
  // With what reads YAML, which a verb that asks nothing does without.
  const { readSettings } = await import("../study/read-settings.ts");
  return readSettings(findStudy(world.cwd, studyFolder));
}

/** A text. Asked again while the answer is empty; refused when nobody can be asked and there is no `initial`. */
export async function text(
  { canAsk, world }: Context,
  options: Options,
  name: string,
  question: { message: string; initial?: string },
): Promise<string> {
  const given = one(options, name);
  if (given !== undefined) return given;
  if (!canAsk) {
    if (question.initial !== undefined) return question.initial;
    throw refuse("usage.option-missing", { option: `--${name}` });
  }
  for (;;) {
    const answer = (await world.prompter.input(question)).trim();
    if (answer !== "") return answer;
  }
}

/** One of a few values, the first of which is the default. The option itself is checked by its choices. */
export async function choice<T extends string>(
  { canAsk, world }: Context,
  options: Options,
  name: string,
  question: { message: string; choices: readonly [Choice<T>, ...Choice<T>[]] },
): Promise<T> {
  const given = one(options, name);
  const { choices } = question;
  if (given === undefined) return canAsk ? world.prompter.select(question) : choices[0].value;
  const found = choices.find(({ value }) => value === given);
  if (found) return found.value;
  const expected = choices.map(({ value }) => value).join(", ");
  throw refuse("usage.bad-value", { option: `--${name}`, value: given, expected });
}

export interface Choice<T extends string> {
  readonly value: T;
  readonly name: string;
}
