// Builds commander's program from the verbs and the help of a language.
import { Argument, Command, Option } from "commander";
import type { World } from "../kernel/world.ts";
import { verbs, type OptionSpec, type VerbSpec } from "./commands.ts";
import type { Help, Language } from "./messages/catalogue.ts";
import type { Options } from "./run.ts";

export type Act = (verb: VerbSpec, args: readonly string[], options: Options) => Promise<void>;

/** commander's own defaults are English; these are the same in the person's language. */
export function makeProgram(language: Language, version: string, world: World, act: Act): Command {
  const { help } = language;
  const program = new Command("retour");
  dress(program, help, world);
  program.description(help.program).version(version, "-V, --version", help.version);
  addGlobalOptions(program, help);
  const nouns = new Map<string, Command>();
  for (const verb of verbs) {
    const { parent, name } = placeOf(program, verb.name, nouns, help, world);
    const command = parent.command(name);
    nouns.set(verb.name, command);
    describeVerb(command, verb, help, world);
    command.action(async () => {
      await act(verb, command.args, command.optsWithGlobals<Options>());
    });
  }
  return program;
}

function placeOf(
  program: Command,
  verb: string,
  nouns: Map<string, Command>,
  help: Help,
  world: World,
): { parent: Command; name: string } {
  const [noun = verb, name] = verb.split(" ");
  if (name === undefined) return { parent: program, name: noun };
  let parent = nouns.get(noun);
  if (parent === undefined) {
    parent = program.command(noun).description(nounHelp(help, noun));
    dress(parent, help, world);
    nouns.set(noun, parent);
  }
  return { parent, name };
}

function nounHelp(help: Help, noun: string): string {
  return (help.nouns as Readonly<Record<string, string>>)[noun] ?? noun;
}

function describeVerb(
  command: Command,
  verb: VerbSpec & { name: keyof Help["verbs"] },
  help: Help,
  world: World,
): void {
  const texts = help.verbs[verb.name];
  dress(command, help, world);
  command.summary(texts.summary).description(texts.summary);
  if (verb.alias !== undefined) command.alias(verb.alias);
  for (const each of verb.arguments?.split(" ") ?? []) {
    const name = each.replace(/[<>[\].]/g, "");
    command.addArgument(new Argument(each, texts.options[name] ?? ""));
  }
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

function addGlobalOptions(command: Command, help: Help, writes = true): void {
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

function dress(command: Command, help: Help, world: World): void {
  command.exitOverride();
  command.helpOption("-h, --help", help.help);
  command.helpCommand(false);
  command.usage(help.usage);
  command.configureOutput({
    writeOut: (text) => {
      world.stdout.write(text);
    },
    writeErr: (text) => {
      world.stderr.write(text);
    },
    getOutHelpWidth: () => Math.min(world.stdout.columns, 100),
  });
  command.configureHelp({
    styleTitle: (title) => translateTitle(title, help),
  });
}

function translateTitle(title: string, { headings }: Help): string {
  const known: Readonly<Record<string, string>> = {
    "Options:": headings.options,
    "Commands:": headings.commands,
    "Arguments:": headings.arguments,
  };
  return known[title] ?? title;
}
