// What a participant asks of one section, and what became of it.
import type { CorrectionId, EditionId, GroupId, ParticipantId, SectionId } from "../kernel/ids.ts";

export const kinds = [
  "nuance",
  "typo",
  "minor",
  "major",
  "disagreement",
  "addition",
  "withdrawal",
  "strength",
] as const;

export type Kind = (typeof kinds)[number];

export const outcomes = ["integrated", "adapted", "declined", "recorded"] as const;

export type Outcome = (typeof outcomes)[number];

export const asKind = (text: string): Kind | undefined => kinds.find((each) => each === text);
export const asOutcome = (text: string): Outcome | undefined => outcomes.find((each) => each === text);

/** Words to put in the place of others, in a section's text as it was sent. */
export interface Change {
  /** Range in the sent text of the section, UTF-16, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Exactly what stands there. */
  readonly before: string;
  /** What is to stand there; the same as `before` when only a comment was made. */
  readonly after: string;
}

export interface Decision {
  readonly id: number;
  readonly outcome: Outcome;
  /** The words chosen instead, when it is adapted. */
  readonly text: string | null;
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
}

export interface Correction {
  readonly id: CorrectionId;
  /** Id of the return it came in. */
  readonly return: string;
  readonly edition: EditionId;
  readonly participant: ParticipantId;
  readonly group: GroupId;
  readonly section: SectionId;
  readonly kind: Kind;
  /** True while the kind was proposed by the program and no person has confirmed it. */
  readonly isProposed: boolean;
  /** Range in the section's text as it was sent; null when the correction has no place. */
  readonly start: number | null;
  readonly end: number | null;
  readonly before: string;
  readonly after: string;
  readonly comment: string;
  readonly received: string;
  /** The latest one that was not undone. */
  readonly decision: Decision | null;
  /** The decision that the document follows: an earlier one, when another was taken since. */
  readonly followed: Decision | null;
  /** True when the document follows the latest decision. */
  readonly isIntegrated: boolean;
}

export interface DecidedCorrection extends Correction {
  readonly decision: Decision;
}

/** What happened to a correction after it was received. */
export type HistoryEvent =
  | ({ readonly what: "decided" } & Decision)
  | { readonly what: "undone" | "brought-in" | "taken-out"; readonly at: string };

type Asked = Pick<Change, "before" | "after"> & { readonly kind: Kind };

/** The words asked for in the place of the others: none, when words are pointed at to be withdrawn. */
export function wordsAsked({ kind, before, after }: Asked): string {
  return kind === "withdrawal" && before === after ? "" : after;
}

/** True when a correction asks for other words, and not only says something about them. */
export function changesWords(asked: Asked): boolean {
  return asked.before !== wordsAsked(asked);
}

/** False for a remark agreed to without other words, and for a wish to keep the words as they are. */
export function bringsWords(correction: Asked & { readonly decision: Pick<Decision, "outcome"> }): boolean {
  const { kind, decision } = correction;
  if (decision.outcome === "adapted") return true;
  return kind !== "strength" && (decision.outcome === "recorded" || changesWords(correction));
}

/** True when the document follows a decision that a person carried out there: the program has not seen what they did. */
export function isCarriedOutByHand(
  correction: Asked & Pick<Correction, "decision" | "isIntegrated">,
): boolean {
  const { kind, decision, isIntegrated } = correction;
  if (!isIntegrated || decision === null || decision.outcome === "declined") return false;
  return kind !== "strength" && !bringsWords({ ...correction, decision });
}

/** True while a decision is awaited: a wish to keep the words as they are asks for none. */
export function isPending({ kind, decision }: Pick<Correction, "kind" | "decision">): boolean {
  return decision === null && kind !== "strength";
}

/** Words and numbers; a compound word is one. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[-‑][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** In the order they were received: c099 before c100, c999 before c1000. */
export function byNumber(a: Pick<Correction, "id">, b: Pick<Correction, "id">): number {
  return Number(a.id.slice(1)) - Number(b.id.slice(1));
}
