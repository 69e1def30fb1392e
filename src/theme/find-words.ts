// Finds the words a person wants to code inside turns, as they would type them.
import { tokenize, type Token } from "../wording/tokens.ts";

export interface FoundWords {
  /** Index of the turn among those searched. */
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Every place where the words stand, whatever the apostrophes, quotation marks and spaces;
 * when they stand nowhere so, also whatever the case and the marks between them.
 */
export function findWords(texts: readonly string[], wanted: string): FoundWords[] {
  const exact = search(texts, wanted, (token) => token.key);
  return exact.length > 0
    ? exact
    : search(texts, wanted, (token) => (token.isWord ? token.key.toLowerCase() : undefined));
}

function search(
  texts: readonly string[],
  wanted: string,
  keyOf: (token: Token) => string | undefined,
): FoundWords[] {
  const keys = tokenize(wanted).flatMap((token) => keyOf(token) ?? []);
  if (keys.length === 0) return [];
  return texts.flatMap((text, turn) => {
    const tokens = tokenize(text).filter((token) => keyOf(token) !== undefined);
    const found: FoundWords[] = [];
    for (let at = 0; at + keys.length <= tokens.length; at += 1) {
      const [first, last] = [tokens[at], tokens[at + keys.length - 1]];
      const isHere = keys.every((key, index) => {
        const token = tokens[at + index];
        return token !== undefined && keyOf(token) === key;
      });
      if (isHere && first && last) found.push({ turn, start: first.start, end: last.end });
    }
    return found;
  });
}
