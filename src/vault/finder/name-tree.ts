// The names as a tree of their words, so that looking costs the same whatever their number.
import { isOneLetter, type Atom, type Gap } from "./atoms.ts";
import type { NameForm } from "./name-forms.ts";

// Most have one of the two.
interface Branch {
  next?: Map<string, Branch>;
  ends?: NameForm[];
}

export interface NameTree {
  readonly root: Branch;
  /** Forms by their letters run together: `elamrani`, `sophiedurand`. */
  readonly joined: ReadonlyMap<string, readonly NameForm[]>;
  /** Numbers of how those begin, three to six letters, and of the whole: most runs of letters are none. */
  readonly leads: ReadonlySet<number>;
  readonly wholes: ReadonlySet<number>;
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

const LEAD = 3;
const LONGEST_LEAD = 6;
const unjoined = new Set(["initials", "initialled", "abbreviated"]);

// FNV-1a.
const EMPTY = 0x811c9dc5;
const hashWith = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

export function treeOf(forms: Iterable<NameForm>): NameTree {
  const root: Branch = {};
  const joined = new Map<string, NameForm[]>();
  const leads = new Set<number>();
  const wholes = new Set<number>();
  let longest = 0;
  for (const form of forms) {
    let branch = root;
    for (const key of form.keys) {
      branch.next ??= new Map();
      let next = branch.next.get(key);
      if (next === undefined) branch.next.set(key, (next = {}));
      branch = next;
    }
    if (branch.ends === undefined) branch.ends = [form];
    else branch.ends.push(form);
    if (unjoined.has(form.role)) continue;
    const letters = form.keys.join("");
    if (letters.length < LEAD) continue;
    const same = joined.get(letters);
    if (same !== undefined) {
      same.push(form);
      continue;
    }
    joined.set(letters, [form]);
    longest = Math.max(longest, letters.length);
    let hash = EMPTY;
    for (let at = 0; at < letters.length; at += 1) {
      hash = hashWith(hash, letters.charCodeAt(at));
      if (at + 1 >= LEAD && at + 1 <= LONGEST_LEAD) leads.add(hash);
    }
    wholes.add(hash);
  }
  return { root, joined, leads, wholes, longest };
}

/** Those whose whole name is one word. */
export const namesOfWord = (tree: NameTree, key: string): readonly NameForm[] =>
  tree.root.next?.get(key)?.ends ?? [];

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
  walk(tree.root, ground, from, found);
  const key = ground.atoms[from]?.key ?? "";
  const together = tree.joined.get(key)?.filter(({ keys }) => keys.length > 1) ?? [];
  if (together.length > 0) found.push({ from, to: from + 1, forms: together, way: "joined" });
  addJoined(tree, ground, from, found);
  return found;
}

function walk(root: Branch, ground: Ground, from: number, found: Candidate[]): void {
  let branch: Branch | undefined = root;
  for (let at = from; ; at += 1) {
    branch = branch.next?.get(ground.atoms[at]?.key ?? "");
    if (branch === undefined) return;
    if (branch.ends !== undefined) found.push({ from, to: at + 1, forms: branch.ends, way: "said" });
    if (branch.next === undefined || at + 1 >= ground.atoms.length) return;
    const gap = ground.gap(at);
    addAmong(branch, ground, from, at, found);
    const isInitial = ground.atoms[at]?.key.length === 1;
    // `06/12/34`, `12, rue des Lilas`: only a detail has figures.
    const isDetail = [at, at + 1].some((each) => ground.atoms[each]?.shape === "figures");
    if (!soft.has(gap) && !isDetail && !(gap === "stop" && isInitial)) return;
  }
}

/** `Sophie M. Durand`, `Sophie Marie Durand`, `Sophie Marie-Ange Durand` */
function addAmong(branch: Branch, ground: Ground, from: number, at: number, found: Candidate[]): void {
  if (branch.ends?.some(({ role }) => role === "given") !== true || ground.gap(at) !== "space") return;
  if (!ground.isMiddleName(at + 1)) return;
  let after = at + 1;
  if (ground.gap(after) === "hyphen" && ground.isMiddleName(after + 1)) after += 1;
  const gap = ground.gap(after);
  if (gap !== "space" && gap !== "stop") return;
  let next: Branch | undefined = branch;
  for (let end = after + 1; end < ground.atoms.length; end += 1) {
    next = next.next?.get(ground.atoms[end]?.key ?? "");
    if (next === undefined) return;
    const forms = next.ends?.filter(({ role }) => role === "full") ?? [];
    if (forms.length > 0) found.push({ from, to: end + 1, forms, way: "among" });
    if (!soft.has(ground.gap(end))) return;
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
    if (at > from && tree.wholes.has(hash)) {
      const forms = tree.joined.get(letters);
      const before = atoms[at - 1];
      const isSpelt = before !== undefined && isOneLetter(before) && isOneLetter(one);
      if (forms !== undefined && (!isSpelt || isWhole(ground, from, at + 1)))
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
