// Segments of a file become codings of the turns their words are in.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codedWords, type Coding } from "../../src/transcript/coding.ts";
import { codingsFromFile, withFileCodings } from "../../src/transcript/file-codings.ts";
import type { CueCoding } from "../../src/transcript/reading.ts";
import { placeCues, type Cue, type Joining } from "../../src/transcript/turn.ts";
import { given, theme } from "./given.ts";

const spoken: Joining = { separator: " ", unlabelled: "together" };
const themes = new Map([
  ["La peur", theme("peur")],
  ["Peur", theme("peur")],
  ["Le lien", theme("lien")],
]);

const cue = (label: string, words: string): Cue => ({ label, startMs: null, endMs: null, words });
const asLabelled = (label: string) => ({ participant: null, label });

const cues = [
  cue("A", "On rentre dans le hall,"),
  cue("A", "et là, bon,"),
  cue("A", "on a peur."),
  cue("B", "Moi non plus."),
  cue("A", "Voilà."),
];

const placed = placeCues(cues, asLabelled, spoken);

function coded(...segments: [title: string, from: number, to: number][]): string[] {
  const codings = codingsFromFile(
    segments.map(([title, from, to]) => ({ theme: title, from, to })),
    placed,
    themes,
  );
  return codings.map((coding) => {
    const words = codedWords(given(placed.turns[coding.turn - 1]).words, coding);
    return `${String(coding.turn)} ${coding.theme}: ${coding.start === null ? "*" : words}`;
  });
}

describe("the codings of a file", () => {
  it("say where each cue is in its turn", () => {
    expect(placed.turns.map(({ words }) => words)).toEqual([
      "On rentre dans le hall, et là, bon, on a peur.",
      "Moi non plus.",
      "Voilà.",
    ]);
    const words = placed.places.map(({ turn, start, end }) => placed.turns[turn]?.words.slice(start, end));
    expect(words).toEqual(cues.map((each) => each.words));
  });

  it("code a turn whole when all of it is in the segment, else its words there", () => {
    expect(coded(["La peur", 0, 2])).toEqual(["1 peur: *"]);
    expect(coded(["La peur", 1, 2])).toEqual(["1 peur: et là, bon, on a peur."]);
    expect(coded(["La peur", 2, 4])).toEqual(["1 peur: on a peur.", "2 peur: *", "3 peur: *"]);
    expect(coded(["Le lien", 1, 1], ["La peur", 0, 0])).toEqual([
      "1 peur: On rentre dans le hall,",
      "1 lien: et là, bon,",
    ]);
  });

  it("join segments of one theme that touch, overlap or are given twice", () => {
    expect(coded(["La peur", 0, 0], ["Peur", 1, 2])).toEqual(["1 peur: *"]);
    expect(coded(["La peur", 0, 3], ["La peur", 1, 1], ["La peur", 0, 3])).toEqual([
      "1 peur: *",
      "2 peur: *",
    ]);
  });

  it("leave a segment of nothing, beyond the end, or of no theme", () => {
    expect(coded(["La peur", 3, 2], ["La peur", 9, 12], ["Autre", 0, 1])).toEqual([]);
    expect(coded(["La peur", 4, 99])).toEqual(["3 peur: *"]);
  });

  it("cover each cue of a segment, and no other", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("A", "B"), fc.constantFrom("oui", "ben, non", "voilà.")), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 4 }),
        (said, ranges) => {
          const all = said.map(([label, words]) => cue(label, words));
          const { turns, places } = placeCues(all, asLabelled, spoken);
          const segments: CueCoding[] = ranges.map(([from, to]) => ({ theme: "La peur", from, to }));
          const codings = codingsFromFile(segments, { places, turns }, themes);
          for (const [index, { turn, start, end }] of places.entries()) {
            const isIn = segments.some(({ from, to }) => from <= index && index <= to);
            const own = codings.filter((coding) => coding.turn === turn + 1);
            const isCovered = own.some((c) => c.start === null || (c.start <= start && end <= (c.end ?? 0)));
            const isTouched = own.some((c) => c.start === null || (c.start < end && start < (c.end ?? 0)));
            expect([isCovered, isTouched]).toEqual([isIn, isIn]);
          }
        },
      ),
    );
  });

  it("are not doubled by a new import, and leave those that people made", () => {
    const { turns } = placed;
    const file = codingsFromFile(
      [
        { theme: "La peur", from: 1, to: 2 },
        { theme: "Le lien", from: 4, to: 4 },
      ],
      placed,
      themes,
    );
    expect(withFileCodings(turns, file, file)).toEqual(file);
    const whole: Coding = { turn: 1, theme: theme("peur"), start: null, end: null };
    const person: Coding = { turn: 2, theme: theme("lien"), start: 0, end: 3 };
    expect(withFileCodings(turns, [whole, person], file)).toEqual([whole, person, file[1]]);
  });
});
