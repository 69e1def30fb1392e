// `verify`: an export held against its manifest and, inside a study, against the ledger.
import { lstatSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { fileFailure, kindOfPath, readBytes } from "../kernel/files.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import type { Study } from "../study/open.ts";
import { MANIFEST_FILE, readManifest, type ReadManifest } from "./manifest.ts";
import { diagnose, refuse } from "./messages.ts";
import { verifyRecords } from "./verify-records.ts";

/** A manifest comes from anywhere: only plain names below the export's folder are followed. */
const plainPath = /^[\p{L}\p{N}_-][\p{L}\p{N}._-]*(?:\/[\p{L}\p{N}_-][\p{L}\p{N}._-]*)*$/u;

/** Every finding; none when the export is as it was made. Refuses a folder that is not there. */
export async function verify(folder: string, study: Study | undefined): Promise<Diagnostic[]> {
  if (kindOfPath(folder) === "file") throw refuse("verify.not-folder", { file: folder });
  const { files, links } = listFiles(folder);
  const found = links.map((path) => diagnose("verify.link", "error", { path }));
  if (lstatSync(folder).isSymbolicLink()) found.push(diagnose("verify.folder-link", "error", { folder }));
  if (!files.includes(MANIFEST_FILE)) return [...found, diagnose("verify.no-manifest", "error", { folder })];
  const bytes = readBytes(join(folder, MANIFEST_FILE));
  const text = textOf(bytes);
  const manifest = text === undefined ? undefined : readManifest(text);
  if (manifest === undefined) return [...found, diagnose("verify.bad-manifest", "error", { folder })];
  if (!manifest.isSealed) found.push(diagnose("verify.manifest-changed", "error", { path: MANIFEST_FILE }));
  const records =
    study === undefined ? [] : await verifyRecords(study, manifest, { sum: sha256(bytes), folder });
  // The files of an export that is to be recalled are taken out of the study: nobody lost them.
  const isRecalled = records.some(({ code }) => code === "verify.withdrawn" || code === "verify.named");
  const told = verifyFiles(folder, files, manifest).filter(
    ({ code }) => !(isRecalled && code === "verify.file-missing"),
  );
  return [...found, ...told, ...records];
}

/** Undefined when the bytes are not the UTF-8 that manifests are written in, to the byte. */
function textOf(bytes: Buffer): string | undefined {
  const text = bytes.toString("utf8");
  return Buffer.from(text, "utf8").equals(bytes) ? text : undefined;
}

function verifyFiles(folder: string, files: readonly string[], manifest: ReadManifest): Diagnostic[] {
  const named = new Set(manifest.files.map(({ path }) => path));
  const told = manifest.files.flatMap(({ path, sha256: sum }) => {
    if (!plainPath.test(path)) return [diagnose("verify.path-refused", "error", { path })];
    if (!files.includes(path)) return [diagnose("verify.file-missing", "error", { path })];
    const isSame = sha256(readBytes(join(folder, path), Number.MAX_SAFE_INTEGER)) === sum;
    return isSame ? [] : [diagnose("verify.file-changed", "error", { path })];
  });
  const added = files.filter((path) => path !== MANIFEST_FILE && !named.has(path));
  return [...told, ...added.map((path) => diagnose("verify.file-added", "error", { path }))];
}

/** Regular files, folders that hold nothing (`name/`), and what is neither, which is never followed. */
function listFiles(folder: string): { files: string[]; links: string[] } {
  const files: string[] = [];
  const links: string[] = [];
  const visit = (path: string): void => {
    const entries = readdirSync(path, { withFileTypes: true });
    if (entries.length === 0 && path !== folder)
      files.push(`${relative(folder, path).replaceAll("\\", "/")}/`);
    for (const entry of entries) {
      const whole = join(path, entry.name);
      const name = relative(folder, whole).replaceAll("\\", "/");
      if (entry.isDirectory()) visit(whole);
      else (entry.isFile() ? files : links).push(name);
    }
  };
  try {
    visit(folder);
  } catch (error) {
    throw fileFailure(error, folder);
  }
  return { files: files.sort(), links: links.sort() };
}
