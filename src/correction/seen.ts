// The words of a text without Markdown's marks, for people to read. What changed is never hidden:
// where marks alone changed, the marks are shown.
import type { Stretch } from "./comparison.ts";

/** Of a UTF-16 unit: a mark that is not read; a letter that is; an address, read where it changed. */
const [MARK, LETTER, ADDRESS] = [0, 1, 2];

const marks =
  /\\[!-/:-@[-`{-~]|(?<=^|\n)[ \t]*(?:(?:> ?)+(?:#{1,6}[ \t]+)?|#{1,6}[ \t]+)|\n[ \t]*\n|`+|\*+|_+|~~|\[[^[\]\n]*\]\([^()\s]*\)|[ \t]?\{#[^{}\n]*\}(?=[ \t]*(?:\n|$))/g;

/** For each UTF-16 unit of a text, whether it is read. `isLineStart` is false for words inside a line. */
export function seenUnits(text: string, isLineStart = true): Uint8Array {
  const seen = new Uint8Array(text.length).fill(LETTER);
  const hide = (from: number, to: number): void => void seen.fill(MARK, from, to);
  // The last opening mark of each kind in this paragraph.
  const open = new Map<string, number>();
  for (const { 0: mark, index } of text.matchAll(marks)) {
    const end = index + mark.length;
    const isFirst = index === 0 && !isLineStart;
    if (mark.startsWith("\\")) hide(index, index + 1);
    else if (mark.startsWith("\n")) open.clear();
    else if (mark.startsWith("[")) {
      const close = index + mark.indexOf("](");
      hide(index, index + 1);
      seen.fill(ADDRESS, close, end);
    } else if (/^[*_~`]/.test(mark)) {
      const start = open.get(mark);
      const [before, after] = [text.charAt(index - 1), text.charAt(end)];
      if (start !== undefined && mayClose(mark, before, after)) {
        hide(start, start + mark.length);
        hide(index, end);
        open.delete(mark);
      } else if (mayOpen(mark, before, after)) open.set(mark, index);
    } else if (!isFirst) hide(index, end);
  }
  return seen;
}

const isWord = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter);

function mayOpen(mark: string, before: string, after: string): boolean {
  return after.trim() !== "" && !(mark.startsWith("_") && isWord(before));
}

function mayClose(mark: string, before: string, after: string): boolean {
  return before.trim() !== "" && !(mark.startsWith("_") && isWord(after));
}

/** Words of a text that nobody changed, `seen` being that text's. */
export function seenWords(text: string, seen: Uint8Array, start = 0, end = text.length): string {
  let words = "";
  for (let at = start; at < end; at += 1) if (seen[at] === LETTER) words += text.charAt(at);
  return onLines(words);
}

/**
 * Stretches as they are read. Those that are the same or removed make a range of the sent text,
 * from `start`; `seen` is of the whole of it.
 */
export function seenStretches(stretches: readonly Stretch[], seen: Uint8Array, start: number): Stretch[] {
  const units = withChangedAddresses(stretches, seen, start);
  const list: Stretch[] = [];
  let [at, line] = [0, "\n"];
  for (const [index, { op, text }] of stretches.entries()) {
    const own = op === "added" ? seenUnits(text, line.endsWith("\n")) : units.subarray(at, at + text.length);
    if (op !== "added") at += text.length;
    if (op !== "removed") line = text;
    const words = op === "same" ? seenWords(text, own) : changedWords(text, own);
    const other = op === "added" ? stretches[index - 1] : stretches[index + 1];
    const isMarksOnly = op !== "same" && (words.trim() === "" || isSameBut(op, words, other));
    const shown = isMarksOnly ? onLines(text) : words;
    if (shown !== "") list.push({ op, text: shown });
  }
  return list;
}

/** What is read of the sent words of stretches: an address that changed, whole. */
function withChangedAddresses(stretches: readonly Stretch[], seen: Uint8Array, start: number): Uint8Array {
  const length = stretches.reduce((sum, { op, text }) => (op === "added" ? sum : sum + text.length), 0);
  const units = seen.slice(start, start + length);
  const showFrom = (place: number, step: 1 | -1): void => {
    for (let at = place; units[at] === ADDRESS; at += step) units[at] = LETTER;
  };
  let at = 0;
  for (const { op, text } of stretches) {
    if (op !== "same") showFrom(at - 1, -1);
    if (op !== "added") at += text.length;
    if (op !== "same") showFrom(at, 1);
  }
  return units;
}

function changedWords(text: string, units: Uint8Array): string {
  let words = "";
  for (let at = 0; at < text.length; at += 1) if (units[at] !== MARK) words += text.charAt(at);
  return onLines(words);
}

/** True when what stands in the place of words reads as they do. */
function isSameBut(op: Stretch["op"], words: string, other: Stretch | undefined): boolean {
  if (other?.op !== (op === "added" ? "removed" : "added")) return false;
  return words.trim() === changedWords(other.text, seenUnits(other.text)).trim();
}

/** A line that goes on is one with the next; paragraphs, items and rows begin theirs. */
function onLines(words: string): string {
  return words.replace(/(?<![ \t])[ \t]*\n\s*(?=([-*+|][ \t]|\d{1,9}[.)][ \t])?)/g, (gap, begins?: string) =>
    begins !== undefined || gap.indexOf("\n") !== gap.lastIndexOf("\n") ? "\n" : " ",
  );
}
