// Codings follow their words into a corrected transcript, or are lost and said to be.
import type { ThemeId } from "../kernel/ids.ts";
import { mapper, type MapRange, type Range } from "../wording/anchor.ts";
import { sameWords } from "../wording/fold.ts";
import type { Trail } from "../wording/trail.ts";
import { canonicalCodings, codedWords, type Coding } from "./coding.ts";
import { partsOf, turnAt, weightOf, type Joined, type SharedWords } from "./shared-words.ts";
import type { LostCoding } from "./store.ts";
import type { Turn } from "./turn.ts";

export interface Move {
  readonly before: readonly Turn[];
  /** With their final numbers. */
  readonly after: readonly Turn[];
  readonly old: Joined;
  readonly fresh: Joined;
  readonly shared: SharedWords;
  /** Of the two texts. */
  readonly trail: Trail;
  /** For each new turn that is an old one by its place alone, the old one's index. */
  readonly placed: ReadonlyMap<number, number>;
}

/** The share of a turn's words under which words found in another turn are chance. */
const CHANCE = 0.2;

/** A coding that does not begin or end with the word it did: nobody can be sure of its edges. */
export interface TouchedCoding {
  /** Of the turn where it begins now. */
  readonly turn: number;
  readonly theme: ThemeId;
  readonly before: string;
  readonly after: string;
}

export interface Moved {
  readonly codings: readonly Coding[];
  /** Codings whose words are not in the new transcript. */
  readonly lost: readonly LostCoding[];
  readonly touched: readonly TouchedCoding[];
}

/**
 * Moves codings to where their words are, in one turn or several. A coding of a whole turn
 * stays one while the new turn holds no other old turn; else it covers its words there. One of a
 * turn that only its place tells stays too, and is among the touched.
 */
export function moveCodings(codings: readonly Coding[], move: Move): Moved {
  const places = new Map(move.before.map(({ number }, index) => [number, index]));
  const map = mapper(move.trail);
  const wordsNow = new Map(move.after.map(({ number, words }) => [number, words]));
  const inPlace = new Map([...move.placed].map(([to, from]) => [from, move.after[to]?.number]));
  const byTurn = new Map<number, Coding[]>();
  const lost: LostCoding[] = [];
  const touched: TouchedCoding[] = [];
  for (const coding of codings) {
    const { turn, theme, start, end } = coding;
    const from = places.get(turn) ?? -1;
    const words = codedWords(move.before[from]?.words ?? "", coding);
    const isWhole = start === null || end === null;
    const place = isWhole ? inPlace.get(from) : undefined;
    const found =
      words === ""
        ? []
        : place !== undefined
          ? [{ ...coding, turn: place }]
          : isWhole
            ? moveWhole(coding, from, map, move)
            : moveRange({ ...coding, start, end }, from, map, move);
    for (const each of found) byTurn.set(each.turn, [...(byTurn.get(each.turn) ?? []), each]);
    const [first] = found;
    if (!first) lost.push({ turn, theme, words });
    else if (!isWhole || place !== undefined || partsOf(move.shared.ofOld, from).size > 1) {
      const text = found.map((each) => codedWords(wordsNow.get(each.turn) ?? "", each)).join(" ");
      if (place !== undefined || !hasSameEdges(words, text))
        touched.push({ turn: first.turn, theme, before: words, after: text });
    }
  }
  const kept = move.after.flatMap(({ number, words }) => canonicalCodings(words, byTurn.get(number) ?? []));
  return { codings: kept, lost, touched };
}

function hasSameEdges(before: string, after: string): boolean {
  const edges = (text: string): string[] => [/^\S+/, /\S+$/].map((edge) => edge.exec(text.trim())?.[0] ?? "");
  const [old, now] = [edges(before), edges(after)];
  return old.every((edge, index) => sameWords(edge, now[index] ?? ""));
}

function moveWhole(coding: Coding, from: number, map: MapRange, move: Move): Coding[] {
  const { before, after, old, fresh, shared } = move;
  const parts = partsOf(shared.ofOld, from);
  const isSameTurn = after.some(({ number }) => number === before[from]?.number);
  if (!isSameTurn && weightOf(parts) * 2 < (shared.oldSizes[from] ?? 0)) return [];
  const offset = old.starts[from] ?? 0;
  const range = map(offset, offset + (before[from]?.words.length ?? 0));
  return [...parts].flatMap(([to, part]) => {
    const turn = after[to];
    if (!turn || isChance(from, to, shared)) return [];
    if (!isJoined(from, to, shared)) return [{ ...coding, turn: turn.number }];
    return [{ ...coding, turn: turn.number, ...within(range ?? part, to, turn, fresh) }];
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
    // Someone else's turn may be put in between the halves of a turn that was split.
    if (turn && !isChance(from, to, shared))
      pieces.push({ ...coding, turn: turn.number, ...within(range, to, turn, fresh) });
  }
  return pieces;
}

/** The part of a range of the new text that is in one of its turns. */
function within(range: Range, to: number, { words }: Turn, { starts }: Joined): Range {
  const start = starts[to] ?? 0;
  return { start: Math.max(range.start - start, 0), end: Math.min(range.end - start, words.length) };
}

/** True when the new turn holds little of the old one, and is not made of it either. */
function isChance(from: number, to: number, { ofOld, newSizes }: SharedWords): boolean {
  const parts = partsOf(ofOld, from);
  const weight = parts.get(to)?.weight ?? 0;
  return weight === 0 || (weight < weightOf(parts) * CHANCE && weight * 2 <= (newSizes[to] ?? 0));
}

/** True when the new turn also holds most of another old turn, or words of one around its own. */
function isJoined(from: number, to: number, { ofOld, ofNew, oldSizes }: SharedWords): boolean {
  const own = partsOf(ofOld, from).get(to);
  return [...partsOf(ofNew, to)].some(
    ([old, { weight, start, end }]) =>
      old !== from && (weight * 2 > (oldSizes[old] ?? 0) || (own && (end <= own.start || start >= own.end))),
  );
}
