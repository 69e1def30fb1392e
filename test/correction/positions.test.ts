// Diverging positions in a text, as they were written or rewritten.
import { describe, expect, it } from "vitest";
import { findPositions } from "../../src/correction/positions.ts";

describe("a diverging position", () => {
  it.each<[string, string, { label: string; words: string }[]]>([
    [
      "as it is written",
      "Analyse.\n\n**Position divergente** (gardien d’immeuble)\u202F: Non.\n\nSuite.",
      [{ label: "gardien d immeuble", words: " Non." }],
    ],
    [
      "without a name",
      "**Diverging position**: No.\nNot at all.",
      [{ label: "", words: " No.\nNot at all." }],
    ],
    [
      "in a quote, two of them, over lines",
      "> **Position divergente** (Marc) : Non.\n> Jamais.\n>\n> *Position divergente* (Hélène) : Si.",
      [
        { label: "marc", words: " Non.\n> Jamais." },
        { label: "helene", words: " Si." },
      ],
    ],
    [
      "a name written otherwise",
      "Position divergente de Marc : non.",
      [{ label: "de marc", words: " non." }],
    ],
    ["without its colon", "**Position divergente** (Marc) non.", [{ label: "marc", words: "non." }]],
    [
      "brackets in a name",
      "Position divergente (gardien (nuit)) : non",
      [{ label: "gardien nuit", words: " non" }],
    ],
    [
      "without its colon nor a name",
      "**Position divergente**, non, jamais.",
      [{ label: "", words: "**, non, jamais." }],
    ],
    ["not the heading over several", "**Positions divergentes**\n\nLe jour ça va.", []],
    [
      "not what is only about one",
      "Une position divergente : celle-ci.\n\nPosition divergente ou non, on y va.",
      [],
    ],
  ])("is read %s", (_, text, expected) => {
    const found = findPositions(text);
    expect(found.map(({ label, words }) => ({ label, words }))).toEqual(expected);
    for (const { start, end, text: own } of found) expect(text.slice(start, end)).toBe(own);
  });

  it.each([" ".repeat(100_000), "*".repeat(100_000), "(".repeat(100_000), "> ".repeat(50_000)])(
    "is looked for in one pass of a hostile line",
    (hostile) => {
      expect(findPositions(`Position divergente${hostile}`)).toEqual([]);
    },
  );
});
