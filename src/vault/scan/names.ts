// Names as they may hide in a text: of any case, without accents, spelled out, cut by a hyphen or
// a line end, run together as files are named. Where a name is also an ordinary word, the finder
// reads its sentence.
import { foldPhrase } from "../../wording/phrases.ts";
import {
  foldText,
  fnv,
  fnvBefore,
  FNV_START,
  hashOf,
  standsAt,
  wordsFrom,
  type FoldedText,
} from "./folded.ts";
import type { NameForm, Names } from "./leak.ts";

export interface FoundForm {
  readonly replacement: string;
  /** In the text. */
  readonly at: number;
}

/** `isSlug`: a file's name or a link, where a hyphen parts words as a space does. */
export type NameSearch = (folded: FoldedText, isSlug: boolean) => FoundForm[];

interface Form extends Pick<NameForm, "replacement" | "isOrdinary" | "isDotted"> {
  /** Folded, its words parted by one space. */
  readonly folded: string;
  readonly words: number;
  /** Which of its words it is looked for by: the longest. */
  readonly anchor: number;
}

/** Shorter names run together with other words are found in any text. */
const LEAST_RUN = 4;
/** How far around a word the finder is given to read. */
const AROUND = 300;
/** No name is spelled out over more letters, or cut into more pieces. */
const [MOST_LETTERS, MOST_PIECES] = [40, 4];

export function nameSearch({ finder, forms }: Names): NameSearch {
  const index = new FormIndex(forms);
  return (folded, isSlug) => {
    const hits: FoundForm[] = [];
    const doubtful: [number, number][] = [];
    const meet = ({ isOrdinary, isDotted, replacement }: Form, first: number, last: number): void => {
      if (isDotted && !mayBeInitials(folded, first, last)) return;
      const at = folded.from[first] ?? 0;
      const isPart = !isSlug && (isHyphened(folded, first - 1) || isHyphened(folded, last));
      if (isOrdinary || isPart) doubtful.push([at, folded.to[last] ?? at]);
      else hits.push({ replacement, at });
    };
    for (let word = 0; word < folded.count; word += 1) {
      for (const form of index.at(folded, word))
        meet(form, word - form.anchor, word - form.anchor + form.words - 1);
      if (isHyphened(folded, word)) hits.push(...index.inPieces(folded, word));
      if (isLetter(folded, word) && !isLetter(folded, word - 1)) hits.push(...index.spelledOut(folded, word));
    }
    for (const word of folded.joined) hits.push(...index.within(folded, word));
    hits.push(...readAgain(folded.text, doubtful, finder));
    return hits;
  };
}

const none: readonly never[] = [];

/** What `foldPhrase` leaves as it is. */
const isFolded = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** A hash's last bits tell most words from the names at once. */
const SEEN = 0x7ffff;

class FormIndex {
  readonly #byWord = new Map<number, Form[]>();
  /** The letters of each name without what parts its words; most texts spell none out. */
  readonly #whole: Form[] = [];
  #squeezed: ReadonlyMap<number, readonly Form[]> | undefined;
  readonly #seen = new Uint8Array(SEEN + 1);

  constructor(forms: readonly NameForm[]) {
    for (const { form, replacement, ...told } of forms) {
      const folded = isFolded.test(form) ? form : foldPhrase(form);
      if (folded === "") continue;
      const words = folded.split(" ");
      let anchor = 0;
      for (let at = 1; at < words.length; at += 1)
        if ((words[at]?.length ?? 0) > (words[anchor]?.length ?? 0)) anchor = at;
      const longest = words[anchor] ?? "";
      // Initials are letters of any sentence.
      const isOrdinary = told.isOrdinary || longest.length < 3;
      const { isDotted } = told;
      const one = { replacement, isOrdinary, isDotted, folded, words: words.length, anchor };
      this.#put(longest, one);
      const letters = words.length > 1 ? words.join("") : folded;
      const isShort = letters.length < LEAST_RUN;
      const whole =
        words.length > 1 ? { ...one, isDotted: false, folded: letters, words: 1, anchor: 0 } : one;
      // Written as one word: a capital or a figure is all that parted them.
      if (words.length > 1) this.#put(letters, { ...whole, isOrdinary: isShort });
      if (!isShort) this.#whole.push(whole);
    }
  }

  #put(word: string, form: Form): void {
    const hash = hashOf(word);
    this.#seen[hash & SEEN] = 1;
    const others = this.#byWord.get(hash);
    if (others) others.push(form);
    else this.#byWord.set(hash, [form]);
  }

  #run(hash: number): readonly Form[] {
    this.#squeezed ??= byHash(this.#whole);
    return this.#squeezed.get(hash) ?? none;
  }

  /** The names that have their longest word here, in the singular or the plural. */
  at(folded: FoldedText, word: number): readonly Form[] {
    const hash = folded.hashes[word] ?? 0;
    const last = lastUnit(folded, word);
    const stem = last === SMALL_S || last === SMALL_X ? fnvBefore(hash, last) : 0;
    const isWhole = this.#seen[hash & SEEN] === 1;
    const isPlural = stem !== 0 && this.#seen[stem & SEEN] === 1;
    if (!isWhole && !isPlural) return none;
    return [
      ...((isWhole ? this.#byWord.get(hash) : undefined) ?? []).filter((form) => stands(folded, word, form)),
      ...((isPlural ? this.#byWord.get(stem) : undefined) ?? []).filter((form) =>
        standsInPlural(folded, word, form),
      ),
    ];
  }

  /** `Du-rand`, `Du-` and `rand` on the next line. */
  inPieces(folded: FoldedText, word: number): FoundForm[] {
    const found: FoundForm[] = [];
    let letters = lettersOf(folded, word);
    for (
      let last = word + 1;
      last < folded.count && last < word + MOST_PIECES && isHyphened(folded, last - 1);
      last += 1
    ) {
      letters += lettersOf(folded, last);
      found.push(...this.#are(letters, folded.from[word] ?? 0));
    }
    return found;
  }

  /** `D u r a n d`, `D.U.R.A.N.D.` */
  spelledOut(folded: FoldedText, word: number): FoundForm[] {
    const { units, starts, from } = folded;
    const found: FoundForm[] = [];
    let last = word;
    while (isLetter(folded, last + 1)) last += 1;
    for (let first = word; first + LEAST_RUN - 1 <= last; first += 1) {
      let hash = FNV_START;
      for (let at = first; at <= last && at < first + MOST_LETTERS; at += 1) {
        hash = fnv(hash, units[starts[at] ?? 0] ?? 0);
        if (this.#run(hash).length === 0) continue;
        found.push(...this.#are(wordsFrom(folded, first, at + 1).replaceAll(" ", ""), from[first] ?? 0));
      }
    }
    return found;
  }

  /** `EntretienDurand2` */
  within(folded: FoldedText, word: number): FoundForm[] {
    const [start, end] = [folded.from[word] ?? 0, folded.to[word] ?? 0];
    const written = folded.text.slice(start, end);
    const parted = written.replace(/(?<=\p{Ll})(?=\p{Lu})|\d+/gu, " ");
    if (parted.trim() === written) return [];
    const pieces = foldText(parted);
    const found: FoundForm[] = [];
    for (let piece = 0; piece < pieces.count; piece += 1)
      for (const form of this.at(pieces, piece))
        if (!form.isOrdinary && form.folded.length >= LEAST_RUN)
          found.push({ replacement: form.replacement, at: start });
    return found;
  }

  #are(letters: string, at: number): FoundForm[] {
    return this.#run(hashOf(letters))
      .filter(({ folded }) => folded === letters)
      .map(({ replacement }) => ({ replacement, at }));
  }
}

function byHash(forms: readonly Form[]): ReadonlyMap<number, readonly Form[]> {
  const byLetters = new Map<number, Form[]>();
  for (const form of forms) {
    const hash = hashOf(form.folded);
    const others = byLetters.get(hash);
    if (others) others.push(form);
    else byLetters.set(hash, [form]);
  }
  return byLetters;
}

const lettersOf = (folded: FoldedText, word: number): string => wordsFrom(folded, word, word + 1);

function stands(folded: FoldedText, word: number, { anchor, folded: letters }: Form): boolean {
  return word >= anchor && standsAt(folded, word - anchor, letters);
}

/** `les Durands` */
function standsInPlural(folded: FoldedText, word: number, { anchor, words, folded: letters }: Form): boolean {
  if (anchor !== words - 1 || word < anchor) return false;
  const { units, starts } = folded;
  const begin = starts[word - anchor] ?? 0;
  if ((starts[word + 1] ?? 0) - begin !== letters.length + 2) return false;
  for (let at = 0; at < letters.length; at += 1)
    if (units[begin + at] !== letters.charCodeAt(at)) return false;
  return true;
}

const [SMALL_S, SMALL_X] = [0x73, 0x78];

const lastUnit = ({ units, starts }: FoldedText, word: number): number =>
  units[(starts[word + 1] ?? 2) - 2] ?? 0;

/** True when nothing but a hyphen, and perhaps the end of a line, parts this word from the next. */
function isHyphened({ text, count, from, to }: FoldedText, word: number): boolean {
  if (word < 0 || word + 1 >= count) return false;
  const end = to[word] ?? 0;
  const mark = text.charCodeAt(end);
  if (mark !== 0x2d && mark !== 0x2010 && mark !== 0x2011) return false;
  const next = from[word + 1] ?? 0;
  return next - end === 1 || (next - end < AROUND && /^.[ \t]*\r?\n?[ \t>]*$/.test(text.slice(end, next)));
}

function isLetter({ count, starts, units }: FoldedText, word: number): boolean {
  if (word < 0 || word >= count) return false;
  const begin = starts[word] ?? 0;
  // Figures are no letters.
  return (starts[word + 1] ?? 0) - begin === 2 && (units[begin] ?? 0) > 0x39;
}

/** False of `l’a`: each letter has its dot, or others beside it spell something out. */
function mayBeInitials(folded: FoldedText, first: number, last: number): boolean {
  if (isLetter(folded, first - 1) || isLetter(folded, last + 1)) return true;
  for (let word = first; word <= last; word += 1) {
    const sign = folded.text.charAt(folded.to[word] ?? 0);
    if (sign !== "." && sign !== "\\") return false;
  }
  return true;
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
