// The quick way and the whole way give the same words, or the quick way leaves it to the other.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainPublicText } from "../../src/publication/plain-text.ts";
import { readPublicBody } from "../../src/publication/public-text.ts";

const quote = "> Des fois la nuit, on a peur \\[…\\] on n’est pas des cow-boys.\n>\n> — éducatrice (s01.12)";

describe("the quick way", () => {
  it.each([
    [`### Ce qui a été dit\n\n${quote}\n\n${quote}`, true],
    [
      "Le groupe le dit : « on n’est pas [tous] des cow-boys » (s01.12, s02.3-5).\nEt donc (voir s01.2).",
      true,
    ],
    ["- une liste\n- de mots, *soulignés*\n\n1. et puis\n\n> cité\n> ainsi", true],
    ["*souligné* (s01.12)", false],
    ["- un mot (s01.12)", false],
    ["mots <b>", false],
    ["mots\n---", false],
    [">", false],
    ["> cité\nsuite (s01.1)", false],
    ["(s01.1)", false],
    [">collé (s01.1)", false],
    [" >>en retrait\n> \n> — peur", false],
  ])("is enough, or not, for %j", (text, isEnough) => {
    const quick = plainPublicText(text, true);
    expect(quick !== undefined).toBe(isEnough);
    if (isEnough) expect(quick).toBe(readPublicBody(text, { hasAttribution: true, notes: "1" }));
  });

  const pieces = fc.constantFrom(
    ..."peur hall nuit l’école [mot] […] \\[…\\] « » ! ? * _ # - > >> 1. 12. — – | \\ & . , ( ) :".split(" "),
    ...["(s01.12)", "(s01.12,", "s02.3)", "s01.12", "(voir s01.12-15)", "(s01.\n12)", "(Nadia, s01.2)"],
    ...[
      "\n",
      "\n\n",
      "\n> ",
      "\n>\n> ",
      "\n>\n",
      "\n- ",
      "\n### ",
      "\n> — ",
      "\n    ",
      "  \n",
      " ",
      " ",
      " ",
    ],
  );
  const text = fc.array(pieces, { maxLength: 20 }).map((each) => each.join(""));

  it("never says otherwise than the whole way", () => {
    fc.assert(
      fc.property(text, fc.boolean(), (source, hasAttribution) => {
        const quick = plainPublicText(source, hasAttribution);
        if (quick === undefined) return;
        expect(quick).toBe(readPublicBody(source, { hasAttribution, notes: "1" }));
      }),
      { numRuns: 10_000 },
    );
  });
});
