// Messages and texts of the front door itself.

export interface FrontMessages {
  "usage.option-missing": { option: string };
  "usage.bad-value": { option: string; value: string; expected: string };
  "usage.bad-argument": { argument: string; expected: string };
  cancelled: Record<string, never>;
  bug: { reason: string };
}

/** What commander refuses, said in the person's language. */
interface UsageTexts {
  "usage.unknown-command": { name: string; near: string };
  "usage.unknown-option": { name: string; near: string };
  /** `meaning`: what the help says of the argument; may be empty. */
  "usage.missing-argument": { name: string; meaning: string };
  "usage.option-argument": { name: string };
  "usage.not-a-choice": { name: string; value: string; choices: string };
  "usage.too-many": { command: string };
  "usage.see-help": { command: string };
}

export interface FrontTexts extends UsageTexts {
  "dry-run": Record<string, never>;
  "error.word": Record<string, never>;
  "hint.word": Record<string, never>;
}
