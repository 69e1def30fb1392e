// What every kind of return gives once read, whatever its format: the text of each section
// with all changes accepted, what was said about which words, and what found no place.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import type { CopyId, SectionId } from "../kernel/ids.ts";
import type { SentCopy } from "../copy/sent-copy.ts";
import type { Kind } from "./correction.ts";
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

/** Words about a section as a whole, or about none that can be told. */
export interface Remark {
  readonly section: SectionId | undefined;
  readonly words: string;
  /** What the person said that it is, where the return asks for it. */
  readonly kind?: Kind;
}

export interface ReadReturn {
  /** What stands before the first section, every change accepted. */
  readonly preface: string;
  readonly prefaceComments: readonly TextComment[];
  readonly sections: readonly ReturnedSection[];
  /** What is said of no words of the text. */
  readonly remarks?: readonly Remark[];
  readonly loss: readonly Loss[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Whose copy a file says it is; a file may say nothing. */
export interface StatedIdentity {
  readonly copy: CopyId | undefined;
  readonly study: string | undefined;
  /** In a message: the copy that something else there says it is, its own name or what came with it. */
  readonly besides?: CopyId | undefined;
}

/** One kind of return. A new kind is one more file in formats/, named in readers.ts. */
export interface ReturnReader {
  readonly format: string;
  /** `file` is the name shown in messages. */
  open(bytes: Buffer, file: string): OpenedReturn | Promise<OpenedReturn>;
}

export interface OpenedReturn {
  readonly identity: StatedIdentity;
  /** Reads it against what was sent. */
  read(sent: SentCopy): ReadReturn;
  /** Of a message: the files that came with it. Each may be a return of its own. */
  readonly attached?: readonly AttachedFile[];
  /** It says nothing itself beyond a greeting. */
  readonly isSilent?: boolean;
}

/** A file inside another. Its name, which may be anyone's, goes no further. */
export interface AttachedFile {
  /** Lower case, without its dot; empty when its name has none that is plain. */
  readonly extension: string;
  /** The copy that its name says. */
  readonly copy: CopyId | undefined;
  readonly bytes: Buffer;
}
