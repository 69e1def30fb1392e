// Prints a completion script for a shell.
import { verbs } from "../commands.ts";
import { loadHelp } from "../language.ts";
import { makeProgram } from "../program.ts";
import { completionScript, shells } from "../report/completion.ts";
import { refuse, type Run } from "../run.ts";
import { version } from "../version.ts";

export const run: Run = async ({ world, language }, [given = ""]) => {
  const shell = shells.find((each) => each === given);
  if (shell === undefined)
    throw refuse("usage.bad-argument", { argument: given, expected: shells.join(", ") });
  const all = verbs.map((verb) => verb.name.split(" ")[0] ?? "");
  const program = makeProgram(await loadHelp(language), version, world, all, () => Promise.resolve());
  const script = completionScript(program, shell);
  return { json: { shell, script }, text: script.trimEnd() };
};
