// Where an insertion or a removal is seen, when its first words are also those that follow it:
// in "Il part. Il dort. Il rentre." what was put in is "Il dort.", not "dort. Il".
import type { Stretch } from "./align.ts";
import type { Side } from "./side.ts";

// How far it may move, in tokens, so that a text that says one word over and over takes no longer.
const farthest = 200;

/** The same stretches; those empty on one side begin with a paragraph, else a sentence, if they can. */
export function slid(old: Side, now: Side, stretches: readonly Stretch[]): Stretch[] {
  const moved: Stretch[] = [];
  for (const [index, stretch] of stretches.entries()) {
    const { from, to, newFrom, newTo } = stretch;
    if (from < to && newFrom < newTo) {
      moved.push(stretch);
      continue;
    }
    const last = moved.at(-1);
    const next = stretches[index + 1];
    const left = last === undefined ? -from : last.to + 1 - from;
    const right = next === undefined ? old.ids.length - to : next.from - 1 - to;
    const shift = from < to ? shiftOf(old, from, to, left, right) : shiftOf(now, newFrom, newTo, left, right);
    moved.push({ from: from + shift, to: to + shift, newFrom: newFrom + shift, newTo: newTo + shift });
  }
  return moved;
}

/** By how much tokens [from, to) move within these bounds, the rightmost of the best places. */
function shiftOf({ ids, ...side }: Side, from: number, to: number, left: number, right: number): number {
  let shift = 0;
  while (shift < Math.min(right, farthest) && ids[from + shift] === ids[to + shift]) shift += 1;
  let best = { shift, score: scoreOf(side, from + shift) };
  while (shift > Math.max(left, -farthest) && ids[from + shift - 1] === ids[to + shift - 1]) {
    shift -= 1;
    const score = scoreOf(side, from + shift);
    if (score > best.score) best = { shift, score };
  }
  return best.shift;
}

function scoreOf({ tokens, blocks }: Omit<Side, "ids">, index: number): number {
  const before = tokens[index - 1];
  if (before === undefined || blocks.has(index)) return 3;
  if (/^(?:[.!?]|\.{3})$/.test(before.key)) return 2;
  return before.isWord ? 0 : 1;
}
