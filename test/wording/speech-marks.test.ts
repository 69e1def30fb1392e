// Pauses, laughter and their like: one vocabulary, told from words, taken out without losing any.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  marksOf,
  settleMarks,
  withoutMarks,
  writeMark,
  writeOverlap,
  writeUncertain,
} from "../../src/wording/speech-marks.ts";

describe("marks that other tools wrote", () => {
  it.each([
    ["Oui. (rires)", "Oui. (rires)"],
    ["Oui. [Rires]", "Oui. (rires)"],
    ["Oui. ((rires)) non", "Oui. (rires) non"],
    ["Oui <rire> non", "Oui (rire) non"],
    ["*rit* Ben non", "(rit) Ben non"],
    ["[laughter] Ben", "(rire) Ben"],
    ["(laughs) Ben", "(rire) Ben"],
    ["[BLANK_AUDIO]", "(pause)"],
    ["je (3 s) sais pas", "je (pause 3 s) sais pas"],
    ["je (10 seconds pause) sais pas", "je (pause 10 s) sais pas"],
    ["je (pause de 4 secondes) sais pas", "je (pause 4 s) sais pas"],
    ["je (.) sais (..) pas", "je (pause) sais (pause) pas"],
    ["(silence)", "(silence)"],
    ["il a dit [inaudible] hier", "il a dit (inaudible) hier"],
    ["il a dit (xxx) hier", "il a dit (inaudible) hier"],
    ["[crosstalk] oui", "(en même temps) oui"],
    ["[Musique]", "(musique)"],
  ])("%s", (said, settled) => {
    expect(settleMarks(said, "fr")).toBe(settled);
  });

  it("are said in the study's language", () => {
    expect(settleMarks("Well (rires) yes [inaud.] [laughter]", "en")).toBe(
      "Well (laughter) yes (inaudible) (laughter)",
    );
  });

  it.each([
    "le foyer (celui du bas) est fermé",
    "elle [Marie] a ri",
    "(...) et voilà […] (…)",
    "il y en a 3 (trois)",
    "2 * 3 * 4 = 24",
    "a < b > c",
    "rires et pauses",
    "(on a beaucoup ri ce jour-là)",
  ])("are not these words: %s", (said) => {
    expect(settleMarks(said, "fr")).toBe(said);
    expect(marksOf(said)).toEqual([]);
  });

  it("settle once: what is settled stays", () => {
    const piece = fc.constantFrom(
      ...[
        "(rires)",
        "[laughter]",
        "*",
        "(",
        "))",
        "[",
        "<rire>",
        "mot",
        " ",
        "((pause))",
        "(2 s)",
        "\n",
        "//",
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const settled = settleMarks(pieces.join(" "), "fr");
        expect(settleMarks(settled, "fr")).toBe(settled);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a text without its marks", () => {
  it.each([
    ["Oui (rires) non", "Oui non"],
    ["Oui (rires).", "Oui."],
    ["(rires) Oui", "Oui"],
    ["Oui. (rires)", "Oui."],
    ["Oui (rires)\n\n(pause 3 s) non", "Oui\n\nnon"],
    ["je //disais// ça", "je disais ça"],
    ["au bâtiment (?) c", "au bâtiment c"],
    ["il a dit (inaudible) hier", "il a dit […] hier"],
    ["voir http://exemple.org// ici", "voir http://exemple.org ici"],
    ["rien à retirer (ici)", "rien à retirer (ici)"],
  ])("%s", (text, plain) => {
    expect(withoutMarks(text)).toBe(plain);
  });

  it("keeps every other word, in order", () => {
    const word = fc.constantFrom("on", "a", "peur", "(ici)", "l’été,", "«", "»", "3", "http://a.b");
    const mark = fc.constantFrom(
      "(rire)",
      "(pause)",
      "(pause 12 s)",
      "(bruit)",
      "(?)",
      "//",
      "(en même temps)",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, mark), { maxLength: 15 }),
        fc.constantFrom(" ", "\n", "  "),
        (pieces, space) => {
          const marks = /^(?:\((?:rire|pause(?: 12 s)?|bruit|\?|en même temps)\)|\/\/)$/;
          const said = pieces.filter((piece) => !marks.test(piece));
          expect(withoutMarks(pieces.join(space)).split(/\s+/).filter(Boolean)).toEqual(said);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

it("marks are written for readers, and known when read", () => {
  const written = [
    writeMark("pause", "fr", 2.6),
    writeMark("pause", "en"),
    writeMark("laughter", "fr"),
    writeMark("laughter", "en"),
    writeMark("inaudible", "fr"),
    writeMark("overlap", "fr"),
    writeMark("sound", "en"),
    writeOverlap(" oui mais "),
    writeUncertain("hall "),
  ];
  expect(written.join(" ")).toBe(
    "(pause 3 s) (pause) (rire) (laughter) (inaudible) (en même temps) (noise)  //oui mais//  hall (?) ",
  );
  expect(marksOf(written.join(" ")).map(({ kind }) => kind)).toEqual([
    ...["pause", "pause", "laughter", "laughter", "inaudible", "overlap", "sound", "overlap", "overlap"],
    "uncertain",
  ]);
});
