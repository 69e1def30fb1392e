// `status`: where each section stands, and who has answered what they were last sent.
import { asParticipantId, type GroupId, type ParticipantId } from "../kernel/ids.ts";
import { timestamp, type World } from "../kernel/world.ts";
import type { Study } from "../study/open.ts";
import { covers, type Audience } from "../study/settings.ts";
import { askAgain, type AskAgain } from "./ask-again.ts";
import { explain } from "./explain.ts";
import type { SectionFacts } from "./facts.ts";
import { gatherFacts, type Gathered } from "./gather.ts";
import { notReached, opposedAudience } from "./reach.ts";
import { noLongerPresent } from "./presence.ts";
import type { Reason } from "./reason.ts";
import { stateOf, type SectionState } from "./state.ts";
import { copiesAndAnswers, latestEditions } from "./store.ts";

export interface ParticipantStatus {
  readonly id: ParticipantId;
  readonly pseudonym: string;
  /** How many editions the person was sent. */
  readonly copies: number;
  /** True when they have answered, by a return or a voice of their own, what they were last sent. */
  readonly answered: boolean;
}

export interface SectionStatus extends SectionState {
  /** True when the section has a rule of its own, other than the study's. */
  readonly hasOwnRule: boolean;
  readonly askAgain: readonly AskAgain[];
}

export interface StudyStatus {
  /** The latest edition of the first group that has one. */
  readonly edition: string | null;
  /** The latest edition of each group that has one, in the order of the study. */
  readonly editions: readonly { readonly group: GroupId; readonly edition: string }[];
  readonly sections: readonly SectionStatus[];
  readonly participants: readonly ParticipantStatus[];
}

export async function statusOf(study: Study, world: Pick<World, "now">): Promise<StudyStatus> {
  const gathered = await gatherFacts(study);
  const latest = await latestEditions(study.ledger.db);
  const editions = study.settings.groups.flatMap(({ id: group }) => {
    const edition = latest.get(group);
    return edition === undefined ? [] : [{ group, edition }];
  });
  const known = await copiesAndAnswers(study.ledger.db);
  const today = timestamp(world).slice(0, 10);
  const sections = gathered.sections.map((facts) => sectionStatus(study, facts, gathered, known, today));
  const edition = editions[0]?.edition ?? null;
  return { edition, editions, sections, participants: participantStatus(study, gathered, known) };
}

type CopiesAndAnswers = Awaited<ReturnType<typeof copiesAndAnswers>>;

function sectionStatus(
  { settings }: Study,
  facts: SectionFacts,
  gathered: Gathered,
  { copies }: CopiesAndAnswers,
  today: string,
): SectionStatus {
  const state = stateOf(facts);
  const { rule, minimum, quotedMustAgree } = settings.validation;
  const own = state.electorate;
  const edition = gathered.sent.get(facts.group)?.id;
  const sent = new Map<ParticipantId, string>();
  for (const copy of copies.filter((each) => each.edition === edition)) {
    const person = asParticipantId(copy.participant);
    if (person !== undefined) sent.set(person, copy.sent);
  }
  return {
    ...state,
    reasons: [
      ...explain(state),
      ...(state.state === "validated" ? noLongerPresent(facts.present.voices) : []),
      ...audienceReasons(facts, state, settings.audience),
    ],
    hasOwnRule:
      own.minimum !== minimum ||
      own.quotedMustAgree !== quotedMustAgree ||
      JSON.stringify(own.rule) !== JSON.stringify(rule),
    askAgain: askAgain(facts, state, sent, today),
  };
}

/** Of words that are validated: why they do not go as far as the study means to, and who opposes that. */
function audienceReasons(facts: SectionFacts, { audience }: SectionState, aim: Audience): Reason[] {
  if (audience === null) return [];
  const isReached = covers(audience, aim);
  const wanted = isReached ? audience : aim;
  if (wanted === "group") return [];
  return [...(isReached ? [] : notReached(facts, wanted)), ...opposedAudience(facts, wanted)];
}

function participantStatus(
  study: Study,
  gathered: Gathered,
  { copies, answers }: CopiesAndAnswers,
): ParticipantStatus[] {
  const lastSent = new Set([...gathered.sent.values()].map(({ id }) => id));
  const answered = new Set(answers.map(({ edition, participant }) => `${edition} ${participant}`));
  // One person alone is the whole group: what they decide in session is a voice of their own.
  const isAlone = study.settings.kind === "individual";
  for (const { grp, section, fingerprint, participant, stance, isByGroup, at } of gathered.voices) {
    const edition = gathered.sent.get(grp);
    if (edition === undefined || stance === "consulted" || (isByGroup && !isAlone)) continue;
    if (at >= edition.at || edition.sections.get(section)?.fingerprint === fingerprint)
      answered.add(`${edition.id} ${participant}`);
  }
  return study.settings.participants
    .filter(({ role }) => role === "participant")
    .map(({ id, pseudonym }) => {
      const own = copies.filter(({ participant }) => participant === id);
      const last = own.filter(({ edition }) => lastSent.has(edition));
      const isAnswered = last.length > 0 && last.every(({ edition }) => answered.has(`${edition} ${id}`));
      return { id, pseudonym, copies: own.length, answered: isAnswered };
    });
}
