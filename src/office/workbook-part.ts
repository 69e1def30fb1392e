// A part of a workbook, of which only elements and their attributes count.
import type { Archive } from "./archive.ts";
import { readXml } from "./xml.ts";

export type Attributes = Readonly<Record<string, string>>;

/** A name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Calls `open` for each element of a part, by local name; nothing when the part is not there. */
export function eachElement(
  archive: Archive,
  part: string,
  open: (name: string, attributes: Attributes) => void,
): void {
  const source = archive.text(part);
  if (source === undefined) return;
  readXml(source, archive.file, {
    open: (name, attributes) => open(localName(name), attributes),
    text: () => undefined,
    close: () => undefined,
  });
}
