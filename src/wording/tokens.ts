// French words, numbers and marks, with their places in the text.
import { foldTypography } from "./fold.ts";

export interface Token {
  readonly text: string;
  /** The folded form, for comparing; case is kept. */
  readonly key: string;
  /** UTF-16 indices in the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
}

const whole = "aujourd['’]hui|quelqu['’]une?|presqu['’]îles?|prud['’]hom(?:me|mes|ie)";
const number = String.raw`\p{N}+(?:[.,:/\u00A0\u202F]\p{N}+)*`;
const word = String.raw`[\p{L}\p{N}\p{M}]+(?:[-‐‑](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*['’ʼ]?`;
const mark = String.raw`…|\.{3}|\*{1,3}|_{1,3}|~~|[^\s\p{L}\p{N}\p{M}]`;
const pattern = new RegExp(`(?:${whole})(?![\\p{L}\\p{N}])|${number}(?![\\p{L}\\p{M}])|${word}|${mark}|\\p{M}+`, "giu");

/** The tokens of a text, in order; they cover all of it but white space. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const [found] = match;
    tokens.push({
      text: found,
      key: isPlain(found) ? found : foldTypography(found),
      start: match.index,
      end: match.index + found.length,
      isWord: /[\p{L}\p{N}]/u.test(found),
    });
  }
  return tokens;
}

function isPlain(text: string): boolean {
  return /^[a-zA-Z0-9]+$/.test(text);
}
