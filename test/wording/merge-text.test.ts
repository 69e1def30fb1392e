// One stretch of text that two have changed.
import fc from "fast-check";
import { expect, test } from "vitest";
import { sameWords } from "../../src/wording/fold.ts";
import { mergeText } from "../../src/wording/merge.ts";
import { prose, rewritten } from "./french.ts";

const base = "Des fois la nuit, on a peur de rentrer dans le hall.";

test("changes in different places are both there", () => {
  const mine = base.replace("peur", "très peur");
  const theirs = base.replace("hall", "porche").replace("Des fois", "Parfois");
  expect(mergeText(base, mine, theirs)).toEqual({
    text: "Parfois la nuit, on a très peur de rentrer dans le porche.",
    conflicts: [],
  });
});

test("the person's typography is kept where the other did not change a word", () => {
  const mine = base.replace("nuit,", "nuit\u00A0,").replace("peur", "froid");
  expect(mergeText(base, mine, base.replace("hall", "porche")).text).toBe(mine.replace("hall", "porche"));
});

test("words changed in two ways are a conflict, and mine stand", () => {
  const mine = base.replace("peur de rentrer", "peur de sortir");
  const theirs = base.replace("de rentrer", "d’entrer").replace("fois", "nuits");
  expect(mergeText(base, mine, theirs)).toEqual({
    text: mine.replace("fois", "nuits"),
    conflicts: [{ base: "de rentrer", mine: "de sortir", theirs: "d’entrer" }],
  });
});

test("words put in at one place by both are a conflict, unless they are the same", () => {
  const mine = base.replace("peur", "très peur");
  expect(mergeText(base, mine, base.replace("peur", "si peur")).conflicts).toEqual([
    { base: "", mine: "très", theirs: "si" },
  ]);
  const theirs = base.replace("peur", "très\u00A0peur").replace("hall", "porche");
  expect(mergeText(base, mine, theirs)).toEqual({ text: mine.replace("hall", "porche"), conflicts: [] });
});

test("words that one took out and the other changed are a conflict", () => {
  const { text, conflicts } = mergeText(
    base,
    base.replace(" de rentrer", ""),
    base.replace("rentrer", "sortir"),
  );
  expect(text).toBe("Des fois la nuit, on a peur dans le hall.");
  expect(conflicts).toEqual([{ base: "de rentrer", mine: "", theirs: "de sortir" }]);
});

test("one who changed nothing has no say, and doing it again changes nothing", () => {
  fc.assert(
    fc.property(rewritten, ([before, after]) => {
      expect(mergeText(before, before, after)).toEqual({ text: after, conflicts: [] });
      expect(mergeText(before, after, before)).toEqual({ text: after, conflicts: [] });
      expect(mergeText(before, after, after)).toEqual({ text: after, conflicts: [] });
    }),
    { numRuns: 1000 },
  );
});

test("without a conflict, who came first does not matter", () => {
  const edit = fc.tuple(fc.nat(), fc.constantFrom("toujours", "", "jamais de la vie"));
  const edited = (text: string, [at, word]: readonly [number, string]): string => {
    const words = text.split(" ");
    words[at % words.length] = word;
    return words.join(" ");
  };
  fc.assert(
    fc.property(prose, edit, edit, (text, one, other) => {
      const [mine, theirs] = [edited(text, one), edited(text, other)];
      const { text: merged, conflicts } = mergeText(text, mine, theirs);
      const turned = mergeText(text, theirs, mine);
      expect(turned.conflicts).toHaveLength(conflicts.length);
      if (conflicts.length === 0) expect(sameWords(turned.text, merged)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
