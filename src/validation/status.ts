// `status`: where each section stands, and who has answered what they were last sent.
import type { ParticipantId } from "../kernel/ids.ts";
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
  readonly sections: readonly SectionState[];
  readonly participants: readonly ParticipantStatus[];
}

export async function statusOf(study: Study): Promise<StudyStatus> {
  const gathered = await gatherFacts(study);
  const editions = await latestEditions(study.ledger.db);
  const sections: SectionState[] = [];
  for (const state of gathered.sections.map(stateOf)) sections.push({ ...state, reasons: explain(state) });
  const edition = study.settings.groups.flatMap(({ id }) => editions.get(id) ?? [])[0] ?? null;
  return { edition, sections, participants: await participantStatus(study, gathered) };
}

async function participantStatus(study: Study, gathered: Gathered): Promise<ParticipantStatus[]> {
  const { copies, answers } = await copiesAndAnswers(study.ledger.db);
  const lastSent = new Set([...gathered.sent.values()].map(({ id }) => id));
  const answered = new Set(answers.map(({ edition, participant }) => `${edition} ${participant}`));
  for (const { grp, section, fingerprint, participant, isByGroup } of gathered.voices) {
    const edition = gathered.sent.get(grp);
    if (!isByGroup && edition?.sections.get(section)?.fingerprint === fingerprint)
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
