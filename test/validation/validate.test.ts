// Recording what people agree to, on a real ledger.
import { describe, expect, it } from "vitest";
import { RetourError } from "../../src/kernel/diagnostic.ts";
import { audit } from "../../src/ledger/audit.ts";
import { asSectionId } from "../../src/kernel/ids.ts";
import { statusOf } from "../../src/validation/status.ts";
import { validatedSections } from "../../src/validation/validated.ts";
import { gather, group, known, person, session, settingsOf, type Circle } from "./circle.ts";
import { whole } from "../settings.ts";

const document = `---
group: g1
---

# Questions de réseau

## La peur {#peur}

### Ce qui a été dit

> On a peur de rentrer dans le hall.
>
> — éducatrice (s01.1)

## Le lien {#lien}

On se dit bonjour, et puis plus rien.
`;

const everyone = { by: ["P01", "P02", "P03"], audience: "public" } as const;
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof RetourError) return error.code;
    throw error;
  }
  return "";
};

async function sent(changes: Parameters<typeof gather>[0] = {}): Promise<Circle> {
  const circle = await gather(changes);
  circle.write(document);
  await circle.speak({ 1: "P02" });
  await circle.send();
  return circle;
}
const rows = (circle: Circle) => circle.study.ledger.db.selectFrom("validation").selectAll().execute();
const voices = (circle: Circle) => circle.study.ledger.db.selectFrom("voice").selectAll().execute();

describe("persons who agree one by one", () => {
  it("agree to the words they were sent, which the ledger keeps", async () => {
    const circle = await sent();
    const { sections } = await circle.validate(["lien"], everyone);
    expect(sections).toMatchObject([{ id: "lien", state: "validated", audience: "public" }]);
    expect(await rows(circle)).toMatchObject([
      {
        id: "v0001",
        content: "## Le lien {#lien}\n\nOn se dit bonjour, et puis plus rien.",
        fingerprint: sections[0]?.given,
        means: "written",
        session: null,
        by_group: 0,
      },
    ]);
    expect(await voices(circle)).toHaveLength(3);
    expect((await audit(circle.study.ledger.db)).findings).toEqual([]);
  });

  it("agree to the sent words even when the document has changed, which is said", async () => {
    const circle = await sent();
    circle.write(document.replace("bonjour", "bonsoir"));
    const { sections, diagnostics } = await circle.validate(["lien"], everyone);
    expect(diagnostics).toMatchObject([
      { code: "validate.document-changed", severity: "warning", place: { file: "retours/g1.md", line: 15 } },
    ]);
    expect(sections).toMatchObject([{ state: "lapsed", audience: null }]);
    const { heldBack } = await validatedSections(circle.study, "public");
    expect(heldBack.find(({ id }) => id === "lien")?.reasons[0]).toEqual({
      code: "reason.lapsed",
      params: { was: "bonjour", now: "bonsoir" },
    });
  });

  it("can oppose and abstain one by one", async () => {
    const circle = await sent();
    const { sections } = await circle.validate(["lien"], { by: ["P01"], against: ["P02"], abstain: ["P03"] });
    expect(sections).toMatchObject([
      { state: "refused", agreed: ["P01"], against: ["P02"], abstained: ["P03"], silent: [] },
    ]);
  });

  it("agree to nothing when the section was not sent", async () => {
    const circle = await gather();
    circle.write(document);
    expect(await codeOf(circle.validate(["lien"], everyone))).toBe("validate.not-sent");
    await circle.send();
    circle.write(`${document}\n## Nouvelle {#nouvelle}\n\nmots\n`);
    expect(await codeOf(circle.validate(["nouvelle"], everyone))).toBe("validate.not-in-edition");
    expect(await rows(circle)).toEqual([]);
  });

  it("of several sections agree to all or, when one is refused, to none", async () => {
    const circle = await sent();
    expect(await codeOf(circle.validate(["lien", "absente"], everyone))).toBe("section.unknown");
    expect(await rows(circle)).toEqual([]);
    await circle.validate(["lien", "peur", "lien"], everyone);
    expect(await rows(circle)).toHaveLength(2);
  });
});

describe("the group in session", () => {
  const decision = { isByGroup: true, session: "s04" };

  it("agrees to the words read in the room, the document's own", async () => {
    const circle = await sent({
      validation: { ...settingsOf().validation, rule: { kind: "group-session" } },
    });
    circle.write(document.replace("bonjour", "bonsoir"));
    const { sections, diagnostics } = await circle.validate(["lien"], { ...decision, abstain: ["P03"] });
    expect(sections).toMatchObject([{ state: "validated", abstained: ["P03"] }]);
    expect(diagnostics.map(({ code }) => code)).toEqual([]);
    const [row] = await rows(circle);
    expect(row).toMatchObject({ means: "session", session: "s04", by_group: 1 });
    expect(row?.content).toContain("bonsoir");
  });

  it("needs no edition sent, and can have had it read aloud", async () => {
    const circle = await gather();
    circle.write(document);
    await circle.validate(["lien"], { ...decision, means: "read-aloud", audience: "institution" });
    expect(await rows(circle)).toMatchObject([{ means: "read-aloud", audience: "institution" }]);
  });

  it("is those who were there and are of the group", async () => {
    const settings = settingsOf();
    const absent = { ...settings.sessions[0], id: session("s04"), present: ["P01", "P02"].map(person) };
    const circle = await sent({ sessions: [{ ...known(settings.sessions[0]), ...absent }] });
    await circle.validate(["lien"], decision);
    expect((await voices(circle)).map((voice) => voice.participant)).toEqual(["P01", "P02"]);
    expect(await codeOf(circle.validate(["lien"], { ...decision, against: ["P03"] }))).toBe(
      "validate.not-present",
    );
  });
});

describe("answers that cannot be", () => {
  const refusals: [string, Parameters<Circle["validate"]>[1]][] = [
    ["validate.who-missing", {}],
    ["validate.both-ways", { by: ["P01"], isByGroup: true, session: "s04" }],
    ["validate.session-missing", { isByGroup: true }],
    ["validate.unknown-session", { isByGroup: true, session: "s99" }],
    ["validate.unknown-person", { by: ["P99"] }],
    ["validate.two-answers", { by: ["P01"], against: ["P01"] }],
    ["validate.nobody-present", { isByGroup: true, session: "s05" }],
  ];
  it.each(refusals)("are refused: %s", async (code, request) => {
    const [first] = settingsOf().sessions;
    const empty = { ...known(first), id: session("s05"), present: [] };
    const circle = await sent({ sessions: [known(first), empty] });
    expect(await codeOf(circle.validate(["lien"], request))).toBe(code);
    expect(await rows(circle)).toEqual([]);
  });

  it("are of another group, unless it quotes the person", async () => {
    const settings = settingsOf();
    const other = { ...known(settings.participants[1]), groups: [group("g2")] };
    const groups = [...settings.groups, { id: group("g2"), title: "Autre" }];
    const participants = settings.participants.map((each) => (each.id === other.id ? other : each));
    const circle = await sent({ groups, participants });
    expect(await codeOf(circle.validate(["lien"], { by: ["P02"] }))).toBe("validate.not-of-group");
    const { sections } = await circle.validate(["peur"], { by: ["P01", "P02", "P03"] });
    expect(sections).toMatchObject([{ state: "validated" }]);
  });

  it("are of a session of another group", async () => {
    const settings = settingsOf();
    const elsewhere = { ...known(settings.sessions[0]), group: group("g2") };
    const groups = [...settings.groups, { id: group("g2"), title: "Autre" }];
    const participants = settings.participants.map((each) => ({
      ...each,
      groups: groups.map(({ id }) => id),
    }));
    const circle = await sent({ groups, participants, sessions: [elsewhere] });
    const decision = { isByGroup: true, session: "s04" };
    expect(await codeOf(circle.validate(["g1/lien"], decision))).toBe("validate.session-of-another-group");
    expect(await codeOf(circle.validate(["lien"], decision))).toBe("section.unknown");
  });
});

describe("the same answers again", () => {
  it("are not recorded twice, and it is said", async () => {
    const circle = await sent();
    await circle.validate(["lien"], everyone);
    const { diagnostics } = await circle.validate(["lien"], everyone);
    expect(diagnostics).toMatchObject([{ code: "validate.already", severity: "info" }]);
    await circle.validate(["lien"], { isByGroup: true, session: "s04" });
    await circle.validate(["lien"], { isByGroup: true, session: "s04" });
    expect(await rows(circle)).toHaveLength(2);
  });

  it("are recorded where they say something new", async () => {
    const circle = await sent();
    await circle.validate(["lien"], { ...everyone, by: ["P01", "P02"] });
    await circle.validate(["lien"], everyone);
    expect((await voices(circle)).map((each) => each.validation)).toEqual(["v0001", "v0001", "v0002"]);
    await circle.validate(["lien"], { ...everyone, audience: "group" });
    expect(await voices(circle)).toHaveLength(6);
  });

  it("are new after a correction by the person", async () => {
    const circle = await sent();
    await circle.validate(["lien"], everyone);
    const correction = await circle.correct({ by: "P02", section: "lien" });
    expect(await circle.states()).toMatchObject({ lien: "corrected" });
    await circle.decide(correction, "declined");
    expect(await circle.states()).toMatchObject({ lien: "sent" });
    const { sections } = await circle.validate(["lien"], { by: ["P02"] });
    expect(sections).toMatchObject([{ state: "validated" }]);
    expect(await voices(circle)).toHaveLength(4);
  });
});

describe("agreement in the ledger", () => {
  it("is not what someone wrote in its tables without the journal", async () => {
    const circle = await sent();
    await circle.validate(["lien"], { by: ["P01", "P02"] });
    const [row] = await rows(circle);
    const { db } = circle.study.ledger;
    await db
      .insertInto("validation")
      .values({ ...known(row), id: "v0009" })
      .execute();
    await db
      .insertInto("voice")
      .values({ validation: "v0009", participant: "P03", stance: "agree" })
      .execute();
    expect(await circle.states()).toMatchObject({ lien: "sent" });
  });

  it("is taken back by a correction whose return is not in the journal", async () => {
    const circle = await sent();
    await circle.validate(["lien"], everyone);
    const { db } = circle.study.ledger;
    const row = { id: "x", edition: "r01", participant: "P01", format: "md", sha256: "x", received: "2020" };
    await db.insertInto("return").values(row).execute();
    await db
      .insertInto("correction")
      .values({
        ...{ id: "c009", return: "x", edition: "r01", participant: "P01", grp: "g1", section: "lien" },
        ...{ kind: "minor", proposed: 0, start: null, end: null, before: "", after: "", comment: "" },
        received: "2020",
      })
      .execute();
    expect(await circle.states()).toMatchObject({ lien: "corrected" });
  });

  it("includes that of the people quoted", async () => {
    const circle = await sent({
      validation: {
        rule: { kind: "quorum", share: 0.6 },
        silence: "not-agreement",
        quotedMustAgree: true,
        ...whole,
      },
    });
    const { sections } = await circle.validate(["peur", "lien"], { by: ["P01", "P03"] });
    expect(sections.map(({ state }) => state)).toEqual(["sent", "validated"]);
    expect(sections[0]?.reasons).toEqual([{ code: "reason.quoted", params: { people: "P02" } }]);
  });
});

describe("words that nobody can say whose they are", () => {
  const quoting = (turn: string): string => document.replace("s01.1", turn);
  const [meeting] = settingsOf().sessions;
  const recorded = { ...known(meeting), id: session("s01") };

  it.each([
    ["of a turn that is not there", quoting("s01.9"), recorded, "s01.9"],
    ["of a recording, not yet given to anyone", quoting("s01.2"), recorded, "s01.2"],
  ])("are not validated: %s", async (_, text, held, turns) => {
    const circle = await gather({ sessions: [held] });
    circle.write(text);
    await circle.speak({ 1: "P02", 2: null });
    await circle.send();
    const { sections } = await circle.validate(["peur"], everyone);
    expect(sections).toMatchObject([
      { state: "sent", reasons: [{ code: "reason.unknown-turns", params: { turns } }] },
    ]);
  });

  it("are, when they come from notes, which say nothing of who spoke", async () => {
    const circle = await gather({ sessions: [{ ...recorded, capture: "notes" }] });
    circle.write(quoting("s01.2"));
    await circle.speak({ 2: null });
    await circle.send();
    expect((await circle.validate(["peur"], everyone)).sections).toMatchObject([{ state: "validated" }]);
  });
});

describe("status", () => {
  it("tells who was sent and who answered, by a return or by an agreement of their own", async () => {
    const circle = await sent();
    await circle.answer("P01", "r01");
    await circle.validate(["lien"], { by: ["P02"] });
    const { edition, participants } = await statusOf(circle.study, circle.world);
    expect(edition).toBe("r01");
    expect(participants).toEqual([
      { id: "P01", pseudonym: "Nadia", copies: 1, answered: true },
      { id: "P02", pseudonym: "Karim", copies: 1, answered: true },
      { id: "P03", pseudonym: "Odile", copies: 1, answered: false },
    ]);
    await circle.send();
    const again = await statusOf(circle.study, circle.world);
    expect(again.participants.map(({ copies }) => copies)).toEqual([2, 2, 2]);
    expect(again.participants.map(({ answered }) => answered)).toEqual([false, true, false]);
  });

  it("counts what one person alone decided in session as their answer, once they were sent it", async () => {
    const [only] = settingsOf().participants;
    const [meeting] = settingsOf().sessions;
    const alone = {
      participants: [known(only)],
      sessions: [{ ...known(meeting), present: [person("P01")] }],
    };
    const answered = async (kind: "individual" | "collective"): Promise<boolean[]> => {
      const circle = await sent({ ...alone, kind });
      const decided = { isByGroup: true, session: "s04" };
      circle.write(document.replace("bonjour", "bonsoir"));
      await circle.validate(["lien"], decided);
      return (await statusOf(circle.study, circle.world)).participants.map((each) => each.answered);
    };
    expect(await answered("individual")).toEqual([true]);
    expect(await answered("collective")).toEqual([false]);
  });

  it("is empty for a study that has built nothing", async () => {
    const circle = await gather();
    const { edition, sections, participants } = await statusOf(circle.study, circle.world);
    expect({ edition, sections }).toEqual({ edition: null, sections: [] });
    expect(participants.every(({ copies, answered }) => copies === 0 && !answered)).toBe(true);
  });

  it("gives a section the title that was agreed to, without private notes", async () => {
    const circle = await gather();
    circle.write("## La peur <!-- à revoir --> {#peur}\n\nmots\n");
    expect((await statusOf(circle.study, circle.world)).sections).toMatchObject([
      { id: known(asSectionId("peur")), title: "La peur" },
    ]);
  });
});
