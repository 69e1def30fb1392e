// Voices of a session that were one person's all along: their turns take one label.
import type { ParticipantId } from "../kernel/ids.ts";
import { foldLabel } from "./shapes/labels.ts";
import type { Turn } from "./turn.ts";

/**
 * The turns with other labels, all changed at once: two voices may change places. `merged`:
 * folded labels to those that take their place. A turn that is nobody's yet becomes that of
 * the one person whom the other voice is; when the whole voice was said, so does all of it.
 */
export function mergeVoices(turns: readonly Turn[], merged: ReadonlyMap<string, string>): readonly Turn[] {
  const voices = new Map<string, Voice>();
  for (const { label, participant } of turns) {
    if (label === null) continue;
    const voice = voices.get(foldLabel(label)) ?? { people: new Set(), isAnyUnsaid: false };
    voices.set(foldLabel(label), voice);
    if (participant === null) voice.isAnyUnsaid = true;
    else voice.people.add(participant);
  }
  return turns.map((turn) => {
    const from = foldLabel(turn.label ?? "");
    const label = merged.get(from);
    if (label === undefined || label === turn.label) return turn;
    const [person, ...others] = voices.get(foldLabel(label))?.people ?? [];
    const isSaid = turn.participant !== null && voices.get(from)?.isAnyUnsaid === true;
    const isOne = person !== undefined && others.length === 0;
    return { ...turn, label, participant: isOne && !isSaid ? person : turn.participant };
  });
}

interface Voice {
  readonly people: Set<ParticipantId>;
  isAnyUnsaid: boolean;
}
