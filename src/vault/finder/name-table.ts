// Numbers under which names are found: tables of thousands are made in milliseconds, without a string or an object each.

// FNV-1a.
export const EMPTY = 0x811c9dc5 | 0;
export const hashWith = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** The hash that a code was added to: this times the multiplier above is 1, modulo 2^32. */
export const hashBefore = (hash: number, code: number): number => Math.imul(hash, 0x359c449b) ^ code;

const SPACE = 32;

/** The hash of words, one more after those hashed before; `EMPTY` before the first. */
export const hashWord = (hash: number, word: string): number => hashLetters(beforeNext(hash), word);

/** The hash of words with what parts them from the next. */
export const beforeNext = (hash: number): number => (hash === EMPTY ? EMPTY : hashWith(hash, SPACE));

export function hashLetters(hash: number, letters: string): number {
  let next = hash;
  for (let at = 0; at < letters.length; at += 1) next = hashWith(next, letters.charCodeAt(at));
  return next;
}

/** Numbers most others are told from: false says that one was not added, true that it may have been. */
export class Sieve {
  readonly #bits: Uint8Array;
  readonly #mask: number;

  /** `count`: how many are added at most. */
  constructor(count: number) {
    const size = powerOver(count * 16);
    this.#bits = new Uint8Array(size >> 3);
    this.#mask = size - 1;
  }

  add(hash: number): void {
    this.#set(this.#one(hash));
    this.#set(this.#other(hash));
  }

  #set(bit: number): void {
    this.#bits[bit >> 3] = (this.#bits[bit >> 3] ?? 0) | (1 << (bit & 7));
  }

  has(hash: number): boolean {
    return this.#isSet(this.#one(hash)) && this.#isSet(this.#other(hash));
  }

  #isSet(bit: number): boolean {
    return ((this.#bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  }

  // Two places for each: with one, a frequent word would too often be taken for a name.
  #one(hash: number): number {
    return (hash ^ (hash >>> 15)) & this.#mask;
  }

  #other(hash: number): number {
    return (Math.imul(hash, 0x9e3779b1) >>> 7) & this.#mask;
  }
}

/** Values under hashes, several under one, in the order in which they came. */
export class HashTable<T> {
  readonly #values: readonly T[];
  readonly #hashes: Int32Array;
  readonly #slots: Int32Array;
  /** One more than the entry that follows in the same slot; 0 after the last. */
  readonly #next: Int32Array;
  readonly #mask: number;

  /** `hashes`: of each value. */
  constructor(hashes: readonly number[], values: readonly T[]) {
    this.#values = values;
    this.#hashes = Int32Array.from(hashes);
    this.#slots = new Int32Array(powerOver(values.length * 2));
    this.#next = new Int32Array(values.length);
    this.#mask = this.#slots.length - 1;
    for (let entry = values.length - 1; entry >= 0; entry -= 1) {
      const slot = this.#slotOf(this.#hashes[entry] ?? 0);
      this.#next[entry] = this.#slots[slot] ?? 0;
      this.#slots[slot] = entry + 1;
    }
  }

  /** Those under a hash that are what is looked for: others may have the same. */
  at(hash: number, isIt: (value: T) => boolean): T[] {
    const found: T[] = [];
    let entry = (this.#slots[this.#slotOf(hash)] ?? 0) - 1;
    for (; entry >= 0; entry = (this.#next[entry] ?? 0) - 1) {
      const value = this.#values[entry];
      if (value !== undefined && this.#hashes[entry] === hash && isIt(value)) found.push(value);
    }
    return found;
  }

  #slotOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & this.#mask;
  }
}

const powerOver = (count: number): number => 2 ** Math.max(8, Math.ceil(Math.log2(count + 1)));
