// Which words of a session's old turns are in which of its new ones.
import type { Token } from "../wording/tokens.ts";
import type { Trail } from "../wording/trail.ts";

/** The turns' words as one text, each turn a paragraph of its own. */
export interface Joined {
  readonly text: string;
  /** Where each turn starts in the text. */
  readonly starts: readonly number[];
}

export function joinTurns(turns: readonly { readonly words: string }[]): Joined {
  const starts: number[] = [];
  let length = 0;
  for (const { words } of turns) {
    starts.push(length);
    length += words.length + 2;
  }
  return { text: turns.map(({ words }) => words).join("\n\n"), starts };
}

/** The index of the turn that holds a place in the text. */
export function turnAt({ starts }: Joined, at: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Words that an old turn and a new one share. */
export interface Part {
  /** How much they are. */
  readonly weight: number;
  /** From the first to the last of them in the new text. */
  readonly start: number;
  readonly end: number;
}

export interface SharedWords {
  /** For each old turn, the new turns that hold words of it. */
  readonly ofOld: readonly ReadonlyMap<number, Part>[];
  /** For each new turn, the old turns whose words it holds. */
  readonly ofNew: readonly ReadonlyMap<number, Part>[];
  /** How much each turn holds, in the same measure. */
  readonly oldSizes: readonly number[];
  readonly newSizes: readonly number[];
}

/** What a turn shares, and with which turns. */
export function partsOf(list: SharedWords["ofOld"], turn: number): ReadonlyMap<number, Part> {
  return list[turn] ?? new Map<number, Part>();
}

/** How much all of them are. */
export const weightOf = (parts: ReadonlyMap<number, Part>): number =>
  [...parts.values()].reduce((total, { weight }) => total + weight, 0);

/** A word weighs more than a mark: `Oui.` and `Non.` share nearly nothing. */
const weigh = ({ isWord }: Token): number => (isWord ? 8 : 1);

/** `trail`: of the two texts. */
export function shareWords(
  old: Joined,
  fresh: Joined,
  { old: before, now: after, fates }: Trail,
): SharedWords {
  const ofOld = old.starts.map(() => new Map<number, Part>());
  const ofNew = fresh.starts.map(() => new Map<number, Part>());
  for (const [index, token] of before.tokens.entries()) {
    const fate = fates[index];
    const pair = typeof fate === "number" ? after.tokens[fate] : undefined;
    if (!pair) continue;
    const [from, to] = [turnAt(old, token.start), turnAt(fresh, pair.start)];
    const known = ofOld[from]?.get(to);
    const part = {
      weight: (known?.weight ?? 0) + weigh(token),
      start: known?.start ?? pair.start,
      end: pair.end,
    };
    ofOld[from]?.set(to, part);
    ofNew[to]?.set(from, part);
  }
  return { ofOld, ofNew, oldSizes: sizes(before.tokens, old), newSizes: sizes(after.tokens, fresh) };
}

function sizes(tokens: readonly Token[], turns: Joined): number[] {
  const sums = turns.starts.map(() => 0);
  for (const token of tokens) {
    const turn = turnAt(turns, token.start);
    sums[turn] = (sums[turn] ?? 0) + weigh(token);
  }
  return sums;
}
