// Where an export goes, and how it appears there: whole or not at all. Everything is written
// beside the target, in a folder no one reads, which takes its name at the very end.
import { lstatSync, readdirSync, realpathSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { exists, fileFailure, makeFolder, readBytes, syncFolder, writeDurably } from "../kernel/files.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import { MANIFEST_FILE } from "./manifest.ts";
import { refuse } from "./messages.ts";

/** Folders of a study that hold what must not leave, or what the program alone writes. */
const ownFolders = ["copies", "returns", "sessions", "retours", "templates", "reports", ".retour"];

export interface PlaceRequest {
  /** The study. */
  readonly root: string;
  readonly cwd: string;
  /** As it was typed. */
  readonly out: string | undefined;
  /** `2026-05-12-synthese` */
  readonly name: string;
}

/** The folder in which the export will appear. */
export function parentOf({ root, cwd, out }: PlaceRequest): string {
  return out === undefined ? join(root, "exports") : dirname(realPath(resolve(cwd, out)));
}

/**
 * The folder of an export: `out`, which must be new or empty and outside the study's own
 * folders; else the first free `exports/<name>`, `-2`, `-3`…
 */
export function chooseFolder({ root, cwd, out, name }: PlaceRequest): string {
  if (out === undefined) {
    const numbered = (number: number): string => (number === 1 ? name : `${name}-${String(number)}`);
    let number = 1;
    while (isTaken(join(root, "exports", numbered(number)))) number += 1;
    return join(root, "exports", numbered(number));
  }
  const folder = realPath(resolve(cwd, out));
  const [first = ""] = relative(realPath(root), folder).split(/[\\/]/);
  // Some file systems do not tell capitals.
  if (ownFolders.includes(first.toLowerCase())) throw refuse("export.folder-forbidden", { folder: out });
  if (isTaken(folder) && !(lstatSync(folder).isDirectory() && readdirSync(folder).length === 0))
    throw refuse("export.folder-taken", { folder: out });
  return folder;
}

/** Also by a link that leads nowhere, which no folder can replace. */
function isTaken(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    // What else stands in the way is met when the folder is made.
    return false;
  }
}

/** Symbolic links followed as far as the path exists. */
function realPath(path: string): string {
  return exists(path) ? realpathSync(path) : join(realPath(dirname(path)), basename(path));
}

/** Writes the files beside the target, durably; gives the folder they wait in. */
export function stage(target: string, mark: string, files: ReadonlyMap<string, string>): string {
  const folder = join(dirname(target), `${mark}${basename(target)}`);
  makeFolder(folder);
  try {
    for (const [path, content] of files) writeDurably(join(folder, path), content);
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Gives the waiting folder its name. */
export function appear(staged: string, target: string): void {
  try {
    if (exists(target)) rmdirSync(target);
    renameSync(staged, target);
    syncFolder(dirname(target));
  } catch (error) {
    throw fileFailure(error, target);
  }
}

/**
 * Settles what killed exports of this study (`mark`) left beside a target: one that the ledger
 * knows appears now, the others go. Gives the folders that appeared.
 */
export async function settleOrphans(
  parent: string,
  mark: string,
  isRecorded: (manifest: string) => Promise<boolean>,
): Promise<string[]> {
  if (!statSync(parent, { throwIfNoEntry: false })?.isDirectory()) return [];
  const appeared: string[] = [];
  for (const name of readdirSync(parent).filter((each) => each.startsWith(mark))) {
    const orphan = join(parent, name);
    const manifest = join(orphan, MANIFEST_FILE);
    const target = join(parent, name.slice(mark.length));
    if (exists(manifest) && !isTaken(target) && (await isRecorded(sha256(readBytes(manifest))))) {
      appear(orphan, target);
      appeared.push(target);
    } else rmSync(orphan, { recursive: true, force: true });
  }
  return appeared;
}
