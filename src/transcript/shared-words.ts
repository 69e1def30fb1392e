// Which words of a session's old turns are in which of its new ones.
import { hunks, type Hunk } from "../wording/compare.ts";
import { tokenize, type Token } from "../wording/tokens.ts";

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

/** A word weighs more than a mark: `Oui.` and `Non.` share nearly nothing. */
const weigh = ({ isWord }: Token): number => (isWord ? 8 : 1);

export function shareWords(old: Joined, fresh: Joined): SharedWords {
  // The comparison has tokens of its own, as many: it is over before these are made.
  const differences = hunks(old.text, fresh.text, { joinWithin: 0 });
  const [before, after] = [tokenize(old.text), tokenize(fresh.text)];
  const ofOld = old.starts.map(() => new Map<number, Part>());
  const ofNew = fresh.starts.map(() => new Map<number, Part>());
  for (const [token, pair] of sameTokens(before, after, differences)) {
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
  return { ofOld, ofNew, oldSizes: sizes(before, old), newSizes: sizes(after, fresh) };
}

/** The tokens that no difference touches, each with the same one in the other text. */
function* sameTokens(
  before: readonly Token[],
  after: readonly Token[],
  differences: readonly Hunk[],
): Generator<[Token, Token]> {
  let [at, newAt] = [0, 0];
  const end = { start: Infinity, end: Infinity, afterStart: Infinity, afterEnd: Infinity };
  for (const hunk of [...differences, end]) {
    for (;;) {
      const [token, pair] = [before[at], after[newAt]];
      if (!token || !pair || token.start >= hunk.start || pair.start >= hunk.afterStart) break;
      yield [token, pair];
      at += 1;
      newAt += 1;
    }
    while ((before[at]?.start ?? Infinity) < hunk.end) at += 1;
    while ((after[newAt]?.start ?? Infinity) < hunk.afterEnd) newAt += 1;
  }
}

function sizes(tokens: readonly Token[], turns: Joined): number[] {
  const sums = turns.starts.map(() => 0);
  for (const token of tokens) {
    const turn = turnAt(turns, token.start);
    sums[turn] = (sums[turn] ?? 0) + weigh(token);
  }
  return sums;
}
