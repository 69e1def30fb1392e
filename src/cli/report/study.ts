// What the study's verbs print: lists, and what was added or made.
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { shown } from "../../kernel/shown.ts";
import type { Added } from "../../study/add.ts";
import type { NewStudy } from "../../study/init.ts";
import {
  participantsOf,
  type Group,
  type Participant,
  type Session,
  type Settings,
} from "../../study/settings.ts";
import type { Context, Outcome } from "../run.ts";
import { table } from "./table.ts";

export function reportNewStudy(
  { say }: Context,
  { folder, files, diagnostics }: NewStudy,
  vault: Settings["vault"],
): Outcome {
  const lines = [
    say("init.done", { folder }),
    ...files.map((file) => `  ${file}`),
    say("init.next", {}),
    ...(vault === "kept" ? [say("init.vault", {})] : []),
  ];
  return { json: { folder, files }, text: shown(lines.join("\n")), diagnostics };
}

export function reportGroup({ say }: Context, { added, diagnostics }: Added<Group>): Outcome {
  return { json: { group: added }, text: shown(say("group.added", added)), diagnostics };
}

/** `isNameKept`: a real name was given with it, for the vault. */
export function reportParticipant(
  { say }: Context,
  { added, diagnostics }: Added<Participant>,
  isNameKept: boolean,
): Outcome {
  const { id, pseudonym, groups } = added;
  const lines = [
    say("participant.added", { id, pseudonym, groups: groups.join(", ") }),
    ...(isNameKept ? [say("participant.name-kept", {})] : []),
  ];
  return { json: { participant: participantJson(added) }, text: shown(lines.join("\n")), diagnostics };
}

/** `isAssumed`: nobody said who was there, so that everybody is noted. */
export function reportSession(
  { say }: Context,
  { added, diagnostics }: Added<Session>,
  { participants }: Settings,
  isAssumed: boolean,
): Outcome {
  const people = participants
    .filter(({ id }) => added.present.includes(id))
    .map(({ id, pseudonym }) => `${id} ${pseudonym}`)
    .join(", ");
  const lines = [
    say("session.added", added),
    people === "" ? say("session.nobody", {}) : say("session.present", { people }),
    ...(isAssumed && people !== "" ? [say("session.correct", {})] : []),
  ];
  return { json: { session: sessionJson(added) }, text: shown(lines.join("\n")), diagnostics };
}

export function listGroups(
  context: Context,
  settings: Settings,
  diagnostics: readonly Diagnostic[],
): Outcome {
  const { say, paint } = context;
  const groups = settings.groups.map((group) => ({
    ...group,
    participants: participantsOf(settings, group.id).map(({ id }) => id),
  }));
  const headings = [say("heading.id", {}), say("heading.title", {}), say("heading.participants", {})];
  const rows = groups.map(({ id, title, participants }) => [id, title, participants.join(", ")]);
  const text = rows.length === 0 ? say("group.none", {}) : table(headings, rows, paint);
  return { json: { groups }, text, diagnostics };
}

export function listParticipants(
  { say, paint }: Context,
  { participants }: Settings,
  diagnostics: readonly Diagnostic[],
): Outcome {
  const headings = [
    say("heading.id", {}),
    say("heading.pseudonym", {}),
    say("heading.group", {}),
    say("heading.role", {}),
    say("heading.description", {}),
    say("heading.organisation", {}),
  ];
  const rows = participants.map((person) => [
    person.id,
    person.pseudonym,
    person.groups.join(", "),
    say(`role.${person.role}`, {}),
    person.description,
    person.organisation ?? "",
  ]);
  const text = rows.length === 0 ? say("participant.none", {}) : table(headings, rows, paint);
  return { json: { participants: participants.map(participantJson) }, text, diagnostics };
}

export function listSessions(
  { say, paint }: Context,
  { sessions }: Settings,
  diagnostics: readonly Diagnostic[],
): Outcome {
  const headings = [
    say("heading.id", {}),
    say("heading.date", {}),
    say("heading.group", {}),
    say("heading.capture", {}),
    say("heading.present", {}),
    say("heading.guests", {}),
  ];
  const rows = sessions.map((session) => [
    session.id,
    session.date,
    session.group,
    say(`capture.${session.capture}`, {}),
    session.present.join(", "),
    session.guests ?? "",
  ]);
  const text = rows.length === 0 ? say("session.none", {}) : table(headings, rows, paint);
  return { json: { sessions: sessions.map(sessionJson) }, text, diagnostics };
}

function participantJson({ organisation, ...person }: Participant): object {
  return { ...person, organisation: organisation ?? null };
}

function sessionJson({ guests, ...session }: Session): object {
  return { ...session, guests: guests ?? null };
}
