// What a person has to know of the codings whose words changed.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { formatTurn, type SessionId } from "../kernel/ids.ts";
import { diagnose } from "./messages.ts";
import type { TouchedCoding } from "./move-codings.ts";
import type { LostCoding } from "./store.ts";
import type { Turn } from "./turn.ts";

export interface WhereSaid {
  readonly session: SessionId;
  /** As the person knows it. */
  readonly file: string;
}

/** How many codings with touched edges are shown one by one. */
const SHOWN = 10;

/** Each coding that lost its words, with them and what its turn says now. */
export function sayLost(
  lost: readonly LostCoding[],
  now: readonly Turn[],
  { session, file }: WhereSaid,
): Diagnostic[] {
  if (lost.length === 0) return [];
  const words = new Map(now.map((turn) => [turn.number, turn.words]));
  return lost.map(({ turn: number, theme, words: old }) => {
    const turn = formatTurn({ session, number });
    const params = { turn, theme, words: shorten(old), now: shorten(words.get(number) ?? "") };
    return diagnose("coding.lost", "warning", params, { file });
  });
}

/** The codings whose first or last word was corrected, with their words before and after. */
export function sayTouched(touched: readonly TouchedCoding[], { session, file }: WhereSaid): Diagnostic[] {
  const shown = touched.slice(0, SHOWN).map(({ turn: number, theme, before, after }) => {
    const params = {
      turn: formatTurn({ session, number }),
      theme,
      before: shorten(before),
      after: shorten(after),
    };
    return diagnose("coding.touched", "info", params, { file });
  });
  const count = touched.length - shown.length;
  return count > 0 ? [...shown, diagnose("coding.touched-more", "info", { count }, { file })] : shown;
}

/** Characters kept of each end of a long passage. */
const END = 60;

/** A passage on one line; of a long one, both ends. */
function shorten(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length <= 2 * END + 5
    ? line
    : `${line.slice(0, END).trimEnd()} … ${line.slice(-END).trimStart()}`;
}
