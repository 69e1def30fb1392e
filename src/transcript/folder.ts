// What a folder of transcripts holds: the files to import, and what is left aside, and why.
import { closeSync, openSync, readdirSync, readSync, type Dirent } from "node:fs";
import { join, resolve } from "node:path";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { readingFailure } from "../kernel/files.ts";
import { diagnose } from "./messages.ts";
import { HEAD, otherFile, type OtherFile } from "./not-a-transcript.ts";

export interface FolderContent {
  /** As the person would type them, by name. */
  readonly files: readonly string[];
  /** How many more are neither transcripts nor hidden. */
  readonly leftAside: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Files that a system or a word processor keeps for itself. */
const hidden = /^(?:\.|~\$)|^(?:Thumbs\.db|desktop\.ini|Icon\r)$/i;

/** How many of the files left aside are named. */
const NAMED = 10;

/**
 * The files of a folder itself: a folder inside is not read, a link is not followed, recordings
 * and images are left aside, and each is said. What is hidden is not: nobody put it there.
 * `folder`: as the person named it, from `cwd`.
 */
export function filesIn(folder: string, cwd: string): FolderContent {
  const files: string[] = [];
  const aside: string[] = [];
  let links = 0;
  const diagnostics: Diagnostic[] = [];
  for (const entry of entriesOf(folder, cwd)) {
    const file = join(folder, entry.name);
    if (hidden.test(entry.name)) continue;
    if (entry.isDirectory()) diagnostics.push(diagnose("import.folder-inside", "warning", {}, { file }));
    else if (entry.isSymbolicLink()) {
      links += 1;
      diagnostics.push(diagnose("import.link", "error", {}, { file }));
    } else if (!entry.isFile() || isAside(file, cwd)) aside.push(entry.name);
    else files.push(file);
  }
  if (aside.length > 0) {
    const named = [...aside.slice(0, NAMED), ...(aside.length > NAMED ? ["…"] : [])];
    const params = { files: named.join(", "), count: aside.length };
    diagnostics.push(diagnose("import.left-aside", "info", params, { file: folder }));
  }
  if (files.length === 0)
    diagnostics.push(diagnose("import.nothing-in-folder", "error", {}, { file: folder }));
  return { files, leftAside: aside.length + links, diagnostics };
}

function entriesOf(folder: string, cwd: string): Dirent[] {
  try {
    const entries = readdirSync(resolve(cwd, folder), { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw readingFailure(error, folder);
  }
}

/** Recordings and images hold no text. */
function isAside(file: string, cwd: string): boolean {
  const kind = kindOfFile(file, cwd);
  return kind === "recording" || kind === "image";
}

/** What a file is when it is surely no transcript. Of one that cannot be opened, reading it says why. */
export function kindOfFile(file: string, cwd: string): OtherFile | undefined {
  const head = Buffer.alloc(HEAD);
  try {
    const opened = openSync(resolve(cwd, file), "r");
    try {
      return otherFile(head.subarray(0, readSync(opened, head)));
    } finally {
      closeSync(opened);
    }
  } catch {
    return undefined;
  }
}
