// The people and the day that a person named on the command line, as the study knows them.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import type { ParticipantId } from "../kernel/ids.ts";
import { timestamp, type World } from "../kernel/world.ts";
import { foldPhrase } from "../wording/phrases.ts";
import { isDay } from "./day.ts";
import { diagnose, refuse } from "./messages.ts";
import { nearest } from "./nearest.ts";
import type { Settings } from "./settings.ts";

/** Each person once. Refused when nobody is named, or somebody whom the settings do not know. */
export function namedPeople({ participants }: Settings, given: readonly string[]): ParticipantId[] {
  const ids = participants.map(({ id }) => id);
  if (given.length === 0) throw refuse("agreement.nobody", {});
  const found = given.map((id) => {
    const person = ids.find((each) => each === id);
    if (person === undefined) throw refuse("settings.unknown-participant", { id, nearest: nearest(id, ids) });
    return person;
  });
  return [...new Set(found)];
}

/** Refuses a pseudonym that somebody else of the study has, in whatever case and accents. */
export function refusePseudonymTaken(
  { participants }: Settings,
  pseudonym: string,
  own: readonly ParticipantId[],
): void {
  const folded = foldPhrase(pseudonym);
  const other = participants.find(
    (each) => !own.includes(each.id) && folded !== "" && foldPhrase(each.pseudonym) === folded,
  );
  if (other) throw refuse("add.pseudonym-taken", { id: other.id });
}

/** Today when none is given. A day to come is taken, with a warning. */
export function namedDay(
  given: string | undefined,
  world: Pick<World, "now">,
): { day: string; diagnostics: readonly Diagnostic[] } {
  const today = timestamp(world).slice(0, 10);
  const day = given ?? today;
  if (!isDay(day)) throw refuse("agreement.bad-day", { value: day });
  return { day, diagnostics: day > today ? [diagnose("agreement.future-day", "warning", { day })] : [] };
}
