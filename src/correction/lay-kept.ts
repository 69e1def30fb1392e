// The words of what was sent that came back, each with its place on both sides.
import { diffArrays } from "diff";
import type { LaidBlock } from "../copy/layout.ts";
import { foldTypography } from "../wording/fold.ts";
import { longestRising } from "../wording/rising.ts";
import { tokenize } from "../wording/tokens.ts";
import { trailOf } from "../wording/trail.ts";
import { countWords } from "./correction.ts";
import { within, type Seen, type Span } from "./lay-seen.ts";
import type { ReturnedBlock } from "./returned-text.ts";

type Old = Seen<LaidBlock>;
type Now = Seen<ReturnedBlock>;

/** A word that is on both sides. */
export interface Kept {
  readonly mine: Span;
  readonly theirs: Span;
}

/** Words that are on both sides, wherever blocks begin and end. */
export function keptWords(old: Old, now: Now): Kept[] {
  const kept: Kept[] = [];
  let [from, newFrom] = [0, 0];
  const compare = (to: number, newTo: number): void => {
    if (from === to || newFrom === newTo) return;
    const [by, newBy] = [old.startOf(from), now.startOf(newFrom)];
    const words = keptIn(old.text.slice(by, old.endOf(to - 1)), now.text.slice(newBy, now.endOf(newTo - 1)));
    kept.push(...inOneBlock(old, now, shiftedBy(words, by, newBy)));
  };
  for (const [block, newBlock] of sameBlocks(old.blocks, now.blocks)) {
    compare(block, newBlock);
    kept.push({
      mine: { start: old.startOf(block), end: old.endOf(block) },
      theirs: { start: now.startOf(newBlock), end: now.endOf(newBlock) },
    });
    [from, newFrom] = [block + 1, newBlock + 1];
  }
  compare(old.blocks.length, now.blocks.length);
  return kept;
}

/**
 * A block whose words are kept from several may be found in one of them alone: those of a quote
 * that was taken out are not those of the paragraph under it, though both begin alike.
 */
function inOneBlock(old: Old, now: Now, kept: readonly Kept[]): Kept[] {
  const found: Kept[] = [];
  for (let at = 0, next = 0; at < kept.length; at = next) {
    const block = now.blockAt(kept[at]?.theirs.start ?? 0);
    while (next < kept.length && now.blockAt(kept[next]?.theirs.start ?? 0) === block) next += 1;
    const own = kept.slice(at, next);
    const from = mostOf(old, own);
    const alone = from === undefined ? own : keptBetween(old, from, now, block);
    const isFree =
      (found.at(-1)?.mine.end ?? 0) <= (alone[0]?.mine.start ?? 0) &&
      (alone.at(-1)?.mine.end ?? 0) <= (kept[next]?.mine.start ?? old.text.length);
    const best = isFree && alone.length >= own.length ? alone : own;
    if (isSameBlock(old, now, best, block)) found.push(...best);
  }
  return found;
}

/** A block that was another kind of one, and has few of its words, is a new one. */
function isSameBlock(old: Old, now: Now, kept: readonly Kept[], newBlock: number): boolean {
  const block = old.blockAt(kept[0]?.mine.start ?? 0);
  if (isOfKind(old.blocks[block], now.blocks[newBlock])) return true;
  const words = kept.filter(({ mine }) => /[\p{L}\p{N}]/u.test(within(old.text, mine)));
  return words.length * 2 >= countWords(now.blocks[newBlock]?.text ?? "");
}

/** The sent block that holds most of the words, when there are several. */
function mostOf(old: Old, kept: readonly Kept[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { mine } of kept) {
    const block = old.blockAt(mine.start);
    counts.set(block, (counts.get(block) ?? 0) + 1);
  }
  if (counts.size < 2) return undefined;
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

function keptBetween(old: Old, block: number, now: Now, newBlock: number): Kept[] {
  const [by, newBy] = [old.startOf(block), now.startOf(newBlock)];
  const kept = keptIn(old.blocks[block]?.text ?? "", now.blocks[newBlock]?.text ?? "");
  return shiftedBy(kept, by, newBy);
}

/** Words of the blocks that are the same on both sides: one for one, when there are as many. */
export function keptBlocks(old: Old, now: Now): Kept[] {
  const [texts, newTexts] = [foldedOf(old.blocks), foldedOf(now.blocks)];
  if (texts.length === newTexts.length)
    return texts.flatMap((text, index) => (text === newTexts[index] ? zipped(old, index, now, index) : []));
  const kept: Kept[] = [];
  let [block, newBlock] = [0, 0];
  for (const { removed, added, count } of diffArrays(texts, newTexts)) {
    for (let index = 0; index < count && !removed && !added; index += 1)
      kept.push(...zipped(old, block + index, now, newBlock + index));
    if (!added) block += count;
    if (!removed) newBlock += count;
  }
  return kept;
}

/** What came back looks like what was sent, when the file says what it looks like. */
export function isOfKind(laid: LaidBlock | undefined, block: ReturnedBlock | undefined): boolean {
  const kind = block?.kind;
  if (laid === undefined || kind === undefined) return true;
  if (laid.quote !== 0 || kind === "quote") return laid.quote !== 0 && kind === "quote";
  const isText = laid.kind === "code" || laid.kind === "rule";
  return kind === (isText ? "paragraph" : laid.kind);
}

function shiftedBy(kept: readonly Kept[], by: number, newBy: number): Kept[] {
  const moved = ({ start, end }: Span, shift: number): Span => ({ start: start + shift, end: end + shift });
  return kept.map(({ mine, theirs }) => ({ mine: moved(mine, by), theirs: moved(theirs, newBy) }));
}

/** Blocks that are once on each side, and the same to the letter, as many as keep one order. */
function sameBlocks(
  old: readonly { readonly text: string }[],
  now: readonly { readonly text: string }[],
): [number, number][] {
  const onceIn = (blocks: readonly { readonly text: string }[]): Map<string, number> => {
    const found = new Map<string, number>();
    for (const [index, { text }] of blocks.entries()) found.set(text, found.has(text) ? -1 : index);
    return found;
  };
  const places = onceIn(now);
  const pairs = [...onceIn(old)].flatMap(([text, block]): [number, number][] => {
    const place = places.get(text) ?? -1;
    return block === -1 || place === -1 ? [] : [[block, place]];
  });
  return longestRising(pairs.map(([, place]) => place)).flatMap((index) => {
    const pair = pairs[index];
    return pair ? [pair] : [];
  });
}

/** Words that are in both texts. */
function keptIn(text: string, newText: string): Kept[] {
  const { old, now, fates } = trailOf(text, newText);
  return fates.flatMap((fate, index) => {
    const [mine, theirs] = [old.tokens[index], typeof fate === "number" ? now.tokens[fate] : undefined];
    return mine && theirs ? [{ mine, theirs }] : [];
  });
}

function foldedOf(blocks: readonly { readonly text: string }[]): string[] {
  return blocks.map(({ text }) => foldTypography(text));
}

/** The words of two blocks that have the same. */
function zipped<A extends { text: string }, B extends { text: string }>(
  old: Seen<A>,
  block: number,
  now: Seen<B>,
  newBlock: number,
): Kept[] {
  const spansOf = (text: string, by: number): Span[] =>
    tokenize(text).map(({ start, end }) => ({ start: start + by, end: end + by }));
  const theirs = spansOf(now.blocks[newBlock]?.text ?? "", now.startOf(newBlock));
  return spansOf(old.blocks[block]?.text ?? "", old.startOf(block)).flatMap((mine, index) => {
    const twin = theirs[index];
    return twin ? [{ mine, theirs: twin }] : [];
  });
}
