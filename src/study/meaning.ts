// What the settings say that cannot be, though each value has its shape.
import { isSeq } from "yaml";
import type { YAMLMap } from "yaml";
import type { Diagnostic, Place } from "../kernel/diagnostic.ts";
import type { GroupId } from "../kernel/ids.ts";
import { foldPhrase } from "../wording/phrases.ts";
import type { Located, LocatedSettings } from "./located.ts";
import { diagnose } from "./messages.ts";
import { nearest } from "./nearest.ts";
import type { Participant, Session } from "./settings.ts";
import type { YamlText } from "./yaml.ts";

export interface Reading {
  readonly placeOf: YamlText["placeOf"];
  /** True when every value has its shape: what is not found is then really not there. */
  readonly isShapely: boolean;
}

/**
 * Ids used twice, people and groups that nobody declared, descriptions that will be missed.
 * Where a mistake of shape hides part of a list, nothing is said to be missing from it.
 */
export function checkMeaning(located: LocatedSettings, reading: Reading): Diagnostic[] {
  const { groups, participants, sessions } = located;
  return [
    ...[groups, participants, sessions].flatMap((list) => idsTwice(list.entries, reading)),
    ...pseudonymsTwice(participants.entries, reading),
    ...participants.entries.flatMap((person) => checkPerson(person, located, reading)),
    ...sessions.entries.flatMap((session) => [
      ...checkGroupOf(session, located, reading),
      ...checkPresent(session, located, reading),
    ]),
  ];
}

function idsTwice(entries: readonly Located<{ readonly id: string }>[], { placeOf }: Reading): Diagnostic[] {
  const first = new Map<string, Place>();
  return entries.flatMap(({ value: { id }, node }) => {
    const place = placeOf(valueAt(node, "id"));
    const other = first.get(id);
    if (other) return [diagnose("settings.id-twice", "error", { id, line: other.line ?? 0 }, place)];
    first.set(id, place);
    return [];
  });
}

/** A transcript calls people by their pseudonyms: one word for two would give one the words of the other. */
function pseudonymsTwice(people: readonly Located<Participant>[], { placeOf }: Reading): Diagnostic[] {
  const first = new Map<string, { other: string; line: number }>();
  return people.flatMap(({ value: { id, pseudonym }, node }) => {
    const place = placeOf(valueAt(node, "pseudonym"));
    const folded = foldPhrase(pseudonym);
    const known = first.get(folded);
    // The same id twice is said already.
    if (known?.other === id) return [];
    if (known) return [diagnose("settings.pseudonym-twice", "error", { id, ...known }, place)];
    if (folded !== "") first.set(folded, { other: id, line: place.line ?? 0 });
    return [];
  });
}

function checkPerson(
  { value: person, node }: Located<Participant>,
  { groups, settings }: LocatedSettings,
  { placeOf, isShapely }: Reading,
): Diagnostic[] {
  const found = person.groups
    .map((id, index) => ({ id, place: placeOf(itemAt(node, "group", index)) }))
    .filter(({ id }) => isUndeclared(id, groups, isShapely))
    .map(({ id, place }) => unknownGroup(id, groups, place));
  if (person.role === "participant" && person.groups.length === 0 && isShapely)
    found.push(diagnose("settings.no-group", "error", { id: person.id }, placeOf(node)));
  const isQuoted = person.role !== "guest" && settings.attribution === "description";
  if (isQuoted && person.description === "" && isShapely)
    found.push(diagnose("settings.no-description", "error", { id: person.id }, placeOf(node)));
  return found;
}

function checkGroupOf(
  { value: { group }, node }: Located<Session>,
  { groups }: LocatedSettings,
  { placeOf, isShapely }: Reading,
): Diagnostic[] {
  return isUndeclared(group, groups, isShapely)
    ? [unknownGroup(group, groups, placeOf(valueAt(node, "group")))]
    : [];
}

function checkPresent(
  { value: session, node }: Located<Session>,
  { participants, groups }: LocatedSettings,
  { placeOf, isShapely }: Reading,
): Diagnostic[] {
  const known = participants.entries.map(({ value }) => value);
  const people = session.present.map((id) => known.find((person) => person.id === id));
  const found = session.present.flatMap((id, index) => {
    const place = placeOf(itemAt(node, "present", index));
    const person = people[index];
    if (person === undefined)
      return participants.isWhole || isShapely ? [unknownPerson(id, known, place)] : [];
    const isStranger = isOutsider(person, session.group) && !isUndeclared(session.group, groups, true);
    const params = { id, session: session.id, group: session.group };
    return isStranger ? [diagnose("settings.not-of-group", "warning", params, place)] : [];
  });
  // A tiers alone with guests: the group was forgotten.
  const hasNobody = people.every((person) => person !== undefined && person.role !== "participant");
  if (people.length > 0 && hasNobody) {
    const place = placeOf(valueAt(node, "present"));
    found.push(diagnose("settings.no-participant-present", "warning", { session: session.id }, place));
  }
  return found;
}

/** The tiers and the guests come to any group's sessions. */
function isOutsider({ role, groups }: Participant, group: GroupId): boolean {
  return role === "participant" && !groups.includes(group);
}

export function isUndeclared(id: GroupId, groups: LocatedSettings["groups"], isShapely: boolean): boolean {
  return (groups.isWhole || isShapely) && !groups.entries.some(({ value }) => value.id === id);
}

export function unknownGroup(id: GroupId, groups: LocatedSettings["groups"], place: Place): Diagnostic {
  const known = groups.entries.map(({ value }) => value.id).join(", ");
  return diagnose("settings.unknown-group", "error", { id, known }, place);
}

export function unknownPerson(id: string, people: readonly Participant[], place: Place): Diagnostic {
  const meant = nearest(
    id,
    people.map((person) => person.id),
  );
  return diagnose("settings.unknown-participant", "error", { id, nearest: meant }, place);
}

export function valueAt(node: YAMLMap, key: string): unknown {
  return node.get(key, true);
}

export function itemAt(node: YAMLMap, key: string, index: number): unknown {
  const value = valueAt(node, key);
  return isSeq(value) ? value.items[index] : value;
}
