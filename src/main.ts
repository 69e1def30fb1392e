// argv + World -> exit code; the one place where errors become text.
import { CommanderError } from "commander";
import { chooseLanguage, loadHelp, loadLanguage } from "./cli/language.ts";
import { makeProgram, wantsHelp } from "./cli/program.ts";
import type { World } from "./kernel/world.ts";
import { version } from "./cli/version.ts";

export { realWorld } from "./cli/real-world.ts";

/** Runs one command. `argv` holds what follows the program's name. Never throws. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  const words = argv.map((word) => word.normalize("NFC"));
  const code = chooseLanguage(words, world.env);
  const help = wantsHelp(words) ? await loadHelp(code) : undefined;
  let exit = 0;
  const program = makeProgram(help, version, world, words, async (verb, args, options) => {
    const { runVerb } = await import("./cli/run-verb.ts");
    exit = await runVerb(verb, args, options, { language: await loadLanguage(code), world, play: main });
  });
  try {
    if (words.length === 0) {
      program.outputHelp();
      return 0;
    }
    await program.parseAsync([...words], { from: "user" });
    return exit;
  } catch (error) {
    // Help and version end this way too.
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { reportFailure, reportUsage } = await import("./cli/report/failure.ts");
    const language = await loadLanguage(code);
    if (error instanceof CommanderError) {
      return reportUsage(error, words, { world, language, help: help ?? (await loadHelp(code)) });
    }
    return reportFailure(error, {
      world,
      language,
      isDebug: words.includes("--debug"),
      isJson: words.includes("--json"),
    });
  }
}
