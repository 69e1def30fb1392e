// Records what people agreed or refused that be done with their words.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { timestamp, type World } from "../kernel/world.ts";
import {
  purposes,
  readConsents,
  type Consent,
  type ConsentAnswer,
  type PlacedConsent,
  type Purpose,
} from "./consent.ts";
import { diagnose, refuse } from "./messages.ts";
import { nearest } from "./nearest.ts";
import type { Study } from "./open.ts";
import { namedDay, namedPeople } from "./people.ts";
import type { Attribution } from "./settings.ts";
import { addConsents } from "./store.ts";

export interface ConsentGiven {
  readonly people: readonly string[];
  readonly purposes: readonly string[];
  readonly answer: ConsentAnswer;
  /** The name to show under the person's quotes; undefined: as they said before, else as the study does. */
  readonly attribution: Attribution | undefined;
  /** `2026-01-15`; undefined: today. */
  readonly day: string | undefined;
}

export interface RecordedConsents {
  readonly recorded: readonly PlacedConsent[];
  /** What was already known word for word. */
  readonly unchanged: readonly PlacedConsent[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Records one answer of several people to several purposes. Refused: somebody or a purpose nobody
 * knows, a day that does not exist, and a consent older than the refusal it would take the place of.
 */
export async function recordConsents(
  study: Study,
  given: ConsentGiven,
  world: World,
): Promise<RecordedConsents> {
  const { settings, ledger } = study;
  const people = namedPeople(settings, given.people);
  const named = namedPurposes(given.purposes);
  const { day, diagnostics } = namedDay(given.day, world);
  const isAttributed = given.answer === "given" && named.includes("quotation");
  if (given.attribution !== undefined && !isAttributed) throw refuse("consent.attribution-alone", {});
  const consents = await readConsents(ledger.db);
  const at = timestamp(world);
  const recorded: PlacedConsent[] = [];
  const unchanged: PlacedConsent[] = [];
  for (const participant of people)
    for (const purpose of named) {
      const standing = consents.of(participant, purpose);
      const consent = { answer: given.answer, attribution: attributionFor(purpose, given, standing), day };
      const isKnown =
        standing?.answer === consent.answer &&
        standing.attribution === consent.attribution &&
        (given.day === undefined || standing.day === day);
      if (isKnown) unchanged.push({ ...standing, participant, purpose });
      else if (isSuperseded(consent, standing, at.slice(0, 10)))
        throw refuse("consent.superseded", { id: participant, purpose, day, standing: standing.day });
      else recorded.push({ participant, purpose, ...consent });
    }
  if (recorded.length > 0)
    await ledger.write((change) =>
      addConsents(
        change,
        recorded.map((each) => ({ ...each, at })),
      ),
    );
  return { recorded, unchanged, diagnostics: [...diagnostics, ...remarks(study, people, given)] };
}

function namedPurposes(given: readonly string[]): Purpose[] {
  const known = purposes.join(", ");
  if (given.length === 0) throw refuse("consent.no-purpose", { known });
  const found = given.map((value) => {
    const purpose = purposes.find((each) => each === value);
    if (purpose) return purpose;
    throw refuse("consent.unknown-purpose", { value, nearest: nearest(value, purposes), known });
  });
  return purposes.filter((each) => found.includes(each));
}

function attributionFor(
  purpose: Purpose,
  { answer, attribution }: ConsentGiven,
  standing: Consent | undefined,
): Attribution | null {
  if (purpose !== "quotation" || answer !== "given") return null;
  return attribution ?? (standing?.answer === "given" ? standing.attribution : null);
}

/** A paper found late must not undo what the person said since; a day still to come is a slip. */
function isSuperseded(
  { answer, day }: Consent,
  standing: Consent | undefined,
  today: string,
): standing is Consent {
  if (answer !== "given" || standing === undefined || standing.answer === "given") return false;
  return day < standing.day && standing.day <= today;
}

function remarks(
  { settings }: Study,
  people: readonly string[],
  { attribution }: ConsentGiven,
): Diagnostic[] {
  const nameless = settings.participants.filter(
    ({ id, description }) => attribution === "description" && people.includes(id) && description === "",
  );
  return [
    ...(settings.consent === "elsewhere" ? [diagnose("consent.elsewhere", "warning", {})] : []),
    ...nameless.map(({ id }) => diagnose("consent.no-description", "warning", { id })),
  ];
}
