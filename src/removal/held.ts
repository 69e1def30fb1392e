// Every way in which a file may say words: as it is, in another encoding, escaped, with markup
// between them, packed, or in a message's transport encoding. Nothing is trusted, nothing is written.
import { gunzipSync } from "node:zlib";
import { RetourError } from "../kernel/diagnostic.ts";
import { isArchive, openArchive } from "../office/archive.ts";
import { decodeEntities } from "../office/xml-entities.ts";

/** A packed file in a packed file, and so on: deeper than any document. */
const DEEPEST = 4;
const LARGEST = 200 * 1024 * 1024;

/** True when `isIn` finds something in one of the texts that a file may be read as. */
export function holds(bytes: Uint8Array, isIn: (text: string) => boolean): boolean {
  for (const text of textsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0))
    if (isIn(text)) return true;
  return false;
}

function* textsOf(bytes: Buffer, depth: number): Generator<string> {
  if (bytes.length === 0 || depth > DEEPEST) return;
  const packed = unpack(bytes);
  for (const part of packed ?? []) yield* textsOf(part, depth + 1);
  if (packed !== undefined) return;
  for (const text of decoded(bytes)) {
    yield* readings(text);
    for (const inner of carried(text)) yield* textsOf(inner, depth + 1);
  }
}

/** The parts of a ZIP with their names, or what a gzip holds; undefined for what is neither, or damaged. */
function unpack(bytes: Buffer): Buffer[] | undefined {
  try {
    if (isArchive(bytes)) {
      const { names, part } = openArchive(bytes, "");
      return names.flatMap((name) => [Buffer.from(name), Buffer.from(part(name) ?? [])]);
    }
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return [gunzipSync(bytes, { maxOutputLength: LARGEST })];
  } catch (error) {
    if (!(error instanceof RetourError) && !(error instanceof Error && "code" in error)) throw error;
  }
  return undefined;
}

/** UTF-8, and what it may be instead. */
function* decoded(bytes: Buffer): Generator<string> {
  const text = bytes.toString("utf8");
  yield text;
  if (text.includes("\uFFFD")) yield bytes.toString("latin1");
  if (!bytes.includes(0)) return;
  yield bytes.toString("utf16le");
  const turned = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
  yield turned.toString("utf16le");
}

/** The text, and the text once what escapes its letters is undone. */
function* readings(text: string): Generator<string> {
  yield text;
  const plain = unescaped(text);
  if (plain !== text) yield plain;
  if (!/[<&]/.test(plain)) return;
  // A tag may stand in the middle of a word, or be all that parts two.
  for (const between of ["", " "]) {
    const words = decodeEntities(decodeEntities(plain.replace(/<[^<>]*>/g, between)));
    yield words;
    if (words.includes("<")) yield words.replace(/<[^<>]*>/g, between);
  }
}

/** Escapes of JSON and scripts, of RTF, of addresses. */
function unescaped(text: string): string {
  let plain = text;
  if (plain.includes("\\"))
    plain = plain
      .replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
      .replace(/\\u(-?\d{1,5}) ?\??/g, (_, code: string) => String.fromCharCode(Number(code) & 0xffff))
      .replace(/\\'([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
      .replace(/\\[nrt]/g, " ")
      .replace(/\\(.)/g, "$1");
  if (/%[0-9a-fA-F]{2}/.test(plain)) plain = undone(plain, /(?:%[0-9a-fA-F]{2})+/g, "%");
  return plain;
}

/** What a message carries in it: quoted-printable, and base64 of any length that could hold a sentence. */
function* carried(text: string): Generator<Buffer> {
  if (/=(?:[0-9A-Fa-f]{2}|\r?\n)/.test(text)) {
    const soft = text.replace(/=[ \t]*\r?\n/g, "");
    yield Buffer.from(undone(soft, /(?:=[0-9A-Fa-f]{2})+/g, "=", "utf8"));
    yield Buffer.from(undone(soft, /(?:=[0-9A-Fa-f]{2})+/g, "=", "latin1"));
  }
  for (const [block] of text.matchAll(/[A-Za-z0-9+/_-]{24,}(?:\r?\n[A-Za-z0-9+/_-]+)*={0,2}/g))
    yield Buffer.from(block, "base64");
}

function undone(text: string, codes: RegExp, sign: string, encoding: BufferEncoding = "utf8"): string {
  return text.replace(codes, (run) => Buffer.from(run.replaceAll(sign, ""), "hex").toString(encoding));
}
