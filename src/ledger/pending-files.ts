// Files that a transaction decided to write or to remove: settled after it, or by the next command.
import { rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Kysely } from "kysely";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { exists, readBytes, syncFolder, temporaryFor, writeDurably } from "../kernel/files.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import { diagnose } from "./messages.ts";
import type { Row, Tables } from "./schema.ts";

/** The study folder, and what is done, last, when the ledger itself is pending: false when it must wait. */
export interface Place {
  readonly root: string;
  readonly forget: { readonly path: string; readonly work: () => boolean };
}

/**
 * Writes, or removes, each pending file whose place on the disk is as it was when that was decided.
 * A file that a person changed meanwhile stays; the content is put beside it, and said.
 */
export async function settlePendingFiles(
  db: Kysely<Tables>,
  { root, forget }: Place,
  { isHealing = false } = {},
): Promise<Diagnostic[]> {
  const notices: Diagnostic[] = [];
  const all = await db.selectFrom("pending_file").selectAll().orderBy("path").execute();
  const done = (path: string) => db.deleteFrom("pending_file").where("path", "=", path).execute();
  for (const pending of all) {
    const { path, content } = pending;
    if (path === forget.path) continue;
    if (!isOfStudy(pending)) {
      notices.push(diagnose("heal.outside", "error", { file: path }));
      await done(path);
      continue;
    }
    const notice =
      content === null ? remove(pending, root, isHealing) : settle({ ...pending, content }, root, isHealing);
    if (notice) notices.push(notice);
    await done(path);
  }
  if (!all.some(({ path }) => path === forget.path)) return notices;
  if (forget.work()) await done(forget.path);
  else notices.push(diagnose("heal.not-forgotten", "warning", {}));
  return notices;
}

/**
 * A ledger may come from anyone: what it asks for is done in the study alone, and to no ledger. What stands
 * beside the ledger may say withdrawn words, an older copy of it or words being typed: those go, or are cut.
 */
function isOfStudy({ path, content }: Row<"pending_file">): boolean {
  const [first = "", ...rest] = path.split(/[\\/]/);
  const isPlain = [first, ...rest].every((each) => each !== "" && each !== "." && each !== "..");
  if (!isPlain || /^[a-z]:/i.test(first)) return false;
  if (first.toLowerCase() !== ".retour") return true;
  const kept = content === null ? /^(?:ledger|lock)\.db(?:-(?:wal|shm|journal))?$/i : /\.db/i;
  return !kept.test(rest.join("/"));
}

function remove(
  { path, before }: Row<"pending_file">,
  root: string,
  isHealing: boolean,
): Diagnostic | undefined {
  const target = join(root, path);
  rmSync(temporaryFor(target), { force: true });
  if (!exists(target)) return undefined;
  if (sha256(readBytes(target, Number.MAX_SAFE_INTEGER)) !== before)
    return diagnose("heal.not-removed", "warning", { file: path });
  rmSync(target);
  syncFolder(dirname(target));
  return isHealing ? diagnose("heal.removed", "info", { file: path }) : undefined;
}

function settle(
  { path, content, before }: Row<"pending_file"> & { readonly content: Uint8Array },
  root: string,
  isHealing: boolean,
): Diagnostic | undefined {
  const target = join(root, path);
  rmSync(temporaryFor(target), { force: true });
  const onDisk = exists(target) ? readBytes(target) : null;
  const found = onDisk && sha256(onDisk);
  if (found === sha256(content)) return undefined;
  if (found === before || found === null || (onDisk && withoutMark(onDisk) === before)) {
    writeDurably(target, content);
    return isHealing ? diagnose("heal.written", "info", { file: path }) : undefined;
  }
  const beside = `${path.slice(0, path.length - basename(path).length)}${freeName(target)}`;
  writeDurably(join(root, beside), content);
  return diagnose("heal.kept-beside", "warning", { file: path, beside });
}

function freeName(target: string): string {
  const [, stem = "", ending = ""] = /^(.*?)(\.[^.]*)?$/.exec(basename(target)) ?? [];
  for (let number = 1; ; number += 1) {
    const name = `${stem}.retour-${String(number)}${ending}`;
    if (!exists(join(dirname(target), name))) return name;
  }
}

/** What most commands read of a file that begins with a byte-order mark. */
function withoutMark(bytes: Buffer): string | undefined {
  return bytes.subarray(0, 3).equals(Buffer.from("\uFEFF")) ? sha256(bytes.subarray(3)) : undefined;
}
