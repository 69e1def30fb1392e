// Messages and texts of the demo.
import { messages } from "../../kernel/diagnostic.ts";

export interface DemoMessages {
  "demo.folder-taken": { folder: string };
  "demo.words-missing": { file: string; words: string };
  "demo.words-twice": { file: string; words: string };
}

export interface DemoTexts {
  "demo.hand.passphrase": { vault: string; phrase: string };
  "demo.hand.place": { file: string };
  "demo.hand.code": { file: string; count: number };
  "demo.hand.write": { file: string; count: number };
  "demo.hand.edit": { file: string; count: number };
  "demo.hand.answer": { file: string; to: string };
  "demo.failed": { step: number; command: string; exit: number; expected: number };
  /** `vault` and `phrase`: paths, as they are typed in a terminal. */
  "demo.end": { folder: string; export: string; vault: string; phrase: string };
}

export const { refuse } = messages<DemoMessages>();
