// Errors and diagnostics as lines on stderr: what happened, where, what to do.
import {
  Cancelled,
  DiagnosedError,
  RetourError,
  type Diagnostic,
  type Place,
} from "../../kernel/diagnostic.ts";
import { shown } from "../../kernel/shown.ts";
import type { CommanderError } from "commander";
import type { World } from "../../kernel/world.ts";
import { nounAliases, verbs } from "../commands.ts";
import { sayMessage, type Help, type Language } from "../messages/catalogue.ts";

interface Door {
  readonly world: World;
  readonly language: Language;
}

/** Prints each diagnostic as `file:line:column  code  message`, and its hint under the last that has it. */
export function reportDiagnostics(
  diagnostics: readonly Diagnostic[],
  { world, language, isQuiet }: Door & { isQuiet: boolean },
): void {
  const shownOnes = diagnostics.filter(({ severity }) => !(isQuiet && severity === "info"));
  const hintOf = (each: Diagnostic | undefined): string | undefined =>
    each && sayMessage(language, each.code, each.params).hint;
  for (const [index, each] of shownOnes.entries()) {
    const { message, hint } = sayMessage(language, each.code, each.params);
    const place = each.place ? `${formatPlace(each.place)}  ` : "";
    world.stderr.write(shown(`${place}${each.code}  ${message}\n`));
    // Neighbours that ask for the same thing ask once.
    if (hint !== undefined && hint !== hintOf(shownOnes[index + 1]))
      world.stderr.write(shown(`    ${hint}\n`));
  }
}

/** Prints a failure and gives the exit code it stands for. */
export function reportFailure(
  error: unknown,
  { world, language, isDebug, isJson }: Door & { isDebug: boolean; isJson: boolean },
): number {
  if (isDebug && error instanceof Error) world.stderr.write(`${shown(error.stack ?? "")}\n`);
  if (error instanceof Cancelled) {
    world.stderr.write(`${sayMessage(language, "cancelled", {}).message}\n`);
    return 130;
  }
  if (error instanceof DiagnosedError) {
    reportDiagnostics(error.diagnostics, { world, language, isQuiet: false });
    if (isJson) printJson(world, { diagnostics: error.diagnostics.map((each) => plain(each, language)) });
    return 1;
  }
  const isKnown = error instanceof RetourError;
  const failure = isKnown ? error : bug(error);
  const { message, hint } = sayMessage(language, failure.code, failure.params);
  const place = failure.place ? `${formatPlace(failure.place)}: ` : "";
  world.stderr.write(shown(`${place}${language.texts["error.word"]({})} ${message} (${failure.code})\n`));
  if (hint !== undefined) world.stderr.write(shown(`${language.texts["hint.word"]({})} ${hint}\n`));
  if (isJson) printJson(world, { error: { code: failure.code, message, hint: hint ?? null } });
  return isKnown ? 2 : 70;
}

/** Says what commander refused; its own sentences are English. */
export function reportUsage(
  error: CommanderError,
  words: readonly string[],
  { world, language, help }: Door & { help: Help },
): number {
  const [name = "", value = ""] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? "");
  const near = /Did you mean (?:one of )?(.*?)\?\)/.exec(error.message)?.[1] ?? "";
  const choices = /Allowed choices are (.*)\.$/.exec(error.message)?.[1] ?? "";
  const { texts } = language;
  const called = commandIn(words);
  const command = ["retour", called].join(" ").trim();
  const verb = verbs.find((each) => each.name === called);
  const options: Readonly<Record<string, string>> = verb ? help.verbs[verb.name].options : {};
  const meaning = options[name] ?? "";
  const said: Readonly<Record<string, string>> = {
    "commander.unknownCommand": texts["usage.unknown-command"]({ name, near }),
    "commander.unknownOption": texts["usage.unknown-option"]({ name, near }),
    "commander.missingArgument": texts["usage.missing-argument"]({ name, meaning }),
    "commander.optionMissingArgument": texts["usage.option-argument"]({ name }),
    "commander.invalidArgument": texts["usage.not-a-choice"]({ name, value, choices }),
    "commander.excessArguments": texts["usage.too-many"]({ command }),
  };
  const line = said[error.code];
  if (line === undefined) return 2; // A noun without its verb: commander has shown its help.
  world.stderr.write(shown(`${texts["error.word"]({})} ${line}\n${texts["usage.see-help"]({ command })}\n`));
  return 2;
}

/** The verb that the words name, or the noun of several verbs; empty when they name none. */
function commandIn(words: readonly string[]): string {
  const nounOf = (word: string): string =>
    Object.keys(nounAliases).find((noun) => nounAliases[noun] === word) ?? word;
  const plain = words.filter((word) => !word.startsWith("-")).map(nounOf);
  for (const [index, word] of plain.entries()) {
    const pair = `${word} ${plain[index + 1] ?? ""}`;
    const verb =
      verbs.find(({ name }) => name === pair) ??
      verbs.find((each) => each.name === word || ("alias" in each && each.alias === word));
    if (verb) return verb.name;
    if (verbs.some(({ name }) => name.startsWith(`${word} `))) return word;
  }
  return "";
}

/** A diagnostic as --json shows it, its message in the person's language. */
export function plain(each: Diagnostic, language: Language): object {
  return {
    code: each.code,
    severity: each.severity,
    ...each.place,
    ...sayMessage(language, each.code, each.params),
  };
}

function bug(error: unknown): RetourError {
  return new RetourError("bug", { reason: error instanceof Error ? error.name : typeof error });
}

function printJson(world: World, value: object): void {
  world.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

function formatPlace({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}
