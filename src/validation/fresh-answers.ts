// Which of the answers given say something that the ledger does not hold already.
import type { ParticipantId } from "../kernel/ids.ts";
import type { Answers } from "./answers.ts";
import type { Expression } from "./facts.ts";
import type { Gathered } from "./gather.ts";
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
  const fresh = [...answers.stances].filter((answer) => isNew(answer, answers, electorate, standing));
  // A decision of the group is one act: it is recorded whole, or not again.
  return answers.isByGroup && fresh.length > 0 ? answers.stances : new Map(fresh);
}

/** The voices on exactly these words that no later correction supersedes, consultations among them. */
export function standingOn(
  { group, id, fingerprint }: Place,
  { voices, sections }: Gathered,
): readonly PlacedVoice[] {
  const onWords = voices.filter(
    (voice) => voice.grp === group && voice.section === id && voice.fingerprint === fingerprint,
  );
  const corrections = sections.find((each) => each.group === group && each.id === id)?.corrections ?? [];
  return standingVoices(onWords, corrections);
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
