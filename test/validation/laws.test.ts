// What holds for every group, every rule and everything that people may say, in any order.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audiences, covers, type Audience, type ValidationRule } from "../../src/study/settings.ts";
import { asSectionId, type ParticipantId } from "../../src/kernel/ids.ts";
import type {
  CorrectionFact,
  Electorate,
  RecordedRule,
  SectionFacts,
  Stance,
  Voice,
} from "../../src/validation/facts.ts";
import { deciders, judge, widestAudience } from "../../src/validation/rule.ts";
import { stateOf } from "../../src/validation/state.ts";
import { select } from "../../src/validation/validated.ts";
import { group, known, person } from "./circle.ts";

/** P05 is of no group, and may be quoted. */
const people = ["P01", "P02", "P03", "P04", "P05"].map(person);
const participants = people.slice(0, 4);
const anyPerson = fc.constantFrom(...people);
const anyAudience = fc.constantFrom(...audiences);
const wider = fc.constantFrom<Audience>("institution", "public");
const anyStance: fc.Arbitrary<Stance> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Stance>("agree") },
  { weight: 1, arbitrary: fc.constantFrom<Stance>("against", "abstain") },
);

const anyRule: fc.Arbitrary<ValidationRule> = fc.oneof(
  fc.constant({ kind: "unanimity" } as const),
  fc.constantFrom(0.25, 0.5, 0.75, 1).map((share) => ({ kind: "quorum", share }) as const),
  fc.constant({ kind: "group-session" } as const),
  fc
    .subarray(people, { minLength: 1, maxLength: 2 })
    .map((each) => ({ kind: "delegates", people: each }) as const),
);
const anyElectorate: fc.Arbitrary<Electorate> = fc.record({
  participants: fc.subarray(participants, { minLength: 1 }),
  rule: anyRule,
  quotedMustAgree: fc.boolean(),
  minimum: fc.integer({ min: 1, max: 3 }),
  silence: fc.constantFrom("not-agreement", "ask-again"),
  askAgainAfter: fc.constantFrom(null, 14),
});

type Said = Pick<Voice, "stance" | "about" | "audience">;
const aboutWords: fc.Arbitrary<Said> = fc.record({
  ...{ stance: anyStance, about: fc.constant("words"), audience: fc.constant("group") },
});
const aboutAudience: fc.Arbitrary<Said> = fc.record({
  ...{ stance: anyStance, about: fc.constant("audience"), audience: wider },
});
const aboutBoth: fc.Arbitrary<Said> = fc.record({
  ...{ stance: anyStance, about: fc.constant("both"), audience: anyAudience },
});

/** One person, or several in session, saying one thing. */
interface Act {
  readonly said: Said;
  readonly by: readonly ParticipantId[];
  readonly isByGroup: boolean;
}
const actOf = (said: fc.Arbitrary<Said>): fc.Arbitrary<Act> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ said, by: anyPerson.map((each) => [each]), isByGroup: fc.constant(false) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        said,
        by: fc.subarray(participants, { minLength: 1 }),
        isByGroup: fc.constant(true),
      }),
    },
  );
const anySaid = fc.oneof(aboutWords, aboutAudience, aboutBoth);
const anyActs = fc.array(actOf(anySaid), { maxLength: 10 });
const anyQuoted = fc.subarray(people, { maxLength: 2 });

function voicesOf(acts: readonly Act[]): Voice[] {
  return acts.flatMap(({ said, by, isByGroup }, order) =>
    by.map((participant) => ({
      ...{ ...said, participant, order, isByGroup, means: "written" as const, session: null, sittings: [] },
      ...{ validation: `v${String(order)}`, at: `2026-05-10T10:00:0${String(order)}Z` },
    })),
  );
}
const wordsOf = (acts: readonly Act[], quoted: readonly ParticipantId[] = []) => ({
  ...{ voices: voicesOf(acts), quoted, unknownTurns: [] },
});
const reach = (audience: Audience | undefined): number =>
  audience === undefined ? -1 : audiences.indexOf(audience);
const runs = { numRuns: 3_000 };

describe("whatever is said, by whom and in which order", () => {
  it("silence is never agreement: who counts as agreeing has said so, of that very question", () => {
    fc.assert(
      fc.property(anyElectorate, anyActs, anyQuoted, anyAudience, (electorate, acts, quoted, audience) => {
        const words = wordsOf(acts, quoted);
        const hasSaid = (by: ParticipantId): boolean =>
          words.voices.some(
            ({ participant, stance, about, audience: given }) =>
              participant === by &&
              stance === "agree" &&
              (audience === "group" ? about !== "audience" : about !== "words" && covers(given, audience)),
          );
        const verdict = judge(words, [], electorate, audience);
        expect(verdict.agreed.every(hasSaid)).toBe(true);
        if (!verdict.holds) return;
        const asked = deciders(electorate);
        const agreeing = asked.filter(hasSaid).length;
        expect(agreeing).toBeGreaterThanOrEqual(Math.max(1, electorate.minimum));
        if (electorate.quotedMustAgree) expect(quoted.every(hasSaid)).toBe(true);
        const { rule } = electorate;
        if (rule.kind === "unanimity" || rule.kind === "delegates") expect(agreeing).toBe(asked.length);
        if (rule.kind === "quorum") expect(agreeing / asked.length).toBeGreaterThanOrEqual(rule.share);
        if (rule.kind === "group-session")
          expect(words.voices.some(({ isByGroup, participant }) => isByGroup && hasSaid(participant))).toBe(
            true,
          );
      }),
      runs,
    );
  });

  it("agreement to the words alone goes no further than the group", () => {
    let held = 0;
    fc.assert(
      fc.property(anyElectorate, fc.array(actOf(aboutWords), { maxLength: 10 }), (electorate, acts) => {
        const widest = widestAudience(wordsOf(acts), [], electorate);
        held += widest === "group" ? 1 : 0;
        expect([undefined, "group"]).toContain(widest);
      }),
      runs,
    );
    expect(held).toBeGreaterThan(100);
  });

  it("agreement to an audience says nothing of the words", () => {
    fc.assert(
      fc.property(anyElectorate, anyActs, anyQuoted, (electorate, acts, quoted) => {
        const without = acts.filter(({ said }) => said.about !== "audience");
        const only = acts.filter(({ said }) => said.about === "audience");
        const holds = (given: readonly Act[]): boolean =>
          judge(wordsOf(given, quoted), [], electorate, "group").holds;
        // The same voices at the same moments, whatever stands between them.
        expect(holds(acts)).toBe(holds(without));
        expect(widestAudience(wordsOf(only, quoted), [], electorate)).toBeUndefined();
      }),
      runs,
    );
  });

  it("an opposition, whenever it was said, never carries words further", () => {
    fc.assert(
      fc.property(
        ...([anyElectorate, anyActs, anyQuoted, fc.nat({ max: 10 }), anyPerson, anySaid] as const),
        fc.constantFrom<Stance>("against", "abstain"),
        (electorate, acts, quoted, at, by, said, stance) => {
          // Who opposed and now abstains opposes no longer: that is theirs to say.
          fc.pre(
            stance === "against" ||
              !acts.slice(0, at).some((each) => each.by.includes(by) && each.said.stance === "against"),
          );
          const act = { said: { ...said, stance }, by: [by], isByGroup: false };
          const before = widestAudience(wordsOf(acts, quoted), [], electorate);
          const after = widestAudience(wordsOf(acts.toSpliced(at, 0, act), quoted), [], electorate);
          expect(reach(after)).toBeLessThanOrEqual(reach(before));
        },
      ),
      runs,
    );
  });

  it("a decision in session where all oppose ends it, under every rule that counts them", () => {
    fc.assert(
      fc.property(anyElectorate, anyActs, (electorate, acts) => {
        const said = { stance: "against", about: "words", audience: "group" } as const;
        const all = [...new Set([...electorate.participants, ...deciders(electorate)])];
        const refused = [...acts, { said, by: all, isByGroup: true }];
        expect(widestAudience(wordsOf(refused), [], electorate)).toBeUndefined();
      }),
      runs,
    );
  });

  it("the order in which different people answer by themselves changes nothing", () => {
    const alone = fc.record({
      said: anySaid,
      by: anyPerson.map((each) => [each]),
      isByGroup: fc.constant(false),
    });
    const acts = fc.array(alone, { maxLength: 8 });
    fc.assert(
      fc.property(
        ...([anyElectorate, actOf(anySaid), acts, anyQuoted, fc.infiniteStream(fc.nat())] as const),
        (electorate, first, given, quoted, chance) => {
          const left = people.map((each) => given.filter(({ by }) => by[0] === each));
          const mixed: Act[] = [];
          while (mixed.length < given.length) {
            const rest = left.filter((own) => own.length > 0);
            const next = rest[known(chance.next().value) % rest.length]?.shift();
            if (next) mixed.push(next);
          }
          for (const audience of audiences) {
            const verdictOf = (list: readonly Act[]) =>
              judge(wordsOf([first, ...list], quoted), [], electorate, audience);
            const [one, other] = [verdictOf(given), verdictOf(mixed)];
            expect([other.holds, other.agreed, other.silent]).toEqual([one.holds, one.agreed, one.silent]);
            expect([...other.against].sort()).toEqual([...one.against].sort());
          }
        },
      ),
      runs,
    );
  });

  it("a higher minimum never carries words further", () => {
    fc.assert(
      fc.property(anyElectorate, anyActs, anyQuoted, (electorate, acts, quoted) => {
        const more = { ...electorate, minimum: electorate.minimum + 1 };
        const words = wordsOf(acts, quoted);
        expect(reach(widestAudience(words, [], more))).toBeLessThanOrEqual(
          reach(widestAudience(words, [], electorate)),
        );
      }),
      runs,
    );
  });

  /** The voices of acts, each under the rule of its moment. */
  const underRules = (acts: readonly (readonly [Act, Electorate])[], quoted: readonly ParticipantId[]) => {
    const voices = voicesOf(acts.map(([act]) => act));
    const rules = acts.map(([, rule]): RecordedRule => ({
      ...rule,
      quoted: rule.quotedMustAgree ? quoted : [],
    }));
    return {
      ...wordsOf([], quoted),
      voices: voices.map((voice) => ({ ...voice, under: rules[voice.order] })),
    };
  };

  it("a rule changed after all was said never carries words further", () => {
    let [held, kept] = [0, 0];
    fc.assert(
      fc.property(anyElectorate, anyElectorate, anyActs, anyQuoted, (then, now, acts, quoted) => {
        const words = underRules(
          acts.map((act) => [act, then]),
          quoted,
        );
        const was = reach(widestAudience(words, [], then));
        expect(was).toBe(reach(widestAudience(wordsOf(acts, quoted), [], then)));
        expect(reach(widestAudience(words, [], now))).toBeLessThanOrEqual(was);
        // It bites, and not on everything.
        held += reach(widestAudience(wordsOf(acts, quoted), [], now)) > was ? 1 : 0;
        kept += reach(widestAudience(words, [], now)) >= 0 ? 1 : 0;
      }),
      runs,
    );
    expect(held).toBeGreaterThan(100);
    expect(kept).toBeGreaterThan(100);
  });

  it("nor does one that was changed several times while people spoke", () => {
    const rules = fc.array(anyElectorate, { minLength: 2, maxLength: 3 });
    const acts = fc.array(fc.tuple(actOf(aboutBoth), fc.nat()), { minLength: 1, maxLength: 10 });
    let held = 0;
    fc.assert(
      fc.property(rules, acts, anyElectorate, anyQuoted, (known, given, now, quoted) => {
        const placed = given.map(([act, at]) => [act, known[at % known.length] ?? now] as const);
        const words = underRules(placed, quoted);
        const was = reach(widestAudience(words, [], placed.at(-1)?.[1] ?? now));
        held += was >= 0 ? 1 : 0;
        expect(reach(widestAudience(words, [], now))).toBeLessThanOrEqual(was);
      }),
      runs,
    );
    expect(held).toBeGreaterThan(100);
  });

  it("where some are given the decision, the agreement of others counts for nothing", () => {
    const delegated = fc
      .tuple(anyElectorate, fc.subarray(people, { minLength: 1, maxLength: 3 }))
      .map(([electorate, own]): Electorate => ({ ...electorate, rule: { kind: "delegates", people: own } }));
    let held = 0;
    fc.assert(
      fc.property(delegated, anyActs, anyQuoted, (electorate, acts, quoted) => {
        const heard = new Set([...deciders(electorate), ...(electorate.quotedMustAgree ? quoted : [])]);
        // Nobody is taken out of a moment: those who are not heard simply were not there.
        const among = acts.map((act) => ({ ...act, by: act.by.filter((each) => heard.has(each)) }));
        for (const audience of audiences) {
          const verdict = judge(wordsOf(acts, quoted), [], electorate, audience);
          held += verdict.holds ? 1 : 0;
          expect(verdict.holds).toBe(judge(wordsOf(among, quoted), [], electorate, audience).holds);
        }
      }),
      runs,
    );
    expect(held).toBeGreaterThan(100);
  });
});

describe("one changed word", () => {
  const anyCorrections = fc.array(
    fc.record<CorrectionFact>({
      ...{ id: fc.constant("c001"), participant: anyPerson, kind: fc.constantFrom("minor", "strength") },
      ...{ before: fc.constant(""), order: fc.nat({ max: 10 }), outcome: fc.constant("declined") },
      isIntegrated: fc.constant(false),
    }),
    { maxLength: 1 },
  );

  it("ends both decisions, for every audience, and the very words back bring both back", () => {
    let lapsed = 0;
    fc.assert(
      fc.property(
        anyElectorate,
        anyActs,
        anyQuoted,
        anyCorrections,
        (electorate, acts, quoted, corrections) => {
          const agreed = { ...wordsOf(acts, quoted), fingerprint: "a", content: "## A {#a}", consulted: [] };
          const changed = { ...wordsOf([], quoted), fingerprint: "b", content: "## B {#a}", consulted: [] };
          const facts = (present: typeof agreed, former: (typeof agreed)[]): SectionFacts => ({
            ...{
              group: group("g1"),
              id: known(asSectionId("a")),
              title: "A",
              sent: undefined,
              note: undefined,
            },
            ...{ present, former, corrections, electorate },
          });
          const before = stateOf(facts(agreed, []));
          const after = stateOf(facts(changed, [agreed]));
          lapsed += after.state === "lapsed" ? 1 : 0;
          expect(after).toMatchObject({ audience: null, words: { holds: false }, agreed: [] });
          for (const audience of audiences)
            expect(select([facts(changed, [agreed])], audience).sections).toEqual([]);
          expect(stateOf(facts(agreed, [changed])).audience).toBe(before.audience);
        },
      ),
      runs,
    );
    expect(lapsed).toBeGreaterThan(100);
  });
});
