// What the copy room refuses or finds.
import { messages } from "../kernel/diagnostic.ts";

export interface CopyMessages {
  "copy.nothing-built": { group: string };
  "copy.changed-since-sent": { edition: string; file: string };
  "copy.no-section": { file: string };
  "copy.no-participant": { group: string };
  "copy.unknown-participant": { participant: string; group: string; known: string };
  "copy.bad-day": { value: string };
  /** `kept` is empty when the letter asked for no day. */
  "copy.other-day": { edition: string; kept: string };
  "copy.unknown-format": { format: string; known: string };
}

export const { refuse } = messages<CopyMessages>();
