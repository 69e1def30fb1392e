// What is missing on this machine and in this study; mends what a crash left.
import { statSync } from "node:fs";
import { RetourError, type Diagnostic } from "../kernel/diagnostic.ts";
import type { World } from "../kernel/world.ts";
import { examineLedger, sqliteVersion } from "./examine-ledger.ts";
import { listFiles } from "./list-files.ts";
import { diagnose } from "./messages.ts";
import { inspectSettings } from "./read-settings.ts";

type CheckId = "node" | "database" | "study" | "settings" | "ledger" | "files" | "private" | "leftovers";

export interface Check {
  readonly id: CheckId;
  /** False when a diagnostic is an error. */
  readonly ok: boolean;
  /** A version, a path, a number: what was looked at, when there is something to name. */
  readonly fact: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The oldest Node.js the program runs on. */
const NODE_NEEDED: readonly [number, number] = [20, 19];

export interface Machine {
  /** The version of Node.js that runs. */
  readonly node: string;
  /** Loads SQLite's native module and asks its version. */
  readonly sqlite: () => string;
}

export const thisMachine: Machine = {
  node: process.versions.node,
  sqlite: sqliteVersion,
};

/**
 * Examines the machine, and the study at `root` when there is one. Takes the study's
 * writing lock to mend what a killed command left.
 */
export async function doctor(
  world: Pick<World, "now" | "newId">,
  root: string | undefined,
  { node, sqlite } = thisMachine,
): Promise<Check[]> {
  const machine = [checkNode(node), checkDatabase(sqlite)];
  if (root === undefined) return [...machine, check("study", "", [])];
  const isReady = machine.every(({ ok }) => ok);
  return [
    ...machine,
    check("study", root, []),
    check(
      "settings",
      "",
      attempt(() => inspectSettings(root).diagnostics),
    ),
    ...(isReady ? await checkLedger(world, root) : []),
    counting(
      "private",
      attempt(() => checkPermissions(root)),
    ),
    counting(
      "leftovers",
      attempt(() => checkLeftovers(root, world.now())),
    ),
  ];
}

function check(id: CheckId, fact: string, diagnostics: readonly Diagnostic[]): Check {
  return { id, ok: diagnostics.every(({ severity }) => severity !== "error"), fact, diagnostics };
}

/** A check whose fact is how much it found; empty when it found nothing. */
function counting(id: CheckId, found: readonly Diagnostic[]): Check {
  return check(id, found.length === 0 ? "" : String(found.length), found);
}

function checkNode(found: string): Check {
  const [major = 0, minor = 0] = found.split(".").map(Number);
  const [neededMajor, neededMinor] = NODE_NEEDED;
  const isOld = major < neededMajor || (major === neededMajor && minor < neededMinor);
  const needed = NODE_NEEDED.join(".");
  return check("node", found, isOld ? [diagnose("doctor.node-too-old", "error", { found, needed })] : []);
}

/** SQLite is a native module, which may not fit the machine or its Node.js. */
function checkDatabase(sqlite: Machine["sqlite"]): Check {
  try {
    return check("database", sqlite(), []);
  } catch (error) {
    const [reason = ""] = String(error).split("\n");
    return check("database", "", [diagnose("doctor.no-database", "error", { reason })]);
  }
}

async function checkLedger(world: Pick<World, "now" | "newId">, root: string): Promise<Check[]> {
  try {
    const { ledger, expected, missing } = await examineLedger(world, root);
    return [check("ledger", "", ledger), check("files", String(expected), missing)];
  } catch (error) {
    return [check("ledger", "", [asDiagnostic(error)])];
  }
}

/** Where the study's own folder is closed to others, so is all that is in it. */
function checkPermissions(root: string): Diagnostic[] {
  if (process.platform === "win32" || (statSync(root).mode & 0o077) === 0) return [];
  const open = [...listFiles(root)].filter(
    ({ kind, stats }) => kind !== "link" && (stats.mode & 0o044) !== 0,
  );
  const [first] = open;
  if (first === undefined) return [];
  return [diagnose("doctor.readable-by-others", "warning", { file: first.path, count: open.length })];
}

/** Half-written files of commands that were killed: they are of no use, and hold words. */
function checkLeftovers(root: string, now: Date): Diagnostic[] {
  return [...listFiles(root)]
    .filter(({ path, kind, stats }) => kind === "file" && path.endsWith(".tmp") && stats.mtime < now)
    .map(({ path }) => diagnose("doctor.leftover", "warning", { file: path }));
}

function attempt(work: () => readonly Diagnostic[]): readonly Diagnostic[] {
  try {
    return work();
  } catch (error) {
    return [asDiagnostic(error)];
  }
}

/** A refusal met while looking is one more thing to say. */
function asDiagnostic(error: unknown): Diagnostic {
  if (!(error instanceof RetourError)) throw error;
  const { code, params, place } = error;
  return { code, severity: "error", params, ...(place && { place }) };
}
