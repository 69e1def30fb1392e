// The themes that a file puts its own words under (segments of Sonal), as codings of the turns
// these words became.
import type { ThemeId } from "../kernel/ids.ts";
import { canonicalCodings, type Coding } from "./coding.ts";
import type { CueCoding } from "./reading.ts";
import type { CuePlace, Turn } from "./turn.ts";

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * A turn that is wholly in a segment is coded whole, one that is partly in it on its words
 * there. `places`: of each cue; `turns`: those the cues became, in their order, with their
 * final numbers; `themes`: by the file's titles, those without one are left.
 */
export function codingsFromFile(
  segments: readonly CueCoding[],
  { places, turns }: { readonly places: readonly CuePlace[]; readonly turns: readonly Turn[] },
  themes: ReadonlyMap<string, ThemeId>,
): Coding[] {
  const byTurn = new Map<number, Coding[]>();
  for (const [theme, stretches] of stretchesOf(segments, themes, places.length))
    for (const { from, to } of stretches) {
      const [first, last] = [places[from], places[to]];
      if (!first || !last) continue;
      for (let index = first.turn; index <= last.turn; index += 1) {
        const turn = turns[index];
        if (!turn) continue;
        const start = index === first.turn ? first.start : 0;
        const end = index === last.turn ? last.end : turn.words.length;
        const range = start === 0 && end === turn.words.length ? { start: null, end: null } : { start, end };
        const own = byTurn.get(index) ?? [];
        own.push({ turn: turn.number, theme, ...range });
        byTurn.set(index, own);
      }
    }
  return turns.flatMap(({ words }, index) => canonicalCodings(words, byTurn.get(index) ?? []));
}

/** The cues of each theme, segments that touch or overlap made one. */
function stretchesOf(
  segments: readonly CueCoding[],
  themes: ReadonlyMap<string, ThemeId>,
  cues: number,
): Map<ThemeId, Stretch[]> {
  const byTheme = new Map<ThemeId, Stretch[]>();
  for (const { theme, from, to } of segments.toSorted((a, b) => a.from - b.from)) {
    const id = themes.get(theme);
    const last = Math.min(to, cues - 1);
    if (id === undefined || last < from) continue;
    const stretches = byTheme.get(id) ?? [];
    const before = stretches.at(-1);
    if (before && from <= before.to + 1)
      stretches.splice(-1, 1, { from: before.from, to: Math.max(before.to, last) });
    else stretches.push({ from, to: last });
    byTheme.set(id, stretches);
  }
  return byTheme;
}

/**
 * The codings there were, and those of the file that they do not say already. A turn that was
 * coded whole stays so, whatever part of it the file names.
 */
export function withFileCodings(
  turns: readonly Turn[],
  before: readonly Coding[],
  fromFile: readonly Coding[],
): Coding[] {
  const byTurn = new Map<number, { own: Coding[]; file: Coding[] }>();
  const sideOf = (turn: number): { own: Coding[]; file: Coding[] } => {
    const sides = byTurn.get(turn) ?? { own: [], file: [] };
    byTurn.set(turn, sides);
    return sides;
  };
  for (const coding of before) sideOf(coding.turn).own.push(coding);
  for (const coding of fromFile) sideOf(coding.turn).file.push(coding);
  return turns.flatMap(({ number, words }) => {
    const { own, file } = byTurn.get(number) ?? { own: [], file: [] };
    const whole = new Set(own.filter(({ start }) => start === null).map(({ theme }) => theme));
    const fresh = file.filter(({ theme, start }) => start === null || !whole.has(theme));
    return canonicalCodings(words, [...own, ...fresh]);
  });
}
