// Whether a group has agreed to words, for an audience, by its own rule. Silence is never
// agreement; a person who has corrected the section since they spoke is silent again.
import type { ParticipantId } from "../kernel/ids.ts";
import { audiences, covers, type Audience } from "../study/settings.ts";
import type { AgreedWords, CorrectionFact, Electorate, Stance, Voice } from "./facts.ts";

export interface Verdict {
  readonly holds: boolean;
  /** The people asked (the group's participants, and whoever is quoted) by what they said. */
  readonly agreed: readonly ParticipantId[];
  /** With those who oppose and are no longer, or never were, of the group. */
  readonly against: readonly ParticipantId[];
  readonly abstained: readonly ParticipantId[];
  readonly silent: readonly ParticipantId[];
  /** Those of the silent who had spoken and have corrected the section since. */
  readonly corrected: readonly ParticipantId[];
  /** Quoted people who have not agreed, when the study wants them to. */
  readonly quotedMissing: readonly ParticipantId[];
  /** Quoted turns of which nobody can say whose they are, then. */
  readonly unknownTurns: readonly string[];
  /** Under a quorum: how many of the group's participants must agree. */
  readonly needed: number | undefined;
  /** Under the rule of the session: no decision in session reaches this audience. */
  readonly isSessionMissing: boolean;
}

type Spoken = Omit<AgreedWords, "fingerprint" | "content">;

const nobody = { quoted: [], unknownTurns: [] };

/** Judges one wording for one audience. */
export function judge(
  words: Spoken,
  corrections: readonly CorrectionFact[],
  electorate: Electorate,
  audience: Audience,
): Verdict {
  const { participants, rule } = electorate;
  const standing = standingVoices(words.voices, corrections);
  const stances = stancesFor(standing, audience);
  const { quoted, unknownTurns } = electorate.quotedMustAgree ? words : nobody;
  const asked = [...new Set([...participants, ...quoted])];
  const having = (people: Iterable<ParticipantId>, stance: Stance): ParticipantId[] =>
    [...people].filter((each) => stances.get(each) === stance);
  const against = having(new Set([...asked, ...stances.keys()]), "against");
  const silent = asked.filter((each) => !stances.has(each));
  const spoke = new Set(words.voices.map((voice) => voice.participant));
  const heard = new Set(standing.map((voice) => voice.participant));
  const quotedMissing = quoted.filter((each) => stances.get(each) !== "agree");
  const agreeing = having(participants, "agree").length;
  const decision = rule.kind === "group-session" ? lastDecision(words.voices, audience) : [];
  return {
    holds: agreeing > 0 && quotedMissing.length + unknownTurns.length === 0 && isMet(),
    agreed: having(asked, "agree"),
    against,
    abstained: having(asked, "abstain"),
    silent,
    corrected: silent.filter((each) => spoke.has(each) && !heard.has(each)),
    quotedMissing,
    unknownTurns,
    needed: rule.kind === "quorum" ? quorumOf(rule.share, participants.length) : undefined,
    isSessionMissing: rule.kind === "group-session" && decision.length === 0,
  };

  function isMet(): boolean {
    switch (rule.kind) {
      case "unanimity":
        return agreeing === participants.length && against.length === 0;
      case "quorum":
        return agreeing >= quorumOf(rule.share, participants.length);
      case "delegates":
        return rule.people.every((each) => stances.get(each) === "agree");
      case "group-session":
        return against.length === 0 && isKept(decision, stances);
    }
  }
}

/** The widest audience for which the rule holds; undefined when it holds for none. */
export function widestAudience(
  words: Spoken,
  corrections: readonly CorrectionFact[],
  electorate: Electorate,
): Audience | undefined {
  return audiences.findLast((audience) => judge(words, corrections, electorate, audience).holds);
}

/** True when the rule held at some moment, whatever was said or corrected later. */
export function hasEverHeld(words: Spoken, electorate: Electorate): boolean {
  const moments = new Set(words.voices.map((voice) => voice.order));
  return [...moments].some((moment) => {
    const voices = words.voices.filter((voice) => voice.order <= moment);
    return widestAudience({ ...words, voices }, [], electorate) !== undefined;
  });
}

/**
 * What a person says about an audience, from their expressions on the same words, the latest
 * first; undefined when they have said nothing. An agreement covers narrower audiences, and a
 * later one for a narrower audience takes the wider one back. An opposition holds for every
 * audience, but for those narrower ones that the person had agreed to by themselves: "yes
 * among us, not in public" is two answers, and both stand.
 */
export function stanceFor(
  voices: readonly Pick<Voice, "stance" | "audience">[],
  audience: Audience,
): Stance | undefined {
  let narrowed: Audience | undefined;
  const refusals: Pick<Voice, "stance" | "audience">[] = [];
  for (const voice of voices) {
    if (voice.stance !== "agree") {
      const isTakenBack = narrowed !== undefined && covers(narrowed, voice.audience);
      if (!isTakenBack && covers(audience, voice.audience)) return voice.stance;
      if (!isTakenBack) refusals.push(voice);
    } else if (!covers(voice.audience, audience)) {
      if (narrowed === undefined || covers(voice.audience, narrowed)) narrowed = voice.audience;
    } else if (narrowed === undefined && !refusals.some((each) => covers(voice.audience, each.audience)))
      return "agree";
  }
  return refusals[0]?.stance;
}

function stancesFor(voices: readonly Voice[], audience: Audience): Map<ParticipantId, Stance> {
  const latestFirst = [...voices].sort((a, b) => b.order - a.order);
  const stances = new Map<ParticipantId, Stance>();
  for (const person of new Set(voices.map((voice) => voice.participant))) {
    const own = latestFirst.filter((voice) => voice.participant === person);
    const stance = stanceFor(own, audience);
    if (stance !== undefined) stances.set(person, stance);
  }
  return stances;
}

/** The voices that no later correction by the same person supersedes. Praise supersedes nothing. */
export function standingVoices(
  voices: readonly Voice[],
  corrections: readonly CorrectionFact[],
): readonly Voice[] {
  const since = new Map<ParticipantId, number>();
  for (const { participant, kind, order } of corrections)
    if (kind !== "strength") since.set(participant, Math.max(order, since.get(participant) ?? 0));
  return voices.filter((voice) => voice.order > (since.get(voice.participant) ?? -1));
}

/** Shares are written in decimals: 0.7 of 10 people is 7, whatever the machine makes of 0.7 × 10. */
function quorumOf(share: number, people: number): number {
  return Math.max(1, Math.ceil(share * people - 1e-9));
}

/** The voices of the latest decision in session that reaches an audience. */
function lastDecision(voices: readonly Voice[], audience: Audience): readonly Voice[] {
  const decided = voices.filter((voice) => voice.isByGroup && covers(voice.audience, audience));
  const last = Math.max(...decided.map((voice) => voice.order));
  return decided.filter((voice) => voice.order === last);
}

/** Nobody who agreed in session has gone back on it since. */
function isKept(decision: readonly Voice[], stances: ReadonlyMap<ParticipantId, Stance>): boolean {
  const agreed = decision.filter((voice) => voice.stance === "agree");
  return (
    agreed.length > 0 &&
    agreed.every((voice) => ["agree", "abstain"].includes(stances.get(voice.participant) ?? ""))
  );
}
