// UTF-8, and UTF-8 in which bytes of Windows-1252 stand: two files pasted together make one.
import { decodeSingleByte, everyByte } from "./single-byte.ts";

export interface Utf8Scan {
  /** How many signs beyond ASCII are in UTF-8. */
  readonly signs: number;
  /** Those of them that a French text has: bytes of another encoding never look like them. */
  readonly letters: number;
  /** Indexes of the bytes that are not UTF-8. */
  readonly strays: readonly number[];
  /** Where the last sign starts, when the bytes stop inside it. */
  readonly cutAt: number | undefined;
}

/** Says of each byte whether it is UTF-8 (RFC 3629, section 4). */
export function scanUtf8(bytes: Uint8Array): Utf8Scan {
  const strays: number[] = [];
  let signs = 0;
  let letters = 0;
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    // Most bytes by far: the others alone are worth a closer look.
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length = sequenceLength(lead);
    let valid = 1;
    while (valid < length && follows(bytes, at, valid)) valid += 1;
    if (length > 1 && valid < length && at + valid === bytes.length)
      return { signs, letters, strays, cutAt: at };
    if (length === 0 || valid < length) {
      strays.push(at);
      at += 1;
    } else {
      if (length > 1) signs += 1;
      if (isFrench(lead, bytes[at + 1] ?? 0)) letters += 1;
      at += length;
    }
  }
  return { signs, letters, strays, cutAt: undefined };
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

function follows(bytes: Uint8Array, at: number, index: number): boolean {
  const byte = bytes[at + index] ?? 0;
  if (byte < 0x80 || byte > 0xbf) return false;
  if (index > 1) return true;
  const lead = bytes[at];
  if (lead === 0xe0) return byte >= 0xa0;
  if (lead === 0xed) return byte < 0xa0;
  return lead === 0xf0 ? byte >= 0x90 : lead !== 0xf4 || byte < 0x90;
}

/** The signs of U+00A0 to U+00FF, `œ`, and the punctuation of U+2000 to U+20BF. */
const isFrench = (lead: number, next: number): boolean =>
  lead === 0xc2 ? next >= 0xa0 : lead === 0xc3 || (lead === 0xc5 && next < 0xa0) || lead === 0xe2;

/** The text, stray bytes read as Windows-1252, and the lines (from 1) where they stand. */
export function decodeMixed(
  bytes: Uint8Array,
  { strays, cutAt = bytes.length }: Utf8Scan,
): { text: string; lines: number[] } {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  if (strays.length === 0) return { text: decoder.decode(bytes.subarray(0, cutAt)), lines: [] };
  // A sign of Windows-1252 takes at most three bytes in UTF-8.
  const whole = new Uint8Array(cutAt + strays.length * 2);
  const encoder = new TextEncoder();
  const signs = decodeSingleByte(everyByte, "windows-1252");
  const lines: number[] = [];
  let [from, to, line] = [0, 0, 1];
  const copy = (end: number): void => {
    for (; from < end; from += 1, to += 1) {
      const byte = bytes[from] ?? 0;
      if (byte === 0x0a || (byte === 0x0d && bytes[from + 1] !== 0x0a)) line += 1;
      whole[to] = byte;
    }
  };
  for (const at of strays) {
    copy(at);
    to += encoder.encodeInto(signs.charAt(bytes[at] ?? 0), whole.subarray(to)).written;
    if (lines.at(-1) !== line) lines.push(line);
    from = at + 1;
  }
  copy(cutAt);
  return { text: decoder.decode(whole.subarray(0, to)), lines };
}
