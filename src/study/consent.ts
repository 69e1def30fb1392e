// What people agreed that be done with their words: for each purpose, the latest answer counts.
import type { Kysely } from "kysely";
import { asParticipantId, type ParticipantId } from "../kernel/ids.ts";
import type { Tables } from "../ledger/schema.ts";
import { attributionOf, attributions, type Attribution, type Settings } from "./settings.ts";
import { consentRows } from "./store.ts";

/** In the order in which a study comes to them. */
export const purposes = [
  "recording",
  "transcription",
  "analysis",
  "quotation",
  "publication",
  "archiving",
] as const;
export type Purpose = (typeof purposes)[number];

export const consentAnswers = ["given", "refused", "withdrawn"] as const;
export type ConsentAnswer = (typeof consentAnswers)[number];

export interface Consent {
  readonly answer: ConsentAnswer;
  /** Of a quotation: the name shown under it; null: as the study does. */
  readonly attribution: Attribution | null;
  /** When it was given, `2026-01-15`. */
  readonly day: string;
}

export interface Consents {
  /** The latest answer; undefined when the person was never asked. */
  readonly of: (participant: ParticipantId, purpose: Purpose) => Consent | undefined;
  readonly isGiven: (participant: ParticipantId, purpose: Purpose) => boolean;
}

export interface PlacedConsent extends Consent {
  readonly participant: ParticipantId;
  readonly purpose: Purpose;
}

/** `rows` in the order in which they were recorded: what is said of a purpose later counts. */
function consentsFrom(rows: readonly PlacedConsent[]): Consents {
  const latest = new Map<string, Consent>(rows.map((row) => [`${row.participant} ${row.purpose}`, row]));
  const of: Consents["of"] = (participant, purpose) => latest.get(`${participant} ${purpose}`);
  return { of, isGiven: (participant, purpose) => of(participant, purpose)?.answer === "given" };
}

/** Where consents are kept elsewhere, nothing is known of them here. */
export const noConsents = consentsFrom([]);

/** What counts in a study: where consents are kept elsewhere, a no that was written here all the same. */
export async function consentsThatCount(settings: Settings, db: Kysely<Tables>): Promise<Consents> {
  const consents = await readConsents(db);
  return settings.consent === "kept" ? consents : refusalsOf(consents);
}

function refusalsOf({ of }: Consents): Consents {
  const refusal: Consents["of"] = (participant, purpose) => {
    const consent = of(participant, purpose);
    return consent?.answer === "given" ? undefined : consent;
  };
  return {
    of: refusal,
    isGiven: (participant, purpose) => refusal(participant, purpose) === undefined,
  };
}

export async function readConsents(db: Kysely<Tables>): Promise<Consents> {
  const rows = await consentRows(db);
  return consentsFrom(
    rows.flatMap(({ day, ...row }) => {
      const participant = asParticipantId(row.participant);
      const purpose = purposes.find((each) => each === row.purpose);
      const answer = consentAnswers.find((each) => each === row.answer);
      const attribution = attributions.find((each) => each === row.attribution) ?? null;
      return participant && purpose && answer ? [{ participant, purpose, answer, attribution, day }] : [];
    }),
  );
}

export interface MissingConsents {
  readonly participant: ParticipantId;
  /** What the person has not agreed to: never answered, refused or withdrawn. */
  readonly missing: readonly Purpose[];
  /** Those among them to which they said no. */
  readonly refused: readonly Purpose[];
}

/** The participants who have not agreed to every purpose, in the order of the settings. */
export function missingConsents(settings: Settings, consents: Consents): MissingConsents[] {
  return settings.participants
    .filter(({ role }) => role === "participant")
    .map(({ id }) => {
      const missing = purposes.filter((purpose) => !consents.isGiven(id, purpose));
      const refused = missing.filter((purpose) => consents.of(id, purpose) !== undefined);
      return { participant: id, missing, refused };
    })
    .filter(({ missing }) => missing.length > 0);
}

/** The name shown under a person's words, as they agreed to it, else as the study sets it. */
export function attributionAgreed(
  settings: Settings,
  consents: Consents,
  person: ParticipantId,
): string | undefined {
  const agreed = consents.of(person, "quotation")?.attribution ?? settings.attribution;
  return attributionOf(settings, person, agreed);
}
