// argv + World -> exit code; the one place where errors become text.
import { CommanderError } from "commander";
import { chooseLanguage, loadLanguage } from "./cli/language.ts";
import { makeProgram } from "./cli/program.ts";
import { plain, reportDiagnostics, reportFailure, reportUsage } from "./cli/report/failure.ts";
import type { Context, Options } from "./cli/run.ts";
import type { VerbSpec } from "./cli/commands.ts";
import type { Language } from "./cli/messages/catalogue.ts";
import type { World } from "./kernel/world.ts";
import { version } from "./cli/version.ts";

export { realWorld } from "./cli/real-world.ts";

/** Runs one command. `argv` holds what follows the program's name. Never throws. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  const words = argv.map((word) => word.normalize("NFC"));
  const language = await loadLanguage(chooseLanguage(words, world.env));
  let exit = 0;
  const program = makeProgram(language, version, world, words, async (verb, args, options) => {
    exit = await runVerb(verb, args, options, language, world);
  });
  try {
    if (words.length === 0) {
      program.outputHelp();
      return 0;
    }
    await program.parseAsync([...words], { from: "user" });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return reportUsage(error, words, { world, language });
    return reportFailure(error, {
      world,
      language,
      isDebug: words.includes("--debug"),
      isJson: words.includes("--json"),
    });
  }
}

async function runVerb(
  verb: VerbSpec,
  args: readonly string[],
  options: Options,
  language: Language,
  world: World,
): Promise<number> {
  const isJson = options["json"] === true;
  const isQuiet = options["quiet"] === true;
  const isDryRun = options["dryRun"] === true;
  const closing: (() => Promise<void>)[] = [];
  const studyFolder = typeof options["study"] === "string" ? options["study"] : undefined;
  const note = (line: string): void => {
    if (!isQuiet) world.stderr.write(`${line}\n`);
  };
  const { paintFor } = await import("./cli/paint.ts");
  const context: Context = {
    world,
    say: (key, params) => language.texts[key](params),
    paint: paintFor(world, options["color"] === false || isJson),
    language: language.code,
    isDryRun,
    canAsk: world.canAsk && options["yes"] !== true && !isJson,
    studyFolder,
    play: main,
    explain: (diagnostic) => plain(diagnostic, language),
    note,
    open: async ({ forWriting }) => {
      const { openStudy } = await import("./study/open.ts");
      const study = await openStudy(world, { folder: studyFolder, forWriting, isDryRun });
      closing.push(async () => {
        reportDiagnostics(study.ledger.notices, { world, language, isQuiet });
        await study.close();
      });
      return study;
    },
  };
  try {
    const { run } = await verb.load();
    const outcome = await run(context, args, options);
    for (const close of closing.splice(0)) await close();
    reportDiagnostics(outcome.diagnostics ?? [], { world, language, isQuiet });
    if (isJson) world.stdout.write(`${JSON.stringify(outcome.json, null, 2)}\n`);
    else if (outcome.text !== "") world.stdout.write(`${outcome.text}\n`);
    if (isDryRun && verb.writes === true) note(language.texts["dry-run"]({}));
    return outcome.exit ?? 0;
  } finally {
    for (const close of closing) await close();
  }
}
