// A corrected transcript takes the place of the old one: which new turn is which old one, who
// speaks, and where the coded words are now. Told from the words, both texts aligned as wholes.
import type { ParticipantId } from "../kernel/ids.ts";
import type { Coding } from "./coding.ts";
import { moveCodings } from "./move-codings.ts";
import { joinTurns, partsOf, shareWords, type SharedWords } from "./shared-words.ts";
import type { LostCoding } from "./store.ts";
import type { Turn } from "./turn.ts";

export interface Realigning {
  readonly before: readonly Turn[];
  /** Numbered in order, as a first import numbers them. */
  readonly after: readonly Turn[];
  readonly codings: readonly Coding[];
  /** The highest number any turn of the session ever had. */
  readonly highest: number;
}

export interface Realigned {
  readonly turns: readonly Turn[];
  readonly codings: readonly Coding[];
  /** Codings whose words are not in the new transcript. */
  readonly lost: readonly LostCoding[];
}

/**
 * A turn keeps its number when it holds most of an old turn's words or is mostly made of
 * them; of the parts of a split turn the largest keeps it, the first when they are equal.
 * Other turns get numbers never used. A speaker the new file does not say is the old turn's.
 */
export function realign({ before, after, codings, highest }: Realigning): Realigned {
  const [old, fresh] = [joinTurns(before), joinTurns(after)];
  const shared = shareWords(old, fresh);
  const kept = keptTurns(shared);
  let next = highest;
  const turns = inheritVoices(before, after, shared).map((turn, index) => {
    const number = before[kept.get(index) ?? -1]?.number ?? (next += 1);
    return { ...turn, number, position: index + 1 };
  });
  return { turns, ...moveCodings(codings, { before, after: turns, old, fresh, shared }) };
}

/** For each new turn that is an old one, the old one's index. */
function keptTurns({ ofOld, oldSizes, newSizes }: SharedWords): Map<number, number> {
  const pairs = ofOld.flatMap((parts, from) =>
    [...parts]
      .filter(([to, { weight }]) => weight * 2 > (oldSizes[from] ?? 0) || weight * 2 > (newSizes[to] ?? 0))
      .map(([to, { weight }]) => ({ from, to, weight })),
  );
  pairs.sort((a, b) => b.weight - a.weight || a.to - b.to || a.from - b.from);
  const kept = new Map<number, number>();
  const taken = new Set<number>();
  for (const { from, to } of pairs) {
    if (kept.has(to) || taken.has(from)) continue;
    kept.set(to, from);
    taken.add(from);
  }
  return kept;
}

function inheritVoices(before: readonly Turn[], after: readonly Turn[], { ofNew }: SharedWords): Turn[] {
  const votes = new Map<string, Map<ParticipantId, number>>();
  const inherited = after.map((turn, index) => {
    if (turn.participant !== null) return turn;
    const [largest] = [...partsOf(ofNew, index)].sort(([, a], [, b]) => b.weight - a.weight);
    const participant = before[largest?.[0] ?? -1]?.participant ?? null;
    if (participant !== null && turn.label !== null && largest) {
      const tally = votes.get(turn.label) ?? new Map<ParticipantId, number>();
      votes.set(turn.label, tally.set(participant, (tally.get(participant) ?? 0) + largest[1].weight));
    }
    return { ...turn, participant };
  });
  // A turn with words of its own is who its label is elsewhere in the file.
  return inherited.map((turn) => {
    if (turn.participant !== null || turn.label === null) return turn;
    const [winner] = [...(votes.get(turn.label) ?? [])].sort(([, a], [, b]) => b - a);
    return { ...turn, participant: winner?.[0] ?? null };
  });
}
