// ZIPs made for tests: sound ones by fflate, and ones that lie, byte by byte.
import { strToU8, zipSync } from "fflate";

/** A ZIP of these parts. */
export function pack(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(parts).map(([name, part]) => [
    name,
    typeof part === "string" ? strToU8(part) : part,
  ]);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>);
}

export interface RawEntry {
  readonly name: string;
  /** Deflated, or not when `method` is 0. */
  readonly packed: Uint8Array;
  readonly size: number;
  readonly checksum: number;
  readonly method?: number;
  readonly flags?: number;
  /** The name that stands before the content, when it is another. */
  readonly localName?: string;
  readonly is64?: boolean;
}

/** A ZIP whose headers say what they are told to say (PKWARE APPNOTE, sections 4.3.7 to 4.3.16). */
export function packRaw(entries: readonly RawEntry[]): Uint8Array {
  const bytes: number[] = [];
  const number = (value: number, width: number): void => {
    for (let at = 0; at < width; at += 1) bytes.push(Math.floor(value / 256 ** at) % 256);
  };
  const put = (content: Uint8Array): void => {
    for (const byte of content) bytes.push(byte);
  };
  const offsets = entries.map(({ name, packed, size, checksum, method = 8, flags = 0, localName = name }) => {
    const offset = bytes.length;
    number(0x04034b50, 4);
    for (const value of [20, flags, method, 0, 0]) number(value, 2);
    for (const value of [checksum, packed.length, size]) number(value, 4);
    number(strToU8(localName).length, 2);
    number(0, 2);
    put(strToU8(localName));
    put(packed);
    return offset;
  });
  const start = bytes.length;
  for (const [index, entry] of entries.entries()) {
    const { name, packed, size, checksum, method = 8, flags = 0, is64 = false } = entry;
    number(0x02014b50, 4);
    for (const value of [45, 20, flags, method, 0, 0]) number(value, 2);
    number(checksum, 4);
    number(is64 ? 0xffffffff : packed.length, 4);
    number(is64 ? 0xffffffff : size, 4);
    for (const value of [strToU8(name).length, is64 ? 28 : 0, 0, 0, 0]) number(value, 2);
    number(0, 4);
    number(is64 ? 0xffffffff : (offsets[index] ?? 0), 4);
    put(strToU8(name));
    if (!is64) continue;
    for (const value of [1, 24]) number(value, 2);
    for (const value of [size, packed.length, offsets[index] ?? 0]) number(value, 8);
  }
  const length = bytes.length - start;
  if (entries.some(({ is64 }) => is64)) {
    const end = bytes.length;
    number(0x06064b50, 4);
    number(44, 8);
    for (const value of [45, 45]) number(value, 2);
    for (const value of [0, 0]) number(value, 4);
    for (const value of [entries.length, entries.length, length, start]) number(value, 8);
    number(0x07064b50, 4);
    number(0, 4);
    number(end, 8);
    number(1, 4);
    number(0x06054b50, 4);
    for (const value of [0, 0, 0xffff, 0xffff]) number(value, 2);
    for (const value of [0xffffffff, 0xffffffff]) number(value, 4);
  } else {
    number(0x06054b50, 4);
    for (const value of [0, 0, entries.length, entries.length]) number(value, 2);
    for (const value of [length, start]) number(value, 4);
  }
  number(0, 2);
  return Uint8Array.from(bytes);
}
