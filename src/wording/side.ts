// One text of a comparison: its tokens, and a number for each that is shared by equal tokens.
import { tokenize, type Token } from "./tokens.ts";

export interface Side {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Equal numbers, equal keys: within one side and between sides of one reader. */
  readonly ids: readonly number[];
  /** Indices of the tokens that come after a blank line. */
  readonly paragraphs: ReadonlySet<number>;
  /** With them, those of the tokens that begin an item or a row of Markdown. */
  readonly blocks: ReadonlySet<number>;
}

/** Reads texts that will be compared with one another. */
export function sideReader(): (text: string) => Side {
  const numbers = new Map<string, number>();
  return (text) => {
    const tokens = tokenize(text);
    const paragraphs = new Set<number>();
    const blocks = new Set<number>();
    let end = 0;
    const ids = tokens.map((token, index) => {
      const gap = text.slice(end, token.start);
      if (index > 0 && hasBlankLine(gap)) paragraphs.add(index);
      if (paragraphs.has(index) || (index > 0 && gap.includes("\n") && beginsBlock(text, token)))
        blocks.add(index);
      end = token.end;
      return numberOf(token.key, numbers);
    });
    return { text, tokens, ids, paragraphs, blocks };
  };
}

/** The number of a key, a new one the first time it is met. */
export function numberOf(key: string, numbers: Map<string, number>): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}

/** `| ` begins a row, `- ` and `2. ` an item: each stands on its own. */
function beginsBlock(text: string, { start, end }: Token): boolean {
  const sign = text.slice(start, end);
  if (/^[|*+-]$/.test(sign)) return sign === "|" || /[ \t]/.test(text.charAt(end));
  return /^[0-9]{1,9}$/.test(sign) && /[.)][ \t]/.test(text.slice(end, end + 2));
}

export function hasBlankLine(gap: string): boolean {
  return /\n\s*\n/.test(gap);
}

/** Where the white space before token `index` begins; after the last token, the final one. */
export function gapStart({ tokens }: Side, index: number): number {
  return tokens[index - 1]?.end ?? 0;
}

/** Where the white space before token `index` ends. */
export function gapEnd({ text, tokens }: Side, index: number): number {
  return tokens[index]?.start ?? text.length;
}

/** The text from one token to another, the end exclusive. */
export function textOf(side: Side, from: number, to: number): string {
  return side.text.slice(gapEnd(side, from), Math.max(gapEnd(side, from), gapStart(side, to)));
}
