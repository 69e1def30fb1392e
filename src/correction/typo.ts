// Whether the same words were only spelled otherwise. A doubt is no typo: `peut` for `peur` says
// something else, and so does another number.
import { tokenize } from "../wording/tokens.ts";
import type { Change } from "./correction.ts";

/** From so many letters a word with one letter more, less, or two in another order is the same word. */
const LONG = 5;

/** True when each word of a change is spelled otherwise, or only what stands between them changed. */
export function isTypo({ before, after }: Pick<Change, "before" | "after">): boolean {
  if (before.includes("\n\n") !== after.includes("\n\n")) return false;
  const [old, now] = [wordsOf(before), wordsOf(after)];
  // Nothing but points and commas is as small; but a question is no statement.
  if (old.length === 0 && now.length === 0) return !/[?!]/.test(before + after);
  return old.length === now.length && old.every((word, index) => isSpelling(word, now[index] ?? ""));
}

function wordsOf(text: string): string[] {
  return tokenize(text)
    .filter(({ isWord }) => isWord)
    .map(({ key }) => key.toLowerCase());
}

function isSpelling(word: string, other: string): boolean {
  if (word === other) return true;
  if (/\p{N}/u.test(word + other)) return false;
  const [a, b] = [bare(word), bare(other)];
  if (a === b) return true;
  return Math.min(a.length, b.length) >= LONG && (isOneMore(a, b) || isOneMore(b, a) || isSwapped(a, b));
}

/** Without accents, hyphens and apostrophes, doubled letters once. */
function bare(word: string): string {
  return word
    .normalize("NFD")
    .replace(/[^\p{L}]/gu, "")
    .replace(/(.)\1+/gu, "$1");
}

function isOneMore(long: string, short: string): boolean {
  if (long.length !== short.length + 1) return false;
  const at = firstDifference(long, short);
  return long.slice(at + 1) === short.slice(at);
}

function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = firstDifference(a, b);
  return (
    a.charAt(at) === b.charAt(at + 1) &&
    a.charAt(at + 1) === b.charAt(at) &&
    a.slice(at + 2) === b.slice(at + 2)
  );
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < b.length && a[at] === b[at]) at += 1;
  return at;
}
