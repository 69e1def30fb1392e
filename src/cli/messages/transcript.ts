// Texts of the transcript area's reports and questions.

type Nothing = Record<string, never>;

export interface TranscriptTexts {
  "import.done": { session: string; turns: number; words: number; format: string; duration: string };
  "import.replaced": { session: string; turns: number; words: number; format: string; duration: string };
  "import.same": { session: string };
  "import.sheet": { file: string };
  "import.names": { session: string };
  "import.name": { name: string; label: string };
  "voice.which": { label: string; session: string };
  "voice.says": { words: string };
  "voice.later": Nothing;
  "voices.heading": { session: string };
  /** `pairs`: `SPEAKER_00=P01 …`, as it is typed. */
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
