// The laws of integrating: when decided corrections come in makes no difference to what the
// document says, nothing that somebody wrote is lost, and a decision that changed leaves no trace.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asCorrectionId,
  asEditionId,
  asGroupId,
  asParticipantId,
  asSectionId,
} from "../../src/kernel/ids.ts";
import type { DecidedCorrection, Outcome } from "../../src/correction/correction.ts";
import { planSection } from "../../src/correction/plan-integration.ts";
import { splitBlocks } from "../../src/retour/outline.ts";
import { changesBetween } from "../../src/correction/splice.ts";
import { foldTypography } from "../../src/wording/fold.ts";
import { tokenize } from "../../src/wording/tokens.ts";
import { edits, editText, section, type Edit } from "./edits.ts";

const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("not an id");
  return value;
};
const r01 = known(asEditionId("r01"));
const ids = {
  group: known(asGroupId("g1")),
  section: known(asSectionId("peur")),
};

/** White space is that of whoever asked first, where several ask for the same words. */
const lettersOf = (text: string): string => foldTypography(text).replace(/[^\p{L}\p{N}]/gu, "");

interface Verdict {
  outcome: Outcome;
  text: string;
  comment: string;
}

const asAsked: Verdict = { outcome: "integrated", text: "", comment: "" };

const verdict: fc.Arbitrary<Verdict> = fc.record({
  outcome: fc.constantFrom<Outcome[]>("integrated", "integrated", "integrated", "adapted", "recorded"),
  text: fc.constantFrom("d’autres mots", "moi", "- un\n- deux", "Une phrase. Une autre !"),
  comment: fc.constantFrom(
    "",
    "moi je ne suis pas d’accord",
    "# pas *comme* ça",
    "> non\n> non",
    "-5 degrés",
  ),
});

function correction(
  number: number,
  person: number,
  change: Pick<DecidedCorrection, "start" | "end" | "before" | "after">,
  { outcome, text, comment }: Verdict,
): DecidedCorrection {
  return {
    id: known(asCorrectionId(`c${String(number).padStart(3, "0")}`)),
    return: `return-${String(person)}`,
    edition: r01,
    participant: known(asParticipantId(`P0${String(person)}`)),
    ...ids,
    kind: "major",
    isProposed: true,
    ...change,
    comment,
    received: "2026-01-01T00:00:00Z",
    decision: {
      ...{ id: number, outcome, text: outcome === "adapted" ? text : null, reason: null },
      ...{ by: "P09", at: "2026-01-02T00:00:00Z" },
    },
    followed: null,
    isIntegrated: false,
  };
}

/** Two to four people correct a section, and the researcher edits it meanwhile. */
const study = fc
  .record({
    text: section,
    answers: fc.array(edits, { minLength: 2, maxLength: 4 }),
    aloud: fc.array(fc.constantFrom("Il faut le dire.", "Et la nuit ?\n\nPersonne n’en parle."), {
      maxLength: 2,
    }),
    later: fc.oneof(fc.constant<Edit[]>([]), edits),
    verdicts: fc.array(verdict, { minLength: 1, maxLength: 30 }),
  })
  .map(({ text, answers, aloud, later, verdicts }) => {
    const found = answers.flatMap((list, index) =>
      changesBetween(text, editText(text, list)).map(({ start, end, before, after }) => ({
        person: index + 1,
        change: { start, end, before, after },
      })),
    );
    const said = aloud.map((after, index) => ({
      person: index + 1,
      change: { start: null, end: null, before: "", after },
    }));
    // Not covered: words put in exactly where someone else's change begins or ends may come on
    // either side of it.
    const touches = (one: (typeof found)[number]): boolean =>
      one.change.before === "" &&
      found.some(
        ({ person, change: { start, end } }) =>
          person !== one.person && start < end && start <= one.change.end && one.change.start <= end,
      );
    const apart = found.filter((each) => !touches(each));
    const corrections = [...apart, ...said].map(({ person, change }, index) =>
      correction(index + 1, person, change, verdicts[index % verdicts.length] ?? asAsked),
    );
    const isFrame = ({ start, end, after }: DecidedCorrection): boolean => {
      if (start === null || end === null) return true;
      if (after.includes("\n")) return false;
      const made = text.slice(0, start) + after + text.slice(end);
      return headingsOf(made) === headingsOf(text) && splitBlocks(made).length >= splitBlocks(text).length;
    };
    return {
      text,
      current: editText(text, later),
      // Words without a place go to the end of a part: its heading and its last paragraph say where.
      corrections: corrections.every(isFrame) ? corrections : corrections.filter((each) => !isAddition(each)),
    };
  });

const headingsOf = (text: string): string => (text.match(/^ {0,3}#.*$/gm) ?? []).join("\n");
const isAddition = ({ start, decision }: DecidedCorrection): boolean =>
  start === null || decision.outcome === "recorded";

interface Study {
  text: string;
  current: string;
  corrections: DecidedCorrection[];
}

function plan(
  { text }: Study,
  current: string,
  corrections: DecidedCorrection[],
  earlier: DecidedCorrection[],
) {
  return planSection(
    { current, sent: new Map([[r01, text]]), corrections, earlier },
    {
      language: "fr",
      attribution: (person) => (person === "P03" ? "gardien" : "éducatrice"),
      speakerOf: () => undefined,
    },
  );
}

/** Integrates batch after batch, as decisions are taken. */
function inTurns(given: Study, batches: readonly DecidedCorrection[][]) {
  let current = given.current;
  const earlier: DecidedCorrection[] = [];
  let waiting: DecidedCorrection[] = [];
  let told: string[] = [];
  for (const batch of batches) {
    waiting.push(...batch);
    const { text, applied, conflicts } = plan(given, current, waiting, earlier);
    current = text;
    earlier.push(...waiting.filter(({ id }) => applied.includes(id)));
    waiting = waiting.filter(({ id }) => !applied.includes(id));
    told = conflicts.flatMap((conflict) => conflict.ids);
  }
  return { current, earlier, waiting, told };
}

function batchesOf(
  corrections: readonly DecidedCorrection[],
  keys: readonly number[],
): DecidedCorrection[][] {
  const batches = new Map<number, DecidedCorrection[]>();
  for (const [index, each] of corrections.entries()) {
    const key = keys[index % keys.length] ?? 0;
    batches.set(key, [...(batches.get(key) ?? []), each]);
  }
  return [...batches].sort(([a], [b]) => a - b).map(([, batch]) => batch);
}

const turns = fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 20 });
const runs = Number(process.env["LAW_RUNS"] ?? 100);

describe("integrating", () => {
  it("in turns or all at once gives the same text, white space aside, for all that is in no conflict", () => {
    fc.assert(
      fc.property(study, turns, (given, keys) => {
        const { applied } = plan(given, given.current, given.corrections, []);
        const free = given.corrections.filter(({ id }) => applied.includes(id));
        const atOnce = plan(given, given.current, free, []);
        expect(atOnce.applied).toEqual(applied);
        const made = inTurns(given, batchesOf(free, keys));
        expect({ waiting: made.waiting.map(({ id }) => id), text: lettersOf(made.current) }).toEqual({
          waiting: [],
          text: lettersOf(atOnce.text),
        });
      }),
      { numRuns: runs },
    );
  });

  it("depends only on which corrections are in, whatever was in conflict on the way", () => {
    fc.assert(
      fc.property(study, turns, (given, keys) => {
        const made = inTurns(given, batchesOf(given.corrections, keys));
        const { text, conflicts } = plan(given, given.current, made.earlier, []);
        expect({ conflicts, text: lettersOf(text) }).toEqual({
          conflicts: [],
          text: lettersOf(made.current),
        });
        // What is not in is told.
        expect(made.waiting.filter(({ id }) => !made.told.includes(id))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it("twice is once", () => {
    fc.assert(
      fc.property(study, (given) => {
        const once = inTurns(given, [given.corrections]);
        const twice = inTurns(given, [given.corrections, []]);
        expect(twice.current).toBe(once.current);
        expect(twice.told).toEqual(once.told);
      }),
      { numRuns: runs },
    );
  });

  it("loses no word that somebody asked for: it is in the document, or in a conflict that is told", () => {
    fc.assert(
      fc.property(study, turns, (given, keys) => {
        const { current, earlier } = inTurns(given, batchesOf(given.corrections, keys));
        for (const each of earlier) {
          const { outcome, text } = each.decision;
          const words =
            outcome === "adapted" ? (text ?? "") : outcome === "integrated" ? each.after : each.comment;
          const there = lettersOf(current);
          const lost = tokenize(words.replace(/^[\s>#-]+(?=\s)/gm, ""))
            .map(({ key }) => key)
            .filter((key) => !there.includes(lettersOf(key)));
          expect({ lost, words }).toEqual({ lost: [], words });
        }
      }),
      { numRuns: runs },
    );
  });

  it("then deciding otherwise gives what it would have been without, or says so", () => {
    fc.assert(
      fc.property(study, fc.nat(), (given, at) => {
        const { current, earlier } = inTurns(given, [given.corrections]);
        const one = earlier[at % Math.max(1, earlier.length)];
        fc.pre(one !== undefined);
        const declined = { ...one, decision: { ...one.decision, id: 999, outcome: "declined" as const } };
        const without = plan(
          given,
          given.current,
          earlier.filter((each) => each !== one),
          [],
        );
        const made = plan(given, current, [declined], earlier);
        if (made.conflicts.length > 0) expect(made).toMatchObject({ applied: [], text: current });
        // Where both somebody's words went and others were written by hand, either may come first.
        else
          expect(Array.from(lettersOf(made.text)).sort()).toEqual(Array.from(lettersOf(without.text)).sort());
      }),
      { numRuns: runs },
    );
  });
});
