// From a file's bytes to its cues: decoded, recognised, read.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { settleMarks } from "../wording/speech-marks.ts";
import { decodeTranscript, refuseLongLines, type Decoded, type Encoding } from "./encoding/decode.ts";
import { diagnose, refuse } from "./messages.ts";
import type { Reading, Setting } from "./reading.ts";
import { recognise, recognisePacked } from "./recognise.ts";
import type { Cue, Joining } from "./turn.ts";
import { looksWrapped, unwrap } from "./unwrap/unwrap.ts";

export interface Wanted {
  /** A format's name; undefined: told from the content. */
  readonly format: string | undefined;
  readonly encoding: Encoding | undefined;
  /** Lines that a PDF's page cut are rejoined, and running heads and page numbers taken out. */
  readonly unwrap?: boolean;
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

/** The formats in which a person, or a page, may have cut lines anywhere. */
const byLine = new Set(["text", "f4", "notes"]);

function readFormat(bytes: Uint8Array, setting: Setting, wanted: Wanted): Transcript {
  const { file } = setting;
  const packed = recognisePacked(bytes, file, wanted.format);
  if (packed) {
    const reading = packed.format.readPacked(packed.archive, setting);
    return {
      format: packed.format,
      ...reading,
      diagnostics: [...needless(packed.format), ...reading.diagnostics],
    };
  }
  const decoded = decodeTranscript(bytes, file, wanted.encoding);
  const format = recognise(decoded.text, setting, wanted.format);
  if (!format.hasLongLines) refuseLongLines(decoded.text, file);
  if (wanted.unwrap === true && byLine.has(format.name)) return readUnwrapped(decoded, setting, wanted);
  const line = byLine.has(format.name) ? looksWrapped(decoded.text) : undefined;
  const reading = format.read(decoded.text, setting);
  return {
    format,
    ...reading,
    diagnostics: [
      ...decoded.diagnostics,
      ...needless(format),
      ...(line === undefined ? [] : [diagnose("import.looks-wrapped", "info", {}, { file, line })]),
      ...reading.diagnostics,
    ],
  };

  function needless({ name }: { readonly name: string }): Diagnostic[] {
    return wanted.unwrap === true
      ? [diagnose("import.unwrap-needless", "info", { format: name }, { file })]
      : [];
  }
}

/** Who speaks is told from the lines sewn up; what is said of a line is said of the file's. */
function readUnwrapped(decoded: Decoded, setting: Setting, wanted: Wanted): Transcript {
  const { text, lines, diagnostics } = unwrap(decoded, setting);
  const format = recognise(text, setting, wanted.format);
  const reading = format.read(text, setting);
  const inFile = ({ place, ...rest }: Diagnostic): Diagnostic => {
    const line = place?.line === undefined ? undefined : lines[place.line - 1];
    return { ...rest, ...(place && { place: line === undefined ? place : { ...place, line } }) };
  };
  const nothing = diagnose("import.unwrap-nothing", "info", {}, { file: setting.file });
  const sewn = diagnostics.length > 0 ? diagnostics : [nothing];
  return {
    format,
    ...reading,
    diagnostics: [...decoded.diagnostics, ...sewn, ...reading.diagnostics.map(inFile)],
  };
}
