// Which returned section is which sent one: by id, else by title, else by its words.
import type { FrozenSection } from "../copy/frozen.ts";
import { foldTypography, sameWords } from "../wording/fold.ts";
import { tokenize } from "../wording/tokens.ts";
import type { TextComment } from "./critic-markup.ts";
import type { ReadReturn, ReturnedSection } from "./return.ts";

/** A text that came back, with the comments on it. */
export interface CommentedText {
  readonly text: string;
  readonly comments: readonly TextComment[];
}

export interface MatchedSections {
  /** For each sent section, in the order sent: what it became; undefined when it is gone. */
  readonly sections: readonly {
    readonly sent: FrozenSection;
    readonly returned: CommentedText | undefined;
  }[];
  readonly preface: CommentedText;
  /** Sections that came back in another place among the others. */
  readonly moved: readonly FrozenSection[];
}

/** Below this share of common words, two sections are not the same one under another title. */
const ALIKE = 0.5;

/**
 * Pairs sections. One with an unknown heading is part of the one before it, or of the preface
 * when none is.
 */
export function matchSections(sent: readonly FrozenSection[], read: ReadReturn): MatchedSections {
  const match = pairSections(sent, read.sections);
  const found = new Map<FrozenSection, CommentedText>();
  let preface: CommentedText = { text: read.preface, comments: read.prefaceComments };
  let current: { readonly section: FrozenSection; readonly text: CommentedText } | undefined;
  for (const returned of read.sections) {
    const own = match.get(returned);
    if (own !== undefined) current = { section: own, text: withSentHeading(returned, own) };
    else if (current !== undefined) current = { ...current, text: join(current.text, returned) };
    else preface = join(preface, returned);
    if (current !== undefined) found.set(current.section, current.text);
  }
  return {
    sections: sent.map((section) => ({ sent: section, returned: found.get(section) })),
    preface,
    moved: outOfOrder([...found.keys()], sent),
  };
}

export function pairSections(
  sent: readonly FrozenSection[],
  returned: readonly ReturnedSection[],
): Map<ReturnedSection, FrozenSection> {
  const pairs = new Map<ReturnedSection, FrozenSection>();
  const free = new Set(sent);
  const take = (section: ReturnedSection, own: FrozenSection | undefined): void => {
    if (own === undefined) return;
    pairs.set(section, own);
    free.delete(own);
  };
  const left = (): ReturnedSection[] => returned.filter((section) => !pairs.has(section));
  for (const section of left())
    take(
      section,
      [...free].find(({ id }) => id === section.id),
    );
  for (const section of left())
    take(
      section,
      [...free].find(({ title }) => sameWords(title, section.title)),
    );
  for (const section of left()) take(section, mostAlike(section, free));
  return pairs;
}

function mostAlike(section: ReturnedSection, free: ReadonlySet<FrozenSection>): FrozenSection | undefined {
  let best: FrozenSection | undefined;
  let share = ALIKE;
  for (const candidate of free) {
    const found = commonShare(section.text, candidate.text);
    if (found > share) [best, share] = [candidate, found];
  }
  return best;
}

/** The share of words two texts have in common: 0 none, 1 all. */
export function commonShare(a: string, b: string): number {
  const counts = new Map<string, number>();
  const [first, second] = [wordsOf(a), wordsOf(b)];
  for (const word of first) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of second) {
    const count = counts.get(word) ?? 0;
    if (count > 0) common += 1;
    counts.set(word, count - 1);
  }
  return (2 * common) / Math.max(1, first.length + second.length);
}

function wordsOf(text: string): string[] {
  return tokenize(text)
    .filter(({ isWord }) => isWord)
    .map(({ key }) => foldTypography(key).toLowerCase());
}

/** The heading with the id it was sent with: an id lost on the way is not a correction. */
function withSentHeading({ title, text, comments }: ReturnedSection, sent: FrozenSection): CommentedText {
  const first = `${text}\n`.indexOf("\n");
  const line = `## ${title} {#${sent.id}}`;
  const move = (at: number): number => (at >= first ? at + line.length - first : Math.min(at, line.length));
  return {
    text: line + text.slice(first),
    comments: comments.map((each) => ({ ...each, start: move(each.start), end: move(each.end) })),
  };
}

function join(a: CommentedText, b: CommentedText): CommentedText {
  const shift = a.text.length;
  return {
    text: a.text + b.text,
    comments: [
      ...a.comments,
      ...b.comments.map((each) => ({ ...each, start: each.start + shift, end: each.end + shift })),
    ],
  };
}

/** The fewest sections that must be moved for the others to be in the order sent. */
function outOfOrder(found: readonly FrozenSection[], sent: readonly FrozenSection[]): FrozenSection[] {
  const chains: FrozenSection[][] = [];
  const isBefore = (a: FrozenSection, b: FrozenSection): boolean => sent.indexOf(a) < sent.indexOf(b);
  const longest = (list: readonly FrozenSection[][]): FrozenSection[] =>
    list.reduce((chosen, chain) => (chain.length > chosen.length ? chain : chosen), []);
  for (const section of found)
    chains.push([
      ...longest(chains.filter((chain) => chain.every((each) => isBefore(each, section)))),
      section,
    ]);
  const kept = longest(chains);
  return found.filter((section) => !kept.includes(section));
}
