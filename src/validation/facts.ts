// What the ledger and the document know about a section's agreement, as plain data.
import type { GroupId, ParticipantId, SectionId } from "../kernel/ids.ts";
import type { Agreement, Audience } from "../study/settings.ts";

export const stances = ["agree", "against", "abstain"] as const;
export type Stance = (typeof stances)[number];

/** What is recorded of a person: what they say, or that they were consulted, which says nothing. */
export const expressions = [...stances, "consulted"] as const;
export type Expression = (typeof expressions)[number];

/** What a voice decides: the words, how far they may go, or both at once. */
export const subjects = ["words", "audience", "both"] as const;
export type Subject = (typeof subjects)[number];

export const meansOfAgreement = ["read-aloud", "written", "session"] as const;
export type Means = (typeof meansOfAgreement)[number];

/** Recorded of someone who is in `present` no more; or left out when the decision was recorded again. */
export type Uncounted = "absent" | "recorded-again";

/** One person's expression on the exact words of a section. */
export interface Voice {
  readonly participant: ParticipantId;
  readonly stance: Stance;
  readonly about: Subject;
  /** The group alone when the voice is about the words. */
  readonly audience: Audience;
  readonly means: Means;
  readonly session: string | null;
  /** The days on which the words were read aloud for it, `2026-05-10`. */
  readonly sittings: readonly string[];
  /** The validation it is part of; the voices of one group decision share it. */
  readonly validation: string;
  readonly isByGroup: boolean;
  readonly at: string;
  /** Its place in the journal: what was said before what. */
  readonly order: number;
  /** The rule when it was recorded; none when that was not kept yet. */
  readonly under?: RecordedRule | undefined;
  /** Why this yes is nobody's (presence.ts): it opens nothing, and what it narrowed stays so. */
  readonly uncounted?: Uncounted | undefined;
}

/** What the group, in session, lets stand beside its words of those who oppose them. */
export interface Note {
  readonly content: string;
  /** Its place in the journal, among the voices. */
  readonly order: number;
}

/** The voices given on one wording of a section, and that wording as the ledger keeps it. */
export interface AgreedWords {
  readonly fingerprint: string;
  /** The exact words, heading included. */
  readonly content: string;
  /** True when someone withdrew some of them since: what was agreed to is known by its fingerprint alone. */
  readonly isWithdrawn?: boolean;
  /** True when a name in them was replaced since: the same. */
  readonly isRenamed?: boolean;
  readonly voices: readonly Voice[];
  /** Those who were consulted on these words: it decides nothing. */
  readonly consulted: readonly ParticipantId[];
  /** The participants whose words these words quote. */
  readonly quoted: readonly ParticipantId[];
  /** Turns they quote of which nobody can say whose they are. */
  readonly unknownTurns: readonly string[];
  /** The latest. */
  readonly note?: Note | undefined;
}

/** A correction, as far as it weighs on agreement. */
export interface CorrectionFact {
  readonly id: string;
  readonly participant: ParticipantId;
  readonly kind: string;
  /** The words it is about; empty when it names none. */
  readonly before: string;
  readonly order: number;
  /** The latest decision; undefined while there is none. */
  readonly outcome: string | undefined;
  readonly isIntegrated: boolean;
}

/** What makes an agreement, among whom. */
export interface Asked extends Agreement {
  readonly participants: readonly ParticipantId[];
}

/** The rule of a section when a voice was recorded, without those who withdrew altogether since. */
export interface RecordedRule extends Asked {
  /** Who was quoted, and had to agree; nobody when the rule did not ask it. */
  readonly quoted: readonly ParticipantId[];
}

/** Who is asked about a section, and what makes an agreement there. */
export interface Electorate extends Asked {
  readonly silence: "not-agreement" | "ask-again";
  /** How many days one waits for an answer before asking again; null: nobody said. */
  readonly askAgainAfter: number | null;
}

export interface SectionFacts {
  readonly group: GroupId;
  readonly id: SectionId;
  readonly title: string;
  /** The words that stand in the document now, and the voices given on exactly these. */
  readonly present: AgreedWords;
  /** Other wordings of this section that voices were given on, the latest last. */
  readonly former: readonly AgreedWords[];
  /** Fingerprint of the section in the group's latest sent edition; undefined when it is not in it. */
  readonly sent: string | undefined;
  /** Every correction of this section, of any edition. */
  readonly corrections: readonly CorrectionFact[];
  readonly electorate: Electorate;
}
