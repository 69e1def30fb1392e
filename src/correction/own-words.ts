// Where, in a section, a person's own words are quoted.
import { formatTurn } from "../kernel/ids.ts";
import { findQuotes, type Quote } from "../retour/quote.ts";
import type { OwnWords } from "./kind.ts";

/** Ranges of the quoted words alone, without marks, attribution and turns. */
export function ownWordsIn(text: string, ownTurns: ReadonlySet<string>): OwnWords {
  return findQuotes(text)
    .filter(({ turns }) => turns.some((turn) => ownTurns.has(formatTurn(turn))))
    .map((quote) => wordsOf(text, quote));
}

function wordsOf(text: string, { form, start, end }: Quote): { start: number; end: number } {
  const whole = text.slice(start, end);
  // A block quote ends with the line that attributes it; an inline one with its turns.
  const stop = form === "block" ? whole.trimEnd().lastIndexOf("\n") : whole.search(/[»”]/);
  const words = whole.slice(0, Math.max(0, stop));
  const first = words.search(/[\p{L}\p{N}]/u);
  const last = words.replace(/[^\p{L}\p{N}]+$/u, "").length;
  return { start: start + Math.max(0, first), end: start + Math.max(last, 0) };
}
