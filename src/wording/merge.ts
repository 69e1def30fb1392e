// The three-way merge of a rebuild: what was generated before, what the person made of it,
// what is generated now. What a person wrote or took out always stands.
import { sameWords } from "./fold.ts";

export interface Block {
  /** What makes it the same block when its words change: a quote's turns, or its folded text. */
  readonly key: string;
  readonly text: string;
}

export interface Conflict {
  readonly mine: string;
  readonly theirs: string;
}

export interface MergedBlocks<B extends Block> {
  /** Blocks of `mine` that stay are the very objects given. */
  readonly blocks: B[];
  /** Blocks that both changed: the person's stand. */
  readonly conflicts: Conflict[];
  /** What the new generation put in, and what it took out. */
  readonly added: B[];
  readonly removed: B[];
}

/**
 * Merges blocks. A block the person edited, moved or wrote stays; one they deleted stays
 * deleted; one they left as it was follows the new generation. New blocks go after the nearest
 * block that they follow in `theirs` and that is still in its place, and after what the person
 * wrote there. Linear but for sorting.
 */
export function mergeBlocks<B extends Block>(
  base: readonly B[],
  mine: readonly B[],
  theirs: readonly B[],
): MergedBlocks<B> {
  const baseToMine = pair(base, mine);
  const baseToTheirs = pair(base, theirs);
  const mineToBase = invert(baseToMine);
  const theirsToBase = invert(baseToTheirs);
  const conflicts: Conflict[] = [];
  const removed: B[] = [];

  const kept = mine.map((block, index): B | undefined => {
    const before = base[mineToBase.get(index) ?? -1];
    if (before === undefined) return block;
    const now = theirs[baseToTheirs.get(mineToBase.get(index) ?? -1) ?? -1];
    const isEdited = !sameWords(block.text, before.text);
    if (now === undefined) {
      if (isEdited) return block;
      removed.push(block);
      return undefined;
    }
    if (sameWords(now.text, before.text) || sameWords(now.text, block.text)) return block;
    if (!isEdited) return { ...block, text: now.text };
    conflicts.push({ mine: block.text, theirs: now.text });
    return block;
  });

  // Where each block of theirs is in mine, if it is there and was not moved.
  const places = theirs.map((_, index) => baseToMine.get(theirsToBase.get(index) ?? -1));
  const steady = new Set(longestRise(places.filter((place) => place !== undefined)));
  const pasted = countKeys(mine.filter((_, index) => !mineToBase.has(index)));
  const added: B[] = [];
  const insertions = new Map<number, B[]>();
  let anchor = -1;
  for (const [index, block] of theirs.entries()) {
    const place = places[index];
    if (place !== undefined && steady.has(place)) anchor = place;
    if (theirsToBase.has(index) || takeOne(pasted, block.key)) continue;
    const gap = endOfOwnWords(anchor, mine.length, mineToBase);
    added.push(block);
    insertions.set(gap, [...(insertions.get(gap) ?? []), block]);
  }
  const blocks = [...(insertions.get(0) ?? [])];
  for (const [index, block] of kept.entries()) {
    if (block !== undefined) blocks.push(block);
    blocks.push(...(insertions.get(index + 1) ?? []));
  }
  return { blocks, conflicts, added, removed };
}

/** The place after an anchor and after the person's own blocks that follow it. */
function endOfOwnWords(anchor: number, length: number, mineToBase: ReadonlyMap<number, number>): number {
  let place = anchor + 1;
  while (place < length && !mineToBase.has(place)) place += 1;
  return place;
}

/** Pairs blocks of one key: first those with the same text, then the others in order. */
function pair(from: readonly Block[], to: readonly Block[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const keyOf of [(block: Block) => `${block.key}\n${block.text}`, (block: Block) => block.key]) {
    const free = new Map<string, number[]>();
    for (const [index, block] of to.entries()) {
      if (taken.has(index)) continue;
      const list = free.get(keyOf(block));
      if (list) list.push(index);
      else free.set(keyOf(block), [index]);
    }
    for (const list of free.values()) list.reverse();
    for (const [index, block] of from.entries()) {
      const found = pairs.has(index) ? undefined : free.get(keyOf(block))?.pop();
      if (found === undefined) continue;
      pairs.set(index, found);
      taken.add(found);
    }
  }
  return pairs;
}

function invert(pairs: ReadonlyMap<number, number>): Map<number, number> {
  return new Map([...pairs].map(([from, to]) => [to, from]));
}

function countKeys(blocks: readonly Block[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of blocks) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function takeOne(counts: Map<string, number>, key: string): boolean {
  const left = counts.get(key) ?? 0;
  if (left > 0) counts.set(key, left - 1);
  return left > 0;
}

/** The longest strictly rising subsequence, in n log n (patience sorting). */
function longestRise(numbers: readonly number[]): number[] {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, number] of numbers.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? -1] ?? Infinity) < number) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1];
    tails[low] = index;
  }
  const rise: number[] = [];
  for (let at = tails.at(-1); at !== undefined; at = before[at]) rise.push(numbers[at] ?? 0);
  return rise.reverse();
}
