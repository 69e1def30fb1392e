// Whose yes counts no more, of those that the group recorded in session: whoever was not there after all.
import type { ParticipantId } from "../kernel/ids.ts";
import type { Subject, Uncounted, Voice } from "./facts.ts";
import { peopleOf, type Reason } from "./reason.ts";

/** A voice as recorded, or the trace of a consultation. */
interface Recorded extends Pick<Voice, "participant" | "about" | "session" | "isByGroup" | "order"> {
  readonly stance: string;
}

/** One decision of the group in session, and those it counted, for or against. */
export interface GroupRecord {
  readonly order: number;
  readonly about: Subject;
  readonly people: ReadonlySet<ParticipantId>;
}

/**
 * Why a yes recorded by the group counts no more. A decision recorded again in the same session on the same words says
 * anew who was there. `voices`: all those on the same words. `presentIn`: who was in a session, by retour.yaml as it is;
 * `left`: those who withdrew altogether, who block nothing.
 */
export function whyUncounted<V extends Recorded>(
  voices: readonly V[],
  presentIn: (session: string) => ReadonlySet<string>,
  left: ReadonlySet<string>,
): (voice: V) => Uncounted | undefined {
  const records = recordsBySession(voices);
  return ({ participant, stance, about, session, isByGroup, order }) => {
    if (!isByGroup || session === null || stance !== "agree" || left.has(participant)) return undefined;
    const without = (records.get(session) ?? []).filter(
      (later) => later.order > order && !later.people.has(participant),
    );
    if (without.some((later) => later.about === "both" || later.about === about)) return "recorded-again";
    if (!presentIn(session).has(participant)) return "absent";
    return without.length > 0 ? "recorded-again" : undefined;
  };
}

/** The latest record of what a session decided of the same words; undefined when it decided nothing. */
export function lastRecord(voices: readonly Recorded[], session: string): GroupRecord | undefined {
  return recordsBySession(voices).get(session)?.at(-1);
}

/** Who was recorded as agreeing in a session where they were not, and has said nothing since. */
export function noLongerPresent(voices: readonly Voice[]): Reason[] {
  const bySession = new Map<string, Set<ParticipantId>>();
  for (const { participant, session, order, uncounted } of voices) {
    if (uncounted !== "absent" || session === null) continue;
    const hasSpokenSince = voices.some(
      (later) => later.participant === participant && later.order > order && later.uncounted === undefined,
    );
    if (!hasSpokenSince) bySession.set(session, (bySession.get(session) ?? new Set()).add(participant));
  }
  return [...bySession].map(([session, people]) => ({
    code: "reason.not-present",
    params: { session, people: peopleOf(people) },
  }));
}

/** In the order of the voices, which is theirs. */
function recordsBySession(voices: readonly Recorded[]): Map<string, GroupRecord[]> {
  const bySession = new Map<string, (GroupRecord & { people: Set<ParticipantId> })[]>();
  for (const { session, isByGroup, stance, participant, order, about } of voices) {
    if (!isByGroup || session === null || stance === "consulted") continue;
    const records = bySession.get(session) ?? [];
    bySession.set(session, records);
    if (records.at(-1)?.order !== order) records.push({ order, about, people: new Set() });
    records.at(-1)?.people.add(participant);
  }
  return bySession;
}
