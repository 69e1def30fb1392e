// The part of `doctor` that needs SQLite to load: the ledger, and the files it says are there.
import { join } from "node:path";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { exists } from "../kernel/files.ts";
import { asGroupId, asSessionId } from "../kernel/ids.ts";
import type { World } from "../kernel/world.ts";
import { examine, sqliteVersion } from "../ledger/health.ts";
import { LEDGER_FILE, openLedger } from "../ledger/ledger.ts";
import { documentPath, sheetPath } from "./folder.ts";
import { diagnose } from "./messages.ts";
import { expectedFiles } from "./store.ts";

export { sqliteVersion };

export interface LedgerFindings {
  readonly ledger: readonly Diagnostic[];
  /** How many sheets and documents there should be, and what is said of those that are missing. */
  readonly expected: number;
  readonly missing: readonly Diagnostic[];
}

/** Opens the study's ledger to write, which mends what a killed command left, and reads all of it. */
export async function examineLedger(
  world: Pick<World, "now" | "newId">,
  root: string,
): Promise<LedgerFindings> {
  const file = join(root, LEDGER_FILE);
  if (!exists(file)) {
    const gone = diagnose("doctor.no-ledger", "error", { file: LEDGER_FILE });
    return { ledger: [gone], expected: 0, missing: [] };
  }
  const ledger = await openLedger({ ...world, root, forWriting: true, isDryRun: false });
  try {
    const unsound = examine(file).map((reason) => diagnose("doctor.unsound", "error", { reason }));
    const { sessions, groups } = await expectedFiles(ledger.db);
    const paths = [
      ...sessions.flatMap((id) => asSessionId(id) ?? []).map(sheetPath),
      ...groups.flatMap((id) => asGroupId(id) ?? []).map(documentPath),
    ];
    const missing = paths
      .filter((path) => !exists(join(root, path)))
      .map((path) => diagnose("doctor.file-missing", "error", { file: path }));
    return { ledger: [...ledger.notices, ...unsound], expected: paths.length, missing };
  } finally {
    await ledger.close();
  }
}
