// Words inside what is not text: the chunks of a PNG (W3C PNG, section 11), the segments of a JPEG (ITU T.81,
// annex B), and readable runs of anything else. The compressed picture itself holds no words.
import { inflateSync } from "node:zlib";

export interface Words {
  /** What it was found in: `tEXt`, `Exif`, `bytes`. */
  readonly inside: string;
  readonly text: string;
}

/** Shorter runs are found in any bytes. */
const SHORTEST_RUN = 5;
/** A compressed note of a PNG says no more. */
const LARGEST_NOTE = 4 * 1024 * 1024;

export function wordsInBytes(bytes: Uint8Array): Words[] {
  const chunks = pngChunks(bytes) ?? jpegSegments(bytes);
  if (chunks === undefined) return runsOf(bytes, "bytes");
  return chunks.flatMap(({ inside, content }) => runsOf(content, inside));
}

/** Readable runs, one a line, as each encoding has them. */
export function runsOf(bytes: Uint8Array, inside: string): Words[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [buffer.toString("latin1"), buffer.toString("utf8"), ...wide(buffer)]
    .map((text) => readable(text))
    .filter((text) => text !== "")
    .map((text) => ({ inside, text }));
}

/** Both ways round, and from an even place as from an odd one. */
function wide(buffer: Buffer): string[] {
  return [0, 1].flatMap((start) => {
    const even = Buffer.from(buffer.subarray(start, buffer.length - ((buffer.length - start) % 2)));
    const little = even.toString("utf16le");
    return [little, even.swap16().toString("utf16le")];
  });
}

// Letters of Europe, figures and what stands between words: other scripts are what any bytes look like in UTF-16.
const run = new RegExp(
  `[\\t\\n\\r -~\\u00A0-\\u024F\\u1E00-\\u1EFF\\u2010-\\u2026\\u202F]{${String(SHORTEST_RUN)},}`,
  "g",
);

const readable = (text: string): string => (text.match(run) ?? []).join("\n");

interface Chunk {
  readonly inside: string;
  readonly content: Uint8Array;
}

/** Undefined when it is no PNG. What follows a chunk that cannot be read is one more chunk. */
function pngChunks(bytes: Uint8Array): Chunk[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0) !== 0x89504e47) return undefined;
  const chunks: Chunk[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const [length, kind] = [
      view.getUint32(at),
      Buffer.from(bytes.subarray(at + 4, at + 8)).toString("latin1"),
    ];
    if (at + 12 + length > bytes.length) break;
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (kind !== "IDAT") chunks.push({ inside: kind, content });
    if (kind === "zTXt" || kind === "iTXt" || kind === "iCCP")
      chunks.push({ inside: kind, content: inflated(content) });
    at += 12 + length;
  }
  return [...chunks, { inside: "bytes", content: bytes.subarray(at) }];
}

/** The compressed end of a note, after its keyword; nothing when there is none. */
function inflated(content: Uint8Array): Uint8Array {
  for (let at = 0; at + 2 < content.length && at < 400; at += 1) {
    // What zlib begins with.
    if (content[at] !== 0x78 || (0x7800 + (content[at + 1] ?? 0)) % 31 !== 0) continue;
    try {
      return inflateSync(content.subarray(at), { maxOutputLength: LARGEST_NOTE });
    } catch {
      continue;
    }
  }
  return new Uint8Array();
}

/** Undefined when it is no JPEG. */
function jpegSegments(bytes: Uint8Array): Chunk[] | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const chunks: Chunk[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const isNote = marker === 0xfe || (marker >= 0xe0 && marker <= 0xef);
    if (isNote)
      chunks.push({
        inside: marker === 0xfe ? "COM" : "APP",
        content: bytes.subarray(at + 4, at + 2 + length),
      });
    at += 2 + Math.max(2, length);
    // From the start of the scan on it is the picture, up to what may follow its end.
    if (marker === 0xda) at = endOfImage(bytes, at);
  }
  return [...chunks, { inside: "bytes", content: bytes.subarray(at) }];
}

function endOfImage(bytes: Uint8Array, from: number): number {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(
    Buffer.from([0xff, 0xd9]),
    from,
  );
  return end === -1 ? bytes.length : end + 2;
}
