// A study opened for work: its folder, its settings, its ledger.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { World } from "../kernel/world.ts";
import { LEDGER_FILE, openLedger, type Ledger } from "../ledger/ledger.ts";
import { exists, readText } from "../kernel/files.ts";
import { refuse } from "../ledger/messages.ts";
import { findStudy } from "./find.ts";
import { SETTINGS_FILE } from "./folder.ts";
import type { Settings } from "./settings.ts";
import { asTheyAreNow } from "./withdrawn.ts";

export interface Study {
  /** Absolute path of the study folder. */
  readonly root: string;
  readonly settings: Settings;
  readonly ledger: Ledger;
  /** Absolute path of one of the study's files. */
  readonly path: (relative: string) => string;
  readonly close: () => Promise<void>;
}

/**
 * Opens the study in `folder`, or the nearest one upward from the working folder.
 * Throws `DiagnosedError` when retour.yaml has mistakes, `RetourError` when there is no
 * study or its ledger cannot be used. `forWriting` takes the study's lock until `close`;
 * with `isDryRun` everything written is undone at `close`.
 */
export async function openStudy(
  world: World,
  options: { folder?: string | undefined; forWriting: boolean; isDryRun?: boolean },
): Promise<Study> {
  const root = findStudy(world.cwd, options.folder);
  const text = readText(join(root, SETTINGS_FILE));
  refuseLostLedger(root);
  const ledger = await openLedger({
    root,
    now: world.now,
    newId: world.newId,
    forWriting: options.forWriting,
    isDryRun: options.isDryRun ?? false,
  });
  try {
    const written = await settingsFrom(text, ledger);
    const settings = { ...written, participants: await asTheyAreNow(written.participants, ledger) };
    return { root, settings, ledger, path: (relative) => join(root, relative), close: () => ledger.close() };
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

/** A study whose hidden folder was left behind in a copy must not begin again from nothing. */
function refuseLostLedger(root: string): void {
  if (exists(join(root, LEDGER_FILE))) return;
  const begun = ["sessions", "retours", "copies", "returns", "exports"].find((folder) =>
    isBegun(join(root, folder)),
  );
  if (begun !== undefined) throw refuse("ledger.missing", { file: LEDGER_FILE, folder: begun });
}

function isBegun(folder: string): boolean {
  return exists(folder) && readdirSync(folder).length > 0;
}

/**
 * Reading YAML takes a fifth of a short command's time, and the text seldom changes: what was
 * read is kept by the fingerprint of the text. Change the version when `Settings` changes.
 */
async function settingsFrom(text: string, ledger: Ledger): Promise<Settings> {
  const [json = ""] = await ledger.memo("retour-settings-2", [text], async () => {
    const { settingsIn } = await import("./read-settings.ts");
    return JSON.stringify(settingsIn(text));
  });
  return JSON.parse(json) as Settings; // Written by the line above, under the same version.
}
