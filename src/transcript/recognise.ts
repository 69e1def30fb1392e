// Which kind of transcript a file is, told from what it holds.
import { isArchive, openArchive, type Archive } from "../office/archive.ts";
import { refuseOldFormat, refuseUnread } from "../office/old-format.ts";
import { elan } from "./formats/elan.ts";
import { f4 } from "./formats/f4.ts";
import { noscribe } from "./formats/noscribe.ts";
import { csv } from "./formats/csv.ts";
import { docx } from "./formats/docx.ts";
import { html } from "./formats/html.ts";
import { notes } from "./formats/notes.ts";
import { otherXml } from "./formats/other-xml.ts";
import { otranscribe } from "./formats/otranscribe.ts";
import { odt } from "./formats/odt.ts";
import { rtf } from "./formats/rtf.ts";
import { sonal } from "./formats/sonal.ts";
import { srt } from "./formats/srt.ts";
import { text } from "./formats/text.ts";
import { tei } from "./formats/tei.ts";
import { transcriber } from "./formats/transcriber.ts";
import { vtt } from "./formats/vtt.ts";
import { whisper } from "./formats/whisper.ts";
import { xlsx } from "./formats/xlsx.ts";
import { refuse } from "./messages.ts";
import type { PackedFormat, Setting, TextFormat } from "./reading.ts";

const packed: readonly PackedFormat[] = [docx, odt, xlsx];

/** In the order they are tried; the last recognises everything. */
const texts: readonly TextFormat[] = [
  vtt,
  elan,
  transcriber,
  tei,
  noscribe,
  sonal,
  otranscribe,
  html,
  rtf,
  otherXml,
  whisper,
  csv,
  srt,
  f4,
  text,
  notes,
];

/**
 * The packed format of a file, and the file opened; undefined for a text. Refuses a ZIP that is
 * damaged or hostile or holds no transcript, a file of an old Word or Excel, and one not of the format `wanted` names.
 */
export function recognisePacked(
  bytes: Uint8Array,
  file: string,
  wanted?: string,
): { format: PackedFormat; archive: Archive } | undefined {
  refuseOldFormat(bytes, file);
  const archive = isArchive(bytes) ? openArchive(bytes, file) : undefined;
  const found = archive && packed.find(({ recognises }) => recognises(archive));
  if (wanted !== undefined && found?.name !== wanted && (found ?? packed.find(({ name }) => name === wanted)))
    throw refuse("import.other-format", { file, format: wanted });
  if (archive && !found) refuseUnread(archive);
  return found && { format: found, archive };
}

/** What a person may say that any text is: its lines are read as well as they can be, every word kept. */
const anyText: ReadonlySet<TextFormat> = new Set([vtt, srt, csv, f4, text, notes]);

/** The format that `wanted` names, or the first that recognises the text. Refuses a text that is not of it. */
export function recognise(content: string, setting: Setting, wanted?: string): TextFormat {
  const found = texts.find(({ name, recognises }) =>
    wanted === undefined ? recognises(content, setting) : name === wanted,
  );
  if (wanted !== undefined && found && !anyText.has(found) && !found.recognises(content, setting))
    throw refuse("import.other-format", { file: setting.file, format: wanted });
  return found ?? notes;
}
