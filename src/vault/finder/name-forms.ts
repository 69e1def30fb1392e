// The forms under which an identity may be found: a full name both ways, a first name, a surname, initials,
// a place without its article.
import type { Identity } from "../contents.ts";
import { articles, boundParticles, capitalTitles, generics, particles, titles } from "../words/particles.ts";
import { atomsOf, foldWord } from "./atoms.ts";

/**
 * `full`: first name and surname. `noble`: a surname with its `de`, which is the preposition when nothing
 * stands before it. `part`: one of several first names or of a double surname: never certain by itself.
 * `initials`: with their dots only. `initialled`: `Sophie D.`. `abbreviated`: `S. Durand`. `login`: `sdurand`,
 * in what looks like an address or a file's name only. `core`: a place without its article or its kind.
 */
export type Role =
  | "full"
  | "given"
  | "surname"
  | "noble"
  | "particle"
  | "alias"
  | "part"
  | "initials"
  | "initialled"
  | "abbreviated"
  | "login"
  | "place"
  | "core";

export interface NameForm {
  readonly identity: Identity;
  readonly role: Role;
  /** Folded atoms, as `atomsOf` gives them. */
  readonly keys: readonly string[];
  /** Listed in capitals: `ADSEA`, `SD`. */
  readonly isAcronym: boolean;
  /** The place's name has an article, that the text may contract: `du Havre`. */
  readonly hasArticle: boolean;
  readonly replacement: string;
}

// What leaves is looked through by them, then by the finder where something is in doubt.
const allForms = new WeakMap<readonly Identity[], readonly NameForm[]>();

/** The forms of them all, in order. */
export function formsOfAll(identities: readonly Identity[]): readonly NameForm[] {
  const known = allForms.get(identities);
  if (known !== undefined) return known;
  const forms = identities.flatMap(formsOf);
  allForms.set(identities, forms);
  return forms;
}

export function formsOf(identity: Identity): NameForm[] {
  const usual = identity.kind === "person" && identity.names.length === 1 ? usualForms(identity) : undefined;
  if (usual !== undefined) return usual;
  const forms = new Map<string, NameForm>();
  const add = (role: Role, keys: readonly string[], more: Partial<NameForm> = {}): void => {
    const id = keys.join(" ");
    if (keys.length === 0 || keys.length > mostAtoms || forms.has(id)) return;
    const { replacement } = identity;
    forms.set(id, { identity, role, keys, isAcronym: false, hasArticle: false, replacement, ...more });
  };
  for (const name of identity.names)
    if (identity.kind === "person") addPerson(name, add);
    else addPlace(name, identity.replacement, add);
  return [...forms.values()];
}

const usualName = /^([A-ZÀ-ÖØ-Þ][a-zà-öø-ÿœ]+) ([A-ZÀ-ÖØ-Þ][a-zà-öø-ÿœ]+)$/;

/** The same forms of the most usual name, a first name and a surname of one word each, without all the rest. */
function usualForms(identity: Identity): NameForm[] | undefined {
  const [, written, last] = usualName.exec(identity.names[0]) ?? [];
  if (written === undefined || last === undefined) return undefined;
  const [given, surname] = [foldWord(written), foldWord(last)];
  const [one, other] = [given.slice(0, 1), surname.slice(0, 1)];
  const login = one + surname;
  const isOther = titles.has(given) || capitalTitles.has(given) || particles.has(given);
  if (isOther || given === surname || given === login || one === "m") return undefined;
  const { replacement } = identity;
  const form = (role: Role, keys: readonly string[]): NameForm => {
    return { identity, role, keys, isAcronym: false, hasArticle: false, replacement };
  };
  return [
    form("full", [given, surname]),
    form("full", [surname, given]),
    form("given", [given]),
    form("surname", [surname]),
    form("initials", [one, other]),
    form("initialled", [given, other]),
    form("abbreviated", [one, surname]),
    form("login", [login]),
  ];
}

type Add = (role: Role, keys: readonly string[], more?: Partial<NameForm>) => void;

const mostAtoms = 16;

interface Word {
  readonly raw: string;
  readonly keys: readonly string[];
}

const wordsOf = (name: string): Word[] =>
  name
    .split(/\s+/u)
    .map((raw) => ({ raw, keys: atomsOf(raw).map(({ key }) => key) }))
    .filter(({ keys }) => keys.length > 0);

const keysOf = (words: readonly Word[]): string[] => words.flatMap(({ keys }) => keys);

const isCaps = (raw: string): boolean => foldWord(raw).length > 1 && raw === raw.toUpperCase();

function addPerson(name: string, add: Add): void {
  if (/\p{N}/u.test(name)) {
    addDetail(name, add);
    return;
  }
  const words = withoutTitle(wordsOf(inOrder(name)));
  const [first] = words;
  if (first === undefined) return;
  if (words.length === 1) {
    const isDotted = first.keys.length > 1 && first.keys.every((key) => key.length === 1);
    const isAcronym = isCaps(first.raw) && !isDotted && foldWord(first.raw).length <= longestAcronym;
    add(isDotted ? "initials" : "alias", first.keys, { isAcronym });
    if (isAcronym && foldWord(first.raw).length === 2) add("initials", Array.from(foldWord(first.raw)));
    return;
  }
  if (isPhrase(words)) {
    add("alias", keysOf(words));
    return;
  }
  if (words.every(({ keys, raw }) => keys.length === 1 && keys[0]?.length === 1 && raw.length <= 2)) {
    add("initials", keysOf(words));
    return;
  }
  const { given, surname, middle } = split(words);
  addNames(given, middle, surname, add);
}

/** A telephone number, a date of birth: none of its pieces is of anyone. */
function addDetail(name: string, add: Add): void {
  const keys = keysOf(wordsOf(name));
  add("alias", keys);
  add("alias", [keys.join("")]);
}

const longestAcronym = 6;

// `Durand, Sophie`
function inOrder(name: string): string {
  const [last = "", first, ...rest] = name.split(",");
  return first !== undefined && rest.length === 0 ? `${first.trim()} ${last.trim()}` : name;
}

function withoutTitle(words: readonly Word[]): readonly Word[] {
  const [first, ...rest] = words;
  if (first === undefined || rest.length === 0) return words;
  const key = foldWord(first.raw);
  return titles.has(key) || (capitalTitles.has(key) && /^\p{Lu}/u.test(first.raw)) ? rest : words;
}

/** `la grande Sophie` is found whole only: its words are not names. */
function isPhrase(words: readonly Word[]): boolean {
  const isSmall = ({ raw }: Word): boolean => /^\p{Ll}/u.test(raw);
  return (
    words.some(({ raw }) => /^\p{Lu}/u.test(raw)) &&
    words.some((word) => isSmall(word) && !particles.has(word.keys[0] ?? ""))
  );
}

interface Parted {
  readonly given: readonly Word[];
  readonly middle: readonly Word[];
  readonly surname: readonly Word[];
}

function split(words: readonly Word[]): Parted {
  const capitals = words.filter(({ raw }) => isCaps(raw));
  const others = words.filter(({ raw }) => !isCaps(raw));
  if (capitals.length > 0 && others.some(({ keys }) => !particles.has(keys[0] ?? ""))) {
    const [one] = words;
    const isBackwards = one !== undefined && isCaps(one.raw);
    const turn = isBackwards
      ? words.findLastIndex(({ raw }) => isCaps(raw)) + 1
      : words.findIndex(({ raw, keys }, at) => isCaps(raw) || (at > 0 && particles.has(keys[0] ?? "")));
    const [head, tail] = [words.slice(0, turn), words.slice(turn)];
    const [given, surname] = isBackwards ? [tail, head] : [head, tail];
    if (given.length > 0 && surname.length > 0) return { given, middle: [], surname };
  }
  const particle = words.findIndex(
    ({ keys }, at) => at > 0 && at < words.length - 1 && particles.has(keys[0] ?? ""),
  );
  const elided = words.findIndex(
    ({ keys }, at) => at > 0 && keys.length > 1 && (keys[0] === "d" || keys[0] === "l" || keys[0] === "o"),
  );
  const turn = particle !== -1 ? particle : elided;
  // `El Amrani` alone, `De La Fontaine`: no first name.
  if (particles.has(words[0]?.keys[0] ?? "") && !/^(?:el|al)$/.test(words[1]?.keys[0] ?? ""))
    return { given: [], middle: [], surname: words };
  if (turn > 0) return { given: words.slice(0, turn), middle: [], surname: words.slice(turn) };
  return { given: words.slice(0, 1), middle: words.slice(1, -1), surname: words.slice(-1) };
}

function addNames(given: readonly Word[], middle: readonly Word[], surname: readonly Word[], add: Add): void {
  const firsts = keysOf(given);
  const lasts = keysOf(surname);
  const between = keysOf(middle);
  if (firsts.length > 0) {
    add("full", [...firsts, ...between, ...lasts]);
    add("full", [...lasts, ...firsts, ...between]);
    add("full", [...firsts, ...lasts]);
    add("full", [...lasts, ...firsts]);
    add("given", [...firsts, ...between]);
    add("given", firsts);
    const [one, ...others] = given;
    if (one !== undefined && others.length > 0) {
      add("given", one.keys);
      add("full", [...one.keys, ...lasts]);
    }
    for (const { keys } of [...others, ...middle]) add("part", keys);
    if (between.length > 0) add("surname", [...between, ...lasts]);
  }
  const bare = addSurname(surname, lasts, firsts, add);
  const initials = firsts.map((key) => key.slice(0, 1));
  const ends = new Set([lasts, bare].map((keys) => keys[0]?.slice(0, 1) ?? ""));
  if (firsts.length > 0)
    for (const end of ends) {
      add("initials", [...initials, end]);
      add("initialled", [...firsts, end]);
    }
  for (const end of new Set([lasts, bare])) {
    if (initials.length === 0) continue;
    if (initials.join("") !== "m") add("abbreviated", [...initials, ...end]);
    add("login", [`${initials.join("")}${end.join("")}`]);
  }
}

/** Adds the surname's forms; gives the surname without its particles. */
function addSurname(
  surname: readonly Word[],
  lasts: readonly string[],
  firsts: readonly string[],
  add: Add,
): readonly string[] {
  const first = lasts[0] ?? "";
  const isNoble = (first === "de" || first === "d") && lasts.length > 1;
  add(isNoble ? "noble" : "surname", lasts);
  let bare = lasts;
  while (bare.length > 1 && particles.has(bare[0] ?? "") && !boundParticles.has(bare[0] ?? "")) {
    bare = bare.slice(1);
    // `La Fontaine`, of `de La Fontaine`; then `Fontaine`.
    add(particles.has(bare[0] ?? "") ? "surname" : "particle", bare);
    if (firsts.length > 0) add("full", [...firsts, ...bare]);
  }
  const hyphened = surname.filter(({ keys }) => keys.length > 1 && !particles.has(keys[0] ?? ""));
  for (const { raw, keys } of hyphened)
    if (/[-‐‑–]/.test(raw)) for (const key of keys) if (!particles.has(key)) add("part", [key]);
  if (surname.length > 1)
    for (const { keys } of surname) if (!particles.has(keys[0] ?? "") && !bound(surname)) add("part", keys);
  return bare;
}

const bound = (surname: readonly Word[]): boolean => boundParticles.has(surname[0]?.keys[0] ?? "");

function addPlace(name: string, replacement: string, add: Add): void {
  const words = wordsOf(name);
  const keys = keysOf(words);
  const [first = "", ...rest] = keys;
  const isAcronym = words.length === 1 && isCaps(words[0]?.raw ?? "");
  if (articles.has(first) && rest.length > 0 && !isAcronym) add("core", rest, { hasArticle: true });
  else add("place", keys, { isAcronym });
  if (!generics.has(first) || words.length < 2) return;
  // `Jules-Ferry`, of `collège Jules-Ferry`; `La Castellane`, of `cité de La Castellane`.
  const own = ownName(words.slice(1));
  if (own === undefined) return;
  const [head, ...others] = wordsOf(replacement);
  const said = head?.keys[0] === first ? (ownName(others)?.text ?? replacement) : replacement;
  add("core", own.keys, { hasArticle: own.hasArticle, replacement: said });
}

/** A place's own name after its kind, without the preposition; undefined when it is no name (`maison des jeunes`). */
function ownName(
  words: readonly Word[],
): { readonly keys: readonly string[]; readonly hasArticle: boolean; readonly text: string } | undefined {
  const text = words
    .map(({ raw }) => raw)
    .join(" ")
    .replace(/^d[’']/iu, "")
    .replace(/^du /iu, "Le ")
    .replace(/^des /iu, "Les ")
    .replace(/^de /iu, "");
  const keys = atomsOf(text).map(({ key }) => key);
  const hasArticle = keys.length > 1 && articles.has(keys[0] ?? "");
  const own = hasArticle ? keys.slice(1) : keys;
  const capital = hasArticle ? text.replace(/^(?:\S+\s+|l[’'])/iu, "") : text;
  return own.length > 0 && /^[\p{Lu}\p{N}]/u.test(capital) ? { keys: own, hasArticle, text } : undefined;
}
