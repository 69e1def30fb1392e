// A transcript's text from its bytes, whatever wrote them.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { messages } from "../kernel/diagnostic.ts";
import type { FileMessages } from "../kernel/files.ts";
import { diagnose, refuse } from "./messages.ts";
import { withoutControls } from "./words.ts";

const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "iso-8859-1",
  "iso-8859-15",
  "macintosh",
] as const;

export type Encoding = (typeof encodings)[number];

/** The encoding a person named, or the refusal that lists those there are. */
export function asEncoding(name: string): Encoding {
  const found = encodings.find((each) => each === name.toLowerCase());
  if (found) return found;
  throw refuse("import.unknown-encoding", { encoding: name, known: encodings.join(", ") });
}

/** The longest line read, in characters: no transcript has one, and a hostile file may. */
const LONGEST_LINE = 1024 * 1024;

const { refuse: refuseFile } = messages<Pick<FileMessages, "file.binary">>();

/**
 * The text of a file: UTF-8, UTF-16 with its byte-order mark, else Windows-1252, unless
 * `wanted` says which encoding. In NFC, with LF line ends, without control characters.
 * Refuses a file that is not a text.
 */
export function decodeTranscript(
  bytes: Uint8Array,
  file: string,
  wanted?: Encoding,
): { text: string; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const say = (code: "import.read-as-windows" | "import.cut-short" | "import.controls-removed"): void => {
    diagnostics.push(diagnose(code, code === "import.cut-short" ? "warning" : "info", {}, { file }));
  };
  const encoding = wanted ?? markedEncoding(bytes);
  const source = encoding === undefined ? guess(bytes, file, say) : decode(bytes, encoding, file);
  if (looksBinary(source)) throw refuseFile("file.binary", { file });
  const plain = source.replace(/^\uFEFF/, "");
  const text = withoutControls(plain);
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069]/.test(plain))
    say("import.controls-removed");
  return { text, diagnostics };
}

function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

function decode(bytes: Uint8Array, encoding: Encoding, file: string): string {
  const isCut = encoding.startsWith("utf-16") && bytes.length % 2 === 1;
  const text = decodeExactly(isCut ? bytes.subarray(0, -1) : bytes, encoding);
  if (text === undefined) throw refuse("import.encoding", { file, encoding });
  return text;
}

// 0x80 to 0x9F in Windows-1252 (WHATWG Encoding Standard). Node 20 reads it as ISO-8859-1, where
// these are controls.
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

function decodeExactly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  if (encoding === "windows-1252" || encoding === "iso-8859-1")
    return new TextDecoder("iso-8859-1")
      .decode(bytes)
      .replace(/[\u0080-\u009F]/g, (sign) => windows.charAt(sign.charCodeAt(0) - 0x80));
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function guess(
  bytes: Uint8Array,
  file: string,
  say: (code: "import.read-as-windows" | "import.cut-short") => void,
): string {
  const whole = decodeExactly(bytes, "utf-8");
  if (whole !== undefined) return whole;
  if (bytes.includes(0)) throw refuseFile("file.binary", { file });
  // A file cut in the middle of its last character is still UTF-8.
  for (let cut = 1; cut <= 3 && cut < bytes.length; cut += 1) {
    const isLead = (bytes[bytes.length - cut] ?? 0) >= 0xc2;
    const start = isLead ? decodeExactly(bytes.subarray(0, -cut), "utf-8") : undefined;
    // eslint-disable-next-line no-control-regex -- the range of ASCII
    if (start !== undefined && /[^\u0000-\u007F]/.test(start)) {
      say("import.cut-short");
      return start;
    }
  }
  say("import.read-as-windows");
  return decode(bytes, "windows-1252", file);
}

/** More than one control character in a hundred: not a text. */
function looksBinary(text: string): boolean {
  const start = text.slice(0, 100_000);
  // eslint-disable-next-line no-control-regex -- control characters are what is counted
  const controls = start.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g)?.length ?? 0;
  return controls * 100 > start.length;
}

/** Refuses a text with a line over 1 MB. */
export function refuseLongLines(text: string, file: string): void {
  let line = 1;
  for (let start = 0; start < text.length; line += 1) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    if (end - start > LONGEST_LINE) throw refuse("import.line-too-long", { file, line });
    start = end + 1;
  }
}
