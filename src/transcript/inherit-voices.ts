// Who speaks in a corrected transcript: what it does not say is as before, and so is what a
// person corrected by hand and the new file repeats.
import type { ParticipantId } from "../kernel/ids.ts";
import { partsOf, type Part, type SharedWords } from "./shared-words.ts";
import type { Turn } from "./turn.ts";

/** Who a label names by itself; undefined for a machine's. */
export type NamedBy = (label: string) => ParticipantId | undefined;

/** The new turns, a speaker that the file does not say being the old turn's, or their label's. */
export function inheritVoices(before: readonly Turn[], after: readonly Turn[], shared: SharedWords): Turn[] {
  const votes = new Map<string, Map<ParticipantId, number>>();
  const inherited = after.map((turn, index) => {
    if (turn.participant !== null) return turn;
    const largest = largestPart(shared, index);
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

/**
 * The person whom an old turn keeps though the new file says `said`: the file says again what
 * its label stands for, and somebody said otherwise of this turn. Undefined when the file is to
 * be believed.
 */
export function handKeeper(
  before: readonly Turn[],
  namedBy: NamedBy,
): (old: Turn, said: ParticipantId | null) => ParticipantId | undefined {
  const people = new Map<string, Set<ParticipantId>>();
  for (const { label, participant } of before) {
    if (label === null || participant === null) continue;
    people.set(label, (people.get(label) ?? new Set()).add(participant));
  }
  return ({ label, participant }, said) => {
    if (label === null || participant === null || said === null || said === participant) return undefined;
    const named = namedBy(label);
    const isRepeated = named === undefined ? people.get(label)?.has(said) === true : named === said;
    return isRepeated ? participant : undefined;
  };
}

/** The old turn that the new one holds most of, by its index. */
function largestPart({ ofNew }: SharedWords, fresh: number): [number, Part] | undefined {
  return [...partsOf(ofNew, fresh)].sort(([, a], [, b]) => b.weight - a.weight)[0];
}

/** The index of the old turn that most of the new turn's words are of. */
export function mainlyOf(shared: SharedWords, fresh: number): number | undefined {
  const largest = largestPart(shared, fresh);
  return largest && largest[1].weight * 2 > (shared.newSizes[fresh] ?? 0) ? largest[0] : undefined;
}
