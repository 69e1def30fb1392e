// Differences are found word by word, named as a person would, and can be applied.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges, applyHunks, changes, hunks } from "../../src/wording/compare.ts";
import { sameWords } from "../../src/wording/fold.ts";
import { tokenize } from "../../src/wording/tokens.ts";
import { ownTime } from "../own-time.ts";
import { french, longText, prose, rewritten } from "./french.ts";

const keys = (text: string): string[] => tokenize(text).map(({ key }) => key);
const found = (before: string, after: string): [string, string][] =>
  hunks(before, after).map((hunk) => [hunk.before, hunk.after]);

describe("what counts as a difference", () => {
  test("typography and white space do not", () => {
    expect(hunks("l’homme a «\u00A0peur\u00A0» !", 'l\'homme\na "peur"!')).toEqual([]);
    expect(hunks("un\n\ndeux", "un deux")).toEqual([]);
    expect(hunks("", " ")).toEqual([]);
  });

  test("case, accents and marks do", () => {
    expect(found("Il a peur.", "il a peur ?")).toEqual([
      ["Il", "il"],
      [".", " ?"],
    ]);
    expect(found("des eleves", "des élèves")).toEqual([["eleves", "élèves"]]);
  });
});

describe("where a difference is", () => {
  test("a replaced word leaves the white space around it alone", () => {
    expect(hunks("on a peur la nuit", "on a crainte la nuit")).toEqual([
      { start: 5, end: 9, before: "peur", after: "crainte", afterStart: 5, afterEnd: 12 },
    ]);
  });

  test("an elision is not part of its word", () => {
    expect(found("il voit l'homme", "il voit l'enfant")).toEqual([["homme", "enfant"]]);
    expect(found("il voit l’homme", "il voit la femme")).toEqual([["l’homme", "la femme"]]);
  });

  test("words put in or taken out bring the white space that they need", () => {
    expect(found("on a peur", "on a très peur")).toEqual([["", "très "]]);
    expect(found("on a très peur", "on a peur")).toEqual([["très ", ""]]);
    expect(found("on a peur", "on a peur, oui")).toEqual([["", ", oui"]]);
    expect(found("oui on a peur", "on a peur")).toEqual([["oui ", ""]]);
    expect(found("on a peur", "on a peur la nuit")).toEqual([["", " la nuit"]]);
    expect(found("oui non", "oui/non")).toEqual([[" ", "/"]]);
    expect(found("oui/non", "oui non")).toEqual([["/", " "]]);
    expect(found("", "on a peur")).toEqual([["", "on a peur"]]);
    expect(found("on a peur\n", "")).toEqual([["on a peur\n", ""]]);
  });

  test("a paragraph put in or taken out leaves the others apart", () => {
    const [one, two, three] = ["On a peur.", "On rentre tard.", "Voilà."];
    const [short, long] = [[one, three].join("\n\n"), [one, two, three].join("\n\n")];
    expect(found(short, long)).toEqual([["", `${two}\n\n`]]);
    expect(applyHunks(short, hunks(short, long))).toBe(long);
    expect(applyHunks(long, hunks(long, short))).toBe(short);
    expect(applyHunks(`${one}\n`, hunks(`${one}\n`, `${one}\n\n${two}\n`))).toBe(`${one}\n\n${two}\n`);
    expect(applyHunks(`${one}\n\n${two}\n`, hunks(`${one}\n\n${two}\n`, `${one}\n`))).toBe(`${one}\n`);
  });

  test("a sentence put at the end of a paragraph, or at the beginning of one, stays in it", () => {
    const before = "On a peur.\n\nVoilà.";
    for (const after of [
      "On a peur. La nuit.\n\nVoilà.",
      "On a peur.\n\nEnfin. Voilà.",
      "On a peur.\n\nNon.\n\nVoilà.",
    ])
      expect(applyHunks(before, hunks(before, after))).toBe(after);
    expect(applyHunks("a b", hunks("a b", "a\n\nx\n\nb"))).toBe("a\n\nx\n\nb");
  });

  test("a sentence that begins like the next one is seen whole", () => {
    expect(found("Il part. Il rentre.", "Il part. Il dort. Il rentre.")).toEqual([["", "Il dort. "]]);
    expect(found("Il part. Il dort. Il rentre.", "Il part. Il rentre.")).toEqual([["Il dort. ", ""]]);
    expect(found("Oui, on a peur, on a tort. Voilà", "Oui, on a peur, on a froid, on a tort. Voilà")).toEqual(
      [["", "on a froid, "]],
    );
  });
});

describe("what makes one difference", () => {
  test("neighbours that one short word or mark separates are one", () => {
    expect(found("la peur de la nuit", "la crainte de cette obscurité")).toEqual([
      ["peur de la nuit", "crainte de cette obscurité"],
    ]);
    expect(found("peur, nuit", "crainte, soir")).toEqual([["peur, nuit", "crainte, soir"]]);
    expect(found("un professeur parle", "le professeur crie")).toHaveLength(2);
  });

  test("how far neighbours are joined can be chosen", () => {
    const [before, after] = ["a peur de la nuit noire", "a crainte de la brume noire"];
    expect(hunks(before, after)).toHaveLength(2);
    expect(hunks(before, after, { joinWithin: 0 })).toHaveLength(2);
    expect(hunks(before, after, { joinWithin: 2 })).toHaveLength(1);
    expect(hunks("a b c", "x b z", { joinWithin: 0 })).toHaveLength(2);
  });

  test("never across a paragraph", () => {
    expect(found("On a peur.\n\nVoilà tout.", "On a crainte.\n\nEnfin tout.")).toEqual([
      ["peur", "crainte"],
      ["Voilà", "Enfin"],
    ]);
    expect(found("On a peur\n\nVoilà tout.", "On a crainte\n\nEnfin tout.")).toEqual([
      ["peur", "crainte"],
      ["Voilà", "Enfin"],
    ]);
  });

  test("a sentence with nothing left of it is one difference", () => {
    const before = "Les jeunes du quartier ne parlent jamais de la police devant nous.";
    const after = "Nous avons compris, avec le temps, ce que la rue taisait de ses affaires.";
    expect(found(before, after)).toHaveLength(1);
  });
});

describe("laws", () => {
  test("applying the differences gives the words of the new text, and back", () => {
    fc.assert(
      fc.property(
        fc.oneof(rewritten, fc.tuple(french, french), fc.tuple(prose, prose)),
        fc.nat(2),
        ([before, after], joinWithin) => {
          const list = hunks(before, after, { joinWithin });
          const result = applyHunks(before, list);
          expect(keys(result)).toEqual(keys(after));
          expect(sameWords(result, after)).toBe(true);
          expect(list.length === 0).toBe(sameWords(before, after));
          let [at, newAt] = [0, 0];
          for (const { start, end, afterStart, afterEnd, ...hunk } of list) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(afterStart).toBeGreaterThanOrEqual(newAt);
            expect(hunk).toEqual({
              before: before.slice(start, end),
              after: after.slice(afterStart, afterEnd),
            });
            [at, newAt] = [end, afterEnd];
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("same and added make the new text to the letter, same and removed the words of the old", () => {
    fc.assert(
      fc.property(rewritten, ([before, after]) => {
        const list = changes(before, after);
        expect(applyChanges(list)).toBe(after);
        const old = list.filter(({ op }) => op !== "added").map(({ text }) => text);
        expect(keys(old.join(""))).toEqual(keys(before));
        expect(list.every(({ text }) => text !== "")).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("white space that would make two numbers one beside a change is part of the comparison", () => {
    const [before, after] = ["x ,5", "3, 5"];
    expect(keys(applyHunks(before, hunks(before, after)))).toEqual(["3", ",", "5"]);
    expect(
      changes("on dit x ,5", "on dit 3, 5")
        .map(({ text }) => text)
        .join(""),
    ).toContain("3, 5");
  });
});

describe("speed", () => {
  const timed = (before: string, after: string): [number, number] => {
    const took = ownTime();
    const count = hunks(before, after).length;
    return [took(), count];
  };
  const long = longText(40_000, 1);
  const edit = (every: number): string =>
    long
      .split(" ")
      .map((word, index) => (index % every === every - 1 ? "autrement" : word))
      .join(" ");

  test("few changes in 40,000 words", () => {
    const after = edit(1000);
    const [time, count] = timed(long, after);
    expect(count).toBe(after.split("autrement").length - 1);
    expect(time).toBeLessThan(1500);
  });

  test("a change every twelve words", () => {
    const [time, count] = timed(long, edit(12));
    expect(count).toBeGreaterThan(2500);
    expect(time).toBeLessThan(2000);
  });

  test("two different texts of 30,000 words", () => {
    const [time] = timed(longText(30_000, 2), longText(30_000, 3));
    expect(time).toBeLessThan(2000);
  });

  test("texts that say the same words over and over", () => {
    const [time] = timed("non ".repeat(30_000), `${"non ".repeat(10_000)}oui ${"non ".repeat(25_000)}`);
    expect(time).toBeLessThan(2000);
    const [other] = timed("on a peur la nuit. ".repeat(6000), "la nuit on a très peur. ".repeat(6000));
    expect(other).toBeLessThan(2000);
  });
});
