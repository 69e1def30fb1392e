// The forms of names in a folded text: by their words, their letters run together, spelled out or cut, their initials.
import { foldPhrase } from "../../wording/phrases.ts";
import type { NameForm } from "../finder/name-forms.ts";
import { EMPTY, hashBefore, hashLetters, HashTable, hashWith, Sieve } from "../finder/name-table.ts";
import {
  anchorOf,
  areLetters,
  countLetters,
  isHyphened,
  isLetter,
  lastUnit,
  lengthOf,
  lettersOf,
  mayBeInitials,
  SMALL_S,
  SMALL_X,
  stands,
  standsInPlural,
} from "./at-word.ts";
import { foldText, wordsFrom, type FoldedText } from "./folded.ts";
import type { Names } from "./leak.ts";

export interface FoundForm {
  readonly replacement: string;
  /** In the text. */
  readonly at: number;
}

/** A name's form where it stands: from one word to another, the last included. */
export interface Met {
  readonly form: NameForm;
  readonly first: number;
  readonly last: number;
  /** Its letters run together in one word: a capital or a figure is all that parts them. */
  readonly isRun: boolean;
}

/** Shorter names run together with other words are found in any text. */
const LEAST_RUN = 4;
/** No name is spelled out over more letters, or cut into more pieces. */
const [MOST_LETTERS, MOST_PIECES] = [40, 4];

/** The forms by numbers alone: thousands are ready before the first megabyte is read. */
export class FormIndex {
  readonly #isOrdinary: Names["isOrdinary"];
  /** By the longest of its words. */
  readonly #said: HashTable<NameForm>;
  /** By the letters of all. */
  readonly #run: HashTable<NameForm>;
  /** By the letters of all, that stand apart. */
  readonly #initials: HashTable<NameForm>;
  /** Tells most words from the names at once. */
  readonly #seen: Sieve;

  constructor(forms: readonly NameForm[], isOrdinary: Names["isOrdinary"]) {
    this.#isOrdinary = isOrdinary;
    this.#seen = new Sieve(forms.length * 3);
    const alone = new Map<string, string>();
    for (const form of forms)
      if (form.keys.length === 1 && !this.isInDoubt(form, false))
        alone.set(form.keys[0] ?? "", form.replacement);
    const [words, said]: [number[], NameForm[]] = [[], []];
    const [together, run]: [number[], NameForm[]] = [[], []];
    const [letters, initials]: [number[], NameForm[]] = [[], []];
    for (const each of forms) {
      const form = isFolded(each) ? each : foldedAgain(each);
      const { keys, role } = form;
      let hash = EMPTY;
      for (const key of keys) hash = hashLetters(hash, key);
      if (role === "initials") {
        letters.push(this.#add(hash));
        initials.push(form);
      }
      // Of initials, any short word would be the letters.
      if (keys.length > 1 && (role !== "initials" || lengthOf(form) >= LEAST_RUN)) {
        together.push(this.#add(hash));
        run.push(form);
      }
      if (role === "initials" || this.#isFoundBy(form, alone)) continue;
      words.push(this.#add(hashLetters(EMPTY, keys[anchorOf(form)] ?? "")));
      said.push(form);
    }
    this.#said = new HashTable(words, said);
    this.#run = new HashTable(together, run);
    this.#initials = new HashTable(letters, initials);
  }

  /** `Sophie Durand` is found wherever `Durand` is. */
  #isFoundBy(form: NameForm, alone: ReadonlyMap<string, string>): boolean {
    const { keys, replacement } = form;
    if (keys.length === 1) return false;
    let isKnown = false;
    for (const key of keys) {
      const known = alone.get(key);
      if (known === replacement) return true;
      isKnown ||= known !== undefined;
    }
    return isKnown && this.isInDoubt(form, false);
  }

  #add(hash: number): number {
    this.#seen.add(hash);
    return hash;
  }

  /** True when only the sentence tells whether it is the name. */
  isInDoubt(form: NameForm, isRun: boolean): boolean {
    if (isRun) return lengthOf(form) < LEAST_RUN;
    // Initials are letters of any sentence.
    return (form.keys[anchorOf(form)] ?? "").length < 3 || this.#isOrdinary(form);
  }

  /** False of most words: no name has its longest word there, in the singular or the plural. */
  mayBe(folded: FoldedText, word: number): boolean {
    const hash = folded.hashes[word] ?? 0;
    if (this.#seen.has(hash)) return true;
    const last = lastUnit(folded, word);
    return (last === SMALL_S || last === SMALL_X) && this.#seen.has(hashBefore(hash, last));
  }

  /** The names that have their longest word here, in the singular or the plural. */
  at(folded: FoldedText, word: number): Met[] {
    const hash = folded.hashes[word] ?? 0;
    const met: Met[] = [];
    const meet = (form: NameForm, isRun: boolean): void => {
      const first = isRun ? word : word - anchorOf(form);
      met.push({ form, first, last: isRun ? word : first + form.keys.length - 1, isRun });
    };
    for (const form of this.#said.at(hash, (form) => stands(folded, word, form))) meet(form, false);
    for (const form of this.#run.at(hash, (form) => areLetters(folded, word, form, 0))) meet(form, true);
    const last = lastUnit(folded, word);
    if (last !== SMALL_S && last !== SMALL_X) return firstOfEach(met, this);
    const stem = hashBefore(hash, last);
    for (const form of this.#said.at(stem, (form) => standsInPlural(folded, word, form))) meet(form, false);
    for (const form of this.#run.at(stem, (form) => areLetters(folded, word, form, 1))) meet(form, true);
    return firstOfEach(met, this);
  }

  /** Where initials end that begin at this letter, the last included: `S. D.` */
  initialsAt(folded: FoldedText, word: number): number[] {
    const { units, starts } = folded;
    const found: number[] = [];
    let hash = EMPTY;
    for (let last = word; isLetter(folded, last) && last < word + MOST_LETTERS; last += 1) {
      hash = hashWith(hash, units[starts[last] ?? 0] ?? 0);
      if (last === word || !this.#seen.has(hash)) continue;
      const letters = wordsFrom(folded, word, last + 1);
      const isAny = this.#initials.at(hash, ({ keys }) => keys.join(" ") === letters).length > 0;
      if (isAny && mayBeInitials(folded, word, last)) found.push(last);
    }
    return found;
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
      let hash = EMPTY;
      for (let at = first; at <= last && at < first + MOST_LETTERS; at += 1) {
        hash = hashWith(hash, units[starts[at] ?? 0] ?? 0);
        if (!this.#seen.has(hash)) continue;
        found.push(...this.#are(wordsFrom(folded, first, at + 1).replaceAll(" ", ""), from[first] ?? 0));
      }
    }
    return found;
  }

  /** `EntretienDurand2` */
  within(folded: FoldedText, word: number): FoundForm[] {
    if (countLetters(folded, word) < LEAST_RUN) return [];
    const [start, end] = [folded.from[word] ?? 0, folded.to[word] ?? 0];
    const written = folded.text.slice(start, end);
    const parted = written.replace(/(?<=\p{Ll})(?=\p{Lu})|\d+/gu, " ");
    if (parted.trim() === written) return [];
    const pieces = foldText(parted);
    const found: FoundForm[] = [];
    for (let piece = 0; piece < pieces.count; piece += 1)
      for (const { form, isRun } of this.at(pieces, piece))
        if (!this.isInDoubt(form, isRun) && lengthOf(form) >= LEAST_RUN)
          found.push({ replacement: form.replacement, at: start });
    return found;
  }

  /** The names whose letters are these, whatever parted their words. */
  #are(letters: string, at: number): FoundForm[] {
    if (letters.length < LEAST_RUN) return [];
    const hash = hashLetters(EMPTY, letters);
    const isIt = ({ keys }: NameForm): boolean => keys.join("") === letters;
    return [
      ...this.#said.at(hash, (form) => form.keys.length === 1 && isIt(form)),
      ...this.#run.at(hash, isIt),
    ]
      .slice(0, 1)
      .map(({ replacement }) => ({ replacement, at }));
  }
}

/** Of those called the same at the same place, one: in no doubt when any is. */
function firstOfEach(met: Met[], index: FormIndex): Met[] {
  if (met.length < 2) return met;
  const byPlace = new Map<string, Met>();
  for (const each of met) {
    const place = `${String(each.first)} ${String(each.last)}`;
    const known = byPlace.get(place);
    const isSurer = known !== undefined && index.isInDoubt(known.form, known.isRun);
    if (known === undefined || (isSurer && !index.isInDoubt(each.form, each.isRun))) byPlace.set(place, each);
  }
  return [...byPlace.values()];
}

/** True of what `foldPhrase` leaves as it is. */
function isFolded({ keys }: NameForm): boolean {
  for (const key of keys)
    for (let at = 0; at < key.length; at += 1) {
      const code = key.charCodeAt(at);
      if (code < 0x30 || code > 0x7a || (code > 0x39 && code < 0x61)) return false;
    }
  return true;
}

/** As sentences are folded, where that is more. */
function foldedAgain(form: NameForm): NameForm {
  return { ...form, keys: foldPhrase(form.keys.join(" ")).split(" ") };
}
