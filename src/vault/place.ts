// Where the vault is, and whether names may be kept there: never with the study, never where
// others read, never where it would be published with a folder.
import { execFileSync } from "node:child_process";
import { realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { exists, fileFailure } from "../kernel/files.ts";
import { studyAround } from "../study/find.ts";
import { refuse } from "./messages.ts";

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The absolute path of a study's vault: `given`, else the one that RETOUR_VAULT names, both from
 * `cwd`, else a file of the person's data folder, named after the study's id.
 */
export function vaultPlace(
  studyId: string,
  { cwd, env, given }: { cwd: string; env: Env; given: string | undefined },
): string {
  const named = given ?? (env["RETOUR_VAULT"] || undefined);
  return named === undefined
    ? join(dataFolder(env), "retour", `${studyId.slice(0, 12)}.age`)
    : resolve(cwd, named);
}

/** The person's data folder (XDG Base Directory Specification, and what other systems have instead). */
function dataFolder(env: Env): string {
  const asked = env["XDG_DATA_HOME"] ?? "";
  // The specification: a path that is not absolute is to be ignored.
  if (isAbsolute(asked)) return asked;
  const home = env["HOME"] || homedir();
  if (process.platform === "darwin") return join(home, "Library", "Application Support");
  if (process.platform === "win32") return env["LOCALAPPDATA"] || join(home, "AppData", "Local");
  return join(home, ".local", "share");
}

/**
 * The path with links followed, once it is sure that a vault may be there. Refuses a place inside
 * a study or inside a git work tree that does not ignore it, and, of what is there already, a file
 * that others may read and a folder in which others may write.
 */
export function refuseExposed(path: string): string {
  const real = followed(path);
  const folder = dirname(real);
  if (studyAround(folder) !== undefined) throw refuse("vault.in-study", {});
  if (isPublishedByGit(real)) throw refuse("vault.in-git", {});
  if (exists(folder) && isOpenTo(folder, 0o022)) throw refuse("vault.folder-open", {});
  refuseOther(real, "vault");
  if (exists(real) && isOpenTo(real, 0o077)) throw refuse("vault.readable", {});
  return real;
}

/** Refuses a folder, a pipe, a socket, a device: reading one may never end. Nothing there is for others to refuse. */
export function refuseOther(path: string, what: "vault" | "passphrase" | "table"): void {
  if (exists(path) && !statSync(path).isFile()) throw refuse("vault.not-a-file", { what });
}

/** True when a file of a person alone may be read or changed by others, as `bits` say. */
export function isOpenTo(path: string, bits: number): boolean {
  // Windows has no such bits: a person's own folders are theirs.
  return process.platform !== "win32" && (statSync(path).mode & bits) !== 0;
}

/** Links of the path itself and of the folders above it, as far as they exist. */
function followed(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const parent = dirname(path);
    if (parent === path) throw fileFailure(error, basename(path));
    return join(followed(parent), basename(path));
  }
}

/** In a git work tree, unless git ignores it. Git counts a file that it tracks as not ignored. */
function isPublishedByGit(path: string): boolean {
  const tree = workTreeAround(dirname(path));
  if (tree === undefined) return false;
  try {
    execFileSync("git", ["-C", tree, "-c", "core.fsmonitor=false", "check-ignore", "--quiet", "--", path], {
      stdio: "ignore",
    });
    return false;
  } catch {
    return true; // Not ignored, or no git to say so.
  }
}

function workTreeAround(folder: string): string | undefined {
  if (exists(join(folder, ".git"))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : workTreeAround(parent);
}
