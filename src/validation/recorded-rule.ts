// The rule under which people were asked, as the ledger keeps it with what they said: lowering a
// rule in retour.yaml afterwards must not turn what was said into an agreement.
import { asParticipantId, type ParticipantId } from "../kernel/ids.ts";
import type { ValidationRule } from "../study/settings.ts";
import type { Asked, RecordedRule } from "./facts.ts";

/** As compact JSON, the same for the same rule. `quoted`: whom the words quote. */
export function writeRule(asked: Asked, quoted: readonly ParticipantId[]): string {
  const { rule, minimum, quotedMustAgree, participants } = asked;
  return JSON.stringify({
    rule: canonical(rule),
    ...{ minimum, quotedMustAgree },
    participants: sorted(participants),
    quoted: quotedMustAgree ? sorted(quoted) : [],
  });
}

/** Undefined when `writeRule` cannot have written it. `left`: those who withdrew altogether, who block nothing. */
export function readRule(text: string, left: ReadonlySet<string>): RecordedRule | undefined {
  const fields = fieldsOf(parse(text));
  const rule = readKind(fieldsOf(fields?.get("rule")), left);
  const minimum = fields?.get("minimum");
  const quotedMustAgree = fields?.get("quotedMustAgree");
  const participants = readPeople(fields?.get("participants"), left);
  const quoted = readPeople(fields?.get("quoted"), left);
  if (!rule || typeof minimum !== "number" || typeof quotedMustAgree !== "boolean") return undefined;
  return participants && quoted && { rule, minimum, quotedMustAgree, participants, quoted };
}

function canonical(rule: ValidationRule): ValidationRule {
  switch (rule.kind) {
    case "quorum":
      return { kind: rule.kind, share: rule.share };
    case "delegates":
      return { kind: rule.kind, people: sorted(rule.people) };
    case "unanimity":
    case "group-session":
      return { kind: rule.kind };
  }
}

const sorted = (people: readonly ParticipantId[]): ParticipantId[] => [...new Set(people)].sort();

function readKind(
  fields: ReadonlyMap<string, unknown> | undefined,
  left: ReadonlySet<string>,
): ValidationRule | undefined {
  const kind = fields?.get("kind");
  const share = fields?.get("share");
  switch (kind) {
    case "unanimity":
    case "group-session":
      return { kind };
    case "quorum":
      return typeof share === "number" ? { kind, share } : undefined;
    case "delegates": {
      const people = readPeople(fields?.get("people"), left);
      return people && { kind, people };
    }
    default:
      return undefined;
  }
}

function readPeople(value: unknown, left: ReadonlySet<string>): ParticipantId[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const people = value.map((each) => (typeof each === "string" ? asParticipantId(each) : undefined));
  const known = people.filter((each) => each !== undefined);
  return known.length === people.length ? known.filter((each) => !left.has(each)) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? new Map(Object.entries(value)) : undefined;
}
