// Builds commander's program from the verbs and the help of a language: the verb that is asked
// for with its options, or all of them with their summaries when none is, which keeps the start
// short.
import { Argument, Command, Option } from "commander";
import type { World } from "../kernel/world.ts";
import { nounAliases, verbs, type OptionSpec, type VerbName, type VerbSpec } from "./commands.ts";
import type { Help } from "./messages/catalogue.ts";
import type { Options } from "./run.ts";

export type Act = (verb: VerbSpec, args: readonly string[], options: Options) => Promise<void>;

/** The program for these words of the command line. commander's defaults are English; this is not. */
export function makeProgram(
  help: Help | undefined,
  version: string,
  world: World,
  words: readonly string[],
  act: Act,
): Command {
  // What is set here the commands below inherit.
  const program = dress(new Command("retour"), help, world);
  program.version(version, "-V, --version", help?.version);
  if (help) program.description(help.program).usage(help.usage.program);
  addGlobalOptions(program, help, { writes: true, vault: true });
  const asked = askedFor(words);
  const nouns = new Map<string, Command>();
  for (const verb of asked.length > 0 ? asked : named) {
    const [noun = "", name] = verb.name.split(" ");
    const parent = name === undefined ? program : nounCommand(program, noun, nouns, help);
    const command = parent.command(name ?? noun);
    if (help) command.description(help.verbs[verb.name].summary);
    if (name === undefined) nouns.set(noun, command);
    if (verb.alias !== undefined) command.alias(verb.alias);
    if (asked.length > 0) describeVerb(command, verb, help);
    command.action(async () => {
      await act(verb, command.args, command.optsWithGlobals<Options>());
    });
  }
  return program;
}

const named: readonly NamedVerb[] = verbs;

function askedFor(words: readonly string[]): readonly NamedVerb[] {
  const nounOf = ({ name }: NamedVerb): string | undefined => name.split(" ")[0];
  const nouns = named
    .filter((verb) => words.some((word) => nounOf(verb) === word || verb.alias === word))
    .map(nounOf);
  return named.filter((verb) => nouns.includes(nounOf(verb)));
}

/** True when help is asked for, or when the words name no verb that can run. */
export function wantsHelp(words: readonly string[]): boolean {
  const isWhole = askedFor(words).some(({ name }) =>
    name
      .split(" ")
      .slice(1)
      .every((part) => words.includes(part)),
  );
  return !isWhole || words.includes("--help") || words.includes("-h");
}

type NamedVerb = VerbSpec & { readonly name: VerbName };

/** `participant` of `participant add`: shows its own help when nothing follows. */
function nounCommand(
  program: Command,
  noun: string,
  nouns: Map<string, Command>,
  help: Help | undefined,
): Command {
  const known = nouns.get(noun);
  if (known) return known;
  const command = program.command(noun).helpCommand(false);
  const alias = nounAliases[noun];
  if (alias !== undefined) command.alias(alias);
  if (help) {
    const [, summary = noun] = Object.entries(help.nouns).find(([name]) => name === noun) ?? [];
    command.usage(help.usage.program).description(summary);
  }
  nouns.set(noun, command);
  return command;
}

function describeVerb(command: Command, verb: NamedVerb, help: Help | undefined): void {
  const texts = help?.verbs[verb.name];
  for (const each of verb.arguments?.split(" ") ?? []) {
    const name = each.replace(/[<>[\].]/g, "");
    command.addArgument(new Argument(each, texts?.options[name] ?? ""));
  }
  for (const option of verb.options ?? []) command.addOption(makeOption(option, texts?.options ?? {}));
  addGlobalOptions(command, help, verb);
  if (help === undefined || texts === undefined) return;
  command.usage([verb.arguments, help.usage.verb].filter((part) => part !== undefined).join(" "));
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

function addGlobalOptions(
  command: Command,
  help: Help | undefined,
  { writes, vault }: Pick<VerbSpec, "writes" | "vault">,
): void {
  const texts = help?.global ?? {};
  command.option("--study <dir>", texts["study"]);
  if (vault) command.option("--vault <file>", texts["vault"]);
  command.option("--json", texts["json"]);
  command.addOption(new Option("--lang <language>", texts["lang"]).choices(["fr", "en"]));
  command.option("--yes", texts["yes"]);
  if (writes) command.option("--dry-run", texts["dry-run"]);
  command.option("--debug", texts["debug"]);
  command.option("--no-color", texts["no-color"]);
  command.option("--quiet", texts["quiet"]);
}

function dress(command: Command, help: Help | undefined, world: World): Command {
  const { usage, options, commands, arguments: args } = help?.headings ?? {};
  const titles: Readonly<Record<string, string | undefined>> = {
    "Usage:": usage,
    "Options:": options,
    "Commands:": commands,
    "Arguments:": args,
  };
  return command
    .exitOverride()
    .helpOption("-h, --help", help?.help)
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
