// XML, read to the end whatever is wrong with it: people's words stand in it. A strict parser
// swallows what follows a bare `&`, and closes everything at one tag too many; this one keeps as
// words what is no markup, and closes what a tag names. Nothing is ever fetched, and a file that
// declares entities of its own is refused: they are how a small file becomes a huge one.
import { refuse } from "./messages.ts";
import { decodeEntities } from "./xml-entities.ts";

export type XmlAttributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** Names and attributes as they are written, prefix included. `line`: from 1. */
  readonly open: (name: string, attributes: XmlAttributes, line: number) => void;
  /** Never empty; one text may come in several pieces. */
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** Deeper than any file a person made. */
const DEEPEST = 500;

/**
 * Reads XML (1.0) and gives the lines, from 1, where it is malformed: what follows is read all the
 * same, and elements left open at the end are closed. Names that HTML gives to characters are
 * known; a `&` that is none stays. Refuses entity declarations, a DTD that is not a file beside it (which is
 * never fetched either), and more than 500 elements one inside the other. `file` is for the refusals.
 */
export function readXml(source: string, file: string, handler: XmlHandler): number[] {
  return new XmlReader(source, file, handler).read().problems;
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly children: readonly (XmlElement | string)[];
  /** Where it opens, from 1. */
  readonly line: number;
}

export interface XmlTree {
  /** Undefined when there is none. */
  readonly root: XmlElement | undefined;
  /** The lines where the XML is malformed, from 1. */
  readonly problems: readonly number[];
  /** It stops before its root is closed. */
  readonly isCut: boolean;
}

/** Shared by the elements that hold nothing, most of a large file's. Nothing is ever put into it. */
const nothing: (XmlElement | string)[] = [];

/** The whole of an XML file as a tree. Reads, and refuses, as `readXml` does. */
export function parseXml(source: string, file: string): XmlTree {
  let root: XmlElement | undefined;
  const open: { children: (XmlElement | string)[] }[] = [];
  const add = (child: XmlElement | string): void => {
    const parent = open.at(-1);
    if (parent?.children === nothing) parent.children = [child];
    else parent?.children.push(child);
  };
  const { problems, isCut } = new XmlReader(source, file, {
    open: (name, attributes, line) => {
      const element = { name, attributes, children: nothing, line };
      add(element);
      root ??= element;
      open.push(element);
    },
    text: add,
    close: () => open.pop(),
  }).read();
  return { root, problems, isCut };
}

/** The elements inside, those of one name when it is given. */
export function elementsOf({ children }: XmlElement, name?: string): XmlElement[] {
  return children.filter(
    (child): child is XmlElement => typeof child !== "string" && (name === undefined || child.name === name),
  );
}

/** All the text inside, in order. */
export function textOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

const nameAt = /[\p{L}_:][\p{L}\p{M}\p{N}_:.\-·]*/uy;
const spaceAt = /\s*/y;

/** The name of the root element, before any of it is read; undefined when the text is no XML. */
export function rootName(source: string): string | undefined {
  let at = 0;
  for (;;) {
    at = endOf(spaceAt, source, source.charCodeAt(at) === 0xfeff ? at + 1 : at);
    if (source.startsWith("<!--", at)) at = after(source, "-->", at + 4);
    else if (source.startsWith("<?", at)) at = after(source, "?>", at + 2);
    else if (isDoctype(source, at)) at = endOfDoctype(source, at);
    else return source.charAt(at) === "<" ? match(nameAt, source, at + 1) : undefined;
  }
}

const isDoctype = (source: string, at: number): boolean =>
  source.charCodeAt(at + 1) === 0x21 && /^<!DOCTYPE\b/i.test(source.slice(at, at + 10));

/** The index after the next `mark`; the source's length when there is none. */
function after(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at === -1 ? source.length : at + mark.length;
}

function match(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

const endOf = (pattern: RegExp, source: string, at: number): number =>
  at + (match(pattern, source, at)?.length ?? 0);

/** Of a DOCTYPE with or without declarations between brackets. */
function endOfDoctype(source: string, at: number): number {
  const piece = /[^<>["']*(?:"[^"]*"|'[^']*')?/y;
  let end = at + "<!DOCTYPE".length;
  let from: number;
  do {
    from = end;
    end = endOf(piece, source, from);
  } while (end > from);
  if (source.charAt(end) !== "[") return after(source, ">", end);
  const close = /\]\s*>/g;
  close.lastIndex = end;
  return close.test(source) ? close.lastIndex : source.length;
}

/** Where a DOCTYPE says that its definition is: an address or a file's name; "" when it does not. */
function systemOf(doctype: string): string {
  const [, system] =
    /^<!DOCTYPE\s+[^\s"'[>]+\s+(?:SYSTEM|PUBLIC\s*(?:"[^"]*"|'[^']*'))\s*("[^"]*|'[^']*)/i.exec(doctype) ??
    [];
  return system ?? "";
}

class XmlReader {
  readonly problems: number[] = [];
  isCut = false;
  readonly #source: string;
  readonly #file: string;
  readonly #handler: XmlHandler;
  readonly #open: string[] = [];
  #isRootClosed = false;
  #at = 0;
  #line = 1;
  #lineEnd: number;

  constructor(source: string, file: string, handler: XmlHandler) {
    this.#source = source;
    this.#file = file;
    this.#handler = handler;
    this.#lineEnd = lineEnd(source, 0);
  }

  read(): this {
    const source = this.#source;
    while (this.#at < source.length) {
      const next = source.indexOf("<", this.#at);
      if (next > this.#at || next === -1) this.#text(next === -1 ? source.length : next);
      if (next !== -1) this.#markup();
    }
    if (this.#open.length > 0) this.isCut = true;
    this.#closeTo(0);
    return this;
  }

  /** What stands before `end` is text. */
  #text(end: number): void {
    const text = this.#source.slice(this.#at, end);
    if (this.#open.length > 0) this.#handler.text(decodeEntities(text));
    else if (/[^\s\uFEFF]/.test(text)) this.#problem();
    this.#at = end;
  }

  #markup(): void {
    const source = this.#source;
    const at = this.#at;
    if (source.startsWith("<!--", at)) this.#skip("-->", 4);
    else if (source.startsWith("<![CDATA[", at)) this.#cdata();
    else if (source.startsWith("<?", at)) this.#skip("?>", 2);
    else if (source.startsWith("</", at)) this.#closeTag();
    else if (isDoctype(source, at)) this.#doctype();
    else if (/^<!ENTITY/i.test(source.slice(at, at + 8))) this.#refuseEntities();
    else this.#openTag();
  }

  /** Leaves a comment or an instruction aside. */
  #skip(mark: string, from: number): void {
    const end = after(this.#source, mark, this.#at + from);
    this.isCut ||= !this.#source.startsWith(mark, end - mark.length);
    this.#at = end;
  }

  #cdata(): void {
    const start = this.#at + "<![CDATA[".length;
    const end = this.#source.indexOf("]]>", start);
    this.isCut ||= end === -1;
    const text = this.#source.slice(start, end === -1 ? undefined : end);
    if (this.#open.length === 0) this.#problem();
    else if (text !== "") this.#handler.text(text);
    this.#at = end === -1 ? this.#source.length : end + 3;
  }

  #doctype(): void {
    const end = endOfDoctype(this.#source, this.#at);
    const doctype = this.#source.slice(this.#at, end);
    if (/<!ENTITY/i.test(doctype)) this.#refuseEntities();
    // A bare file name, as Transcriber writes it, says only of what kind the file is.
    if (/[/\\:]/.test(systemOf(doctype)))
      throw refuse("office.external-dtd", { file: this.#file, line: this.#lineNow() });
    this.#at = end;
  }

  #refuseEntities(): never {
    throw refuse("office.entities", { file: this.#file, line: this.#lineNow() });
  }

  #closeTag(): void {
    const source = this.#source;
    const end = endOf(/[^<>]*/y, source, this.#at + 1);
    const name = match(nameAt, source, this.#at + 2) ?? "";
    const depth = this.#open.lastIndexOf(name);
    const isClosed = source.charAt(end) === ">";
    if (end === source.length) this.isCut = true;
    else if (!isClosed || depth === -1 || depth < this.#open.length - 1) this.#problem();
    if (isClosed || end === source.length) this.#at = end + (isClosed ? 1 : 0);
    else if (depth === -1) this.#text(end);
    else this.#at += 2 + name.length;
    if (depth !== -1) this.#closeTo(depth);
  }

  #closeTo(depth: number): void {
    for (const name of this.#open.splice(depth).reverse()) this.#handler.close(name);
    if (depth === 0) this.#isRootClosed = true;
  }

  #openTag(): void {
    const source = this.#source;
    const name = match(nameAt, source, this.#at + 1);
    if (name === undefined) {
      this.#sign();
      return;
    }
    const tag = readTag(source, this.#at + 1 + name.length);
    if (!tag.isClosed) {
      this.#unclosedTag(tag.end);
      return;
    }
    if (this.#open.length >= DEEPEST) throw refuse("office.too-deep", { file: this.#file });
    if (tag.isDamaged || (this.#open.length === 0 && this.#isRootClosed)) this.#problem();
    this.#handler.open(name, tag.attributes, this.#lineNow());
    this.#at = tag.end;
    if (!tag.isEmpty) this.#open.push(name);
    else {
      this.#handler.close(name);
      if (this.#open.length === 0) this.#isRootClosed = true;
    }
  }

  /** A `<` in words, and what follows it. */
  #sign(): void {
    const next = this.#source.indexOf("<", this.#at + 1);
    const end = next === -1 ? this.#source.length : next;
    this.isCut ||=
      next === -1 && /^<(?:!(?:-|\[?[A-Z]*))?$/.test(this.#source.slice(this.#at, this.#at + 10));
    if (this.isCut && next === -1) this.#at = end;
    else this.#keep(end);
  }

  /** What began like a tag: the next begins before it ends, or the file ends. */
  #unclosedTag(end: number): void {
    if (end < this.#source.length) this.#keep(end);
    else {
      this.isCut = true;
      this.#at = end;
    }
  }

  #keep(end: number): void {
    this.#problem();
    this.#text(end);
  }

  #problem(): void {
    const line = this.#lineNow();
    if (this.problems.at(-1) !== line) this.problems.push(line);
  }

  #lineNow(): number {
    while (this.#lineEnd < this.#at) {
      this.#line += 1;
      this.#lineEnd = lineEnd(this.#source, this.#lineEnd + 1);
    }
    return this.#line;
  }
}

function lineEnd(source: string, from: number): number {
  const at = source.indexOf("\n", from);
  return at === -1 ? source.length : at;
}

interface Tag {
  readonly attributes: XmlAttributes;
  /** After its `>`; when it is not closed, where the next tag begins, or the source ends. */
  readonly end: number;
  readonly isClosed: boolean;
  readonly isEmpty: boolean;
  readonly isDamaged: boolean;
}

/** The rest of a tag from after its name. Of an attribute that is there twice, the first counts. */
function readTag(source: string, from: number): Tag {
  const attributes: Record<string, string> = {};
  let isDamaged = false;
  let at = from;
  for (;;) {
    at = endOf(spaceAt, source, at);
    const sign = source.charAt(at);
    const isEmpty = sign === "/" && source.charAt(at + 1) === ">";
    if (sign === ">" || isEmpty)
      return { attributes, end: at + (isEmpty ? 2 : 1), isClosed: true, isEmpty, isDamaged };
    if (sign === "" || sign === "<") return { attributes, end: at, isClosed: false, isEmpty, isDamaged };
    const name = match(nameAt, source, at);
    at = name === undefined ? at + 1 : endOf(spaceAt, source, at + name.length);
    const value = name !== undefined && source.charAt(at) === "=" ? readValue(source, at + 1) : undefined;
    isDamaged ||= name === undefined || !value || value.isDamaged || Object.hasOwn(attributes, name);
    if (name === undefined || !value) continue;
    if (!Object.hasOwn(attributes, name)) attributes[name] = value.text;
    at = value.end;
  }
}

/** An attribute's value, from after the `=`. One whose quotes do not close ends with its tag. */
function readValue(
  source: string,
  from: number,
): { text: string; end: number; isDamaged: boolean } | undefined {
  const at = endOf(spaceAt, source, from);
  const quote = source.charAt(at);
  if (quote !== '"' && quote !== "'") {
    const bare = match(/[^\s<>"'=]+/y, source, at);
    return bare === undefined ? undefined : { text: bare, end: at + bare.length, isDamaged: true };
  }
  const close = source.indexOf(quote, at + 1);
  const raw = source.slice(at + 1, close === -1 ? undefined : close);
  const tagEnd = raw.search(/\/?>/);
  const nextTag = raw.indexOf("<");
  const isOpen = tagEnd !== -1 && (close === -1 || (nextTag !== -1 && tagEnd < nextTag));
  const text = decodeEntities(isOpen ? raw.slice(0, tagEnd) : raw).replace(/[\t\n\r]/g, " ");
  const end = isOpen ? at + 1 + tagEnd : close === -1 ? source.length : close + 1;
  return { text, end, isDamaged: isOpen || close === -1 || nextTag !== -1 };
}
