// The state of a section: the first whose definition it meets.
import { describe, expect, it } from "vitest";
import type { AgreedWords, CorrectionFact, SectionFacts, Voice } from "../../src/validation/facts.ts";
import { stateOf } from "../../src/validation/state.ts";
import { select } from "../../src/validation/validated.ts";
import { explain } from "../../src/validation/explain.ts";
import { group, known, person } from "./circle.ts";
import { asSectionId } from "../../src/kernel/ids.ts";

const people = ["P01", "P02"].map(person);
const text = "## La peur {#peur}\n\nOn a peur la nuit. On ne le dit pas à la maison.";

function voice(by: string, stance: Voice["stance"] = "agree", order = 10): Voice {
  return {
    ...{ participant: person(by), stance, order, audience: "public", means: "written", session: null },
    ...{ validation: `v${String(order)}`, isByGroup: false, at: `2026-05-10T10:00:${String(order)}Z` },
    ...{ about: "both", sittings: [] },
  };
}

const words = (voices: readonly Voice[] = [], content = text, fingerprint = "now"): AgreedWords => ({
  ...{ fingerprint, content, voices, consulted: [], quoted: [], unknownTurns: [] },
});

function facts(changes: Partial<SectionFacts> = {}): SectionFacts {
  return {
    ...{ group: group("g1"), id: known(asSectionId("peur")), title: "La peur", present: words() },
    ...{ former: [], sent: undefined, corrections: [] },
    electorate: {
      ...{ participants: people, rule: { kind: "unanimity" }, quotedMustAgree: true },
      ...{ minimum: 1, askAgainAfter: null, silence: "not-agreement" },
    },
    ...changes,
  };
}

function correction(changes: Partial<CorrectionFact> = {}): CorrectionFact {
  return {
    ...{ id: "c001", participant: person("P02"), kind: "minor", before: "", order: 1 },
    ...{ outcome: undefined, isIntegrated: false, ...changes },
  };
}
const withdrawal = (changes: Partial<CorrectionFact> = {}): CorrectionFact =>
  correction({ kind: "withdrawal", before: "On ne le dit pas à la maison.", ...changes });

const agreed = words([voice("P01"), voice("P02")]);
const codes = (changes: Partial<SectionFacts>): string[] =>
  stateOf(facts(changes)).reasons.map(({ code }) => code);

describe("a section is", () => {
  it("a draft until it is sent as it stands", () => {
    expect(stateOf(facts())).toMatchObject({ state: "draft", audience: null });
    expect(codes({})).toEqual(["reason.never-sent"]);
    expect(stateOf(facts({ sent: "before" })).state).toBe("draft");
    expect(codes({ sent: "before" })).toEqual(["reason.changed-since-sent"]);
  });

  it("sent when its words are those of the latest edition, everyone being silent", () => {
    expect(stateOf(facts({ sent: "now" }))).toMatchObject({ state: "sent", silent: ["P01", "P02"] });
    expect(codes({ sent: "now" })).toEqual(["reason.silent"]);
  });

  it("corrected while a correction is not decided, or decided and not brought in", () => {
    for (const each of [{}, { outcome: "integrated" }, { outcome: "recorded" }])
      expect(stateOf(facts({ sent: "now", corrections: [correction(each)] }))).toMatchObject({
        state: "corrected",
        pending: 1,
      });
    for (const each of [
      { outcome: "declined" },
      { outcome: "adapted", isIntegrated: true },
      { kind: "strength" },
    ])
      expect(stateOf(facts({ sent: "now", corrections: [correction(each)] }))).toMatchObject({
        state: "sent",
        pending: 0,
      });
  });

  it("validated when the rule holds on its present words", () => {
    const found = stateOf(facts({ present: agreed, corrections: [correction()] }));
    expect(found).toMatchObject({ state: "validated", audience: "public", pending: 1, reasons: [] });
  });

  it("refused when someone opposes its present words and the rule does not hold", () => {
    const present = words([voice("P01"), voice("P02", "against")]);
    expect(stateOf(facts({ present, former: [words(agreed.voices, "x", "old")] })).state).toBe("refused");
    expect(codes({ present })).toEqual(["reason.against"]);
  });

  it("lapsed when other words of it were validated, with the words that changed", () => {
    const was = "## La peur {#peur}\n\nOn a peur le soir. On ne le dit pas à la maison.";
    const state = stateOf(facts({ former: [words(agreed.voices, was, "old")] }));
    expect(state.state).toBe("lapsed");
    const [first] = explain(state);
    expect(first).toEqual({ code: "reason.lapsed", params: { was: "le soir", now: "la nuit" } });
  });

  it("not lapsed when the other words never were validated", () => {
    expect(stateOf(facts({ former: [words([voice("P01")], "x", "old")] })).state).toBe("draft");
  });

  it("lapsed even though a correction took one voice back before the words changed", () => {
    const former = [words(agreed.voices, "x", "old")];
    const corrections = [correction({ order: 20, outcome: "integrated", isIntegrated: true })];
    expect(stateOf(facts({ former, corrections })).state).toBe("lapsed");
  });
});

describe("a lapsed section", () => {
  it("tells three changes and counts the others, long words cut short", () => {
    const line = (words: string): string => `Voici ${words} que nous avons dites ensemble un soir de mai.`;
    const was = `## A {#a}\n\n${["un", "deux", "trois", "quatre"].map(line).join("\n\n")}`;
    const now = `## A {#a}\n\n${["six", "x ".repeat(90), "sept", "huit"].map(line).join("\n\n")}`;
    const state = stateOf(facts({ present: words([], now), former: [words(agreed.voices, was, "old")] }));
    const reasons = explain(state);
    expect(reasons.map(({ code }) => code)).toEqual([
      ...Array<string>(3).fill("reason.lapsed"),
      "reason.lapsed-more",
      "reason.silent",
    ]);
    expect(reasons[1]?.params).toMatchObject({ now: expect.stringContaining("[…]") as string });
  });

  it("says so when only its layout changed", () => {
    const state = stateOf(facts({ former: [words(agreed.voices, text, "old")] }));
    expect(explain(state)[0]).toEqual({ code: "reason.lapsed", params: { was: "", now: "" } });
  });
});

describe("a withdrawal of one's own words", () => {
  const stateWith = (each: CorrectionFact, present = agreed): string =>
    stateOf(facts({ present, corrections: [each] })).state;

  it("comes before everything while the words stand", () => {
    const found = stateOf(facts({ present: agreed, corrections: [withdrawal()] }));
    expect(found).toMatchObject({ state: "withdrawn", audience: null });
    expect(found.reasons).toEqual([
      { code: "reason.withdrawn", params: { people: "P02", corrections: "c001" } },
    ]);
  });

  it("is decided to be integrated and still holds until the words are gone", () => {
    expect(stateWith(withdrawal({ outcome: "integrated" }))).toBe("withdrawn");
    const gone = words(agreed.voices, "## La peur {#peur}\n\nOn a peur la nuit.");
    expect(stateWith(withdrawal({ outcome: "integrated" }), gone)).toBe("validated");
  });

  it("ends when it is declined", () => {
    expect(stateWith(withdrawal({ outcome: "declined" }))).toBe("validated");
  });

  it("finds its words under other marks, accents and references", () => {
    for (const before of [
      "On ne le DIT pas a la maison",
      "> *On ne le dit pas*\n> à la maison (s01.12)",
      "On ne le dit pas à la maison. Et puis on dort mal, voilà tout.",
      "peur",
    ])
      expect(stateWith(withdrawal({ before }))).toBe("withdrawn");
    expect(stateWith(withdrawal({ before: "on ne le dit à personne d’autre" }))).toBe("validated");
  });

  it("holds whatever the words when it names none", () => {
    expect(stateWith(withdrawal({ before: "" }))).toBe("withdrawn");
    expect(stateWith(withdrawal({ before: "", outcome: "declined" }))).toBe("validated");
  });

  it("holds again when the words come back, until the person agrees to them", () => {
    const done = { outcome: "integrated", isIntegrated: true };
    expect(stateWith(withdrawal({ ...done, order: 20 }))).toBe("withdrawn");
    expect(stateWith(withdrawal({ ...done, order: 1 }))).toBe("validated");
    expect(stateWith(withdrawal({ ...done, order: 20, before: "la nuit" }), words([voice("P01")]))).not.toBe(
      "withdrawn",
    );
  });
});

describe("the reasons", () => {
  const rule = (kind: "quorum" | "group-session"): SectionFacts["electorate"] => ({
    ...facts().electorate,
    rule: kind === "quorum" ? { kind, share: 1 } : { kind },
  });

  it("name who opposed, abstained, corrected, is quoted, is silent, in that order and once", () => {
    const present = {
      ...words([voice("P01", "against"), voice("P02", "abstain"), voice("P03")]),
      quoted: ["P04", "P01"].map(person),
    };
    const electorate = {
      ...rule("quorum"),
      participants: ["P01", "P02", "P03", "P04", "P05"].map(person),
    };
    const corrections = [correction({ participant: person("P03"), order: 20 })];
    expect(stateOf(facts({ present, electorate, corrections })).reasons).toEqual([
      { code: "reason.against", params: { people: "P01" } },
      { code: "reason.abstained", params: { people: "P02" } },
      { code: "reason.corrected", params: { people: "P03" } },
      { code: "reason.quoted", params: { people: "P04" } },
      { code: "reason.quorum", params: { agreed: 0, needed: 5 } },
      { code: "reason.silent", params: { people: "P05" } },
      { code: "reason.pending", params: { count: 1 } },
    ]);
  });

  it("ask for a session where the study wants one, and again of the silent where it says so", () => {
    expect(codes({ sent: "now", electorate: rule("group-session") })).toEqual(["reason.no-session"]);
    const electorate: SectionFacts["electorate"] = { ...facts().electorate, silence: "ask-again" };
    expect(codes({ sent: "now", electorate })).toEqual(["reason.ask-again"]);
  });
});

describe("what may go to an audience", () => {
  it("is validated for it; the rest has its reasons", () => {
    const narrow = words([voice("P01"), { ...voice("P02"), audience: "group" }]);
    const { sections, states } = select(
      [facts({ present: agreed }), facts({ present: narrow }), facts()],
      "public",
    );
    expect(sections).toMatchObject([
      { id: "peur", content: text, fingerprint: "now", audience: "public", agreed: 2, against: 0 },
    ]);
    expect(states.map((each) => each.reasons.map(({ code }) => code))).toEqual([
      ["reason.narrower"],
      ["reason.never-sent"],
    ]);
  });

  it("are held back for the audience alone, whoever said no to the wider one", () => {
    const quorum = { rule: { kind: "quorum", share: 0.9 } } as const;
    const present = words([
      { ...voice("P01", "agree", 3), audience: "group" },
      { ...voice("P02", "agree", 4), audience: "group" },
      voice("P02", "against", 5),
    ]);
    const { states } = select(
      [facts({ present, electorate: { ...facts().electorate, ...quorum } })],
      "public",
    );
    expect(states.map(({ reasons }) => reasons)).toEqual([
      [{ code: "reason.narrower", params: { audience: "group", wanted: "public" } }],
    ]);
  });

  it("says by what means and in which sessions, of those who agreed alone", () => {
    const present = words([
      { ...voice("P01", "agree", 3), means: "read-aloud", session: "s04" },
      { ...voice("P01", "against", 4), means: "session", session: "s05" },
      { ...voice("P01", "agree", 5), means: "written" },
      { ...voice("P02", "agree", 6), means: "session", session: "s06" },
    ]);
    const { sections } = select([facts({ present })], "group");
    expect(sections).toMatchObject([
      { means: ["read-aloud", "session", "written"], sessions: ["s04", "s06"], at: "2026-05-10T10:00:6Z" },
    ]);
  });
});
