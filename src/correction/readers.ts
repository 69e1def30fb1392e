// The kinds of returns that can be read.
import { markdownReturn } from "./formats/markdown.ts";
import { refuse } from "./messages.ts";
import type { ReturnReader } from "./return.ts";

const readers: readonly ReturnReader[] = [markdownReturn];

/** The reader of a file, from its name's extension. */
export function readerOf(file: string): ReturnReader {
  const reader = readers.find(({ extensions }) => extensions.includes(extensionOf(file)));
  if (reader) return reader;
  const known = readers.flatMap(({ extensions }) => extensions.map((each) => `.${each}`)).join(", ");
  throw refuse("return.unknown-format", { file, known });
}

/** Without its dot, lower case; empty when there is none. */
export function extensionOf(file: string): string {
  return /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
}
