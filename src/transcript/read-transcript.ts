// From a file's bytes to its cues: decoded, recognised, read.
import { settleMarks } from "../wording/speech-marks.ts";
import { decodeTranscript, refuseLongLines, type Encoding } from "./decode.ts";
import { diagnose, refuse } from "./messages.ts";
import type { Reading, Setting } from "./reading.ts";
import { recognise, recognisePacked } from "./recognise.ts";
import type { Cue, Joining } from "./turn.ts";

export interface Wanted {
  /** A format's name; undefined: told from the content. */
  readonly format: string | undefined;
  readonly encoding: Encoding | undefined;
}

export interface Transcript extends Reading {
  readonly format: { readonly name: string; readonly joining: Joining };
}

/** Refuses a file that holds no words, or is not a text. */
export function readTranscript(bytes: Uint8Array, setting: Setting, wanted: Wanted): Transcript {
  const { file } = setting;
  const { format, ...reading } = readFormat(bytes, setting, wanted);
  // In notes, what stands between brackets or stars is the writer's.
  const cues = setting.isWritten ? reading.cues : reading.cues.map((cue) => settled(cue, setting));
  if (!cues.some(({ words }) => /[\p{L}\p{N}]/u.test(words))) throw refuse("import.empty", { file });
  const isUnspoken = !setting.isWritten && cues.every(({ label }) => label === null);
  return {
    format,
    ...reading,
    cues,
    diagnostics: [
      ...reading.diagnostics,
      ...(isUnspoken ? [diagnose("import.no-speakers", "warning", {}, { file })] : []),
    ],
  };
}

function settled(cue: Cue, { language }: Setting): Cue {
  const words = settleMarks(cue.words, language);
  return words === cue.words ? cue : { ...cue, words };
}

function readFormat(bytes: Uint8Array, setting: Setting, wanted: Wanted): Transcript {
  const packed = recognisePacked(bytes, setting.file, wanted.format);
  if (packed) return { format: packed.format, ...packed.format.readPacked(packed.archive, setting) };
  const { text, diagnostics } = decodeTranscript(bytes, setting.file, wanted.encoding);
  const format = recognise(text, setting, wanted.format);
  if (!format.hasLongLines) refuseLongLines(text, setting.file);
  const reading = format.read(text, setting);
  return { format, ...reading, diagnostics: [...diagnostics, ...reading.diagnostics] };
}
