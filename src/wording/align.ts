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
  const [before, after] = [
    old.ids.slice(stretch.from, stretch.to),
    now.ids.slice(stretch.newFrom, stretch.newTo),
  ];
  const shorter = Math.min(before.length, after.length);
  const parts = shorter === 0 ? undefined : diffArrays(before, after, { maxEditLength: mostEdits });
  if (parts === undefined) return [stretch];
  const found: Stretch[] = [];
  let kept = 0;
  let { from, newFrom } = stretch;
  let [to, newTo] = [from, newFrom];
  const close = (): void => {
    if (to > from || newTo > newFrom) found.push({ from, to, newFrom, newTo });
  };
  for (const { removed, added, count } of parts) {
    if (removed) to += count;
    else if (added) newTo += count;
    else {
      close();
      kept += count;
      from = to += count;
      newFrom = newTo += count;
    }
  }
  close();
  return kept * 4 < shorter ? [stretch] : found;
}
