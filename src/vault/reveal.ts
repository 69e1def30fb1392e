// The original words of turns, for whoever holds the passphrase; each time is a fact of the journal.
import { formatTurn, type TurnRef } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { withdrawals } from "../study/withdrawn.ts";
import { refuse } from "./messages.ts";
import { recordReveal, wordsOfTurn } from "./store.ts";
import type { Vault } from "./vault.ts";

export interface Revealed {
  readonly turn: string;
  readonly words: string;
  /** False when nothing was replaced in it: these are the ledger's words. */
  readonly isReplaced: boolean;
  /** True when it was purged, or withdrawn, whole or in part, and the vault has no original of it. */
  readonly isGone: boolean;
}

/** Records that the words are shown, then gives them; the record is there whatever comes after. */
export async function reveal(
  study: Study,
  vault: Vault,
  turns: readonly TurnRef[],
  at: string,
): Promise<Revealed[]> {
  const { originals, withdrawn = [] } = vault.contents;
  const touched = new Set([
    ...withdrawn,
    ...(await withdrawals(study.ledger)).flatMap((each) => each.touched.map(({ subject }) => subject)),
  ]);
  const found: Revealed[] = [];
  for (const turn of turns) {
    const kept = await wordsOfTurn(study.ledger.db, turn);
    if (kept === undefined) throw refuse("vault.no-turn", { turn: formatTurn(turn) });
    const original = originals[turn.session]?.[String(turn.number)];
    const isReplaced = original !== undefined;
    const isGone = !isReplaced && (kept === "" || touched.has(formatTurn(turn)));
    found.push({ turn: formatTurn(turn), words: original ?? kept, isReplaced, isGone });
  }
  await study.ledger.write(async (change) => {
    for (const turn of turns) await recordReveal(change, turn, at);
  });
  return found;
}
