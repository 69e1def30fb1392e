// Words written in the person's editor, in a private file that does not stay.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { Cancelled } from "../kernel/diagnostic.ts";
import { readText, writeDurably } from "../kernel/files.ts";
import { wordsAsked, type Correction } from "../correction/correction.ts";
import { namesIn } from "../study/list-files.ts";
import type { Study } from "../study/open.ts";
import { excerpt } from "./report/correction.ts";
import type { Context } from "./run.ts";

/** Inside the study's own folder, which no backup, copy or export takes. */
const FOLDER = ".retour";
const NAME = /^mots-c[0-9]+\.md$/;

/** Takes away what a killed command left. */
export function forgetEdits(study: Study): void {
  for (const name of namesIn(study.path(FOLDER)))
    if (NAME.test(name)) rmSync(join(study.path(FOLDER), name), { force: true });
}

/**
 * The words that stand for those asked for, from the person's editor; empty when none were left
 * in the file, undefined when no editor opens.
 */
export async function adaptInEditor(
  { world, say, note }: Context,
  study: Study,
  correction: Correction,
): Promise<string | undefined> {
  const file = study.path(`${FOLDER}/mots-${correction.id}.md`);
  const remove = (): void => {
    rmSync(file, { force: true });
  };
  const leave = (): never => {
    remove();
    process.exit(130);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.once(signal, leave);
  try {
    const before = excerpt(correction.before).replace(/--+/g, "–");
    const head = `<!-- ${say("review.edit", { id: correction.id, before })} -->`;
    writeDurably(file, `${head}\n\n${wordsAsked(correction).trim()}\n`);
    try {
      await world.edit(file);
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      note(say("review.no-editor", {}));
      return undefined;
    }
    return readText(file)
      .replace(/\r\n?/g, "\n")
      .replace(/^\s*<!--[\s\S]*?-->/, "")
      .trim();
  } finally {
    for (const signal of signals) process.removeListener(signal, leave);
    remove();
  }
}
