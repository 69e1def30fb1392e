// What goes from the words of one block, whatever their markup: turn references, the
// attributes of a heading, calls to notes that do not exist, and the name under a quote or beside
// a divergent position when the study shows none.
import { referenceRanges, type Range } from "./references.ts";

export interface BlockPlace {
  readonly isHeading: boolean;
  /** The last paragraph of a block quote: where its attribution is. */
  readonly isLastOfQuote: boolean;
  readonly isFirst: boolean;
  readonly hasAttribution: boolean;
}

const attribute = String.raw`(?:[#.][^\s{}]+|[\p{L}\p{N}_-]+=[^\s{}]*)`;
const headingAttributes = new RegExp(
  String.raw`\s*\{\s*(?:${attribute}(?:\s+${attribute})*\s*)?\}\s*$`,
  "gu",
);
/** How `integrate` begins the words of someone the text does not follow, and who that is. */
const balanced = String.raw`\((?:[^()]|\([^()]*\))*\)`;
const divergent = new RegExp(
  String.raw`(?<=^\s*(?:Position divergente|Diverg(?:ing|ent) position))\s*` +
    String.raw`(?:${balanced}(?=\s*:)|\([^.]*?\)(?=\s*:)|${balanced})`,
  "giu",
);
const unknownNote = /\[\^[^\]\s]+\]/g;

/** One flag per UTF-16 unit of the text; undefined when nothing goes. */
export function goneWords(text: string, place: BlockPlace): Uint8Array | undefined {
  const references = referenceRanges(text);
  const gone = new Uint8Array(text.length);
  const take = (ranges: readonly Range[]): void => {
    for (const { start, end } of ranges) gone.fill(1, start, end);
  };
  take(references);
  take(rangesOf(text, unknownNote));
  if (!place.hasAttribution) take(rangesOf(text, divergent));
  if (place.isHeading) take(rangesOf(text, headingAttributes));
  take(goneLines(text, references, gone, place));
  return gone.includes(1) ? gone : undefined;
}

/** Lines that go whole: left with nothing but a dash, or naming who spoke when the study does not. */
function goneLines(
  text: string,
  references: readonly Range[],
  gone: Uint8Array,
  { isLastOfQuote, isFirst, hasAttribution }: BlockPlace,
): Range[] {
  const lines = rangesOf(text, /[^\n]+/g);
  return lines.flatMap((line, index) => {
    const words = text.slice(line.start, line.end);
    const isTouched = references.some(({ start, end }) => start < line.end && end > line.start);
    const isLeft = rangesOf(words, /[^\s—–―-]/g).some(({ start }) => gone[line.start + start] !== 1);
    const isBare = isTouched && !isLeft;
    const isAlone = lines.length === 1 && !isFirst;
    const isName =
      isLastOfQuote && index === lines.length - 1 && /^\s*[—–―]/.test(words) && (isTouched || isAlone);
    if (!isBare && !(isName && !hasAttribution)) return [];
    // With the line break before it, or after it when it is the first.
    return [index === 0 ? { ...line, end: line.end + 1 } : { ...line, start: line.start - 1 }];
  });
}

function rangesOf(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}
