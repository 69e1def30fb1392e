// Turns of a corrected transcript that kept their place and hardly a word: `On compte quoi ?`
// became `Vous comptez quoi ?`.
import { partsOf, weightOf, type SharedWords } from "./shared-words.ts";
import type { Turn } from "./turn.ts";

export interface Placing {
  readonly before: readonly Turn[];
  /** With their voices, as far as they are known. */
  readonly after: readonly Turn[];
  readonly shared: SharedWords;
  /** For each new turn that is an old one by its words, the old one's index. */
  readonly kept: ReadonlyMap<number, number>;
}

/** Indices of two turns, of the old ones and of the new ones. */
type Pair = readonly [number, number];

/**
 * For each new turn that is an old one by its place alone, the old one's index. Between the same
 * two matched neighbours as many turns are left on both sides, none of which went into another,
 * and each is said by the same voice as its counterpart; where nobody knows who speaks, both
 * share words.
 */
export function turnsInPlace(placing: Placing): Map<number, number> {
  const { before, after, kept } = placing;
  const placed = new Map<number, number>();
  const matched = [...kept].map(([fresh, old]): Pair => [old, fresh]).sort(([, a], [, b]) => a - b);
  let last: Pair = [-1, -1];
  for (const next of [...matched, [before.length, after.length] as const]) {
    for (const [old, fresh] of pairsBetween(last, next, placing)) placed.set(fresh, old);
    last = next;
  }
  return placed;
}

function pairsBetween(last: Pair, next: Pair, placing: Placing): Pair[] {
  const { before, shared } = placing;
  const between = (side: 0 | 1): number[] => {
    const first = last[side] + 1;
    return Array.from({ length: Math.max(0, next[side] - first) }, (_, index) => first + index);
  };
  const isIn = (index: number, side: 0 | 1): boolean => index > last[side] && index < next[side];
  const isElsewhere = (list: SharedWords["ofOld"], index: number, other: 0 | 1, size = 0): boolean => {
    const parts = [...partsOf(list, index)].filter(([to]) => !isIn(to, other));
    return weightOf(new Map(parts)) * 2 > size;
  };
  const olds = between(0).filter(
    (index) => before[index]?.words !== "" && !isElsewhere(shared.ofOld, index, 1, shared.oldSizes[index]),
  );
  const news = between(1).filter((index) => !isElsewhere(shared.ofNew, index, 0, shared.newSizes[index]));
  if (olds.length !== news.length) return [];
  const pairs = olds.map((old, index): Pair => [old, news[index] ?? -1]);
  return pairs.every((pair) => isSame(pair, placing)) ? pairs : [];
}

function isSame([old, fresh]: Pair, { before, after, shared }: Placing): boolean {
  const [then, now] = [before[old], after[fresh]];
  if (!then || !now) return false;
  if (then.participant !== null && then.participant === now.participant) return true;
  if (then.label !== null && then.label === now.label) return true;
  const isKnown = [then, now].every(({ participant, label }) => (participant ?? label) !== null);
  return !isKnown && partsOf(shared.ofOld, old).has(fresh);
}
