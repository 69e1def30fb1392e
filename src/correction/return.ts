// What every kind of return gives once read, whatever its format: the text of each section
// with all changes accepted, what was said about which words, and what found no place.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import type { CopyId } from "../kernel/ids.ts";
import type { SentCopy } from "../copy/sent-copy.ts";
import type { TextComment } from "./critic-markup.ts";

/** Words that no section holds: where they stood, and what they are. */
export interface Loss {
  /** `letter`, `presentation`, `front-matter`, `moved/peur` or `layout/peur`. */
  readonly place: string;
  readonly words: string;
}

export interface ReturnedSection {
  /** The id the file gives it, when it does. */
  readonly id: string | undefined;
  readonly title: string;
  /** Heading line included, every change accepted. */
  readonly text: string;
  /** Ranges are in `text`. */
  readonly comments: readonly TextComment[];
}

export interface ReadReturn {
  /** What stands before the first section, every change accepted. */
  readonly preface: string;
  readonly prefaceComments: readonly TextComment[];
  readonly sections: readonly ReturnedSection[];
  readonly loss: readonly Loss[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Whose copy a file says it is; a file may say nothing. */
export interface StatedIdentity {
  readonly copy: CopyId | undefined;
  readonly study: string | undefined;
}

/** One kind of return. A new kind is one more file in formats/, named in readers.ts. */
export interface ReturnReader {
  readonly format: string;
  /** Extensions without their dot, lower case. */
  readonly extensions: readonly string[];
  /** `file` is the name shown in messages. */
  open(bytes: Buffer, file: string): OpenedReturn;
}

export interface OpenedReturn {
  readonly identity: StatedIdentity;
  /** Reads it against what was sent. */
  read(sent: SentCopy): ReadReturn;
}
