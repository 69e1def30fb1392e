// Looks for words in every file under a folder, however they are written there: said a second time
// and differently from src/removal, as all letters in a row once every packing is undone.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, inflateRawSync } from "node:zlib";

/** The files, relative to the folder, that say one of the sentences. */
export function filesThatSay(folder: string, sentences: readonly string[]): string[] {
  const wanted = sentences.map(lettersOf);
  return filesIn(folder).filter((file) =>
    lettersIn(readFileSync(join(folder, file))).some((view) => wanted.some((each) => view.includes(each))),
  );
}

/** By the bytes' own sum: copies of one study are looked through again and again. */
const seen = new Map<string, readonly string[]>();

function lettersIn(bytes: Buffer): readonly string[] {
  const sum = createHash("sha256").update(bytes).digest("base64");
  let views = seen.get(sum);
  if (views === undefined) seen.set(sum, (views = [...new Set([...viewsOf(bytes, 0)].map(lettersOf))]));
  return views;
}

/** The files in which a pattern is found, whatever they are packed in, and in the paths themselves. */
export function filesThatMatch(folder: string, pattern: RegExp): string[] {
  return filesIn(folder).filter(
    (file) =>
      pattern.test(file) ||
      [...viewsOf(readFileSync(join(folder, file)), 0)].some((view) => pattern.test(view)),
  );
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll("\\", "/"))
    .sort();

const lettersOf = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

function* viewsOf(bytes: Buffer, depth: number): Generator<string> {
  if (depth > 4) return;
  for (const part of partsOf(bytes)) yield* viewsOf(part, depth + 1);
  const utf8 = bytes.toString("utf8");
  const texts = [utf8];
  if (utf8.includes("\uFFFD")) texts.push(bytes.toString("latin1"));
  if (bytes.includes(0)) texts.push(bytes.toString("utf16le"));
  for (const text of texts) {
    yield text;
    const escaped = text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number(`0x${code}`)),
    );
    yield escaped.replace(/\\n/g, " ");
    yield entities(escaped.replace(/<[^>]*>/g, ""));
    const soft = text.replace(/=\r?\n/g, "");
    yield soft.replace(/(?:=[0-9A-F]{2})+/g, (run) =>
      Buffer.from(run.replaceAll("=", ""), "hex").toString("utf8"),
    );
    if (depth < 3 && text === utf8)
      for (const [block] of text.matchAll(/[A-Za-z0-9+/]{32,}(?:\r?\n[A-Za-z0-9+/]+)*/g))
        yield* viewsOf(Buffer.from(block, "base64"), 3);
  }
}

function entities(text: string): string {
  const named: Record<string, string> = { eacute: "é", egrave: "è", agrave: "à", ecirc: "ê", rsquo: "’" };
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number(`0x${code}`)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (_, name: string) => named[name] ?? " ");
}

/** The members of a ZIP, found by their headers rather than by its directory; what a gzip holds. */
function partsOf(bytes: Buffer): Buffer[] {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return [gunzipSync(bytes)];
  const parts: Buffer[] = [];
  for (let at = bytes.indexOf("PK\x03\x04"); at !== -1; at = bytes.indexOf("PK\x03\x04", at + 4)) {
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    try {
      parts.push(
        bytes.readUInt16LE(at + 8) === 0 ? bytes.subarray(start) : inflateRawSync(bytes.subarray(start)),
      );
    } catch {
      // Not the header of a member.
    }
  }
  return parts;
}
