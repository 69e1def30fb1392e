// A text as its folded words, exactly as `foldPhrase` folds them, with the place of each: the one
// thing that names and sentences are looked for in. One pass, whatever the text is.
import { foldPhrase } from "../../wording/phrases.ts";
import { EMPTY, hashWith } from "../finder/name-table.ts";

export interface FoldedText {
  readonly text: string;
  /** The folded letters as UTF-16 units, one space after each word. */
  readonly units: Uint16Array;
  /** How many words there are. */
  readonly count: number;
  /** Where each word begins in `units`; one more, where the next would. */
  readonly starts: Int32Array;
  /** Where each word begins and ends in `text`, the end exclusive. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** `hashLetters` of each word. */
  readonly hashes: Int32Array;
  /** The words that may be several: `EntretienDurand`, `durand2`. */
  readonly joined: readonly number[];
}

/** What one letter becomes: a unit, or one of these. */
const [UNKNOWN, NOTHING, SEVERAL, SPACE] = [0, 1, 2, 32];
/** How a letter parts a word from the next: small, capital, figure, or none of these. */
const [SMALL, CAPITAL, FIGURE] = [1, 2, 3];
/** By UTF-16 unit: what it becomes, and from the 17th bit on how it parts words. */
const letters = new Uint32Array(0x10000);
const several = new Map<number, string>();

/** Of a code point above 0xffff, and of half of one, it is learnt anew each time. */
function learn(code: number): number {
  const letter = String.fromCodePoint(code);
  const folded = foldPhrase(`a${letter}a`);
  const inner = folded === "a a" ? " " : folded.slice(1, -1);
  const unit = inner === "" ? NOTHING : inner.length > 1 ? SEVERAL : inner.charCodeAt(0);
  if (unit === SEVERAL) several.set(code, inner);
  const shape = /\p{Lu}/u.test(letter)
    ? CAPITAL
    : /\p{L}/u.test(letter)
      ? SMALL
      : /\d/.test(letter)
        ? FIGURE
        : 0;
  const entry = unit | (shape << 16);
  if (code < 0xd800 || (code > 0xdbff && code < 0x10000)) letters[code] = entry;
  return entry;
}

const parts = (shape: number, next: number): boolean =>
  (shape === FIGURE) !== (next === FIGURE) || (shape === SMALL && next === CAPITAL);

/** Where folded words are put: one for texts of which each is done with before the next is folded. */
export class Room {
  units = new Uint16Array(0);
  starts = new Int32Array(0);
  from = new Int32Array(0);
  to = new Int32Array(0);
  hashes = new Int32Array(0);

  /** Each letter gives one unit, a word's end takes the place of what ends it; a word takes at least two places. */
  make(length: number): void {
    const words = (length >> 1) + 2;
    if (this.units.length < length + 2) this.units = new Uint16Array(length + 2);
    if (this.starts.length >= words) return;
    this.starts = new Int32Array(words);
    this.from = new Int32Array(words);
    this.to = new Int32Array(words);
    this.hashes = new Int32Array(words);
  }

  enlarge(length: number): Uint16Array<ArrayBuffer> {
    const larger = new Uint16Array(length);
    larger.set(this.units);
    return (this.units = larger);
  }
}

export function foldText(text: string, room = new Room()): FoldedText {
  room.make(text.length);
  const { starts, from, to, hashes } = room;
  let { units } = room;
  const joined: number[] = [];
  let used = 0;
  let count = 0;
  let hash = EMPTY;
  let shape = 0;
  /** Where one word meets another inside the present one. */
  let seams = 0;
  /** False between words. */
  let begun = false;
  // Closures would keep what changes out of registers: every letter that leaves is read here.
  for (let at = 0; at <= text.length; at += 1) {
    let entry = at < text.length ? (letters[text.charCodeAt(at)] ?? UNKNOWN) : SPACE;
    let code = 0;
    if (entry === UNKNOWN) {
      code = text.codePointAt(at) ?? SPACE;
      entry = learn(code);
    }
    const unit = entry & 0xffff;
    if (unit > SPACE) {
      const next = entry >>> 16;
      if (!begun) {
        begun = true;
        starts[count] = used;
        from[count] = at;
        shape = next;
      } else if (next !== shape && next !== 0) {
        if (shape !== 0 && parts(shape, next)) seams += 1;
        shape = next;
      }
      hash = hashWith(hash, unit);
      units[used] = unit;
      used += 1;
    } else if (unit === SPACE) {
      if (begun) {
        hashes[count] = hash;
        to[count] = at;
        if (seams > 0) joined.push(count);
        units[used] = SPACE;
        used += 1;
        count += 1;
        hash = EMPTY;
        seams = 0;
        begun = false;
      }
    } else if (unit === SEVERAL) {
      const more = several.get(text.codePointAt(at) ?? SPACE) ?? "";
      // `½` is two words: the text is read as if it had been written so.
      if (more.includes(" ")) return foldText(text.normalize("NFKD"), room);
      if (!begun) {
        begun = true;
        starts[count] = used;
        from[count] = at;
        shape = 0;
      }
      const next = entry >>> 16;
      if (next !== 0) {
        if (shape !== 0 && parts(shape, next)) seams += 1;
        shape = next;
      }
      const needed = used + more.length + text.length - at + 2;
      if (needed > units.length) units = room.enlarge(needed * 2);
      for (let each = 0; each < more.length; each += 1) {
        const one = more.charCodeAt(each);
        hash = hashWith(hash, one);
        units[used] = one;
        used += 1;
      }
    }
    if (code > 0xffff) at += 1;
  }
  starts[count] = used;
  return { text, units, count, starts, from, to, hashes, joined };
}

/** The folded words from one to another, the last exclusive, as text. */
export function wordsFrom({ units, starts }: FoldedText, first: number, last: number): string {
  const [begin, end] = [starts[first] ?? 0, (starts[last] ?? 1) - 1];
  return Buffer.from(units.slice(begin, Math.max(begin, end)).buffer).toString("utf16le");
}

/** True when this folded text stands at a word, and ends with one. */
export function standsAt({ units, starts }: FoldedText, word: number, folded: string): boolean {
  const begin = starts[word] ?? 0;
  for (let at = 0; at < folded.length; at += 1) if (units[begin + at] !== folded.charCodeAt(at)) return false;
  return units[begin + folded.length] === SPACE;
}
