// Which tokens of two texts answer to one another: first whole paragraphs, items and rows, then long runs of
// words, then words; a stretch that has nothing in common any more is left as one.
import { diffArrays } from "diff";
import { longestRising } from "./rising.ts";
import { numberOf, type Side } from "./side.ts";
import { slid } from "./slide.ts";

/** Tokens [from, to) of the old text that became tokens [newFrom, newTo) of the new one. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

// Below this many tokens words are aligned without looking for longer runs first.
const short = 400;
// In a longer stretch, three words in a row that occur once on each side prove nothing.
const longestForTriples = 4000;
// Edits after which two stretches are held to be two different texts; time grows as the square.
const mostEdits = 600;

/** The stretches that differ, in order; between two of them there is at least one equal token. */
export function differing(old: Side, now: Side): Stretch[] {
  const whole = { from: 0, to: old.ids.length, newFrom: 0, newTo: now.ids.length };
  const trim = (stretch: Stretch): Stretch[] => trimmed(old, now, stretch);
  const found = between(whole, landmarks(paragraphsOf(old), paragraphsOf(now)))
    .flatMap(trim)
    .flatMap((stretch) => betweenRuns(old, now, stretch, 6))
    .flatMap(trim)
    .flatMap((stretch) =>
      sizeOf(stretch) > longestForTriples ? [stretch] : betweenRuns(old, now, stretch, 3),
    )
    .flatMap(trim)
    .flatMap((stretch) => betweenWords(old, now, stretch));
  return slid(old, now, found);
}

function sizeOf({ from, to, newFrom, newTo }: Stretch): number {
  return Math.max(to - from, newTo - newFrom);
}

/** What is left of a stretch without the tokens that are equal at its ends; nothing if all are. */
export function trimmed(old: Side, now: Side, stretch: Stretch): Stretch[] {
  let { from, to, newFrom, newTo } = stretch;
  while (from < to && newFrom < newTo && old.ids[from] === now.ids[newFrom]) {
    from += 1;
    newFrom += 1;
  }
  while (from < to && newFrom < newTo && old.ids[to - 1] === now.ids[newTo - 1]) {
    to -= 1;
    newTo -= 1;
  }
  return from === to && newFrom === newTo ? [] : [{ from, to, newFrom, newTo }];
}

/** Tokens that are looked for as one: a paragraph, a run of words. */
interface Unit {
  readonly from: number;
  readonly to: number;
  readonly key: string;
}

function paragraphsOf(side: Side): Unit[] {
  const starts = [0, ...side.blocks];
  return starts.map((from, index) => unitOf(side, from, starts[index + 1] ?? side.ids.length));
}

function runsOf(side: Side, from: number, to: number, length: number): Unit[] {
  return Array.from({ length: Math.max(0, to - from - length + 1) }, (_, index) =>
    unitOf(side, from + index, from + index + length),
  );
}

function unitOf(side: Side, from: number, to: number): Unit {
  return { from, to, key: side.ids.slice(from, to).join(" ") };
}

function betweenRuns(old: Side, now: Side, stretch: Stretch, length: number): Stretch[] {
  if (sizeOf(stretch) <= short) return [stretch];
  const { from, to, newFrom, newTo } = stretch;
  return between(stretch, landmarks(runsOf(old, from, to, length), runsOf(now, newFrom, newTo, length)));
}

/**
 * Units found exactly once on each side, as many as keep one order: the anchors of "patience
 * diff" (Bram Cohen). Common words alone never make one.
 */
function landmarks(old: readonly Unit[], now: readonly Unit[]): [Unit, Unit][] {
  const numbers = new Map<string, number>();
  const [inOld, inNow] = [old, now].map((units) => {
    const found: (Unit | "many")[] = [];
    for (const unit of units) {
      const number = numberOf(unit.key, numbers);
      found[number] = found[number] === undefined ? unit : "many";
    }
    return found;
  });
  const shared: [Unit, Unit][] = [];
  for (const [number, unit] of inOld?.entries() ?? []) {
    const twin = inNow?.[number];
    if (typeof unit === "object" && typeof twin === "object") shared.push([unit, twin]);
  }
  const rising = new Set(longestRising(shared.map(([, { from }]) => from)));
  return shared.filter((_, index) => rising.has(index));
}

/** What is left of a stretch between landmarks; those that overlap the one before only lengthen it. */
function between(stretch: Stretch, marks: readonly [Unit, Unit][]): Stretch[] {
  const gaps: Stretch[] = [];
  let { from, newFrom } = stretch;
  for (const [old, now] of marks) {
    const isClear = old.from >= from && now.from >= newFrom;
    if (isClear) gaps.push({ from, to: old.from, newFrom, newTo: now.from });
    if (isClear || old.from - from === now.from - newFrom) {
      from = old.to;
      newFrom = now.to;
    }
  }
  return [...gaps, { from, to: stretch.to, newFrom, newTo: stretch.newTo }];
}

/** Word by word; one stretch when less than a quarter of the words on the shorter side remain. */
function betweenWords(old: Side, now: Side, stretch: Stretch): Stretch[] {
  const indices = (from: number, to: number): number[] =>
    Array.from({ length: to - from }, (_, index) => from + index);
  const [mine, theirs] = [indices(stretch.from, stretch.to), indices(stretch.newFrom, stretch.newTo)];
  const all = alignedOn(old, now, stretch, [mine, theirs]);
  if (all === undefined) return [stretch];
  const found = areWordsLost(old, now, all) ? mostWords(old, now, stretch, [mine, theirs], all) : all;
  const lost = found.reduce((sum, { from, to }) => sum + to - from, 0);
  return (mine.length - lost) * 4 < Math.min(mine.length, theirs.length) ? [stretch] : found;
}

/** The stretches between tokens that answer to one another, among those at these indices. */
function alignedOn(
  { ids: oldIds }: Side,
  { ids: newIds }: Side,
  { from, to, newFrom, newTo }: Stretch,
  [mine, theirs]: readonly [readonly number[], readonly number[]],
): Stretch[] | undefined {
  if (mine.length === 0 || theirs.length === 0) return undefined;
  const parts = diffArrays(
    mine.map((index) => oldIds[index]),
    theirs.map((index) => newIds[index]),
    { maxEditLength: mostEdits },
  );
  if (parts === undefined) return undefined;
  const found: Stretch[] = [];
  const close = (end: Pick<Stretch, "to" | "newTo">): void => {
    if (end.to > open.from || end.newTo > open.newFrom) found.push({ ...open, ...end });
  };
  let open = { from, newFrom };
  let [at, newAt] = [0, 0];
  for (const { removed, added, count } of parts) {
    if (!removed && !added)
      for (let index = 0; index < count; index += 1) {
        const [next, newNext] = [mine[at + index] ?? to, theirs[newAt + index] ?? newTo];
        close({ to: next, newTo: newNext });
        open = { from: next + 1, newFrom: newNext + 1 };
      }
    if (!added) at += count;
    if (!removed) newAt += count;
  }
  close({ to, newTo });
  return found;
}

/** Whether a word is said to be taken out, and to be put in: marks may have been kept in its stead. */
function areWordsLost(old: Side, now: Side, found: readonly Stretch[]): boolean {
  const gone = new Set(found.flatMap(({ from, to }) => wordsAmong(old, from, to)));
  return found.some(({ newFrom, newTo }) => wordsAmong(now, newFrom, newTo).some((id) => gone.has(id)));
}

function wordsAmong({ tokens, ids }: Side, from: number, to: number): number[] {
  return ids.slice(from, to).filter((_, index) => tokens[from + index]?.isWord === true);
}

/** Aligned on words alone, where that keeps more of them. */
function mostWords(
  old: Side,
  now: Side,
  stretch: Stretch,
  [mine, theirs]: readonly [readonly number[], readonly number[]],
  found: Stretch[],
): Stretch[] {
  const areWords = ({ tokens }: Side, indices: readonly number[]): number[] =>
    indices.filter((index) => tokens[index]?.isWord === true);
  const apart = alignedOn(old, now, stretch, [areWords(old, mine), areWords(now, theirs)])?.flatMap((each) =>
    trimmed(old, now, each),
  );
  const lost = (list: readonly Stretch[]): number =>
    list.reduce((sum, { from, to }) => sum + wordsAmong(old, from, to).length, 0);
  return apart !== undefined && lost(apart) < lost(found) ? apart : found;
}
