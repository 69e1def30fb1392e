// The gate: only what validation made passes, in the very words that were agreed to, for an
// audience they were agreed for. The type says so where code is written; this says it again
// where it runs, because a database can be edited.
import { sectionFingerprint } from "../retour/section.ts";
import { covers, type Audience } from "../study/settings.ts";
import { isValidated, type HeldBack, type ValidatedSection } from "../validation/validated.ts";

export interface Passage {
  readonly passed: readonly ValidatedSection[];
  readonly heldBack: readonly HeldBack[];
}

export function passGate(sections: readonly ValidatedSection[], audience: Audience): Passage {
  const passed: ValidatedSection[] = [];
  const heldBack: HeldBack[] = [];
  for (const section of sections) {
    if (mayLeave(section, audience)) passed.push(section);
    else heldBack.push(holdBack(section, "reason.fingerprint-mismatch"));
  }
  return { passed, heldBack };
}

function mayLeave(section: ValidatedSection, audience: Audience): boolean {
  return (
    isValidated(section) &&
    covers(section.audience, audience) &&
    sectionFingerprint(section.content) === section.fingerprint
  );
}

export function holdBack(
  { group, id, title }: ValidatedSection,
  code: "reason.fingerprint-mismatch" | "reason.not-clean",
): HeldBack {
  return { group, id, title, reasons: [{ code, params: {} }] };
}
