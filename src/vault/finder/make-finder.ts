// Finding in a text the names a vault holds, in one pass whatever their number.
import type { Answer, Identity, VaultContents } from "../contents.ts";
import type { FoundName, NameFinder } from "../find-names.ts";
import { functionWords } from "../words/function-words.ts";
import { atomsOf, type Atom } from "./atoms.ts";
import {
  compoundEnd,
  hasArticleBefore,
  hasTitle,
  isSeveral,
  judge,
  sceneOf,
  type Scene,
} from "./certainty.ts";
import { contextOf, farContextOf } from "./context.ts";
import { keepMarks, place } from "./grammar.ts";
import { formsOfAll, type NameForm } from "./name-forms.ts";
import { startsOf } from "./name-starts.ts";
import { namesAt, namesOfWord, treeOf, type Candidate, type Ground, type NameTree } from "./name-tree.ts";

/**
 * Names as the vault lists them, found in French words: whatever the case, accents, elisions, titles, with
 * letters spaced or a line end inside. What was answered about doubtful ones is taken into account: an answer
 * with a context settles that occurrence, one without settles the doubtful ones written the same way. Whose a
 * name is that several bear is settled for one passage at a time.
 */
export function makeFinder({
  identities,
  answers,
}: Pick<VaultContents, "identities" | "answers">): NameFinder {
  const tree = treeFor(identities);
  const settled = new Map(answers.map((answer) => [answerKey(answer.form, answer.context), answer]));
  const known = new Map(identities.map((identity) => [identity.id, identity]));
  return { find: (text, here) => find(text, tree, { settled, known, here }) };
}

// An answer changes no name: the finder made again after each has the same.
const trees = new WeakMap<readonly Identity[], NameTree>();

function treeFor(identities: readonly Identity[]): NameTree {
  const known = trees.get(identities);
  if (known !== undefined) return known;
  const tree = treeOf(formsOfAll(identities));
  trees.set(identities, tree);
  return tree;
}

const answerKey = (form: string, context?: string): string => `${writtenForm(form)}\n${context ?? ""}`;

/** A form as answers are told apart by: whatever apostrophe its transcriber's keyboard has. */
export const writtenForm = (form: string): string => form.replace(/[’‘ʼ´`]/gu, "'");

interface Answered {
  readonly settled: ReadonlyMap<string, Answer>;
  readonly known: ReadonlyMap<string, Identity>;
  /** As in `NameFinder`. */
  readonly here: ReadonlyMap<number, Answer> | undefined;
}

interface Reading extends Candidate {
  readonly forms: readonly [NameForm, ...NameForm[]];
  readonly isCertain: boolean;
}

function find(text: string, tree: NameTree, answered: Answered): FoundName[] {
  const starts = startsOf(text, tree);
  if (starts?.length === 0) return [];
  const atoms = atomsOf(text);
  const scene = sceneOf(text, atoms);
  const ground: Ground = { ...scene, isMiddleName: (at) => isMiddleName(scene, tree, at) };
  const readings: Reading[] = [];
  let start = 0;
  for (let from = 0; from < atoms.length; from += 1) {
    if (starts !== undefined) {
      if (atoms[from]?.start !== starts[start]) continue;
      start += 1;
    }
    const candidates = namesAt(tree, ground, from);
    addPlural(scene, tree, from, candidates);
    if (candidates.length > 0) readings.push(...read(scene, candidates));
  }
  return together(scene, longestFirst(readings, atoms.length))
    .map((reading) => settle(scene, reading, answered))
    .filter((each) => each !== undefined);
}

/** A capitalised word or an initial that may stand between a first name and a surname. */
function isMiddleName({ atoms, gap }: Scene, tree: NameTree, at: number): boolean {
  const atom = atoms[at];
  if (atom === undefined || atom.shape === "lower" || atom.shape === "figures") return false;
  if (atom.key.length === 1) return gap(at) === "space" || gap(at) === "stop";
  return !functionWords.has(atom.key) && namesOfWord(tree, atom.key).every(({ role }) => role !== "given");
}

/** `les Durands` */
function addPlural(scene: Scene, tree: NameTree, from: number, candidates: Candidate[]): void {
  const key = scene.atoms[from]?.key ?? "";
  if (candidates.length > 0 || key.length < 4 || !/[sx]$/.test(key) || !isSeveral(scene, from)) return;
  const forms = namesOfWord(tree, key.slice(0, -1));
  const plural = forms.filter(({ role }) => role === "surname" || role === "given" || role === "alias");
  if (plural.length > 0) candidates.push({ from, to: from + 1, forms: plural, way: "plural" });
}

const ways = ["said", "joined", "cut", "among", "plural"] as const;

/** For each stretch, the forms meant there, those read most directly alone. */
function read(scene: Scene, candidates: readonly Candidate[]): Reading[] {
  const best = new Map<number, Reading>();
  for (const candidate of candidates) {
    const verdict = judge(scene, candidate);
    const [certain, doubtful]: [NameForm[], NameForm[]] = [[], []];
    for (const form of candidate.forms) {
      const said = verdict(form);
      if (said === "certain") certain.push(form);
      else if (said !== "none") doubtful.push(form);
    }
    const likely = certain.length > 0 ? certain : doubtful;
    const [first, ...rest] = hasTitle(scene, candidate.from) ? surnamesFirst(likely) : likely;
    if (first === undefined) continue;
    const before = best.get(candidate.to);
    if (before !== undefined && ways.indexOf(before.way) <= ways.indexOf(candidate.way)) continue;
    const isCompound = certain.length === 0 && first.role === "full";
    const to = isCompound ? compoundEnd(scene, candidate.to) : candidate.to;
    best.set(candidate.to, { ...candidate, to, forms: [first, ...rest], isCertain: certain.length > 0 });
  }
  return [...best.values()];
}

/** After a title, a bare name is a surname rather than someone else's first name. */
function surnamesFirst(forms: readonly NameForm[]): readonly NameForm[] {
  const surnames = forms.filter(({ role }) => role !== "given" && role !== "part");
  return surnames.length > 0 ? surnames : forms;
}

/** Where names overlap, the longest, then the leftmost. */
function longestFirst(readings: readonly Reading[], atoms: number): Reading[] {
  if (readings.length < 2) return [...readings];
  const taken = new Uint8Array(atoms);
  const ordered = readings.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const kept = ordered.filter(({ from, to }) => {
    if (taken.subarray(from, to).includes(1)) return false;
    taken.fill(1, from, to);
    return true;
  });
  return kept.sort((a, b) => a.from - b.from);
}

const surnames = new Set(["surname", "noble", "particle", "part"]);

/** A first name and a surname of the same person that were found apart are one: `Mehdi Benali`. */
function together(scene: Scene, readings: readonly Reading[]): Reading[] {
  const joined: Reading[] = [];
  for (const reading of readings) {
    const last = joined.at(-1);
    const both = last !== undefined && areOne(scene, last, reading) ? inBoth(last.forms, reading.forms) : [];
    const [first, ...rest] = both;
    if (last === undefined || first === undefined) joined.push(reading);
    else joined[joined.length - 1] = { ...last, to: reading.to, forms: [first, ...rest], isCertain: true };
  }
  return joined;
}

function areOne({ gap }: Scene, one: Reading, other: Reading): boolean {
  if (one.to !== other.from || !["space", "fold", "marks", "hyphen"].includes(gap(one.to - 1))) return false;
  const isGiven = [one, other].map(({ forms }) => forms.some(({ role }) => role === "given"));
  const isSurname = [one, other].map(({ forms }) => forms.some(({ role }) => surnames.has(role)));
  const inOrder = isGiven[0] === true && isSurname[1] === true;
  const isTurned = isSurname[0] === true && isGiven[1] === true;
  return (one.isCertain || other.isCertain) && (inOrder || isTurned);
}

function inBoth(forms: readonly NameForm[], others: readonly NameForm[]): NameForm[] {
  const bearing = new Set(others.map(({ identity }) => identity));
  return forms.filter(({ identity }) => bearing.has(identity));
}

function settle(scene: Scene, reading: Reading, answered: Answered): FoundName | undefined {
  const { text, atoms } = scene;
  const { from, to } = reading;
  const [first, last] = [atoms[from], atoms[to - 1]];
  if (first === undefined || last === undefined) return undefined;
  const { start } = first;
  const end = last.end + lastDot(text, reading, last);
  const within = text.slice(start, end);
  const form = within.replace(/\s+/gu, " ");
  const [one, ...others] = bearers(reading.forms);
  const isCertain = reading.isCertain && others.length === 0;
  const about = { text, start, end, form, canBeWord: !reading.isCertain };
  const answer = others.length > 0 ? answerOfSeveral(about, answered) : answerOfOne(about, answered);
  if (answer?.says === "word") return undefined;
  const named = answer?.identity === undefined ? undefined : answered.known.get(answer.identity);
  const meant = named ?? (isCertain || (answer !== undefined && others.length === 0) ? one : undefined);
  if (meant === undefined) {
    const { replacement } = one;
    const { canBeWord } = about;
    return { start, end, identities: [one, ...others], isCertain: false, canBeWord, replacement, form };
  }
  const [any] = reading.forms;
  const said = reading.forms.find(({ identity }) => identity.id === meant.id) ?? {
    ...any,
    identity: meant,
    replacement: meant.replacement,
  };
  const placed = place(scene, from, {
    ...said,
    hasArticle: said.hasArticle && hasArticleBefore(scene, from),
  });
  const replacement = /[*_~`]/.test(within)
    ? keepMarks(text, start, end, placed.replacement)
    : placed.replacement;
  const found = { start: placed.start, end, isCertain: true, canBeWord: false };
  return { ...found, identities: [meant], replacement, form };
}

interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly canBeWord: boolean;
}

/** What was answered where one person bears the name. */
function answerOfOne(
  { text, start, end, form, canBeWord }: Place,
  { settled, here }: Answered,
): Answer | undefined {
  if (settled.size === 0) return here?.get(start);
  const exact = here?.get(start) ?? settled.get(answerKey(form, contextOf(text, { start, end })));
  return exact ?? (canBeWord ? settled.get(answerKey(form)) : undefined);
}

/**
 * What was answered where several bear it. An answer for wherever it is written so says only that it is
 * a word: the next passage may be about the other. One about few words around is enough to leave the name
 * as it is where nobody can be asked, and no more.
 */
function answerOfSeveral(
  { text, start, end, form, canBeWord }: Place,
  { settled, here }: Answered,
): Answer | undefined {
  const said = here?.get(start);
  if (said !== undefined || settled.size === 0) return said;
  const far = farContextOf(text, { start, end });
  const exact = far === undefined ? undefined : settled.get(answerKey(form, far));
  if (exact !== undefined) return exact;
  const near = here === undefined ? settled.get(answerKey(form, contextOf(text, { start, end }))) : undefined;
  if (near?.says === "word") return near;
  const general = canBeWord ? settled.get(answerKey(form)) : undefined;
  return general?.says === "word" ? general : undefined;
}

/** 1 when the dot after initials is theirs, and not the sentence's: `S. D. est là`. */
function lastDot(text: string, { from, to, forms }: Reading, last: Atom): 0 | 1 {
  const areInitials = forms.some(({ role }) => role === "initials" || role === "initialled");
  if (last.key.length > 1 || (!areInitials && to - from < 2) || text.charAt(last.end) !== ".") return 0;
  return /^\s*(?:[\p{Ll}\p{N},;:!?)»…]|['’])/u.test(text.slice(last.end + 1, last.end + 6)) ? 1 : 0;
}

/** Who bears a name: after a title, those whose surname it is, rather than whose first name. */
function bearers(forms: readonly [NameForm, ...NameForm[]]): [Identity, ...Identity[]] {
  const [first] = forms;
  const others = new Set(forms.map(({ identity }) => identity));
  others.delete(first.identity);
  return [first.identity, ...others];
}
