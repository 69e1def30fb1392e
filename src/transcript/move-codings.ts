// Codings follow their words into a corrected transcript, or are lost and said to be.
import { mapper, type MapRange, type Range } from "../wording/anchor.ts";
import { canonicalCodings, codedWords, type Coding } from "./coding.ts";
import { partsOf, turnAt, type Joined, type SharedWords } from "./shared-words.ts";
import type { LostCoding } from "./store.ts";
import type { Turn } from "./turn.ts";

export interface Move {
  readonly before: readonly Turn[];
  /** With their final numbers. */
  readonly after: readonly Turn[];
  readonly old: Joined;
  readonly fresh: Joined;
  readonly shared: SharedWords;
}

/** The share of a coding's words under which words found in another turn are chance. */
const CHANCE = 0.2;

/**
 * Moves codings to where their words are, in one turn or several. A coding of a whole turn
 * stays one while the new turn holds no other turn's words; else it covers its words there.
 */
export function moveCodings(
  codings: readonly Coding[],
  move: Move,
): { codings: Coding[]; lost: LostCoding[] } {
  const places = new Map(move.before.map(({ number }, index) => [number, index]));
  let map: MapRange | undefined;
  const byTurn = new Map<number, Coding[]>();
  const lost: LostCoding[] = [];
  for (const coding of codings) {
    const { turn, theme, start, end } = coding;
    const from = places.get(turn) ?? -1;
    const words = codedWords(move.before[from]?.words ?? "", coding);
    const isWhole = start === null || end === null;
    if (!isWhole) map ??= mapper(move.old.text, move.fresh.text);
    const found =
      words === ""
        ? []
        : isWhole || !map
          ? moveWhole(coding, from, move)
          : moveRange({ ...coding, start, end }, from, map, move);
    for (const each of found) byTurn.set(each.turn, [...(byTurn.get(each.turn) ?? []), each]);
    if (found.length === 0) lost.push({ turn, theme, words });
  }
  const kept = move.after.flatMap(({ number, words }) => canonicalCodings(words, byTurn.get(number) ?? []));
  return { codings: kept, lost };
}

function moveWhole(coding: Coding, from: number, { before, after, fresh, shared }: Move): Coding[] {
  const parts = [...partsOf(shared.ofOld, from)];
  const alive = sum(parts.map(([, { weight }]) => weight));
  const isSameTurn = after.some(({ number }) => number === before[from]?.number);
  if (!isSameTurn && alive * 2 < (shared.oldSizes[from] ?? 0)) return [];
  return parts.flatMap(([to, { weight, start, end }]) => {
    const turn = after[to];
    const isChance = weight < alive * CHANCE && weight * 2 <= (shared.newSizes[to] ?? 0);
    if (!turn || isChance) return [];
    const others = sum([...partsOf(shared.ofNew, to).values()].map((part) => part.weight)) - weight;
    if (others < weight * CHANCE) return [{ ...coding, turn: turn.number }];
    const offset = fresh.starts[to] ?? 0;
    return [{ ...coding, turn: turn.number, start: start - offset, end: end - offset }];
  });
}

function moveRange(coding: Coding & Range, from: number, map: MapRange, move: Move): Coding[] {
  const { after, old, fresh, shared } = move;
  const offset = old.starts[from] ?? 0;
  const range = map(offset + coding.start, offset + coding.end);
  if (!range) return [];
  const pieces: Coding[] = [];
  for (let to = turnAt(fresh, range.start); to <= turnAt(fresh, range.end - 1); to += 1) {
    const turn = after[to];
    // Someone else's turn, put in between the halves of a turn that was split.
    if (!turn || !partsOf(shared.ofOld, from).has(to)) continue;
    const turnStart = fresh.starts[to] ?? 0;
    const start = Math.max(range.start - turnStart, 0);
    const end = Math.min(range.end - turnStart, turn.words.length);
    const isChance =
      end - start < (range.end - range.start) * CHANCE && (end - start) * 2 <= turn.words.length;
    if (!isChance) pieces.push({ ...coding, turn: turn.number, start, end });
  }
  return pieces;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
