// A rule of agreement changed in retour.yaml after people spoke, on a real ledger: it opens
// nothing until the group has been asked under it.
import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { audit } from "../../src/ledger/audit.ts";
import type { Study } from "../../src/study/open.ts";
import type { Settings } from "../../src/study/settings.ts";
import { asTheyAreNow } from "../../src/study/withdrawn.ts";
import type { ValidateRequest } from "../../src/validation/answers.ts";
import { statusOf } from "../../src/validation/status.ts";
import { validate, type ValidateResult } from "../../src/validation/validate.ts";
import { validatedSections } from "../../src/validation/validated.ts";
import { sentStudy } from "./commands.ts";
import { fearAndBond, gather, group, known, person, settingsOf, type Circle } from "./circle.ts";

type Validation = Settings["validation"];
const usual = settingsOf().validation;
const majority = { rule: { kind: "quorum", share: 0.6 } } as const;
const ofRule = (validation: Partial<Validation>): Partial<Settings> => ({
  validation: { ...usual, ...validation },
});
const changed = { code: "reason.rule-changed", params: { audience: "group" } };

async function sent(settings: Partial<Settings> = {}): Promise<Circle> {
  const circle = await gather(settings);
  circle.write(fearAndBond);
  await circle.speak({ 1: "P03" });
  await circle.send();
  return circle;
}

/** The same study once retour.yaml was edited. */
const edited = ({ study }: Circle, settings: Partial<Settings>): Study => ({
  ...study,
  settings: settingsOf(settings),
});

function say(study: Study, { world }: Circle, request: Partial<ValidateRequest>): Promise<ValidateResult> {
  return validate(
    study,
    {
      ...{ sections: ["lien"], by: [], isByGroup: false, session: undefined, against: [], abstain: [] },
      ...{ consulted: [], sittings: [], audience: undefined, isOnlyAudience: false },
      ...{ means: undefined, note: undefined, ...request },
    },
    world,
  );
}

async function standing(study: Study, { world }: Circle, id = "lien") {
  const found = known((await statusOf(study, world)).sections.find((each) => each.id === id));
  return { state: found.state, audience: found.audience, reasons: found.reasons };
}
async function leaves(study: Study, audience: "group" | "public", id = "lien"): Promise<boolean> {
  return (await validatedSections(study, audience)).sections.some((each) => each.id === id);
}

/** P03 is not of the group's people any more, in the file. */
const without = (role: "guest" | "tiers" | undefined): Partial<Settings> => ({
  participants: settingsOf().participants.flatMap((each) =>
    each.id !== "P03" ? [each] : role === undefined ? [] : [{ ...each, role }],
  ),
});
const two = { by: ["P01", "P02"] };

it.each<[string, string, Partial<Settings>, Partial<Settings>]>([
  ["a quorum in place of all", "lien", {}, ofRule(majority)],
  [
    "a lower quorum",
    "lien",
    ofRule({ rule: { kind: "quorum", share: 1 } }),
    ofRule({ rule: { kind: "quorum", share: 0.5 } }),
  ],
  ["a lower minimum", "lien", ofRule({ ...majority, minimum: 3 }), ofRule(majority)],
  [
    "the quoted who need not agree",
    "peur",
    ofRule(majority),
    ofRule({ ...majority, quotedMustAgree: false }),
  ],
  ["delegates", "lien", {}, ofRule({ rule: { kind: "delegates", people: [person("P01")] } })],
  [
    "other delegates",
    "lien",
    ofRule({ rule: { kind: "delegates", people: [person("P03")] } }),
    ofRule({ rule: { kind: "delegates", people: [person("P01")] } }),
  ],
  ["a rule of its own", "lien", {}, ofRule({ sections: [{ section: "lien", ...majority }] })],
  ["someone made a guest", "lien", {}, without("guest")],
  ["someone made the third person", "lien", {}, without("tiers")],
  ["someone removed", "lien", {}, without(undefined)],
  ["someone quoted made a guest", "peur", ofRule(majority), { ...ofRule(majority), ...without("guest") }],
  [
    "someone put in another group",
    "lien",
    {},
    {
      participants: settingsOf().participants.map((each) =>
        each.id === "P03" ? { ...each, groups: [group("g2")] } : each,
      ),
    },
  ],
])("%s holds the words back until the group is asked again", async (_, section, before, after) => {
  const circle = await sent(before);
  await say(circle.study, circle, { ...two, sections: [section] });
  expect((await standing(circle.study, circle, section)).state).toBe("sent");
  const now = edited(circle, after);
  expect(await standing(now, circle, section)).toMatchObject({ state: "sent", audience: null });
  expect((await standing(now, circle, section)).reasons[0]).toEqual(changed);
  expect(await leaves(now, "group", section)).toBe(false);
  const { heldBack } = await validatedSections(now, "group");
  expect(heldBack.find(({ id }) => id === section)?.reasons[0]).toEqual(changed);
  // The same people say the same: under another rule it is another answer.
  const { sections, diagnostics } = await say(now, circle, { ...two, sections: [section] });
  expect(diagnostics).toEqual([]);
  expect(sections).toMatchObject([{ state: "validated" }]);
  expect(await leaves(now, "group", section)).toBe(true);
  const { diagnostics: again } = await say(now, circle, { ...two, sections: [section] });
  expect(again).toMatchObject([{ code: "validate.already" }]);
  expect((await audit(now.ledger.db)).findings).toEqual([]);
});

it("a decision in session is not made under a rule that came after it either", async () => {
  const circle = await sent();
  const inSession = { isByGroup: true, session: "s04", abstain: ["P03"] };
  await say(circle.study, circle, inSession);
  const now = edited(circle, ofRule({ rule: { kind: "group-session" } }));
  expect((await standing(now, circle)).reasons[0]).toEqual(changed);
  await say(now, circle, inSession);
  expect((await standing(now, circle)).state).toBe("validated");
});

it("says so of words that were never sent, beside that", async () => {
  const circle = await gather();
  circle.write(fearAndBond);
  await say(circle.study, circle, { isByGroup: true, session: "s04", abstain: ["P03"] });
  const { state, reasons } = await standing(edited(circle, ofRule(majority)), circle);
  expect(state).toBe("draft");
  expect(reasons).toEqual([{ code: "reason.never-sent", params: {} }, changed]);
});

it("a rule made stricter, and a rule under which both agree, need nothing", async () => {
  const circle = await sent(ofRule(majority));
  await say(circle.study, circle, two);
  expect((await standing(circle.study, circle)).state).toBe("validated");
  const stricter = edited(circle, ofRule({}));
  expect((await standing(stricter, circle)).reasons).toEqual([
    { code: "reason.silent", params: { people: "P03" } },
  ]);
  await say(stricter, circle, { by: ["P03"] });
  expect((await standing(stricter, circle)).state).toBe("validated");
  expect((await standing(circle.study, circle)).state).toBe("validated");
});

it("holds the words in the group when only their way further depends on the change", async () => {
  const circle = await sent();
  await say(circle.study, circle, { by: ["P01", "P02", "P03"] });
  const further = { ...two, audience: "public", isOnlyAudience: true } as const;
  await say(circle.study, circle, further);
  const now = edited(circle, ofRule(majority));
  const reason = { code: "reason.rule-changed", params: { audience: "public" } };
  expect(await standing(now, circle)).toMatchObject({ state: "validated", audience: "group" });
  expect((await standing(now, circle)).reasons).toContainEqual(reason);
  const { heldBack } = await validatedSections(now, "public");
  expect(heldBack.find(({ id }) => id === "lien")?.reasons).toContainEqual(reason);
  // That the words are agreed to again says nothing of how far they go.
  await say(now, circle, two);
  expect(await leaves(now, "public")).toBe(false);
  await say(now, circle, further);
  expect(await leaves(now, "public")).toBe(true);
});

it("is not settled by an opposition, a consultation, or the yes of who is not counted", async () => {
  const circle = await sent();
  await say(circle.study, circle, two);
  const rule = { kind: "delegates", people: [person("P01")] } as const;
  const now = edited(circle, ofRule({ rule }));
  await say(now, circle, { consulted: ["P03"] });
  await say(now, circle, { by: ["P02"] });
  await say(now, circle, { against: ["P03"] });
  expect((await standing(now, circle)).reasons[0]).toEqual(changed);
  await say(now, circle, { by: ["P01"] });
  expect((await standing(now, circle)).state).toBe("validated");
});

it("waits for nobody who withdrew everything", async () => {
  for (const before of [{}, ofRule({ rule: { kind: "delegates", people: ["P01", "P03"].map(person) } })]) {
    const circle = await sent(before);
    await say(circle.study, circle, { ...two, audience: "public" });
    await circle.study.ledger.write(async (change) => {
      await change.insert("withdrawal", [{ id: "w001", participant: "P03", scope: "all", at: "2026" }]);
      change.record("words.withdrawn", "withdrawal", "w001");
    });
    // Whoever left is out of the rule that names them, too.
    const participants = await asTheyAreNow(settingsOf().participants, circle.study.ledger);
    const after =
      "validation" in before ? ofRule({ rule: { kind: "delegates", people: [person("P01")] } }) : {};
    expect(await standing(edited(circle, { ...after, participants }), circle)).toMatchObject({
      ...{ state: "validated", reasons: [] },
    });
  }
});

it("an older row says nothing of its rule; one changed by hand is found, and one nobody can read is no voice", async () => {
  const circle = await sent();
  await say(circle.study, circle, two);
  const now = edited(circle, ofRule(majority));
  const { db } = circle.study.ledger;
  const written = await db.selectFrom("validation").select("electorate").execute();
  expect(written).toEqual([
    {
      electorate:
        '{"rule":{"kind":"unanimity"},"minimum":1,"quotedMustAgree":true,"participants":["P01","P02","P03"],"quoted":[]}',
    },
  ]);
  await db.updateTable("validation").set({ electorate: null }).execute();
  expect((await standing(now, circle)).state).toBe("validated");
  expect((await audit(db)).findings).toMatchObject([{ code: "audit.row-changed" }]);
  for (const unread of [
    "",
    "{}",
    '{"rule":{"kind":"none"}}',
    written[0]?.electorate?.replace("P03", "P3x"),
  ]) {
    await db
      .updateTable("validation")
      .set({ electorate: unread ?? "" })
      .execute();
    expect(await standing(now, circle)).toMatchObject({ state: "sent" });
    expect((await standing(now, circle)).reasons).not.toContainEqual(changed);
  }
});

it("is said as a person meets it, in retour.yaml and at the terminal", async () => {
  const { run, path } = await sentStudy({ columns: 400 });
  const agreement = ["validate", "lien", "--by", "P01,P02", "--audience", "group"];
  await run(...agreement);
  const settings = readFileSync(path("retour.yaml"), "utf8");
  writeFileSync(path("retour.yaml"), settings.replace("rule: unanimity", "rule: {quorum: 0.6}"));
  const said =
    "la règle a été changée dans retour.yaml depuis que chacun s’est exprimé, et celle d’alors n’est pas remplie\u202f: redemandez au groupe, puis enregistrez sa réponse avec retour validate";
  expect((await run("status")).out).toContain(said);
  expect((await run("export", "--audience", "group", "--dry-run")).out).toContain(said);
  expect((await run(...agreement)).out).toContain("validée");
  expect((await run("status")).out).not.toContain("la règle a été changée");
});
