// A section that everyone agreed to, as facts.
import { readHeading } from "../../src/retour/outline.ts";
import { sectionFingerprint } from "../../src/retour/section.ts";
import { asSectionId } from "../../src/kernel/ids.ts";
import type { Audience } from "../../src/study/settings.ts";
import type { SectionFacts } from "../../src/validation/facts.ts";
import { group, known, person } from "../validation/circle.ts";

export function agreedFacts(content: string, audience: Audience = "public"): SectionFacts {
  const heading = known(readHeading(content.split("\n", 1)[0] ?? ""));
  const people = ["P01", "P02"].map(person);
  const voices = people.map((participant) => ({
    ...{ participant, stance: "agree" as const, audience, means: "written" as const, session: null },
    ...{ about: "both" as const, sittings: [] },
    ...{ validation: "v0001", isByGroup: false, at: "2026-05-10T10:00:00Z", order: 7 },
  }));
  return {
    ...{ group: group("g1"), id: known(asSectionId(heading.id)), title: heading.title },
    present: {
      fingerprint: sectionFingerprint(content),
      content,
      voices,
      consulted: [],
      quoted: [],
      unknownTurns: [],
    },
    ...{ former: [], sent: undefined, corrections: [] },
    electorate: {
      ...{ participants: people, rule: { kind: "unanimity" }, quotedMustAgree: true },
      ...{ minimum: 1, askAgainAfter: null, silence: "not-agreement" },
    },
  };
}
