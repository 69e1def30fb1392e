// How decided corrections change one section of the document: all at once, in whatever order
// they come, or not at all where they contradict each other or their words are gone.
import type { CorrectionId, EditionId } from "../kernel/ids.ts";
import { foldTypography, sameWords } from "../wording/fold.ts";
import type { Manner } from "./addition.ts";
import { isWrittenByHand } from "./by-hand.ts";
import { bringsWords, byNumber, type DecidedCorrection } from "./correction.ts";
import {
  clashing,
  effectsOn,
  isSame,
  meetsStanding,
  type Effect,
  type SectionState,
  type Touch,
} from "./effect.ts";
import { withoutTakenMargins, type Made, type MadeTouch } from "./made.ts";
import { splice } from "./splice.ts";
import { takeOut } from "./take-out.ts";

export type ConflictReason =
  "overlap" | "words-changed" | "section-gone" | "to-write-by-hand" | "moved-alone";

export interface PlannedConflict {
  readonly ids: readonly CorrectionId[];
  readonly reason: ConflictReason;
}

export interface SectionToChange {
  /** The section as it stands in the document, heading included; undefined when it is gone. */
  readonly current: string | undefined;
  /** Its text as it was sent, in each edition that has corrections here. */
  readonly sent: ReadonlyMap<EditionId, string>;
  /** Decided, and the document does not follow the decision yet. */
  readonly corrections: readonly DecidedCorrection[];
  /**
   * Those that the document follows, each with the decision it follows. One that is also among
   * `corrections` was decided otherwise since: what it brought is taken out first.
   */
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
  const earlier = [...section.earlier].sort(byNumber);
  if (section.current === undefined) {
    const ids = corrections.map(({ id }) => id);
    return { text: "", applied: [], byHand: [], conflicts: [{ ids, reason: "section-gone" }] };
  }
  const changed = earlier.filter((each) => corrections.some(({ id }) => id === each.id));
  const out = takeOut(
    { current: section.current, sent: section.sent, standing: earlier.filter(bringsWords), changed },
    (text, edition, standing) => {
      const { made, isWhole } = make(text, edition, standing, manner);
      return isWhole ? made.text : undefined;
    },
  );
  const rest = earlier.filter((each) => !changed.includes(each) || out.left.includes(each.id));
  const again = stateOf(
    out.current,
    section.sent,
    changed.filter((each) => !rest.includes(each)),
    rest,
    manner,
  );
  const back = splice(out.current, touchesOf(out.current, sortOut(effectsOn(again, manner), again).followed));
  // Taken out and brought in again, it must give the same: else other words were taken for it.
  const isSound = sameWords(back, section.current);
  const { current, left } = isSound
    ? out
    : { current: section.current, left: changed.filter(bringsWords).map(({ id }) => id) };
  const isLeft = new Set(left);
  const standing = earlier.filter((each) => !changed.includes(each) || isLeft.has(each.id));
  const free = corrections.filter(({ id }) => !isLeft.has(id));
  const wanted = free.filter(({ decision }) => decision.outcome !== "declined");
  const state = stateOf(current, section.sent, wanted, standing, manner);
  const { followed, there, conflicts } = sortOut(effectsOn(state, manner), state);

  const wordless = wanted.filter((each) => !bringsWords(each));
  const isDone = (each: DecidedCorrection): boolean =>
    each.kind === "strength" || isWritten(each, { ...section, earlier: standing }, current, manner);
  const done = wordless.filter(isDone);
  const applied = [
    ...[...followed, ...there].map(({ correction }) => correction),
    ...done,
    ...free.filter(({ decision }) => decision.outcome === "declined"),
  ];
  return {
    text: splice(current, touchesOf(current, followed)),
    applied: applied.sort(byNumber).map(({ id }) => id),
    byHand: done.filter(({ kind }) => kind !== "strength").map(({ id }) => id),
    conflicts: [
      ...conflicts,
      ...left.map((id) => ({ ids: [id], reason: "words-changed" as const })),
      ...wordless
        .filter((each) => !isDone(each))
        .map(({ id }) => ({ ids: [id], reason: "to-write-by-hand" as const })),
    ],
  };
}

/** Of those given, the corrections that bring words, and what those that stand have made. */
function stateOf(
  current: string,
  sent: ReadonlyMap<EditionId, string>,
  wanted: readonly DecidedCorrection[],
  followed: readonly DecidedCorrection[],
  manner: Manner,
): SectionState {
  const [pending, standing] = [wanted.filter(bringsWords), followed.filter(bringsWords)];
  const made = [...sent].map(([edition, text]): [EditionId, Made] => {
    const own = standing.filter((each) => each.edition === edition);
    return [edition, make(text, edition, own, manner).made];
  });
  return { current, sent, pending, standing, made: new Map(made) };
}

interface Sorted {
  readonly followed: readonly Effect[];
  /** What they ask for stands in the section already, as someone else asked for it. */
  readonly there: readonly Effect[];
  readonly conflicts: readonly PlannedConflict[];
}

/** Which effects can be followed, and what stands against the others. */
function sortOut(effects: readonly Effect[], state: SectionState): Sorted {
  const met = new Map(effects.map((effect) => [effect, meetsStanding(effect, state)]));
  const folded = foldTypography(state.current);
  const isThere = (effect: Effect): boolean =>
    met.get(effect)?.same === true && folded.includes(foldTypography(effect.asked?.after ?? ""));
  const groups = clashing(effects);
  const inClash = new Set(groups.flat());
  const alone = effects.filter((effect) => !inClash.has(effect));
  const opposed = alone.filter((effect) => (met.get(effect)?.against.length ?? 0) > 0);
  const there = alone.filter((effect) => !opposed.includes(effect) && isThere(effect));
  const rest = alone.filter((effect) => !opposed.includes(effect) && !there.includes(effect));
  const idsOf = (group: readonly Effect[]): CorrectionId[] => {
    const against = group.flatMap((effect) => met.get(effect)?.against ?? []);
    const all = [...group.map(({ correction }) => correction), ...against].sort(byNumber);
    return [...new Set(all.map(({ id }) => id))];
  };
  return {
    followed: rest.filter(({ found }) => found !== undefined),
    there,
    conflicts: [
      ...groups.map((group) => ({ ids: idsOf(group), reason: "overlap" as const })),
      ...opposed.map((effect) => ({ ids: idsOf([effect]), reason: "overlap" as const })),
      ...rest
        .filter(({ found }) => found === undefined)
        .map((effect) => ({ ids: idsOf([effect]), reason: "words-changed" as const })),
    ],
  };
}

/** What puts everything in at once, in order; what several people ask for in the same words, once. */
function touchesOf(current: string, effects: readonly Effect[]): MadeTouch[] {
  const feed = current.includes("\r\n") ? "\r\n" : "\n";
  const kept: (Touch & MadeTouch)[] = [];
  for (const { found, asked } of effects) {
    const isAdded = asked === undefined;
    if (!found || kept.some((each) => each.isAdded === isAdded && isSame(each, found))) continue;
    const after = withoutSections(found, current).replace(/\r?\n/g, feed);
    kept.push({ ...found, after, isAdded });
  }
  const points = kept.filter(({ start, end }) => start === end);
  const parted = kept.map((each) => ({ ...each, ...withoutTakenMargins(each, points) }));
  return parted.sort(
    (a, b) =>
      a.start - b.start ||
      a.end - b.end ||
      Number(a.isAdded) - Number(b.isAdded) ||
      compare(a.order ?? "", b.order ?? ""),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

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

/** An edition's text with these corrections of it; `isWhole` when all could be followed. */
function make(
  text: string,
  edition: EditionId,
  corrections: readonly DecidedCorrection[],
  manner: Manner,
): { readonly made: Made; readonly isWhole: boolean } {
  const state: SectionState = {
    current: text,
    sent: new Map([[edition, text]]),
    pending: [...corrections].sort(byNumber),
    standing: [],
    made: new Map([[edition, { text, touches: [] }]]),
  };
  const { followed, conflicts } = sortOut(effectsOn(state, manner), state);
  const touches = touchesOf(text, followed);
  return { made: { text: splice(text, touches), touches }, isWhole: conflicts.length === 0 };
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
  const { made } = make(text, correction.edition, corrections, manner);
  return isWrittenByHand(correction, { sent: text, made: made.text, current }, manner);
}
