// What a corrected sheet or file changes in a session's turns and codings.
import type { SheetTruth } from "./check-sheet.ts";
import { codedWords, type Coding } from "./coding.ts";
import type { FormerWords, LostCoding } from "./store.ts";
import type { Turn } from "./turn.ts";

export interface Differences {
  readonly isAny: boolean;
  /** Words that are no longer a turn's words. */
  readonly former: readonly FormerWords[];
  /** Codings that went with their words; those a person took away by hand are not lost. */
  readonly lost: readonly LostCoding[];
  readonly turnsChanged: number;
  readonly codingsAdded: number;
  readonly codingsRemoved: number;
}

export function differences(before: SheetTruth, after: SheetTruth): Differences {
  const now = byNumber(after.turns);
  const then = byNumber(before.turns);
  const former = before.turns
    .filter(({ number, words }) => wordsOf(now, number) !== words)
    .map(({ number, words }) => ({ number, words }));
  const turnsChanged = after.turns.filter((turn) => !isSameTurn(then.get(turn.number), turn)).length;
  const earlier = new Set(before.codings.map((coding) => key(coding, then)));
  const later = new Set(after.codings.map((coding) => key(coding, now)));
  const gone = before.codings.filter((coding) => !later.has(key(coding, then)));
  const codingsAdded = after.codings.filter((coding) => !earlier.has(key(coding, now))).length;
  return {
    isAny: former.length + turnsChanged > 0 || textOf(before.codings) !== textOf(after.codings),
    former,
    lost: gone.flatMap((coding) => lostWith(coding, then, now, after.codings)),
    turnsChanged,
    codingsAdded,
    codingsRemoved: gone.length,
  };
}

const told = ["position", "participant", "label", "startMs", "endMs", "words"] as const;

function isSameTurn(before: Turn | undefined, after: Turn): boolean {
  return told.every((each) => before?.[each] === after[each]);
}

const byNumber = (turns: readonly Turn[]): Map<number, Turn> =>
  new Map(turns.map((turn) => [turn.number, turn]));

const wordsOf = (turns: ReadonlyMap<number, Turn>, number: number): string => turns.get(number)?.words ?? "";

function textOf(codings: readonly Coding[]): string {
  const texts = codings.map(({ turn, theme, start, end }) => JSON.stringify([turn, theme, start, end]));
  return texts.sort().join("\n");
}

/** The same for a coding whose words only moved within their turn. */
function key({ turn, theme, start, end }: Coding, turns: ReadonlyMap<number, Turn>): string {
  const words = start === null ? null : codedWords(wordsOf(turns, turn), { start, end });
  return JSON.stringify([turn, theme, words]);
}

/** A coding is lost when its turn was emptied, or its words went and its theme is not in the turn. */
function lostWith(
  coding: Coding,
  then: ReadonlyMap<number, Turn>,
  now: ReadonlyMap<number, Turn>,
  after: readonly Coding[],
): LostCoding[] {
  const { turn, theme, start } = coding;
  const words = codedWords(wordsOf(then, turn), coding);
  const left = wordsOf(now, turn);
  const isThemeThere = after.some((each) => each.turn === turn && each.theme === theme);
  const isLost = left === "" || (start !== null && !isThemeThere && !left.includes(words));
  return isLost ? [{ turn, theme, words }] : [];
}
