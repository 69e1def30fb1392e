// Who says what, from what was typed and from who was present: one by one, or in session.
import type { GroupId, ParticipantId } from "../kernel/ids.ts";
import { participantsOf, type Audience, type Session, type Settings } from "../study/settings.ts";
import type { Means, Stance } from "./facts.ts";
import { refuse } from "./messages.ts";

export interface ValidateRequest {
  /** `peur`, or `g2/peur`. */
  readonly sections: readonly string[];
  /** Persons who agree, one by one, to what they were sent. */
  readonly by: readonly string[];
  /** The group decides in session, on the words of the document. */
  readonly isByGroup: boolean;
  readonly session: string | undefined;
  readonly against: readonly string[];
  readonly abstain: readonly string[];
  /** The study's own when none is named. */
  readonly audience: Audience | undefined;
  /** In writing for persons and in session for the group when none is named. */
  readonly means: Means | undefined;
}

export interface Answers {
  readonly stances: ReadonlyMap<ParticipantId, Stance>;
  readonly isByGroup: boolean;
  readonly session: Session | undefined;
  readonly audience: Audience;
  readonly means: Means;
}

/** Refuses people and sessions that are not of the study, and answers that cannot both be. */
export function readAnswers(settings: Settings, request: ValidateRequest): Answers {
  const { by, against, abstain, isByGroup } = request;
  if (isByGroup && by.length > 0) throw refuse("validate.both-ways", {});
  if (!isByGroup && by.length + against.length + abstain.length === 0)
    throw refuse("validate.who-missing", {});
  const session = request.session === undefined ? undefined : findSession(settings, request.session);
  if (isByGroup && session === undefined) throw refuse("validate.session-missing", {});
  const stances = new Map<ParticipantId, Stance>();
  const answer = (typed: readonly string[], stance: Stance): void => {
    for (const person of new Set(typed)) {
      const id = findPerson(settings, person);
      if (stances.has(id)) throw refuse("validate.two-answers", { person });
      stances.set(id, stance);
    }
  };
  answer(by, "agree");
  answer(against, "against");
  answer(abstain, "abstain");
  return {
    stances: isByGroup && session ? inSession(settings, session, stances) : stances,
    isByGroup,
    session,
    audience: request.audience ?? settings.audience,
    means: request.means ?? (isByGroup ? "session" : "written"),
  };
}

/** Those present agree, but for those who are said to oppose or abstain. */
function inSession(
  settings: Settings,
  session: Session,
  stances: ReadonlyMap<ParticipantId, Stance>,
): Map<ParticipantId, Stance> {
  const ofGroup = new Set(participantsOf(settings, session.group).map(({ id }) => id));
  const present = session.present.filter((id) => ofGroup.has(id));
  if (present.length === 0) throw refuse("validate.nobody-present", { session: session.id });
  for (const person of stances.keys())
    if (!present.includes(person))
      throw refuse("validate.not-present", { person, session: session.id, present: present.join(", ") });
  return new Map(present.map((id) => [id, stances.get(id) ?? "agree"]));
}

function findSession({ sessions }: Settings, typed: string): Session {
  const session = sessions.find(({ id }) => id === typed);
  if (session === undefined) {
    const known = sessions.map(({ id }) => id).join(", ");
    throw refuse("validate.unknown-session", { session: typed, known });
  }
  return session;
}

function findPerson(settings: Settings, typed: string): ParticipantId {
  const asked = settings.participants.filter(({ role }) => role === "participant").map(({ id }) => id);
  const person = asked.find((id) => id === typed);
  if (person === undefined)
    throw refuse("validate.unknown-person", { person: typed, known: asked.join(", ") });
  return person;
}

export function isOfGroup(settings: Settings, person: ParticipantId, group: GroupId): boolean {
  return participantsOf(settings, group).some(({ id }) => id === person);
}
