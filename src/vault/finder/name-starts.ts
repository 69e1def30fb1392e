// Where in a text a name may begin, told from numbers alone: most turns hold no name, and are read no further.
import { foldWord, JOINED, kindAt, OTHER, parts } from "./atoms.ts";
import { beforeNext, EMPTY, hashBefore, hashWith } from "./name-table.ts";
import { LEAD, LONGEST_LEAD, type NameTree } from "./name-tree.ts";

/** What several letters become. */
const SEVERAL = 1;
/** Below: Latin letters, that fold one by one. */
const latin = 0x250;
/** By code: what a letter becomes, its kind from the 17th bit on, and a bit more that says that it is known. */
const letters = new Uint32Array(latin);
const KNOWN = 1 << 20;
const several = new Map<number, string>();

function learn(code: number): number {
  const kind = kindAt(code);
  const folded = kind === OTHER ? "" : foldWord(String.fromCharCode(code));
  if (folded.length > 1) several.set(code, folded);
  const unit = folded.length > 1 ? SEVERAL : folded.length === 1 ? folded.charCodeAt(0) : 0;
  return (letters[code] = unit | (kind << 16) | KNOWN);
}

const [SPACE, SMALL_S, SMALL_X] = [32, 0x73, 0x78];
/** What may stand inside a name that is cut: a hyphen, marks of emphasis. */
const cutting = new Set(Array.from("-‐‑–*_~`\\", (sign) => sign.charCodeAt(0)));

/** A text's atoms as `atomsOf` tells them, by their letters alone. */
interface Letters {
  /** Folded, run together. */
  units: Uint16Array;
  count: number;
  /** Where each atom begins in `units`; one more, where the next would. */
  begins: Int32Array;
  /** Where each begins in the text. */
  starts: Int32Array;
  /** True when what stands before it may part a name's letters: see `addJoined`. */
  isCut: Uint8Array;
  isSingle: Uint8Array;
}

// Filled again for each text: most are short.
const ROOM = 4096;
const scratch: Letters = roomFor(ROOM);

function roomFor(length: number): Letters {
  return {
    // A letter becomes three at most.
    units: new Uint16Array(length * 4 + 4),
    count: 0,
    begins: new Int32Array(length + 2),
    starts: new Int32Array(length + 2),
    isCut: new Uint8Array(length + 2),
    isSingle: new Uint8Array(length + 2),
  };
}

/**
 * Where atoms begin at which a name may, in order: every atom from which `namesAt` or a plural gives one
 * is among them. Undefined when each has to be looked at: in other letters than the Latin ones, that do not
 * fold one by one.
 */
export function startsOf(text: string, tree: NameTree): readonly number[] | undefined {
  const room = text.length > ROOM ? roomFor(text.length) : scratch;
  // Closures would keep what changes out of registers: this is the one loop that reads every letter.
  const { units, begins, starts, isCut, isSingle } = room;
  const found: number[] = [];
  let [used, count] = [0, 0];
  let [hash, pair, before] = [EMPTY, EMPTY, EMPTY];
  let [last, start, end] = [OTHER, -1, 0];
  /** What stands since the last atom. */
  let [isParted, hasCut] = [false, false];
  /** Whether something may begin at the last atom. */
  let isFound = false;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : SPACE;
    const known = code < latin ? (letters[code] ?? 0) : 0;
    const letter = known !== 0 ? known : code < latin ? learn(code) : kindAt(code) << 16;
    const kind = (letter >> 16) & 7;
    if (kind === JOINED) {
      if (start === -1) hasCut = true;
      else if (code >= 0x300 && code < 0x370) end = at + 1;
      continue;
    }
    if (start !== -1 && (kind === OTHER || parts(last, kind))) {
      const begun = begins[count] ?? 0;
      const length = used - begun;
      if (length > 0) {
        if (isFound || (count > 0 && tree.pairs.has(pair))) found.push(starts[count - 1] ?? 0);
        isSingle[count] = length === 1 || (length === 2 && end - start === 1) ? 1 : 0;
        isFound = tree.words.has(hash) || isPlural(tree, hash, length, units[used - 1] ?? 0);
        starts[count] = start;
        before = beforeNext(hash);
        count += 1;
        isParted = false;
        hasCut = false;
      }
      hash = EMPTY;
      start = -1;
    }
    if (kind === OTHER) {
      if (code >= 0xd800 && code < 0xe000) return undefined;
      isParted = true;
      if (code !== SPACE && cutting.has(code)) hasCut = true;
      continue;
    }
    if (code >= latin) return undefined;
    if (start === -1) {
      start = at;
      pair = before;
      begins[count] = used;
      isCut[count] = hasCut || !isParted ? 1 : 0;
    }
    const unit = letter & 0xffff;
    if (unit > SEVERAL) {
      hash = hashWith(hash, unit);
      pair = hashWith(pair, unit);
      units[used] = unit;
      used += 1;
    } else
      for (const sign of unit === SEVERAL ? (several.get(code) ?? "") : "") {
        const each = sign.charCodeAt(0);
        hash = hashWith(hash, each);
        pair = hashWith(pair, each);
        units[used] = each;
        used += 1;
      }
    last = kind;
    end = at + 1;
  }
  if (isFound) found.push(starts[count - 1] ?? 0);
  begins[count] = used;
  room.count = count;
  return withJoined(found, room, tree);
}

/** `les Durands` */
function isPlural(tree: NameTree, hash: number, length: number, last: number): boolean {
  if (length < 4 || (last !== SMALL_S && last !== SMALL_X)) return false;
  return tree.words.has(hashBefore(hash, last));
}

/** Adds the atoms from which letters run together, spaced out or cut, may be a name. */
function withJoined(
  found: number[],
  { units, count, begins, starts, isCut, isSingle }: Letters,
  tree: NameTree,
): number[] {
  const more: number[] = [];
  for (let from = 0; from + 1 < count; from += 1)
    if (isLinked(from) && mayBegin(from)) more.push(starts[from] ?? 0);
  return more.length === 0 ? found : [...new Set([...found, ...more])].sort((a, b) => a - b);

  function isLinked(at: number): boolean {
    return at + 1 < count && (isCut[at + 1] === 1 || (isSingle[at] === 1 && isSingle[at + 1] === 1));
  }

  function mayBegin(from: number): boolean {
    let [hash, length] = [EMPTY, 0];
    for (let at = from; ; at += 1) {
      for (let unit = begins[at] ?? 0; unit < (begins[at + 1] ?? 0); unit += 1) {
        hash = hashWith(hash, units[unit] ?? 0);
        length += 1;
        if (length >= LEAD && !tree.leads.has(hash)) return false;
        if (length === LONGEST_LEAD) return true;
      }
      if (length >= LEAD && tree.words.has(hash)) return true;
      if (!isLinked(at)) return false;
    }
  }
}
