// The edits that take words out of one block of Markdown, and the marks that they leave empty.
import { escapeMarkdown } from "../retour/quote.ts";
import type { Edit } from "./edits.ts";
import { goneWords, type BlockPlace } from "./gone-words.ts";
import { endOf, lettersOf, startOf, walk, type Letter, type Node } from "../retour/markdown-tree.ts";

/** The edits of a paragraph, a heading or a cell; "all" when none of its words stays. */
export function blockEdits(block: Node, source: string, place: BlockPlace): Edit[] | "all" {
  const { letters, lost } = lettersOf(block, source);
  if (lost.length > 0)
    return lost.map(({ start, end, value }) => ({ start, end, text: escapeMarkdown(value) }));
  const gone = goneWords(letters.map(({ unit }) => unit).join(""), place);
  if (gone === undefined) return [];
  if (block.type !== "tableCell" && letters.every(({ unit }, index) => gone[index] === 1 || /\s/.test(unit)))
    return "all";
  moveSpaces(letters, gone);
  return [...emptiedMarks(block, letters, gone), ...runs(letters, gone, source)];
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
