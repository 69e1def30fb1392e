// Which kind of transcript a file is, told from what it holds.
import { notes } from "./formats/notes.ts";
import { srt } from "./formats/srt.ts";
import { text } from "./formats/text.ts";
import { vtt } from "./formats/vtt.ts";
import type { Format, Setting } from "./reading.ts";

/** In the order they are tried; the last one takes what no other does. */
const formats: readonly Format[] = [vtt, srt, text, notes];

export const formatNames: readonly string[] = formats.map(({ name }) => name);

/** The format that `wanted` names, or the first that recognises the content. */
export function recognise(content: string, setting: Setting, wanted?: string): Format {
  const found = formats.find(({ name, recognises }) =>
    wanted === undefined ? recognises(content, setting) : name === wanted,
  );
  return found ?? notes;
}
