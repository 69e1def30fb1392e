// What a leak is, and what is looked for. Never the words themselves: what stands in their place.
import type { WithdrawnPhrase } from "../../study/withdrawn.ts";
import type { NameFinder } from "../find-names.ts";
import type { NameForm } from "../finder/name-forms.ts";

export interface Leak {
  /** The file's name; its number, `(2)`, when the name itself gives someone away. */
  readonly file: string;
  /** Where in the file: the part of a package, `#markup`, `#name`, `#data`…; "" for its plain text. */
  readonly inside: string;
  readonly kind: "name" | "withdrawn" | "unvalidated";
  /** From 1; undefined in what has no lines. */
  readonly line: number | undefined;
  /** What replaces the name; where the sentence is from (`s01.12`, `g1/peur`); "" for a withdrawn one. */
  readonly about: string;
}

export interface Names {
  readonly finder: NameFinder;
  /** Looked for as letters alone can show them: without case, accents, or the marks between their words. */
  readonly forms: readonly NameForm[];
  /** True when only reading it in its sentence tells whether it is the name (`rose`). */
  readonly isOrdinary: (form: NameForm) => boolean;
}

/** How many places of a file are named. */
const NAMED = 10;

/** One for each file and what was found in it: `inside` lists the places, at the first line of any. */
export function byFile(leaks: readonly Leak[]): Leak[] {
  const gathered = new Map<string, Leak[]>();
  for (const leak of leaks) {
    const key = [leak.file, leak.kind, leak.about].join("\n");
    gathered.set(key, [...(gathered.get(key) ?? []), leak]);
  }
  return [...gathered.values()].flatMap((found) => {
    const [first] = found;
    const places = found.map(({ inside }) => inside).filter((inside) => inside !== "");
    const inside = [...places.slice(0, NAMED), ...(places.length > NAMED ? ["…"] : [])].join(", ");
    return first === undefined ? [] : [{ ...first, inside }];
  });
}

/** Withdrawn sentences, known by their digests. */
export interface Withdrawn {
  /** The study's id, which the digests are made with. */
  readonly study: string;
  readonly phrases: readonly WithdrawnPhrase[];
}

export interface Against {
  /** Undefined when the study keeps no vault, or it could not be opened. */
  readonly names?: Names | undefined;
  /** Folded sentences (`phrasesOf`), each with where it is from. */
  readonly phrases?: ReadonlyMap<string, string> | undefined;
  readonly withdrawn?: Withdrawn | undefined;
}
