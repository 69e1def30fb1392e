// The kinds of file an export is written as, one writer each.
import { htmlWriter } from "./html.ts";
import { markdownWriter } from "./markdown.ts";
import { refuse } from "./messages.ts";

export interface Writer {
  /** The end of the file's name, which is also the format's. */
  readonly ending: string;
  /** From the filled template to the file's text. */
  readonly write: (markdown: string, study: { readonly title: string; readonly language: string }) => string;
}

const writers = [markdownWriter, htmlWriter];

/** The writers of the formats named; all of them when none is. */
export function writersOf(formats: readonly string[]): Writer[] {
  if (formats.length === 0) return writers;
  return [...new Set(formats)].map((format) => {
    const writer = writers.find(({ ending }) => ending === format);
    if (writer) return writer;
    if (format === "docx") throw refuse("export.later-format", { format });
    throw refuse("export.unknown-format", { format, known: writers.map(({ ending }) => ending).join(", ") });
  });
}
