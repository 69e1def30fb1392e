// Reading and writing a person's files: whole, private, and never half done.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { messages, RetourError } from "./diagnostic.ts";

export interface FileMessages {
  "file.missing": { file: string };
  "file.is-folder": { file: string };
  "file.unreadable": { file: string; reason: string };
  "file.no-access": { file: string };
  "file.too-large": { file: string; megabytes: number; limit: number };
  "file.no-space": { file: string };
  "file.read-only": { file: string };
  "file.unwritable": { file: string; reason: string };
  "file.binary": { file: string };
  "file.not-utf8": { file: string; line: number };
}

const { refuse } = messages<FileMessages>();

/** The largest text file read, in bytes. */
const LARGEST_TEXT = 64 * 1024 * 1024;

/** What is said of a file that a full disk has no room for. */
export function noSpaceFor(file: string, cause: unknown): RetourError {
  return refuse("file.no-space", { file }, { cause });
}

function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** Turns a failure of the file system into a refusal a person can act on; anything else as it is. */
export function fileFailure(error: unknown, file: string): unknown {
  if (error instanceof RetourError) return error;
  const cause = { cause: error };
  switch (systemCode(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return refuse("file.missing", { file }, cause);
    case "EISDIR":
      return refuse("file.is-folder", { file }, cause);
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return noSpaceFor(file, error);
    case "EROFS":
    case "EACCES":
    case "EPERM":
      return refuse("file.read-only", { file }, cause);
    case "":
      return error;
    default:
      return refuse("file.unwritable", { file, reason: systemCode(error) }, cause);
  }
}

/** The same, of what was only to be read. */
export function readingFailure(error: unknown, file: string): unknown {
  if (error instanceof RetourError) return error;
  const cause = { cause: error };
  switch (systemCode(error)) {
    case "EACCES":
    case "EPERM":
      return refuse("file.no-access", { file }, cause);
    case "ENOENT":
    case "ENOTDIR":
    case "EISDIR":
    case "":
      return fileFailure(error, file);
    default:
      return refuse("file.unreadable", { file, reason: systemCode(error) }, cause);
  }
}

/** The bytes of a file, refused when it is missing, a folder or over `limit` bytes. */
export function readBytes(path: string, limit = LARGEST_TEXT, name = path): Buffer {
  try {
    const found = statSync(path);
    if (found.size > limit) throw tooLarge(found.size, limit, name);
    return found.isFile() || found.isDirectory() ? readFileSync(path) : readStream(path, limit, name);
  } catch (error) {
    throw readingFailure(error, name);
  }
}

function tooLarge(size: number, limit: number, file: string): RetourError {
  const mega = 1024 * 1024;
  const megabytes = Math.ceil(size / mega);
  return refuse("file.too-large", { file, megabytes, limit: Math.floor(limit / mega) });
}

/** What a pipe or a device gives, which says nothing of its size and may have no end. */
function readStream(path: string, limit: number, name: string): Buffer {
  const file = openSync(path, "r");
  try {
    const pieces: Buffer[] = [];
    for (let size = 0; ;) {
      const piece = Buffer.alloc(Math.min(64 * 1024, limit + 1 - size));
      const length = readSync(file, piece);
      if (length === 0) return Buffer.concat(pieces);
      size += length;
      if (size > limit) throw tooLarge(size, limit, name);
      pieces.push(piece.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
}

/**
 * A file's text, from UTF-8 with or without a byte-order mark, its line ends kept.
 * Refused when it holds NUL bytes or is not UTF-8: these are files we wrote ourselves
 * or asked for in UTF-8. Transcripts of unknown encoding have their own reader.
 */
export function readText(path: string): string {
  return decodeUtf8(readBytes(path), path);
}

/** See `readText`. */
export function decodeUtf8(bytes: Buffer, file: string): string {
  if (bytes.includes(0)) throw refuse("file.binary", { file });
  const text = bytes.toString("utf8");
  if (text.includes("\uFFFD") && !Buffer.from(text, "utf8").equals(bytes)) {
    const line = text.slice(0, text.indexOf("\uFFFD")).split("\n").length;
    throw refuse("file.not-utf8", { file, line });
  }
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/** A file's text, or undefined when there is no such file. */
export function readTextIfAny(path: string): string | undefined {
  return exists(path) ? readText(path) : undefined;
}

export function exists(path: string): boolean {
  return kindOfPath(path) !== "nothing";
}

/** What a path leads to, links followed. */
export function kindOfPath(path: string): "file" | "folder" | "nothing" {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found === undefined ? "nothing" : found.isDirectory() ? "folder" : "file";
  } catch (error) {
    if (systemCode(error) === "ENOTDIR") return "nothing";
    throw fileFailure(error, path);
  }
}

/** Makes a folder and its parents, open to their owner alone. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/**
 * Writes a whole file durably: a temporary file beside it, fsync, rename, fsync of the
 * folder. At any moment of a crash the old file or the new one is there, whole.
 * The file is readable by its owner alone; its folder is made when missing.
 */
export function writeDurably(path: string, content: string | Uint8Array): void {
  makeFolder(dirname(path));
  const temporary = temporaryFor(path);
  try {
    rmSync(temporary, { force: true });
    const file = openSync(temporary, "wx", 0o600);
    try {
      const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw fileFailure(error, path);
  }
}

/** Where a file is written before it takes its place; a killed command may leave it behind. */
export function temporaryFor(path: string): string {
  return `${path}.tmp`;
}

/** Makes a rename durable; some systems cannot open a folder, where it is not needed. */
export function syncFolder(path: string): void {
  try {
    const folder = openSync(path, "r");
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch (error) {
    if (!["EISDIR", "EPERM", "EACCES", "EINVAL"].includes(systemCode(error))) throw error;
  }
}
