// The quotes of one person in a section: their own words stand out, and are theirs to withdraw.
import { formatTurn } from "../kernel/ids.ts";
import { findQuotes, type Quote } from "../retour/quote.ts";

/** Ranges are in `text`. */
export function ownQuotes(text: string, ownTurns: ReadonlySet<string>): Quote[] {
  return findQuotes(text).filter(({ turns }) => turns.some((turn) => ownTurns.has(formatTurn(turn))));
}
