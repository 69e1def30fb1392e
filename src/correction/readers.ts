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
  txt: async () => (await import("./formats/text.ts")).textReturn,
  odt: async () => (await import("./formats/odt.ts")).odtReturn,
  ott: async () => (await import("./formats/odt.ts")).odtReturn,
  json: async () => (await import("./formats/answer.ts")).answerReturn,
  eml: async () => (await import("./formats/email.ts")).emailReturn,
};

/** The reader of a file, from its name's extension. */
export async function readerOf(file: string): Promise<ReturnReader> {
  const extension = extensionOf(file);
  const load = Object.hasOwn(readers, extension) ? readers[extension] : undefined;
  if (load) return load();
  throw unreadable(file, extension);
}

export const isReadable = (extension: string): boolean => Object.hasOwn(readers, extension);

/** Kinds that people do send, and what to do with each. */
const remedies = {
  pdf: "return.pdf",
  doc: "return.old-word",
  dot: "return.old-word",
  rtf: "return.old-word",
  pages: "return.pages",
  msg: "return.outlook-message",
  html: "return.page-not-answer",
  htm: "return.page-not-answer",
  ...Object.fromEntries(
    ["jpg", "jpeg", "png", "heic", "heif", "gif", "tif", "tiff", "webp", "bmp"].map(
      (each) => [each, "return.image"] as const,
    ),
  ),
} as const satisfies Record<
  string,
  | "return.pdf"
  | "return.old-word"
  | "return.pages"
  | "return.outlook-message"
  | "return.page-not-answer"
  | "return.image"
>;

/** Why a file of this kind is not read, and what to do. */
export function unreadable(file: string, extension: string): Error {
  const remedy = new Map(Object.entries(remedies)).get(extension);
  if (remedy !== undefined) return refuse(remedy, { file });
  const known = Object.keys(readers)
    .map((each) => `.${each}`)
    .join(", ");
  return refuse("return.unknown-format", { file, known });
}

/** Without its dot, lower case; empty when there is none. */
export function extensionOf(file: string): string {
  return /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
}
