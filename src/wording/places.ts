// Where the blocks of a rebuild's three lists are in one another, and which of them have moved.
import { pairBlocks, turnPairs, type Block, type Pairs } from "./pairing.ts";
import { longestRising } from "./rising.ts";

export interface Places {
  readonly mineInBase: Pairs;
  readonly theirsInBase: Pairs;
  readonly theirsInMine: Pairs;
  /** Indices in `mine` of the blocks that theirs alone has moved. */
  readonly moved: ReadonlySet<number>;
  /** Where a new block of theirs goes: before which block of `mine`, its length for the end. */
  readonly gaps: {
    /** As long as no block of theirs before it is in `mine`. */
    readonly first: number;
    /** After each block of `mine`: before the next that theirs has too. */
    readonly after: readonly number[];
  };
}

/** A new block of `theirs` may be in `mine` already: the person has put it in. */
export function placesOf(base: readonly Block[], mine: readonly Block[], theirs: readonly Block[]): Places {
  const baseInMine = pairBlocks(base, mine);
  const baseInTheirs = pairBlocks(base, theirs);
  const mineInBase = turnPairs(baseInMine, mine.length);
  const theirsInBase = turnPairs(baseInTheirs, theirs.length);
  const putIn = pairBlocks(
    theirs,
    mine,
    (index) => theirsInBase[index] === undefined,
    (index) => mineInBase[index] === undefined,
  );
  const theirsInMine = theirsInBase.map((place, index) =>
    place === undefined ? putIn[index] : baseInMine[place],
  );
  const moved = movedByTheirsAlone(baseInMine, baseInTheirs);
  const staying = theirsInMine.filter((place) => place !== undefined && !moved.has(place));
  return { mineInBase, theirsInBase, theirsInMine, moved, gaps: gapsBetween(staying, mine.length) };
}

function gapsBetween(staying: Pairs, length: number): Places["gaps"] {
  const places = new Set(staying);
  const after: number[] = [];
  let next = length;
  for (let place = length - 1; place >= 0; place -= 1) {
    after[place] = next;
    if (places.has(place)) next = place;
  }
  return { first: staying[0] ?? length, after };
}

/** Of the blocks that all three have, those out of order in theirs and in order in mine. */
function movedByTheirsAlone(baseInMine: Pairs, baseInTheirs: Pairs): Set<number> {
  const shared: { readonly mine: number; readonly theirs: number }[] = [];
  for (const [index, mine] of baseInMine.entries()) {
    const theirs = baseInTheirs[index];
    if (mine !== undefined && theirs !== undefined) shared.push({ mine, theirs });
  }
  const steady = new Set(longestRising(shared.map(({ theirs }) => theirs)));
  const inOrder = longestRising(shared.map(({ mine }) => mine));
  const moved = inOrder.filter((index) => !steady.has(index)).map((index) => shared[index]?.mine);
  return new Set(moved.filter((mine) => mine !== undefined));
}
