// Makes a study folder: settings, codebook, ledger, and the places where files will go.
import { dirname, join } from "node:path";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { exists, makeFolder, readBytes } from "../kernel/files.ts";
import type { World } from "../kernel/world.ts";
import { openLedger } from "../ledger/ledger.ts";
import { isStudy, studyAround } from "./find.ts";
import { CODEBOOK_FILE, SETTINGS_FILE } from "./folder.ts";
import { namesIn } from "./list-files.ts";
import { diagnose, refuse } from "./messages.ts";
import schema from "./retour.schema.json" with { type: "json" };
import { GITIGNORE, newCodebook, newSettings, SCHEMA_FILE, type StartingPoint } from "./starting-files.ts";
import { hasFacts } from "./store.ts";

export interface NewStudy {
  /** Absolute. */
  readonly folder: string;
  /** Relative to the folder, in the order in which they were written. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export const FOLDERS = ["sessions", "retours", "returns"];

/**
 * Makes a study in `folder` (absolute), which may be there already and may hold other
 * files: those stay as they are. Refused where there is a study, inside another one, or
 * where the ledger of one is left. A dry run makes nothing at all.
 */
export async function initStudy(
  world: Pick<World, "now" | "newId">,
  folder: string,
  start: StartingPoint,
  { isDryRun = false } = {},
): Promise<NewStudy> {
  if (isStudy(folder)) throw refuse("init.exists", { folder });
  const study = studyAround(dirname(folder));
  if (study !== undefined) throw refuse("init.inside-study", { folder, study });
  const others = namesIn(folder).filter((name) => name !== ".retour");
  const diagnostics = others.length > 0 ? [diagnose("init.not-empty", "warning", { folder })] : [];
  if (isDryRun) return { folder, files: startingFiles(folder, start).map(([path]) => path), diagnostics };
  makeFolder(folder);
  const ledger = await openLedger({ ...world, root: folder, forWriting: true, isDryRun });
  try {
    // Only a ledger that an interrupted `init` left is taken up again.
    if (await hasFacts(ledger.db)) throw refuse("init.ledger-left", { folder });
    const files = startingFiles(folder, start);
    await ledger.write((change) => {
      for (const [path, content] of files) change.writeFile(path, content, bytesIfAny(join(folder, path)));
      return Promise.resolve();
    });
    for (const each of FOLDERS) makeFolder(join(folder, each));
    return { folder, files: files.map(([path]) => path), diagnostics: [...ledger.notices, ...diagnostics] };
  } finally {
    await ledger.close();
  }
}

/** What is to be written; a codebook that is there already stays, and a .gitignore is completed. */
function startingFiles(folder: string, start: StartingPoint): [path: string, content: string][] {
  const files: [string, string][] = [
    [SCHEMA_FILE, schemaText()],
    [".gitignore", completed(bytesIfAny(join(folder, ".gitignore"))?.toString("utf8") ?? "")],
    [SETTINGS_FILE, newSettings(start)],
  ];
  if (!exists(join(folder, CODEBOOK_FILE))) files.push([CODEBOOK_FILE, newCodebook(start.language)]);
  return files;
}

/** The JSON Schema of retour.yaml, which the first line of that file names. */
export function schemaText(): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function completed(ignored: string): string {
  const lines = new Set(ignored.split(/\r?\n/));
  const missing = GITIGNORE.trimEnd()
    .split("\n")
    .filter((line) => !lines.has(line));
  return ignored + (/[^\n]$/.test(ignored) ? "\n" : "") + missing.map((line) => `${line}\n`).join("");
}

function bytesIfAny(path: string): Buffer | undefined {
  return exists(path) ? readBytes(path) : undefined;
}
