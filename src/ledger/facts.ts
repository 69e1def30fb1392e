// Which tables hold facts that the journal answers for, and what one journal line covers:
// all rows of `table` whose `subject` column has one value, in the order of `key`.
import type { Tables } from "./schema.ts";

export const facts = {
  study: { subject: "id", key: ["id"] },
  transcript: { subject: "session", key: ["session"] },
  turn: { subject: "session", key: ["number"] },
  former_turn: { subject: "session", key: ["id"] },
  coding: { subject: "session", key: ["turn", "theme", "start"] },
  lost_coding: { subject: "session", key: ["id"] },
  edition: { subject: "id", key: ["id"] },
  copy: { subject: "edition", key: ["id", "format"] },
  return: { subject: "id", key: ["id"] },
  loss: { subject: "return", key: ["id"] },
  correction: { subject: "return", key: ["id"] },
  decision: { subject: "correction", key: ["id"] },
  undone_decision: { subject: "correction", key: ["decision"] },
  integration: { subject: "correction", key: ["decision"] },
  validation: { subject: "id", key: ["id"] },
  voice: { subject: "validation", key: ["participant"] },
  export: { subject: "id", key: ["id"] },
  exported_section: { subject: "export", key: ["grp", "section"] },
  vault: { subject: "id", key: ["id"] },
  replaced: { subject: "source", key: ["replacement", "kind"] },
  reveal: { subject: "session", key: ["id"] },
  sitting: { subject: "validation", key: ["number"] },
  minority_note: { subject: "id", key: ["id"] },
  consent: { subject: "participant", key: ["id"] },
  pact: { subject: "fingerprint", key: ["version"] },
  pact_agreement: { subject: "participant", key: ["pact"] },
  withdrawal: { subject: "id", key: ["id"] },
  withdrawal_touched: { subject: "withdrawal", key: ["kind", "subject"] },
  withdrawn_phrase: { subject: "withdrawal", key: ["digest"] },
  recall: { subject: "export", key: ["id"] },
  purge: { subject: "what", key: ["id"] },
} as const satisfies Partial<Record<keyof Tables, { subject: string; key: readonly [string, ...string[]] }>>;

export type Fact = keyof typeof facts;

export const factNames = Object.keys(facts) as readonly Fact[];
