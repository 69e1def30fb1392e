// Texts of the transcript area's reports and questions.

type Nothing = Record<string, never>;

export interface TranscriptTexts {
  "import.done": { session: string; turns: number; words: number; format: string; duration: string };
  "import.replaced": { session: string; turns: number; words: number; format: string; duration: string };
  "import.same": { session: string };
  /** Names of the vault. */
  "import.replaced-names": { names: number; turns: number };
  "import.sheet": { file: string };
  /** `aside`: files; the others are sessions. */
  "imports.counted": {
    imported: number;
    replaced: number;
    unchanged: number;
    refused: number;
    aside: number;
  };
  "imports.sheets": Nothing;
  "imports.unsaid": Nothing;
  "imports.again": Nothing;
  "imports.session": Nothing;
  "imports.format": Nothing;
  "imports.duration": Nothing;
  "imports.unknown": Nothing;
  /** In place of how many voices are to be said, when the file names none. */
  "imports.unsaid-voices": Nothing;
  "imports.problems": Nothing;
  "imports.outcome": Nothing;
  "imports.imported": Nothing;
  "imports.replaced": Nothing;
  "imports.unchanged": Nothing;
  "imports.refused": Nothing;
  "imports.progress": { session: string };
  "import.names": { session: string };
  "import.name": { name: string; label: string };
  "voice.which": { label: string; session: string; date: string };
  /** `at`: `s01.12 · 0:14:05`, or what is known of it. */
  "voice.says": { at: string; words: string };
  "voice.later": Nothing;
  "voices.heading": { session: string };
  /** `pairs`: `SPEAKER_00=P01 …`, as it is typed. */
  "voices.none-left": Nothing;
  "voices.unsaid": { session: string; pairs: string };
  "heading.voice": Nothing;
  "heading.speaker": Nothing;
  "heading.turns": Nothing;
  "heading.words": Nothing;
  "voice.nobody": Nothing;
  "voice.unlabelled": Nothing;
  "code.done": { session: string; count: number };
  "code.removed": { session: string; count: number };
  "code.nothing": { session: string };
  "themes.none": Nothing;
  "themes.count": { turns: number; sessions: number };
  "themes.added": { id: string; title: string };
  "themes.renamed": { id: string; title: string };
  "themes.moved": { id: string; parent: string };
  "themes.moved-to-root": { id: string };
  "themes.merged": { from: string; into: string; count: number };
}
