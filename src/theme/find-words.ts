// Finds the words a person wants to code inside turns, as they would type them.
import { tokenize, type Token } from "../wording/tokens.ts";

export interface FoundWords<T> {
  readonly turn: T;
  /** Range in the turn's words, UTF-16 indices, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * Every place where the words stand, whatever the apostrophes, quotation marks and spaces;
 * when they stand nowhere so, also whatever the case and the marks between them. `wanted`
 * holds at least one word.
 */
export function findWords<T extends { readonly words: string }>(
  turns: readonly T[],
  wanted: string,
): FoundWords<T>[] {
  const exact = search(turns, wanted, (token) => token.key);
  return exact.length > 0
    ? exact
    : search(turns, wanted, (token) => (token.isWord ? token.key.toLowerCase() : undefined));
}

function search<T extends { readonly words: string }>(
  turns: readonly T[],
  wanted: string,
  keyOf: (token: Token) => string | undefined,
): FoundWords<T>[] {
  const keys = tokenize(wanted).flatMap((token) => keyOf(token) ?? []);
  return turns.flatMap((turn) => {
    const tokens = tokenize(turn.words).filter((token) => keyOf(token) !== undefined);
    const found: FoundWords<T>[] = [];
    for (let at = 0; at + keys.length <= tokens.length; at += 1) {
      const here = tokens.slice(at, at + keys.length);
      const [first, last] = [here[0], here.at(-1)];
      if (first && last && here.every((token, index) => keyOf(token) === keys[index]))
        found.push({ turn, start: first.start, end: last.end });
    }
    return found;
  });
}
