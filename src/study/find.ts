// Where the study is: the nearest folder upward that holds retour.yaml.
import { dirname, join, resolve } from "node:path";
import { exists } from "../kernel/files.ts";
import { SETTINGS_FILE } from "./folder.ts";
import { refuse } from "./messages.ts";

/** The study's absolute path: `folder` when it is named, else `cwd` or the nearest above it. */
export function findStudy(cwd: string, folder?: string): string {
  const start = resolve(cwd, folder ?? ".");
  const found = folder === undefined ? studyAround(start) : isStudy(start) ? start : undefined;
  if (found === undefined) throw refuse("study.not-found", { folder: start });
  return found;
}

/** The nearest study that holds `folder`, itself included. */
export function studyAround(folder: string): string | undefined {
  if (isStudy(folder)) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : studyAround(parent);
}

export function isStudy(folder: string): boolean {
  return exists(join(folder, SETTINGS_FILE));
}
