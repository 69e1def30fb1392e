// Puts what a session's turns and codings now are into the ledger, with what they were.
import type { SessionId } from "../kernel/ids.ts";
import type { Change } from "../ledger/ledger.ts";
import type { SheetTruth } from "./check-sheet.ts";
import { keepFormerWords, keepLostCodings, replaceTurns } from "./store.ts";
import type { FormerWords, LostCoding } from "./store.ts";

export interface SessionChange extends SheetTruth {
  readonly former: readonly FormerWords[];
  readonly lost: readonly LostCoding[];
}

/** Writes it all with its journal lines, of this `kind`. `at`: ISO UTC time of the command. */
export async function writeSession(
  change: Change,
  session: SessionId,
  { turns, codings, former, lost }: SessionChange,
  kind: string,
  at: string,
): Promise<void> {
  await replaceTurns(change, session, turns, codings);
  await keepFormerWords(change, session, former, at);
  await keepLostCodings(change, session, lost, at);
  change.record(kind, "turn", session);
  change.record(kind, "coding", session);
  if (former.length > 0) change.record(kind, "former_turn", session);
  if (lost.length > 0) change.record(kind, "lost_coding", session);
}
