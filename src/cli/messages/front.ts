// Messages and texts of the front door itself.

export interface FrontMessages {
  "usage.option-missing": { option: string };
  "usage.bad-value": { option: string; value: string; expected: string };
  "usage.bad-argument": { argument: string; expected: string };
  cancelled: Record<string, never>;
  bug: { reason: string };
}

export interface FrontTexts {
  "dry-run": Record<string, never>;
  "error.word": Record<string, never>;
  "warning.word": Record<string, never>;
  "hint.word": Record<string, never>;
}
