// One person's copy, whatever kind of file it becomes. A new kind of copy is one more writer
// in formats/, named in writers.ts.
import type { CopyId, EditionId, ParticipantId } from "../kernel/ids.ts";
import type { FrozenEdition } from "./frozen.ts";

export interface SentCopy {
  readonly copy: CopyId;
  readonly edition: EditionId;
  readonly participant: ParticipantId;
  readonly group: { readonly id: string; readonly title: string };
  readonly study: { readonly id: string; readonly title: string };
  readonly language: "fr" | "en";
  /** What is asked and how to answer, as Markdown. */
  readonly letter: string;
  readonly content: FrozenEdition;
  /** The turns (`s01.12`) that this person spoke, among those the edition quotes. */
  readonly ownTurns: ReadonlySet<string>;
}

export interface CopyWriter {
  /** Its name and the extension of its files. */
  readonly format: string;
  /** The same copy gives the same bytes, whenever and wherever it is written. */
  write(copy: SentCopy): string | Uint8Array | Promise<Uint8Array>;
}
