// Whether a quote says what was said: its words stand in its turns, word for word.
import { tokenize, type Token } from "../wording/tokens.ts";

export type QuoteCheck =
  | { readonly isExact: true }
  /** The first words that do not stand there, and what the turns say at that place. */
  | { readonly isExact: false; readonly found: string; readonly said: string };

interface Piece {
  readonly tokens: readonly Token[];
  readonly text: string;
}

/**
 * Checks quoted words against the words of their turns. `[…]` marks a cut, `[word]` words the
 * researcher put in; the pieces between cuts must stand in the turns in order, each without a
 * gap. Spaces, typography, the case of a piece's first letter and its final punctuation do
 * not count.
 */
export function checkQuote(quoted: string, said: string): QuoteCheck {
  const source = tokenize(said);
  let from = 0;
  for (const piece of piecesOf(quoted)) {
    const at = find(piece.tokens, source, from);
    if (at === undefined) return difference(piece, source, said, from);
    from = at + piece.tokens.length;
  }
  return { isExact: true };
}

function piecesOf(quoted: string): Piece[] {
  return quoted
    .split(/\[\s*(?:…|\.\.\.)\s*\]/)
    .map((text) => text.replace(/\[[^[\]]*\]/g, " "))
    .map((text) => ({ text, tokens: withoutFinalPunctuation(tokenize(text)) }))
    .filter(({ tokens }) => tokens.length > 0);
}

function withoutFinalPunctuation(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.findLastIndex((token) => token.isWord);
  return tokens.slice(0, last + 1);
}

/** Index in the source from which all tokens stand, at or after `from`. */
function find(wanted: readonly Token[], source: readonly Token[], from: number): number | undefined {
  for (let at = from; at + wanted.length <= source.length; at += 1)
    if (agreement(wanted, source, at) === wanted.length) return at;
  return undefined;
}

/** How many of the wanted tokens stand one after the other from `at`. */
function agreement(wanted: readonly Token[], source: readonly Token[], at: number): number {
  let count = 0;
  for (; count < wanted.length; count += 1) {
    const [want, have] = [wanted[count]?.key ?? "", source[at + count]?.key ?? ""];
    if (want !== have && !(count === 0 && lowerFirst(want) === lowerFirst(have))) break;
  }
  return count;
}

function lowerFirst(word: string): string {
  return word.slice(0, 1).toLowerCase() + word.slice(1);
}

/** Where the longest run stops agreeing: the quote's words there, and the source's. */
function difference(piece: Piece, source: readonly Token[], said: string, from: number): QuoteCheck {
  const { tokens, text } = piece;
  let best = { at: from, count: 0 };
  for (let at = from; at < source.length; at += 1) {
    const count = agreement(tokens, source, at);
    if (count > best.count) best = { at, count };
  }
  const stretch = (list: readonly Token[], index: number, whole: string): string =>
    whole.slice(
      list[index]?.start ?? whole.length,
      list[Math.min(index + 5, list.length - 1)]?.end ?? whole.length,
    );
  return {
    isExact: false,
    found: stretch(tokens, best.count, text).trim(),
    said: best.count === 0 ? "" : stretch(source, best.at + best.count, said).trim(),
  };
}
