// What the theme room refuses or finds.
import { messages } from "../kernel/diagnostic.ts";

type Nothing = Record<string, never>;

export interface ThemeMessages {
  "codebook.not-themes": Nothing;
  "codebook.id-twice": { id: string; line: number };
  "codebook.edit-by-hand": { id: string };
  "theme.unknown": { theme: string; nearest: string; known: string };
  "theme.bad-id": { id: string; example: string };
  "theme.id-taken": { id: string };
  "theme.empty-title": Nothing;
  "theme.into-itself": { from: string; into: string };
  "code.bad-turns": Nothing;
  "code.no-transcript": { session: string };
  "code.unknown-turns": { session: string; turns: string; last: number };
  "code.empty-turn": { turn: string };
  "code.no-theme": Nothing;
  "code.no-turn": { session: string };
  "code.no-terminal": { session: string; sheet: string };
  "code.empty-text": Nothing;
  "code.text-not-found": { turns: string };
  "code.text-several": { turns: string };
}

export const { refuse, diagnose } = messages<ThemeMessages>();
