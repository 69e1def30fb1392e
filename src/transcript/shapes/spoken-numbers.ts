// Numbers that count the lines or the turns of a file, before the names: `12 Marie : …`, `12. Marie : …`.
import { foldLabel } from "./labels.ts";
import type { Names } from "./spoken-forms.ts";
import type { SpokenLine } from "./spoken-lines.ts";
import { namesIn } from "./spoken-names.ts";
import { piecesOf, type Piece } from "./spoken-pieces.ts";

const numbered = /^(\d{1,5})(?:[.)]|\s?[-–])?\s+(?=\S)/;

export interface Named {
  readonly pieces: readonly Piece[];
  readonly names: Names;
  /** How many lines had a number that is none of their words. */
  readonly numbers: number;
}

/** Lines as they may be read, and whose names open them. */
export function namedIn(lines: readonly SpokenLine[], isKnown: (folded: string) => boolean): Named {
  return withoutNumbers(lines, isKnown) ?? named(lines, isKnown);
}

function named(lines: readonly SpokenLine[], isKnown: (folded: string) => boolean): Named {
  const pieces = piecesOf(lines, isKnown);
  return { pieces, names: namesIn(pieces, isKnown), numbers: 0 };
}

/**
 * Only where it is unmistakable: the numbers follow one another, behind them at least two names
 * open two lines each, and they stand before every line, or before nothing but names.
 */
function withoutNumbers(
  lines: readonly SpokenLine[],
  isKnown: (folded: string) => boolean,
): Named | undefined {
  const leads = lines.map(({ text, told }) => (told ? null : numbered.exec(text)));
  const found = leads.flatMap((lead) => lead ?? []).length;
  if (found < 4 || !isCount(leads.flatMap((lead) => (lead ? Number(lead[1]) : [])))) return undefined;
  const plain = lines.map((line, index) => withoutLead(line, leads[index]?.[0].length ?? 0));
  const { pieces, names } = named(plain, isKnown);
  const labels = pieces.flatMap((piece) => (leads[piece.index] ? (names.read(piece)?.label ?? []) : []));
  const [once, twice] = [new Set<string>(), new Set<string>()];
  for (const label of labels.map(foldLabel)) (once.has(label) ? twice : once).add(label);
  const isEverywhere = found >= lines.length * 0.9;
  const isOfTurns = labels.length >= found * 0.9;
  return twice.size >= 2 && (isEverywhere || isOfTurns) ? { pieces, names, numbers: found } : undefined;
}

const isCount = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => number === (numbers[0] ?? 0) + index);

function withoutLead(line: SpokenLine, length: number): SpokenLine {
  return { ...line, text: line.text.slice(length), bold: Math.max(0, line.bold - length) };
}
