// Words written in the person's editor, in a private file that stays until they are decided upon.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { Cancelled } from "../kernel/diagnostic.ts";
import { exists, readText, writeDurably } from "../kernel/files.ts";
import { wordsAsked, type Correction } from "../correction/correction.ts";
import { namesIn } from "../study/list-files.ts";
import type { Study } from "../study/open.ts";
import { excerpt } from "./report/correction.ts";
import type { Context } from "./run.ts";

/** Inside the study's own folder, which no backup, copy or export takes. */
const FOLDER = ".retour";
/** With what editors keep beside it. */
const NAME = /^[.#]*mots-(c[0-9]+)\.md/;

/** Takes away the words of every correction but those: what a killed command left for them is taken up again. */
export function forgetEdits(study: Study, waiting: readonly string[]): void {
  for (const name of namesIn(study.path(FOLDER))) {
    const id = NAME.exec(name)?.[1];
    if (id !== undefined && !waiting.includes(id)) rmSync(join(study.path(FOLDER), name), { force: true });
  }
}

/**
 * The words that stand for those asked for, from the person's editor; empty when none were left
 * in the file, undefined when no editor opens. They stay in the file, whatever interrupts the
 * command, until `forgetEdits`.
 */
export async function adaptInEditor(
  { world, say, note }: Context,
  study: Study,
  correction: Correction,
): Promise<string | undefined> {
  const file = study.path(`${FOLDER}/mots-${correction.id}.md`);
  if (!exists(file)) {
    const before = excerpt(correction.before).replace(/--+/g, "–");
    const head = `<!-- ${say("review.edit", { id: correction.id, before })} -->`;
    writeDurably(file, `${head}\n\n${wordsAsked(correction).trim()}\n`);
  }
  try {
    await world.edit(file);
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    note(say("review.no-editor", {}));
    return undefined;
  }
  const words = readText(file)
    .replace(/\r\n?/g, "\n")
    .replace(/^\s*<!--[\s\S]*?-->/, "")
    .trim();
  if (words === "") rmSync(file);
  return words;
}
