// A text taken out of a PDF, sewn up when a person asks: cut lines, cut words, running heads, page
// numbers. Every change is said; no letter goes but those of heads and numbers, which are named.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Decoded } from "../encoding/decode.ts";
import { foldLabel, isNameLike } from "../shapes/labels.ts";
import { isCut, keepsHyphen, vocabularyOf } from "./line-hyphens.ts";
import { diagnose } from "../messages.ts";
import { pageFurniture } from "./page-furniture.ts";
import type { Hints } from "../reading.ts";
import { timeAtStart } from "../shapes/spoken-times.ts";

export interface Unwrapped {
  readonly text: string;
  /** For each line of the text, its number in the file. */
  readonly lines: readonly number[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/**
 * A text as it was decoded, sewn up. A line is
 * rejoined with the next when it is as long as lines get, or its sentence goes on, and the next
 * opens no turn.
 */
export function unwrap(
  { text, pageStarts }: Pick<Decoded, "text" | "pageStarts">,
  { file, isKnown }: Pick<Hints, "file" | "isKnown">,
): Unwrapped {
  const raw = text.split("\n").map((line) => line.trim());
  const { spoken, furniture } = withoutFurniture(raw, pageStarts);
  const sewing = new Sewing(spoken, file, isKnown);
  const diagnostics = furniture.map(({ text: words, number }) =>
    diagnose("import.unwrapped-page", "info", { words }, { file, line: number }),
  );
  const all = [...diagnostics, ...sewing.diagnostics].sort(
    (a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0),
  );
  return {
    text: sewing.sewn.map((line) => line.text).join("\n"),
    lines: sewing.sewn.map(({ number }) => number),
    diagnostics: all,
  };
}

/** Where a page ends, blank lines part nothing: its last sentence may go on. */
function withoutFurniture(
  raw: readonly string[],
  pageStarts: readonly number[],
): { spoken: Line[]; furniture: Line[] } {
  const found = new Set(pageFurniture(raw, pageStarts));
  const breaks = new Set([...found, ...pageStarts]);
  const lines = raw.map((text, index) => ({ text, number: index + 1 }));
  const spoken: Line[] = [];
  let isAtBreak = false;
  for (const [index, line] of lines.entries()) {
    if (breaks.has(index)) {
      while (spoken.at(-1)?.text === "") spoken.pop();
      isAtBreak = true;
    }
    if (found.has(index) || (isAtBreak && line.text === "")) continue;
    isAtBreak = false;
    spoken.push(line);
  }
  return { spoken, furniture: lines.filter((_, index) => found.has(index)) };
}

class Sewing {
  readonly sewn: Line[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: string;
  readonly #vocabulary: ReadonlyMap<string, number>;

  constructor(lines: readonly Line[], file: string, isKnown: Hints["isKnown"]) {
    this.#file = file;
    const texts = lines.map(({ text }) => text);
    this.#vocabulary = vocabularyOf(texts);
    const width = widthOf(texts);
    let pieces: string[] = [];
    let [first, last] = [0, 0];
    const close = (): void => {
      if (pieces.length > 0) this.sewn.push({ text: pieces.join(""), number: first });
      if (last > first)
        this.diagnostics.push(
          diagnose("import.unwrapped-lines", "info", { first, last }, { file, line: first }),
        );
      pieces = [];
    };
    let before = "";
    for (const { text, number } of lines) {
      if (pieces.length > 0 && goesOn(before, text, width, isKnown))
        pieces.push(this.#seam(before, text, pieces, last));
      else {
        close();
        first = number;
      }
      pieces.push(text);
      last = number;
      before = text;
    }
    close();
  }

  /** What stands between two lines: a space, or nothing where a word was cut. */
  #seam(before: string, text: string, pieces: string[], line: number): string {
    const [, first = "", hyphen] =
      /([\p{L}\p{M}\d'’-]*[\p{L}\p{M}\d])([-\u00AD‐])$/u.exec(before.slice(-80)) ?? [];
    const [second] = /^[\p{L}\p{M}\d]+/u.exec(text) ?? [];
    if (hyphen === undefined || second === undefined) return " ";
    const stem = first.slice(Math.max(first.lastIndexOf("'"), first.lastIndexOf("’")) + 1);
    if (hyphen === "-" && keepsHyphen(stem, second, this.#vocabulary)) return "";
    pieces.push((pieces.pop() ?? "").slice(0, -1));
    // A word with a capital may be a name: it is not said.
    const isSaid = !/\p{Lu}/u.test(first + second);
    const params = isSaid ? { before: `${first}-`, after: first + second } : { before: "", after: "" };
    this.diagnostics.push(diagnose("import.unwrapped-hyphen", "info", params, { file: this.#file, line }));
    return "";
  }
}

/** No page is wider, in characters: longer lines are paragraphs, or several lines in one. */
const WIDEST = 140;

/** What the page was wide: how long the longest lines are, a few left aside; 0 when they are no page's. */
function widthOf(lines: readonly string[]): number {
  const lengths = lines
    .map((line) => line.length)
    .filter(Boolean)
    .sort((a, b) => a - b);
  const longest = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  return longest > WIDEST ? commonWidth(lengths) : longest;
}

/**
 * pdftotext joins the two lines of a cut word. The lines left tell the width if a third of all are nearly
 * as long as it. `lengths`: in order.
 */
function commonWidth(lengths: readonly number[]): number {
  let best = { width: 0, count: lengths.length / 3 };
  let first = 0;
  for (const [index, width] of lengths.entries()) {
    if (width > WIDEST) break;
    while ((lengths[first] ?? width) < width * 0.85) first += 1;
    const count = index - first + 1;
    if (width >= NARROWEST && count >= best.count) best = { width, count };
  }
  return best.width;
}

/** Shorter lines that are nearly as long as one another are answers. */
const NARROWEST = 30;

/** True when the next line's first word would not have found room on this one. */
function isFull(line: string, next: string, width: number): boolean {
  const word = next.search(/\s/);
  return lastLength(line.length, width) + 1 + (word === -1 ? next.length : word) > width * 0.9;
}

/** Of a line that is several, how long the last is. */
function lastLength(length: number, width: number): number {
  return length <= width * 1.3 ? length : length - width * (Math.ceil(length / width - 0.05) - 1);
}

const endsSentence = (line: string): boolean => /[.?!…:]["»”’)\]\s]*$/u.test(line);

function goesOn(line: string, next: string, width: number, isKnown: Hints["isKnown"]): boolean {
  if (line === "" || next === "" || width === 0 || opensTurn(next, isKnown)) return false;
  if (isCut(line)) return true;
  if (!endsSentence(line) && /^[\p{Ll}»]/u.test(next)) return true;
  if (endsSentence(line) && mayOpenTurn(next)) return false;
  return isFull(line, next, width) && !/^\p{Lu}+$/u.test(line);
}

/** A dash, a bullet, a time, a tab or a name and its colon. */
function opensTurn(line: string, isKnown: Hints["isKnown"]): boolean {
  if (/^(?:[-–—•*]\s|\[|#|[^\t]{1,60}\t)/.test(line) || timeAtStart(line)?.isBare === false) return true;
  const at = line.indexOf(":");
  const label = at > 0 && at <= 60 ? line.slice(0, at).trim() : "";
  return isNameLike(label) || isKnown(foldLabel(label));
}

/** A name in capitals, before a dash, or as debates have it: after a sentence only. */
function mayOpenTurn(line: string): boolean {
  const start = line.slice(0, 60);
  const [label = ""] = /^[^–—]+(?=\s[–—])/.exec(start) ?? [];
  return /^(?:\p{Lu}{2,}|(?:MM?\.|Mmes?|Mlle|Dr)\s)/u.test(start) || isNameLike(label);
}

/** How many lines must break off inside a sentence for a text to look taken out of a PDF. */
const ENOUGH = 5;

/** The first line, from 1, of a text that looks hard-wrapped; undefined for another. */
export function looksWrapped(text: string): number | undefined {
  const lines = text.split("\n").map((line) => line.trim());
  const spoken = lines.filter(Boolean);
  const width = widthOf(spoken);
  if (width === 0) return undefined;
  const broken = lines.flatMap((line, index) => {
    const next = lines[index + 1] ?? "";
    const isBroken = !endsSentence(line) && /^\p{Ll}/u.test(next);
    const isWrapped = isBroken && (isCut(line) || isFull(line, next, width));
    return isWrapped && goesOn(line, next, width, () => false) ? [index + 1] : [];
  });
  return broken.length >= ENOUGH && broken.length * 3 >= spoken.length ? broken[0] : undefined;
}
