// Who speaks, as a person says it: `SPEAKER_00=P01`, `V2=V1`.
import type { ParticipantId } from "../kernel/ids.ts";
import { nearest } from "../study/nearest.ts";
import type { Participant } from "../study/settings.ts";
import { foldLabel } from "./shapes/labels.ts";
import { refuse } from "./messages.ts";

/** Reads `LABEL=P01` pairs into a map of folded labels to what was said of them. */
export function readPairs(pairs: readonly string[]): Map<string, string> {
  const given = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.lastIndexOf("=");
    const label = foldLabel(pair.slice(0, Math.max(at, 0)));
    if (label === "") throw refuse("import.speaker-form", {});
    given.set(label, pair.slice(at + 1).trim());
  }
  return given;
}

/** The same, to participants; refuses what names nobody of the study. */
export function readVoices(
  pairs: readonly string[],
  people: readonly Participant[],
): Map<string, ParticipantId> {
  const given = readPairs(pairs);
  return new Map([...given].map(([label, id]) => [label, participantCalled(id, people)]));
}

/** The participant with this id, or the refusal that names the nearest. */
export function participantCalled(id: string, people: readonly Participant[]): ParticipantId {
  const found = people.find((person) => person.id === id.toUpperCase());
  if (found) return found.id;
  const known = people.map((person) => person.id);
  // What was typed is only shown when it has the form of an id: it may be a name.
  const participant = /^[A-Za-z]{1,3}\d{1,4}$/.test(id) ? id : "…";
  throw refuse("speakers.unknown-participant", {
    participant,
    nearest: nearest(id, known),
    known: known.join(", "),
  });
}
