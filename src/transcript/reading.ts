// What every reader of a format receives and gives back.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import type { Archive } from "../office/archive.ts";
import type { Cue, Joining } from "./turn.ts";

export interface Hints {
  /** The file as the person named it, for the places of diagnostics. */
  readonly file: string;
  /** True for a label (folded) of someone known: an id, a pseudonym, a --speaker. */
  readonly isKnown: (label: string) => boolean;
  /** Of the study: what marks are written in. */
  readonly language: "fr" | "en";
  /** The session was captured as notes or text: it has paragraphs without speakers. */
  readonly isWritten?: boolean;
}

/** What is known of a file before it is read. */
export interface Setting extends Hints {
  readonly isWritten: boolean;
}

/** Cues that the file itself puts under a theme. */
export interface CueCoding {
  /** The theme's title, as the file has it. */
  readonly theme: string;
  /** Indexes of the first and the last cue. */
  readonly from: number;
  readonly to: number;
}

export interface Reading {
  readonly cues: readonly Cue[];
  readonly codings?: readonly CueCoding[];
  /** The labels, as cues have them, of those whom the file says ask the questions. */
  readonly interviewers?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Format {
  /** As `--format` names it. */
  readonly name: string;
  readonly joining: Joining;
}

/** A kind of transcript that is a text. A new one is a new file under formats/ and its name in recognise.ts. */
export interface TextFormat extends Format {
  /** True when the content is of this kind, whatever the file is called. */
  readonly recognises: (text: string, setting: Setting) => boolean;
  /** `text`: LF line ends, no control characters, NFC. Only a hostile file throws. */
  readonly read: (text: string, hints: Hints) => Reading;
  /** Its lines have no limit: some programs write a whole file on one. */
  readonly hasLongLines?: true;
}

/** A kind of transcript that is packed in a ZIP, which is refused before when it is damaged or hostile. */
export interface PackedFormat extends Format {
  readonly recognises: (archive: Archive) => boolean;
  readonly readPacked: (archive: Archive, hints: Hints) => Reading;
}
