import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTurn } from "../../src/kernel/ids.ts";
import { checkQuote } from "../../src/retour/check-quote.ts";
import { escapeMarkdown, findQuotes, unescapeMarkdown, withoutReferences } from "../../src/retour/quote.ts";
import { markdownToHtml } from "../../src/retour/html.ts";

const said = "des fois la nuit on a peur de rentrer dans le hall ben on n’est pas des cow-boys quoi";

describe("quotes of a section", () => {
  it("are block quotes with their attribution and turns, and guillemets followed by turns", () => {
    const text = `Il le dit.

> Des fois la nuit, on a peur […] on n'est pas des cow-boys.
>
> — éducatrice de prévention (s01.12)

Le groupe : « on n'est pas des cow-boys » (s01.12-13, s02.4), et « un mot » sans tour, "ailleurs" (s01.1).

> Rien dessous.`;
    const quotes = findQuotes(text);
    expect(
      quotes.map(({ form, words, attribution, turns }) => [form, words, attribution, turns.map(formatTurn)]),
    ).toEqual([
      [
        "block",
        "Des fois la nuit, on a peur […] on n'est pas des cow-boys.",
        "éducatrice de prévention",
        ["s01.12"],
      ],
      ["inline", "on n'est pas des cow-boys", undefined, ["s01.12", "s01.13", "s02.4"]],
      ["inline", "ailleurs", undefined, ["s01.1"]],
      ["block", "Rien dessous.", undefined, []],
    ]);
    for (const { start, end } of quotes) expect(text.slice(start, end)).toMatch(/^[>«"]/);
  });

  it("read back any speech that was written as a block quote", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (speech) => {
        const words = speech.replace(/\s+/g, " ").trim();
        fc.pre(words !== "");
        expect(unescapeMarkdown(escapeMarkdown(words))).toBe(words);
      }),
      { numRuns: 2000 },
    );
  });

  it("can never become a heading, a list, a link or a tag", () => {
    for (const speech of [
      "# titre",
      "- liste",
      "1. liste",
      "[x](http://a.b)",
      "<b>gras</b>",
      "**gras**",
      "&lt;",
      "> cit",
      "a | b\n---",
    ]) {
      const html = markdownToHtml(`mot ${escapeMarkdown(speech)}\n\n${escapeMarkdown(speech)}`);
      expect(html).not.toMatch(/<(?!\/?p>|br)/);
    }
  });

  it("lose their turns when they leave", () => {
    expect(withoutReferences("« mots » (s01.12), et (s01.1-3, s02.4) fin")).toBe("« mots », et fin");
    expect(withoutReferences("> — éducatrice (s01.12)")).toBe("> — éducatrice");
  });
});

describe("a quote checked against its turns", () => {
  it.each([
    ["Des fois la nuit on a peur de rentrer", "case of the first letter"],
    ["on n'est pas des cow-boys.", "apostrophe, final punctuation"],
    ["des fois la nuit […] on n’est pas des cow-boys", "a cut"],
    ["Des fois […] On a peur […] des cow-boys !", "two cuts"],
    ["on a peur de rentrer dans le hall [du sept] ben on n'est pas", "an insertion"],
    ["on a peur", "no-break spaces"],
  ])("is exact: %s (%s)", (quoted) => {
    expect(checkQuote(quoted, said)).toEqual({ isExact: true });
  });

  it.each([
    ["on a toujours peur de rentrer", "toujours peur de rentrer"],
    ["on a peur de rentrer chez soi", "chez soi"],
    ["on n'est pas des cow-boys […] on a peur", "on a peur"],
    ["des fois on a peur", "on a peur"],
    ["ça n’a jamais été dit", "ça n’a jamais été dit"],
    ["on a PEUR", "PEUR"],
  ])("differs: %s", (quoted, found) => {
    const result = checkQuote(quoted, said);
    expect(result.isExact).toBe(false);
    if (!result.isExact) expect(result.found).toBe(found);
  });

  it("says what was said instead", () => {
    expect(checkQuote("on a peur de sortir dans le hall", said)).toEqual({
      isExact: false,
      found: "sortir dans le hall",
      said: "rentrer dans le hall ben on",
    });
  });

  it("may hold what the transcriber put between brackets, and what the researcher did", () => {
    const heard = "on attend [sonnette de l’école] et après [mm mm] on rentre";
    for (const quoted of [
      heard,
      "On attend [sonnette de l'école] et après",
      "on attend [les jeunes] [sonnette de l’école] et après [mm mm] on [les éducateurs] rentre",
      "on attend […] on rentre",
    ])
      expect(checkQuote(quoted, heard)).toEqual({ isExact: true });
    expect(checkQuote("on attend [mm mm] et après", heard).isExact).toBe(false);
    expect(checkQuote("on attend et après", heard).isExact).toBe(false);
  });

  describe("with marks that are not words", () => {
    const heard =
      "on a peur (rire) de //rentrer// dans le hall (pause 3 s) du bâtiment (?) (inaudible) le soir";

    it.each([
      "on a peur de rentrer dans le hall du bâtiment",
      "on a peur (rire) de //rentrer// dans",
      "on a peur (rire) de rentrer dans le hall (pause 3 s) du",
      "du bâtiment […] le soir",
      "(rire) de rentrer",
    ])("may leave them out: %s", (quoted) => {
      expect(checkQuote(quoted, heard)).toEqual({ isExact: true });
    });

    it.each([
      ["on a (rire) peur de rentrer", "(rire) peur de rentrer"],
      ["du bâtiment le soir", "le soir"],
      ["on a peur (silence) de rentrer", "silence) de rentrer"],
    ])("may not put one in, nor pass over words nobody made out: %s", (quoted, found) => {
      const result = checkQuote(quoted, heard);
      expect(result.isExact).toBe(false);
      if (!result.isExact) expect(result.found).toBe(found);
    });
  });

  it("finds every passage of the speech exact, and every changed word", () => {
    const words = said.split(" ");
    fc.assert(
      fc.property(fc.nat(words.length - 1), fc.nat(8), fc.nat(8), (from, length, where) => {
        const slice = words.slice(from, from + length + 1);
        expect(checkQuote(slice.join(" "), said).isExact).toBe(true);
        const changed = slice.with(where % slice.length, "zut");
        expect(checkQuote(changed.join(" "), said).isExact).toBe(false);
      }),
    );
  });
});
