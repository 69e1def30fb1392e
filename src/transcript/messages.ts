// What the transcript room refuses or finds. No label of a file is ever named: it may be
// someone's real name.
import { messages } from "../kernel/diagnostic.ts";

type Nothing = Record<string, never>;

export interface TranscriptMessages {
  "import.withdrawn": { session: string; count: number };
  /** The transcripts had to go by that day, and went. */
  "import.purged": { day: string };
  "import.without-times": { session: string; day: string };
  "import.empty": { file: string };
  "import.encoding": { file: string; encoding: string };
  "import.unknown-encoding": { encoding: string; known: string };
  "import.line-too-long": { file: string; line: number };
  "import.other-format": { file: string; format: string };
  "import.encoding-found": { encoding: string };
  "import.encoding-declared": { declared: string; encoding: string };
  "import.encoding-mixed": { lines: string };
  "import.twice-encoded": Nothing;
  "import.unwrapped-lines": { first: number; last: number };
  "import.unwrapped-hyphen": { before: string; after: string };
  "import.unwrapped-page": { words: string };
  "import.unwrap-nothing": Nothing;
  "import.unwrap-needless": { format: string };
  "import.looks-wrapped": Nothing;
  "import.cut-short": Nothing;
  "import.controls-removed": Nothing;
  "import.bad-time": Nothing;
  "import.time-backwards": Nothing;
  "import.stray-words": Nothing;
  "import.damaged": Nothing;
  "import.unreadable": Nothing;
  "import.too-deep": { file: string };
  "import.damaged-more": { count: number };
  "import.more-like-these": { count: number };
  "import.annotations-left": { count: number };
  "import.outside-speech": Nothing;
  "import.undeclared-speaker": Nothing;
  "import.unknown-xml": { file: string };
  "import.row-title": Nothing;
  "import.passage-time": Nothing;
  "import.two-texts": Nothing;
  "import.unknown-json": { file: string };
  "import.no-text-column": { file: string; known: string };
  "import.columns-left": { columns: string };
  "import.sheets-left": { count: number };
  "import.before-speakers": Nothing;
  "import.about-left": Nothing;
  /** The study keeps its names in a vault, and none was made yet. */
  "import.names-replaced": { count: number };
  "import.names-left": { count: number };
  "import.interviewer": { participant: string };
  "import.label-once": Nothing;
  "import.label-unread": { count: number };
  "import.turn-empty": Nothing;
  "import.changes-accepted": { count: number };
  "import.comments-left": { count: number };
  "import.notes-left": { count: number };
  "import.notices-left": { count: number };
  "import.headers-left": { count: number };
  "import.numbers-left": { count: number };
  "import.repeats-left": { count: number };
  "import.no-speakers": Nothing;
  "import.which-session": { file: string; known: string };
  "import.name-it": { file: string; known: string };
  "import.no-session": { file: string };
  "import.unknown-session": { session: string; nearest: string; known: string };
  "import.session-twice": { session: string };
  "import.one-session": Nothing;
  "import.voice-of-each": Nothing;
  "import.recording": { file: string };
  "import.pdf": { file: string };
  "import.pdf-beside": { session: string };
  "import.folder-inside": Nothing;
  "import.link": Nothing;
  "import.left-aside": { files: string; count: number };
  "import.nothing-in-folder": Nothing;
  "import.too-many-themes": { file: string; count: number; most: number };
  "import.themes-added": { themes: string; count: number };
  "import.already": { session: string; turns: number };
  "import.unchanged": { session: string };
  "import.same-elsewhere": { session: string; other: string };
  "import.speaker-form": Nothing;
  "import.unknown-label": { known: string };
  "import.corrected-words-replaced": { turn: string; before: string; after: string };
  "import.corrected-turn-gone": { turn: string; words: string };
  "import.corrected-words-more": { count: number };
  "import.added-turns-kept": { turns: string; count: number };
  "import.speakers-kept": { turns: string; count: number };
  "import.speakers-changed": { turns: string; count: number };
  "import.speaker-joined": { turn: string; participant: string; into: string };
  "coding.lost": { turn: string; theme: string; words: string; now: string };
  "coding.touched": { turn: string; theme: string; before: string; after: string };
  "coding.touched-more": { count: number };

  "speakers.which-session": { known: string };
  "speakers.none": { session: string };
  "speakers.unknown-participant": { participant: string; nearest: string; known: string };
  "speakers.known-person": { session: string; pseudonym: string; pair: string };
  /** `undo`: the pair that gives them back; empty when there is none. */
  "speakers.turns-moved": {
    session: string;
    from: string;
    to: string;
    count: number;
    turns: string;
    undo: string;
  };
  "speakers.unknown-label": { session: string; known: string };

  "sheet.no-session": Nothing;
  "sheet.wrong-session": { session: string };
  "sheet.words-outside": Nothing;
  "sheet.bad-heading": Nothing;
  "sheet.number-twice": { number: number; first: number };
  "sheet.unknown-turn": { number: number };
  "sheet.turns-missing": { first: number; last: number; count: number };
  "sheet.mark-open": Nothing;
  "sheet.mark-without-theme": Nothing;
  "sheet.mark-alone": Nothing;
  "sheet.bad-tags": Nothing;
  "sheet.unknown-theme": { theme: string; nearest: string };
  "sheet.unknown-speaker": { known: string };
  "sheet.rewritten": { session: string };
  "sheet.codings-removed": { session: string; count: number };
}

export const { refuse, diagnose } = messages<TranscriptMessages>();
