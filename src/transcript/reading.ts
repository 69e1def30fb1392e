// What every reader of a format receives and gives back.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import type { Cue, Joining } from "./turn.ts";

export interface Hints {
  /** The file as the person named it, for the places of diagnostics. */
  readonly file: string;
  /** True for a label (folded) of someone known: an id, a pseudonym, a --speaker. */
  readonly isKnown: (label: string) => boolean;
}

/** What is known of a file before it is read. */
export interface Setting extends Hints {
  /** The session was captured as notes or text: it has paragraphs without speakers. */
  readonly isWritten: boolean;
}

export interface Reading {
  readonly cues: readonly Cue[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A kind of transcript. A new one is a new file under formats/ and its name in recognise.ts. */
export interface Format {
  readonly name: string;
  /** `text`: LF line ends, no control characters, NFC. Never throws. */
  readonly read: (text: string, hints: Hints) => Reading;
  readonly joining: Joining;
}

export interface Recognisable extends Format {
  /** True when the content is of this kind, whatever the file is called. */
  readonly recognises: (text: string, setting: Setting) => boolean;
}
