// What following one decided correction does to a section, and which of them cannot go together.
import type { EditionId } from "../kernel/ids.ts";
import { sameWords } from "../wording/fold.ts";
import { additionsTo, type Manner } from "./addition.ts";
import { meet, wordsIn } from "./conflict.ts";
import { byNumber, type DecidedCorrection } from "./correction.ts";
import { asMade, type Made } from "./made.ts";
import { placer, type Replacement } from "./place-in-section.ts";
import { findQuoteAgain, replacementFor } from "./replacement.ts";

/** Words to put in the place of others. */
export interface Touch extends Replacement {
  readonly before: string;
  /** Touches that add words at one place follow this order. */
  readonly order?: string;
}

/** What following a correction does to the section, as it was sent and as it stands. */
export interface Effect {
  readonly correction: DecidedCorrection;
  /** In the sent text; undefined for words that take the place of no others. */
  readonly asked: Touch | undefined;
  /** In the current text; undefined when the words are no longer there. */
  readonly found: Touch | undefined;
}

/** A section, and the corrections that bring words to it or have brought some. */
export interface SectionState {
  readonly current: string;
  readonly sent: ReadonlyMap<EditionId, string>;
  readonly pending: readonly DecidedCorrection[];
  readonly standing: readonly DecidedCorrection[];
  /** Each edition's text with what stands of its corrections. */
  readonly made: ReadonlyMap<EditionId, Made>;
}

/** Gives the effect of each pending correction. */
export function effectsOn(
  { current, sent, pending, standing, made }: SectionState,
  manner: Manner,
): Effect[] {
  const placers = new Map(
    [...made].map(([edition, state]) => {
      const place = placer(state.text, current);
      return [edition, (asked: Touch) => place(asMade(asked, state))];
    }),
  );
  const add = additionsTo(
    current,
    pending.filter((each) => isAddition(each)),
    standing.filter((each) => isAddition(each)),
    manner,
  );
  return pending.map((correction) => {
    const asked = askedOf(correction, sent);
    if (asked === undefined) return { correction, asked, found: touch(current, add(correction)) };
    const text = sent.get(correction.edition) ?? "";
    const found = placers.get(correction.edition)?.(asked) ?? findQuoteAgain(correction, text, current);
    const isWhole = asked.start === 0 && asked.end === text.length && asked.after === "";
    return {
      correction,
      asked,
      // With a section go the blank lines after it.
      found: found && touch(current, isWhole ? { ...found, end: current.length } : found),
    };
  });
}

/** What a correction puts in the place of what was sent; undefined for words in nobody's place. */
function askedOf(correction: DecidedCorrection, sent: ReadonlyMap<EditionId, string>): Touch | undefined {
  const text = sent.get(correction.edition) ?? "";
  const asked = isAddition(correction) ? undefined : replacementFor(correction, text);
  return asked && touch(text, asked);
}

function isAddition({ start, decision }: DecidedCorrection): boolean {
  return decision.outcome === "recorded" || start === null;
}

function touch<R extends Replacement>(text: string, change: R): R & Touch {
  return { ...change, before: text.slice(change.start, change.end) };
}

/**
 * What a pending correction meets among those that the section follows already: the same thing,
 * which needs not be done again, or another thing asked of the same words.
 */
export function meetsStanding(
  { correction, asked }: Effect,
  { sent, standing }: SectionState,
): { readonly same: boolean; readonly against: readonly DecidedCorrection[] } {
  const met = standing.flatMap((other) => {
    const done = other.edition === correction.edition ? askedOf(other, sent) : undefined;
    if (!asked || !done || !meet(wordsIn(asked), wordsIn(done))) return [];
    return [{ other, isSame: isSame(asked, done) }];
  });
  return {
    same: met.length > 0 && met.every((each) => each.isSame),
    against: met.filter((each) => !each.isSame).map(({ other }) => other),
  };
}

/** Groups of corrections that cannot all be followed. */
export function clashing(effects: readonly Effect[]): Effect[][] {
  const groups: Effect[][] = [];
  const left = new Set(effects);
  for (const first of left) {
    left.delete(first);
    const group = [first];
    for (const member of group)
      for (const other of left)
        if (clash(member, other)) {
          left.delete(other);
          group.push(other);
        }
    if (group.length > 1) groups.push(group.sort((a, b) => byNumber(a.correction, b.correction)));
  }
  return groups;
}

function clash(a: Effect, b: Effect): boolean {
  const isSameEdition = a.correction.edition === b.correction.edition;
  if (isSameEdition && a.asked && b.asked && contradict(a.asked, b.asked)) return true;
  if (!a.found || !b.found) return false;
  // Words added at the end stand beside each other, and beside words put in there.
  const isAdded = a.asked === undefined || b.asked === undefined;
  const areBothPoints = a.found.start === a.found.end && b.found.start === b.found.end;
  return !(isAdded && areBothPoints) && contradict(a.found, b.found);
}

function contradict(a: Touch, b: Touch): boolean {
  return meet(wordsIn(a), wordsIn(b)) && !isSame(a, b);
}

export function isSame(a: Replacement, b: Replacement): boolean {
  return a.start === b.start && a.end === b.end && sameWords(a.after, b.after);
}
