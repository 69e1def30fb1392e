// The kinds of copies.
import { htmlCopy } from "./formats/html.ts";
import { markdownCopy } from "./formats/markdown.ts";
import { refuse } from "./messages.ts";
import type { CopyWriter } from "./sent-copy.ts";

const writers: readonly CopyWriter[] = [markdownCopy, htmlCopy];

const copyFormats: readonly string[] = writers.map(({ format }) => format);

/** The writers of these formats, all when none is named. Refuses an unknown one. */
export function writersOf(formats: readonly string[]): readonly CopyWriter[] {
  const unknown = formats.find((format) => !copyFormats.includes(format));
  if (unknown !== undefined)
    throw refuse("copy.unknown-format", { format: unknown, known: copyFormats.join(", ") });
  return formats.length === 0 ? writers : writers.filter(({ format }) => formats.includes(format));
}
