// Files that are not read, told by what they are. Those of Word and Excel up to 2003, and those of
// today behind a password, are no ZIP but OLE compound files ([MS-CFB], section 2.2).
import type { Archive } from "./archive.ts";
import { refuse } from "./messages.ts";

const header = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The name of the stream that holds an encrypted document, in UTF-16LE ([MS-OFFCRYPTO], 2.3.4.4). */
const encrypted = "EncryptedPackage".replace(/(?<=.)/g, "\0");

/** Refuses an OLE file, saying whether it is old or protected. Anything else it leaves. */
export function refuseOldFormat(bytes: Uint8Array, file: string): void {
  if (!header.every((byte, index) => bytes[index] === byte)) return;
  const isProtected = holds(bytes, encrypted);
  throw refuse(isProtected ? "office.protected" : "office.old-format", { file });
}

/** Refuses an archive that is no document of those that are read, saying what it is. */
export function refuseUnread(archive: Archive): never {
  const { file, names } = archive;
  const kind = archive.text("mimetype") ?? "";
  const has = (start: string): boolean => names.some((name) => name.toLowerCase().startsWith(start));
  if (kind.includes("opendocument.spreadsheet")) throw refuse("office.ods", { file });
  if (/opendocument\.(?:presentation|graphics)/.test(kind) || has("ppt/"))
    throw refuse("office.slides", { file });
  throw refuse("office.zip", { file });
}

/** In pieces that overlap by the name: a string has a longest length, and a file may have more. */
function holds(bytes: Uint8Array, name: string): boolean {
  const step = 1024 * 1024;
  const decoder = new TextDecoder("iso-8859-1");
  for (let from = 0; from < bytes.length; from += step)
    if (decoder.decode(bytes.subarray(from, from + step + name.length)).includes(name)) return true;
  return false;
}
