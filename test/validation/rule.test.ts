// The rules: who must agree, what silence means, how far an agreement reaches.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audiences, covers, type Audience, type ValidationRule } from "../../src/study/settings.ts";
import type { CorrectionFact, Electorate, Stance, Voice } from "../../src/validation/facts.ts";
import { hasEverHeld, judge, widestAudience } from "../../src/validation/rule.ts";
import { stanceFor, standingVoices } from "../../src/validation/stance.ts";
import { person } from "./circle.ts";

const everyone = ["P01", "P02", "P03", "P04"].map(person);

function electorate(rule: ValidationRule, quotedMustAgree = true): Electorate {
  return {
    participants: everyone,
    rule,
    quotedMustAgree,
    minimum: 1,
    askAgainAfter: null,
    silence: "not-agreement",
  };
}
const unanimity = electorate({ kind: "unanimity" });
const quorum = electorate({ kind: "quorum", share: 0.75 });
const inSession = electorate({ kind: "group-session" });

let moment = 0;
function voice(
  by: string,
  stance: Stance = "agree",
  audience: Audience = "public",
  order = (moment += 1),
): Voice {
  return {
    ...{ participant: person(by), stance, audience, order, means: "written", session: null },
    ...{ validation: `v${String(order)}`, isByGroup: false, at: "2026-05-10T10:00:00Z" },
    ...{ about: "both", sittings: [] },
  };
}

/** What the group decides in one session: all voices share their moment. */
function decision(stances: Readonly<Record<string, Stance>>, audience: Audience = "public"): Voice[] {
  const order = (moment += 1);
  return Object.entries(stances).map(([by, stance]) => ({
    ...voice(by, stance, audience, order),
    ...{ isByGroup: true, means: "session", session: "s04", validation: `v${String(order)}` },
  }));
}

function correction(by: string, kind = "minor"): CorrectionFact {
  const order = (moment += 1);
  const id = `c${String(order)}`;
  return { id, participant: person(by), kind, before: "", order, outcome: undefined, isIntegrated: false };
}

const spoken = (voices: readonly Voice[], quoted: readonly string[] = []) => ({
  voices,
  quoted: quoted.map(person),
  unknownTurns: [],
});
const all = (): Voice[] => everyone.map((each) => voice(each));

describe("unanimity", () => {
  it("holds when every participant of the group agrees", () => {
    expect(judge(spoken(all()), [], unanimity, "public")).toMatchObject({ holds: true, silent: [] });
  });

  it("does not hold while one person is silent, opposes or abstains", () => {
    const three = [voice("P01"), voice("P02"), voice("P03")];
    expect(judge(spoken(three), [], unanimity, "public")).toMatchObject({ holds: false, silent: ["P04"] });
    for (const stance of ["against", "abstain"] as const)
      expect(judge(spoken([...three, voice("P04", stance)]), [], unanimity, "public").holds).toBe(false);
  });

  it("never holds for a group of nobody", () => {
    const nobody = { ...unanimity, participants: [] };
    expect(widestAudience(spoken([]), [], nobody)).toBeUndefined();
    expect(widestAudience(spoken(all()), [], nobody)).toBeUndefined();
  });

  it("is not met by taking an opponent off the list", () => {
    const left = { ...unanimity, participants: everyone.slice(0, 3) };
    const voices = [voice("P01"), voice("P02"), voice("P03"), voice("P04", "against")];
    expect(judge(spoken(voices), [], left, "public")).toMatchObject({ holds: false, against: ["P04"] });
  });
});

describe("quorum", () => {
  it("holds from its share on, and an opposition does not block it but is counted", () => {
    const voices = [voice("P01"), voice("P02"), voice("P03"), voice("P04", "against")];
    const verdict = judge(spoken(voices), [], quorum, "public");
    expect(verdict).toMatchObject({ holds: true, against: ["P04"], needed: 3 });
    expect(judge(spoken(voices.slice(0, 2)), [], quorum, "public").holds).toBe(false);
  });

  it("reads a share as it is written: 0.7 of ten is seven", () => {
    const ten = Array.from({ length: 10 }, (_, index) => person(`P${String(index + 10)}`));
    const rule = { kind: "quorum", share: 0.7 } as const;
    const group = { ...quorum, participants: ten, rule };
    const voices = ten.slice(0, 7).map((each) => voice(each));
    expect(judge(spoken(voices), [], group, "public")).toMatchObject({ holds: true, needed: 7 });
  });

  it("counts the group's participants, not others who are quoted", () => {
    const voices = [voice("P01"), voice("P02"), voice("P09")];
    expect(judge(spoken(voices, ["P09"]), [], quorum, "public").holds).toBe(false);
  });
});

describe("the rule of the session", () => {
  it("holds on a decision of those present, with absent people silent", () => {
    const voices = decision({ P01: "agree", P02: "agree", P03: "abstain" });
    expect(judge(spoken(voices), [], inSession, "public")).toMatchObject({ holds: true, silent: ["P04"] });
  });

  it("needs a decision in session: written agreements do not make one", () => {
    expect(judge(spoken(all()), [], inSession, "public")).toMatchObject({
      holds: false,
      isSessionMissing: true,
    });
  });

  it("does not hold against anyone, present or not, then or since", () => {
    const voices = decision({ P01: "agree", P02: "against" });
    expect(judge(spoken(voices), [], inSession, "public").holds).toBe(false);
    const later = [...decision({ P01: "agree", P02: "agree" }), voice("P04", "against")];
    expect(judge(spoken(later), [], inSession, "public").holds).toBe(false);
  });

  it("lets an opposition to the words stand beside them, once the group has put a note there", () => {
    const voices = decision({ P01: "agree", P02: "agree", P03: "against" }, "group");
    const note = { content: "Une personne le vit autrement.", order: (moment += 1) };
    expect(judge(spoken(voices), [], inSession, "group").holds).toBe(false);
    expect(judge({ ...spoken(voices), note }, [], inSession, "group")).toMatchObject({
      holds: true,
      against: ["P03"],
    });
    expect(hasEverHeld({ ...spoken(voices), note }, inSession)).toBe(true);
    // Someone quoted must agree all the same; an opposition of later is not one that the group knew of.
    expect(judge({ ...spoken(voices, ["P03"]), note }, [], inSession, "group").holds).toBe(false);
    for (const by of ["P03", "P04"]) {
      const since = [...voices, voice(by, "against", "group")];
      expect(judge({ ...spoken(since), note }, [], inSession, "group").holds, by).toBe(false);
    }
    // Nor does it carry the words further, nor make one of all who must agree.
    const wide = decision({ P01: "agree", P02: "agree", P03: "against" });
    const after = { ...spoken(wide), note: { ...note, order: (moment += 1) } };
    expect(widestAudience(after, [], inSession)).toBe("group");
    expect(judge(after, [], unanimity, "group").holds).toBe(false);
  });

  it("does not hold when all abstain, nor when one who agreed there has corrected since", () => {
    expect(judge(spoken(decision({ P01: "abstain" })), [], inSession, "public").holds).toBe(false);
    const voices = decision({ P01: "agree", P02: "agree" });
    const verdict = judge(spoken(voices), [correction("P02")], inSession, "public");
    expect(verdict).toMatchObject({ holds: false, corrected: ["P02"] });
  });
});

describe("quoted people", () => {
  const three = (): Voice[] => [voice("P01"), voice("P02"), voice("P03")];

  it("must agree, whatever the rule", () => {
    expect(judge(spoken(three(), ["P04"]), [], quorum, "public")).toMatchObject({
      holds: false,
      quotedMissing: ["P04"],
    });
    const voices = decision({ P01: "agree" });
    expect(judge(spoken(voices, ["P04"]), [], inSession, "public").holds).toBe(false);
  });

  it("need not when the study does not ask it", () => {
    const loose = electorate({ kind: "quorum", share: 0.75 }, false);
    expect(judge(spoken(three(), ["P04"]), [], loose, "public").holds).toBe(true);
  });

  it("of another group are asked too", () => {
    expect(judge(spoken(all(), ["P09"]), [], unanimity, "public")).toMatchObject({
      holds: false,
      silent: ["P09"],
    });
    expect(judge(spoken([...all(), voice("P09")], ["P09"]), [], unanimity, "public").holds).toBe(true);
  });
});

describe("a later correction", () => {
  it("makes the person silent again, whatever its kind but praise", () => {
    const voices = all();
    for (const kind of ["nuance", "minor", "major", "disagreement", "addition", "withdrawal"])
      expect(judge(spoken(voices), [correction("P02", kind)], unanimity, "public")).toMatchObject({
        holds: false,
        silent: ["P02"],
        corrected: ["P02"],
      });
    expect(judge(spoken(voices), [correction("P02", "strength")], unanimity, "public").holds).toBe(true);
  });

  it("leaves an opposition standing, until the person says otherwise", () => {
    const three = [voice("P01"), voice("P02"), voice("P03"), voice("P04", "against")];
    expect(judge(spoken(three), [correction("P04")], quorum, "public")).toMatchObject({ against: ["P04"] });
    const turned = [...three, voice("P04")];
    expect(judge(spoken(turned), [correction("P04")], quorum, "public")).toMatchObject({
      against: [],
      corrected: ["P04"],
    });
  });

  it("weighs nothing on a voice given after it", () => {
    const before = correction("P02");
    expect(judge(spoken(all()), [before], unanimity, "public").holds).toBe(true);
    expect(standingVoices(all(), [before])).toHaveLength(4);
  });
});

describe("what one person says of an audience", () => {
  const said = (...latestFirst: [Stance, Audience][]) =>
    latestFirst.map(([stance, audience]) => ({ stance, about: "both" as const, audience }));

  it("covers narrower audiences when it is an agreement", () => {
    expect(audiences.map((each) => stanceFor(said(["agree", "institution"]), each))).toEqual([
      "agree",
      "agree",
      undefined,
    ]);
  });

  it("is what was said last", () => {
    expect(stanceFor(said(["against", "public"], ["agree", "public"]), "public")).toBe("against");
    expect(stanceFor(said(["agree", "public"], ["against", "public"]), "public")).toBe("agree");
  });

  it("takes a wider agreement back when a narrower one follows", () => {
    expect(stanceFor(said(["agree", "group"], ["agree", "public"]), "public")).toBeUndefined();
  });

  it("keeps both answers of who agrees among the group and opposes in public", () => {
    const voices = said(["against", "public"], ["agree", "group"]);
    expect(audiences.map((each) => stanceFor(voices, each))).toEqual(["agree", "against", "against"]);
    const reversed = said(["agree", "group"], ["against", "public"]);
    expect(audiences.map((each) => stanceFor(reversed, each))).toEqual(["agree", "against", "against"]);
  });

  it("takes an opposition as one to the words, unless a narrower agreement was given by itself", () => {
    expect(stanceFor(said(["against", "public"]), "group")).toBe("against");
    expect(stanceFor(said(["against", "public"], ["agree", "public"]), "group")).toBe("against");
  });

  it("forgets an opposition to the words that an agreement to them followed", () => {
    expect(stanceFor(said(["agree", "group"], ["against", "group"]), "public")).toBeUndefined();
    const twice = said(["agree", "institution"], ["agree", "group"], ["against", "institution"]);
    expect(stanceFor(twice, "public")).toBeUndefined();
  });

  it("is not given back by a later refusal for a wider audience", () => {
    const voices = said(["against", "public"], ["against", "institution"], ["agree", "institution"]);
    expect(audiences.map((each) => stanceFor(voices, each))).toEqual(["against", "against", "against"]);
  });

  const anyVoices = fc.array(
    fc.record({
      stance: fc.constantFrom<Stance>("agree", "against", "abstain"),
      audience: fc.constantFrom(...audiences),
      about: fc.constant("both" as const),
    }),
    { maxLength: 5 },
  );

  it("is never an agreement that was not given, or that an opposition followed", () => {
    fc.assert(
      fc.property(anyVoices, fc.constantFrom(...audiences), (voices, audience) => {
        if (stanceFor(voices, audience) !== "agree") return;
        const given = voices.findIndex((each) => each.stance === "agree" && covers(each.audience, audience));
        expect(given).not.toBe(-1);
        const since = voices.slice(0, given);
        expect(since.some((each) => each.stance !== "agree" && covers(audience, each.audience))).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });

  it("never agrees to a wider audience without agreeing to the narrower ones", () => {
    fc.assert(
      fc.property(anyVoices, (voices) => {
        const agreed = audiences.map((each) => stanceFor(voices, each) === "agree");
        expect(agreed).toEqual([...agreed].sort((a, b) => Number(b) - Number(a)));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe("the widest audience", () => {
  it("is the widest one for which the rule holds", () => {
    const voices = [...all().slice(0, 3), voice("P04", "agree", "institution")];
    expect(widestAudience(spoken(voices), [], unanimity)).toBe("institution");
    expect(widestAudience(spoken(voices.slice(0, 3)), [], unanimity)).toBeUndefined();
  });

  it("stays with the group when the session then refuses the public", () => {
    const words = { P01: "agree", P02: "agree", P03: "agree", P04: "agree" } as const;
    const voices = [...decision(words, "group"), ...decision({ ...words, P04: "against" }, "public")];
    for (const rule of [inSession, unanimity]) expect(widestAudience(spoken(voices), [], rule)).toBe("group");
  });
});

it("remembers that a rule has held, whatever was said since", () => {
  const voices = all();
  expect(hasEverHeld(spoken([...voices, voice("P01", "against")]), unanimity)).toBe(true);
  expect(hasEverHeld(spoken(voices.slice(0, 3)), unanimity)).toBe(false);
});
