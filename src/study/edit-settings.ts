// Adds an item to a list of retour.yaml, or changes a pseudonym, by splicing into the person's own
// text: their comments, blank lines, indents and quotes stay as they wrote them.
import { isCollection, isMap, isNode, isPair, isScalar, isSeq, parseDocument, stringify } from "yaml";
import type { Node, Pair, YAMLMap, YAMLSeq } from "yaml";

export type ListName = "groups" | "participants" | "sessions";
/** One-line values, in the order in which the keys are to be written; `undefined` ones are left out. */
export type NewItem = Readonly<Record<string, string | readonly string[] | undefined>>;

interface Splice {
  readonly at: number;
  readonly insert: string;
}

/**
 * The text with one more item at the end of a list, which is made when it is missing.
 * All that was in the text is still there, in order, around one inserted piece. In a layout
 * that no rule here foresees the result may not parse or may lack the item: parse it again.
 */
export function appendItem(text: string, list: ListName, item: NewItem): string {
  const { at, insert } = place(text, list, item);
  return text.slice(0, at) + insert + text.slice(at);
}

/**
 * The text with another pseudonym for the participant `id`: nothing else of it changes. The text as it
 * is when the person or their pseudonym is not found; parse it again to see that it says what it should.
 */
export function changePseudonym(text: string, id: string, pseudonym: string): string {
  const root = parseDocument(text, { schema: "core", logLevel: "silent" }).contents;
  const list: unknown = isMap(root) ? root.get("participants") : undefined;
  const people = isSeq(list) ? list.items.filter((each) => isMap(each)) : [];
  const person = people.find((each) => each.get("id") === id);
  const value = person?.get("pseudonym", true);
  if (person === undefined || !isScalar(value)) return text;
  const [start, end] = [startOf(value), valueEnd(value)];
  const written = person.flow
    ? flowText({ "": pseudonym }).replace(/^\{ "": | \}$/g, "")
    : valueText(pseudonym);
  // A text in a `|` block ends with its line end.
  const eol = /\r?\n$/.exec(text.slice(start, end))?.[0] ?? "";
  return text.slice(0, start) + written + eol + text.slice(end);
}

function place(text: string, list: ListName, item: NewItem): Splice {
  const root = parseDocument(text, { schema: "core", logLevel: "silent" }).contents;
  const map = isMap(root) ? root : undefined;
  const pair = map?.items.find(({ key }) => isScalar(key) && key.value === list);
  if (!pair) return newList(text, list, item, map);
  const value: unknown = pair.value;
  if (!isSeq(value)) return firstItem(text, item, pair);
  return value.flow ? inFlow(value, item) : afterLast(text, value, item, pair);
}

/** The list's key is not there: a new key at the end of the settings. */
function newList(text: string, list: ListName, item: NewItem, map: YAMLMap | undefined): Splice {
  const margin = " ".repeat(map ? columnOf(text, startOf(map)) : 0);
  const end = /^(\.\.\.|---)/m.exec(text.slice(endOf(map)));
  const at = end ? endOf(map) + end.index : text.length;
  return onOwnLines(text, at, [`${margin}${list}:`, ...blockLines(item, `${margin}  `, 2)]);
}

/** The key is there without a value: the item goes below it and below the comments indented under it. */
function firstItem(text: string, item: NewItem, pair: Pair): Splice {
  const key = keyStart(pair);
  const column = columnOf(text, key);
  const at = afterComments(text, lineAfter(text, key), column);
  return onOwnLines(text, at, blockLines(item, " ".repeat(column + 2), 2));
}

/** A list with one dash per item. */
function afterLast(text: string, list: YAMLSeq, item: NewItem, pair: Pair): Splice {
  const dash = columnOf(text, startOf(list));
  const last = list.items.at(-1);
  const inside = list.items.findLast((each) => isMap(each) && !each.flow);
  const gap = isMap(inside) ? columnOf(text, startOf(inside)) - dash : 2;
  const margin = " ".repeat(dash);
  const lines =
    isMap(last) && last.flow ? [`${margin}- ${flowText(item)}`] : blockLines(item, margin, gap > 1 ? gap : 2);
  // Dashes at the margin of their key: a comment there may be about what comes next.
  const owned = Math.max(dash - 1, columnOf(text, keyStart(pair)));
  const at = afterComments(text, lineAfterNode(text, last), owned);
  return onOwnLines(text, at, isSpaced(text, list) ? ["", ...lines] : lines);
}

/** A list between brackets. */
function inFlow(list: YAMLSeq, item: NewItem): Splice {
  const last = list.items.at(-1);
  if (last === undefined) return { at: startOf(list) + 1, insert: flowText(item) };
  return { at: valueEnd(last), insert: `, ${flowText(item)}` };
}

/** Whole lines at the start of a line, or after a last line that does not end. */
function onOwnLines(text: string, at: number, lines: readonly string[]): Splice {
  const eol = /\r?\n/.exec(text)?.[0] ?? "\n";
  const block = lines.join(eol);
  const isAtLineStart = at === 0 || text[at - 1] === "\n";
  return { at, insert: isAtLineStart ? block + eol : eol + block };
}

/** One key per line, the first after a dash that stands at `margin`; `gap` is from dash to key. */
function blockLines(item: NewItem, margin: string, gap: number): string[] {
  return entriesOf(item).map(([key, value], index) => {
    const start = index === 0 ? `-${" ".repeat(gap - 1)}` : " ".repeat(gap);
    return `${margin}${start}${key}: ${valueText(value)}`;
  });
}

function flowText(item: NewItem): string {
  return stringify(Object.fromEntries(entriesOf(item)), { collectionStyle: "flow", lineWidth: 0 }).replace(
    /\n$/,
    "",
  );
}

function entriesOf(item: NewItem): [string, string | readonly string[]][] {
  return Object.entries(item).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
}

/** A value on one line, quoted when it needs to be. */
function valueText(value: string | readonly string[]): string {
  const written =
    typeof value === "string"
      ? stringify({ "": value }, { blockQuote: false, lineWidth: 0 }).replace(/^"": /, "")
      : stringify(value, { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 });
  return written.replace(/\n$/, "");
}

/** True when blank lines stand between the items. */
function isSpaced(text: string, { items }: YAMLSeq): boolean {
  const [before, last] = items.slice(-2);
  if (before === undefined || !isNode(last)) return false;
  return /\n[ \t]*\r?\n/.test(text.slice(valueEnd(before) - 1, startOf(last)));
}

/** The start of the line after the last word of a node. */
function lineAfterNode(text: string, node: unknown): number {
  const end = valueEnd(node);
  // A text in a `|` block ends with its line end.
  return text[end - 1] === "\n" ? end : lineAfter(text, end);
}

function lineAfter(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end + 1;
}

/** Passes over comments further right than `column`, with the blank lines between them. */
function afterComments(text: string, from: number, column: number): number {
  let at = from;
  for (let line = from; line < text.length;) {
    const next = lineAfter(text, line);
    const comment = /^([ ]*)(#?)/.exec(text.slice(line, next));
    const isBlank = text.slice(line, next).trim() === "";
    if (comment?.[2] === "#" && (comment[1] ?? "").length > column) at = next;
    else if (!isBlank) break;
    line = next;
  }
  return at;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

function keyStart(pair: Pair): number {
  return isScalar(pair.key) ? startOf(pair.key) : 0;
}

function startOf(node: { range?: Node["range"] }): number {
  return node.range?.[0] ?? 0;
}

/** Where everything of a node ends, its comments included. */
function endOf(node: { range?: Node["range"] } | undefined): number {
  return node?.range?.[2] ?? 0;
}

/** Where the last value inside a node ends. */
function valueEnd(node: unknown): number {
  if (isPair(node)) return Math.max(valueEnd(node.key), valueEnd(node.value));
  if (isCollection(node) && !node.flow) return valueEnd(node.items.at(-1));
  return isNode(node) ? (node.range?.[1] ?? 0) : 0;
}
