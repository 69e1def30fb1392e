// What the validation room refuses or finds.
import { messages } from "../kernel/diagnostic.ts";

export interface ValidationMessages {
  "validate.who-missing": Record<string, never>;
  "validate.both-ways": Record<string, never>;
  "validate.session-missing": Record<string, never>;
  "validate.unknown-session": { session: string; known: string };
  "validate.session-of-another-group": { session: string; group: string; section: string };
  "validate.nobody-present": { session: string };
  "validate.unknown-person": { person: string; known: string };
  "validate.two-answers": { person: string };
  "validate.not-present": { person: string; session: string; present: string };
  "validate.said-since": { people: string; session: string; section: string };
  "validate.not-of-group": { person: string; section: string; group: string };
  "validate.not-sent": { section: string };
  "validate.not-in-edition": { section: string; edition: string };
  "validate.document-changed": { section: string; edition: string };
  "validate.already": { section: string };
  "validate.audience-missing": Record<string, never>;
  "validate.group-is-words": Record<string, never>;
  "validate.session-to-come": { session: string; day: string };
  "validate.sittings-means": Record<string, never>;
  "validate.bad-day": { value: string };
  "validate.day-to-come": { value: string };
  "validate.days-order": { value: string };
  "validate.note-needs-group": Record<string, never>;
  "validate.note-empty": Record<string, never>;
  "validate.note-names": { section: string; people: string };
  "validate.note-without-opposition": { section: string };
}

export const { refuse, diagnose } = messages<ValidationMessages>();
