// How decided corrections change one section of the document: all at once, in whatever order
// they come, or not at all where they contradict each other or their words are gone.
import type { CorrectionId, EditionId, ParticipantId } from "../kernel/ids.ts";
import { sectionFingerprint } from "../retour/section.ts";
import { sameWords } from "../wording/fold.ts";
import { meet, wordsIn } from "./conflict.ts";
import { changesWords, type Correction, type Decision } from "./correction.ts";
import { disagreementParagraph, endOfDisagreements, endOfSection } from "./disagreement.ts";
import { placer, type Replacement } from "./place-in-section.ts";
import { findQuoteAgain, replacementFor } from "./replacement.ts";
import { splice } from "./splice.ts";

export interface DecidedCorrection extends Correction {
  readonly decision: Decision;
}

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

export interface Manner {
  readonly language: "fr" | "en";
  /** The name shown for a person's words, when the study shows one. */
  readonly attribution: (person: ParticipantId) => string | undefined;
}

export interface SectionPlan {
  /** The section's new text, the current one when nothing applies; empty when it is taken out. */
  readonly text: string;
  readonly applied: readonly CorrectionId[];
  /** Of those applied, the remarks that a person has taken account of in the document. */
  readonly byHand: readonly CorrectionId[];
  readonly conflicts: readonly PlannedConflict[];
}

/** Words to put in the place of others. */
interface Touch extends Replacement {
  readonly before: string;
}

/** What following a correction does to the section, as it was sent and as it stands. */
interface Effect {
  readonly correction: DecidedCorrection;
  /** In the sent text; undefined for words that are added at the end. */
  readonly asked: Touch | undefined;
  /** In the current text; undefined when the words are no longer there. */
  readonly found: Touch | undefined;
}

/** Plans one section. The result does not depend on the order of the corrections. */
export function planSection(section: SectionToChange, manner: Manner): SectionPlan {
  const corrections = [...section.corrections].sort(byNumber);
  const { current } = section;
  if (current === undefined) {
    const ids = corrections.map(({ id }) => id);
    return { text: "", applied: [], byHand: [], conflicts: [{ ids, reason: "section-gone" }] };
  }
  const place = placersOf(section.sent, current);
  const effects = corrections
    .filter((each) => bringsWords(each))
    .map((correction) => effectOf(correction, section.sent, current, place, manner));
  const groups = clashing(effects);
  const inClash = new Set(groups.flat());
  const followed = effects.filter((effect) => !inClash.has(effect) && effect.found !== undefined);
  const lost = effects.filter((effect) => !inClash.has(effect) && effect.found === undefined);

  const wordless = corrections.filter((each) => !bringsWords(each));
  const isDone = ({ kind, edition }: DecidedCorrection): boolean =>
    kind === "strength" || isRewritten(section, current, edition, manner);
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

function byNumber(a: Correction, b: Correction): number {
  return Number(a.id.slice(1)) - Number(b.id.slice(1));
}

/** False for a remark agreed to without other words, and for a wish to keep the words as they are. */
function bringsWords(correction: DecidedCorrection): boolean {
  const { kind, decision } = correction;
  if (decision.outcome === "adapted") return true;
  return kind !== "strength" && (decision.outcome === "recorded" || changesWords(correction));
}

function textIn(sent: ReadonlyMap<EditionId, string>, edition: EditionId): string {
  return sent.get(edition) ?? "";
}

type Place = (edition: EditionId, change: Replacement) => Replacement | undefined;

function placersOf(sent: ReadonlyMap<EditionId, string>, current: string): Place {
  const placers = new Map([...sent].map(([edition, text]) => [edition, placer(text, current)]));
  return (edition, change) => placers.get(edition)?.(change);
}

function effectOf(
  correction: DecidedCorrection,
  sent: ReadonlyMap<EditionId, string>,
  current: string,
  place: Place,
  { language, attribution }: Manner,
): Effect {
  const { decision, participant, edition } = correction;
  const add = (at: number, words: string): Effect => ({
    correction,
    asked: undefined,
    found: { start: at, end: at, before: "", after: `\n\n${words}` },
  });
  if (decision.outcome === "recorded") {
    const words = disagreementParagraph(correction, attribution(participant), language);
    return add(endOfDisagreements(current, language), words);
  }
  const text = textIn(sent, edition);
  const asked = replacementFor(correction, text);
  if (asked === undefined) return add(endOfSection(current), (decision.text ?? correction.after).trim());
  const found = place(edition, asked) ?? findQuoteAgain(correction, text, current);
  const isWhole = asked.start === 0 && asked.end === text.length && asked.after === "";
  const touch = (whole: string, change: Replacement): Touch => ({
    ...change,
    before: whole.slice(change.start, change.end),
  });
  return {
    correction,
    asked: touch(text, asked),
    // With a section go the blank lines after it.
    found: found && touch(current, isWhole ? { ...found, end: current.length } : found),
  };
}

/** Groups of corrections that cannot all be followed. */
function clashing(effects: readonly Effect[]): Effect[][] {
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

function isSame(a: Replacement, b: Replacement): boolean {
  return a.start === b.start && a.end === b.end && sameWords(a.after, b.after);
}

/** Puts everything in at once; what several people ask for in the same words, once. */
function follow(current: string, effects: readonly Effect[]): string {
  const feed = current.includes("\r\n") ? "\r\n" : "\n";
  const kept: (Replacement & { isAdded: boolean })[] = [];
  for (const { found, asked } of effects) {
    const isAdded = asked === undefined;
    if (!found || (!isAdded && kept.some((each) => !each.isAdded && isSame(each, found)))) continue;
    kept.push({ ...found, after: found.after.replace(/\r?\n/g, feed), isAdded });
  }
  // The sort is stable: words added at one place follow the order of the corrections.
  kept.sort((a, b) => a.start - b.start || a.end - b.end || Number(a.isAdded) - Number(b.isAdded));
  return splice(current, kept);
}

/**
 * True when a person has written in the section since it was sent: it is neither as it was sent
 * nor as the corrections brought in since have made it.
 */
function isRewritten(
  { sent, earlier }: SectionToChange,
  current: string,
  edition: EditionId,
  manner: Manner,
): boolean {
  const text = textIn(sent, edition);
  const corrections = earlier.filter((each) => each.edition === edition && bringsWords(each));
  const made = planSection({ current: text, sent, corrections, earlier: [] }, manner).text;
  const now = sectionFingerprint(current);
  return now !== sectionFingerprint(text) && now !== sectionFingerprint(made);
}
