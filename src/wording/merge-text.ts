// The three-way merge of one stretch of text, word by word.
import { differing, type Stretch } from "./align.ts";
import { applyHunks } from "./compare.ts";
import { sameWords } from "./fold.ts";
import { hunkOf, type Hunk } from "./hunk.ts";
import { sideReader, textOf } from "./side.ts";

interface TextConflict {
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface MergedText {
  readonly text: string;
  /** Where both changed the same words, or words that touch, in two ways: mine's stand. */
  readonly conflicts: TextConflict[];
}

/** What both made of tokens [from, to) of the base. */
interface Place {
  readonly from: number;
  to: number;
  readonly mine: Stretch[];
  readonly theirs: Stretch[];
}

/** Puts into `mine` what `theirs` changed in `base`; the rest of `mine` is kept to the letter. */
export function mergeText(base: string, mine: string, theirs: string): MergedText {
  if (base === mine) return { text: theirs, conflicts: [] };
  const read = sideReader();
  const [old, own, other] = [read(base), read(mine), read(theirs)];
  const hunks: Hunk[] = [];
  const conflicts: TextConflict[] = [];
  let [shift, otherShift] = [0, 0];
  for (const place of placesOf(differing(old, own), differing(old, other))) {
    const [from, newFrom] = [place.from + shift, place.from + otherShift];
    shift = shiftAfter(place.mine, shift);
    otherShift = shiftAfter(place.theirs, otherShift);
    const [to, newTo] = [place.to + shift, place.to + otherShift];
    if (place.theirs.length === 0) continue;
    if (place.mine.length === 0) {
      hunks.push(hunkOf(own, other, { from, to, newFrom, newTo }));
      continue;
    }
    const conflict = {
      base: textOf(old, place.from, place.to),
      mine: textOf(own, from, to),
      theirs: textOf(other, newFrom, newTo),
    };
    if (!sameWords(conflict.mine, conflict.theirs)) conflicts.push(conflict);
  }
  return { text: applyHunks(mine, hunks), conflicts };
}

/** The changes of both in order, those that overlap or touch in one place. */
function placesOf(mine: readonly Stretch[], theirs: readonly Stretch[]): Place[] {
  const all = [
    ...mine.map((stretch) => ({ stretch, isMine: true })),
    ...theirs.map((stretch) => ({ stretch, isMine: false })),
  ].sort((one, next) => one.stretch.from - next.stretch.from);
  const places: Place[] = [];
  for (const { stretch, isMine } of all) {
    let place = places.at(-1);
    if (place === undefined || stretch.from > place.to) {
      place = { from: stretch.from, to: stretch.to, mine: [], theirs: [] };
      places.push(place);
    }
    place.to = Math.max(place.to, stretch.to);
    (isMine ? place.mine : place.theirs).push(stretch);
  }
  return places;
}

/** How many tokens further on the same tokens are, after these changes. */
function shiftAfter(stretches: readonly Stretch[], shift: number): number {
  const last = stretches.at(-1);
  return last === undefined ? shift : last.newTo - last.to;
}
