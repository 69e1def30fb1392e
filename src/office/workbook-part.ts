// A part of a workbook.
import type { Archive } from "./archive.ts";
import { refuse } from "./messages.ts";
import { readXml, type XmlHandler } from "./xml.ts";

export type Attributes = Readonly<Record<string, string>>;

/** A name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Several times what twenty hours of speech take, in bytes. */
const LARGEST_PART = 32 * 1024 * 1024;

/**
 * Reads a part, and gives the lines where it is malformed; undefined when the part is not there.
 * Refuses, before it takes any memory, one of more than 32 MB.
 */
export function readPart(archive: Archive, part: string, handler: XmlHandler): number[] | undefined {
  const { file } = archive;
  if (archive.size(part) > LARGEST_PART) throw refuse("office.sheet-too-large", { file });
  const source = archive.text(part);
  return source === undefined ? undefined : readXml(source, file, handler);
}

/** Calls `open` for each element of a part, by local name; nothing when the part is not there. */
export function eachElement(
  archive: Archive,
  part: string,
  open: (name: string, attributes: Attributes) => void,
): void {
  readPart(archive, part, {
    open: (name, attributes) => open(localName(name), attributes),
    text: () => undefined,
    close: () => undefined,
  });
}
