// Names in Sonal's interviews: those that a pseudonym replaces, and those that are still there.

/** Words under the same themes. */
export interface Fragment {
  text: string;
  readonly themes: readonly string[];
  /** What stands for the name that begins here, or for a word of it. */
  readonly pseudonym: string;
  /** Where it stands in a name; undefined outside of any. */
  readonly name?: "start" | "end" | "whole" | "inside";
  /** Someone decided that the name here stays. */
  readonly isKept?: true;
}

/** What stands in the words as it was said, where it may hold a name that nobody replaced. */
export const unreplacedText = (fragment: Fragment): string => {
  const { text, pseudonym, isKept } = fragment;
  return pseudonym === "" && !isKept && !isNameLeft(fragment) ? text : "\n";
};

/** A name that was to be replaced, but by what was not said. */
export const isNameLeft = ({ text, pseudonym, name }: Fragment): boolean =>
  pseudonym === "" && (name === "start" || name === "whole") && text.trim() !== "";

/**
 * The words with each name that has a pseudonym replaced by it, from its first word to its last, and
 * the names that were replaced.
 */
export function withPseudonyms(fragments: readonly Fragment[]): { fragments: Fragment[]; names: string[] } {
  const ends = endsOfNames(fragments);
  const settled: Fragment[] = [];
  const names: string[] = [];
  for (let index = 0; index < fragments.length; index += 1) {
    const fragment = fragments[index];
    if (!fragment) break;
    const { pseudonym, name } = fragment;
    settled.push(pseudonym === "" ? fragment : { ...fragment, text: pseudonym });
    if (pseudonym === "") continue;
    const end = name === "start" ? (ends[index] ?? index) : index;
    names.push(
      fragments
        .slice(index, end + 1)
        .map(({ text }) => text)
        .join(""),
    );
    index = end;
  }
  return { fragments: settled, names };
}

/** For each fragment, the end of the name it may be in: no words stand between that are not the name's. */
function endsOfNames(fragments: readonly Fragment[]): (number | undefined)[] {
  const ends: (number | undefined)[] = [];
  for (let index = fragments.length - 1; index >= 0; index -= 1) {
    const { name, text = "" } = fragments[index] ?? {};
    const next = fragments[index + 1]?.name;
    const isOn = name === "inside" || name === "start" || (name === undefined && text.trim() === "");
    ends[index] =
      name === "end" ? index : isOn && next !== "start" && next !== "whole" ? ends[index + 1] : undefined;
  }
  return ends;
}
