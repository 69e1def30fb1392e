// A turn that is passed by holds nothing that reading it would have proposed.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { findNames } from "../../../src/vault/likely/names.ts";
import { isQuiet } from "../../../src/vault/likely/quiet.ts";
import { foldPhrase } from "../../../src/wording/phrases.ts";

const texts = ["names.txt", "ordinary.txt", "details.txt"].map((file) =>
  readFileSync(`fixtures/likely/${file}`, "utf8").replace(/⟦[a-z-]+:([^⟧]*)⟧/g, "$1"),
);
const [, ordinary = ""] = texts;
const sentences = texts.flatMap((text) => text.split(/(?<=[.!?])\s+|\n+/)).filter((each) => each !== "");
const pieces = [
  ...new Set(sentences.flatMap((each) => each.split(/(\s+|[.,;:!?…«»()]|(?<=['’])|-)/))),
  ..."Marie Jean-Pierre karim N’Diaye O'Brien rose Rose à Lyon Lens madame Mme M. docteur appelle s’appelle".split(
    " ",
  ),
  ..."prénom Est-ce Peut-être CAF REP+ PJJ Durand DURAND JE NE VEUX d’ l’ L’ qu' - ’ . , : ? \n … 😀 É é".split(
    " ",
  ),
].filter((each) => each !== "");

const anyText = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(" ", " ", " ", "", "-", "’")), {
    maxLength: 14,
  })
  .map((words) => words.map((each) => each.join("")).join(""));
const anyForms = fc
  .array(fc.constantFrom(...pieces).map(foldPhrase), { maxLength: 6 })
  .map((all) => new Set(all));

it("nothing is found in a text that is passed by", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.constantFrom(...sentences)), anyForms, (text, forms) => {
      if (isQuiet(text, forms)) expect(findNames(text, { forms })).toEqual([]);
    }),
    { numRuns: 20_000 },
  );
});

it("most ordinary speech is passed by", () => {
  const spoken = ordinary.split(/(?<=[.!?])\s+|\n+/).filter((each) => each !== "");
  const quiet = spoken.filter((each) => isQuiet(each, new Set()));
  expect(quiet.length).toBeGreaterThan(spoken.length / 2);
});

it("what a study calls its people is no name to ask about, but a piece of another word is", () => {
  const forms = new Set(["marie", "jean"]);
  expect(isQuiet("on a vu Marie hier soir", new Set())).toBe(false);
  expect(isQuiet("on a vu Marie hier soir", forms)).toBe(true);
  expect(isQuiet("on a vu Jean-Marie hier soir", forms)).toBe(false);
});
