// How the demo ends: where to look and what to try, or the command that did not do as expected.
import { join, relative } from "node:path";
import { shown } from "../../kernel/shown.ts";
import { namesIn } from "../../study/list-files.ts";
import { vaultVariables, type Folders } from "../demo/folder.ts";
import { quoted, type Play } from "../demo/player.ts";
import type { Stage } from "../demo/stage.ts";
import type { Context, Outcome } from "../run.ts";

export function reportDemo(
  { say, world, isDryRun }: Context,
  { folder, apart }: Folders,
  { steps, failure }: Play,
  stage: Stage,
): Outcome {
  const last = namesIn(join(folder, "exports")).at(-1);
  const json = { folder, apart, steps, export: last === undefined ? null : `exports/${last}` };
  if (failure !== undefined) {
    world.stderr.write(shown(`${stage.lastWords()}${say("demo.failed", failure)}\n`));
    return { json, text: "", exit: 1 };
  }
  if (isDryRun || last === undefined) return { json, text: "" };
  const { RETOUR_VAULT: vault, RETOUR_PASSPHRASE_FILE: phrase } = vaultVariables(apart);
  const variables = { vault: quoted(vault), phrase: quoted(phrase) };
  const here = relative(world.cwd, folder) || ".";
  return {
    json,
    text: stage.ending(say("demo.end", { folder: here, export: json.export ?? "", ...variables })),
  };
}
