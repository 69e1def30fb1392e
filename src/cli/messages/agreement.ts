// Texts of what `validate`, `status`, `export` and `verify` tell.
import type { Audience } from "../../study/settings.ts";
import type { ReasonTexts } from "../../validation/reason.ts";
import type { Subject } from "../../validation/facts.ts";
import type { State } from "../../validation/state.ts";

type Nothing = Record<string, never>;

export type AgreementTexts = ReasonTexts & { [S in State as `state.${S}`]: Nothing } & {
  [A in Audience as `audience.${A}`]: Nothing;
} & {
  "heading.state": Nothing;
  "heading.section": Nothing;
  "heading.audience": Nothing;
  "heading.agreed": Nothing;
  "heading.against": Nothing;
  "heading.abstained": Nothing;
  "heading.silent": Nothing;
  "heading.pending": Nothing;
  "status.edition": { edition: string };
  "status.editions": { editions: string };
  "status.no-document": Nothing;
  "status.counts": { agreed: number; against: number; abstained: number; silent: number; pending: number };
  "status.answered": { people: string };
  "status.not-answered": { people: string };
  "status.nothing-sent": Nothing;
  "answer.agreed": Nothing;
  "answer.against": Nothing;
  "answer.abstained": Nothing;
  "answer.silent": Nothing;
  "answer.consulted": Nothing;
  "status.rule": { rule: string };
  "status.consulted": { people: string };
  "status.read-aloud": { days: string };
  "status.note": Nothing;
  "status.ask-now": { people: string };
  "status.ask-from": { people: string; day: string };
  "by-rule.unanimity": Nothing;
  "by-rule.quorum": { percent: number };
  "by-rule.group-session": Nothing;
  "by-rule.delegates": { people: string };
  "by-rule.minimum": { minimum: number };
  "by-rule.quoted": Nothing;
  "by-rule.not-quoted": Nothing;
  "validate.section": { section: string; state: string; audience: string };
  /** `P01 Nadia, P02 Karim`; the session when the group decided there. */
  "validate.recorded": {
    agree: string;
    against: string;
    abstain: string;
    consulted: string;
    session: string;
    about: Subject;
    audience: string;
  };
  "validate.noted": Nothing;
  "validate.how-far": { audience: Audience };
  "validate.present": Nothing;
  "export.done": { count: number; folder: string; audience: Audience };
  "export.would": { count: number; folder: string; audience: Audience };
  "export.nothing": { audience: Audience };
  "export.held-back": { count: number };
  "export.accept": Nothing;
  "export.next": { folder: string };
  "verify.ok": { folder: string };
  "verify.ok-files": { folder: string };
  "verify.found": { count: number };
};
