// Which of ELAN's annotations are speech.
//
// A tier that hangs on no other is speech. What hangs on it translates or describes it, and is left,
// and counted; but where its annotation is empty, or only numbers a line, the words are in the tier
// below (`ref@A`, then `tx@A`), and are taken from there. What says that it hangs on something that is
// not there could be anything: it is said to be missing.
import type { Cue } from "../../turn.ts";

export interface Annotation {
  readonly id: string;
  readonly words: string;
  /** The annotation it hangs on, and its neighbour on it, by their ids. */
  readonly ref: string | undefined;
  readonly previous: string | undefined;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Where it stands among all, in milliseconds: one without a time, where the one before it does. */
  readonly place: number;
  readonly line: number;
}

export interface Tier {
  readonly id: string;
  readonly type: string;
  readonly participant: string;
  readonly parent: string | undefined;
  readonly line: number;
  readonly annotations: readonly Annotation[];
}

/** Speech, and where it stands among all. */
type Placed = Cue & { readonly place: number };

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

export interface Speech {
  readonly cues: Placed[];
  /** The tiers with annotations that are no speech, and how many. */
  readonly left: readonly { readonly line: number; readonly count: number }[];
  /** The lines of the annotations that hang on nothing, though they should. */
  readonly lost: readonly number[];
}

/** The speech of all tiers, in the order of the tiers. */
export function speechOf(tiers: readonly Tier[]): Speech {
  const ids = new Set(tiers.map(({ id }) => id));
  const children = groupBy(tiers, ({ parent }) => parent);
  const roots = tiers.filter(({ id, parent }) => parent === undefined || parent === id || !ids.has(parent));
  const shared = groupBy(
    roots.filter(({ participant }) => participant),
    ({ participant }) => participant,
  );
  const taken = new Map<Tier, number>();
  const cues = roots.flatMap((root) => {
    // Two lines of one person are two kinds of things, speech and gestures: they stay apart.
    const isAlone = (shared.get(root.participant)?.length ?? 0) < 2;
    return branch(root, children).flatMap(({ tier, annotations }) => {
      taken.set(tier, annotations.length);
      const label = (isAlone ? tier.participant || root.participant : "") || tier.id || null;
      return annotations.map(({ words, startMs, endMs, place }) => ({ label, startMs, endMs, words, place }));
    });
  });
  const hung = tiersOn(roots, children);
  const idsIn = new Map(
    Array.from(
      groupBy(tiers, ({ id }) => id),
      ([id, all]) => [id, new Set(all.flatMap(({ annotations }) => annotations.map((each) => each.id)))],
    ),
  );
  const atTop = new Set(roots);
  const unread = tiers.map((tier) => {
    const isLost = ({ ref }: Annotation): boolean =>
      !atTop.has(tier) &&
      (!hung.has(tier) || (ref !== undefined && idsIn.get(tier.parent ?? "")?.has(ref) !== true));
    const spoken = tier.annotations.filter(({ words }) => words !== "");
    const lost = spoken.filter(isLost).map(({ line }) => line);
    return { line: tier.line, lost, count: spoken.length - lost.length - (taken.get(tier) ?? 0) };
  });
  return { cues, left: unread.filter(({ count }) => count > 0), lost: unread.flatMap(({ lost }) => lost) };
}

/** The tiers, and all that hang on them: not those that only hang on each other. */
function tiersOn(
  roots: readonly Tier[],
  children: ReadonlyMap<string | undefined, readonly Tier[]>,
): ReadonlySet<Tier> {
  const found = new Set(roots);
  for (const { id } of found) for (const child of children.get(id) ?? []) found.add(child);
  return found;
}

/** From the tier at the top down: the annotations of each that are speech. */
function branch(
  root: Tier,
  children: ReadonlyMap<string | undefined, readonly Tier[]>,
): { tier: Tier; annotations: Annotation[] }[] {
  const found: { tier: Tier; annotations: Annotation[] }[] = [];
  let tier: Tier | undefined = root;
  let annotations: readonly Annotation[] = root.annotations;
  const above = new Set([root]);
  while (tier) {
    const below: Tier | undefined = wordsBelow(
      (children.get(tier.id) ?? []).filter((each) => !above.has(each)),
    );
    if (below) above.add(below);
    const isNumbers = below !== undefined && areNumbers(tier) && !areNumbers(below);
    const isSpoken = ({ words }: Annotation): boolean => words !== "" && !isNumbers;
    found.push({ tier, annotations: annotations.filter(isSpoken) });
    annotations = below ? hungOn(annotations, (each) => !isSpoken(each), below) : [];
    tier = annotations.length > 0 ? below : undefined;
  }
  return found;
}

/** Each says another number: `001`, `FILM.002`. */
function areNumbers({ annotations }: Tier): boolean {
  const words = annotations.map((each) => each.words).filter(Boolean);
  return (
    words.length > 1 && new Set(words).size === words.length && words.every((each) => /^\S*\d\S*$/.test(each))
  );
}

const spokenName =
  /^(?:tx|ts|tr|trs|txt|te?xte?|trans(?:cri(?:pt|ption)?)?|orth\w*|parole\w*|mots?|words?|utt\w*|speech|énoncés?)(?![\p{L}\d])/iu;
const otherName =
  /^(?:f[te]|g[el]|glo[sz]\w*|mb|morph\w*|ps|pos|cat\w*|lem\w*|trad\w*|transl\w*|lit\w*|nt|not\w*|com\w*|phon\w*)(?![\p{L}\d])/iu;

/** Of the tiers that hang on one, the tier that holds the words: by its name, else by how many there are. */
function wordsBelow(tiers: readonly Tier[]): Tier | undefined {
  const rank = ({ id, type }: Tier): number =>
    [id, type].some((name) => spokenName.test(name))
      ? 2
      : [id, type].some((name) => otherName.test(name))
        ? 0
        : 1;
  const length = ({ annotations }: Tier): number =>
    annotations.reduce((sum, { words }) => sum + words.length, 0);
  const [first] = tiers
    .map((tier) => ({ tier, rank: rank(tier), length: length(tier) }))
    .filter((each) => each.length > 0)
    .sort((a, b) => b.rank - a.rank || b.length - a.length);
  return first?.tier;
}

/** The annotations of a tier that hang on those that are `open`, with their times. */
function hungOn(
  parents: readonly Annotation[],
  isOpen: (annotation: Annotation) => boolean,
  tier: Tier,
): Annotation[] {
  const byRef = groupBy(tier.annotations, ({ ref }) => ref);
  const aligned = (byRef.get(undefined) ?? []).toSorted((a, b) => a.place - b.place);
  const inOrder = parents.toSorted((a, b) => a.place - b.place);
  let at = 0;
  return inOrder.flatMap((parent, index) => {
    const own = chain(byRef.get(parent.id) ?? []).map((each, position, all) => ({
      ...each,
      startMs: position === 0 ? parent.startMs : null,
      endMs: position === all.length - 1 ? parent.endMs : null,
      place: parent.place,
    }));
    const until = inOrder[index + 1]?.place ?? Infinity;
    const from = at;
    while (at < aligned.length && (aligned[at]?.place ?? 0) < until) at += 1;
    return isOpen(parent) ? [...own, ...aligned.slice(from, at)] : [];
  });
}

/** In the order of their `PREVIOUS_ANNOTATION`; those that follow none in that of the file. */
function chain(annotations: readonly Annotation[]): Annotation[] {
  const followers = groupBy(annotations, ({ previous }) => previous);
  const ids = new Set(annotations.map(({ id }) => id));
  const ordered = new Set<Annotation>();
  const firsts = annotations.filter(({ previous }) => previous === undefined || !ids.has(previous));
  for (const first of [...firsts, ...annotations]) {
    let waiting = [first];
    while (waiting.length > 0) {
      const fresh = waiting.filter((each) => !ordered.has(each));
      for (const each of fresh) ordered.add(each);
      waiting = fresh.flatMap(({ id }) => {
        const next = followers.get(id) ?? [];
        // Ids that are there twice are followed once.
        followers.delete(id);
        return next;
      });
    }
  }
  return [...ordered];
}
