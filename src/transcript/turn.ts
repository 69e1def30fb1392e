// A turn of speech, and how the pieces a file is cut into become turns.
import type { ParticipantId } from "../kernel/ids.ts";

/** A piece of speech as a file holds it: a caption, or a paragraph. */
export interface Cue {
  /** Who the file says is speaking, as it says it: may be a real name. */
  readonly label: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Canonical words (see words.ts), never empty. */
  readonly words: string;
  /** Where nobody is named, but the file says whether the voice is the one before. */
  readonly isSameVoice?: boolean | undefined;
}

export interface Turn {
  /** Stable: survives a corrected import. */
  readonly number: number;
  /** Order of speech, from 1, without gaps. */
  readonly position: number;
  readonly participant: ParticipantId | null;
  /** A neutral label: never a real name. */
  readonly label: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly words: string;
}

/** Who a label stands for, once that is decided. */
export type Voice = Pick<Turn, "participant" | "label">;

export interface Joining {
  /** What stands between two pieces of one turn. */
  readonly separator: " " | "\n\n";
  /** Two neighbours without a speaker are one turn always, never, or until a sentence ends. */
  readonly unlabelled: "together" | "apart" | "until-sentence-ends";
}

const sentenceEnd = /[.?!…][»"”’')\]\s]*$/u;

/** Where a cue's words are, once cues have become turns. */
export interface CuePlace {
  /** Index of the turn, in order of speech. */
  readonly turn: number;
  /** Range in the turn's words, UTF-16 indices, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Numbered turns: neighbouring cues of one speaker become one turn. */
export function joinCues(cues: readonly Cue[], voiceOf: (label: string) => Voice, joining: Joining): Turn[] {
  return placeCues(cues, voiceOf, joining).turns;
}

/** The same, with the place of each cue. */
export function placeCues(
  cues: readonly Cue[],
  voiceOf: (label: string) => Voice,
  { separator, unlabelled }: Joining,
): { turns: Turn[]; places: CuePlace[] } {
  const turns: {
    voice: Voice;
    readonly startMs: number | null;
    endMs: number | null;
    readonly pieces: string[];
    length: number;
  }[] = [];
  const places: CuePlace[] = [];
  for (const { label, startMs, endMs, words, isSameVoice } of cues) {
    const voice = label === null ? { participant: null, label: null } : voiceOf(label);
    const last = turns.at(-1);
    let start = 0;
    const goesOn = (): boolean => isSameVoice ?? isGoingOn(last?.pieces.at(-1) ?? "", unlabelled);
    if (last && isSameTurn(last.voice, voice, goesOn)) {
      start = last.length + separator.length;
      last.pieces.push(words);
      last.length = start + words.length;
      // Only its first words say when it starts, and its last when it ends.
      last.endMs = endMs;
    } else turns.push({ voice, startMs, endMs, pieces: [words], length: words.length });
    places.push({ turn: turns.length - 1, start, end: start + words.length });
  }
  const joined = turns.map(({ voice, startMs, endMs, pieces }, index) => ({
    number: index + 1,
    position: index + 1,
    ...voice,
    startMs,
    endMs,
    words: pieces.join(separator),
  }));
  return { turns: joined, places };
}

function isSameTurn(a: Voice, b: Voice, goesOn: () => boolean): boolean {
  if (a.participant !== null || b.participant !== null) return a.participant === b.participant;
  if (a.label !== null || b.label !== null) return a.label === b.label;
  return goesOn();
}

function isGoingOn(words: string, unlabelled: Joining["unlabelled"]): boolean {
  return unlabelled === "together" || (unlabelled === "until-sentence-ends" && !sentenceEnd.test(words));
}
