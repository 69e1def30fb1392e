// Whether words that are a name's letters are that name, when they are ordinary words too.
import { functionWords } from "../words/function-words.ts";
import { ordinaryWords } from "../words/ordinary-words.ts";
import { capitalTitles, severals, suffixes, prefixes, titles } from "../words/particles.ts";
import { gapBetween, type Atom, type Gap } from "./atoms.ts";
import type { NameForm } from "./name-forms.ts";
import type { Candidate } from "./name-tree.ts";

export type Verdict = "certain" | "doubtful" | "none";

export interface Scene {
  readonly text: string;
  readonly atoms: readonly Atom[];
  readonly gap: (at: number) => Gap;
}

/** Whether a form of a candidate is meant there; told once for those alike, however many bear the name. */
export function judge(scene: Scene, candidate: Candidate): (form: NameForm) => Verdict {
  const told = new Map<string, Verdict>();
  return (form) => {
    const kind = `${form.role}${form.isAcronym ? "!" : ""}${form.hasArticle ? "+" : ""}`;
    const known = told.get(kind);
    if (known !== undefined) return known;
    const verdict = tell(scene, candidate, form);
    told.set(kind, verdict);
    return verdict;
  };
}

function tell(scene: Scene, { from, to, way }: Candidate, form: NameForm): Verdict {
  const [first, last] = [scene.atoms[from], scene.atoms[to - 1]];
  if (first === undefined || last === undefined) return "none";
  if (isCompound(scene, from, to) && !isAddress(scene, from, to))
    return form.role === "full" ? "doubtful" : "none";
  const titled = hasTitle(scene, from);
  if (!hasItsShape(scene, from, to, form, titled)) return "none";
  if (form.role === "part") {
    const isWord = first.shape === "lower" || (isOrdinary(form.keys) && beginsSentence(scene, from));
    return isWord ? "none" : "doubtful";
  }
  if (titled || form.role === "initials" || form.role === "initialled") return "certain";
  if (form.keys.every((key) => functionWords.has(key))) return ofFunctionWord(scene, from, to, form);
  if (isOrdinary(form.keys))
    return isAddress(scene, from, to) ? "certain" : ofOrdinary(scene, from, to, form, way === "plural");
  if (way === "cut") return "doubtful";
  const isShort = form.keys.join("").length <= 2 && first.shape === "lower";
  return isShort && !isAddress(scene, from, to) ? "doubtful" : "certain";
}

/** Initials, abbreviations and the like are names only as they are usually written. */
function hasItsShape(scene: Scene, from: number, to: number, { role }: NameForm, titled: boolean): boolean {
  if (role === "initials") return areDotted(scene, from, to);
  if (role === "initialled") return scene.atoms[to - 1]?.shape === "capital" && isFree(scene, to);
  if (role === "abbreviated") return startsDotted(scene, from);
  if (role === "login") return isAddress(scene, from, to);
  return role !== "noble" || titled || scene.atoms[from]?.shape !== "lower";
}

const isOrdinary = (keys: readonly string[]): boolean =>
  keys.every((key) => ordinaryWords.has(key) || functionWords.has(key)) || ordinaryWords.has(keys.join(""));

function ofFunctionWord(scene: Scene, from: number, to: number, form: NameForm): Verdict {
  const { atoms } = scene;
  const said = atoms.slice(from, to);
  if (said.some(({ shape }) => shape === "lower")) return "none";
  if (form.role === "full") return "certain";
  if (beginsSentence(scene, from)) return "none";
  const isCaps = said.every(({ shape }) => shape === "caps");
  if (isCaps && isAmongCapitals(scene, from, to)) return "none";
  return form.isAcronym && isCaps ? "certain" : form.isAcronym ? "none" : "doubtful";
}

function ofOrdinary(scene: Scene, from: number, to: number, form: NameForm, several: boolean): Verdict {
  const said = scene.atoms.slice(from, to).filter(({ key }) => !functionWords.has(key));
  const isLower = said.some(({ shape }) => shape === "lower");
  if (form.role === "particle" && (isLower || beginsSentence(scene, from))) return "none";
  if (form.hasArticle && isLower && !hasArticleBefore(scene, from)) return "none";
  if (isLower && several) return "none";
  if (isLower || several) return "doubtful";
  if (said.every(({ shape }) => shape === "caps") && isAmongCapitals(scene, from, to)) return "doubtful";
  if (said.length > 1) return "certain";
  return beginsSentence(scene, from) ? "doubtful" : "certain";
}

const contracted = new Set(["le", "la", "les", "l", "du", "des", "au", "aux"]);

export const hasArticleBefore = ({ atoms, gap }: Scene, from: number): boolean =>
  contracted.has(atoms[from - 1]?.key ?? "") && ["space", "apostrophe", "hyphen"].includes(gap(from - 1));

export function hasTitle({ atoms, gap }: Scene, from: number): boolean {
  const before = atoms[from - 1];
  if (before === undefined) return false;
  const between = gap(from - 1);
  if (between !== "space" && between !== "stop" && between !== "dot") return false;
  if (titles.has(before.key)) return true;
  return capitalTitles.has(before.key) && before.shape !== "lower";
}

/** True where any word has a capital: at a text's, a line's, a sentence's or a quotation's beginning. */
function beginsSentence({ text, atoms }: Scene, from: number): boolean {
  let at = (atoms[from]?.start ?? 0) - 1;
  for (const lowest = Math.max(-1, at - 200); at > lowest; at -= 1) {
    const sign = text.charAt(at);
    if (sign === "\n") return true;
    if (/[\s*_~`\\\u200B\u00AD]/.test(sign)) continue;
    return /[.!?…:«"“”—–>#[|]/.test(sign);
  }
  return true;
}

/** Capitals that say nothing: the words around are in capitals too. */
function isAmongCapitals({ atoms }: Scene, from: number, to: number): boolean {
  const around = [atoms[from - 1], atoms[to]].filter(
    (atom) => atom !== undefined && (atom.shape === "caps" || atom.shape === "lower" || atom.key.length > 1),
  );
  return around.length > 0 && around.every((atom) => atom?.shape === "caps");
}

/** Where the compound ends that goes on after an atom: `Sophie Durand-Lopez`. */
export function compoundEnd({ atoms, gap }: Scene, to: number): number {
  let end = to;
  while (atoms[end] !== undefined && gap(end - 1) === "hyphen") end += 1;
  return end;
}

/** `Anne` in `Anne-Marie`, `Durand` in `Durand-Petit`: another name. */
function isCompound({ atoms, gap }: Scene, from: number, to: number): boolean {
  const after = atoms[to];
  if (
    after !== undefined &&
    gap(to - 1) === "hyphen" &&
    !suffixes.has(after.key) &&
    after.shape !== "figures"
  )
    return !isSpelt(atoms[to - 1], after);
  const before = atoms[from - 1];
  return (
    before !== undefined &&
    gap(from - 1) === "hyphen" &&
    !prefixes.has(before.key) &&
    before.shape !== "figures"
  );
}

const isSpelt = (one: Atom | undefined, other: Atom): boolean =>
  one?.key.length === 1 && other.key.length === 1;

const REACH = 60;

/** In an address, a link, a file's name, a handle. */
function isAddress({ text, atoms }: Scene, from: number, to: number): boolean {
  const [first, last] = [atoms[from], atoms[to - 1]];
  if (first === undefined || last === undefined) return false;
  let [start, end] = [first.start, last.end];
  while (start > first.start - REACH && /\S/.test(text.charAt(start - 1))) start -= 1;
  while (end < last.end + REACH && /\S/.test(text.charAt(end))) end += 1;
  const run = text.slice(start, end);
  if (!/[@_/\\.0-9#]/.test(run)) return false;
  return (
    /[\p{L}\p{N}]@|@[\p{L}\p{N}]|[\p{L}\p{N}]_[\p{L}\p{N}]|:\/\/|^www\.|^\/\p{L}|^\p{L}:?\\\p{L}|\p{L}#?\d|#\p{L}/u.test(
      run,
    ) ||
    /\.(?:docx?|odt|pdf|rtf|txt|md|vtt|srt|mp[34]|m4a|wav|ogg|xlsx?|csv|html?|json|zip|jpe?g|png|com|fr|org|net)\b/i.test(
      run,
    )
  );
}

/** Every letter a capital with its dot. */
function areDotted(scene: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isDotted(scene, at)) return false;
  return true;
}

function isDotted({ text, atoms }: Scene, at: number): boolean {
  const atom = atoms[at];
  return atom?.shape === "capital" && /^\\?\./.test(text.slice(atom.end, atom.end + 2));
}

/** `S. Durand`, `s.durand@…` */
function startsDotted(scene: Scene, from: number): boolean {
  if (isDotted(scene, from)) return true;
  return scene.gap(from) === "dot" || scene.gap(from) === "marks";
}

/** `Sophie D.`, and not `Sophie D’abord`. */
function isFree({ atoms, gap }: Scene, to: number): boolean {
  return atoms[to] === undefined || !["apostrophe", "none", "hyphen", "fold"].includes(gap(to - 1));
}

export const isSeveral = ({ atoms, gap }: Scene, from: number): boolean =>
  severals.has(atoms[from - 1]?.key ?? "") && gap(from - 1) === "space";

export function sceneOf(text: string, atoms: readonly Atom[]): Scene {
  // Each is asked for from several atoms, and takes expressions to tell.
  const gaps: (Gap | undefined)[] = [];
  const tell = (at: number): Gap => {
    const [before, after] = [atoms[at], atoms[at + 1]];
    return before === undefined || after === undefined ? "hard" : gapBetween(text, before, after);
  };
  return { text, atoms, gap: (at) => (gaps[at] ??= tell(at)) };
}
