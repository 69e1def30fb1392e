// Which of the answers given say something that the ledger does not hold already.
import type { ParticipantId } from "../kernel/ids.ts";
import type { Answers } from "./answers.ts";
import type { Expression } from "./facts.ts";
import type { Gathered } from "./gather.ts";
import { lastRecord } from "./presence.ts";
import { standingVoices } from "./stance.ts";
import type { PlacedVoice } from "./store.ts";

/** The exact words that answers are given on. */
export interface Place {
  readonly group: string;
  readonly id: string;
  readonly fingerprint: string;
}

/**
 * The answers that are not already the person's last standing ones on these words. `electorate`: the rule of today,
 * as the ledger keeps it: the same answer under another rule is a new one.
 */
export function freshAnswers(
  answers: Answers,
  place: Place,
  electorate: string,
  gathered: Gathered,
): Answers["stances"] {
  const standing = standingOn(place, gathered);
  if (isOfOthers(answers, place, gathered)) return answers.stances;
  const fresh = [...answers.stances].filter((answer) => isNew(answer, answers, electorate, standing));
  // A decision of the group is one act: it is recorded whole, or not again.
  return answers.isByGroup && fresh.length > 0 ? answers.stances : new Map(fresh);
}

/** True when the decision of this session was recorded of other people than those who are in its `present` now. */
function isOfOthers({ stances, session, isByGroup }: Answers, place: Place, { voices }: Gathered): boolean {
  const deciding = [...stances].flatMap(([person, stance]) => (stance === "consulted" ? [] : [person]));
  if (!isByGroup || session === undefined || deciding.length === 0) return false;
  const counted = lastRecord(onWords(place, voices), session.id)?.people;
  return (
    counted !== undefined &&
    (counted.size !== deciding.length || deciding.some((person) => !counted.has(person)))
  );
}

/**
 * Who would agree because they were present, when what this session decided is recorded again, though they have said
 * otherwise by themselves since: what was decided that day does not answer what they say now.
 */
export function saidOtherwiseSince(
  { stances, session, isByGroup, about }: Answers,
  place: Place,
  { voices, sections }: Gathered,
): ParticipantId[] {
  const given = onWords(place, voices);
  const record = isByGroup && session ? lastRecord(given, session.id) : undefined;
  if (record === undefined) return [];
  const corrections =
    sections.find(({ group, id }) => group === place.group && id === place.id)?.corrections ?? [];
  return [...stances].flatMap(([person, stance]) => {
    if (stance !== "agree") return [];
    const last = given.findLast(
      (voice) => voice.participant === person && voice.stance !== "consulted" && weighsOn(about, voice),
    );
    const isOpposed = last !== undefined && last.order > record.order && last.stance !== "agree";
    const hasCorrected = corrections.some(
      ({ participant, kind, order }) =>
        participant === person && kind !== "strength" && order > Math.max(record.order, last?.order ?? 0),
    );
    return isOpposed || hasCorrected ? [person] : [];
  });
}

/** The voices on exactly these words that no later correction supersedes, consultations among them. */
export function standingOn(place: Place, { voices, sections }: Gathered): readonly PlacedVoice[] {
  const { group, id } = place;
  const corrections = sections.find((each) => each.group === group && each.id === id)?.corrections ?? [];
  return standingVoices(onWords(place, voices), corrections);
}

function onWords({ group, id, fingerprint }: Place, voices: readonly PlacedVoice[]): PlacedVoice[] {
  return voices.filter(
    (voice) => voice.grp === group && voice.section === id && voice.fingerprint === fingerprint,
  );
}

function isNew(
  [person, stance]: readonly [ParticipantId, Expression],
  { about, audience, means, session, isByGroup, sittings }: Answers,
  electorate: string,
  standing: readonly PlacedVoice[],
): boolean {
  const own = standing.filter((voice) => voice.participant === person);
  if (stance === "consulted") return !own.some((voice) => voice.stance === stance);
  const last = own.findLast((voice) => voice.stance !== "consulted" && weighsOn(about, voice));
  return (
    last?.stance !== stance ||
    last.about !== about ||
    last.audience !== audience ||
    last.means !== means ||
    last.session !== (session?.id ?? null) ||
    last.isByGroup !== isByGroup ||
    (last.electorate !== null && last.electorate !== electorate) ||
    last.sittings.join() !== sittings.join()
  );
}

/** True for a voice that may have changed what the person says about it. */
function weighsOn(about: Answers["about"], voice: PlacedVoice): boolean {
  switch (about) {
    case "words":
      return voice.about !== "audience";
    case "audience":
      return voice.about !== "words" || voice.stance !== "agree";
    case "both":
      return true;
  }
}
