// Who speaks, as a person says it: `SPEAKER_00=P01`.
import type { ParticipantId } from "../kernel/ids.ts";
import { nearest } from "../study/nearest.ts";
import type { Participant } from "../study/settings.ts";
import { foldLabel } from "./labels.ts";
import { refuse } from "./messages.ts";

/** Reads `LABEL=P01` pairs into a map of folded labels; refuses what names nobody of the study. */
export function readVoices(
  pairs: readonly string[],
  people: readonly Participant[],
): Map<string, ParticipantId> {
  const given = new Map<string, ParticipantId>();
  for (const pair of pairs) {
    const at = pair.lastIndexOf("=");
    const label = foldLabel(pair.slice(0, Math.max(at, 0)));
    if (label === "") throw refuse("import.speaker-form", {});
    given.set(label, personWithId(pair.slice(at + 1).trim(), people).id);
  }
  return given;
}

function personWithId(id: string, people: readonly Participant[]): Participant {
  const found = people.find((person) => person.id === id.toUpperCase());
  if (found) return found;
  const known = people.map((person) => person.id);
  // What was typed is only shown when it has the form of an id: it may be a name.
  const participant = /^[A-Za-z]{1,3}\d{1,4}$/.test(id) ? id : "…";
  throw refuse("speakers.unknown-participant", {
    participant,
    nearest: nearest(id, known),
    known: known.join(", "),
  });
}
