// What the table and the picture of who speaks how much both ask of the speakers.
import type { ParticipantId } from "../../kernel/ids.ts";
import type { Speaker } from "../../theme/statistics.ts";

/** Each kind of voice has a pattern of its own. */
export type Kind = "participant" | "tiers" | "guest" | "nobody";

export const kindOf = ({ participant, role }: Speaker): Kind =>
  participant === null ? "nobody" : role === null || role === "withdrawn" ? "participant" : role;

export interface Part {
  readonly words: number;
  /** Of all the words, from 0 to 1. */
  readonly share: number;
}

/** What each person said; voices that are nobody yet together, under null. */
export function partsOf(speakers: readonly Speaker[]): Map<ParticipantId | null, Part> {
  const parts = new Map<ParticipantId | null, Part>();
  for (const { participant, words, share } of speakers) {
    const before = parts.get(participant) ?? { words: 0, share: 0 };
    parts.set(participant, { words: before.words + words, share: before.share + share });
  }
  return parts;
}

/** The largest share of all, that the longest bar stands for; 1 when nobody spoke. */
export function largestOf(all: readonly ReadonlyMap<unknown, Part>[]): number {
  let most = 0;
  for (const parts of all) for (const { share } of parts.values()) most = Math.max(most, share);
  return most || 1;
}
