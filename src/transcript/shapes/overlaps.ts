// Overlaps that a file tells by times alone (ELAN, TEI): which of its words were said at the same time.
import { writeOverlap } from "../../wording/speech-marks.ts";
import type { Cue } from "../turn.ts";
import { countWords } from "../words.ts";

interface Stretch {
  readonly label: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** Whoever speaks says more than a word every two seconds; a title or a remark over minutes does not. */
const SLOWEST_WORD_MS = 2000;

/**
 * The cues, those marked as overlapping that lie wholly within what another person is saying. Of two
 * that overlap by their edges, times do not say which words: they keep their times, without a mark.
 */
export function markOverlaps(cues: readonly Cue[]): Cue[] {
  const timed = cues
    .map((cue, index) => ({ index, words: cue.words, stretch: stretchOf(cue) }))
    .filter((each): each is { index: number; words: string; stretch: Stretch } => each.stretch !== undefined)
    .sort((a, b) => a.stretch.startMs - b.stretch.startMs);
  const within = new Set<number>();
  // Of all that started so far, what lasts longest, and what lasts longest of anyone else.
  let longest: Stretch | undefined;
  let other: Stretch | undefined;
  let heard = 0;
  for (const { index, stretch } of timed) {
    for (let next = timed[heard]; next && next.stretch.startMs <= stretch.startMs; next = timed[heard]) {
      heard += 1;
      if (!isSpeech(next.words, next.stretch)) continue;
      if (!longest || next.stretch.endMs > longest.endMs) {
        if (longest && longest.label !== next.stretch.label) other = longest;
        longest = next.stretch;
      } else if (next.stretch.label !== longest.label && next.stretch.endMs > (other?.endMs ?? -1))
        other = next.stretch;
    }
    const around = longest?.label === stretch.label ? other : longest;
    if (around && around.endMs >= stretch.endMs) within.add(index);
  }
  return cues.map((cue, index) => (within.has(index) ? { ...cue, words: writeOverlap(cue.words) } : cue));
}

function stretchOf({ label, startMs, endMs }: Cue): Stretch | undefined {
  if (label === null || startMs === null || endMs === null || endMs <= startMs) return undefined;
  return { label, startMs, endMs };
}

function isSpeech(words: string, { startMs, endMs }: Stretch): boolean {
  return countWords(words) * SLOWEST_WORD_MS >= endMs - startMs;
}
