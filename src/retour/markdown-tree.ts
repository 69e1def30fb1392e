// Markdown as a tree with places, and the words of a block with the place of each in the source.
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const parser = unified().use(remarkParse).use(remarkGfm).use(keepPlaces).freeze();

/** One of GFM's extensions makes links after parsing, whose nodes have no place; it is left out. */
function keepPlaces(this: { data(): { fromMarkdownExtensions?: unknown } }): void {
  const { fromMarkdownExtensions } = this.data();
  const extensions: unknown[] = Array.isArray(fromMarkdownExtensions) ? fromMarkdownExtensions.flat() : [];
  for (const each of extensions)
    if (typeof each === "object" && each !== null) Reflect.deleteProperty(each, "transforms");
}

export type Root = ReturnType<typeof parser.parse>;
export type Node = Root | Root["children"][number];

export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

export function childrenOf(node: Node): readonly Node[] {
  return "children" in node ? node.children : [];
}

/** Every node of a tree, parents first. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

export function startOf(node: Node): number {
  return node.position?.start.offset ?? 0;
}

export function endOf(node: Node): number {
  return node.position?.end.offset ?? 0;
}

/** The words of a tree, without markup. */
export function plainText(node: Node): string {
  if (node.type === "text" || node.type === "inlineCode" || node.type === "code") return node.value;
  if (node.type === "break") return "\n";
  return childrenOf(node).map(plainText).join("");
}

/** One UTF-16 unit of a block's words, where it is written, and the text node it is of. */
export interface Letter {
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  readonly of: Node;
}

/** Words that cannot be found back letter by letter, to be written anew in plain letters. */
export interface Lost {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/**
 * The words of a block (paragraph, heading, cell) letter by letter; raw HTML and images are
 * as if they were not there.
 */
export function lettersOf(block: Node, source: string): { letters: Letter[]; lost: Lost[] } {
  const letters: Letter[] = [];
  const lost: Lost[] = [];
  for (const node of walk(block)) {
    const [start, end] = [startOf(node), endOf(node)];
    if (node.type === "text" || node.type === "inlineCode") {
      const placed = placeLetters(node, node.value, source);
      // One by one: a call takes only so many arguments.
      if (placed) for (const letter of placed) letters.push(letter);
      else lost.push({ start, end, value: node.value });
    } else if (node.type === "break") letters.push({ unit: "\n", start, end, of: node });
    else if (node.type === "footnoteReference") letters.push({ unit: "\uFFFC", start, end, of: node });
  }
  return { letters, lost };
}

const entity = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z][a-zA-Z0-9]*);/y;

/** Follows a node's value through its source: escapes, entities, and what begins a wrapped line. */
function placeLetters(node: Node, value: string, source: string): Letter[] | undefined {
  const letters: Letter[] = [];
  const isCode = node.type === "inlineCode";
  let at = startOf(node);
  const stop = endOf(node);
  if (isCode) while (source[at] === "`") at += 1;
  for (let index = 0; index < value.length; index += 1) {
    const unit = value.charAt(index);
    while (at < stop && isSkipped(source, at, unit, value[index - 1], isCode)) at += 1;
    const length = isCode ? 1 : lengthAt(source, at, value, index);
    if (at + length > stop || !stands(source, at, length, unit)) return undefined;
    letters.push({ unit, start: at, end: at + length, of: node });
    // An entity may stand for a character of two units.
    if (source[at] === "&" && length > 1 && (value.codePointAt(index) ?? 0) > 0xffff)
      letters.push({ unit: value.charAt((index += 1)), start: at, end: at + length, of: node });
    at += length;
  }
  return letters;
}

/** White space that Markdown drops around line ends, and the marks of a quote on a new line. */
function isSkipped(
  source: string,
  at: number,
  unit: string,
  before: string | undefined,
  isCode: boolean,
): boolean {
  const found = source.charAt(at);
  if (found === unit) return false;
  if (isCode && unit === " " && found === "\n") return false;
  const isAtLineStart = before === undefined || before === "\n" || (isCode && before === " ");
  return unit === "\n" ? found === " " || found === "\t" : isAtLineStart && " \t>\n".includes(found);
}

/** How much of the source one unit of the value takes. */
function lengthAt(source: string, at: number, value: string, index: number): number {
  const next = source.charAt(at + 1);
  if (source[at] === "\\" && /[!-/:-@[-`{-~]/.test(next)) return 2;
  entity.lastIndex = at;
  const found = source[at] === "&" ? entity.exec(source)?.[0] : undefined;
  return found !== undefined && !value.startsWith(found, index) ? found.length : 1;
}

function stands(source: string, at: number, length: number, unit: string): boolean {
  const found = source.charAt(at);
  if (length === 1) return found === unit || (unit === " " && found === "\n");
  return found === "&" || source[at + 1] === unit;
}
