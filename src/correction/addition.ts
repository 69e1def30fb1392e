// Words that stand in the place of no others: a position beside the text, words added to a part.
import { splitBlocks, type PlacedBlock } from "../retour/outline.ts";
import { foldTypography } from "../wording/fold.ts";
import type { Voices } from "./by-hand.ts";
import type { DecidedCorrection } from "./correction.ts";
import { disagreementParagraph, positionOf } from "./disagreement.ts";
import type { Replacement } from "./place-in-section.ts";
import { rangeOfPart } from "./section-part.ts";

export interface Manner extends Voices {
  readonly language: "fr" | "en";
}

/** What one correction adds to a section, and where. */
export interface Addition extends Replacement {
  /** Those that come at one place stand in this order. */
  readonly order: string;
}

interface Words {
  readonly text: string;
  readonly order: string;
}

/**
 * Gives what each of these corrections adds. `standing`: those that the section follows already;
 * what two people hold in the same words is one paragraph. Positions stand in the order of the
 * alphabet, so that nobody's comes first for having answered first; other words in the order
 * they were received.
 */
export function additionsTo(
  current: string,
  pending: readonly DecidedCorrection[],
  standing: readonly DecidedCorrection[],
  { language, attribution }: Manner,
): (correction: DecidedCorrection) => Addition {
  const feed = current.includes("\r\n") ? "\r\n" : "\n";
  const blocks = splitBlocks(current);
  const wordsOf = (correction: DecidedCorrection, among: readonly DecidedCorrection[]): Words => {
    if (correction.decision.outcome !== "recorded") {
      const text = (correction.decision.text ?? correction.after).trim();
      return { text: text.replace(/\r?\n/g, feed), order: `0 ${correction.id.slice(1).padStart(6, "0")}` };
    }
    const position = foldTypography(positionOf(correction, language));
    const holders = among.filter(
      (each) =>
        each.decision.outcome === "recorded" && foldTypography(positionOf(each, language)) === position,
    );
    const names = holders.map(({ participant }) => attribution(participant));
    const words = positionOf(holders[0] ?? correction, language);
    return { text: disagreementParagraph(words, names, language), order: `1 ${position}` };
  };
  const find = ({ text }: Words): PlacedBlock | undefined =>
    blocks.find(
      (block) => current.startsWith(text, block.start) && isEnd(current, block.start + text.length),
    );
  const placed = standing.flatMap((each) => {
    const words = wordsOf(each, standing);
    const block = find(words);
    return block === undefined ? [] : [{ ...words, start: block.start }];
  });
  const everyone = [...standing, ...pending];

  return (correction) => {
    const words = wordsOf(correction, everyone);
    const isRecorded = correction.decision.outcome === "recorded";
    const same = placed.find((each) => (isRecorded ? each.order === words.order : each.text === words.text));
    if (same)
      return { start: same.start, end: same.start + same.text.length, after: words.text, order: words.order };
    const part = rangeOfPart(current, isRecorded ? "disagreements" : "analysis", language);
    const next = placed
      .filter(({ start, order }) => start >= part.start && start < part.end && order > words.order)
      .sort((a, b) => a.start - b.start)[0];
    if (next)
      return { start: next.start, end: next.start, after: words.text + feed + feed, order: words.order };
    return { start: part.end, end: part.end, after: feed + feed + words.text, order: words.order };
  };
}

function isEnd(text: string, at: number): boolean {
  return /^[^\S\n]*(?:\n[^\S\n]*(?:\n|$)|$)/.test(text.slice(at, at + 200));
}
