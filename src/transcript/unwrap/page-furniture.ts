// What stands on every page of a text taken out of a PDF and nobody said: running heads and feet, page numbers.
import { isNameLike } from "../shapes/labels.ts";

/** How many lines at each end of a page may be furniture. */
const DEEP = 3;

/**
 * Indexes of the lines that are furniture: at a page's head or foot, and there again, numbers
 * aside, on three pages in ten; or numbers that count the pages. `pageStarts`: indexes of the
 * lines that come first on a page; where there are none, numbers alone on their lines part pages.
 */
export function pageFurniture(lines: readonly string[], pageStarts: readonly number[]): number[] {
  const starts = pageStarts.length > 0 ? pageStarts : startsByNumber(lines);
  if (starts.length === 0) return [];
  const pages = [0, ...starts].map((start, index) => indexesOf(lines, start, starts[index] ?? lines.length));
  const heads = pages.map((page) => page.slice(0, DEEP));
  const feet = pages.map((page) => page.slice(-DEEP).reverse());
  return [heads, feet].flatMap((ends) => furnitureAt(ends, lines)).sort((a, b) => a - b);
}

function indexesOf(lines: readonly string[], start: number, end: number): number[] {
  const indexes: number[] = [];
  for (let index = start; index < end; index += 1) if (lines[index] !== "") indexes.push(index);
  return indexes;
}

/** `ends`: for each page, the lines at one of its ends, the outermost first. */
function furnitureAt(ends: readonly (readonly number[])[], lines: readonly string[]): number[] {
  const line = (index: number): string => lines[index] ?? "";
  const repeated = commonest(ends.map((end) => new Set(end.map((index) => plain(line(index))))));
  const enough = Math.max(2, Math.ceil(ends.filter((end) => end.length > 0).length * 0.3));
  const offsets = commonest(
    ends.map((end, page) => new Set(end.flatMap((index) => (numberOf(line(index)) ?? NaN) - page))),
  );
  const isFurniture = (index: number, page: number): boolean => {
    const number = numberOf(line(index));
    if (number !== undefined) return (offsets.get(number - page) ?? 0) >= 2;
    return (repeated.get(plain(line(index))) ?? 0) >= enough && !opensTurn(line(index));
  };
  return ends.flatMap((end, page) => {
    const inner = end.findIndex((index) => !isFurniture(index, page));
    return inner === -1 ? end : end.slice(0, inner);
  });
}

function commonest<T>(pages: readonly ReadonlySet<T>[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const page of pages) for (const each of page) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

const plain = (line: string): string => line.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ");

const pageNumber = /^(?:[-–—]\s?)?(?:page |p\. ?)?(\d{1,4})(?:\s?(?:\/|sur|of|de)\s?\d{1,4})?(?:\s?[-–—])?$/i;

/** The number in `12`, `- 12 -`, `12/45`, `Page 12 sur 45`. */
function numberOf(line: string): number | undefined {
  const [, number] = pageNumber.exec(line) ?? [];
  return number === undefined ? undefined : Number(number);
}

const opensTurn = (line: string): boolean => {
  const at = line.indexOf(":");
  return at > 0 && at <= 60 && isNameLike(line.slice(0, at).trim());
};

interface Chain {
  readonly index: number;
  readonly length: number;
  readonly before: Chain | undefined;
}

/** Where pages start when numbers that follow one another, three at least, stand alone on lines. */
function startsByNumber(lines: readonly string[]): number[] {
  const chains = new Map<number, Chain>();
  let best: Chain | undefined;
  for (const [index, line] of lines.entries()) {
    const number = numberOf(line);
    if (number === undefined) continue;
    const before = chains.get(number - 1);
    const chain = { index, length: (before?.length ?? 0) + 1, before };
    chains.set(number, chain);
    if (chain.length > (best?.length ?? 2)) best = chain;
  }
  const starts: number[] = [];
  for (let chain = best; chain; chain = chain.before) starts.push(chain.index + 1);
  return starts.reverse();
}
