// Puts a whole study into one file (see ledger/archive.ts).
import { renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { exists, fileFailure, kindOfPath, readBytes, syncFolder } from "../kernel/files.ts";
import type { World } from "../kernel/world.ts";
import { isArchive, writeArchive, type ArchivedFile } from "../ledger/archive.ts";
import { LEDGER_FILE, openLedger } from "../ledger/ledger.ts";
import { listFiles, type FoundFile } from "./list-files.ts";
import { diagnose, refuse } from "./messages.ts";
import { isSafePath } from "./safe-path.ts";

export interface Backup {
  /** Absolute. */
  readonly file: string;
  /** How many files of the study it holds, its ledger aside. */
  readonly files: number;
  readonly bytes: number;
  readonly diagnostics: readonly Diagnostic[];
}

const MEGABYTE = 1024 * 1024;
/** How much a backup holds at most, in bytes. */
export const LARGEST_BACKUP = 512 * MEGABYTE;

/** Neither the ledger's own folder (its copy is in the backup) nor what other tools can make again. */
const LEFT_OUT = new Set([".retour", "node_modules", ".git"]);

/**
 * Writes every file of the study at `root` and a copy of its ledger to `file`, which must
 * not be there yet, while no other command writes. Works on a study whose settings have
 * mistakes. Links are not followed; a dry run writes nothing.
 */
export async function backUp(
  world: Pick<World, "now" | "newId" | "cwd">,
  root: string,
  file: string,
  { isDryRun = false, limit = LARGEST_BACKUP } = {},
): Promise<Backup> {
  const target = resolve(world.cwd, file);
  if (exists(target)) throw refuse("backup.exists", { file: target });
  // Not made when it is missing: it may be a key that is not plugged in.
  if (kindOfPath(dirname(target)) !== "folder") throw refuse("backup.no-folder", { folder: dirname(target) });
  if (isDryRun) return summary(target, choose(root, limit), root);
  const ledger = await openLedger({ ...world, root, forWriting: true, isDryRun });
  try {
    const chosen = choose(root, limit);
    writeWhole(target, (temporary) => {
      writeArchive(join(root, LEDGER_FILE), temporary, contentsOf(root, chosen.files), target);
    });
    const { size } = statSync(target);
    const done = summary(target, chosen, root);
    return { ...done, bytes: size, diagnostics: [...ledger.notices, ...done.diagnostics] };
  } finally {
    await ledger.close();
  }
}

interface Chosen {
  readonly files: readonly FoundFile[];
  readonly links: readonly FoundFile[];
  readonly bytes: number;
}

function choose(root: string, limit: number): Chosen {
  const found = [...listFiles(root, (path) => LEFT_OUT.has(basename(path)))];
  const files = found.filter(({ kind, path }) => kind === "file" && !isArchive(join(root, path)));
  const odd = files.find(({ path }) => !isSafePath(path, false));
  if (odd) throw refuse("backup.odd-name", { file: odd.path });
  const bytes = files.reduce((sum, { stats }) => sum + stats.size, 0);
  if (bytes > limit) {
    const largest = files.reduce((a, b) => (b.stats.size > a.stats.size ? b : a)).path;
    const megabytes = Math.ceil(bytes / MEGABYTE);
    throw refuse("backup.too-large", { megabytes, limit: Math.floor(limit / MEGABYTE), largest });
  }
  return { files, links: found.filter(({ kind }) => kind === "link"), bytes };
}

function summary(file: string, { files, links, bytes }: Chosen, root: string): Backup {
  const diagnostics = links.map(({ path }) => diagnose("backup.link-skipped", "warning", { file: path }));
  const place = relative(root, file);
  if (!place.startsWith("..") && resolve(place) !== place)
    diagnostics.push(diagnose("backup.inside-study", "warning", { file: place }));
  return { file, files: files.length, bytes, diagnostics };
}

/** One file in memory at a time. */
function* contentsOf(root: string, files: readonly FoundFile[]): Generator<ArchivedFile> {
  for (const { path, stats } of files)
    yield { path, content: readBytes(join(root, path), LARGEST_BACKUP), mode: stats.mode & 0o777 };
}

/** The file is there whole, or not at all. */
function writeWhole(target: string, write: (temporary: string) => void): void {
  const temporary = `${target}.${String(process.pid)}.tmp`;
  try {
    write(temporary);
    renameSync(temporary, target);
    syncFolder(dirname(target));
  } catch (error) {
    for (const each of [temporary, `${temporary}-journal`]) rmSync(each, { force: true });
    throw fileFailure(error, target);
  }
}
