// The names by their words, so that looking costs the same whatever their number.
import { isOneLetter, type Atom, type Gap } from "./atoms.ts";
import type { NameForm, Role } from "./name-forms.ts";
import { EMPTY, HashTable, hashLetters, hashWith, hashWord, Sieve } from "./name-table.ts";

export interface NameTree {
  /** Forms by the hash of their words. */
  readonly said: HashTable<NameForm>;
  /** Forms by their letters run together: `elamrani`, `sophiedurand`. */
  readonly joined: HashTable<NameForm>;
  /** The first words of each, all but the last. */
  readonly begins: Sieve;
  /** How those run together begin, three to six letters: most runs of letters are none. */
  readonly leads: Sieve;
  /** Single words that are names, or names run together; and the first two words of those of several. */
  readonly words: Sieve;
  readonly pairs: Sieve;
  /** How many letters those run together have at most. */
  readonly longest: number;
}

/** Forms found from one atom to another, the end exclusive. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly forms: readonly NameForm[];
  /**
   * `said`: as listed. `joined`: its letters spaced out, cut, or run together. `cut`: at a hyphen that a name
   * may not have. `among`: with another first name or an initial between. `plural`: `les Durands`.
   */
  readonly way: "said" | "joined" | "cut" | "among" | "plural";
}

export const LEAD = 3;
export const LONGEST_LEAD = 6;
const unjoined = new Set<Role>(["initials", "initialled", "abbreviated"]);

export function treeOf(forms: readonly NameForm[]): NameTree {
  const hashes: number[] = [];
  const [together, joined]: [number[], NameForm[]] = [[], []];
  const [begins, leads] = [new Sieve(forms.length), new Sieve(forms.length * 2)];
  const [words, pairs] = [new Sieve(forms.length), new Sieve(forms.length)];
  let longest = 0;
  for (const form of forms) {
    const { keys, role } = form;
    let hash = EMPTY;
    for (let at = 0; at < keys.length; at += 1) {
      if (at > 0) begins.add(hash);
      hash = hashWord(hash, keys[at] ?? "");
      if (at === 1) pairs.add(hash);
    }
    if (keys.length === 1) words.add(hash);
    hashes.push(hash);
    if (unjoined.has(role)) continue;
    let length = 0;
    hash = EMPTY;
    for (const key of keys)
      for (let at = 0; at < key.length; at += 1) {
        hash = hashWith(hash, key.charCodeAt(at));
        length += 1;
        if (length >= LEAD && length <= LONGEST_LEAD) leads.add(hash);
      }
    if (length < LEAD) continue;
    longest = Math.max(longest, length);
    words.add(hash);
    together.push(hash);
    joined.push(form);
  }
  const said = new HashTable(hashes, forms);
  return { said, joined: new HashTable(together, joined), begins, leads, words, pairs, longest };
}

/** Those whose whole name is one word. */
export const namesOfWord = (tree: NameTree, key: string): readonly NameForm[] =>
  tree.said.at(hashWord(EMPTY, key), ({ keys }) => keys.length === 1 && keys[0] === key);

const namesOfWords = (tree: NameTree, hash: number, said: readonly string[]): NameForm[] =>
  tree.said.at(hash, ({ keys }) => areSame(keys, said));

// Thousands may be called `Sophie`.
function areSame(keys: readonly string[], said: readonly string[]): boolean {
  if (keys.length !== said.length) return false;
  for (let at = 0; at < keys.length; at += 1) if (keys[at] !== said[at]) return false;
  return true;
}

const namesOfLetters = (tree: NameTree, hash: number, letters: string): NameForm[] =>
  tree.joined.at(hash, ({ keys }) => keys.join("") === letters);

/** Text as the tree is walked: its atoms, and what stands before each. */
export interface Ground {
  readonly atoms: readonly Atom[];
  /** Between atom `at` and the next. */
  readonly gap: (at: number) => Gap;
  readonly isMiddleName: (at: number) => boolean;
}

const soft: ReadonlySet<Gap> = new Set(["none", "space", "hyphen", "fold", "apostrophe", "dot", "marks"]);

/** Every name that begins at an atom. */
export function namesAt(tree: NameTree, ground: Ground, from: number): Candidate[] {
  const found: Candidate[] = [];
  walk(tree, ground, from, found);
  const key = ground.atoms[from]?.key ?? "";
  const whole = hashLetters(EMPTY, key);
  const together = tree.joined.at(whole, ({ keys }) => keys.length > 1 && keys.join("") === key);
  if (together.length > 0) found.push({ from, to: from + 1, forms: together, way: "joined" });
  addJoined(tree, ground, from, found);
  return found;
}

function walk(tree: NameTree, ground: Ground, from: number, found: Candidate[]): void {
  const said: string[] = [];
  let hash = EMPTY;
  for (let at = from; at < ground.atoms.length; at += 1) {
    const key = ground.atoms[at]?.key ?? "";
    said.push(key);
    hash = hashWord(hash, key);
    const forms = namesOfWords(tree, hash, said);
    if (forms.length > 0) found.push({ from, to: at + 1, forms, way: "said" });
    if (!tree.begins.has(hash) || at + 1 >= ground.atoms.length) return;
    if (forms.some(({ role }) => role === "given")) addAmong(tree, ground, { from, at, said, hash }, found);
    const gap = ground.gap(at);
    // `06/12/34`, `12, rue des Lilas`: only a detail has figures.
    const isDetail = [at, at + 1].some((each) => ground.atoms[each]?.shape === "figures");
    if (!soft.has(gap) && !isDetail && !(gap === "stop" && key.length === 1)) return;
  }
}

interface Given {
  readonly from: number;
  /** Its last atom. */
  readonly at: number;
  readonly said: readonly string[];
  readonly hash: number;
}

/** `Sophie M. Durand`, `Sophie Marie Durand`, `Sophie Marie-Ange Durand` */
function addAmong(tree: NameTree, ground: Ground, given: Given, found: Candidate[]): void {
  const { from, at } = given;
  if (ground.gap(at) !== "space" || !ground.isMiddleName(at + 1)) return;
  let after = at + 1;
  if (ground.gap(after) === "hyphen" && ground.isMiddleName(after + 1)) after += 1;
  const gap = ground.gap(after);
  if (gap !== "space" && gap !== "stop") return;
  const said = [...given.said];
  let { hash } = given;
  for (let end = after + 1; end < ground.atoms.length; end += 1) {
    const key = ground.atoms[end]?.key ?? "";
    said.push(key);
    hash = hashWord(hash, key);
    const forms = namesOfWords(tree, hash, said).filter(({ role }) => role === "full");
    if (forms.length > 0) found.push({ from, to: end + 1, forms, way: "among" });
    if (!tree.begins.has(hash) || !soft.has(ground.gap(end))) return;
  }
}

/** `D U R A N D`, `d-u-r-a-n-d`, `Du-` at a line's end and `rand` on the next, `S*oph*ie`. */
function addJoined(tree: NameTree, ground: Ground, from: number, found: Candidate[]): void {
  const { atoms } = ground;
  let letters = "";
  let hash = EMPTY;
  let isCut = false;
  for (let at = from; letters.length < tree.longest; at += 1) {
    const [one, next] = [atoms[at], atoms[at + 1]];
    if (one === undefined) return;
    for (let index = 0; index < one.key.length; index += 1) {
      hash = hashWith(hash, one.key.charCodeAt(index));
      const length = letters.length + index + 1;
      if (length >= LEAD && length <= LONGEST_LEAD && !tree.leads.has(hash)) return;
    }
    letters += one.key;
    if (at > from && tree.words.has(hash)) {
      const forms = namesOfLetters(tree, hash, letters);
      const before = atoms[at - 1];
      const isSpelt = before !== undefined && isOneLetter(before) && isOneLetter(one);
      if (forms.length > 0 && (!isSpelt || isWhole(ground, from, at + 1)))
        found.push({ from, to: at + 1, forms, way: isCut ? "cut" : "joined" });
    }
    if (next === undefined) return;
    const areSingle = isOneLetter(one) && isOneLetter(next);
    const gap = ground.gap(at);
    if (!(areSingle ? spaced : cut).has(gap)) return;
    isCut ||= gap === "hyphen" && !areSingle;
  }
}

const spaced: ReadonlySet<Gap> = new Set(["none", "space", "hyphen", "dash", "fold", "dot", "stop", "marks"]);
const cut: ReadonlySet<Gap> = new Set(["none", "hyphen", "fold", "marks"]);

/** Spaced letters are the whole word: `P A U L I N E` is not `Paul`. */
function isWhole({ atoms, gap }: Ground, from: number, to: number): boolean {
  return !goesOn(from - 1, from, -1) && !goesOn(to - 1, to, 1);

  function goesOn(left: number, right: number, step: 1 | -1): boolean {
    const [one, other] = [atoms[left], atoms[right]];
    if (one === undefined || other === undefined) return false;
    const [inside, outside] = step === 1 ? [one, other] : [other, one];
    if (outside.key.length > 1 || gap(left) !== gap(step === 1 ? left - 1 : right)) return false;
    // `d u r a n d c’est`
    if (step === 1 && gap(right) === "apostrophe") return false;
    // `D U R A N D a dit`, `il y a S o p h i e`, `S o p h i e D.`
    const [first, second] = step === 1 ? [inside, outside] : [outside, inside];
    if (inside.shape === "capital" && outside.shape === "lower") return false;
    if (first.shape === "lower" && second.shape === "capital") return false;
    // `d u r a n d y a deux jours`
    let at = step === 1 ? right : left;
    for (let words = 0; words < 2 && /^[ay]$/.test(atoms[at]?.key ?? ""); words += 1) {
      if (atoms[at]?.shape !== "lower") return true;
      at += step;
    }
    // `d u r a n d y d’accord`: an elided word is no letter.
    const beyond = atoms[at];
    return beyond !== undefined && isOneLetter(beyond) && gap(at) !== "apostrophe";
  }
}
