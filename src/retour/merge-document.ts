// A rebuild: what was generated before, what the person made of it, what is generated now,
// merged section by section and block by block, spliced into the person's own bytes.
import { formatTurn, type SectionId } from "../kernel/ids.ts";
import { foldTypography } from "../wording/fold.ts";
import { mergeBlocks, type Block } from "../wording/merge.ts";
import { outline, splitBlocks, type OutlinedSection } from "./outline.ts";
import { isBlockQuote, readBlockQuote } from "./quote.ts";

export interface MergedDocument {
  readonly text: string;
  readonly sections: readonly { readonly id: SectionId; readonly change: "new" | "updated" | "unchanged" }[];
  readonly quotes: { readonly added: number; readonly kept: number; readonly removed: number };
  /** Blocks that the person and the new transcript or codes both changed; the person's stand. */
  readonly conflicts: readonly { readonly section: SectionId; readonly generated: string }[];
  /** Sections the person took out, which stay out. */
  readonly removedByHand: readonly SectionId[];
}

interface DocumentBlock extends Block {
  readonly isQuote: boolean;
}

interface Tally {
  added: number;
  removed: number;
  conflicts: { section: SectionId; generated: string }[];
}

/** Merges three versions of a document. With nothing generated before, `base` is empty. */
export function mergeDocument(base: string, mine: string, theirs: string): MergedDocument {
  const feed = mine.includes("\r\n") ? "\r\n" : "\n";
  const [before, now] = [base, theirs].map((text) => outline(text.replaceAll("\n", feed), "").outline);
  const { outline: person } = outline(mine, "");
  if (!before || !now) throw new Error("unreachable: two texts give two outlines");
  const tally: Tally = { added: 0, removed: 0, conflicts: [] };
  const beforeById = new Map(before.sections.map((section) => [section.id, section]));
  const nowById = new Map(now.sections.map((section) => [section.id, section]));
  const minesIds = new Set(person.sections.map(({ id }) => id));

  const result = person.sections.map((section) => ({
    id: section.id,
    was: section.text,
    text: mergeSection(beforeById.get(section.id), section, nowById.get(section.id), tally, feed),
  }));
  const fresh = now.sections.filter(({ id }) => !minesIds.has(id) && !beforeById.has(id));
  for (const section of fresh) {
    tally.added += countQuotes(section.text);
    const entry = { id: section.id, was: "", text: section.text };
    result.splice(placeFor(section, now.sections, result), 0, entry);
  }
  const frontMatter = mergeFrontMatter(before.frontMatter, person.frontMatter, now.frontMatter, feed);
  const presentation = mergeBody(
    before.presentation,
    person.presentation,
    now.presentation,
    undefined,
    tally,
    feed,
  );
  const kept = result.filter(({ text }) => text !== "");
  const pieces = [frontMatter + presentation, ...kept.map(({ text }) => text)].filter(
    (piece) => piece !== "",
  );
  const text = pieces
    .map((piece, index) => (index < pieces.length - 1 ? endWithBlankLine(piece, feed) : piece))
    .join("");
  return {
    text: endWithLineFeed(text, feed),
    sections: kept.map(({ id, was, text: now }) => ({
      id,
      change: was === "" ? "new" : now.trimEnd() === was.trimEnd() ? "unchanged" : "updated",
    })),
    quotes: {
      added: tally.added,
      kept: kept.reduce((sum, each) => sum + countQuotes(each.text), 0) - tally.added,
      removed: tally.removed,
    },
    conflicts: tally.conflicts,
    removedByHand: before.sections
      .filter(({ id }) => !minesIds.has(id) && nowById.has(id))
      .map(({ id }) => id),
  };
}

/** What a merge gives when what is generated has not changed: the person's document. */
export function unmerged(mine: string): MergedDocument {
  const { sections } = outline(mine, "").outline;
  return {
    text: mine,
    sections: sections.map(({ id }) => ({ id, change: "unchanged" })),
    quotes: { added: 0, kept: countQuotes(mine), removed: 0 },
    conflicts: [],
    removedByHand: [],
  };
}

/** A section gone from the codebook goes when it is as it was generated, else it stays. */
function mergeSection(
  base: OutlinedSection | undefined,
  mine: OutlinedSection,
  theirs: OutlinedSection | undefined,
  tally: Tally,
  feed: string,
): string {
  if (theirs === undefined) {
    const isAsGenerated = base && bodyAndHeading(mine).body.trim() === bodyAndHeading(base).body.trim();
    if (!isAsGenerated) return mine.text;
    tally.removed += countQuotes(mine.text);
    return "";
  }
  const { heading, body } = bodyAndHeading(mine);
  const isRenamed = mine.title === base?.title && theirs.title !== base.title;
  const title = isRenamed ? heading.replace(mine.title, () => theirs.title) : heading;
  const baseBody = base ? bodyAndHeading(base).body : "";
  return title + mergeBody(baseBody, body, bodyAndHeading(theirs).body, mine.id, tally, feed);
}

function bodyAndHeading({ text }: OutlinedSection): { heading: string; body: string } {
  const length = text.split("\n", 1)[0]?.length ?? 0;
  return { heading: text.slice(0, length), body: text.slice(length) };
}

function mergeBody(
  base: string,
  mine: string,
  generated: string,
  section: SectionId | undefined,
  tally: Tally,
  feed: string,
): string {
  if (base === generated) return mine;
  if (mine === "") return generated;
  const placed = splitBlocks(mine);
  const person = placed.map(({ text }) => toBlock(text));
  const merged = mergeBlocks(blocksOf(base), person, blocksOf(generated));
  tally.added += merged.added.filter((block) => isBlockQuote(block.text)).length;
  tally.removed += merged.removed.filter((block) => isBlockQuote(block.text)).length;
  if (section !== undefined)
    tally.conflicts.push(...merged.conflicts.map(({ theirs }) => ({ section, generated: theirs })));

  const indexOf = new Map(person.map((block, index) => [block as Block, index]));
  let text = mine.slice(0, placed[0]?.start ?? mine.length);
  let previous = -1;
  for (const [position, block] of merged.blocks.entries()) {
    const index = indexOf.get(block);
    const here = index === undefined ? undefined : placed[index];
    const isNext = index !== undefined && index === previous + 1;
    if (isNext && here) text += previous === -1 ? "" : mine.slice(placed[previous]?.end ?? 0, here.start);
    else if (position > 0 || text.trim() === "") text = endWithBlankLine(text, feed);
    text += block.text;
    previous = index ?? -2;
  }
  return text + mine.slice(placed.at(-1)?.end ?? mine.length);
}

function blocksOf(text: string): DocumentBlock[] {
  return splitBlocks(text).map((block) => toBlock(block.text));
}

/** A quote is the same block while it quotes the same turns, whatever becomes of its words. */
function toBlock(text: string): DocumentBlock {
  const turns = isBlockQuote(text) ? readBlockQuote(text).turns : [];
  if (turns.length > 0) return { key: `quote ${turns.map(formatTurn).join(" ")}`, text, isQuote: true };
  return { key: foldTypography(text), text, isQuote: false };
}

function countQuotes(text: string): number {
  return splitBlocks(text).filter((block) => isBlockQuote(block.text)).length;
}

/** After the nearest section that comes before it in what is generated and is still there. */
function placeFor(
  section: OutlinedSection,
  generated: readonly OutlinedSection[],
  result: readonly { id: string }[],
): number {
  const index = generated.findIndex(({ id }) => id === section.id);
  for (let at = index - 1; at >= 0; at -= 1) {
    const place = result.findIndex(({ id }) => id === generated[at]?.id);
    if (place !== -1) return place + 1;
  }
  return index === 0 ? 0 : result.length;
}

/** Line by line: a line the person left as it was generated is brought up to date. */
function mergeFrontMatter(base: string, mine: string, theirs: string, feed: string): string {
  if (mine === "") return theirs;
  const linesOf = (text: string): Map<string, string> =>
    new Map(
      text
        .split(feed)
        .flatMap((line) => (/^[\w-]+:/.test(line) ? [[line.split(":", 1)[0] ?? "", line]] : [])),
    );
  const [before, now] = [linesOf(base), linesOf(theirs)];
  return mine
    .split(feed)
    .map((line) => {
      const key = line.split(":", 1)[0] ?? "";
      return before.get(key) === line ? (now.get(key) ?? line) : line;
    })
    .join(feed);
}

function endWithBlankLine(text: string, feed: string): string {
  if (text === "" || text.endsWith(feed + feed)) return text;
  return text.endsWith(feed) ? text + feed : text + feed + feed;
}

function endWithLineFeed(text: string, feed: string): string {
  return text.trimEnd() + feed;
}
