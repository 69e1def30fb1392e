// What is, and what is not, a difference between two wordings.
import fc from "fast-check";
import { expect, test } from "vitest";
import { foldTypography, sameWords } from "../../src/wording/fold.ts";
import { tokenize } from "../../src/wording/tokens.ts";
import { french } from "./french.ts";

test.each([
  ["l’école", "l'école"],
  ["l'e\u0301cole", "l'école"],
  ["« mot »", '"mot"'],
  ["il dit «\u202Fmot\u202F», oui", 'il dit "mot", oui'],
  ["“mot”", "« mot »"],
  ["peur\u202F?", "peur?"],
  ["peur ! oui ; non : 10 %", "peur! oui; non: 10%"],
  ["je… enfin", "je... enfin"],
  ["vis‑à‑vis", "vis-à-vis"],
  ["on  a\npeur ", " on a\u00A0peur"],
  ["un\r\n\r\ndeux", "un deux"],
  ["1\u202F000 euros", "1 000 euros"],
  ["l' homme", "l'homme"],
  ["( mot )", "(mot)"],
  ["un pro\u00ADfesseur", "un professeur"],
])("%j says the same as %j", (a, b) => {
  expect(foldTypography(a)).toBe(foldTypography(b));
  expect(sameWords(a, b)).toBe(true);
});

test.each([
  ["peur", "Peur"],
  ["peur ?", "peur !"],
  ["peur.", "peur"],
  ["a vis", "avis"],
  ["œuvre", "oeuvre"],
  ["élève", "eleve"],
  ["**peur**", "peur"],
  ["rendez-vous", "rendez vous"],
  ["3,5", "3, 5"],
  [". .", ".."],
  ["oui – non", "oui — non"],
])("%j does not say the same as %j", (a, b) => {
  expect(sameWords(a, b)).toBe(false);
});

test("the folded form reads as plain text", () => {
  expect(foldTypography("« On a peur », dit‑elle… (la nuit : 10 % ?) !")).toBe(
    '"On a peur", dit-elle... (la nuit: 10%?)!',
  );
});

test("folded words are found inside a longer folded text", () => {
  const said = foldTypography("Des fois, la nuit, « on a peur » de rentrer ! Voilà.");
  expect(said).toContain(foldTypography('"on a\u00A0peur" de rentrer!'));
});

test("folding keeps every token: same fold, same keys, and once is enough", () => {
  fc.assert(
    fc.property(fc.oneof(french, fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (text) => {
      const folded = foldTypography(text);
      expect(tokenize(folded).map(({ key }) => key)).toEqual(tokenize(text).map(({ key }) => key));
      expect(foldTypography(folded)).toBe(folded);
    }),
    { numRuns: 3000 },
  );
});
