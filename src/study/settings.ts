// The study's settings, as retour.yaml holds them (formats.md), once read and checked.
import type { GroupId, ParticipantId, SessionId } from "../kernel/ids.ts";

export type Capture = "recording" | "notes" | "text";
export type Audience = "group" | "institution" | "public";
export type Attribution = "pseudonym" | "description" | "none";
/** participant: of the group, asked and counted; tiers: the third person; guest: present only. */
export type Role = "participant" | "tiers" | "guest";

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
  | { readonly kind: "group-session" };

export interface Settings {
  readonly title: string;
  readonly language: "fr" | "en";
  /** collective: one group or several; individual: a récit de vie. */
  readonly kind: "collective" | "individual";
  readonly groups: readonly Group[];
  readonly participants: readonly Participant[];
  readonly sessions: readonly Session[];
  readonly validation: {
    readonly rule: ValidationRule;
    readonly silence: "not-agreement" | "ask-again";
    readonly quotedMustAgree: boolean;
  };
  /** The audience a validation is for when none is named. */
  readonly audience: Audience;
  readonly attribution: Attribution;
  readonly pact: string;
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
export function attributionOf(settings: Settings, person: ParticipantId): string | undefined {
  const found = settings.participants.find((each) => each.id === person);
  if (!found || settings.attribution === "none") return undefined;
  // Only a guest may have no description.
  return (settings.attribution === "pseudonym" ? found.pseudonym : found.description) || undefined;
}
