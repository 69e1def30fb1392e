// Names as they may hide in a text: of any case, without accents, spelled out, cut by a hyphen or
// a line end, run together as files are named. Where a name is also an ordinary word, the finder
// reads its sentence.
import type { FoldedText } from "./folded.ts";
import { isHyphened, isLetter } from "./at-word.ts";
import { FormIndex, type FoundForm, type Met } from "./form-index.ts";
import type { Names } from "./leak.ts";

/** `isSlug`: a file's name or a link, where a hyphen parts words as a space does. */
export type NameSearch = (folded: FoldedText, isSlug: boolean) => FoundForm[];

/** How far around a word the finder is given to read. */
const AROUND = 300;

export function nameSearch({ finder, forms, isOrdinary }: Names): NameSearch {
  const index = new FormIndex(forms, isOrdinary);
  return (folded, isSlug) => {
    const hits: FoundForm[] = [];
    const doubtful: [number, number][] = [];
    const doubt = (first: number, last: number): void => {
      const at = folded.from[first] ?? 0;
      doubtful.push([at, folded.to[last] ?? at]);
    };
    const meet = ({ form, first, last, isRun }: Met): void => {
      const isPart = !isSlug && (isHyphened(folded, first - 1) || isHyphened(folded, last));
      if (isPart || index.isInDoubt(form, isRun)) doubt(first, last);
      else hits.push({ replacement: form.replacement, at: folded.from[first] ?? 0 });
    };
    for (let word = 0; word < folded.count; word += 1) {
      if (index.mayBe(folded, word)) for (const met of index.at(folded, word)) meet(met);
      if (isLetter(folded, word)) for (const last of index.initialsAt(folded, word)) doubt(word, last);
      if (isHyphened(folded, word)) hits.push(...index.inPieces(folded, word));
      if (isLetter(folded, word) && !isLetter(folded, word - 1)) hits.push(...index.spelledOut(folded, word));
    }
    for (const word of folded.joined) hits.push(...index.within(folded, word));
    hits.push(...readAgain(folded.text, doubtful, finder));
    return hits;
  };
}

/** What the finder says of the words in doubt, each in the text around it. */
function readAgain(text: string, doubtful: [number, number][], finder: Names["finder"]): FoundForm[] {
  const found: FoundForm[] = [];
  const ranges = doubtful.sort((a, b) => a[0] - b[0]);
  for (let index = 0; index < ranges.length;) {
    const [first = 0, firstEnd = 0] = ranges[index] ?? [];
    const start = wordBefore(text, first - AROUND);
    let end = firstEnd + AROUND;
    const own: [number, number][] = [];
    for (; index < ranges.length && (ranges[index]?.[0] ?? 0) < end; index += 1) {
      const range = ranges[index] ?? [0, 0];
      own.push(range);
      end = Math.max(end, range[1] + AROUND);
    }
    const names = finder.find(text.slice(start, wordAfter(text, end)));
    for (const name of names) {
      const [from, to] = [start + name.start, start + name.end];
      if (own.some(([a, b]) => a < to && from < b))
        found.push({ replacement: name.identities[0].replacement, at: from });
    }
  }
  return found;
}

function wordBefore(text: string, at: number): number {
  let start = Math.max(0, at);
  while (start > 0 && at - start < AROUND && !/\s/.test(text.charAt(start))) start -= 1;
  return start;
}

function wordAfter(text: string, at: number): number {
  let end = Math.min(text.length, at);
  while (end < text.length && end - at < AROUND && !/\s/.test(text.charAt(end))) end += 1;
  return end;
}
