// A ZIP read without trust (PKWARE APPNOTE 6.3.10; ISO/IEC 21320-1): its parts are inflated one
// by one when they are asked for, never past the size they declare.
import { crc32, inflateRawSync } from "node:zlib";
import { refuse } from "./messages.ts";
import { readDirectory, type Entry } from "./zip-directory.ts";

const MB = 1024 * 1024;

/** No document that people write holds more: in one part, in all of them, and in how many. */
const [LARGEST_PART, LARGEST, MOST_PARTS] = [100 * MB, 200 * MB, 10_000];

export interface Archive {
  /** As the file was named, for refusals. */
  readonly file: string;
  /** The names of its parts, as they are written, in the order of its directory. */
  readonly names: readonly string[];
  /** How many bytes a part has, before it is inflated; 0 when there is none. */
  readonly size: (name: string) => number;
  /** A part's bytes; undefined when there is none of that name, case aside. Refuses one that is damaged. */
  readonly part: (name: string) => Uint8Array | undefined;
  /** A part's text: UTF-8, or UTF-16 with its byte-order mark. */
  readonly text: (name: string) => string | undefined;
}

/** True for what starts as a ZIP does. An empty ZIP is none: it holds nothing. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * Reads the directory of a ZIP. Refuses one that is damaged or encrypted, whose parts have names
 * that are twice there or climb out of a folder, or that would inflate past 100 MB in one part,
 * 200 MB in all. `file`: as the person named it, for refusals.
 */
export function openArchive(bytes: Uint8Array, file: string): Archive {
  const entries = new Map<string, Entry>();
  let total = 0;
  for (const entry of readDirectory(bytes, file, MOST_PARTS)) {
    const { name, isEncrypted, size } = entry;
    const key = name.toLowerCase();
    if (climbsOut(name)) throw refuse("office.zip-path", { file });
    if (isEncrypted) throw refuse("office.protected", { file });
    if (entries.has(key)) throw refuse("office.zip-damaged", { file });
    total += size;
    if (size > LARGEST_PART || total > LARGEST) {
      const megabytes = (size > LARGEST_PART ? LARGEST_PART : LARGEST) / MB;
      throw refuse("office.zip-too-large", { file, megabytes });
    }
    entries.set(key, entry);
  }
  const part = (name: string): Uint8Array | undefined => {
    const entry = entries.get(name.toLowerCase());
    return entry && inflate(bytes, entry, file);
  };
  return {
    file,
    names: [...entries.values()].map(({ name }) => name),
    size: (name) => entries.get(name.toLowerCase())?.size ?? 0,
    part,
    text: (name) => {
      const found = part(name);
      return found && decode(found);
    },
  };
}

function climbsOut(name: string): boolean {
  return /^\/|^[A-Za-z]:|\\|\0|(?:^|\/)\.\.(?:\/|$)/.test(name);
}

function inflate(bytes: Uint8Array, entry: Entry, file: string): Uint8Array {
  const { method, start, packed, size, checksum } = entry;
  const source = bytes.subarray(start, start + packed);
  const content = method === 0 ? source : inflateExactly(source, size);
  if (content?.length !== size || crc32(content) !== checksum) throw refuse("office.zip-damaged", { file });
  return content;
}

/** Undefined when more comes out than was declared, or when it cannot be inflated. */
function inflateExactly(source: Uint8Array, size: number): Uint8Array | undefined {
  try {
    const { buffer, byteOffset, length } = inflateRawSync(source, { maxOutputLength: Math.max(1, size) });
    return new Uint8Array(buffer, byteOffset, length);
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = !isUtf16 ? "utf-8" : bytes[0] === 0xff ? "utf-16le" : "utf-16be";
  return new TextDecoder(encoding).decode(bytes);
}
