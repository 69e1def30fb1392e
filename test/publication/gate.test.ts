// The gate, where code is written and where it runs.
import { describe, expect, it } from "vitest";
import { sectionFingerprint } from "../../src/retour/section.ts";
import { passGate } from "../../src/publication/gate.ts";
import { select, type ValidatedSection } from "../../src/validation/validated.ts";
import { viewExport } from "../../src/publication/view.ts";
import { settingsOf } from "../validation/circle.ts";
import { agreedFacts } from "./agreed.ts";

const content = "## La peur {#peur}\n\nOn a peur la nuit.";

describe("the type of a validated section", () => {
  it("is had by nothing but what validation made", () => {
    const { sections } = select([agreedFacts(content)], "public");
    const [made] = sections;
    if (made === undefined) throw new Error("nothing was made");
    /* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment, @typescript-eslint/no-misused-spread --
       what the compiler must refuse is written on purpose */
    // @ts-expect-error an ordinary object with all the fields is not one
    const forged: ValidatedSection = {
      ...{ group: made.group, id: made.id, title: made.title, content, fingerprint: made.fingerprint },
      ...{ audience: made.audience, agreed: 9, against: 0, means: made.means, sessions: [] },
      ...{ rule: made.rule, at: made.at },
    };
    // @ts-expect-error nor is a copy with other words
    const altered: ValidatedSection = { ...made, content: "## La peur {#peur}\n\nAutre chose." };
    /* eslint-enable */
    expect(passGate([forged, altered], "public")).toMatchObject({ passed: [], heldBack: [{}, {}] });
    expect(() => Object.assign(made, { content: "autre" })).toThrow(TypeError);
  });
});

describe("the gate", () => {
  it("lets agreed words pass to the audiences agreed to", () => {
    const { sections } = select([agreedFacts(content, "institution")], "group");
    for (const audience of ["group", "institution"] as const)
      expect(passGate(sections, audience)).toMatchObject({ passed: [{ content }], heldBack: [] });
    expect(passGate(sections, "public")).toMatchObject({ passed: [], heldBack: [{ id: "peur" }] });
  });

  it("holds back words that are not those of their fingerprint", () => {
    const facts = agreedFacts(content);
    const changed = { ...facts.present, content: content.replace("nuit", "journée") };
    const { sections } = select([{ ...facts, present: changed }], "public");
    expect(sections).toHaveLength(1);
    expect(passGate(sections, "public").heldBack[0]?.reasons).toEqual([
      { code: "reason.fingerprint-mismatch", params: {} },
    ]);
    expect(sectionFingerprint(content)).toBe(facts.present.fingerprint);
  });
});

describe("what passes the gate and cannot be cleaned", () => {
  it("is held back, with its reason", () => {
    let nested = "<!-- 0 -->";
    for (let depth = 1; depth < 16; depth += 1) nested = `<!-${nested}- ${String(depth)} -->`;
    const { sections } = select(
      [agreedFacts(`## La peur {#peur}\n\n${nested}`), agreedFacts(content)],
      "public",
    );
    const { view, leaving, heldBack } = viewExport(settingsOf(), sections, "public", new Date(2026, 4, 1));
    expect(leaving).toEqual([sections[1]]);
    expect(heldBack).toMatchObject([{ id: "peur", reasons: [{ code: "reason.not-clean" }] }]);
    expect(view).toMatchObject({ date: "1er mai 2026", sections: [{ title: "La peur" }] });
    const english = viewExport(settingsOf({ language: "en" }), [], "public", new Date(2026, 4, 12));
    expect(english.view.date).toBe("May 12, 2026");
  });
});
