// Putting a replacement in a name's place: the small word before it is elided or contracted as French does.
import type { Atom } from "./atoms.ts";
import type { Scene } from "./certainty.ts";
import type { NameForm } from "./name-forms.ts";
import { beginsWithVowel, guessArticle } from "../words/sounds.ts";

export interface Placed {
  readonly start: number;
  readonly replacement: string;
}

const whole: Readonly<Record<string, string>> = {
  d: "de",
  qu: "que",
  lorsqu: "lorsque",
  puisqu: "puisque",
  quoiqu: "quoique",
  jusqu: "jusque",
};
const elided: Readonly<Record<string, string>> = {
  de: "d’",
  que: "qu’",
  lorsque: "lorsqu’",
  puisque: "puisqu’",
  quoique: "quoiqu’",
  le: "l’",
  la: "l’",
};
const contractions: Readonly<Record<string, string>> = {
  "de le": "du",
  "de les": "des",
  "a le": "au",
  "a les": "aux",
};
const undone: Readonly<Record<string, "de" | "a">> = { du: "de", des: "de", au: "a", aux: "a" };

/** What stands instead of a form found from an atom, and where that begins. */
export function place(scene: Scene, from: number, form: NameForm): Placed {
  const { atoms, gap } = scene;
  const start = atoms[from]?.start ?? 0;
  const before = atoms[from - 1];
  const plain = { start, replacement: form.replacement };
  if (before === undefined) return plain;
  const between = gap(from - 1);
  if (between === "apostrophe") {
    if (before.key === "l" && form.identity.kind !== "person") {
      const article = placeArticle(scene, from, form, before);
      if (article !== undefined) return article;
    }
    return afterElision(scene, from, form, before) ?? plain;
  }
  if (between !== "space") return plain;
  if (form.identity.kind !== "person") {
    const article = placeArticle(scene, from, form, before);
    if (article !== undefined) return article;
  }
  return beforeVowel(scene, from, form, before) ?? plain;
}

/** `d’Anne` becomes `de Karima`, `l’Anne` becomes `la Karima`. */
function afterElision(scene: Scene, from: number, form: NameForm, before: Atom): Placed | undefined {
  if (beginsWithVowel(form.replacement)) return undefined;
  const word = before.key === "l" ? guessArticle(form.replacement) : whole[before.key];
  if (word === undefined) return undefined;
  const name = scene.atoms[from];
  const isCaps = before.shape === "caps" || (before.shape === "capital" && name?.shape === "caps");
  const marks = marksBetween(scene, from);
  return {
    start: before.start,
    replacement: `${inShape(word, isCaps ? "caps" : before.shape)} ${marks}${form.replacement}`,
  };
}

/** `de Paul` becomes `d’Ali`. */
function beforeVowel(scene: Scene, from: number, form: NameForm, before: Atom): Placed | undefined {
  const word = elided[before.key];
  if (word === undefined || !beginsWithVowel(form.replacement)) return undefined;
  const marks = marksBetween(scene, from);
  return { start: before.start, replacement: `${inShape(word, before.shape)}${marks}${form.replacement}` };
}

function placeArticle(scene: Scene, from: number, form: NameForm, before: Atom): Placed | undefined {
  const said = articleOf(form.replacement);
  const marks = marksBetween(scene, from);
  const preposition = undone[before.key];
  if (preposition !== undefined) {
    if (said === undefined && !form.hasArticle) {
      if ((before.key !== "du" && before.key !== "au") || !beginsWithVowel(form.replacement))
        return undefined;
      const word = inShape(preposition === "de" ? "de l’" : "à l’", before.shape);
      return { start: before.start, replacement: `${word}${marks}${form.replacement}` };
    }
    return { start: before.start, replacement: prepositionBefore(preposition, before, said, form, marks) };
  }
  if (before.key === "le" || before.key === "la" || before.key === "les" || before.key === "l") {
    if (said === undefined && !form.hasArticle) return undefined;
    const first = scene.atoms[from - 2];
    const isAfter =
      first !== undefined && (first.key === "de" || first.key === "a") && scene.gap(from - 2) === "space";
    // `à La Castellane` becomes `aux Tilleuls`, `à la Bruyère` or `à Bellevue`.
    if (isAfter && said !== undefined && contractions[`${first.key} ${said.article}`] !== undefined)
      return { start: first.start, replacement: prepositionBefore(first.key, first, said, form, marks) };
    if (isAfter && said === undefined && first.key === "de" && beginsWithVowel(form.replacement))
      return { start: first.start, replacement: `${inShape("d’", first.shape)}${marks}${form.replacement}` };
    if (said === undefined) return { start: before.start, replacement: `${marks}${form.replacement}` };
    return {
      start: before.start,
      replacement: `${inShape(said.article, before.shape)}${said.link}${marks}${said.rest}`,
    };
  }
  if ((before.key === "de" || before.key === "a") && said !== undefined && before.key in { de: 1, a: 1 }) {
    if (contractions[`${before.key} ${said.article}`] === undefined) return undefined;
    return { start: before.start, replacement: prepositionBefore(before.key, before, said, form, marks) };
  }
  return undefined;
}

function prepositionBefore(
  preposition: string,
  before: Atom,
  said: Article | undefined,
  form: NameForm,
  marks: string,
): string {
  if (said === undefined) {
    if (preposition === "de" && beginsWithVowel(form.replacement))
      return `${inShape("d’", before.shape)}${marks}${form.replacement}`;
    return `${inShape(preposition === "a" ? "à" : "de", before.shape)} ${marks}${form.replacement}`;
  }
  const contraction = contractions[`${preposition} ${said.article}`];
  if (contraction !== undefined) return `${inShape(contraction, before.shape)} ${marks}${said.rest}`;
  const word = inShape(preposition === "a" ? "à" : "de", before.shape);
  return `${word} ${said.article}${said.link}${marks}${said.rest}`;
}

interface Article {
  readonly article: string;
  readonly link: string;
  readonly rest: string;
}

function articleOf(words: string): Article | undefined {
  const found = /^(?:(les?|la)(\s+)|(l)([’']))(.+)$/isu.exec(words);
  if (found === null) return undefined;
  const [, full, space, short, mark, rest = ""] = found;
  return { article: (full ?? short ?? "").toLowerCase(), link: space ?? mark ?? " ", rest };
}

function inShape(word: string, shape: Atom["shape"]): string {
  if (shape === "caps") return word.toUpperCase();
  return shape === "capital" ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word;
}

/** Marks of emphasis between the small word and the name stay. */
function marksBetween({ text, atoms }: Scene, from: number): string {
  const between = text.slice(atoms[from - 1]?.end ?? 0, atoms[from]?.start ?? 0);
  return between.replace(/[^*_~`]/g, "");
}

/**
 * A replacement with the marks of emphasis that stand in the name it replaces and whose other half is outside:
 * `**Sophie** Durand` becomes `**Karima**`.
 */
export function keepMarks(text: string, start: number, end: number, replacement: string): string {
  const within = text.slice(start, end);
  const alone: string[] = [];
  for (const { 0: run, index } of within.matchAll(/[*~`]+|(?<![\p{L}\p{N}\\])_+|_+(?![\p{L}\p{N}_])/gu)) {
    const partner = alone.indexOf(run);
    if (partner !== -1) alone.splice(partner, 1);
    else if (index > 0) alone.push(run);
  }
  const isClosing = (run: string): boolean =>
    text.slice(Math.max(0, start - run.length), start) === run || !text.startsWith(run, end);
  const closing = alone.filter(isClosing);
  const opening = alone.filter((run) => !isClosing(run));
  return `${opening.join("")}${replacement}${closing.join("")}`;
}
