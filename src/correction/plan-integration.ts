// How decided corrections change one section of the document: all at once, in whatever order
// they come, or not at all where they contradict each other or their words are gone.
import type { CorrectionId, EditionId } from "../kernel/ids.ts";
import { isWrittenByHand } from "./by-hand.ts";
import { byNumber, changesWords } from "./correction.ts";
import {
  clashing,
  effectsOn,
  isSame,
  type DecidedCorrection,
  type Effect,
  type Manner,
  type Touch,
} from "./effect.ts";
import { splice } from "./splice.ts";

export type ConflictReason = "overlap" | "words-changed" | "section-gone" | "to-write-by-hand";

export interface PlannedConflict {
  readonly ids: readonly CorrectionId[];
  readonly reason: ConflictReason;
}

export interface SectionToChange {
  /** The section as it stands in the document, heading included; undefined when it is gone. */
  readonly current: string | undefined;
  /** Its text as it was sent, in each edition that has corrections here. */
  readonly sent: ReadonlyMap<EditionId, string>;
  /** Decided and not brought in yet. */
  readonly corrections: readonly DecidedCorrection[];
  /** Brought in before. */
  readonly earlier: readonly DecidedCorrection[];
}

export interface SectionPlan {
  /** The section's new text, the current one when nothing applies; empty when it is taken out. */
  readonly text: string;
  readonly applied: readonly CorrectionId[];
  /** Of those applied, the remarks that a person has taken account of in the document. */
  readonly byHand: readonly CorrectionId[];
  readonly conflicts: readonly PlannedConflict[];
}

/** Plans one section. The result does not depend on the order of the corrections. */
export function planSection(section: SectionToChange, manner: Manner): SectionPlan {
  const corrections = [...section.corrections].sort(byNumber);
  const { current } = section;
  if (current === undefined) {
    const ids = corrections.map(({ id }) => id);
    return { text: "", applied: [], byHand: [], conflicts: [{ ids, reason: "section-gone" }] };
  }
  const effects = corrections
    .filter((each) => bringsWords(each))
    .map(effectsOn(current, section.sent, manner));
  const groups = clashing(effects);
  const inClash = new Set(groups.flat());
  const followed = effects.filter((effect) => !inClash.has(effect) && effect.found !== undefined);
  const lost = effects.filter((effect) => !inClash.has(effect) && effect.found === undefined);

  const wordless = corrections.filter((each) => !bringsWords(each));
  const isDone = (each: DecidedCorrection): boolean =>
    each.kind === "strength" || isWritten(each, section, current, manner);
  const done = wordless.filter(isDone);
  const toWrite = wordless.filter((each) => !isDone(each));
  return {
    text: follow(current, followed),
    applied: [...followed.map(({ correction }) => correction), ...done].sort(byNumber).map(({ id }) => id),
    byHand: done.filter(({ kind }) => kind !== "strength").map(({ id }) => id),
    conflicts: [
      ...groups.map((group) => ({
        ids: group.map(({ correction }) => correction.id),
        reason: "overlap" as const,
      })),
      ...lost.map(({ correction }) => ({ ids: [correction.id], reason: "words-changed" as const })),
      ...toWrite.map(({ id }) => ({ ids: [id], reason: "to-write-by-hand" as const })),
    ],
  };
}

/** False for a remark agreed to without other words, and for a wish to keep the words as they are. */
function bringsWords(correction: DecidedCorrection): boolean {
  const { kind, decision } = correction;
  if (decision.outcome === "adapted") return true;
  return kind !== "strength" && (decision.outcome === "recorded" || changesWords(correction));
}

/** Puts everything in at once; what several people ask for in the same words, once. */
function follow(current: string, effects: readonly Effect[]): string {
  const feed = current.includes("\r\n") ? "\r\n" : "\n";
  const kept: (Touch & { isAdded: boolean })[] = [];
  for (const { found, asked } of effects) {
    const isAdded = asked === undefined;
    if (!found || (!isAdded && kept.some((each) => !each.isAdded && isSame(each, found)))) continue;
    const after = withoutSections(found, current).replace(/\r?\n/g, feed);
    kept.push({ ...found, after, isAdded });
  }
  // The sort is stable: words added at one place follow the order of the corrections.
  kept.sort((a, b) => a.start - b.start || a.end - b.end || Number(a.isAdded) - Number(b.isAdded));
  return splice(current, kept);
}

/** A heading that someone put in is a part of this section: it opens no section of its own. */
function withoutSections({ start, after }: Touch, current: string): string {
  if (start === 0) return after;
  const isLineStart = current[start - 1] === "\n";
  return after.replace(
    /(^|\n)( {0,3})##[ \t]+([^\n]*?)[ \t]*(?:\{[^{}\n]*\})?[ \t]*(?=\r?\n|$)/g,
    (line, before: string, indent: string, title: string) =>
      before === "" && !isLineStart ? line : `${before}${indent}### ${title}`,
  );
}

/** True when a person has done by hand, since it was sent, what a remark without words asks for. */
function isWritten(
  correction: DecidedCorrection,
  { sent, earlier }: SectionToChange,
  current: string,
  manner: Manner,
): boolean {
  const text = sent.get(correction.edition) ?? "";
  const corrections = earlier.filter((each) => each.edition === correction.edition && bringsWords(each));
  const made = planSection({ current: text, sent, corrections, earlier: [] }, manner).text;
  return isWrittenByHand(correction, { sent: text, made, current }, manner);
}
