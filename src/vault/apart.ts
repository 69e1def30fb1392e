// Names and what replaces them have to stay apart: when one word is both, no search for names left
// behind can tell which it has found.
import type { Identity } from "./contents.ts";
import { atomsOf } from "./finder/atoms.ts";
import { formsOf, type Role } from "./finder/name-forms.ts";

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

/** What a name may be called by itself: whole, by its first name, its surname, without its article. */
function namesOf(identity: Identity): string[] {
  return formsOf(identity).flatMap(({ role, keys }) => {
    const name = keys.join(" ");
    return partial.has(role) || name.length < 2 ? [] : [name];
  });
}

/** Forms that are found with what stands beside them only. */
const partial: ReadonlySet<Role> = new Set(["initials", "initialled", "abbreviated", "part", "login"]);

/** The longest run of words that is compared: names are short. */
const LONGEST = 8;

/** `une ville`: `une`, `une ville`, `ville`. */
function runsOf(text: string): string[] {
  const keys = atomsOf(text).map(({ key }) => key);
  return keys.flatMap((_, start) =>
    keys.slice(start, start + LONGEST).map((__, more) => keys.slice(start, start + more + 1).join(" ")),
  );
}
