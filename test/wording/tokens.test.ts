// Words, numbers and marks are found where a French reader sees them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenize } from "../../src/wording/tokens.ts";
import { ownTime } from "../own-time.ts";
import { french } from "./french.ts";

const texts = (text: string): string[] => tokenize(text).map(({ start, end }) => text.slice(start, end));
const keys = (text: string): string[] => tokenize(text).map(({ key }) => key);

test("an elision is a token of its own", () => {
  expect(texts("l'homme qu’il j'ai c'est-à-dire jusqu'ici")).toEqual([
    "l'",
    "homme",
    "qu’",
    "il",
    "j'",
    "ai",
    "c'",
    "est-à-dire",
    "jusqu'",
    "ici",
  ]);
  expect(texts("l' homme, j'… d'« elle »")).toEqual(["l'", "homme", ",", "j'", "…", "d'", "«", "elle", "»"]);
  expect(texts("entr'ouvrir")).toEqual(["entr'", "ouvrir"]);
});

test("words with an apostrophe of their own stay whole", () => {
  const whole = [
    "aujourd'hui",
    "aujourd’hui",
    "Quelqu'un",
    "quelqu’une",
    "presqu'île",
    "presqu'i\u0302les",
    "prud'hommes",
    "main-d'œuvre",
  ];
  for (const word of whole) expect(texts(`${word}.`)).toEqual([word, "."]);
  expect(texts("d'aujourd'hui")).toEqual(["d'", "aujourd'hui"]);
  expect(texts("quelqu'unième")).toEqual(["quelqu'", "unième"]);
});

test("a hyphenated word is one token, compound or inversion", () => {
  expect(texts("le rendez-vous, a-t-on dit-il")).toEqual(["le", "rendez-vous", ",", "a-t-on", "dit-il"]);
  expect(texts("- une tirade -")).toEqual(["-", "une", "tirade", "-"]);
});

test("a number is one token with its spaces, comma or colon", () => {
  expect(texts("à 14:30, 1 000 ou 12\u202F300,50 € sur 3,5 % en 2026 300 fois 14h30")).toEqual([
    "à",
    "14:30",
    ",",
    "1 000",
    "ou",
    "12\u202F300,50",
    "€",
    "sur",
    "3,5",
    "%",
    "en",
    "2026",
    "300",
    "fois",
    "14h30",
  ]);
  expect(keys("12\u202F300")).toEqual(["12 300"]);
});

test("emoji and flags are never cut", () => {
  expect(texts("🙂👩‍🏫👍🏽🇫🇷🇧🇪❤️")).toEqual(["🙂", "👩‍🏫", "👍🏽", "🇫🇷", "🇧🇪", "❤️"]);
});

test("each mark is a token; dots and Markdown's marks go together", () => {
  expect(texts("(**peur**)... ## ?! {==nuit==}")).toEqual([
    "(",
    "**",
    "peur",
    "**",
    ")",
    "...",
    "##",
    "?",
    "!",
    "{",
    "==",
    "nuit",
    "==",
    "}",
  ]);
});

test("the key forgets typography and keeps case", () => {
  expect(keys("L’e\u0301cole… «\u00A0pro\u00ADfesseur\u00A0» vis‑à‑vis")).toEqual([
    "L'",
    "école",
    "...",
    '"',
    "professeur",
    '"',
    "vis-à-vis",
  ]);
});

test("only letters and numbers make a word", () => {
  expect(tokenize("a 1 ! 🙂").map(({ isWord }) => isWord)).toEqual([true, true, false, false]);
});

test("tokens cover everything but white space and unseen characters, in order", () => {
  fc.assert(
    fc.property(fc.oneof(french, fc.string({ unit: "binary" })), (text) => {
      let at = 0;
      for (const token of tokenize(text)) {
        expect(text.slice(at, token.start)).toMatch(/^[\s\u00AD\u200B\u200E\u200F\u2060]*$/);
        expect(token.end).toBeGreaterThan(token.start);
        at = token.end;
      }
      expect(text.slice(at)).toMatch(/^[\s\u00AD\u200B\u200E\u200F\u2060]*$/);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["digits", "1".repeat(200_000)],
  ["dotted digits", "1.".repeat(100_000) + "a"],
  ["groups of digits", "1" + " 222".repeat(50_000) + "x"],
  ["white space", "1" + " ".repeat(200_000) + "1"],
  ["hyphens", "a-d'".repeat(50_000)],
  ["apostrophes", "a'".repeat(100_000)],
  ["unseen characters", "a\u00AD".repeat(100_000)],
  ["stars", "*".repeat(200_000)],
])("a hostile text of %s takes no longer than another", (_, text) => {
  const took = ownTime();
  tokenize(text);
  expect(took()).toBeLessThan(1000);
});
