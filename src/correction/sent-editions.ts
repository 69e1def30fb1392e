// The editions that went out, and who could answer them.
import type { EditionId, ParticipantId } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { participantsOf, type Group } from "../study/settings.ts";
import type { FoundIdentity, GivenIdentity } from "./identity.ts";
import { refuse } from "./messages.ts";
import { sentEditions } from "./store.ts";

export interface SentEdition {
  readonly id: EditionId;
  readonly group: Group;
  /** The document as it was frozen. */
  readonly content: string;
}

/** Oldest first; those of a group that the settings no longer have are left out. */
export async function editionsSent(study: Study): Promise<SentEdition[]> {
  const rows = await sentEditions(study.ledger.db);
  return rows.flatMap(({ id, grp, content }) =>
    study.settings.groups.filter((group) => group.id === grp).map((group) => ({ id, group, content })),
  );
}

/** Refuses options that name an edition or a person the study does not know. */
export function checkGiven(
  { settings }: Study,
  { edition, from }: GivenIdentity,
  editions: readonly SentEdition[],
): void {
  const ids = editions.map(({ id }) => String(id));
  if (edition !== undefined && !ids.includes(edition))
    throw refuse("return.unknown-edition", { edition, known: ids.join(", ") });
  const people = settings.participants.map(({ id }) => String(id));
  if (from !== undefined && !people.includes(from))
    throw refuse("return.unknown-participant", { participant: from, known: people.join(", ") });
}

export interface Answer {
  readonly edition: SentEdition;
  readonly participant: ParticipantId;
}

/** The edition and the person an identity names. Refuses what the study does not know. */
export function checkIdentity(
  study: Study,
  file: string,
  { edition: id, participant }: FoundIdentity,
  editions: readonly SentEdition[],
): Answer {
  if (id === undefined || participant === undefined) throw refuse("return.no-identity", { file });
  const edition = editions.find((each) => each.id === id);
  if (edition === undefined)
    throw refuse("return.unknown-edition", {
      edition: id,
      known: editions.map((each) => each.id).join(", "),
    });
  const people = participantsOf(study.settings, edition.group.id).map((person) => person.id);
  if (people.includes(participant)) return { edition, participant };
  throw refuse("return.unknown-participant", { participant, known: people.join(", ") });
}
