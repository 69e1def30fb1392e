// Builds commander's program from the verbs and the help of a language. Every verb has its
// name and summary; only the one that is asked for has its options made, which keeps the
// start short.
import { Argument, Command, Option } from "commander";
import type { World } from "../kernel/world.ts";
import { verbs, type OptionSpec, type VerbSpec } from "./commands.ts";
import type { Help, Language } from "./messages/catalogue.ts";
import type { Options } from "./run.ts";

export type Act = (verb: VerbSpec, args: readonly string[], options: Options) => Promise<void>;

/** The program for these words of the command line. commander's defaults are English; this is not. */
export function makeProgram(
  { help }: Language,
  version: string,
  world: World,
  words: readonly string[],
  act: Act,
): Command {
  const program = dress(new Command("retour"), help, world);
  program.description(help.program).usage(help.usage.program).version(version, "-V, --version", help.version);
  addGlobalOptions(program, help, true);
  const nouns = new Map<string, Command>();
  for (const verb of verbs) {
    const [noun = "", name] = verb.name.split(" ");
    const parent = name === undefined ? program : nounCommand(program, noun, nouns, help, world);
    const command = dress(parent.command(name ?? noun), help, world);
    nouns.set(verb.name, command);
    const { summary } = help.verbs[verb.name];
    command.summary(summary).description(summary);
    if ("alias" in verb) command.alias(verb.alias);
    if (words.includes(noun) || ("alias" in verb && words.includes(verb.alias)))
      describeVerb(command, verb, help);
    command.action(async () => {
      await act(verb, command.args, command.optsWithGlobals<Options>());
    });
  }
  return program;
}

/** `participant` of `participant add`: shows its own help when nothing follows. */
function nounCommand(
  program: Command,
  noun: string,
  nouns: Map<string, Command>,
  help: Help,
  world: World,
): Command {
  const known = nouns.get(noun);
  if (known) return known;
  const command = dress(program.command(noun), help, world).usage(help.usage.program);
  command.description(Object.entries(help.nouns).find(([name]) => name === noun)?.[1] ?? noun);
  nouns.set(noun, command);
  return command;
}

function describeVerb(command: Command, verb: VerbSpec & { name: keyof Help["verbs"] }, help: Help): void {
  const texts = help.verbs[verb.name];
  for (const each of verb.arguments?.split(" ") ?? []) {
    const name = each.replace(/[<>[\].]/g, "");
    command.addArgument(new Argument(each, texts.options[name] ?? ""));
  }
  command.usage([verb.arguments, help.usage.verb].filter((part) => part !== undefined).join(" "));
  for (const option of verb.options ?? []) command.addOption(makeOption(option, texts.options));
  addGlobalOptions(command, help, verb.writes === true);
  const examples = texts.examples.map((example) => `  ${example}`).join("\n");
  command.addHelpText("after", `\n${help.headings.examples}\n${examples}`);
}

function makeOption(spec: OptionSpec, texts: Readonly<Record<string, string>>): Option {
  const option = new Option(spec.flags);
  option.description = texts[option.name()] ?? "";
  if (spec.choices) option.choices(spec.choices);
  if (spec.repeat)
    option.argParser((value: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), value]);
  return option;
}

function addGlobalOptions(command: Command, help: Help, writes: boolean): void {
  const texts = help.global;
  command.option("--study <dir>", texts["study"]);
  command.option("--json", texts["json"]);
  command.addOption(new Option("--lang <language>", texts["lang"]).choices(["fr", "en"]));
  command.option("--yes", texts["yes"]);
  if (writes) command.option("--dry-run", texts["dry-run"]);
  command.option("--debug", texts["debug"]);
  command.option("--no-color", texts["no-color"]);
  command.option("--quiet", texts["quiet"]);
}

function dress(command: Command, help: Help, world: World): Command {
  const titles: Readonly<Record<string, string>> = {
    "Usage:": help.headings.usage,
    "Options:": help.headings.options,
    "Commands:": help.headings.commands,
    "Arguments:": help.headings.arguments,
  };
  return command
    .exitOverride()
    .helpOption("-h, --help", help.help)
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: (text) => {
        world.stdout.write(text);
      },
      writeErr: (text) => {
        world.stderr.write(text);
      },
      // Said by main, in the person's language.
      outputError: () => undefined,
      getOutHelpWidth: () => Math.min(world.stdout.columns, 110),
      getErrHelpWidth: () => Math.min(world.stderr.columns, 110),
    })
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      subcommandTerm: (sub) => [sub.name(), ...sub.aliases()].join(", "),
      optionDescription: ({ description, argChoices }) =>
        argChoices ? `${description} (${argChoices.join(", ")})` : description,
    });
}
