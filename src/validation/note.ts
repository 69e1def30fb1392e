// What is said of a note that the group lets stand beside its words: it names nobody, and
// someone opposes.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import type { Settings } from "../study/settings.ts";
import { foldPhrase } from "../wording/phrases.ts";
import type { Answers } from "./answers.ts";
import { standingOn, type Place } from "./fresh-answers.ts";
import type { Gathered } from "./gather.ts";
import { diagnose } from "./messages.ts";

/** `fresh`: the answers recorded with the note. */
export function checkNote(
  settings: Settings,
  note: string,
  place: Place,
  fresh: Answers["stances"],
  gathered: Gathered,
): Diagnostic[] {
  const people = namedIn(note, settings);
  const stances = [...fresh.values(), ...standingOn(place, gathered).map((voice) => voice.stance)];
  return [
    ...(people.length > 0
      ? [diagnose("validate.note-names", "warning", { section: place.id, people: people.join(", ") })]
      : []),
    ...(stances.includes("against")
      ? []
      : [diagnose("validate.note-without-opposition", "warning", { section: place.id })]),
  ];
}

/** The ids of those whom a note names, by their id or their pseudonym. */
function namedIn(note: string, { participants }: Pick<Settings, "participants">): string[] {
  const words = ` ${foldPhrase(note)} `;
  const isNamed = (name: string): boolean => {
    const folded = foldPhrase(name);
    return folded !== "" && words.includes(` ${folded} `);
  };
  return participants.filter(({ id, pseudonym }) => isNamed(id) || isNamed(pseudonym)).map(({ id }) => id);
}
