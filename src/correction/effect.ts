// What following one decided correction does to a section, and which of them cannot go together.
import type { EditionId } from "../kernel/ids.ts";
import { sameWords } from "../wording/fold.ts";
import type { Voices } from "./by-hand.ts";
import { meet, wordsIn } from "./conflict.ts";
import { byNumber, type Correction, type Decision } from "./correction.ts";
import { disagreementParagraph } from "./disagreement.ts";
import { placer, type Replacement } from "./place-in-section.ts";
import { findQuoteAgain, replacementFor } from "./replacement.ts";
import { endOfPart } from "./section-part.ts";

export interface DecidedCorrection extends Correction {
  readonly decision: Decision;
}

export interface Manner extends Voices {
  readonly language: "fr" | "en";
}

/** Words to put in the place of others. */
export interface Touch extends Replacement {
  readonly before: string;
}

/** What following a correction does to the section, as it was sent and as it stands. */
export interface Effect {
  readonly correction: DecidedCorrection;
  /** In the sent text; undefined for words that are added at the end. */
  readonly asked: Touch | undefined;
  /** In the current text; undefined when the words are no longer there. */
  readonly found: Touch | undefined;
}

/** Gives the effect of each correction on a section that was sent in some editions. */
export function effectsOn(
  current: string,
  sent: ReadonlyMap<EditionId, string>,
  { language, attribution }: Manner,
): (correction: DecidedCorrection) => Effect {
  const placers = new Map([...sent].map(([edition, text]) => [edition, placer(text, current)]));
  return (correction) => {
    const { decision, participant, edition } = correction;
    if (decision.outcome === "recorded") {
      const words = disagreementParagraph(correction, attribution(participant), language);
      return addition(correction, endOfPart(current, "disagreements", language), words);
    }
    const text = sent.get(edition) ?? "";
    const asked = replacementFor(correction, text);
    if (asked === undefined) {
      const words = decision.text ?? correction.after;
      return addition(correction, endOfPart(current, "analysis", language), words.trim());
    }
    const found = placers.get(edition)?.(asked) ?? findQuoteAgain(correction, text, current);
    const isWhole = asked.start === 0 && asked.end === text.length && asked.after === "";
    return {
      correction,
      asked: touch(text, asked),
      // With a section go the blank lines after it.
      found: found && touch(current, isWhole ? { ...found, end: current.length } : found),
    };
  };
}

function addition(correction: DecidedCorrection, at: number, words: string): Effect {
  const found = { start: at, end: at, before: "", after: `\n\n${words}` };
  return { correction, asked: undefined, found };
}

function touch(text: string, change: Replacement): Touch {
  return { ...change, before: text.slice(change.start, change.end) };
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
