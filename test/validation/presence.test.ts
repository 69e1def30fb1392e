// Who was present in a session, corrected in retour.yaml after the group's decision was recorded: whoever was not there
// agreed to nothing, and the decision recorded again counts those who were.
import fc from "fast-check";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/ledger/audit.ts";
import type { Study } from "../../src/study/open.ts";
import { audiences, type Settings } from "../../src/study/settings.ts";
import type { ValidateRequest } from "../../src/validation/answers.ts";
import type { RecordedRule, Voice } from "../../src/validation/facts.ts";
import { noLongerPresent, whyUncounted } from "../../src/validation/presence.ts";
import { deciders, judge, widestAudience } from "../../src/validation/rule.ts";
import { statusOf } from "../../src/validation/status.ts";
import { validate, type ValidateResult } from "../../src/validation/validate.ts";
import { validatedSections } from "../../src/validation/validated.ts";
import { sentStudy } from "./commands.ts";
import { fearAndBond, gather, known, person, settingsOf, type Circle } from "./circle.ts";

type Rule = Settings["validation"]["rule"];
const ofRule = (rule: Rule): Partial<Settings> => ({ validation: { ...settingsOf().validation, rule } });
const unanimity = ofRule({ kind: "unanimity" });
const inSession = ofRule({ kind: "group-session" });
const third = ofRule({ kind: "quorum", share: 0.3 });

/** The same study once `present` of its session was edited. */
const presentNow = ({ study }: Circle, changes: Partial<Settings>, ids: readonly string[]): Study => {
  const settings = settingsOf(changes);
  const sessions = settings.sessions.map((each) => ({ ...each, present: ids.map(person) }));
  return { ...study, settings: { ...settings, sessions } };
};

async function decided(changes: Partial<Settings>): Promise<Circle> {
  const circle = await gather(changes);
  circle.write(fearAndBond);
  await circle.speak({ 1: "P03" });
  await circle.send();
  await say(circle.study, circle, group);
  return circle;
}
const group = { isByGroup: true, session: "s04", audience: "public" } as const;

function say(study: Study, { world }: Circle, request: Partial<ValidateRequest>): Promise<ValidateResult> {
  const asked = {
    sections: ["lien"],
    by: [],
    isByGroup: false,
    session: undefined,
    against: [],
    abstain: [],
  };
  const rest = { consulted: [], sittings: [], audience: undefined, isOnlyAudience: false };
  return validate(study, { ...asked, ...rest, means: undefined, note: undefined, ...request }, world);
}
async function standing(study: Study, { world }: Circle) {
  const found = known((await statusOf(study, world)).sections.find(({ id }) => id === "lien"));
  const { state, audience, agreed, against, silent, sessions, reasons } = found;
  return { state, audience, agreed, against, silent, sessions, reasons };
}
const leaving = async (study: Study) =>
  (await validatedSections(study, "public")).sections.map(({ id, agreed }) => [id, agreed]);
const absent = (people: string) => ({ code: "reason.not-present", params: { session: "s04", people } });

describe("someone taken out of `present` after the group's decision", () => {
  it("is silent at once, and the decision recorded again counts those present only", async () => {
    const circle = await decided(third);
    expect(await leaving(circle.study)).toEqual([["lien", 3]]);
    const now = presentNow(circle, third, ["P01"]);
    expect(await standing(now, circle)).toMatchObject({
      ...{ state: "validated", agreed: ["P01"], silent: ["P02", "P03"], reasons: [absent("P02, P03")] },
    });
    expect(await leaving(now)).toEqual([["lien", 1]]);
    const { sections, diagnostics } = await say(now, circle, group);
    expect(diagnostics).toEqual([]);
    expect([...known(sections[0]).recorded]).toEqual([["P01", "agree"]]);
    expect(await standing(now, circle)).toMatchObject({ agreed: ["P01"], reasons: [] });
    expect(await leaving(now)).toEqual([["lien", 1]]);
    // What was recorded stays recorded; what was said again says who was there.
    const kept = await now.ledger.db.selectFrom("voice").selectAll().execute();
    expect(kept).toHaveLength(4);
    expect(await leaving(circle.study)).toEqual([["lien", 1]]);
    expect((await say(now, circle, group)).diagnostics).toMatchObject([{ code: "validate.already" }]);
    expect((await audit(now.ledger.db)).findings).toEqual([]);
  });

  it("counts again once the decision is recorded with them", async () => {
    const circle = await decided(unanimity);
    const now = presentNow(circle, unanimity, ["P01", "P02"]);
    await say(now, circle, group);
    expect(await standing(now, circle)).toMatchObject({ state: "sent", audience: null, silent: ["P03"] });
    expect((await standing(circle.study, circle)).state).toBe("sent");
    await say(circle.study, circle, group);
    expect(await leaving(circle.study)).toEqual([["lien", 3]]);
  });

  it("holds words back from where they were going, and says why to whoever exports", async () => {
    const circle = await decided(unanimity);
    const now = presentNow(circle, unanimity, ["P01"]);
    expect(await leaving(now)).toEqual([]);
    const { heldBack } = await validatedSections(now, "public");
    expect(heldBack.find(({ id }) => id === "lien")?.reasons[0]).toEqual(absent("P02, P03"));
    await say(now, circle, { by: ["P02", "P03"] });
    expect(await standing(now, circle)).toMatchObject({ state: "validated", audience: "group" });
    await say(now, circle, { by: ["P02", "P03"], audience: "public" });
    expect(await leaving(now)).toEqual([["lien", 3]]);
  });

  it("is heard for what they said by themselves, before or since", async () => {
    const circle = await gather(unanimity);
    circle.write(fearAndBond);
    await circle.send();
    await say(circle.study, circle, { by: ["P02"], audience: "public" });
    await say(circle.study, circle, group);
    const now = presentNow(circle, unanimity, ["P01"]);
    expect((await standing(now, circle)).agreed).toEqual(["P01", "P02"]);
    await say(now, circle, { against: ["P03"] });
    expect(await standing(now, circle)).toMatchObject({ against: ["P03"], reasons: [{}, {}] });
  });

  it("is asked anew how far, when the session had narrowed what they said: removing them carries nothing further", async () => {
    const circle = await gather(third);
    circle.write(fearAndBond);
    await circle.send();
    await say(circle.study, circle, { by: ["P02"], audience: "public" });
    await say(circle.study, circle, { ...group, audience: "group" });
    const now = presentNow(circle, third, ["P01", "P03"]);
    expect(await standing(now, circle)).toMatchObject({ audience: "group", agreed: ["P01", "P02", "P03"] });
    expect(await leaving(now)).toEqual([]);
  });

  it("has opposed, when that was recorded: only a yes is nobody's", async () => {
    const circle = await gather(third);
    circle.write(fearAndBond);
    await circle.send();
    await say(circle.study, circle, { ...group, against: ["P03"] });
    const now = presentNow(circle, third, ["P01", "P02"]);
    await say(now, circle, group);
    expect((await standing(now, circle)).against).toEqual(["P03"]);
  });

  it("does not turn what those present said by themselves since into a yes", async () => {
    const circle = await decided(third);
    await say(circle.study, circle, { against: ["P02"] });
    await circle.correct({ by: "P03", section: "lien" });
    const again = presentNow(circle, third, ["P02", "P03"]);
    await expect(say(again, circle, group)).rejects.toMatchObject({
      code: "validate.said-since",
      params: { people: "P02, P03", session: "s04" },
    });
    await say(again, circle, { by: ["P03"] });
    await say(again, circle, { ...group, against: ["P02"] });
    expect(await standing(again, circle)).toMatchObject({ agreed: ["P03"], against: ["P02"] });
  });

  it("makes the decision in session one to record again, under the rule of the session", async () => {
    const circle = await decided(inSession);
    const now = presentNow(circle, inSession, ["P01"]);
    expect(await standing(now, circle)).toMatchObject({ state: "sent", reasons: [absent("P02, P03")] });
    await say(now, circle, group);
    expect(await standing(now, circle)).toMatchObject({ state: "validated", sessions: ["s04"] });
    const gone = presentNow(circle, inSession, ["P02"]);
    expect(await standing(gone, circle)).toMatchObject({ state: "sent", sessions: [] });
  });

  it("blocks nobody once they withdrew everything", async () => {
    const circle = await decided(inSession);
    await circle.study.ledger.write(async (change) => {
      await change.insert("withdrawal", [{ id: "w001", participant: "P03", scope: "all", at: "2026" }]);
      change.record("words.withdrawn", "withdrawal", "w001");
    });
    const now = presentNow(circle, inSession, ["P01", "P02"]);
    expect(await standing(now, circle)).toMatchObject({ state: "validated", reasons: [] });
  });

  it("is said as a person meets it, in retour.yaml and at the terminal", async () => {
    const { run, path } = await sentStudy({ columns: 400 });
    const decision = ["validate", "lien", "--group", "--session", "s04", "--audience", "public"];
    expect((await run(...decision)).out).toContain("validée (public)");
    const settings = readFileSync(path("retour.yaml"), "utf8");
    const line = /(id: s04.*present: )\[P01, P02, P03\]/;
    writeFileSync(path("retour.yaml"), settings.replace(line, "$1[P01]"));
    const said = "comptés d’accord en s04, ne sont plus dans son `present` (retour.yaml)";
    for (const command of [["status"], ["export", "--audience", "public", "--dry-run"]])
      expect((await run(...command)).out).toContain(said);
    expect((await run("status", "--lang", "en")).out).toContain("their yes counts no more");
    const again = await run(...decision);
    expect(again.err).toBe("");
    expect(again.out).toContain("D’accord\u202f: P01 Nadia (présents en s04)");
    expect(again.out).toContain("n’ont rien dit (se taire n’est pas être d’accord)\u202f: P02, P03");
    expect((await run("status")).out).not.toContain(said);
  });
});

describe("whatever was said, in whichever sessions", () => {
  const people = ["P01", "P02", "P03", "P04"].map(person);
  const some = fc.subarray(people, { minLength: 1 });
  const anyRule: fc.Arbitrary<Rule> = fc.oneof(
    fc.constantFrom<Rule>({ kind: "unanimity" }, { kind: "group-session" }, { kind: "quorum", share: 0.5 }),
    some.map((own) => ({ kind: "delegates", people: own }) as const),
  );
  const anyElectorate = fc.record({
    ...{ participants: some, rule: anyRule, quotedMustAgree: fc.boolean() },
    ...{ minimum: fc.integer({ min: 1, max: 2 }), silence: fc.constant("not-agreement" as const) },
    askAgainAfter: fc.constant(null),
  });
  const anyAct = fc.record({
    by: some,
    session: fc.constantFrom(null, "s01", "s01", "s01", "s02"),
    stance: fc.constantFrom<Voice["stance"]>(
      "agree",
      "agree",
      "agree",
      "agree",
      "agree",
      "agree",
      "against",
      "abstain",
    ),
    about: fc.constantFrom<Voice["about"]>("words", "audience", "both", "both", "both"),
    audience: fc.constantFrom(...audiences, "public" as const),
    under: fc.option(anyElectorate, { nil: undefined, freq: 2 }),
  });
  const voicesOf = (acts: readonly (typeof anyAct extends fc.Arbitrary<infer A> ? A : never)[]): Voice[] =>
    acts.flatMap(({ by, session, about, audience, under, ...said }, order) =>
      (session === null ? by.slice(0, 1) : by).map((participant) => ({
        ...{ ...said, participant, session, about, order, isByGroup: session !== null },
        ...{ audience: about === "words" ? ("group" as const) : audience, validation: `v${String(order)}` },
        ...{ means: "session" as const, sittings: [], at: "2026-05-10" },
        under: under && ({ ...under, quoted: [] } satisfies RecordedRule),
      })),
    );
  const told = (voices: readonly Voice[], present: ReadonlyMap<string, ReadonlySet<string>>): Voice[] => {
    const uncounted = whyUncounted(voices, (id) => present.get(id) ?? new Set(), new Set());
    return voices.map((voice) => ({ ...voice, uncounted: uncounted(voice) }));
  };
  const wordsOf = (voices: readonly Voice[], quoted: typeof people) => ({ voices, quoted, unknownTurns: [] });
  const reach = (...given: Parameters<typeof widestAudience>): number => {
    const widest = widestAudience(...given);
    return widest === undefined ? -1 : audiences.indexOf(widest);
  };
  const acts = fc.array(anyAct, { maxLength: 7 });
  const runs = { numRuns: 8_000 };

  it("taking someone out of `present` never carries words further", () => {
    let [held, kept] = [0, 0];
    fc.assert(
      fc.property(
        ...([anyElectorate, acts, some, fc.subarray(people), some, some] as const),
        (electorate, said, quoted, left, first, second) => {
          const voices = voicesOf(said);
          const before = told(
            voices,
            new Map([
              ["s01", new Set(first)],
              ["s02", new Set(second)],
            ]),
          );
          const fewer = first.filter((each) => left.includes(each));
          const after = told(
            voices,
            new Map([
              ["s01", new Set(fewer)],
              ["s02", new Set(second)],
            ]),
          );
          const was = reach(wordsOf(before, quoted), [], electorate);
          const is = reach(wordsOf(after, quoted), [], electorate);
          held += is < was ? 1 : 0;
          kept += is >= 0 ? 1 : 0;
          expect(is).toBeLessThanOrEqual(was);
        },
      ),
      runs,
    );
    expect(held).toBeGreaterThan(100);
    expect(kept).toBeGreaterThan(100);
  });

  it("nobody agrees by a session where they were not, or that was recorded again without them", () => {
    fc.assert(
      fc.property(anyElectorate, acts, some, some, (electorate, said, present, again) => {
        const voices = voicesOf([
          ...said,
          ...[{ by: again, session: "s01", stance: "agree", about: "both", audience: "public" } as const].map(
            (each) => ({ ...each, under: undefined }),
          ),
        ]);
        const given = told(voices, new Map([["s01", new Set<string>(present)]]));
        const byThemselves = new Set(
          voices
            .filter(({ session, stance }) => session === null && stance === "agree")
            .map((v) => v.participant),
        );
        const there = again.filter((each) => present.includes(each));
        for (const audience of audiences) {
          const { agreed } = judge(wordsOf(given, []), [], electorate, audience);
          expect(agreed.every((each) => there.includes(each) || byThemselves.has(each))).toBe(true);
          for (const each of there) if (deciders(electorate).includes(each)) expect(agreed).toContain(each);
        }
        const unsaid = noLongerPresent(given).flatMap(({ params }) => ("people" in params ? [params] : []));
        expect(unsaid.every(({ people: named }) => !there.some((each) => named.includes(each)))).toBe(true);
      }),
      runs,
    );
  });
});
