// Which kind of transcript a file is, told from what it holds.
import { notes } from "./formats/notes.ts";
import { srt } from "./formats/srt.ts";
import { text } from "./formats/text.ts";
import { vtt } from "./formats/vtt.ts";
import type { Format, Recognisable, Setting } from "./reading.ts";

/** In the order they are tried; what none of them recognises is notes. */
const formats: readonly Recognisable[] = [vtt, srt, text];

/** The format that `wanted` names, or the first that recognises the content. */
export function recognise(content: string, setting: Setting, wanted?: string): Format {
  const found = formats.find(({ name, recognises }) =>
    wanted === undefined ? recognises(content, setting) : name === wanted,
  );
  return found ?? notes;
}
