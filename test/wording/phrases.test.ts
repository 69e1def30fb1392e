// Sentences as a leak is looked for: folded the same whatever stands beside them.
import fc from "fast-check";
import { expect, it } from "vitest";
import { foldPhrase, phrasesOf } from "../../src/wording/phrases.ts";

it("words alone are left, whatever they were written with", () => {
  expect(foldPhrase("  L’Œuvre d’ÉLOÏSE\u00A0: «\u00A0ça va…\u00A0»  ")).toBe("l oeuvre d eloise ca va");
  expect(foldPhrase("co\u00ADpie, e\u0301te\u0301, ½ ﬁlet")).toBe("copie ete 1 2 filet");
  expect(foldPhrase("… — !")).toBe("");
});

it("one word of another script beside them changes nothing of the others", () => {
  const sign = fc.oneof(
    fc.constantFrom(...Array.from("aéÇœŒ ’-_.,«»…ßﬁ½Ⅳ9²ªİıſ\n\t\u00AD\u00A0\u202F\u200B\u0301\u2028")),
    fc.integer({ min: 0, max: 0x2fff }).map((code) => String.fromCharCode(code)),
  );
  const text = fc.array(sign).map((signs) => signs.join(""));
  fc.assert(
    fc.property(text, (words) => {
      expect(foldPhrase(`${words} 漢`)).toBe(`${foldPhrase(words)} 漢`.trim());
      expect(foldPhrase(foldPhrase(words))).toBe(foldPhrase(words));
    }),
    { numRuns: 5_000 },
  );
});

it("fewer than five words are no sentence to look for", () => {
  expect(phrasesOf("On a peur ici. On a peur le soir ! Oui.\n\nEt puis on rentre tard chez soi")).toEqual([
    "on a peur le soir",
    "et puis on rentre tard chez soi",
  ]);
});
