// The kinds of returns that can be read; each reader is loaded when a file of its kind comes.
import { refuse } from "./messages.ts";
import type { ReturnReader } from "./return.ts";

/** By extension, lower case, without its dot. */
const readers: Readonly<Record<string, () => Promise<ReturnReader>>> = {
  docx: async () => (await import("./formats/docx.ts")).docxReturn,
  docm: async () => (await import("./formats/docx.ts")).docxReturn,
  dotx: async () => (await import("./formats/docx.ts")).docxReturn,
  md: async () => (await import("./formats/markdown.ts")).markdownReturn,
  markdown: async () => (await import("./formats/markdown.ts")).markdownReturn,
  txt: async () => (await import("./formats/markdown.ts")).markdownReturn,
};

/** The reader of a file, from its name's extension. */
export async function readerOf(file: string): Promise<ReturnReader> {
  const extension = extensionOf(file);
  const load = Object.hasOwn(readers, extension) ? readers[extension] : undefined;
  if (load) return load();
  const known = Object.keys(readers)
    .map((each) => `.${each}`)
    .join(", ");
  throw refuse("return.unknown-format", { file, known });
}

/** Without its dot, lower case; empty when there is none. */
export function extensionOf(file: string): string {
  return /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
}
