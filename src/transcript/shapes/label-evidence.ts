// When a label stands where speakers stand, though it has not the form of a name: `Nadia (P01)`,
// `nadia`, `A/B`, `Ben`, `Moi`.

/** What starts a paragraph or a caption, before a colon. */
export interface Start {
  readonly folded: string;
  /** `name`: a speaker's by its form; `odd`: another; `word`: a word of speech. */
  readonly kind: "name" | "odd" | "word";
  readonly isQuote: boolean;
  readonly isLower: boolean;
}

/** How often a label stands, and how often between two turns of one other person. */
interface Stand {
  count: number;
  between: number;
  quotes: number;
  readonly kind: "odd" | "word";
  readonly isLower: boolean;
}

/**
 * The labels that are speakers by where they stand, folded. `starts`: all of the file's, in order;
 * undefined for one that no label opens.
 * - Where at most one is a name by its form, those that repeat, if labels open nine in ten; two
 *   with a capital or in another script, if they open two in ten.
 * - Else those that repeat and open a tenth of what names do; a word of speech, or one with a small
 *   letter, must stand between two turns of one person.
 */
export function evidenceIn(starts: readonly (Start | undefined)[]): Set<string> {
  const labelled = starts.flatMap((start) => start ?? []);
  const names = new Set(labelled.flatMap(({ folded, kind }) => (kind === "name" ? [folded] : [])));
  const spoken = labelled.filter(({ kind }) => kind === "name").length;
  const stands = standsOf(labelled);
  const repeated = [...stands].filter(([folded, { count }]) => count >= 2 && !names.has(folded));
  const isAllLabelled = labelled.length >= starts.length * 0.9;
  const open = spoken + repeated.reduce((sum, [, { count }]) => sum + count, 0);
  const isDialogue = names.size < 2 && names.size + repeated.length >= 2 && isAllLabelled;
  const odd = repeated.filter(([, { kind, isLower }]) => kind === "odd" && !isLower).length;
  const isPair = names.size < 2 && names.size + odd >= 2 && open * 5 >= starts.length;
  const found = repeated.filter(([, { count, between, quotes, kind, isLower }]) => {
    if (quotes * 2 > count) return false;
    if (isDialogue && open >= starts.length * 0.9) return true;
    if (isPair && kind === "odd" && !isLower) return true;
    if (spoken < 2) return false;
    const isAmong = between >= 2 && between * 2 > count && count * 10 >= spoken;
    if (kind === "word") return isAmong && count * 5 >= spoken && open >= starts.length * 0.6;
    return isAmong || (count * 10 >= spoken && !isLower);
  });
  return new Set(found.map(([folded]) => folded));
}

function standsOf(labelled: readonly Start[]): Map<string, Stand> {
  const before = neighbours(labelled);
  const after = neighbours(labelled.toReversed()).reverse();
  const stands = new Map<string, Stand>();
  for (const [index, { folded, kind, isQuote, isLower }] of labelled.entries()) {
    if (kind === "name") continue;
    const stand = stands.get(folded) ?? { count: 0, between: 0, quotes: 0, kind, isLower };
    stands.set(folded, stand);
    const [one, other] = [before[index], after[index]];
    stand.count += 1;
    stand.quotes += isQuote ? 1 : 0;
    if ((one ?? other) !== undefined && (one ?? other) === (other ?? one)) stand.between += 1;
  }
  return stands;
}

/** The name last seen before each. */
function neighbours(labelled: readonly Start[]): (string | undefined)[] {
  let last: string | undefined;
  return labelled.map(({ folded, kind }) => {
    const before = last;
    if (kind === "name") last = folded;
    return before;
  });
}

/** A name that is alone in a file opens a fifth of it, and is there from its first fifth. */
export const isEnough = (count: number, first: number, starts: number, lines: number): boolean =>
  count * 5 >= starts && first <= Math.max(2, lines / 5);
