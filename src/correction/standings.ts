// Who asks for the same thing in a passage, and who cannot all be followed.
import { meet, neighbours, wordsIn } from "./conflict.ts";
import { changesWords, type Correction } from "./correction.ts";

export interface Standings {
  /** People who would have the whole passage say the very same words. */
  readonly agreements: readonly (readonly string[])[];
  /** People who ask for one thing that is the same, and for others that are not. */
  readonly partly: readonly (readonly string[])[];
  /** People who ask for different things of the same words. */
  readonly contradictions: readonly (readonly string[])[];
  /** People who want to keep the words that others change. */
  readonly kept: readonly { readonly by: readonly string[]; readonly against: readonly string[] }[];
}

/**
 * How the corrections of one passage stand to each other; what was declined is in nobody's way.
 * `together`: the people of each way that the passage would read.
 */
export function standings(
  corrections: readonly Correction[],
  together: readonly (readonly string[])[],
): Standings {
  const agreements = together.filter((people) => people.length > 1).map((people) => [...people].sort());
  if (corrections.length < 2) return { agreements, partly: [], contradictions: [], kept: [] };
  const near = neighbours(corrections);
  const isApart = (people: readonly string[]): boolean =>
    !agreements.some((each) => people.every((person) => each.includes(person)));
  return {
    agreements,
    partly: groupsOf(corrections, (each) => near.get(each)?.agreesWith ?? []).filter(isApart),
    contradictions: groupsOf(corrections, (each) => near.get(each)?.conflictsWith ?? []).filter(isApart),
    kept: keptOf(corrections),
  };
}

/** The people of corrections that are linked to each other, when there are several. */
function groupsOf(
  corrections: readonly Correction[],
  linked: (correction: Correction) => readonly Correction[],
): string[][] {
  const groups: string[][] = [];
  const left = new Set(corrections);
  for (const first of left) {
    const group = [first];
    left.delete(first);
    for (const member of group) for (const other of linked(member)) if (left.delete(other)) group.push(other);
    const people = peopleOf(group);
    const isKnown = groups.some((each) => each.join() === people.join());
    if (people.length > 1 && !isKnown) groups.push(people);
  }
  return groups;
}

function keptOf(corrections: readonly Correction[]): Standings["kept"] {
  const found = new Map<string, { by: string[]; against: string[] }>();
  for (const wish of corrections.filter(({ kind }) => kind === "strength")) {
    const against = peopleOf(corrections.filter((each) => isAgainst(wish, each)));
    if (against.length === 0) continue;
    const known = found.get(against.join());
    if (known) known.by = [...new Set([...known.by, wish.participant])].sort();
    else found.set(against.join(), { by: [wish.participant], against });
  }
  return [...found.values()];
}

function isAgainst(wish: Correction, other: Correction): boolean {
  return (
    other.participant !== wish.participant &&
    other.kind !== "strength" &&
    changesWords(other) &&
    other.decision?.outcome !== "declined" &&
    meet(wordsIn(wish), wordsIn(other))
  );
}

function peopleOf(corrections: readonly Correction[]): string[] {
  return [...new Set(corrections.map(({ participant }): string => participant))].sort();
}
