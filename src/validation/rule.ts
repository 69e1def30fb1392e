// Whether a group has agreed, by the rule of the section, to its words and to how far they may
// go: two decisions, neither of which implies the other. Silence is never agreement; a person
// who has corrected the section since they spoke is silent again.
import type { ParticipantId } from "../kernel/ids.ts";
import { audiences, covers, type Audience } from "../study/settings.ts";
import type { AgreedWords, Asked, CorrectionFact, Electorate, RecordedRule, Stance, Voice } from "./facts.ts";
import { stancesFor, standingVoices } from "./stance.ts";

export interface Verdict {
  readonly holds: boolean;
  /** The people asked (who the rule asks, and whoever is quoted) by what they said. */
  readonly agreed: readonly ParticipantId[];
  /** With those who oppose and are no longer, or never were, of the group. */
  readonly against: readonly ParticipantId[];
  readonly abstained: readonly ParticipantId[];
  readonly silent: readonly ParticipantId[];
  /** Those who agree or abstain without being asked: it is heard, and counts for nothing. */
  readonly unasked: readonly ParticipantId[];
  /** Those of the silent who had spoken and have corrected the section since. */
  readonly corrected: readonly ParticipantId[];
  /** Quoted people who have not agreed, when the study wants them to. */
  readonly quotedMissing: readonly ParticipantId[];
  /** Quoted turns of which nobody can say whose they are, then. */
  readonly unknownTurns: readonly string[];
  /** How many of those that the rule asks agree, and how many must; undefined when that is not counted. */
  readonly agreeing: number;
  readonly needed: number | undefined;
  /** Under the rule of the session: no decision in session reaches this audience. */
  readonly isSessionMissing: boolean;
  /** The rule of today holds, that under which people were last asked does not. */
  readonly isRuleChanged: boolean;
}

type Spoken = Pick<AgreedWords, "voices" | "quoted" | "unknownTurns" | "note">;

const nobody = { quoted: [], unknownTurns: [] };

/**
 * Judges one wording for one audience: the words for the group, where they may then circulate
 * and no further; for a wider one, how far they may go, and the words as well.
 */
export function judge(
  words: Spoken,
  corrections: readonly CorrectionFact[],
  electorate: Electorate,
  audience: Audience,
): Verdict {
  const verdict = judgeDecision(words, corrections, electorate, audience);
  if (audience === "group" || !verdict.holds) return verdict;
  return { ...verdict, holds: judgeDecision(words, corrections, electorate, "group").holds };
}

/** One of the two decisions. A rule changed since people spoke decides nothing until they are asked under it. */
function judgeDecision(
  words: Spoken,
  corrections: readonly CorrectionFact[],
  electorate: Electorate,
  audience: Audience,
): Verdict {
  const verdict = judgeUnder(words, corrections, electorate, audience);
  if (!verdict.holds) return verdict;
  const isRuleChanged = rulesAsked(words.voices, audience).some((then) => {
    const quoted = [...new Set([...words.quoted, ...then.quoted])];
    return !judgeUnder({ ...words, quoted }, corrections, then, audience).holds;
  });
  return isRuleChanged ? { ...verdict, holds: false, isRuleChanged } : verdict;
}

/**
 * The rules under which a decision was asked: that of the latest agreement, by someone whom it then counted,
 * that reaches the audience, and of whatever was said since. An opposition alone settles no change of rule.
 */
function rulesAsked(voices: readonly Voice[], audience: Audience): readonly RecordedRule[] {
  const other = audience === "group" ? "audience" : "words";
  const said = voices.filter((voice) => voice.about !== other);
  const settling = said.filter(
    ({ stance, audience: given, under, participant, uncounted }) =>
      stance === "agree" &&
      uncounted === undefined &&
      covers(given, audience) &&
      under !== undefined &&
      deciders(under).includes(participant),
  );
  const last = Math.max(...settling.map(({ order }) => order));
  return [...new Set(said.flatMap(({ order, under }) => (order >= last && under ? [under] : [])))];
}

function judgeUnder(
  words: Spoken,
  corrections: readonly CorrectionFact[],
  electorate: Asked,
  audience: Audience,
): Verdict {
  const { rule } = electorate;
  const deciding = deciders(electorate);
  const standing = standingVoices(words.voices, corrections);
  const stances = stancesFor(standing, audience);
  const { quoted, unknownTurns } = electorate.quotedMustAgree ? words : nobody;
  const asked = [...new Set([...deciding, ...quoted])];
  const having = (people: Iterable<ParticipantId>, stance: Stance): ParticipantId[] =>
    [...people].filter((each) => stances.get(each) === stance);
  const against = having(new Set([...asked, ...stances.keys()]), "against");
  const silent = asked.filter((each) => !stances.has(each));
  const spoke = new Set(words.voices.map((voice) => voice.participant));
  const heard = new Set(standing.map((voice) => voice.participant));
  const quotedMissing = quoted.filter((each) => stances.get(each) !== "agree");
  const agreeing = having(deciding, "agree").length;
  const needed = Math.max(
    electorate.minimum,
    rule.kind === "quorum" ? quorumOf(rule.share, deciding.length) : 1,
  );
  const decision = rule.kind === "group-session" ? lastDecision(words.voices, audience) : [];
  return {
    holds: agreeing >= needed && quotedMissing.length + unknownTurns.length === 0 && isMet(),
    agreed: having(asked, "agree"),
    against,
    abstained: having(asked, "abstain"),
    silent,
    unasked: [...stances.keys()].filter((each) => !asked.includes(each) && !against.includes(each)),
    corrected: silent.filter((each) => spoke.has(each) && !heard.has(each)),
    quotedMissing,
    unknownTurns,
    agreeing,
    needed: rule.kind === "quorum" || electorate.minimum > 1 ? needed : undefined,
    isSessionMissing: rule.kind === "group-session" && decision.length === 0,
    isRuleChanged: false,
  };

  function isMet(): boolean {
    switch (rule.kind) {
      case "unanimity":
        return agreeing === deciding.length && against.length === 0;
      case "quorum":
        return true;
      case "delegates":
        return agreeing === deciding.length;
      case "group-session":
        return against.every(standsBeside) && isKept(decision, stances);
    }
  }

  /** The group knew of the opposition to its words when it decided to let it stand beside them. */
  function standsBeside(person: ParticipantId): boolean {
    const { note } = words;
    if (note === undefined || audience !== "group") return false;
    return standing.every((voice) => voice.participant !== person || voice.order <= note.order);
  }
}

/** Those whose agreement the rule counts. */
export function deciders({ rule, participants }: Asked): readonly ParticipantId[] {
  return rule.kind === "delegates" ? [...new Set(rule.people)] : participants;
}

/** The widest audience for which the rule holds, as it does for every narrower one; undefined when it holds for none. */
export function widestAudience(
  words: Spoken,
  corrections: readonly CorrectionFact[],
  electorate: Electorate,
): Audience | undefined {
  let widest: Audience | undefined;
  for (const audience of audiences) {
    if (!judge(words, corrections, electorate, audience).holds) break;
    widest = audience;
  }
  return widest;
}

/** True when the rule held at some moment, whatever was said or corrected later. */
export function hasEverHeld(words: Spoken, electorate: Electorate): boolean {
  const moments = new Set([...words.voices, ...(words.note ? [words.note] : [])].map(({ order }) => order));
  return [...moments].some((moment) => {
    const isSaid = ({ order }: { readonly order: number }): boolean => order <= moment;
    const note = words.note && isSaid(words.note) ? words.note : undefined;
    return judge({ ...words, voices: words.voices.filter(isSaid), note }, [], electorate, "group").holds;
  });
}

/** Shares are written in decimals: 0.7 of 10 people is 7, whatever the machine makes of 0.7 × 10. */
function quorumOf(share: number, people: number): number {
  return Math.max(1, Math.ceil(share * people - 1e-9));
}

/** The voices of the latest decision in session on the words, or on how far they may go. */
function lastDecision(voices: readonly Voice[], audience: Audience): readonly Voice[] {
  const decided = voices.filter(
    (voice) =>
      voice.isByGroup &&
      (audience === "group"
        ? voice.about !== "audience"
        : voice.about !== "words" && covers(voice.audience, audience)),
  );
  const last = Math.max(...decided.map((voice) => voice.order));
  return decided.filter((voice) => voice.order === last);
}

/**
 * Nobody who agreed in session has gone back on it since, be it to abstain. One that counted people who were not there
 * is to be recorded again, unless they have agreed by themselves.
 */
function isKept(decision: readonly Voice[], stances: ReadonlyMap<ParticipantId, Stance>): boolean {
  const agreed = decision.filter((voice) => voice.stance === "agree");
  const isByAnyone = agreed.some(({ uncounted }) => uncounted === undefined);
  return isByAnyone && agreed.every((voice) => stances.get(voice.participant) === "agree");
}
