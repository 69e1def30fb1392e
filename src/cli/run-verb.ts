// One verb from its options to its exit code: the study it opens is closed, its diagnostics go
// to stderr, its result to stdout. Loaded with the verb, so that help starts without it.
import type { World } from "../kernel/world.ts";
import { openStudy } from "../study/open.ts";
import type { VerbSpec } from "./commands.ts";
import type { Language } from "./messages/catalogue.ts";
import { paintFor } from "./paint.ts";
import { progressOn } from "./progress.ts";
import { plain, reportDiagnostics } from "./report/failure.ts";
import type { Context, Options } from "./run.ts";

interface Door {
  readonly language: Language;
  readonly world: World;
  /** Runs another command, as if it had been typed. */
  readonly play: Context["play"];
}

/** Runs a verb and shows what it gives; gives the exit code. What the verb throws comes out. */
export async function runVerb(
  verb: VerbSpec,
  args: readonly string[],
  options: Options,
  { language, world: outside, play }: Door,
): Promise<number> {
  const world = askingIn(language, outside);
  const isJson = options["json"] === true;
  const isQuiet = options["quiet"] === true;
  const isDryRun = options["dryRun"] === true;
  const closing: (() => Promise<void>)[] = [];
  const studyFolder = typeof options["study"] === "string" ? options["study"] : undefined;
  const progress = progressOn(world, !isQuiet && !isJson);
  const note = (line: string): void => {
    progress.clear();
    if (!isQuiet) world.stderr.write(`${line}\n`);
  };
  const context: Context = {
    world,
    say: (key, params) => language.texts[key](params),
    paint: await paintFor(world, options["color"] === false || isJson),
    language: language.code,
    isDryRun,
    canAsk: options["yes"] !== true && !isJson && world.canAsk,
    studyFolder,
    vaultFile: typeof options["vault"] === "string" ? options["vault"] : undefined,
    play,
    explain: (diagnostic) => plain(diagnostic, language),
    note,
    progress,
    open: async ({ forWriting }) => {
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
    progress.clear();
    for (const close of closing.splice(0)) await close();
    reportDiagnostics(outcome.diagnostics ?? [], { world, language, isQuiet });
    if (isJson) world.stdout.write(`${JSON.stringify(outcome.json, null, 2)}\n`);
    else if (outcome.text !== "") world.stdout.write(`${outcome.text}\n`);
    if (isDryRun && verb.writes === true) note(language.texts["dry-run"]({}));
    return outcome.exit ?? 0;
  } finally {
    progress.clear();
    for (const close of closing) await close();
  }
}

/** Yes and no are typed in the person's language. */
function askingIn({ texts }: Language, world: World): World {
  const words = { yes: texts["ask.yes"]({}), no: texts["ask.no"]({}) };
  const confirm: World["prompter"]["confirm"] = (question) => world.prompter.confirm({ ...question, words });
  return { ...world, prompter: { ...world.prompter, confirm } };
}
