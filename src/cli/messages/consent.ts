// The texts of `consent` and `pact`, and of what `status` says of them, apart from the room's own messages.
import type { ConsentAnswer, Purpose } from "../../study/consent.ts";
import type { Attribution, Retained } from "../../study/settings.ts";

type Nothing = Record<string, never>;

type Words = {
  [P in Purpose as `purpose.${P}`]: Nothing;
} & {
  [A in ConsentAnswer as `consent.answer.${A}`]: Nothing;
} & {
  [A in Attribution as `attribution.${A}`]: Nothing;
} & {
  /** What `purge` will remove. */
  [R in Retained as `retained.${R}`]: Nothing;
};

/** `people` are ids with pseudonyms, `what` purposes, in words, separated by commas. */
export interface ConsentTexts extends Words {
  "ask.vault": Nothing;
  "ask.consent": Nothing;
  "vault.kept": Nothing;
  "vault.without": Nothing;
  "consent.kept": Nothing;
  "consent.on-paper": Nothing;

  "consent.recorded": { person: string; answer: string; what: string; day: string };
  "consent.known": { person: string; answer: string; what: string };
  "consent.quoted-as": { purpose: string; name: string };
  "consent.follows-quotation": Nothing;
  "consent.follows-publication": Nothing;
  "consent.follows-words": { people: string };
  "consent.nobody": Nothing;
  "consent.legend": Nothing;
  "consent.yes": Nothing;
  "consent.no-refused": Nothing;
  "consent.no-withdrawn": Nothing;
  "heading.person": Nothing;
  "heading.quoted-as": Nothing;

  "pact.heading": { version: number; isAgreedTo: boolean };
  "pact.changed": { version: number; people: string };
  "pact.agreed": { people: string };
  "pact.again": { people: string };
  "pact.never": { people: string };
  "pact.recorded": { people: string; version: number };
  "pact.known": { people: string; version: number };

  "status.consents": Nothing;
  "status.no-consent": { people: string; what: string };
  "status.all-purposes": Nothing;
  "status.refused-purpose": { purpose: string };
  "status.pact": { version: number; agreed: string; earlier: string; never: string };
  "status.due": { what: string; day: string };
  "status.soon": { what: string; day: string; days: number };
}
