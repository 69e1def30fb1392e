// Adds a group, a person or a session to retour.yaml, which keeps its comments and layout.
import { isDeepStrictEqual } from "node:util";
import { DiagnosedError, type Diagnostic } from "../kernel/diagnostic.ts";
import { decodeUtf8, readBytes } from "../kernel/files.ts";
import { asGroupId, asParticipantId, asSessionId, nextId } from "../kernel/ids.ts";
import type { GroupId, ParticipantId } from "../kernel/ids.ts";
import { isDay } from "./day.ts";
import { appendItem, type ListName, type NewItem } from "./edit-settings.ts";
import { SETTINGS_FILE } from "./folder.ts";
import { refuse } from "./messages.ts";
import type { Study } from "./open.ts";
import { parseSettings } from "./parse-settings.ts";
import { refusePseudonymTaken } from "./people.ts";
import { participantsOf } from "./settings.ts";
import type { Capture, Group, Participant, Role, Session, Settings } from "./settings.ts";

export interface Added<T> {
  readonly added: T;
  /** Warnings about the settings as they are now. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A group of people who meet. The next id of the series `g1`, `g2`… when none is given. */
export async function addGroup(
  study: Study,
  given: { id?: string | undefined; title: string },
): Promise<Added<Group>> {
  const ids = study.settings.groups.map((each) => each.id);
  const id = freeId(given.id ?? nextId("g", ids, 1), ids, asGroupId, "g2");
  const added = { id, title: words("title", given.title) };
  return append(study, "groups", added, added);
}

/** A person. Without `groups`: the study's only group; a tiers or a guest may have none. */
export async function addParticipant(
  study: Study,
  given: {
    id?: string | undefined;
    groups: readonly string[];
    role: Role;
    pseudonym: string;
    description?: string | undefined;
    organisation?: string | undefined;
  },
): Promise<Added<Participant>> {
  const { settings } = study;
  const ids = settings.participants.map((each) => each.id);
  const series = given.role === "tiers" ? "T" : "P";
  const id = freeId(given.id ?? nextId(series, ids, 2), ids, asParticipantId, "P07");
  const description = given.description === undefined ? "" : words("description", given.description);
  if (description === "" && settings.attribution === "description" && given.role !== "guest")
    throw refuse("add.no-description", { id });
  refusePseudonymTaken(settings, given.pseudonym, []);
  const added = {
    id,
    groups: groupsFor(settings, given.groups, given.role),
    role: given.role,
    pseudonym: words("pseudonym", given.pseudonym),
    description,
    organisation: given.organisation === undefined ? undefined : words("organisation", given.organisation),
  };
  return append(study, "participants", added, {
    id,
    group: added.groups.length > 1 ? added.groups : added.groups[0],
    role: added.role === "participant" ? undefined : added.role,
    pseudonym: added.pseudonym,
    description: description === "" ? undefined : description,
    organisation: added.organisation,
  });
}

/** A session. `date` is `2026-01-15`; without `present`, all participants of the group. */
export async function addSession(
  study: Study,
  given: {
    id?: string | undefined;
    date: string;
    group?: string | undefined;
    present?: readonly string[] | undefined;
    capture: Capture;
    guests?: string | undefined;
  },
): Promise<Added<Session>> {
  const { settings } = study;
  const ids = settings.sessions.map((each) => each.id);
  const id = freeId(given.id ?? nextId("s", ids, 2), ids, asSessionId, "s02");
  if (!isDay(given.date)) throw refuse("add.bad-date", { value: given.date });
  const group = given.group === undefined ? onlyGroup(settings) : knownGroup(settings, given.group);
  const present = given.present?.map((each) => knownPerson(settings, each));
  const added = {
    id,
    date: given.date,
    group,
    present: [...new Set(present ?? participantsOf(settings, group).map((each) => each.id))],
    capture: given.capture,
    guests: given.guests === undefined ? undefined : words("guests", given.guests),
  };
  return append(study, "sessions", added, added);
}

/** Splices the item in, and makes sure before writing that the settings then say just that much more. */
async function append<T>(study: Study, list: ListName, added: T, item: NewItem): Promise<Added<T>> {
  const bytes = readBytes(study.path(SETTINGS_FILE));
  const text = decodeUtf8(bytes, SETTINGS_FILE);
  const before = parseSettings(text, SETTINGS_FILE);
  if (before.settings === undefined) throw new DiagnosedError(before.diagnostics);
  const edited = appendItem(text, list, item);
  const after = parseSettings(edited, SETTINGS_FILE);
  const expected = { ...before.settings, [list]: [...before.settings[list], added] };
  if (!isDeepStrictEqual(after.settings, expected)) throw refuse("settings.edit-by-hand", { list });
  const mark = bytes[0] === 0xef ? "\uFEFF" : "";
  await study.ledger.write((change) => {
    change.writeFile(SETTINGS_FILE, mark + edited, bytes);
    return Promise.resolve();
  });
  return { added, diagnostics: after.diagnostics };
}

function freeId<Id extends string>(
  given: string,
  taken: readonly string[],
  as: (text: string) => Id | undefined,
  example: string,
): Id {
  const id = as(given);
  if (id === undefined) throw refuse("add.bad-id", { id: given, example });
  if (taken.includes(id)) throw refuse("add.id-taken", { id });
  return id;
}

/** A text on one line; a value that says nothing is refused. */
function words(key: string, given: string): string {
  const text = given.trim().replace(/\s*[\r\n]\s*/g, " ");
  if (text === "") throw refuse("add.empty", { option: `--${key}` });
  return text;
}

function groupsFor(settings: Settings, given: readonly string[], role: Role): GroupId[] {
  if (given.length > 0) return [...new Set(given.map((each) => knownGroup(settings, each)))];
  return role === "participant" || settings.groups.length === 1 ? [onlyGroup(settings)] : [];
}

function onlyGroup({ groups }: Settings): GroupId {
  const [first, second] = groups;
  if (first === undefined) throw refuse("add.no-group", {});
  if (second !== undefined)
    throw refuse("add.choose-group", { known: groups.map((each) => each.id).join(", ") });
  return first.id;
}

function knownGroup({ groups }: Settings, given: string): GroupId {
  const found = groups.find((each) => each.id === given);
  if (found) return found.id;
  throw refuse("add.unknown-group", { id: given, known: groups.map((each) => each.id).join(", ") });
}

function knownPerson({ participants }: Settings, given: string): ParticipantId {
  const found = participants.find((each) => each.id === given);
  if (found) return found.id;
  const known = participants.map((each) => each.id).join(", ");
  throw refuse("add.unknown-participant", { id: given, known });
}
