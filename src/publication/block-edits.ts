// What goes from the words of one block: turn references, the attributes of a heading, calls
// to notes that do not exist, and the name under a quote when the study shows none.
import { escapeMarkdown } from "../retour/quote.ts";
import type { Edit } from "./edits.ts";
import { endOf, lettersOf, startOf, walk, type Letter, type Node } from "./markdown-tree.ts";
import { referenceRanges, type Range } from "./references.ts";

export interface BlockPlace {
  /** The last paragraph of a block quote: where its attribution is. */
  readonly isLastOfQuote: boolean;
  readonly isFirst: boolean;
  readonly hasAttribution: boolean;
}

const attribute = String.raw`(?:[#.][^\s{}]+|[\p{L}\p{N}_-]+=[^\s{}]*)`;
const headingAttributes = new RegExp(
  String.raw`\s*\{\s*(?:${attribute}(?:\s+${attribute})*\s*)?\}\s*$`,
  "gu",
);
const unknownNote = /\[\^[^\]\s]+\]/g;

/** The edits of a paragraph, a heading or a cell; "all" when none of its words stays. */
export function blockEdits(block: Node, source: string, place: BlockPlace): Edit[] | "all" {
  const { letters, lost } = lettersOf(block, source);
  if (lost.length > 0)
    return lost.map((node) => ({
      start: startOf(node),
      end: endOf(node),
      text: "value" in node ? escapeMarkdown(node.value) : "",
    }));
  const text = letters.map(({ unit }) => unit).join("");
  const references = referenceRanges(text);
  const gone = new Uint8Array(text.length);
  for (const { start, end } of references) gone.fill(1, start, end);
  for (const { start, end } of rangesOf(text, unknownNote)) gone.fill(1, start, end);
  if (block.type === "heading")
    for (const { start, end } of rangesOf(text, headingAttributes)) gone.fill(1, start, end);
  for (const { start, end } of goneLines(text, references, gone, place)) gone.fill(1, start, end);
  if (!gone.includes(1)) return [];
  if (block.type !== "tableCell" && letters.every(({ unit }, index) => gone[index] === 1 || /\s/.test(unit)))
    return "all";
  moveSpaces(letters, gone);
  return [...emptiedMarks(block, letters, gone), ...runs(letters, gone, source)];
}

function rangesOf(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Lines that go whole: left with nothing but a dash, or naming who spoke when the study does not. */
function goneLines(
  text: string,
  references: readonly Range[],
  gone: Uint8Array,
  { isLastOfQuote, isFirst, hasAttribution }: BlockPlace,
): Range[] {
  const lines = rangesOf(text, /[^\n]+/g);
  return lines.flatMap((line, index) => {
    const words = text.slice(line.start, line.end);
    const isTouched = references.some(({ start, end }) => start < line.end && end > line.start);
    const isLeft = rangesOf(words, /[^\s—–―-]/g).some(({ start }) => gone[line.start + start] !== 1);
    const isBare = isTouched && !isLeft;
    const isAlone = lines.length === 1 && !isFirst;
    const isName =
      isLastOfQuote && index === lines.length - 1 && /^\s*[—–―]/.test(words) && (isTouched || isAlone);
    if (!isBare && !(isName && !hasAttribution)) return [];
    // With the line break before it, or after it when it is the first.
    return [index === 0 ? { ...line, end: line.end + 1 } : { ...line, start: line.start - 1 }];
  });
}

/**
 * A space left at the beginning of an emphasis would undo it: it goes, and the one that went
 * before the emphasis stays instead.
 */
function moveSpaces(letters: readonly Letter[], gone: Uint8Array): void {
  const isSpace = (at: number): boolean => /[^\S\n]/.test(letters[at]?.unit ?? "");
  for (let index = 1; index < letters.length; index += 1) {
    const owner = letters[index]?.of;
    if (gone[index] === 1 || gone[index - 1] !== 1 || !isSpace(index) || letters[index - 1]?.of !== owner)
      continue;
    let first = index - 1;
    while (gone[first - 1] === 1 && letters[first - 1]?.of === owner) first -= 1;
    const isAtBeginning = first === 0 || letters[first - 1]?.of !== owner;
    if (!isAtBeginning || isSpace(first)) continue;
    gone[index] = 1;
    while (gone[first - 1] === 1) gone[(first -= 1)] = isSpace(first) ? 0 : 1;
  }
}

/** Emphasis, links and code whose words have all gone go with their marks. */
function emptiedMarks(block: Node, letters: readonly Letter[], gone: Uint8Array): Edit[] {
  return [...walk(block)].flatMap((node) => {
    if (node === block || !("children" in node || node.type === "inlineCode")) return [];
    const [start, end] = [startOf(node), endOf(node)];
    const within = letters.flatMap((letter, index) =>
      letter.start >= start && letter.end <= end ? [gone[index] === 1] : [],
    );
    return within.length > 0 && within.every(Boolean) ? [{ start, end, text: "" }] : [];
  });
}

/** Neighbours that only the beginning of a wrapped line separates go in one piece. */
function runs(letters: readonly Letter[], gone: Uint8Array, source: string): Edit[] {
  const edits: { start: number; end: number; text: string }[] = [];
  for (const [index, { unit, start, end }] of letters.entries()) {
    if (gone[index] !== 1) continue;
    const last = edits.at(-1);
    // A line that goes takes with it what begins the next one.
    const next = letters[index + 1];
    const stop = unit === "\n" && next && /^[ \t>]*$/.test(source.slice(end, next.start)) ? next.start : end;
    const isNext = gone[index - 1] === 1 && last && /^[ \t>\n]*$/.test(source.slice(last.end, start));
    if (last && isNext) last.end = stop;
    else edits.push({ start, end: stop, text: "" });
  }
  return edits;
}
