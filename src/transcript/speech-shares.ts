// How much each voice speaks, and how evenly speech is spread: pure counting.
import type { ParticipantId } from "../kernel/ids.ts";
import type { Turn } from "./turn.ts";
import { countWords } from "./words.ts";

export interface Speech {
  /** A turn that a person emptied is none. */
  readonly turns: number;
  readonly words: number;
  /**
   * Milliseconds from the start to the end of each turn, added up: pauses inside a turn count,
   * and where two people speak at once it counts for both. Null when there are turns and none
   * has both its times. A start alone says nothing of how long someone spoke.
   */
  readonly time: number | null;
  /** How many turns `time` leaves out, for want of a start or an end. */
  readonly untimed: number;
}

export interface LongestTurn {
  readonly number: number;
  readonly words: number;
  /** Milliseconds. */
  readonly time: number | null;
}

/** What one voice said. No participant and no label: words without a speaker. */
export interface VoiceSpeech extends Speech {
  readonly participant: ParticipantId | null;
  /** Neutral; null once it is known who speaks. */
  readonly label: string | null;
  /** The turn with most words, the first of them; null when no turn holds a word. */
  readonly longest: LongestTurn | null;
}

/** What each voice of a session said, in order of first speech. */
export function countSpeech(turns: readonly Turn[]): VoiceSpeech[] {
  const voices = new Map<string, VoiceSpeech>();
  for (const { number, participant, label: heard, startMs, endMs, words: said } of turns) {
    if (said === "") continue;
    const label = participant === null ? heard : null;
    const key = JSON.stringify([participant, label]);
    const words = countWords(said);
    const time = startMs === null || endMs === null || endMs < startMs ? null : endMs - startMs;
    const before = voices.get(key) ?? { participant, label, longest: null, ...sumSpeech([]) };
    const turn = { turns: 1, words, time, untimed: time === null ? 1 : 0 };
    const isLonger = words > (before.longest?.words ?? 0);
    voices.set(key, {
      ...before,
      ...sumSpeech([before, turn]),
      longest: isLonger ? { number, words, time } : before.longest,
    });
  }
  return [...voices.values()];
}

export function sumSpeech(parts: readonly Speech[]): Speech {
  let [turns, words, time, untimed] = [0, 0, 0, 0];
  for (const part of parts) {
    turns += part.turns;
    words += part.words;
    time += part.time ?? 0;
    untimed += part.untimed;
  }
  return { turns, words, time: untimed > 0 && untimed === turns ? null : time, untimed };
}

/** The part of the whole, from 0 to 1; 0 of nothing is 0. */
export function shareOf(words: number, all: number): number {
  return all === 0 ? 0 : words / all;
}

/**
 * Pielou's evenness, J = H / ln n with H = -Σ p ln p: from 0, one person says every word, to 1,
 * each says as much. n counts those who said nothing. Null for fewer than two people, or when
 * nobody said a word. E. C. Pielou, "The measurement of diversity in different types of
 * biological collections", Journal of Theoretical Biology 13 (1966), 131-144.
 */
export function evenness(words: readonly number[]): number | null {
  const all = words.reduce((sum, each) => sum + each, 0);
  if (words.length < 2 || all === 0) return null;
  // What is computed would miss 1 by a rounding.
  if (words.every((each) => each === words[0])) return 1;
  const entropy = words.reduce(
    (sum, each) => (each === 0 ? sum : sum - (each / all) * Math.log(each / all)),
    0,
  );
  return Math.min(1, Math.max(0, entropy / Math.log(words.length)));
}
