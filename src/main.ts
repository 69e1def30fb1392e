// argv + World -> exit code; the one place where errors become text.
import { CommanderError } from "commander";
import { chooseLanguage, loadLanguage } from "./cli/language.ts";
import { makeProgram } from "./cli/program.ts";
import { reportFailure, reportUsage } from "./cli/report/failure.ts";
import type { World } from "./kernel/world.ts";
import { version } from "./cli/version.ts";

export { realWorld } from "./cli/real-world.ts";

/** Runs one command. `argv` holds what follows the program's name. Never throws. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  const words = argv.map((word) => word.normalize("NFC"));
  const language = await loadLanguage(chooseLanguage(words, world.env));
  let exit = 0;
  const program = makeProgram(language, version, world, words, async (verb, args, options) => {
    const { runVerb } = await import("./cli/run-verb.ts");
    exit = await runVerb(verb, args, options, { language, world, play: main });
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
