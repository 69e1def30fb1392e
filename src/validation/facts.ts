// What the ledger and the document know about a section's agreement, as plain data.
import type { GroupId, ParticipantId, SectionId } from "../kernel/ids.ts";
import type { Audience, ValidationRule } from "../study/settings.ts";

export const stances = ["agree", "against", "abstain"] as const;
export type Stance = (typeof stances)[number];

export const meansOfAgreement = ["read-aloud", "written", "session"] as const;
export type Means = (typeof meansOfAgreement)[number];

/** One person's expression on the exact words of a section. */
export interface Voice {
  readonly participant: ParticipantId;
  readonly stance: Stance;
  readonly audience: Audience;
  readonly means: Means;
  readonly session: string | null;
  /** The validation it is part of; the voices of one group decision share it. */
  readonly validation: string;
  readonly isByGroup: boolean;
  readonly at: string;
  /** Its place in the journal: what was said before what. */
  readonly order: number;
}

/** The voices given on one wording of a section, and that wording as the ledger keeps it. */
export interface AgreedWords {
  readonly fingerprint: string;
  /** The exact words, heading included. */
  readonly content: string;
  readonly voices: readonly Voice[];
  /** The participants whose words these words quote. */
  readonly quoted: readonly ParticipantId[];
  /** Turns they quote of which nobody can say whose they are. */
  readonly unknownTurns: readonly string[];
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

/** Who is asked in a group, and what makes an agreement there. */
export interface Electorate {
  readonly participants: readonly ParticipantId[];
  readonly rule: ValidationRule;
  readonly quotedMustAgree: boolean;
  readonly silence: "not-agreement" | "ask-again";
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
