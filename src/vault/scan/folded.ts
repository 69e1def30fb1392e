// A text as its folded words, exactly as `foldPhrase` folds them, with the place of each: the one
// thing that names and sentences are looked for in. One pass, whatever the text is.
import { foldPhrase } from "../../wording/phrases.ts";

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
  /** FNV-1a of each word. */
  readonly hashes: Int32Array;
  /** The words that may be several: `EntretienDurand`, `durand2`. */
  readonly joined: readonly number[];
}

export const FNV_START = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
/** FNV_PRIME times this is 1, modulo 2^32. */
const FNV_INVERSE = 0x359c449b;

export const fnv = (hash: number, unit: number): number => Math.imul(hash ^ unit, FNV_PRIME);

/** The hash that `unit` was added to. */
export const fnvBefore = (hash: number, unit: number): number => Math.imul(hash, FNV_INVERSE) ^ unit;

export function hashOf(word: string): number {
  let hash = FNV_START;
  for (let at = 0; at < word.length; at += 1) hash = fnv(hash, word.charCodeAt(at));
  return hash;
}

/** What one letter becomes: a unit, or one of these. */
const [UNKNOWN, NOTHING, SEVERAL, SPACE] = [0, 1, 2, 32];
const becomes = new Uint16Array(0x10000);
const several = new Map<number, string>();

/** How a letter parts a word from the next: small, capital, figure, or none of these. */
const [SMALL, CAPITAL, FIGURE] = [1, 2, 3];
const shapes = new Uint8Array(0x10000);

function learn(code: number): number {
  const letter = String.fromCodePoint(code);
  const folded = foldPhrase(`a${letter}a`);
  const inner = folded === "a a" ? " " : folded.slice(1, -1);
  const unit = inner === "" ? NOTHING : inner.length > 1 ? SEVERAL : inner.charCodeAt(0);
  if (unit === SEVERAL) several.set(code, inner);
  if (code < 0x10000) {
    becomes[code] = unit;
    shapes[code] = /\p{Lu}/u.test(letter)
      ? CAPITAL
      : /\p{L}/u.test(letter)
        ? SMALL
        : /\d/.test(letter)
          ? FIGURE
          : 0;
  }
  return unit;
}

const parts = (shape: number, next: number): boolean =>
  shape !== 0 &&
  next !== 0 &&
  ((shape === FIGURE) !== (next === FIGURE) || (shape === SMALL && next === CAPITAL));

function enlarge(units: Uint16Array, length: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(length);
  larger.set(units);
  return larger;
}

export function foldText(text: string): FoldedText {
  // Each letter gives one unit, a word's end takes the place of what ends it; several units are made room for.
  let units = new Uint16Array(text.length + 2);
  // A word takes at least two places.
  const most = (text.length >> 1) + 2;
  const [starts, from, to] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  const hashes = new Int32Array(most);
  const joined: number[] = [];
  let used = 0;
  let count = 0;
  let hash = FNV_START;
  let shape = 0;
  /** Where one word meets another inside the present one. */
  let seams = 0;
  /** False between words. */
  let begun = false;
  // Closures would keep what changes out of registers: every letter that leaves is read here.
  for (let at = 0; at <= text.length; at += 1) {
    let code = at < text.length ? text.charCodeAt(at) : SPACE;
    let unit = becomes[code] ?? UNKNOWN;
    if (unit === UNKNOWN || (code >= 0xd800 && code < 0xdc00)) {
      code = text.codePointAt(at) ?? code;
      unit = learn(code);
    }
    if (unit === SPACE) {
      if (begun) {
        hashes[count] = hash;
        to[count] = at;
        if (seams > 0) joined.push(count);
        units[used] = SPACE;
        used += 1;
        count += 1;
        hash = FNV_START;
        shape = 0;
        seams = 0;
        begun = false;
      }
    } else if (unit !== NOTHING) {
      const next = shapes[code] ?? 0;
      if (parts(shape, next)) seams += 1;
      if (next !== 0) shape = next;
      const letters = unit === SEVERAL ? (several.get(code) ?? "") : "";
      // `½` is two words: the text is read as if it had been written so.
      if (letters.includes(" ")) return foldText(text.normalize("NFKD"));
      if (!begun) {
        begun = true;
        starts[count] = used;
        from[count] = at;
      }
      const more = unit === SEVERAL ? letters.length : 1;
      const needed = used + more + text.length - at + 2;
      if (more > 1 && needed > units.length) units = enlarge(units, needed * 2);
      for (let each = 0; each < more; each += 1) {
        const one = unit === SEVERAL ? letters.charCodeAt(each) : unit;
        hash = fnv(hash, one);
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
