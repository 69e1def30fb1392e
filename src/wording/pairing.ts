// Which block of one list is which block of another.

export interface Block {
  /** What makes it the same block when its words change: a quote's turns, or its folded text. */
  readonly key: string;
  readonly text: string;
}

/** For each block of a list, the index in another list of the block that it is there. */
export type Pairs = readonly (number | undefined)[];

/**
 * Pairs blocks of one key, each at most once. Keys may repeat: blocks with the same text find
 * each other first, then the others in order. Blocks that are not open are left alone.
 */
export function pairBlocks(
  blocks: readonly Block[],
  others: readonly Block[],
  isOpen: (index: number) => boolean = () => true,
  isOtherOpen: (index: number) => boolean = () => true,
): Pairs {
  const pairs: (number | undefined)[] = blocks.map(() => undefined);
  const taken = new Set<number>();
  for (const nameOf of [({ key, text }: Block) => `${key}\n${text}`, ({ key }: Block) => key]) {
    const free = new Map<string, number[]>();
    for (const [index, other] of [...others.entries()].reverse()) {
      if (taken.has(index) || !isOtherOpen(index)) continue;
      const queue = free.get(nameOf(other));
      if (queue) queue.push(index);
      else free.set(nameOf(other), [index]);
    }
    for (const [index, block] of blocks.entries()) {
      if (pairs[index] !== undefined || !isOpen(index)) continue;
      const found = free.get(nameOf(block))?.pop();
      if (found === undefined) continue;
      pairs[index] = found;
      taken.add(found);
    }
  }
  return pairs;
}

/** The same pairs, from the other list, which has this length. */
export function turnPairs(pairs: Pairs, length: number): Pairs {
  const turned: (number | undefined)[] = Array.from({ length }, () => undefined);
  for (const [index, other] of pairs.entries()) if (other !== undefined) turned[other] = index;
  return turned;
}
