// Names and what replaces them have to stay apart: when one word is both, no search for names left
// behind can tell which it has found.
import { foldPhrase } from "../wording/phrases.ts";
import type { Identity } from "./contents.ts";

/** Words of a person's name that are nobody's name by themselves. */
const small = new Set(
  "de du des d le la les l von van der den ben bel el al da do dos di del m mr mme mlle dr me et".split(" "),
);

export interface Clash {
  readonly identity: Identity;
  /** `name`: one of its names is in what replaces somebody; `replacement`: what replaces it holds a name. */
  readonly side: "name" | "replacement";
}

/**
 * Those of `added` that are not apart from all the identities, themselves among them.
 * Time is linear in the words of all.
 */
export function findClashes(all: readonly Identity[], added: readonly Identity[]): Clash[] {
  const names = new Set(all.flatMap(namesOf));
  const replacements = new Set(all.flatMap(({ replacement }) => runsOf(replacement)));
  return added.flatMap((identity): Clash[] => {
    if (runsOf(identity.replacement).some((run) => names.has(run)))
      return [{ identity, side: "replacement" }];
    if (namesOf(identity).some((name) => replacements.has(name))) return [{ identity, side: "name" }];
    return [];
  });
}

/** Each name whole, and each word of a person's that may stand alone. */
function namesOf({ kind, names }: Identity): string[] {
  return names.flatMap((name) => {
    const whole = foldPhrase(name);
    const words = kind === "person" ? capitalised(name).map(foldPhrase) : [];
    return [whole, ...words.filter((word) => word.length > 1 && !small.has(word))];
  });
}

const capitalised = (name: string): string[] => name.match(/\p{Lu}[\p{L}\p{M}]*/gu) ?? [];

/** The longest run of words that is compared: names are short. */
const LONGEST = 6;

/** `une ville`: `une`, `une ville`, `ville`. */
function runsOf(text: string): string[] {
  const words = foldPhrase(text).split(" ");
  return words.flatMap((_, start) =>
    words.slice(start, start + LONGEST).map((__, more) => words.slice(start, start + more + 1).join(" ")),
  );
}
