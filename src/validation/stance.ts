// What one person says, of the words and of how far they may go, from all they have said so far.
import type { ParticipantId } from "../kernel/ids.ts";
import { covers, type Audience } from "../study/settings.ts";
import type { CorrectionFact, Stance, Voice } from "./facts.ts";

export type Said = Pick<Voice, "stance" | "about" | "audience" | "uncounted">;

/**
 * What a person says about an audience, from their expressions on the same words, the latest
 * first; undefined when they have said nothing. The group is asked about the words alone, a
 * wider audience about itself alone: neither answer is the other.
 *
 * An agreement covers narrower audiences, and a later one for a narrower audience takes the
 * wider one back. An opposition said of both holds for every audience, but for those narrower
 * ones that the person had agreed to by themselves: "yes among us, not in public" is two
 * answers, and both stand. One said of an audience alone leaves the narrower ones as they were.
 *
 * A yes recorded of someone who was not there is no yes, and takes no refusal back; what it narrowed is asked anew.
 */
export function stanceFor(latestFirst: readonly Said[], audience: Audience): Stance | undefined {
  let narrowed: Audience | undefined;
  let isToAskAnew = false;
  const refusals: Said[] = [];
  for (const voice of saidOf(latestFirst, audience)) {
    if (voice.stance !== "agree") {
      const isTakenBack = narrowed !== undefined && covers(narrowed, voice.audience);
      if (!isTakenBack && covers(audience, voice.audience)) return voice.stance;
      if (!isTakenBack && voice.about === "both") refusals.push(voice);
    } else if (voice.uncounted !== undefined) {
      if (!covers(voice.audience, audience)) isToAskAnew = true;
    } else if (!covers(voice.audience, audience)) {
      if (narrowed === undefined || covers(voice.audience, narrowed)) narrowed = voice.audience;
    } else if (
      narrowed === undefined &&
      !isToAskAnew &&
      !refusals.some((each) => covers(voice.audience, each.audience))
    )
      return "agree";
  }
  return refusals[0]?.stance;
}

function saidOf(latestFirst: readonly Said[], audience: Audience): readonly Said[] {
  if (audience === "group") return latestFirst.filter(({ about }) => about !== "audience");
  // Who has opposed the words since is asked anew how far they may go.
  const refusal = latestFirst.findIndex(({ about, stance }) => about === "words" && stance !== "agree");
  return latestFirst.filter(
    ({ about, stance }, index) =>
      about !== "words" && (refusal === -1 || index < refusal || stance !== "agree"),
  );
}

export function stancesFor(voices: readonly Voice[], audience: Audience): Map<ParticipantId, Stance> {
  const stances = new Map<ParticipantId, Stance>();
  for (const [person, own] of byPerson(voices)) {
    const stance = stanceFor(own, audience);
    if (stance !== undefined) stances.set(person, stance);
  }
  return stances;
}

/** Those who have said how far the words may go, be it no further than the group. */
export function decidedHowFar(voices: readonly Voice[]): Set<ParticipantId> {
  const said = [...byPerson(voices)].filter(([, own]) => saidOf(own, "public").length > 0);
  return new Set(said.map(([person]) => person));
}

/** Each person's voices, the latest first. */
function byPerson(voices: readonly Voice[]): Map<ParticipantId, Voice[]> {
  const own = new Map<ParticipantId, Voice[]>();
  for (const voice of [...voices].sort((a, b) => b.order - a.order))
    own.set(voice.participant, [...(own.get(voice.participant) ?? []), voice]);
  return own;
}

/** Of a voice, or of the trace of a consultation. */
interface Spoken extends Pick<Voice, "participant" | "order" | "about" | "uncounted"> {
  readonly stance: string;
}

/**
 * The voices that no later correction by the same person supersedes: who has asked for something else since
 * they agreed is silent again. An opposition stands until the person says otherwise of the same question; praise
 * supersedes nothing.
 */
export function standingVoices<V extends Spoken>(
  voices: readonly V[],
  corrections: readonly CorrectionFact[],
): readonly V[] {
  const since = new Map<ParticipantId, number>();
  for (const { participant, kind, order } of corrections)
    if (kind !== "strength") since.set(participant, Math.max(order, since.get(participant) ?? 0));
  const isTakenBack = ({ participant, order, about }: V): boolean =>
    voices.some(
      (later) =>
        later.participant === participant &&
        later.order > order &&
        later.uncounted === undefined &&
        (later.about === about || later.about === "both") &&
        ["agree", "abstain"].includes(later.stance),
    );
  return voices.filter(
    (voice) =>
      voice.order > (since.get(voice.participant) ?? -1) ||
      (voice.stance === "against" && !isTakenBack(voice)),
  );
}
