// `status`: where each section stands, and who has answered what they were last sent.
import type { GroupId, ParticipantId } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { explain } from "./explain.ts";
import { gatherFacts, type Gathered } from "./gather.ts";
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

export interface StudyStatus {
  /** The latest edition of the first group that has one. */
  readonly edition: string | null;
  /** The latest edition of each group that has one, in the order of the study. */
  readonly editions: readonly { readonly group: GroupId; readonly edition: string }[];
  readonly sections: readonly SectionState[];
  readonly participants: readonly ParticipantStatus[];
}

export async function statusOf(study: Study): Promise<StudyStatus> {
  const gathered = await gatherFacts(study);
  const latest = await latestEditions(study.ledger.db);
  const editions = study.settings.groups.flatMap(({ id: group }) => {
    const edition = latest.get(group);
    return edition === undefined ? [] : [{ group, edition }];
  });
  const sections: SectionState[] = [];
  for (const state of gathered.sections.map(stateOf)) sections.push({ ...state, reasons: explain(state) });
  const edition = editions[0]?.edition ?? null;
  return { edition, editions, sections, participants: await participantStatus(study, gathered) };
}

async function participantStatus(study: Study, gathered: Gathered): Promise<ParticipantStatus[]> {
  const { copies, answers } = await copiesAndAnswers(study.ledger.db);
  const lastSent = new Set([...gathered.sent.values()].map(({ id }) => id));
  const answered = new Set(answers.map(({ edition, participant }) => `${edition} ${participant}`));
  // One person alone is the whole group: what they decide in session is a voice of their own.
  const isAlone = study.settings.kind === "individual";
  for (const { grp, section, fingerprint, participant, isByGroup, at } of gathered.voices) {
    const edition = gathered.sent.get(grp);
    if (edition === undefined || (isByGroup && !isAlone)) continue;
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
