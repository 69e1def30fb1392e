// A study opened for work: its folder, its settings, its ledger.
import { join } from "node:path";
import type { World } from "../kernel/world.ts";
import { openLedger, type Ledger } from "../ledger/ledger.ts";
import { findStudy } from "./find.ts";
import { readSettings } from "./read-settings.ts";
import type { Settings } from "./settings.ts";

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
  const settings = readSettings(root);
  const ledger = await openLedger({
    root,
    now: world.now,
    newId: world.newId,
    forWriting: options.forWriting,
    isDryRun: options.isDryRun ?? false,
  });
  return { root, settings, ledger, path: (relative) => join(root, relative), close: () => ledger.close() };
}
