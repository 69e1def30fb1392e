// From a file's bytes to its cues: decoded, recognised, read.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { decodeTranscript, type Encoding } from "./decode.ts";
import { diagnose, refuse } from "./messages.ts";
import type { Format, Setting } from "./reading.ts";
import { recognise } from "./recognise.ts";
import type { Cue } from "./turn.ts";

export interface Wanted {
  /** A format's name; undefined: told from the content. */
  readonly format: string | undefined;
  readonly encoding: Encoding | undefined;
}

export interface Transcript {
  readonly format: Format;
  readonly cues: readonly Cue[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Refuses a file that holds no words, or is not a text. */
export function readTranscript(bytes: Uint8Array, setting: Setting, wanted: Wanted): Transcript {
  const { file } = setting;
  const { text, diagnostics } = decodeTranscript(bytes, file, wanted.encoding);
  const format = recognise(text, setting, wanted.format);
  const reading = format.read(text, setting);
  if (!reading.cues.some(({ words }) => /[\p{L}\p{N}]/u.test(words))) throw refuse("import.empty", { file });
  const isUnspoken = !setting.isWritten && reading.cues.every(({ label }) => label === null);
  return {
    format,
    cues: reading.cues,
    diagnostics: [
      ...diagnostics,
      ...reading.diagnostics,
      ...(isUnspoken ? [diagnose("import.no-speakers", "warning", {}, { file })] : []),
    ],
  };
}
