// Agreed Markdown as the words that may leave: no turn reference, no private note, no raw HTML,
// no image, no hidden text, no link but to the web. Pieces are taken out of the agreed bytes
// and the result is read again, until there is nothing left to take out.
import { shown } from "../kernel/shown.ts";
import { readHeading } from "../retour/outline.ts";
import { blockEdits } from "./block-edits.ts";
import { codeEdits } from "./code-edits.ts";
import { applyEdits, type Edit } from "./edits.ts";
import { linkEdits } from "./link-edits.ts";
import { childrenOf, endOf, parseMarkdown, plainText, startOf, type Node } from "../retour/markdown-tree.ts";
import { numberNotes, usedNotes } from "./notes.ts";
import { plainPublicText } from "./plain-text.ts";
import { referenceRanges } from "./references.ts";
import { singleSpaces } from "./spaces.ts";

export interface PublicText {
  /** Plain text. */
  readonly title: string;
  /** Markdown that ends where it ends: nothing in it reaches into what follows. */
  readonly body: string;
}

export interface PublicTextOptions {
  /** False when the study shows no name under a quote. */
  readonly hasAttribution: boolean;
  /** What footnote labels begin with, so that two sections never share one. */
  readonly notes: string;
}

/** More rounds than any text a person writes needs; one that needs more is not made public. */
const ROUNDS = 12;

const known = new Map<string, PublicText | undefined>();

/**
 * Undefined when something that may not leave cannot be taken out. The same words are read once in the
 * life of the process: what leaves, and what may.
 */
export function publicText(content: string, options: PublicTextOptions): PublicText | undefined {
  const { hasAttribution, notes } = options;
  const key = `${String(hasAttribution)} ${content.includes("[^") ? notes : ""}\n${content}`;
  const found = known.has(key) ? known.get(key) : readPublicText(content, options);
  known.set(key, found);
  return found;
}

function readPublicText(content: string, options: PublicTextOptions): PublicText | undefined {
  const [first = "", ...rest] = content.split("\n");
  const title = publicTitle(readHeading(first)?.title ?? first, options);
  const body = publicBody(rest.join("\n"), options);
  return title === undefined || body === undefined ? undefined : { title, body };
}

function publicTitle(words: string, options: PublicTextOptions): string | undefined {
  if (/^[\p{L}\p{N} '’.,;:!?«»()…-]+$/u.test(words) && referenceRanges(words).length === 0) return words;
  const heading = clean(`# ${readable(words)}`, options);
  return heading && plainText(parseMarkdown(heading)).replace(/\s+/g, " ").trim();
}

function publicBody(text: string, options: PublicTextOptions): string | undefined {
  const source = readable(text);
  const body = plainPublicText(source, options.hasAttribution) ?? readPublicBody(source, options);
  return body === undefined ? undefined : singleSpaces(body.replace(/^\n+|\s+$/g, ""));
}

/** The whole way, by reading the Markdown. */
export function readPublicBody(source: string, options: PublicTextOptions): string | undefined {
  const body = clean(source, options);
  if (body === undefined || !endsWhereItEnds(body)) return undefined;
  return body.includes("[^") ? numberNotes(body, options.notes) : body;
}

/** Without what no reader sees: control characters and letters of no width. */
function readable(text: string): string {
  return shown(text).replace(/[\u200B\u2060\u00AD]/g, "");
}

function clean(text: string, options: PublicTextOptions): string | undefined {
  let source = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const edits = editsOf(source, options);
    if (edits.length === 0) return source;
    source = applyEdits(source, edits);
  }
  return undefined;
}

/** A heading written after it is a heading, whatever was left open. */
function endsWhereItEnds(body: string): boolean {
  const last = parseMarkdown(`${body}\n\n## x`).children.at(-1);
  return last?.type === "heading" && last.depth === 2 && plainText(last) === "x";
}

function editsOf(source: string, { hasAttribution }: PublicTextOptions): Edit[] {
  const root = parseMarkdown(source);
  const notes = usedNotes(root);
  const edits = linkEdits(root, source);
  const visit = (parent: Node): void => {
    const children = childrenOf(parent);
    for (const [index, child] of children.entries()) {
      const [before, after] = [children[index - 1], children[index + 1]];
      if (mustGo(child, notes)) edits.push(isPhrasing(parent) ? whole(child) : withGap(child, before, after));
      else if (child.type === "code")
        edits.push(...codeEdits(child, source, parent === root && after === undefined));
      else {
        if (child.type === "paragraph" || child.type === "heading" || child.type === "tableCell") {
          const isLastOfQuote = parent.type === "blockquote" && after === undefined;
          const isHeading = child.type === "heading";
          const place = { isHeading, isLastOfQuote, isFirst: before === undefined, hasAttribution };
          const found = blockEdits(child, source, place);
          if (found === "all") edits.push(withGap(child, before, after));
          else edits.push(...found);
        }
        visit(child);
      }
    }
  };
  visit(root);
  return edits;
}

const neverLeave = new Set(["html", "image", "imageReference", "definition"]);
const needWords = new Set(["blockquote", "list", "listItem", "heading"]);

function mustGo(node: Node, notes: ReadonlySet<Node>): boolean {
  if (node.type === "footnoteDefinition") return !notes.has(node);
  return neverLeave.has(node.type) || (needWords.has(node.type) && childrenOf(node).length === 0);
}

function isPhrasing({ type }: Node): boolean {
  return !["root", "blockquote", "list", "listItem", "footnoteDefinition", "table", "tableRow"].includes(
    type,
  );
}

function whole(node: Node): Edit {
  return { start: startOf(node), end: endOf(node), text: "" };
}

/** A block goes with the blank line before it, or after it when it is the first. */
function withGap(node: Node, before: Node | undefined, after: Node | undefined): Edit {
  if (before) return { start: endOf(before), end: endOf(node), text: "" };
  return { start: startOf(node), end: after ? startOf(after) : endOf(node), text: "" };
}
