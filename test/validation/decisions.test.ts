// The words and the audience, decided apart, on a real ledger; who was consulted; readings
// aloud; notes beside an opposition; sections with their own rule; whom to ask again.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RetourError } from "../../src/kernel/diagnostic.ts";
import { audit } from "../../src/ledger/audit.ts";
import type { Settings } from "../../src/study/settings.ts";
import type { ValidateRequest } from "../../src/validation/answers.ts";
import { statusOf, type SectionStatus } from "../../src/validation/status.ts";
import { validatedSections, type ValidatedSection } from "../../src/validation/validated.ts";
import { fearAndBond, gather, group, known, person, session, settingsOf, type Circle } from "./circle.ts";
import { whole } from "../settings.ts";

type Validation = Settings["validation"];
const unanimity: Validation = {
  rule: { kind: "unanimity" },
  silence: "not-agreement",
  quotedMustAgree: true,
  ...whole,
};
const majority: Validation = { ...unanimity, rule: { kind: "quorum", share: 0.6 }, quotedMustAgree: false };

async function sent(validation: Partial<Validation> = {}, changes: Partial<Settings> = {}): Promise<Circle> {
  const circle = await gather({ validation: { ...unanimity, ...validation }, ...changes });
  circle.write(fearAndBond);
  await circle.speak({ 1: "P02" });
  await circle.send();
  return circle;
}

const all = { by: ["P01", "P02", "P03"] };
const audienceAlone = { ...all, audience: "public", isOnlyAudience: true } as const;
async function sectionOf({ study, world }: Circle, id = "lien"): Promise<SectionStatus> {
  return known((await statusOf(study, world)).sections.find((each) => each.id === id));
}
async function proven({ study }: Circle, audience: "group" | "institution" | "public", id = "lien") {
  const { sections, heldBack } = await validatedSections(study, audience);
  const section: ValidatedSection | undefined = sections.find((each) => each.id === id);
  return { section, reasons: heldBack.find((each) => each.id === id)?.reasons };
}
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof RetourError) return error.code;
    throw error;
  }
  return "";
};

describe("the words, without a word of the audience", () => {
  it("may circulate in the group and no further, whatever the study means to do", async () => {
    const circle = await sent();
    await circle.validate(["lien"], all);
    expect(await sectionOf(circle)).toMatchObject({ state: "validated", audience: "group" });
    expect((await proven(circle, "group")).section).toMatchObject({ agreed: 3, opposed: 0 });
    for (const audience of ["institution", "public"] as const)
      expect(await proven(circle, audience)).toEqual({
        section: undefined,
        reasons: [{ code: "reason.audience-not-decided", params: { audience, people: "P01, P02, P03" } }],
      });
    expect((await sectionOf(circle)).reasons).toMatchObject([{ code: "reason.audience-not-decided" }]);
    expect((await audit(circle.study.ledger.db)).findings).toEqual([]);
  });

  it("go further once that is decided too, before or after; and it is refused or taken back by itself", async () => {
    for (const first of [all, audienceAlone]) {
      const circle = await sent();
      await circle.validate(["lien"], first);
      expect((await proven(circle, "public")).section).toBeUndefined();
      await circle.validate(["lien"], first === all ? audienceAlone : all);
      expect((await proven(circle, "public")).section).toMatchObject({ audience: "public", agreed: 3 });
      await circle.validate(["lien"], { against: ["P03"], audience: "public", isOnlyAudience: true });
      expect(await sectionOf(circle)).toMatchObject({ state: "validated", audience: "institution" });
      expect((await sectionOf(circle)).reasons).toEqual([
        { code: "reason.audience-against", params: { audience: "public", people: "P03" } },
      ]);
      await circle.validate(["lien"], { against: ["P02"] });
      expect(await sectionOf(circle)).toMatchObject({ state: "refused", against: ["P02"] });
    }
  });

  it("are decided with the audience when one is named", async () => {
    const circle = await sent();
    await circle.validate(["lien"], { ...all, audience: "institution" });
    expect(await sectionOf(circle)).toMatchObject({ state: "validated", audience: "institution" });
    expect(await proven(circle, "public")).toMatchObject({
      reasons: [{ code: "reason.narrower", params: { audience: "institution", wanted: "public" } }],
    });
  });

  it("are not agreed to by who lets them go to the public", async () => {
    const circle = await sent();
    await circle.validate(["lien"], audienceAlone);
    expect(await sectionOf(circle)).toMatchObject({ state: "sent", audience: null, silent: all.by });
  });

  it("once opposed, are to be let go anew by whoever comes back to them", async () => {
    const circle = await sent();
    await circle.validate(["lien"], { ...all, audience: "public" });
    await circle.validate(["lien"], { against: ["P02"] });
    await circle.validate(["lien"], { by: ["P02"] });
    expect(await sectionOf(circle)).toMatchObject({ state: "validated", audience: "group" });
    expect((await proven(circle, "public")).reasons).toEqual([
      { code: "reason.audience-not-decided", params: { audience: "public", people: "P02" } },
    ]);
    await circle.validate(["lien"], { by: ["P02"], audience: "public", isOnlyAudience: true });
    expect(await sectionOf(circle)).toMatchObject({ audience: "public" });
  });

  it("changed by one, are agreed to by nobody, for nobody", async () => {
    const circle = await sent();
    await circle.validate(["lien"], all);
    await circle.validate(["lien"], audienceAlone);
    circle.write(fearAndBond.replace("bonjour", "bonsoir"));
    expect(await sectionOf(circle)).toMatchObject({ state: "lapsed", audience: null, agreed: [] });
    circle.write(fearAndBond);
    expect(await sectionOf(circle)).toMatchObject({ state: "validated", audience: "public" });
  });

  it("decided in one session may go further in another", async () => {
    const [first] = settingsOf().sessions;
    const second = { ...known(first), id: session("s05"), date: "2026-05-11" };
    const circle = await sent(
      { rule: { kind: "group-session" }, quotedMustAgree: false },
      { sessions: [known(first), second] },
    );
    await circle.validate(["lien"], { isByGroup: true, session: "s04" });
    const later = { isByGroup: true, session: "s05", audience: "public", isOnlyAudience: true } as const;
    await circle.validate(["lien"], { ...later, abstain: ["P03"] });
    expect((await proven(circle, "public")).section).toMatchObject({ agreed: 2, sessions: ["s04", "s05"] });
  });
});

describe("who is only consulted", () => {
  it("is kept apart, and may be anyone of the study", async () => {
    const [first] = settingsOf().participants;
    const guest = { ...known(first), id: person("P09"), role: "guest" as const };
    const circle = await sent({}, { participants: [...settingsOf().participants, guest] });
    await circle.validate(["lien"], { by: ["P01"], consulted: ["P02", "P09"] });
    expect(await sectionOf(circle)).toMatchObject({
      ...{ state: "sent", agreed: ["P01"], silent: ["P02", "P03"], consulted: ["P02", "P09"] },
    });
    await circle.validate(["lien"], { by: ["P02"] });
    expect(await sectionOf(circle)).toMatchObject({ agreed: ["P01", "P02"], consulted: ["P09"] });
    const again = await circle.validate(["lien"], { consulted: ["P09"] });
    expect(again.diagnostics).toMatchObject([{ code: "validate.already" }]);
  });

  it("in session, does not agree by being there", async () => {
    const circle = await sent({ rule: { kind: "group-session" }, quotedMustAgree: false });
    await circle.validate(["lien"], { isByGroup: true, session: "s04", consulted: ["P03"] });
    expect(await sectionOf(circle)).toMatchObject({ agreed: ["P01", "P02"], consulted: ["P03"] });
  });

  it("changes no verdict, whoever, whenever", async () => {
    const answer = fc.record({
      by: fc.subarray(["P01", "P02", "P03"], { minLength: 1 }),
      stance: fc.constantFrom("by", "by", "by", "against", "abstain"),
      audience: fc.constantFrom("public", "group", undefined),
      consulted: fc.subarray(["P01", "P02", "P03"]),
    });
    const story = fc.array(answer, { maxLength: 5 });
    const rules: Validation["rule"][] = [
      { kind: "unanimity" },
      { kind: "quorum", share: 0.6 },
      { kind: "delegates", people: [person("P02")] },
    ];
    await fc.assert(
      fc.asyncProperty(story, fc.constantFrom(...rules), async (answers, rule) => {
        const [plain, asked] = [await sent({ rule }), await sent({ rule })];
        try {
          for (const { by, stance, audience, consulted } of answers) {
            const request = { [stance]: by, audience };
            await plain.validate(["lien"], request);
            await asked.validate(["lien"], request);
            if (consulted.length > 0) await asked.validate(["lien"], { consulted });
          }
          const { consulted } = await sectionOf(plain);
          expect({ ...(await sectionOf(asked)), consulted }).toEqual(await sectionOf(plain));
        } finally {
          await plain.study.close();
          await asked.study.close();
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("a section with a rule of its own", () => {
  const own = (section: string, rule: Partial<Validation>) => ({ sections: [{ section, ...rule }] });

  it("is judged by it, the others by the study's", async () => {
    const circle = await sent(own("lien", { rule: { kind: "quorum", share: 0.6 } }));
    await circle.validate(["lien", "peur"], { by: ["P01", "P02"] });
    expect(await circle.states()).toEqual({ peur: "sent", lien: "validated" });
    expect((await sectionOf(circle)).hasOwnRule).toBe(true);
    expect((await sectionOf(circle, "peur")).hasOwnRule).toBe(false);
  });

  it("named with its group comes before one named alone", async () => {
    const sections = [
      { section: "lien", minimum: 1, rule: { kind: "unanimity" } },
      { section: "g1/lien", rule: { kind: "quorum", share: 0.3 } },
    ] as const;
    const circle = await sent({ sections });
    await circle.validate(["lien"], { by: ["P01"] });
    expect(await circle.states()).toMatchObject({ lien: "validated" });
  });

  it("asks for a minimum whatever the rule, and says so", async () => {
    const few = { rule: { kind: "group-session" }, minimum: 3 } as const;
    const circle = await sent(own("lien", few));
    await circle.validate(["lien"], { isByGroup: true, session: "s04", abstain: ["P03"] });
    expect((await sectionOf(circle)).reasons).toEqual([
      { code: "reason.minimum", params: { agreed: 2, needed: 3 } },
    ]);
    await circle.validate(["lien"], { by: ["P03"] });
    expect(await sectionOf(circle)).toMatchObject({ state: "validated" });
  });

  it("left to some, hears the others without counting them, but whoever is quoted", async () => {
    const left = { rule: { kind: "delegates", people: [person("P01")] } } as const;
    const circle = await sent({ ...left });
    await circle.validate(["lien", "peur"], { by: ["P03"] });
    expect(await sectionOf(circle)).toMatchObject({
      state: "sent",
      agreed: [],
      silent: ["P01"],
      consulted: ["P03"],
    });
    await circle.validate(["lien", "peur"], { by: ["P01"], against: ["P02"] });
    expect(await sectionOf(circle)).toMatchObject({ state: "validated", agreed: ["P01"], against: ["P02"] });
    expect(await sectionOf(circle, "peur")).toMatchObject({ state: "refused" });
    expect((await proven(circle, "group")).section).toMatchObject({ opposed: 1, note: undefined });
  });

  it("left to someone of another group, asks them", async () => {
    const settings = settingsOf();
    const groups = [...settings.groups, { id: group("g2"), title: "Autre" }];
    const participants = settings.participants.map((each) =>
      each.id === "P03" ? { ...each, groups: [group("g2")] } : each,
    );
    const left = { rule: { kind: "delegates", people: [person("P03")] } } as const;
    const circle = await sent(own("lien", left), { groups, participants });
    await circle.validate(["lien"], { by: ["P03"] });
    expect(await circle.states()).toMatchObject({ lien: "validated" });
    expect(await codeOf(circle.validate(["peur"], { by: ["P03"] }))).toBe("validate.not-of-group");
  });
});

describe("a reading aloud", () => {
  const days = async ({ study }: Circle) =>
    (await study.ledger.db.selectFrom("sitting").selectAll().execute()).map(({ day }) => day);

  it("keeps its days, and counts them", async () => {
    const circle = await sent();
    circle.world.setClock("2026-05-20T10:00:00Z");
    await circle.validate(["lien"], { ...all, sittings: ["2026-05-10", "2026-05-17"] });
    expect(await days(circle)).toEqual(["2026-05-10", "2026-05-17"]);
    expect(await sectionOf(circle)).toMatchObject({
      ...{ means: ["read-aloud"], sittings: ["2026-05-10", "2026-05-17"] },
    });
    expect((await proven(circle, "group")).section).toMatchObject({ sittings: 2, means: ["read-aloud"] });
    expect((await audit(circle.study.ledger.db)).findings).toEqual([]);
    const again = await circle.validate(["lien"], { ...all, sittings: ["2026-05-10", "2026-05-17"] });
    expect(again.diagnostics).toMatchObject([{ code: "validate.already" }]);
  });

  it("was held on the day of its session, or today, when nobody says", async () => {
    const circle = await sent();
    circle.world.setClock("2026-05-20T10:00:00Z");
    await circle.validate(["lien"], { isByGroup: true, session: "s04", means: "read-aloud" });
    await circle.validate(["peur"], { ...all, means: "read-aloud" });
    expect(await days(circle)).toEqual(["2026-05-10", "2026-05-20"]);
  });

  it("in a session still to come is recorded with a warning", async () => {
    const circle = await sent();
    circle.world.setClock("2026-05-01T10:00:00Z");
    const { diagnostics } = await circle.validate(["lien"], { isByGroup: true, session: "s04" });
    expect(diagnostics).toMatchObject([{ code: "validate.session-to-come", severity: "warning" }]);
  });
});

describe("a note beside an opposition", () => {
  const inSession = { isByGroup: true, session: "s04" } as const;
  const note = "Une personne du groupe ne vit pas les choses ainsi.";

  it("stands beside exactly these words while someone opposes them", async () => {
    const circle = await sent(majority);
    const { sections } = await circle.validate(["lien"], { ...inSession, against: ["P03"], note });
    expect(sections).toMatchObject([{ state: "validated", isNoted: true, hasNote: true }]);
    expect((await proven(circle, "group")).section).toMatchObject({ opposed: 1, note });
    expect((await audit(circle.study.ledger.db)).findings).toEqual([]);
    circle.write(fearAndBond.replace("bonjour", "bonsoir"));
    expect(await sectionOf(circle)).toMatchObject({ hasNote: false });
    circle.write(fearAndBond);
    await circle.validate(["lien"], { by: ["P03"] });
    expect((await proven(circle, "group")).section).toMatchObject({ opposed: 0, note: undefined });
  });

  it("given later turns nobody's answer into an agreement; the latest counts", async () => {
    const circle = await sent(majority);
    await circle.validate(["lien"], { by: ["P01", "P02"], against: ["P03"] });
    await circle.validate(["lien"], { ...inSession, note: "Premiers mots." });
    const { diagnostics } = await circle.validate(["lien"], { ...inSession, note });
    expect(diagnostics).toEqual([]);
    expect(await sectionOf(circle)).toMatchObject({ against: ["P03"], hasNote: true });
    expect((await proven(circle, "group")).section).toMatchObject({ opposed: 1, note });
    const again = await circle.validate(["lien"], { ...inSession, note });
    expect(again.diagnostics).toMatchObject([{ code: "validate.already" }]);
  });

  it("opens nothing that the rule keeps closed", async () => {
    const circle = await sent();
    await circle.validate(["lien"], { ...inSession, against: ["P03"], note });
    expect(await sectionOf(circle)).toMatchObject({ state: "refused", hasNote: true });
  });

  it("counts an opposition to the audience alone, for that audience", async () => {
    const circle = await sent(majority);
    await circle.validate(["lien"], { ...all, audience: "public" });
    await circle.validate(["lien"], { against: ["P03"], audience: "public", isOnlyAudience: true });
    await circle.validate(["lien"], { ...inSession, note });
    expect((await proven(circle, "group")).section).toMatchObject({ opposed: 0, note: undefined });
    expect((await proven(circle, "public")).section).toMatchObject({ opposed: 1, note });
    expect((await sectionOf(circle)).reasons).toEqual([
      { code: "reason.audience-against", params: { audience: "public", people: "P03" } },
    ]);
  });

  it("that names someone, or beside no opposition, is recorded with a warning", async () => {
    const circle = await sent(majority);
    for (const named of ["L’avis de KARIM reste.", "Selon P02, non.", "Le mot de Nadia"]) {
      const { diagnostics } = await circle.validate(["lien"], {
        ...inSession,
        against: ["P03"],
        note: named,
      });
      expect(diagnostics).toMatchObject([{ code: "validate.note-names", severity: "warning" }]);
      expect(JSON.stringify(diagnostics)).not.toMatch(/karim|nadia|avis/i);
    }
    const { diagnostics } = await circle.validate(["peur"], { ...inSession, note });
    expect(diagnostics).toMatchObject([{ code: "validate.note-without-opposition" }]);
  });

  it("that no line of the journal answers for is not one", async () => {
    const circle = await sent(majority);
    await circle.validate(["lien"], { ...all, by: ["P01", "P02"], against: ["P03"] });
    const { fingerprint } = await sectionOf(circle);
    const row = {
      id: "n009",
      grp: "g1",
      section: "lien",
      fingerprint,
      content: note,
      session: null,
      at: "2026",
    };
    await circle.study.ledger.db.insertInto("minority_note").values(row).execute();
    expect(await sectionOf(circle)).toMatchObject({ hasNote: false });
  });
});

describe("whom to ask again", () => {
  const asking: Partial<Validation> = { silence: "ask-again", askAgainAfter: 14 };

  it("is who was sent the words and has said nothing, from a day on", async () => {
    const circle = await sent(asking);
    const day = circle.world.now().toISOString().slice(0, 10);
    const from = new Date(Date.parse(day) + 14 * 86_400_000).toISOString().slice(0, 10);
    await circle.validate(["lien"], { by: ["P01"] });
    expect((await sectionOf(circle)).askAgain).toEqual([
      { participant: "P02", from },
      { participant: "P03", from },
    ]);
    expect((await sectionOf(circle)).reasons).toMatchObject([{ code: "reason.silent" }]);
    circle.world.setClock(`${from}T00:00:00Z`);
    await circle.validate(["lien"], { against: ["P03"] });
    expect((await sectionOf(circle)).askAgain).toEqual([{ participant: "P02", since: day }]);
    await circle.correct({ by: "P02", section: "lien" });
    expect((await sectionOf(circle)).askAgain).toEqual([]);
  });

  it("is nobody where silence is not asked about, no delay is set, or the words were not sent", async () => {
    for (const validation of [
      { ...asking, silence: "not-agreement" },
      { ...asking, askAgainAfter: null },
    ] as const)
      expect((await sectionOf(await sent(validation))).askAgain).toEqual([]);
    const atOnce = await sectionOf(await sent({ ...asking, askAgainAfter: null }));
    expect(atOnce.reasons).toMatchObject([{ code: "reason.ask-again" }]);
    const circle = await sent(asking);
    circle.write(fearAndBond.replace("bonjour", "bonsoir"));
    expect((await sectionOf(circle)).askAgain).toEqual([]);
  });

  it("is nobody for what is validated, silent people or not", async () => {
    const circle = await sent({ ...majority, ...asking });
    await circle.validate(["lien"], { by: ["P01", "P02"] });
    expect(await sectionOf(circle)).toMatchObject({ state: "validated", silent: ["P03"], askAgain: [] });
  });
});

describe("what cannot be recorded", () => {
  const refusals: [string, Partial<ValidateRequest>][] = [
    ["validate.audience-missing", { ...all, isOnlyAudience: true }],
    ["validate.group-is-words", { against: ["P01"], audience: "group", isOnlyAudience: true }],
    ["validate.sittings-means", { ...all, means: "written", sittings: ["2026-01-02"] }],
    ["validate.bad-day", { ...all, sittings: ["2026-02-30"] }],
    ["validate.day-to-come", { ...all, sittings: ["2999-01-01"] }],
    ["validate.days-order", { ...all, sittings: ["2026-01-03", "2026-01-02"] }],
    ["validate.days-order", { ...all, sittings: ["2026-01-02", "2026-01-02"] }],
    ["validate.note-needs-group", { ...all, note: "mots" }],
    ["validate.note-empty", { isByGroup: true, session: "s04", note: " " }],
    ["validate.two-answers", { by: ["P01"], consulted: ["P01"] }],
    ["validate.unknown-person", { consulted: ["P77"] }],
  ];
  it.each(refusals)("is refused: %s", async (code, request) => {
    const circle = await sent();
    circle.world.setClock("2026-06-01T10:00:00Z");
    expect(await codeOf(circle.validate(["lien"], request))).toBe(code);
    expect(await circle.study.ledger.db.selectFrom("validation").selectAll().execute()).toEqual([]);
  });
});
