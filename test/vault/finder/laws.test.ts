// What holds of any names in any words.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Identity } from "../../../src/vault/contents.ts";
import { foldWord } from "../../../src/vault/finder/atoms.ts";
import { makeFinder } from "../../../src/vault/finder/make-finder.ts";
import { replaceNames } from "../../../src/vault/finder/replace-names.ts";

// Names are made of these, and no word of the texts is. No word is one letter but `a` and `y`: after a name
// spelt out, another could be its next letter.
const syllables = ["Zor", "Kéli", "Bœuv", "Nadj", "Wem", "Tchô", "Quin", "Ïlo", "Çarv", "Xab"];
const common =
  "alors moi je crois qu’on en parle trop, à la maison comme au travail. Les gens passent ; il y a du bruit… et puis rien !"
    .split(" ")
    .concat([
      "d’accord",
      "**vraiment**",
      "\n",
      "\n\n",
      "— oui",
      "«\u00A0bon\u00A0»",
      "nous@y.fr",
      "c’est-à-dire",
    ]);

const word = fc
  .tuple(fc.constantFrom(...syllables), fc.constantFrom(...syllables), fc.constantFrom("ax", "ide", "oun"))
  .map(([one, two, end]) => `${one}${two.toLowerCase()}${end}`);
const name = fc
  .tuple(word, fc.constantFrom(" ", "-", " de ", " El "), word)
  .map(([first, link, last]) => `${first}${link}${last}`);
const ordinary = fc
  .array(fc.constantFrom(...common), { minLength: 1, maxLength: 30 })
  .map((words) => words.join(" "));
const replacements = ["Vuaal", "Vual", "Association Vuor", "un voisin"];
const identities = fc
  .uniqueArray(name, { minLength: 1, maxLength: 8, selector: (each) => foldWord(each) })
  .chain((names) =>
    fc.tuple(
      ...names.map((each, at) =>
        fc.constantFrom(...replacements).map((replacement): Identity => {
          return { id: `i${at}`, kind: "person", names: [each], replacement };
        }),
      ),
    ),
  );

const written = fc.constantFrom<(each: string) => string>(
  (each) => each,
  (each) => each.toUpperCase(),
  (each) => each.toLowerCase(),
  (each) => each.normalize("NFD"),
  (each) => each.normalize("NFD").replace(/\p{M}/gu, ""),
  (each) => each.replaceAll("œ", "oe"),
  (each) => each.replaceAll(" ", "\u00A0"),
  (each) => each.replaceAll(" ", "\n"),
  (each) => `**${each}**`,
  (each) => `d’${each}`,
  (each) => `qu'${each}`,
  (each) => `Mme ${each}`,
  (each) => `${each}-là`,
  (each) => Array.from(each.replaceAll(" ", "")).join(" "),
  (each) => Array.from(each.replace(/[ -]/g, "")).join("."),
  (each) => Array.from(each).join("\u00AD"),
);

describe("names in any words", () => {
  it("changes nothing where there is none", () => {
    fc.assert(
      fc.property(identities, ordinary, (all, text) => {
        const finder = makeFinder({ identities: all, answers: [] });
        expect(replaceNames(text, finder)).toEqual({ text, replaced: [], doubts: [] });
      }),
    );
  });

  it("finds a name however it is written, and it alone", () => {
    fc.assert(
      fc.property(identities, ordinary, ordinary, written, (all, before, after, write) => {
        const [someone] = all;
        if (someone === undefined) return;
        const text = `${before} ${write(someone.names[0])} ${after}`;
        const finder = makeFinder({ identities: all, answers: [] });
        const { text: out, doubts } = replaceNames(text, finder);
        expect(doubts).toEqual([]);
        expect(out).toContain(someone.replacement);
        for (const part of someone.names[0].split(/[ -]/))
          if (part.length > 3) expect(foldWord(out)).not.toContain(foldWord(part));
      }),
      { numRuns: 400 },
    );
  });

  it("replaces all at once, and keeps every other character", () => {
    fc.assert(
      fc.property(
        identities,
        fc.array(fc.oneof(ordinary, name, fc.string({ unit: "binary", maxLength: 12 })), { maxLength: 12 }),
        (all, pieces) => {
          const text = [...pieces, ...all.flatMap(({ names }) => names)].join(" ");
          const finder = makeFinder({ identities: all, answers: [] });
          const found = finder.find(text);
          const once = replaceNames(text, finder);
          expect(replaceNames(once.text, finder).replaced).toEqual([]);
          let at = 0;
          let rebuilt = "";
          for (const { start, end, isCertain, replacement } of found) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            rebuilt += text.slice(at, start) + (isCertain ? replacement : text.slice(start, end));
            at = end;
          }
          expect(once.text).toBe(rebuilt + text.slice(at));
        },
      ),
    );
  });

  it("goes through a megabyte for five thousand people without hanging", () => {
    const letters = "bcdfgklmnprstvz";
    const spell = (at: number): string =>
      `Z${Array.from({ length: 5 }, (_, index) => `${letters.charAt(Math.floor(at / 15 ** index) % 15)}o`).join("")}`;
    const all = Array.from({ length: 5_000 }, (_, at): Identity => {
      return {
        id: `i${at}`,
        kind: "person",
        names: [`${spell(at)} ${spell(at * 7 + 1)}x`],
        replacement: "V",
      };
    });
    const finder = makeFinder({ identities: all, answers: [] });
    for (const unit of ["on en parle, Zbobobobobo, ", "z o b o ", "zo-", "*zO"]) {
      const text = unit.repeat(Math.ceil(250_000 / unit.length));
      expect(replaceNames(text, finder).text.length).toBeGreaterThan(0);
    }
  });
});
