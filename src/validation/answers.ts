// Who says what, from what was typed and from who was present: one by one, or in session.
import type { GroupId, ParticipantId } from "../kernel/ids.ts";
import { isDay } from "../study/day.ts";
import { participantsOf, type Audience, type Session, type Settings } from "../study/settings.ts";
import type { Expression, Means, Subject } from "./facts.ts";
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
  /** Persons who were asked what they think, and decide nothing. */
  readonly consulted: readonly string[];
  /** Nothing is said of how far the words may go when none is named. */
  readonly audience: Audience | undefined;
  /** Nothing is said of the words. */
  readonly isOnlyAudience: boolean;
  /** In writing for persons and in session for the group when none is named. */
  readonly means: Means | undefined;
  /** The days on which the words were read aloud: that of the session, or today, when none is named. */
  readonly sittings: readonly string[];
  /** What the group lets stand beside the words, of those who oppose them. */
  readonly note: string | undefined;
}

export interface Answers {
  readonly stances: ReadonlyMap<ParticipantId, Expression>;
  readonly isByGroup: boolean;
  readonly session: Session | undefined;
  readonly about: Subject;
  /** The group when nothing is said of how far the words may go. */
  readonly audience: Audience;
  readonly means: Means;
  readonly sittings: readonly string[];
  readonly note: string | undefined;
}

/** Refuses people and sessions that are not of the study, and answers that cannot both be. `today`: a day. */
export function readAnswers(settings: Settings, request: ValidateRequest, today: string): Answers {
  const { by, against, abstain, consulted, isByGroup } = request;
  if (isByGroup && by.length > 0) throw refuse("validate.both-ways", {});
  if (!isByGroup && by.length + against.length + abstain.length + consulted.length === 0)
    throw refuse("validate.who-missing", {});
  const session = request.session === undefined ? undefined : findSession(settings, request.session);
  if (isByGroup && session === undefined) throw refuse("validate.session-missing", {});
  const asked = settings.participants.filter(({ role }) => role === "participant");
  const stances = new Map<ParticipantId, Expression>();
  const answer = (typed: readonly string[], stance: Expression, among: Settings["participants"]): void => {
    for (const person of new Set(typed)) {
      const id = findPerson(among, person);
      if (stances.has(id)) throw refuse("validate.two-answers", { person });
      stances.set(id, stance);
    }
  };
  answer(by, "agree", asked);
  answer(against, "against", asked);
  answer(abstain, "abstain", asked);
  // Whoever was in the room may have been asked what they think.
  answer(consulted, "consulted", settings.participants);
  const note = readNote(request);
  // A note alone lets an opposition stand: it turns nobody's answer into an agreement.
  const isOnlyNote = note !== undefined && against.length + abstain.length === 0;
  return {
    stances: isByGroup && session && !isOnlyNote ? inSession(settings, session, stances) : stances,
    ...{ isByGroup, session, note },
    ...readSubject(request),
    ...readMeans(request, session?.date ?? today, today),
  };
}

function readNote({ note, isByGroup }: ValidateRequest): string | undefined {
  if (note === undefined) return undefined;
  if (!isByGroup) throw refuse("validate.note-needs-group", {});
  if (note.trim() === "") throw refuse("validate.note-empty", {});
  return note.trim();
}

/** What the answers decide. How far is decided only when an audience is named. */
function readSubject(request: ValidateRequest): Pick<Answers, "about" | "audience"> {
  const { audience, isOnlyAudience, against, abstain } = request;
  if (audience === undefined) {
    if (isOnlyAudience) throw refuse("validate.audience-missing", {});
    return { about: "words", audience: "group" };
  }
  // What the words may be read by the group is said of the words themselves.
  if (isOnlyAudience && audience === "group" && against.length + abstain.length > 0)
    throw refuse("validate.group-is-words", {});
  return { about: isOnlyAudience ? "audience" : "both", audience };
}

function readMeans(
  { means, sittings, isByGroup }: ValidateRequest,
  usual: string,
  today: string,
): Pick<Answers, "means" | "sittings"> {
  if (sittings.length === 0) {
    const given = means ?? (isByGroup ? "session" : "written");
    return { means: given, sittings: given === "read-aloud" ? [usual] : [] };
  }
  if (means !== undefined && means !== "read-aloud") throw refuse("validate.sittings-means", {});
  for (const [index, day] of sittings.entries()) {
    if (!isDay(day)) throw refuse("validate.bad-day", { value: day });
    if (day > today) throw refuse("validate.day-to-come", { value: day });
    if (index > 0 && day <= (sittings[index - 1] ?? "")) throw refuse("validate.days-order", { value: day });
  }
  return { means: "read-aloud", sittings };
}

/** Those present agree, but for those who are said to oppose, to abstain, or to have been consulted. */
function inSession(
  settings: Settings,
  session: Session,
  stances: ReadonlyMap<ParticipantId, Expression>,
): Map<ParticipantId, Expression> {
  const ofGroup = new Set(participantsOf(settings, session.group).map(({ id }) => id));
  const present = session.present.filter((id) => ofGroup.has(id));
  if (present.length === 0) throw refuse("validate.nobody-present", { session: session.id });
  const consulted = [...stances].filter(([, stance]) => stance === "consulted");
  for (const [person, stance] of stances)
    if (stance !== "consulted" && !present.includes(person))
      throw refuse("validate.not-present", { person, session: session.id, present: present.join(", ") });
  return new Map([...present.map((id) => [id, stances.get(id) ?? "agree"] as const), ...consulted]);
}

function findSession({ sessions }: Settings, typed: string): Session {
  const session = sessions.find(({ id }) => id === typed);
  if (session === undefined) {
    const known = sessions.map(({ id }) => id).join(", ");
    throw refuse("validate.unknown-session", { session: typed, known });
  }
  return session;
}

function findPerson(among: Settings["participants"], typed: string): ParticipantId {
  const person = among.find(({ id }) => id === typed);
  if (person === undefined)
    throw refuse("validate.unknown-person", {
      ...{ person: typed, known: among.map(({ id }) => id).join(", ") },
    });
  return person.id;
}

export function isOfGroup(settings: Settings, person: ParticipantId, group: GroupId): boolean {
  return participantsOf(settings, group).some(({ id }) => id === person);
}
