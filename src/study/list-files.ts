// What is in a folder: its names, and all the files below it.
import { lstatSync, readdirSync, type Stats } from "node:fs";
import { join } from "node:path";
import { fileFailure, kindOfPath } from "../kernel/files.ts";
import { refuse } from "./messages.ts";

export interface FoundFile {
  /** Relative to the folder that was listed, with forward slashes. */
  readonly path: string;
  readonly kind: "file" | "folder" | "link";
  readonly stats: Stats;
}

/** The names in a folder that may not be there yet; refused when it is a file. */
export function namesIn(folder: string): string[] {
  const kind = kindOfPath(folder);
  if (kind === "file") throw refuse("study.not-folder", { path: folder });
  return kind === "folder" ? sorted(folder) : [];
}

/**
 * All files, folders and links below `root`, in order, each folder before what it holds.
 * Links are not followed; what is neither (a socket, a device) is left out. `skip` is asked
 * for each path and leaves it out with all that is below it.
 */
export function* listFiles(
  root: string,
  skip: (path: string) => boolean = () => false,
): Generator<FoundFile> {
  const folders = [""];
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    const inside: string[] = [];
    for (const name of sorted(join(root, folder))) {
      const path = folder + name;
      if (skip(path)) continue;
      const stats = lstatSync(join(root, path));
      const kind = kindOf(stats);
      if (kind === "folder") inside.push(`${path}/`);
      if (kind !== undefined) yield { path, kind, stats };
    }
    folders.unshift(...inside);
  }
}

function kindOf(stats: Stats): FoundFile["kind"] | undefined {
  if (stats.isSymbolicLink()) return "link";
  if (stats.isDirectory()) return "folder";
  return stats.isFile() ? "file" : undefined;
}

function sorted(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    throw fileFailure(error, folder);
  }
}
