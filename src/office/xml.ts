// XML, read to the end whatever is wrong with it. Nothing is ever fetched, and a file that
// declares entities of its own is refused: they are how a small file becomes a huge one.
import { SaxesParser } from "saxes";
import { refuse } from "./messages.ts";

export interface XmlHandler {
  /** Names and attributes as they are written, prefix included. `line`: from 1. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, line: number) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** Deeper than any file a person made. */
const DEEPEST = 500;

/**
 * Reads XML and gives the lines, from 1, where it is malformed: what follows is read all the
 * same, and elements left open at the end are closed. Refuses entity declarations and more
 * than 500 elements one inside the other. `file` is for the refusals.
 */
export function readXml(source: string, file: string, handler: XmlHandler): number[] {
  const parser = new SaxesParser({ position: true, xmlns: false } as const);
  const open: string[] = [];
  const problems = new Set<number>();
  parser.on("doctype", (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw refuse("office.entities", { file, line: parser.line });
  });
  parser.on("error", () => problems.add(parser.line));
  parser.on("opentag", ({ name, attributes, isSelfClosing }) => {
    if (open.length >= DEEPEST) throw refuse("office.too-deep", { file });
    handler.open(name, attributes, parser.line);
    if (isSelfClosing) return;
    open.push(name);
  });
  parser.on("text", handler.text);
  parser.on("cdata", handler.text);
  parser.on("closetag", ({ name, isSelfClosing }) => {
    if (!isSelfClosing) open.pop();
    handler.close(name);
  });
  parser.write(source).close();
  for (const name of open.reverse()) handler.close(name);
  return [...problems].sort((a, b) => a - b);
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** Where it opens, from 1. */
  readonly line: number;
}

/** The root element, undefined when there is none, and the lines where the XML is malformed. */
export function parseXml(
  source: string,
  file: string,
): { root: XmlElement | undefined; problems: readonly number[] } {
  let root: XmlElement | undefined;
  const open: { children: (XmlElement | string)[] }[] = [];
  const problems = readXml(source, file, {
    open: (name, attributes, line) => {
      const children: (XmlElement | string)[] = [];
      const element = { name, attributes, children, line };
      open.at(-1)?.children.push(element);
      root ??= element;
      open.push(element);
    },
    text: (text) => open.at(-1)?.children.push(text),
    close: () => open.pop(),
  });
  return { root, problems };
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
