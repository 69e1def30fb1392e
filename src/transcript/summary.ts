// What a session's transcript holds, counted: how much was said, and by whom.
import type { ParticipantId } from "../kernel/ids.ts";
import type { Turn } from "./turn.ts";
import { countWords } from "./words.ts";

export interface SpeakerCount {
  /** Neutral; null for words without a speaker. */
  readonly label: string | null;
  readonly participant: ParticipantId | null;
  readonly turns: number;
  readonly words: number;
}

export interface Summary {
  readonly turns: number;
  readonly words: number;
  /** Milliseconds from the first word to the last; null when the file has no times. */
  readonly duration: number | null;
  /** In order of first speech. */
  readonly speakers: readonly SpeakerCount[];
}

export function summarise(turns: readonly Turn[]): Summary {
  const speakers = new Map<
    string,
    { label: string | null; participant: ParticipantId | null; turns: number; words: number }
  >();
  let words = 0;
  let first = Infinity;
  let last = -Infinity;
  for (const { label, participant, startMs, endMs, words: said } of turns) {
    const key = JSON.stringify([label, participant]);
    const speaker = speakers.get(key) ?? { label, participant, turns: 0, words: 0 };
    const count = countWords(said);
    speakers.set(key, speaker);
    speaker.turns += 1;
    speaker.words += count;
    words += count;
    first = Math.min(first, startMs ?? Infinity);
    last = Math.max(last, endMs ?? startMs ?? -Infinity);
  }
  return {
    turns: turns.length,
    words,
    duration: last >= first ? last - first : null,
    speakers: [...speakers.values()],
  };
}

/** A turn as it helps to say who is speaking. */
export interface LongTurn {
  /** Null while the turn has no number that will stay. */
  readonly number: number | null;
  readonly startMs: number | null;
  readonly words: string;
}

/** A speaker's three longest turns, to help say who it is. */
export function longTurns(turns: readonly Turn[]): LongTurn[] {
  return [...turns]
    .sort((a, b) => b.words.length - a.words.length || a.position - b.position)
    .slice(0, 3)
    .map(({ number, startMs, words }) => ({ number, startMs, words }));
}
