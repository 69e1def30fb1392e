// Reads back the sheets that people corrected and coded, with the codebook they code from.
import { timestamp, type World } from "../kernel/world.ts";
import type { Study } from "../study/open.ts";
import { syncSheets, type Sync } from "../transcript/sync-sheets.ts";
import { readCodebook } from "./codebook.ts";

/**
 * Brings the ledger up to what people wrote in the sheets (see `syncSheets`). Throws
 * `DiagnosedError`, with nothing changed, when a sheet or the codebook has a mistake.
 */
export async function readSheets(study: Study, world: Pick<World, "now">): Promise<Sync> {
  return syncSheets(study, { at: timestamp(world), themes: () => themeIds(study) });
}

/** The ids of all themes, in the order of the codebook. */
export function themeIds(study: Study): string[] {
  return [...readCodebook(study.root).byId.keys()];
}
