// Takes a study out of its backup (see ledger/archive.ts), into a folder of its own.
import { chmodSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { exists, makeFolder, writeDurably } from "../kernel/files.ts";
import { slug } from "../kernel/ids.ts";
import type { World } from "../kernel/world.ts";
import { isArchive, openArchive, type Archive } from "../ledger/archive.ts";
import { LEDGER_FILE } from "../ledger/ledger.ts";
import { LARGEST_BACKUP } from "./backup.ts";
import { studyAround } from "./find.ts";
import { SETTINGS_FILE } from "./folder.ts";
import { FOLDERS, schemaText } from "./init.ts";
import { namesIn } from "./list-files.ts";
import { refuse } from "./messages.ts";
import { parseSettings } from "./parse-settings.ts";
import { isSafePath } from "./safe-path.ts";
import { SCHEMA_FILE } from "./starting-files.ts";

export interface Restored {
  /** Absolute. */
  readonly folder: string;
  /** How many files were written, the ledger aside. */
  readonly files: number;
}

/**
 * Restores a backup into `folder`, new or empty; by default one named after the study's
 * title. Everything is verified before anything is written; retour.yaml is written last, so
 * that a half-restored folder is not a study. A dry run writes nothing.
 */
export function restore(
  world: Pick<World, "cwd">,
  file: string,
  folder: string | undefined,
  { isDryRun = false } = {},
): Restored {
  const source = resolve(world.cwd, file);
  if (!isArchive(source)) throw refuse("restore.not-backup", { file: source });
  const archive = openArchive(source);
  try {
    const paths = verifiedPaths(archive, source);
    const target = resolve(world.cwd, folder ?? folderFor(archive));
    if (namesIn(target).length > 0) throw refuse("restore.not-empty", { folder: target });
    const study = studyAround(dirname(target));
    if (study !== undefined) throw refuse("init.inside-study", { folder: target, study });
    if (!isDryRun) writeStudy(archive, paths, target);
    return { folder: target, files: paths.length };
  } finally {
    archive.close();
  }
}

/** All paths, retour.yaml last; refused when one could leave the folder or be what we make ourselves. */
function verifiedPaths({ entries }: Archive, file: string): string[] {
  const unsafe = entries.find(({ path }) => !isSafePath(path, process.platform === "win32"));
  if (unsafe) throw refuse("restore.unsafe-path", { path: unsafe.path });
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const paths = entries.map(({ path }) => path).filter((path) => path !== SETTINGS_FILE);
  if (bytes > LARGEST_BACKUP || paths.length === entries.length) throw refuse("restore.not-backup", { file });
  return [...paths, SETTINGS_FILE];
}

function folderFor(archive: Archive): string {
  const text = Buffer.from(archive.read(SETTINGS_FILE).content).toString("utf8");
  return slug(parseSettings(text, SETTINGS_FILE).settings?.title ?? "") || "etude-restauree";
}

function writeStudy(archive: Archive, paths: readonly string[], folder: string): void {
  const wasThere = exists(folder);
  try {
    makeFolder(join(folder, dirname(LEDGER_FILE)));
    archive.writeLedger(join(folder, LEDGER_FILE));
    writeDurably(join(folder, SCHEMA_FILE), schemaText());
    for (const each of FOLDERS) makeFolder(join(folder, each));
    for (const path of paths) writeFile(archive, path, join(folder, path));
  } catch (error) {
    // It was empty or new: what is in it now is ours.
    if (wasThere) for (const name of namesIn(folder)) rmSync(join(folder, name), { recursive: true });
    else rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function writeFile(archive: Archive, path: string, target: string): void {
  // Two names that one disk tells apart and this one does not.
  if (exists(target)) throw refuse("restore.same-name", { path });
  const { content, mode } = archive.read(path);
  writeDurably(target, content);
  chmodSync(target, (mode & 0o700) | 0o600);
}
