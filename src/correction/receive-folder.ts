// What a folder of returns holds: the files to read, and what is left aside.
import { readdirSync, type Dirent } from "node:fs";
import { join, relative, resolve } from "node:path";
import { readingFailure } from "../kernel/files.ts";
import type { ReturnedFile } from "./read-returned.ts";

export interface FolderOfReturns {
  /** Those of the folder, then those of each folder in it, by name. */
  readonly files: readonly ReturnedFile[];
  /** What is no return, as the person would name it: hidden files, links, what the study itself made. */
  readonly leftAside: readonly string[];
}

/** Files that a system or a word processor keeps for itself. */
const hidden = /^(?:\.|~\$|~WRL)|^(?:Thumbs\.db|desktop\.ini|Icon\r)$|\.tmp$/i;

/** What a study's folder holds that nobody sent back. */
const ofStudy = new Set([
  "retour.yaml",
  "codebook.yaml",
  "sessions",
  "retours",
  "copies",
  "returns",
  "exports",
  "templates",
]);

/**
 * All files in a folder and in the folders in it; links are not followed. `folder`: as the person
 * named it, from `cwd`. Refuses a folder that cannot be read; one inside it is left aside.
 */
export function returnsIn(folder: string, cwd: string, studyRoot: string): FolderOfReturns {
  const files: ReturnedFile[] = [];
  const leftAside: string[] = [];
  const folders = [folder];
  for (let name = folders.shift(); name !== undefined; name = folders.shift()) {
    const inside: string[] = [];
    for (const entry of entriesOf(name, cwd, name === folder ? undefined : leftAside)) {
      const file = join(name, entry.name);
      const path = resolve(cwd, file);
      if (hidden.test(entry.name) || isOfStudy(path, studyRoot)) leftAside.push(file);
      else if (entry.isDirectory()) inside.push(file);
      else if (entry.isFile()) files.push({ name: file, path });
      else leftAside.push(file);
    }
    folders.unshift(...inside);
  }
  return { files, leftAside };
}

function entriesOf(folder: string, cwd: string, leftAside: string[] | undefined): Dirent[] {
  try {
    const entries = readdirSync(resolve(cwd, folder), { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (leftAside === undefined) throw readingFailure(error, folder);
    leftAside.push(folder);
    return [];
  }
}

/** `receive .` in the study is about what was put there, not about its own documents and copies. */
function isOfStudy(path: string, studyRoot: string): boolean {
  return ofStudy.has(relative(studyRoot, path));
}
