// A ledger on a real file in a temporary folder, and a way to change it behind the program's back.
import { join } from "node:path";
import Database from "better-sqlite3";
import { openLedger, type Ledger } from "../../src/ledger/ledger.ts";
import { temporaryFolder, testWorld } from "../world.ts";

export const LEDGER = ".retour/ledger.db";

export interface Bench {
  readonly root: string;
  readonly open: (options?: { forWriting?: boolean; isDryRun?: boolean }) => Promise<Ledger>;
  /** Opens, works, closes. */
  readonly using: <T>(
    work: (ledger: Ledger) => Promise<T>,
    options?: { forWriting?: boolean; isDryRun?: boolean },
  ) => Promise<T>;
  /** Statements run on the file by hand. */
  readonly byHand: (...statements: string[]) => void;
}

export function bench(): Bench {
  const root = temporaryFolder();
  const world = testWorld({ cwd: root });
  const open: Bench["open"] = (options = {}) =>
    openLedger({
      ...world,
      root,
      forWriting: options.forWriting ?? true,
      isDryRun: options.isDryRun ?? false,
    });
  return {
    root,
    open,
    using: async (work, options) => {
      const ledger = await open(options);
      try {
        return await work(ledger);
      } finally {
        await ledger.close();
      }
    },
    byHand: (...statements) => {
      const raw = new Database(join(root, LEDGER));
      raw.pragma("foreign_keys = off");
      for (const statement of statements) raw.exec(statement);
      raw.close();
    },
  };
}

/** Writes a session with this many turns, and its journal lines. */
export async function addSession(ledger: Ledger, session: string, turns = 3): Promise<void> {
  await ledger.write(async (change) => {
    const at = "2026-01-15T00:00:00Z";
    await change.insert("transcript", [{ session, sha256: "0", format: "vtt", bytes: 1, imported: at }]);
    const rows = Array.from({ length: turns }, (_, index) => ({
      session,
      number: index + 1,
      position: index + 1,
      participant: index % 2 === 0 ? "P01" : null,
      label: null,
      start_ms: null,
      end_ms: null,
      words: `alors euh ${String(index)}`,
    }));
    await change.insert("turn", rows);
    change.record("transcript.imported", "transcript", session);
    change.record("transcript.imported", "turn", session);
  });
}
