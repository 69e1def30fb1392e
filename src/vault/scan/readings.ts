// Everything a file says, by whatever it is read with: its text with and without its markup, what is
// escaped in it, what is packed in it, what its pictures are labelled with.
import { isArchive, openArchive } from "../../office/archive.ts";
import { decodeEntities } from "../../office/xml-entities.ts";
import { readDirectory } from "../../office/zip-directory.ts";
import { refuse } from "../messages.ts";
import { runsOf, wordsInBytes } from "./binary.ts";
import { unmark } from "./markup.ts";

export interface Reading {
  /** See `Leak`. */
  readonly inside: string;
  readonly text: string;
  /** False in what was not made of lines. */
  readonly hasLines: boolean;
  /** True of a name of a file. */
  readonly isSlug: boolean;
}

/** A document in a package in a package in a package is not a document anyone sends. */
const DEEPEST = 4;
const MOST_PARTS = 10_000;
/** What a word processor writes has some twenty. */
const MOST_PLAIN = 100;

/** `file`: for refusals of a package that cannot be read to its end. */
export function* readingsOf(
  content: string | Uint8Array,
  file: string,
  inside = "",
  depth = 0,
): Generator<Reading> {
  if (typeof content === "string") yield* readingsOfText(content, file, inside, depth);
  else if (isArchive(content)) yield* readingsOfArchive(content, file, inside, depth);
  else {
    const text = textOf(content);
    if (text !== undefined) yield* readingsOfText(text, file, inside, depth);
    else
      for (const words of wordsInBytes(content))
        for (const reading of readingsOfText(words.text, file, `${inside}#${words.inside}`, depth))
          yield { ...reading, hasLines: false };
  }
}

function* readingsOfArchive(
  bytes: Uint8Array,
  file: string,
  inside: string,
  depth: number,
): Generator<Reading> {
  if (depth === DEEPEST) throw refuse("scan.too-deep", { file });
  const archive = openArchive(bytes, file);
  for (const [index, name] of archive.names.entries()) {
    yield { inside: `${inside}#name`, text: name, hasLines: false, isSlug: true };
    const part = archive.part(name);
    // A part is called by its number: its name may be someone's.
    if (part)
      yield* readingsOf(part, file, `${inside}/${isPlainPart(name) ? name : String(index + 1)}`, depth + 1);
  }
  // Comments, and whatever else lies between the parts.
  let at = 0;
  const packed = readDirectory(bytes, file, MOST_PARTS).sort((a, b) => a.start - b.start);
  const gaps: Uint8Array[] = [];
  for (const { start, packed: length } of packed) {
    gaps.push(bytes.subarray(at, Math.max(at, start)), newLine);
    at = Math.max(at, start + length);
  }
  gaps.push(bytes.subarray(at));
  const plain = archive.names.slice(0, MOST_PLAIN).filter((name) => isPlainPart(name));
  for (const { text } of runsOf(Buffer.concat(gaps), "")) {
    // The names of parts are read already.
    const rest = plain.reduce((left, name) => left.replaceAll(name, " "), text);
    yield { inside: `${inside}#comment`, text: rest, hasLines: false, isSlug: true };
  }
}

const newLine = Uint8Array.of(0);

/** The parts that every word processor names so. */
const isPlainPart = (name: string): boolean =>
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|mimetype|(?:word|docProps|customXml|META-INF|xl)\/[a-zA-Z0-9/_.]*|[a-z]+\.(?:xml|rdf))$/.test(
    name,
  ) && !/[A-Z][a-z]+[A-Z][a-z]+\.|media\//.test(name.replace(/^(?:docProps|customXml)\//, ""));

function* readingsOfText(text: string, file: string, inside: string, depth: number): Generator<Reading> {
  yield* partsOf(text, inside);
  const unescaped = unescape(text);
  if (unescaped !== text) yield* partsOf(unescaped, inside);
  for (const data of embedded(text)) {
    if (depth === DEEPEST) throw refuse("scan.too-deep", { file });
    yield* readingsOf(data, file, `${inside}#data`, depth + 1);
  }
}

const marks = /[*_~`\\]+/g;
const letter = /\p{L}/u;

/** Without the marks that part letters which are read as one word: `**So**phie`, `So\phie`. */
function withoutMarks(text: string): string {
  return text.replace(marks, (run, at: number) =>
    letter.test(text.charAt(at - 1)) && letter.test(text.charAt(at + run.length)) ? "" : run,
  );
}

function* partsOf(text: string, inside: string): Generator<Reading> {
  const give = (part: string, where = inside): Reading => ({
    inside: where,
    text: part,
    hasLines: true,
    isSlug: false,
  });
  const parts = unmark(text);
  const seen = parts?.seen ?? decodeEntities(text);
  yield give(seen);
  if (parts?.joined !== undefined) yield give(parts.joined);
  const plain = withoutMarks(seen);
  if (plain !== seen) yield give(plain);
  if (parts !== undefined) yield { ...give(parts.hidden, `${inside}#markup`), isSlug: true };
}

const escapes = /\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|[nrtbfv"'/])/g;
const percents = /(?:%[0-9a-fA-F]{2})+/g;
const quotedPrintable = /(?:=[0-9A-F]{2})+/g;
const twice = /&(?:amp|#38|#x26);(?=#?\w{1,10};)/gi;

/** What is written by numbers as the letters that it stands for. */
function unescape(text: string): string {
  let plain = text;
  if (plain.includes("%")) plain = plain.replace(percents, (codes) => decodeBytes(codes.replaceAll("%", "")));
  if (/=[0-9A-F]{2}/.test(plain))
    plain = plain
      .replace(/=\r?\n/g, "")
      .replace(quotedPrintable, (codes) => decodeBytes(codes.replaceAll("=", "")));
  if (plain.includes("\\"))
    plain = plain.replace(escapes, (_, four?: string, braced?: string, two?: string) => {
      const code = parseInt(four ?? braced ?? two ?? "20", 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : " ";
    });
  if (plain.includes("&")) plain = plain.replace(twice, "&");
  return plain;
}

/** UTF-8, else Latin-1. */
function decodeBytes(hexadecimal: string): string {
  const bytes = Buffer.from(hexadecimal, "hex");
  const text = bytes.toString("utf8");
  return text.includes("\uFFFD") ? bytes.toString("latin1") : text;
}

const base64 = /[A-Za-z0-9+/_=\s-]*/y;

/** What `data:` addresses hold. */
function* embedded(text: string): Generator<Uint8Array> {
  const mark = ";base64,";
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at)) {
    base64.lastIndex = at + mark.length;
    const [data = ""] = base64.exec(text) ?? [];
    yield Buffer.from(data, "base64");
    at += mark.length + data.length;
  }
}

/** Undefined when the bytes are no text. */
function textOf(bytes: Uint8Array): string | undefined {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (isLittle || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return new TextDecoder(isLittle ? "utf-16le" : "utf-16be").decode(bytes);
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
