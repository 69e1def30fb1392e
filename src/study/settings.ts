// The study's settings, as retour.yaml holds them (formats.md), once read and checked.
import type { GroupId, ParticipantId, SessionId } from "../kernel/ids.ts";

export type Capture = "recording" | "notes" | "text";
export type Audience = "group" | "institution" | "public";
export const attributions = ["pseudonym", "description", "none"] as const;
export type Attribution = (typeof attributions)[number];
/**
 * participant: of the group, asked and counted; tiers: the third person; guest: present only;
 * withdrawn: took back everything they said (withdrawn.ts), which no file says.
 */
export type Role = "participant" | "tiers" | "guest" | "withdrawn";

export interface Group {
  readonly id: GroupId;
  readonly title: string;
}

export interface Participant {
  readonly id: ParticipantId;
  /** The groups the person belongs to; `group: g1` and `group: [g1, g2]` are both read. */
  readonly groups: readonly GroupId[];
  readonly role: Role;
  readonly pseudonym: string;
  readonly description: string;
  readonly organisation: string | undefined;
}

export interface Session {
  readonly id: SessionId;
  /** ISO day, `2026-01-15`. */
  readonly date: string;
  readonly group: GroupId;
  readonly present: readonly ParticipantId[];
  readonly capture: Capture;
  readonly guests: string | undefined;
}

export type ValidationRule =
  | { readonly kind: "unanimity" }
  /** share of the group's participants, above 0 and up to 1 */
  | { readonly kind: "quorum"; readonly share: number }
  | { readonly kind: "group-session" }
  /** Those to whom the group has given the decision: all of them must agree. */
  | { readonly kind: "delegates"; readonly people: readonly ParticipantId[] };

/** What makes an agreement, for a study or for one of its sections. */
export interface Agreement {
  readonly rule: ValidationRule;
  readonly quotedMustAgree: boolean;
  /** How many people must have agreed at least, whatever the rule; from 1. */
  readonly minimum: number;
}

/** A section that has its own rule; what it does not say is as in the study. */
export interface SectionAgreement extends Partial<Agreement> {
  /** `peur`, or `g2/peur`. */
  readonly section: string;
}

/** What has a day after which it must go. */
export const retained = ["recordings", "transcripts", "returns"] as const;
export type Retained = (typeof retained)[number];

export interface Settings {
  readonly title: string;
  readonly language: "fr" | "en";
  /** collective: one group or several; individual: a récit de vie. */
  readonly kind: "collective" | "individual";
  readonly groups: readonly Group[];
  readonly participants: readonly Participant[];
  readonly sessions: readonly Session[];
  readonly validation: Agreement & {
    readonly silence: "not-agreement" | "ask-again";
    /** How many days one waits for an answer before asking again; null: nobody said. */
    readonly askAgainAfter: number | null;
    readonly sections: readonly SectionAgreement[];
  };
  /** How far the study means to go: what is proposed when an audience is asked for, never an agreement. */
  readonly audience: Audience;
  readonly attribution: Attribution;
  readonly pact: string;
  /** kept: names are in a vault; none: transcripts come without names, and no vault is kept. */
  readonly vault: "kept" | "none";
  /** kept: consents are recorded here, and asked of whoever is quoted; elsewhere: on paper. */
  readonly consent: "kept" | "elsewhere";
  /** ISO days after which things must go; what has no day stays. */
  readonly retention: Readonly<Partial<Record<Retained, string>>>;
  /** A function, a structure, a place and a day that fit fewer people than this point at someone. */
  readonly indistinct: number;
}

const breadth: Record<Audience, number> = { group: 0, institution: 1, public: 2 };

/** True when agreement given for `given` covers an export meant for `wanted`. */
export function covers(given: Audience, wanted: Audience): boolean {
  return breadth[given] >= breadth[wanted];
}

export const audiences: readonly Audience[] = ["group", "institution", "public"];

/** The people of a group who are asked and counted, in the order of the settings. */
export function participantsOf(settings: Settings, group: GroupId): Participant[] {
  return settings.participants.filter(
    (person) => person.role === "participant" && person.groups.includes(group),
  );
}

/** The name shown under a person's words, as the study sets it; undefined when none is shown. */
export function attributionOf(
  settings: Settings,
  person: ParticipantId,
  attribution = settings.attribution,
): string | undefined {
  const found = settings.participants.find((each) => each.id === person);
  if (!found || attribution === "none") return undefined;
  // A description may be missing where the study shows none.
  return (attribution === "pseudonym" ? found.pseudonym : found.description) || undefined;
}
