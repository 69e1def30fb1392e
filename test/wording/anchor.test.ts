// Places follow their words from an old text to a new one.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mapExactly, mapper as mapperOf, type MapRange } from "../../src/wording/anchor.ts";
import { applyHunks, hunks } from "../../src/wording/compare.ts";
import { sameWords } from "../../src/wording/fold.ts";
import { tokenize } from "../../src/wording/tokens.ts";
import { trailOf } from "../../src/wording/trail.ts";
import { ownTime } from "../own-time.ts";
import { french, longText, rewritten } from "./french.ts";

const mapper: typeof mapExactly = (before, after) => mapperOf(trailOf(before, after));

/** Where the words of the old text are in the new one, as words. */
function follow(make: typeof mapper, before: string, words: string, after: string): string | undefined {
  const start = before.indexOf(words);
  const range = make(before, after)(start, start + words.length);
  return range && after.slice(range.start, range.end);
}

/** The new text with a bar where the place after `words` has gone. */
function place(before: string, words: string, after: string): string | undefined {
  const at = before.indexOf(words) + words.length;
  const range = mapExactly(before, after)(at, at);
  expect(range?.start).toBe(range?.end);
  return range && `${after.slice(0, range.start)}|${after.slice(range.end)}`;
}

describe("a coded passage in a corrected transcript", () => {
  const said = "Des fois la nuit, on a peur de rentrer dans le hall.";

  test("is found again as it is, whatever changed around it or in its typography", () => {
    expect(follow(mapper, said, "on a peur de rentrer", `Euh… ${said.replace("hall", "porche")}`)).toBe(
      "on a peur de rentrer",
    );
    expect(
      follow(
        mapper,
        "on dit «\u00A0l’école\u00A0» souvent",
        "«\u00A0l’école\u00A0»",
        'oui on dit "l\'école" souvent',
      ),
    ).toBe('"l\'école"');
  });

  test("covers what replaced its words while at least half of them are still there", () => {
    const after = "Des fois la nuit, on a très peur de ressortir dans le hall.";
    expect(follow(mapper, said, "on a peur de rentrer", after)).toBe("on a très peur de ressortir");
    expect(follow(mapper, said, "nuit, on a peur", said.replace("nuit,", "soirée tardive"))).toBe(
      "soirée tardive on a peur",
    );
    expect(follow(mapper, said, "on a peur de", said.replace("on ", ""))).toBe("a peur de");
    expect(follow(mapper, said, "peur de rentrer", said.replace(" rentrer", ""))).toBe("peur de");
  });

  test("is lost with more than half of its words", () => {
    expect(
      follow(mapper, said, "peur de rentrer", said.replace("peur de rentrer", "envie de fuir")),
    ).toBeUndefined();
    expect(follow(mapper, said, "on a peur", "Rien à voir.")).toBeUndefined();
    expect(follow(mapper, "oui … non", "…", "oui non")).toBeUndefined();
  });

  test("keeps to its own words when words outside were rewritten with them", () => {
    const before = "on a vraiment très peur la nuit venue";
    const after = "on tremble fort peur la nuit venue";
    expect(follow(mapper, before, "très peur la nuit", after)).toBe("peur la nuit");
    expect(
      follow(mapper, "la nuit on a peur noire ici", "la nuit on a peur", "la nuit on a crainte vive ici"),
    ).toBe("la nuit on a");
  });

  test("may begin or end inside a word", () => {
    expect(follow(mapper, "des professeurs ici", "professeur", "oui des professeurs ici")).toBe("professeur");
    expect(follow(mapper, "des professeurs ici", "fesseurs ici", "oui des professeurs ici")).toBe(
      "fesseurs ici",
    );
    const decomposed = "des e\u0301coles ici";
    expect(follow(mapper, decomposed, "e\u0301cole", "des écoles ici")).toBe("écoles");
    expect(follow(mapper, decomposed, "coles", "des écoles ici")).toBe("écoles");
    expect(follow(mapExactly, decomposed, "e\u0301cole", "des écoles ici")).toBeUndefined();
  });
});

describe("a correction applied to a text that has changed since", () => {
  test("applies where its words are wholly unchanged", () => {
    expect(follow(mapExactly, "on a peur la nuit", "a peur", "bon, on a peur la nuit")).toBe("a peur");
    expect(follow(mapExactly, "on a peur la nuit", "peur ", "on a peur\u00A0la nuit")).toBe("peur\u00A0");
    expect(follow(mapExactly, "il a peur\u00A0?", "\u00A0?", "il a peur?")).toBe("?");
    expect(follow(mapExactly, "il a peur  ?", "  ?", "il a peur ?")).toBe(" ?");
  });

  test("does not apply where a word changed, or came in between", () => {
    expect(follow(mapExactly, "on a peur la nuit", "a peur", "on a crainte la nuit")).toBeUndefined();
    expect(follow(mapExactly, "on a peur la nuit", "a peur", "on a très peur la nuit")).toBeUndefined();
    expect(follow(mapExactly, "on a peur la nuit", "on a peur la", "on a peur de la")).toBeUndefined();
    expect(follow(mapExactly, "on a peur la nuit", "a peur la", "on a crainte la nuit")).toBeUndefined();
  });

  test("a place stays by the word that it touches", () => {
    expect(place("on a peur", "on a ", "on a très peur")).toBe("on a très |peur");
    expect(place("on a peur", "on a", "on a très peur")).toBe("on a| très peur");
    expect(place("on a peur.", "on a peur", "on a peur, oui.")).toBe("on a peur|, oui.");
    expect(place("on a peur", "", "bon on a peur")).toBe("bon |on a peur");
    expect(place("on a peur", "", "on a peur")).toBe("|on a peur");
    expect(place("on a peur", "on a peur", "on a peur, oui")).toBe("on a peur|, oui");
    expect(place("des professeurs", "des prof", "les professeurs")).toBe("les prof|esseurs");
  });

  test("a place whose word is gone stays by the word on its other side", () => {
    expect(place("on a peur ici", "on a ", "on a froid ici")).toBe("on a |froid ici");
    expect(place("on a peur ici", "on a peur", "on a froid ici")).toBe("on a froid| ici");
    expect(place("(peur) ici", "(", "[peur) ici")).toBe("[|peur) ici");
  });

  test("a place between two words that are gone is lost", () => {
    expect(place("on a peur ici", "on a ", "on tremble ici")).toBeUndefined();
    expect(place("peur", "", "crainte")).toBeUndefined();
    expect(place("peur", "peur", "crainte")).toBeUndefined();
  });

  test("white space moves while the words on both sides are there", () => {
    expect(follow(mapExactly, "oui non", " ", "et oui\nnon")).toBe("\n");
    expect(follow(mapExactly, "oui non", " ", "oui et non")).toBeUndefined();
    expect(follow(mapExactly, "oui non", " ", "peut-être")).toBeUndefined();
  });

  test("an empty text has a place while it is empty", () => {
    expect(mapExactly("", "")(0, 0)).toEqual({ start: 0, end: 0 });
    expect(mapExactly("", "on a peur")(0, 0)).toBeUndefined();
  });
});

describe("laws", () => {
  const span = fc.tuple(fc.nat(), fc.nat());
  const ordered = ([a, b]: readonly [number, number], length: number): [number, number] => {
    const [one, other] = [a % (length + 1), b % (length + 1)];
    return [Math.min(one, other), Math.max(one, other)];
  };

  test("in an unchanged text every range stays where it is", () => {
    fc.assert(
      fc.property(french, span, (text, pair) => {
        const [start, end] = ordered(pair, text.length);
        expect(mapper(text, text)(start, end)).toEqual({ start, end });
        expect(mapExactly(text, text)(start, end)).toEqual({ start, end });
      }),
      { numRuns: 2000 },
    );
  });

  test("what is moved exactly has the same words, and lies within the new text", () => {
    fc.assert(
      fc.property(rewritten, span, ([before, after], pair) => {
        const tokens = tokenize(before);
        const [first, last] = ordered(pair, Math.max(0, tokens.length - 1));
        const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
        const check = (map: MapRange): string | undefined => {
          const range = map(start, end);
          if (!range) return undefined;
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          expect(range.end).toBeLessThanOrEqual(after.length);
          return after.slice(range.start, range.end);
        };
        const exact = check(mapExactly(before, after));
        if (exact !== undefined) expect(sameWords(exact, before.slice(start, end))).toBe(true);
        const loose = check(mapper(before, after));
        if (exact !== undefined) expect(loose).toBe(exact);
      }),
      { numRuns: 3000 },
    );
  });

  test("a correction moved to the text that it was made on is the correction", () => {
    fc.assert(
      fc.property(rewritten, ([before, after]) => {
        const map = mapExactly(before, before);
        const moved = hunks(before, after).map((hunk) => ({ ...hunk, ...map(hunk.start, hunk.end) }));
        expect(applyHunks(before, moved)).toBe(applyHunks(before, hunks(before, after)));
      }),
      { numRuns: 1000 },
    );
  });
});

test("4,000 ranges of a long transcript move in little time", () => {
  const before = longText(40_000, 4);
  const after = before.replace(/\bbaré/g, "corrigé").replace(/\. /g, ".\n");
  const took = ownTime();
  const map = mapper(before, after);
  let kept = 0;
  for (let index = 0; index < 4000; index += 1) {
    const at = Math.floor((before.length / 4100) * index);
    if (map(at, at + 60)) kept += 1;
  }
  expect(kept).toBeGreaterThan(3900);
  expect(took()).toBeLessThan(1500);
});

test("a paragraph of which little is left is still followed to its own, where as many stand around it", () => {
  const paragraphs = (word: string): string[] =>
    Array.from({ length: 40 }, () => `On ${Array.from({ length: 14 }, () => word).join(" ")} voilà.`);
  const [before, after] = [paragraphs("peur"), paragraphs("rien")];
  const start = before.slice(0, 21).join("\n\n").length - "voilà.".length;
  const range = mapper(before.join("\n\n"), after.join("\n\n"))(start, start + "voilà".length);
  expect(range?.start).toBe(after.slice(0, 21).join("\n\n").length - "voilà.".length);
});
