// The directory at the end of a ZIP (PKWARE APPNOTE 6.3.10, sections 4.3 to 4.5), ZIP64 included.
import { refuse } from "./messages.ts";

export interface Entry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0: stored as it is; 8: deflated. */
  readonly method: 0 | 8;
  /** Where its packed bytes start, and how many there are. */
  readonly start: number;
  readonly packed: number;
  /** How many bytes it says it has once inflated, and their CRC-32. */
  readonly size: number;
  readonly checksum: number;
}

/** Signatures: "PK" and two numbers. */
const [LOCAL, CENTRAL, END, END_64, LOCATOR_64] = [
  0x04034b50, 0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50,
];

/** In these fields, the number is in the ZIP64 part. */
const [ELSEWHERE_16, ELSEWHERE] = [0xffff, 0xffffffff];

/** The entries that are files. Refuses a directory that is damaged, or has more than `most`. */
export function readDirectory(bytes: Uint8Array, file: string, most: number): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = refuse("office.zip-damaged", { file });
  try {
    const { count, offset } = findDirectory(view);
    if (count > most) throw refuse("office.zip-too-many", { file, count });
    const entries: Entry[] = [];
    let at = offset;
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(at, true) !== CENTRAL) throw damaged;
      const entry = readEntry(view, at);
      if (entry === undefined) throw damaged;
      if (!entry.name.endsWith("/")) entries.push(entry);
      at +=
        46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return entries;
  } catch (error) {
    // A number was looked for past the end of the file.
    throw error instanceof RangeError ? damaged : error;
  }
}

function findDirectory(view: DataView): { count: number; offset: number } {
  // After it there is only a comment, of at most 65,535 bytes.
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) > view.byteLength)
      continue;
    const [count, offset] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    const isElsewhere = count === ELSEWHERE_16 || offset === ELSEWHERE;
    if (!isElsewhere || at < 20 || view.getUint32(at - 20, true) !== LOCATOR_64) return { count, offset };
    const end = getUint64(view, at - 12);
    if (view.getUint32(end, true) !== END_64) break;
    return { count: getUint64(view, end + 32), offset: getUint64(view, end + 48) };
  }
  throw new RangeError("no directory");
}

/** Undefined when the entry is not what its directory says, or is packed in a way that is not read. */
function readEntry(view: DataView, at: number): Entry | undefined {
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const nameLength = view.getUint16(at + 28, true);
  const name = textAt(view, at + 46, nameLength);
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const extra = at + 46 + nameLength;
  const [size = 0, packed = 0, header = 0] = withSizes64(view, sizes, extra, view.getUint16(at + 30, true));
  if ((method !== 0 && method !== 8) || view.getUint32(header, true) !== LOCAL) return undefined;
  const localLength = view.getUint16(header + 26, true);
  if (textAt(view, header + 30, localLength) !== name) return undefined;
  const start = header + 30 + localLength + view.getUint16(header + 28, true);
  if (start + packed > view.byteLength) return undefined;
  // Bits 0, 6 and 13: encrypted, strongly, and its header too.
  const isEncrypted = (flags & 0x2041) !== 0;
  return { name, isEncrypted, method, start, packed, size, checksum: view.getUint32(at + 16, true) };
}

/** The ZIP64 part gives, in this order, those of the sizes that do not fit (section 4.5.3). */
function withSizes64(view: DataView, sizes: readonly number[], extra: number, length: number): number[] {
  if (!sizes.includes(ELSEWHERE)) return [...sizes];
  let at = extra;
  while (at + 4 <= extra + length && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  let next = at + 4;
  return sizes.map((size) => {
    if (size !== ELSEWHERE) return size;
    next += 8;
    return getUint64(view, next - 8);
  });
}

function getUint64(view: DataView, at: number): number {
  const value = view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
  if (!Number.isSafeInteger(value)) throw new RangeError("no size");
  return value;
}

function textAt({ buffer, byteOffset, byteLength }: DataView, at: number, length: number): string {
  if (at + length > byteLength) throw new RangeError("past the end");
  return new TextDecoder().decode(new Uint8Array(buffer, byteOffset + at, length));
}
