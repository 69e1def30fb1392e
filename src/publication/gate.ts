// The gate: only what validation made passes, in the very words that were agreed to, for an
// audience they were agreed for, quoting people who agreed to it, with no opposition hidden. The
// type says some of it where code is written; this says it again where it runs, because a database
// can be edited.
import { sectionFingerprint } from "../retour/section.ts";
import { covers, type Audience } from "../study/settings.ts";
import type { Reason } from "../validation/reason.ts";
import { isValidated, type HeldBack, type ValidatedSection } from "../validation/validated.ts";
import { anyQuote, type QuotingRule } from "./quoting.ts";

export interface Passage {
  readonly passed: readonly ValidatedSection[];
  readonly heldBack: readonly HeldBack[];
}

export function passGate(
  sections: readonly ValidatedSection[],
  audience: Audience,
  quoting: QuotingRule = anyQuote,
): Passage {
  const passed: ValidatedSection[] = [];
  const heldBack: HeldBack[] = [];
  for (const section of sections) {
    const reasons = reasonsAgainst(section, audience, quoting);
    if (reasons.length === 0) passed.push(section);
    else heldBack.push(holdBack(section, reasons));
  }
  return { passed, heldBack };
}

function reasonsAgainst(section: ValidatedSection, audience: Audience, quoting: QuotingRule): Reason[] {
  const isAgreed =
    isValidated(section) &&
    covers(section.audience, audience) &&
    sectionFingerprint(section.content) === section.fingerprint;
  if (!isAgreed) return [{ code: "reason.fingerprint-mismatch", params: {} }];
  const isHidden = section.opposed > 0 && (section.note ?? "").trim() === "";
  return [
    ...(isHidden ? [{ code: "reason.opposition-hidden" as const, params: { count: section.opposed } }] : []),
    ...quoting(section),
  ];
}

export function holdBack({ group, id, title }: ValidatedSection, reasons: readonly Reason[]): HeldBack {
  return { group, id, title, reasons };
}
