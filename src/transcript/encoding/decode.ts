// A transcript's text from its bytes, whatever wrote them.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { messages } from "../../kernel/diagnostic.ts";
import type { FileMessages } from "../../kernel/files.ts";
import { declaredEncoding } from "./declared-encoding.ts";
import { diagnose, refuse } from "../messages.ts";
import { decodeMixed, scanUtf8 } from "./mixed-encoding.ts";
import { decodeSingleByte, guessSingleByte, hasHighControls, singleBytes } from "./single-byte.ts";
import { withoutControls } from "../words.ts";

const encodings = ["utf-8", "utf-16le", "utf-16be", ...singleBytes] as const;

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

export interface Decoded {
  /** In NFC, with LF line ends, without control characters. */
  readonly text: string;
  /** Indexes of the lines that come first on a page, where form feeds part pages. */
  readonly pageStarts: readonly number[];
  readonly diagnostics: Diagnostic[];
}

/**
 * The text of a file in the encoding that `wanted` names, or else that its byte-order mark, its
 * zero bytes, its letters or its declaration (XML, HTML) tell. What is not UTF-8 is said.
 * Refuses a file that is not a text, and one that is not in the encoding `wanted`.
 */
export function decodeTranscript(bytes: Uint8Array, file: string, wanted?: Encoding): Decoded {
  const found =
    wanted === undefined ? detect(bytes, file) : { source: decode(bytes, wanted, file), diagnostics: [] };
  const { source } = found;
  if (looksBinary(source)) throw refuseFile("file.binary", { file });
  const diagnostics = [...found.diagnostics];
  const plain = source.replace(/^\uFEFF/, "");
  const pages = plain.split("\f").map(withoutControls);
  const text = pages.join("\n");
  const line = lineOfGarbled(text);
  if (line !== undefined) diagnostics.push(diagnose("import.twice-encoded", "warning", {}, { file, line }));
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069]/.test(plain))
    diagnostics.push(diagnose("import.controls-removed", "info", {}, { file }));
  return { text, pageStarts: startsOf(pages), diagnostics };
}

interface Detected {
  readonly source: string;
  readonly diagnostics: readonly Diagnostic[];
}

function detect(bytes: Uint8Array, file: string): Detected {
  const wide = wideEncoding(bytes);
  if (wide) return { source: decode(bytes, wide, file), diagnostics: [found(wide, file)] };
  const scan = scanUtf8(bytes);
  const isWhole = scan.strays.length === 0 && (scan.cutAt === undefined || scan.signs > 0);
  const isUtf8 = isWhole || scan.letters > 0 || hasUtf8Mark(bytes);
  const declared = declaredEncoding(bytes);
  const isAscii = isWhole && scan.signs === 0;
  if (!isUtf8 && bytes.includes(0)) throw refuseFile("file.binary", { file });
  const { encoding, isSure } = isUtf8 ? utf8 : singleByte(bytes, asDeclared(declared));
  const isFalse = declared !== undefined && !isAscii && !isSame(asDeclared(declared), encoding);
  const said = isFalse
    ? [diagnose("import.encoding-declared", "warning", { declared, encoding }, { file })]
    : [];
  if (encoding !== "utf-8")
    return { source: decode(bytes, encoding, file), diagnostics: [...said, found(encoding, file, isSure)] };
  // Nothing else looks like the letters of UTF-8: it is read as such, whatever else is there.
  const { text, lines } = decodeMixed(bytes, scan);
  const [line] = lines;
  if (line !== undefined)
    said.push(diagnose("import.encoding-mixed", "warning", { lines: listOf(lines) }, { file, line }));
  if (scan.cutAt !== undefined) said.push(diagnose("import.cut-short", "warning", {}, { file }));
  return { source: text, diagnostics: said };
}

const utf8 = { encoding: "utf-8", isSure: true } as const;

const found = (encoding: Encoding, file: string, isSure = true): Diagnostic =>
  diagnose("import.encoding-found", isSure ? "info" : "warning", { encoding }, { file });

const hasUtf8Mark = ([first, second, third]: Uint8Array): boolean =>
  first === 0xef && second === 0xbb && third === 0xbf;

/** Other names of the encodings there are, as XML and HTML give them (WHATWG, section 4.2). */
const aliases: Readonly<Record<string, Encoding>> = {
  utf8: "utf-8",
  latin1: "iso-8859-1",
  cp1252: "windows-1252",
  "latin-9": "iso-8859-15",
  "x-mac-roman": "macintosh",
  ibm850: "cp850",
  ibm437: "cp437",
};

const asDeclared = (name = ""): Encoding | undefined =>
  aliases[name] ?? encodings.find((each) => each === name);

/** What is declared as ISO-8859-1 is read as Windows-1252: one says the other. */
function isSame(declared: Encoding | undefined, encoding: Encoding): boolean {
  const plain = (name: Encoding | undefined): string | undefined =>
    name === "iso-8859-1" ? "windows-1252" : name;
  return plain(declared) === plain(encoding);
}

/** Bytes that are no UTF-8: what the file declares if it can be, else what its letters tell. */
function singleByte(
  bytes: Uint8Array,
  declared: Encoding | undefined,
): { encoding: Encoding; isSure: boolean } {
  const isPossible =
    declared !== undefined &&
    !declared.startsWith("utf-") &&
    !(declared === "iso-8859-15" && hasHighControls(bytes));
  return isPossible ? { encoding: declared, isSure: true } : guessSingleByte(bytes);
}

/** UTF-16, told by its byte-order mark or by the zeros that one half of its letters are. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const start = bytes.subarray(0, 4096);
  const units = Math.floor(start.length / 2);
  const zerosAt = (parity: number): number =>
    start.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const [high, low] = [zerosAt(0), zerosAt(1)];
  if (units < 2 || Math.max(high, low) * 2 < units || Math.min(high, low) * 20 > units) return undefined;
  return low > high ? "utf-16le" : "utf-16be";
}

function decode(bytes: Uint8Array, encoding: Encoding, file: string): string {
  const one = singleBytes.find((each) => each === encoding);
  if (one) return decodeSingleByte(bytes, one);
  const isCut = encoding !== "utf-8" && bytes.length % 2 === 1;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(isCut ? bytes.subarray(0, -1) : bytes);
  } catch {
    throw refuse("import.encoding", { file, encoding });
  }
}

/** `12, 15–18, 40`: the first ten of them, then an ellipsis. */
function listOf(lines: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run?.last === line - 1) run.last = line;
    else runs.push({ first: line, last: line });
  }
  const said = runs
    .slice(0, 10)
    .map(({ first, last }) => (first === last ? String(first) : `${String(first)}–${String(last)}`));
  return [...said, ...(runs.length > 10 ? ["…"] : [])].join(", ");
}

// `Ã©`, `â€™`, `Å“`, `Â«`: UTF-8 read as Windows-1252 and saved again. No language writes these.
const garbled = /Ã[\u0080-\u00BFƒ‚„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ]|â€[\u0080-\u00BF™˜œ“”¦¢]|Å[“’]|Â[\u00A0«»°]/;

function lineOfGarbled(text: string): number | undefined {
  const at = text.search(garbled);
  return at === -1 ? undefined : text.slice(0, at).split("\n").length;
}

function startsOf(pages: readonly string[]): number[] {
  let line = 0;
  return pages.slice(0, -1).map((page) => (line += page.split("\n").length));
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
