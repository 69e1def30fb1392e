// Changes to codebook.yaml as splices in the person's own text: their comments, order and
// layout stay. In a layout that no rule here foresees the result may say something else:
// change-codebook.ts reads it again before it is written.
import { isCollection, isMap, isNode, isPair, isScalar, isSeq, parseDocument, stringify, visit } from "yaml";
import type { Pair, YAMLMap, YAMLSeq } from "yaml";

export interface NewTheme {
  readonly id: string;
  readonly title: string;
  readonly definition?: string | undefined;
}

/** The text with a theme at the end of `parent`'s children, or of the roots. */
export function addTheme(text: string, theme: NewTheme, parent: string | undefined): string {
  const lines = [`- id: ${scalar(theme.id)}`, `  title: ${scalar(theme.title)}`];
  if (theme.definition !== undefined) lines.push(`  definition: ${scalar(theme.definition)}`);
  return insert(text, lines, parent);
}

/** The text with another title for a theme. */
export function renameTheme(text: string, id: string, title: string): string {
  const node = themeNode(text, id)?.node.get("title", true);
  if (!isScalar(node)) return text;
  const [start, end] = rangeOf(node);
  const lineEnd = text.slice(start, end).endsWith("\n") ? eolOf(text) : "";
  return text.slice(0, start) + scalar(title) + lineEnd + text.slice(end);
}

/** The text with a theme, its children and its comments, under another parent. */
export function moveTheme(text: string, id: string, parent: string | undefined): string {
  const cut = cutTheme(text, id);
  const isThere = parent === undefined || (cut !== undefined && themeNode(cut.text, parent) !== undefined);
  return cut && isThere ? insert(cut.text, cut.lines, parent) : text;
}

/**
 * The text with a theme's children under `into`, and its own lines kept there as comments:
 * its title and definition are someone's words.
 */
export function mergeTheme(text: string, from: string, into: string): string {
  let merged = text;
  const children = themeNode(text, from)?.node.get("children");
  for (const child of isSeq(children) ? children.items : []) {
    const id = isMap(child) ? child.get("id") : undefined;
    if (typeof id === "string") merged = moveTheme(merged, id, into);
  }
  const cut = cutTheme(merged, from);
  if (!cut) return text;
  const target = themeNode(cut.text, into)?.node;
  if (!target) return text;
  const margin = " ".repeat(columnOf(cut.text, startOf(target)));
  const comments = cut.lines.map((line) => `${margin}# ${line}`.trimEnd());
  const last = target.items.findLast(({ key }) => !(isScalar(key) && key.value === "children"));
  return insertLines(cut.text, lineAfterValue(cut.text, last), comments);
}

function insert(text: string, lines: readonly string[], parent: string | undefined): string {
  if (parent === undefined) {
    const root: unknown = parseDocument(text, { schema: "core", logLevel: "silent" }).contents;
    if (isSeq(root)) return append(text, lines, root, undefined);
    const pair = isMap(root) ? pairOf(root, "themes") : undefined;
    if (pair) return append(text, lines, pair.value, pair);
    return insertLines(text, text.length, ["themes:", ...indent(lines, 2)]);
  }
  const node = themeNode(text, parent)?.node;
  if (!node) return text;
  const pair = pairOf(node, "children");
  if (pair) return append(text, lines, pair.value, pair);
  const margin = columnOf(text, startOf(node));
  const block = indent(["children:", ...indent(lines, 2)], margin);
  return insertLines(text, lineAfterValue(text, node), block);
}

/** After the last item of a list; below its key when the list is empty. */
function append(text: string, lines: readonly string[], list: unknown, pair: Pair | undefined): string {
  if (isSeq(list) && list.items.length > 0) {
    const dash = dashBefore(text, list.items[0]);
    return insertLines(text, lineAfterValue(text, list), indent(lines, columnOf(text, dash)));
  }
  if (!pair) return text;
  const key = isScalar(pair.key) ? startOf(pair.key) : 0;
  const block = indent(lines, columnOf(text, key) + 2);
  if (!isSeq(list)) return insertLines(text, lineAfter(text, key), block);
  const [start, end] = rangeOf(list);
  const eol = eolOf(text);
  return `${text.slice(0, start).trimEnd()}${eol}${block.join(eol)}${text.slice(end)}`;
}

/** Takes a theme's lines out, without their margin; the key of a list left empty goes too. */
function cutTheme(text: string, id: string): { text: string; lines: string[] } | undefined {
  const found = themeNode(text, id);
  if (!found) return undefined;
  const { node, list, pair } = found;
  const dash = dashBefore(text, node);
  const margin = columnOf(text, dash);
  const start = withCommentsAbove(text, text.lastIndexOf("\n", dash) + 1, margin);
  const end = lineAfterValue(text, node);
  const lines = text
    .slice(start, end)
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .map((line) => line.slice(Math.min(margin, line.length - line.trimStart().length)));
  const key = list.items.length === 1 ? pair?.key : undefined;
  const from = isScalar(key) ? Math.min(text.lastIndexOf("\n", startOf(key)) + 1, start) : start;
  return { text: text.slice(0, from) + text.slice(end), lines };
}

interface Found {
  readonly node: YAMLMap;
  readonly list: YAMLSeq;
  /** `children:` and its list; undefined for a root theme. */
  readonly pair: Pair | undefined;
}

function themeNode(text: string, id: string): Found | undefined {
  let found: Found | undefined;
  visit(parseDocument(text, { schema: "core", logLevel: "silent" }), {
    Map: (_, node, path) => {
      const list = path.at(-1);
      const above = path.at(-2);
      if (node.get("id") !== id || !isSeq(list)) return undefined;
      const isChild =
        above !== undefined && "key" in above && isScalar(above.key) && above.key.value === "children";
      found = { node, list, pair: isChild ? above : undefined };
      return visit.BREAK;
    },
  });
  return found;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** A value on one line, quoted when it needs to be. */
function scalar(value: string): string {
  return stringify({ "": value.replace(/\s*\n\s*/g, " ") }, { blockQuote: false, lineWidth: 0 }).replace(
    /^"": |\n$/g,
    "",
  );
}

function insertLines(text: string, at: number, lines: readonly string[]): string {
  const eol = eolOf(text);
  const isAtLineStart = at === 0 || text[at - 1] === "\n";
  const block = isAtLineStart ? lines.join(eol) + eol : eol + lines.join(eol);
  return text.slice(0, at) + block + text.slice(at);
}

function indent(lines: readonly string[], margin: number): string[] {
  return lines.map((line) => (line.trim() === "" ? "" : " ".repeat(margin) + line));
}

const eolOf = (text: string): string => /\r?\n/.exec(text)?.[0] ?? "\n";

/** Where a value starts and ends, what follows it aside. */
function rangeOf(node: unknown): readonly [number, number] {
  const [start, end] = (isNode(node) ? node.range : undefined) ?? [0, 0];
  return [start, end];
}

const startOf = (node: unknown): number => rangeOf(node)[0];

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

function lineAfter(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end + 1;
}

/** The dash in front of a list's item. */
function dashBefore(text: string, item: unknown): number {
  return text.lastIndexOf("-", startOf(item));
}

/** The start of the line after the last value inside a node. */
function lineAfterValue(text: string, node: unknown): number {
  const end = valueEnd(node);
  return text[end - 1] === "\n" ? end : lineAfter(text, end);
}

function valueEnd(node: unknown): number {
  if (isPair(node)) return Math.max(valueEnd(node.key), valueEnd(node.value));
  if (isCollection(node) && !node.flow) return Math.max(0, ...node.items.map(valueEnd));
  return rangeOf(node)[1];
}

/** The start of the comment lines that stand right above, at the same margin or deeper. */
function withCommentsAbove(text: string, lineStart: number, margin: number): number {
  let start = lineStart;
  while (start > 0) {
    const above = text.lastIndexOf("\n", start - 2) + 1;
    const line = text.slice(above, start);
    const comment = /^( *)#/.exec(line);
    if (!comment || comment[0].length <= margin) break;
    start = above;
  }
  return start;
}
