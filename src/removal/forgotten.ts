// Withdrawals that the vault remembers and the study does not: it came back from a backup that is
// older, with the words.
import { formatTurn } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { withdrawals } from "../study/withdrawn.ts";
import type { VaultContents } from "../vault/contents.ts";
import { isWithdrawn } from "../wording/speech-marks.ts";
import { allTurns } from "./store.ts";

/** The turns, `s01.12`, of which words were withdrawn and are there again, in order of speech. */
export async function forgottenTurns(
  { ledger }: Pick<Study, "ledger">,
  { withdrawn = [] }: VaultContents,
): Promise<string[]> {
  if (withdrawn.length === 0) return [];
  const known = new Set((await withdrawals(ledger)).flatMap(({ touched }) => touched.map(subjectOf)));
  const forgotten = new Set(withdrawn.filter((turn) => !known.has(turn)));
  if (forgotten.size === 0) return [];
  const turns = await allTurns(ledger.db);
  return turns
    .filter(({ turn, words }) => forgotten.has(formatTurn(turn)) && !isWithdrawn(words))
    .map(({ turn }) => formatTurn(turn));
}

const subjectOf = ({ kind, subject }: { kind: string; subject: string }): string =>
  kind === "turn" || kind === "passage" ? subject : "";
