// The settings as values, each entry with the node it was read from. What does not have its
// shape is left out: checkShape has said so.
import { isMap, isScalar, isSeq, YAMLMap } from "yaml";
import { asGroupId, asParticipantId, asSessionId } from "../kernel/ids.ts";
import type {
  Attribution,
  Audience,
  Capture,
  Group,
  Participant,
  Role,
  Session,
  Retained,
  SectionAgreement,
  Settings,
  ValidationRule,
} from "./settings.ts";
import { retained } from "./settings.ts";

export interface Located<T> {
  readonly value: T;
  readonly node: YAMLMap;
}

/** The entries of a list that could be read. */
interface Entries<T> {
  readonly entries: readonly Located<T>[];
  /** True when the list is there and no entry of it was left out. */
  readonly isWhole: boolean;
}

export interface LocatedSettings {
  readonly settings: Settings;
  readonly groups: Entries<Group>;
  readonly participants: Entries<Participant>;
  readonly sessions: Entries<Session>;
  readonly sections: Entries<SectionAgreement>;
  /** Empty when the settings have none. */
  readonly validation: YAMLMap;
}

export function locateSettings(map: YAMLMap): LocatedSettings {
  const groups = entriesOf(map, "groups", readGroup);
  const participants = entriesOf(map, "participants", readParticipant);
  const sessions = entriesOf(map, "sessions", readSession);
  const found = map.get("validation");
  const validation = isMap(found) ? found : new YAMLMap();
  const sections = entriesOf(validation, "sections", readSectionAgreement);
  const settings: Settings = {
    title: textOf(map, "title") ?? "",
    language: oneOf(map, "language", ["fr", "en"] as const),
    kind: oneOf(map, "kind", ["collective", "individual"] as const),
    groups: groups.entries.map(({ value }) => value),
    participants: participants.entries.map(({ value }) => value),
    sessions: sessions.entries.map(({ value }) => value),
    validation: {
      rule: readRule(validation.get("rule")),
      silence: oneOf(validation, "silence", ["not-agreement", "ask-again"] as const),
      quotedMustAgree: validation.get("quoted-must-agree") !== false,
      minimum: numberOf(validation, "minimum") ?? 1,
      askAgainAfter: numberOf(validation, "ask-again-after") ?? null,
      sections: sections.entries.map(({ value }) => value),
    },
    audience: oneOf(map, "audience", ["group", "institution", "public"] satisfies [Audience, ...Audience[]]),
    attribution: oneOf(map, "attribution", ["description", "pseudonym", "none"] satisfies [
      Attribution,
      ...Attribution[],
    ]),
    pact: textOf(map, "pact") ?? "",
    vault: oneOf(map, "vault", ["kept", "none"] as const),
    consent: oneOf(map, "consent", ["kept", "elsewhere"] as const),
    retention: readRetention(map.get("retention")),
    indistinct: numberOf(map, "indistinct") ?? 3,
  };
  return { settings, groups, participants, sessions, sections, validation };
}

function readGroup(node: YAMLMap): Group | undefined {
  const id = asGroupId(textOf(node, "id") ?? "");
  return id && { id, title: textOf(node, "title") ?? id };
}

function readParticipant(node: YAMLMap): Participant | undefined {
  const id = asParticipantId(textOf(node, "id") ?? "");
  return (
    id && {
      id,
      groups: textsOf(node, "group").flatMap((each) => asGroupId(each) ?? []),
      role: oneOf(node, "role", ["participant", "tiers", "guest"] satisfies [Role, ...Role[]]),
      pseudonym: textOf(node, "pseudonym") ?? id,
      description: textOf(node, "description") ?? "",
      organisation: textOf(node, "organisation"),
    }
  );
}

function readSession(node: YAMLMap): Session | undefined {
  const id = asSessionId(textOf(node, "id") ?? "");
  const group = asGroupId(textOf(node, "group") ?? "");
  if (!id || !group) return undefined;
  return {
    id,
    date: textOf(node, "date") ?? "",
    group,
    present: textsOf(node, "present").flatMap((each) => asParticipantId(each) ?? []),
    capture: oneOf(node, "capture", ["recording", "notes", "text"] satisfies [Capture, ...Capture[]]),
    guests: textOf(node, "guests"),
  };
}

function readSectionAgreement(node: YAMLMap): SectionAgreement | undefined {
  const section = textOf(node, "id");
  const minimum = numberOf(node, "minimum");
  const quoted = node.get("quoted-must-agree");
  return section === undefined
    ? undefined
    : {
        section,
        ...(node.has("rule") ? { rule: readRule(node.get("rule")) } : {}),
        ...(typeof quoted === "boolean" ? { quotedMustAgree: quoted } : {}),
        ...(minimum === undefined ? {} : { minimum }),
      };
}

function readRetention(node: unknown): Partial<Record<Retained, string>> {
  if (!isMap(node)) return {};
  return Object.fromEntries(
    retained.flatMap((what) => {
      const day = textOf(node, what);
      return day === undefined ? [] : [[what, day]];
    }),
  );
}

/** `rule: unanimity`, `rule: {quorum: 0.75}`, `rule: "quorum: 0.75"` or `rule: {delegates: [P01]}`. */
function readRule(rule: unknown): ValidationRule {
  if (isMap(rule) && rule.has("delegates"))
    return {
      kind: "delegates",
      people: textsOf(rule, "delegates").flatMap((each) => asParticipantId(each) ?? []),
    };
  if (isMap(rule)) return quorum(rule.get("quorum"));
  if (rule === "group-session") return { kind: "group-session" };
  const written = typeof rule === "string" ? /^quorum: ?(.+)$/.exec(rule)?.[1] : undefined;
  return written === undefined ? { kind: "unanimity" } : quorum(Number(written.replace(",", ".")));
}

function quorum(share: unknown): ValidationRule {
  return { kind: "quorum", share: typeof share === "number" ? share : 1 };
}

function entriesOf<T>(map: YAMLMap, key: string, read: (node: YAMLMap) => T | undefined): Entries<T> {
  const list = map.get(key);
  if (!isSeq(list)) return { entries: [], isWhole: false };
  const entries = list.items.flatMap((node) => {
    const value = isMap(node) ? read(node) : undefined;
    return isMap(node) && value !== undefined ? [{ value, node }] : [];
  });
  return { entries, isWhole: entries.length === list.items.length };
}

function textOf(map: YAMLMap, key: string): string | undefined {
  const value = map.get(key);
  return typeof value === "string" ? value : undefined;
}

function numberOf(map: YAMLMap, key: string): number | undefined {
  const value = map.get(key);
  return typeof value === "number" ? value : undefined;
}

/** The texts of a list, or of a single text. */
function textsOf(map: YAMLMap, key: string): string[] {
  const value = map.get(key);
  const items = isSeq(value) ? value.items.map((item) => (isScalar(item) ? item.value : item)) : [value];
  return items.filter((item) => typeof item === "string");
}

/** The value when it is one of those allowed, else the first of them: the default. */
function oneOf<T extends string>(map: YAMLMap, key: string, allowed: readonly [T, ...T[]]): T {
  const value = map.get(key);
  return allowed.find((each) => each === value) ?? allowed[0];
}
