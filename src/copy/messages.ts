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
  /**
   * `copies`: the first files it would be in. `where`: the part of the file; "" for its text, or when the place is
   * that of the person's own file. `name`: what stands instead of the name.
   */
  "copy.leak-name": { where: string; copies: string; name: string };
  "copy.leak-withdrawn": { where: string; copies: string };
  /** `from`: the section or the edition of the other group. */
  "copy.leak-other-group": { where: string; copies: string; from: string };
  "copy.unknown-format": { format: string; known: string };
}

export const { refuse, diagnose } = messages<CopyMessages>();
