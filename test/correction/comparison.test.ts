// What several people make of a section, sentence by sentence.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asCorrectionId,
  asEditionId,
  asGroupId,
  asParticipantId,
  asSectionId,
} from "../../src/kernel/ids.ts";
import { compareAsked, compareVersions, type ComparedSection } from "../../src/correction/comparison.ts";
import type { Correction } from "../../src/correction/correction.ts";
import { editsOf } from "../../src/correction/edit.ts";
import { isTouched, type Passage } from "../../src/correction/passages.ts";
import { changesBetween, splice } from "../../src/correction/splice.ts";

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("an id of these tests is none");
  return value;
}

const place = { id: known(asSectionId("peur")), group: known(asGroupId("g1")), title: "La peur" };

let count = 0;

function correction(person: string, asked: Partial<Correction>): Correction {
  count += 1;
  return {
    id: known(asCorrectionId(`c${String(count).padStart(3, "0")}`)),
    return: `return-${person}`,
    edition: known(asEditionId("r01")),
    participant: known(asParticipantId(person)),
    group: place.group,
    section: place.id,
    kind: "minor",
    isProposed: true,
    ...{ start: null, end: null, before: "", after: "", comment: "", received: "2026-01-01T00:00:00Z" },
    decision: null,
    followed: null,
    isIntegrated: false,
    ...asked,
  };
}

/** What someone asks who sent this text back. */
function asks(person: string, sent: string, back: string): Correction[] {
  return changesBetween(sent, back).map(({ start, end, before, after }) =>
    correction(person, { start, end, before, after }),
  );
}

/** A remark, or a change, on these very words. */
function on(person: string, sent: string, words: string, asked: Partial<Correction>): Correction {
  const start = sent.indexOf(words);
  if (start === -1) throw new Error(`not sent: ${words}`);
  return correction(person, { start, end: start + words.length, before: words, after: words, ...asked });
}

const sent = `## La peur {#peur}

### Analyse

Le groupe décrit une *peur* ordinaire. Elle dure « toute la journée » (s01.14), parfois la nuit. M. Diallo en parle peu. Et alors ?

- au travail
- à la maison

> Des fois la nuit, on a peur. On n’est pas des cow-boys.
>
> — éducatrice (s01.12)

Le lien tient.`;

const touched = (section: ComparedSection): readonly Passage[] => section.passages.filter(isTouched);

/** A passage as plain marks. */
const marked = ({ wordings }: Passage): string[] =>
  wordings.map(
    ({ by, stretches }) =>
      `${by.join("+")}: ${stretches
        .map(({ op, text }) => (op === "same" ? text : op === "removed" ? `[-${text}-]` : `{+${text}+}`))
        .join("")
        .trim()}`,
  );

describe("a section in passages", () => {
  it("is its sentences, headings, items and quotes, without their marks", () => {
    const { passages } = compareAsked(place, sent, []);
    expect(passages.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      "heading: La peur",
      "heading: Analyse",
      "paragraph: Le groupe décrit une peur ordinaire.",
      "paragraph: Elle dure « toute la journée » (s01.14), parfois la nuit.",
      "paragraph: M. Diallo en parle peu.",
      "paragraph: Et alors ?",
      "item: - au travail",
      "item: - à la maison",
      "quote: Des fois la nuit, on a peur.",
      "quote: On n’est pas des cow-boys.",
      "quote: — éducatrice (s01.12)",
      "paragraph: Le lien tient.",
    ]);
    expect(passages.some(isTouched)).toBe(false);
  });

  it("shows all variants of a sentence together, and who agrees", () => {
    const section = compareAsked(place, sent, [
      ...asks("P01", sent, sent.replace("une *peur* ordinaire", "une *peur* diffuse")),
      ...asks("P03", sent, sent.replace("ordinaire", "diffuse")),
      ...asks("P02", sent, sent.replace("ordinaire", "de tous les jours")),
      on("P04", sent, "peur* ordinaire", { kind: "strength", comment: "c’est ça" }),
    ]);
    const [passage, ...others] = touched(section);
    expect(others).toEqual([]);
    expect(passage && marked(passage)).toEqual([
      "P01+P03: Le groupe décrit une peur [-ordinaire-]{+diffuse+}.",
      "P02: Le groupe décrit une peur [-ordinaire-]{+de tous les jours+}.",
    ]);
    expect(passage).toMatchObject({
      agreements: [["P01", "P03"]],
      contradictions: [["P01", "P02", "P03"]],
      kept: [{ by: ["P04"], against: ["P01", "P02", "P03"] }],
    });
    expect(passage?.asked.map(({ correction: { participant } }) => participant)).toEqual([
      "P01",
      "P02",
      "P03",
      "P04",
    ]);
  });

  it("puts sentences that are added between those that stood", () => {
    const section = compareAsked(place, sent, [
      ...asks("P01", sent, sent.replace("ordinaire. ", "ordinaire. Elle est là le matin. ")),
      ...asks("P02", sent, sent.replace("- à la maison", "- à la maison\n- à l’école")),
      ...asks("P03", sent, sent.replace("Le lien tient.", "Le lien tient.\n\nEt on reste.")),
      ...asks("P04", sent, sent.replace("- au travail", "- au travail, le soir")),
    ]);
    expect(touched(section).map((each) => [each.kind, ...marked(each)])).toEqual([
      ["between", "P01: {+ Elle est là le matin.+}"],
      ["item", "P04: - au travail{+, le soir+}"],
      ["between", "P02: {+\n- à l’école+}"],
      ["between", "P03: {+\nEt on reste.+}"],
    ]);
  });

  it("keeps one passage of sentences that someone rewrites as one, and cuts what is taken out", () => {
    const rewritten = compareAsked(
      place,
      sent,
      asks("P01", sent, sent.replace("ordinaire. Elle dure", "ordinaire qui dure")),
    );
    expect(touched(rewritten).flatMap(marked)).toEqual([
      "P01: Le groupe décrit une peur ordinaire[-. Elle-]{+ qui+} dure « toute la journée » (s01.14), parfois la nuit.",
    ]);
    const out = compareAsked(
      place,
      sent,
      asks("P01", sent, sent.replace(" M. Diallo en parle peu. Et alors ?", "")),
    );
    expect(touched(out).flatMap(marked)).toEqual([
      "P01: [-M. Diallo en parle peu. -]",
      "P01: [-Et alors ?-]",
    ]);
    expect(touched(out).map(({ asked }) => asked.map(({ isFirst }) => isFirst))).toEqual([[true], [false]]);
  });

  it("shows marks when marks alone changed, and never hides a changed address", () => {
    const bold = compareAsked(place, sent, asks("P01", sent, sent.replace("ordinaire", "**ordinaire**")));
    expect(touched(bold).flatMap(marked)).toEqual(["P01: Le groupe décrit une peur {+**+}ordinaire{+**+}."]);
    const text = "## La peur {#peur}\n\nVoir [la page](http://a.fr).";
    const link = compareAsked(place, text, asks("P01", text, text.replace("a.fr", "b.fr")));
    expect(touched(link).flatMap(marked)).toEqual(["P01: Voir la page](http://[-a-]{+b+}.fr)."]);
  });

  it("shows words to be withdrawn as taken out, and what is said of the whole apart", () => {
    const section = compareAsked(place, sent, [
      on("P01", sent, "On n’est pas des cow-boys.", { kind: "withdrawal" }),
      correction("P02", { comment: "à relire" }),
    ]);
    expect(touched(section).flatMap(marked)).toEqual(["P01: [-On n’est pas des cow-boys.-]"]);
    expect(section.remarks.map(({ comment }) => comment)).toEqual(["à relire"]);
  });

  it("does not say that someone agrees with themselves, nor contradicts what was declined", () => {
    const decision = {
      id: 1,
      outcome: "declined",
      text: null,
      reason: "non",
      by: "P09",
      at: "",
      correction: "c001",
    } as const;
    const section = compareAsked(place, sent, [
      on("P01", sent, "ordinaire", { after: "diffuse" }),
      on("P01", sent, "ordinaire", { after: "diffuse", return: "again" }),
      on("P02", sent, "ordinaire", { after: "sourde", decision }),
    ]);
    expect(touched(section)).toMatchObject([{ agreements: [], contradictions: [] }]);
    expect(touched(section).flatMap(marked)).toHaveLength(2);
  });
});

const words = fc.constantFrom(
  "la",
  "peur",
  "nuit",
  "on",
  "Elle",
  "*dure*",
  "« oui »",
  "M.",
  "hall",
  "2,5",
  "dit-il",
);
const sentence = fc
  .tuple(fc.array(words, { minLength: 1, maxLength: 6 }), fc.constantFrom(".", " ?", "…", " !", ""))
  .map(([list, end]) => `Le ${list.join(" ")}${end}`);
const block = fc.oneof(
  { weight: 4, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(" ")) },
  fc
    .array(sentence, { minLength: 1, maxLength: 3 })
    .map((list) => list.map((each) => `- ${each}`).join("\n")),
  fc
    .array(sentence, { minLength: 1, maxLength: 3 })
    .map((list) => list.map((each) => `> ${each}`).join("\n>\n")),
  sentence.map((each) => `### ${each}`),
  sentence.map((each) => `| ${each} | x |\n|---|---|\n| a | b |`),
);
const text = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((blocks) => ["## La peur {#peur}", ...blocks].join("\n\n"));

/** The text with some of its words replaced, taken out or joined by others. */
const edited = (source: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({
        at: fc.nat(),
        length: fc.nat(6),
        by: fc.oneof(fc.constant(""), words, sentence, fc.constant("\n\nNeuf.")),
      }),
      { maxLength: 4 },
    )
    .map((edits) => {
      // The heading stays: its id is no word of anyone.
      const [heading, body] = [source.slice(0, 22), source.slice(22).split(/(?<=\s)/)];
      for (const { at, length, by } of edits)
        body.splice(at % body.length, length, ...(by === "" ? [] : [`${by} `]));
      return heading + body.join("");
    });

// White space that nobody sees change is not shown as a change.
const flat = (written: string): string => written.replace(/[\s>]+/g, "");

describe("the law of passages", () => {
  const people = ["P01", "P02", "P03"];
  it("is that what each person is shown to ask makes the text that their corrections make", () => {
    fc.assert(
      fc.property(
        text.chain((source) =>
          fc.tuple(fc.constant(source), fc.array(edited(source), { minLength: 1, maxLength: 3 })),
        ),
        ([source, backs]) => {
          const asked = backs.map((back, index) => asks(people[index] ?? "", source, back));
          const { passages } = compareAsked(place, source, asked.flat());
          expect(passages.map(({ start, end }) => source.slice(start, end)).join("")).toBe(source);
          for (const [index, corrections] of asked.entries()) {
            const edits = editsOf(corrections);
            const person = people[index] ?? "";
            const made = passages.map(({ start, end, wordings }) => {
              const own = wordings.filter(({ by }) => by.includes(person));
              expect(own.length).toBeLessThanOrEqual(1);
              return (own[0]?.written ?? [{ op: "same", text: source.slice(start, end) }])
                .map(({ op, text: part }) => (op === "removed" ? "" : part))
                .join("");
            });
            expect(flat(made.join(""))).toBe(flat(splice(source, edits)));
          }
          for (const { start, end, wordings } of passages)
            for (const { written } of wordings)
              expect(written.map(({ op, text: part }) => (op === "added" ? "" : part)).join("")).toBe(
                source.slice(start, end),
              );
        },
      ),
      { numRuns: 400 },
    );
  });

  it("is that no changed word is hidden with the marks", () => {
    fc.assert(
      fc.property(
        text.chain((source) => fc.tuple(fc.constant(source), edited(source))),
        ([source, back]) => {
          const lettersOf = (op: string, list: readonly { op: string; text: string }[]): string =>
            list
              .filter((each) => each.op === op)
              .map(({ text: part }) => part.replace(/[^\p{L}\p{N}]/gu, ""))
              .join("");
          const { passages } = compareVersions(place, "r02", source, back);
          for (const { wordings } of passages)
            for (const { written, stretches } of wordings)
              for (const op of ["removed", "added"]) {
                expect(lettersOf(op, stretches)).toBe(lettersOf(op, written));
                if (written.some((each) => each.op === op && each.text.trim() !== ""))
                  expect(stretches.some((each) => each.op === op)).toBe(true);
              }
        },
      ),
      { numRuns: 400 },
    );
  });
});
