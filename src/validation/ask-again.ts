// Whom one may ask again about a section, and from which day: those who were sent its words and
// have said nothing of them. Who has answered, be it no, is not asked again by the program.
import type { ParticipantId } from "../kernel/ids.ts";
import type { SectionFacts } from "./facts.ts";
import type { SectionState } from "./state.ts";

/** `since`: the day the words were last sent, long enough ago; `from`: the day from which to ask. */
export type AskAgain =
  | { readonly participant: ParticipantId; readonly since: string }
  | { readonly participant: ParticipantId; readonly from: string };

/** `sent`: when each person was last sent the group's latest edition, ISO UTC; `today`: a day. */
export function askAgain(
  { sent: words, present, corrections, electorate }: SectionFacts,
  { state, silent }: Pick<SectionState, "state" | "silent">,
  sent: ReadonlyMap<ParticipantId, string>,
  today: string,
): AskAgain[] {
  const { silence, askAgainAfter: after } = electorate;
  if (after === null || silence !== "ask-again" || words !== present.fingerprint) return [];
  if (state === "validated" || state === "withdrawn") return [];
  const hasCorrected = (person: ParticipantId): boolean =>
    corrections.some(({ participant, kind }) => participant === person && kind !== "strength");
  return silent.flatMap((participant): AskAgain[] => {
    const since = sent.get(participant)?.slice(0, 10);
    if (since === undefined || hasCorrected(participant)) return [];
    const from = daysAfter(since, after);
    return [from <= today ? { participant, since } : { participant, from }];
  });
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
