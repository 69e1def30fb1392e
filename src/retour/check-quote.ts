// Whether a quote says what was said: its words stand in its turns, word for word.
import { foldTypography } from "../wording/fold.ts";
import { hidesWords, marksOf } from "../wording/speech-marks.ts";
import { tokenize, type Token } from "../wording/tokens.ts";

export type QuoteCheck =
  | { readonly isExact: true }
  /** The first words that do not stand there, and what the turns say at that place. */
  | { readonly isExact: false; readonly found: string; readonly said: string };

interface Piece {
  readonly tokens: readonly Token[];
  readonly text: string;
}

interface Said {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** True for the tokens of marks such as `(rire)`, which a quote may leave out. */
  readonly isMark: readonly boolean[];
}

/**
 * Checks quoted words against the words of their turns. `[…]` marks a cut, `[word]` words the
 * researcher put in, unless the turns have them too; the pieces between cuts must stand in the
 * turns in order, each without a gap. Spaces, typography, the case of a piece's first letter and
 * its final punctuation do not count. A pause, a laugh and their like may be left out, never put
 * in. Words that nobody made out, `(inaudible)`, may not: a cut says that something is missing.
 */
export function checkQuote(quoted: string, said: string): QuoteCheck {
  const source = readSaid(said);
  let from = 0;
  for (const piece of piecesOf(quoted, bracketsOf(said))) {
    const end = find(piece.tokens, source, from);
    if (end === undefined) return difference(piece, source, from);
    from = end;
  }
  return { isExact: true };
}

function readSaid(text: string): Said {
  const tokens = tokenize(text);
  const isMark = tokens.map(() => false);
  let at = 0;
  for (const { kind, start, end } of marksOf(text)) {
    while ((tokens[at]?.start ?? Infinity) < start) at += 1;
    for (; (tokens[at]?.start ?? Infinity) < end; at += 1) isMark[at] = !hidesWords(kind);
  }
  return { text, tokens, isMark };
}

const brackets = /\[[^[\]]*\]/g;

/** What stands between square brackets in the turns themselves: `[sonnette]`, as a transcriber wrote it. */
function bracketsOf(said: string): Set<string> {
  return new Set((said.match(brackets) ?? []).map(foldTypography));
}

function piecesOf(quoted: string, own: ReadonlySet<string>): Piece[] {
  return quoted
    .split(/\[\s*(?:…|\.\.\.)\s*\]/)
    .map((text) => text.replace(brackets, (whole) => (own.has(foldTypography(whole)) ? whole : " ")))
    .map((text) => ({ text, tokens: withoutFinalPunctuation(tokenize(text)) }))
    .filter(({ tokens }) => tokens.length > 0);
}

function withoutFinalPunctuation(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.findLastIndex((token) => token.isWord);
  return tokens.slice(0, last + 1);
}

/** Where the first place ends at which all tokens stand, at or after `from`. */
function find(wanted: readonly Token[], source: Said, from: number): number | undefined {
  for (let at = from; at + wanted.length <= source.tokens.length; at += 1) {
    const { count, end } = agreement(wanted, source, at);
    if (count === wanted.length) return end;
  }
  return undefined;
}

/** How many of the wanted tokens stand one after the other from `at`, and where they end. */
function agreement(wanted: readonly Token[], source: Said, at: number): { count: number; end: number } {
  let end = at;
  for (let count = 0; count < wanted.length; count += 1) {
    const want = wanted[count]?.key ?? "";
    const isSame = (): boolean => {
      const have = source.tokens[end]?.key ?? "";
      return want === have || (count === 0 && lowerFirst(want) === lowerFirst(have));
    };
    while (!isSame() && count > 0 && source.isMark[end]) end += 1;
    if (!isSame()) return { count, end };
    end += 1;
  }
  return { count: wanted.length, end };
}

function lowerFirst(word: string): string {
  return word.slice(0, 1).toLowerCase() + word.slice(1);
}

/** Where the longest run stops agreeing: the quote's words there, and the source's. */
function difference({ tokens, text }: Piece, source: Said, from: number): QuoteCheck {
  let best = { count: 0, end: from };
  for (let at = from; at < source.tokens.length; at += 1) {
    const run = agreement(tokens, source, at);
    if (run.count > best.count) best = run;
  }
  const stretch = (list: readonly Token[], index: number, whole: string): string =>
    whole.slice(
      list[index]?.start ?? whole.length,
      list[Math.min(index + 5, list.length - 1)]?.end ?? whole.length,
    );
  return {
    isExact: false,
    found: stretch(tokens, best.count, text).trim(),
    said: best.count === 0 ? "" : stretch(source.tokens, best.end, source.text).trim(),
  };
}
