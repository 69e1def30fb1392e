// The kinds of copies; each writer is loaded when a copy of its kind is made.
import { refuse } from "./messages.ts";
import type { CopyWriter } from "./sent-copy.ts";

const writers: Readonly<Record<string, () => Promise<CopyWriter>>> = {
  docx: async () => (await import("./formats/docx.ts")).docxCopy,
  html: async () => (await import("./formats/html.ts")).htmlCopy,
  md: async () => (await import("./formats/markdown.ts")).markdownCopy,
  odt: async () => (await import("./formats/odt.ts")).odtCopy,
};

/** What is made when nobody says otherwise. */
const usual = ["docx", "html", "md"];

/** The writers of these formats, the usual ones when none is named. Refuses an unknown one. */
export function writersOf(formats: readonly string[]): Promise<CopyWriter[]> {
  const wanted = formats.length === 0 ? usual : Object.keys(writers).filter((each) => formats.includes(each));
  const unknown = formats.find((format) => !Object.hasOwn(writers, format));
  if (unknown !== undefined)
    throw refuse("copy.unknown-format", { format: unknown, known: Object.keys(writers).join(", ") });
  return Promise.all(wanted.flatMap((format) => writers[format]?.() ?? []));
}
