// How much the rules find, measured on passages marked by hand, and how often they disturb.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLikely } from "../../../src/vault/likely/find-likely.ts";
import { gatherLikely } from "../../../src/vault/likely/gather.ts";
import type { Known, Likely } from "../../../src/vault/likely/likely.ts";
import { foldPhrase } from "../../../src/wording/phrases.ts";

const nobody: Known = { forms: new Set<string>() };
const folder = "fixtures/likely/";

/** What the demo's invented people and places are called. */
const demo = "Nadia Karim Hélène Marc Sonia Yacine Brigitte Thomas Aminata Claire Aubrais Valmère Ortal PGG";

interface Passage {
  readonly text: string;
  /** What a reader marked, as `⟦kind:words⟧`. */
  readonly marks: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
}

function passages(file: string): Passage[] {
  return readFileSync(folder + file, "utf8")
    .trim()
    .split(/\n\n/)
    .map((marked) => {
      let text = "";
      const marks: Passage["marks"][number][] = [];
      for (const piece of marked.split(/(⟦[^⟧]*⟧)/)) {
        const mark = /^⟦([a-z-]+):(.*)⟧$/s.exec(piece);
        const words = mark?.[2] ?? piece;
        if (mark) marks.push({ kind: mark[1] ?? "", start: text.length, end: text.length + words.length });
        text += words;
      }
      return { text, marks };
    });
}

interface Measure {
  readonly marked: number;
  readonly missed: readonly string[];
  readonly proposed: number;
  readonly wrong: readonly string[];
}

/** A mark is found when something is proposed within it; a proposal is right when it touches a mark. */
function measure(file: string): Measure {
  const missed: string[] = [];
  const wrong: string[] = [];
  let [marked, proposed] = [0, 0];
  for (const { text, marks } of passages(file)) {
    const found = findLikely(text, nobody);
    const touches = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
      one.start < other.end && other.start < one.end;
    marked += marks.length;
    proposed += found.length;
    for (const mark of marks)
      if (!found.some((each) => touches(each, mark))) missed.push(text.slice(mark.start, mark.end));
    for (const each of found) if (!marks.some((mark) => touches(each, mark))) wrong.push(each.form);
  }
  return { marked, missed, proposed, wrong };
}

describe("likely names, on passages marked by hand", () => {
  it("finds at least nine names of ten", () => {
    const { marked, missed, proposed, wrong } = measure("names.txt");
    expect(marked).toBeGreaterThanOrEqual(150);
    expect(1 - missed.length / marked).toBeGreaterThanOrEqual(0.9);
    expect(1 - wrong.length / proposed).toBeGreaterThanOrEqual(0.9);
  });

  it("finds at least nineteen details of twenty", () => {
    const { marked, missed, proposed, wrong } = measure("details.txt");
    expect(marked).toBeGreaterThanOrEqual(60);
    expect(1 - missed.length / marked).toBeGreaterThanOrEqual(0.95);
    expect(1 - wrong.length / proposed).toBeGreaterThanOrEqual(0.8);
  });

  it.each([
    ["ordinary speech and analysis", "fixtures/likely/ordinary.txt", ""],
    ["the demo’s sessions", "fixtures/demo/transcripts/s01.vtt", demo],
    ["the demo’s sessions", "fixtures/demo/transcripts/s03.txt", demo],
  ])("disturbs at most twice in a thousand words of %s", (_, file, names) => {
    const text = speechOf(readFileSync(file, "utf8"));
    const words = text.split(/\s+/).length;
    const found = findLikely(text, { forms: new Set(names.split(" ").map(foldPhrase)) });
    expect(words).toBeGreaterThan(1200);
    expect(found.length / words, list(found).join(", ")).toBeLessThanOrEqual(2 / 1000);
  });
});

/** A transcript file without its times and its speakers' labels. */
function speechOf(file: string): string {
  return file
    .replace(/^(?:WEBVTT|[\d:., ->]+|[0-9a-f-]+\/\d+-\d+)$/gm, "")
    .replace(/<\/?v[^>]*>/g, "")
    .replace(/^\p{Lu}\p{L}+ ?:/gmu, "");
}

const list = (found: readonly Likely[]): string[] => found.map(({ form, kind }) => `${kind} ${form}`);
const names = (text: string, known: Known = nobody): string[] => list(findLikely(text, known));

describe("findLikely", () => {
  it.each([
    ["a capital inside a sentence", "hier j’ai vu Brandao en bas", ["person Brandao"]],
    ["nothing at the beginning of one", "Hier. Demain : « Jamais » ? Ensuite", []],
    ["a first name there all the same", "Moussa est là. Bon.", ["person Moussa"]],
    [
      "one that is a word only when the sentence says so",
      "Rose m’a dit. Rose bonbon. Pierre qui roule",
      ["person Rose"],
    ],
    ["a first name in small letters", "hier karim il est venu, les gens liés, tu lies", ["person karim"]],
    ["a title, not an elision", "il m’énerve, M. Sy, Me Diop, me dit-il", ["person Sy", "person Diop"]],
    ["who is called so", "il s’appelle brandao ; ça s’appelle reviens", ["person brandao"]],
    ["kin", "ma cousine, Awa, et son frère Tchoupi", ["person Awa", "person Tchoupi"]],
    [
      "places by what stands before them",
      "à Sevran, rue Ravel, cité des 4000",
      ["place Sevran", "place Ravel", "place 4000"],
    ],
    [
      "organisations, and not those all know",
      "le foyer Ravel, la CAF, la PJJ, le CLAJ",
      ["organisation Ravel", "organisation CLAJ"],
    ],
    ["no word shouted", "MAIS ARRÊTE TU VOIS BIEN QUE NON", []],
    ["no day, nationality, brand or religion", "un Algérien, le Lundi, sa Clio, Allah, à Noël", []],
    [
      "a number, whatever parts its figures",
      "06 12 34 56 78, 06.12.34.56.78, en 2019, 30 000 euros",
      ["phone 06 12 34 56 78", "phone 06.12.34.56.78"],
    ],
    [
      "the whole of an address",
      "au 12 rue Victor Hugo, 93200 Saint-Denis.",
      ["address 12 rue Victor Hugo, 93200 Saint-Denis"],
    ],
  ])("finds %s", (_, text, expected) => expect(names(text)).toEqual(expected));

  it("proposes nothing that is known, and nothing that is replaced anyway", () => {
    const text = "hier j’ai vu Brandao à Sevran avec Awa";
    const forms = new Set(["sevran"]);
    const at = text.indexOf("Awa");
    expect(names(text, { forms, taken: () => [{ start: at, end: at + 3 }] })).toEqual(["person Brandao"]);
  });

  it("gives places that hold the form, in order, none overlapping another, whatever the text", () => {
    const word = fc.constantFrom(
      "Karim",
      "à",
      "le",
      "M.",
      "Mme",
      "d’",
      "06 12",
      "34 56 78",
      "@",
      "a.fr",
      "né le",
      "3 mars",
      ".",
      ",",
      "\n\n",
      "rue",
      "«",
      "CAF",
      "AB-123-CD",
      "\u0301",
    );
    const text = fc.array(fc.oneof(word, fc.string({ unit: "grapheme", maxLength: 8 })), { maxLength: 40 });
    fc.assert(
      fc.property(text, (pieces) => {
        const whole = pieces.join(" ");
        let last = 0;
        for (const { form, start, end } of findLikely(whole, nobody)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(whole.slice(start, end)).toBe(form);
          last = end;
        }
      }),
    );
  });
});

describe("gatherLikely", () => {
  it("asks once about a name, however it is written, with three of its places", () => {
    const sources = ["là Brandao crie", "oui Brandao", "et BRANDAO", "non Brandao", "puis Awa"].map(
      (text, index) => {
        return { place: `s01.${String(index + 1)}`, text };
      },
    );
    const [first, second, ...others] = gatherLikely(sources, nobody);
    expect(first).toMatchObject({ form: "Brandao", kind: "person", count: 4 });
    expect(first?.contexts[0]).toEqual({ place: "s01.1", form: "Brandao", before: "là ", after: " crie" });
    expect(first?.contexts).toHaveLength(3);
    expect(second).toMatchObject({ form: "Awa", count: 1 });
    expect(others).toEqual([]);
  });
});
