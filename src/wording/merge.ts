// The three-way merge of a rebuild: what was generated before, what the person made of it,
// what is generated now. What a person wrote or took out always stands.
import { foldTypography, sameWords } from "./fold.ts";
import type { Block } from "./pairing.ts";
import { placesOf } from "./places.ts";

export { mergeText } from "./merge-text.ts";
export type { Block } from "./pairing.ts";

/** A block that both have changed: the person's words stand. `base` is undefined when both put it in. */
interface BlockConflict {
  readonly base: string | undefined;
  readonly mine: string;
  readonly theirs: string;
}

export interface MergedBlocks<B extends Block> {
  /** Blocks of `mine` that stay as they are, are the very objects given. */
  readonly blocks: B[];
  readonly conflicts: BlockConflict[];
  /** What the new generation put in, and what it took out. */
  readonly added: B[];
  readonly removed: B[];
}

/**
 * Merges blocks. A block the person wrote, edited or moved stays; one they took out stays out,
 * whatever became of it; one they left as it was follows the new generation in its words, its
 * place or its absence. A new block goes after the nearest block that it follows in `theirs` and
 * that is still there, and after what the person wrote at that place; failing that, before the
 * nearest that follows it; else at the end. Time n log n.
 */
export function mergeBlocks<B extends Block>(
  base: readonly B[],
  mine: readonly B[],
  theirs: readonly B[],
): MergedBlocks<B> {
  const { mineInBase, theirsInBase, theirsInMine, moved, gaps } = placesOf(base, mine, theirs);
  const result: MergedBlocks<B> = { blocks: [], conflicts: [], added: [], removed: [] };
  const still = new Set(theirsInMine);
  const standing = mine.map((block, place): B | undefined => {
    const before = base[mineInBase[place] ?? -1];
    if (before === undefined || still.has(place) || !sameWords(block.text, before.text)) return block;
    result.removed.push(block);
    return undefined;
  });
  // What is put in before each block of mine, and at the end.
  const putIn: B[][] = [[], ...mine.map(() => [])];
  let gap = gaps.first;
  for (const [index, block] of theirs.entries()) {
    const before = base[theirsInBase[index] ?? -1];
    const place = theirsInMine[index];
    const own = mine[place ?? -1];
    if (place !== undefined && own !== undefined) {
      const merged = mergeOne(before, own, block, result.conflicts);
      const isMoved = moved.has(place);
      standing[place] = isMoved ? undefined : merged;
      if (isMoved) putIn[gap]?.push(merged);
      else gap = gaps.after[place] ?? mine.length;
    } else if (before === undefined) {
      result.added.push(block);
      putIn[gap]?.push(block);
    }
  }
  for (const [place, blocks] of putIn.entries()) {
    const block = standing[place];
    result.blocks.push(...blocks);
    if (block !== undefined) result.blocks.push(block);
  }
  return result;
}

/** The person's block or the generated one; the person's where both changed, with a conflict. */
function mergeOne<B extends Block>(base: B | undefined, mine: B, theirs: B, conflicts: BlockConflict[]): B {
  if (mine.text === theirs.text) return mine;
  if (mine.text === base?.text) return theirs;
  const before = base && foldTypography(base.text);
  const [own, generated] = [foldTypography(mine.text), foldTypography(theirs.text)];
  if (generated === own || generated === before) return mine;
  if (own === before) return theirs;
  conflicts.push({ base: base?.text, mine: mine.text, theirs: theirs.text });
  return mine;
}
