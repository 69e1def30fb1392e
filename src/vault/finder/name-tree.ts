// The names as a tree of their words, so that looking costs the same whatever their number.
import type { Atom, Gap } from "./atoms.ts";
import type { NameForm } from "./name-forms.ts";

interface Branch {
  readonly next: Map<string, Branch>;
  readonly ends: NameForm[];
}

export interface NameTree {
  readonly root: Branch;
  /** Forms by their letters run together: `elamrani`, `sophiedurand`. */
  readonly joined: ReadonlyMap<string, readonly NameForm[]>;
  /** How those begin, not to try every run of single letters. */
  readonly leads: ReadonlySet<string>;
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
const unjoined = new Set(["initials", "initialled", "abbreviated"]);

export function treeOf(forms: Iterable<NameForm>): NameTree {
  const root: Branch = { next: new Map(), ends: [] };
  const joined = new Map<string, NameForm[]>();
  const leads = new Set<string>();
  let longest = 0;
  for (const form of forms) {
    let branch = root;
    for (const key of form.keys) {
      let next = branch.next.get(key);
      if (next === undefined) branch.next.set(key, (next = { next: new Map(), ends: [] }));
      branch = next;
    }
    branch.ends.push(form);
    if (unjoined.has(form.role)) continue;
    const letters = form.keys.join("");
    if (letters.length < LEAD) continue;
    const same = joined.get(letters);
    if (same === undefined) joined.set(letters, [form]);
    else same.push(form);
    leads.add(letters.slice(0, LEAD));
    longest = Math.max(longest, letters.length);
  }
  return { root, joined, leads, longest };
}

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
    branch = branch.next.get(ground.atoms[at]?.key ?? "");
    if (branch === undefined) return;
    if (branch.ends.length > 0) found.push({ from, to: at + 1, forms: branch.ends, way: "said" });
    if (branch.next.size === 0 || at + 1 >= ground.atoms.length) return;
    const gap = ground.gap(at);
    addAmong(branch, ground, from, at, found);
    const isInitial = ground.atoms[at]?.key.length === 1;
    if (!soft.has(gap) && !(gap === "stop" && isInitial)) return;
  }
}

/** `Sophie M. Durand`, `Sophie Marie Durand`, `Sophie Marie-Ange Durand` */
function addAmong(branch: Branch, ground: Ground, from: number, at: number, found: Candidate[]): void {
  if (!branch.ends.some(({ role }) => role === "given") || ground.gap(at) !== "space") return;
  if (!ground.isMiddleName(at + 1)) return;
  let after = at + 1;
  if (ground.gap(after) === "hyphen" && ground.isMiddleName(after + 1)) after += 1;
  const gap = ground.gap(after);
  if (gap !== "space" && gap !== "stop") return;
  let next: Branch | undefined = branch;
  for (let end = after + 1; end < ground.atoms.length; end += 1) {
    next = next.next.get(ground.atoms[end]?.key ?? "");
    if (next === undefined) return;
    const forms = next.ends.filter(({ role }) => role === "full");
    if (forms.length > 0) found.push({ from, to: end + 1, forms, way: "among" });
    if (!soft.has(ground.gap(end))) return;
  }
}

/** `D U R A N D`, `d-u-r-a-n-d`, `Du-` at a line's end and `rand` on the next, `S*oph*ie`. */
function addJoined(tree: NameTree, ground: Ground, from: number, found: Candidate[]): void {
  const first = ground.atoms[from];
  if (first === undefined) return;
  let letters = first.key;
  let isCut = false;
  for (let at = from; at + 1 < ground.atoms.length && letters.length < tree.longest; at += 1) {
    const [one, next] = [ground.atoms[at], ground.atoms[at + 1]];
    if (one === undefined || next === undefined) return;
    const areSingle = one.key.length === 1 && next.key.length === 1;
    const gap = ground.gap(at);
    if (!(areSingle ? spaced : cut).has(gap)) return;
    isCut ||= gap === "hyphen" && !areSingle;
    letters += next.key;
    if (letters.length >= LEAD && !tree.leads.has(letters.slice(0, LEAD))) return;
    const forms = tree.joined.get(letters);
    if (forms === undefined) continue;
    if (areSingle && !isWhole(ground, from, at + 2)) continue;
    found.push({ from, to: at + 2, forms, way: isCut ? "cut" : "joined" });
  }
}

const spaced: ReadonlySet<Gap> = new Set(["none", "space", "hyphen", "fold", "dot", "stop", "marks"]);
const cut: ReadonlySet<Gap> = new Set(["none", "hyphen", "fold", "marks"]);

/** Spaced letters are the whole word: `P A U L I N E` is not `Paul`. */
function isWhole({ atoms, gap }: Ground, from: number, to: number): boolean {
  return !goesOn(from - 1, from, -1) && !goesOn(to - 1, to, 1);

  function goesOn(left: number, right: number, step: 1 | -1): boolean {
    const [one, other] = [atoms[left], atoms[right]];
    if (one === undefined || other === undefined) return false;
    const [inside, outside] = step === 1 ? [one, other] : [other, one];
    if (outside.key.length > 1 || gap(left) !== gap(step === 1 ? left - 1 : right)) return false;
    // `D U R A N D a dit`, `il y a S o p h i e`
    if (inside.shape === "capital" && outside.shape === "lower") return false;
    const beyond = step === 1 ? right + 1 : left - 1;
    return !(/^[ay]$/.test(outside.key) && (atoms[beyond]?.key.length ?? 0) > 1);
  }
}
