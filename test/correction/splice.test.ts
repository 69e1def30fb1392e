// The law of a return: what was sent, with every correction followed, is what came back.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameWords } from "../../src/wording/fold.ts";
import { changesBetween, splice } from "../../src/correction/splice.ts";
import { edits, editText, section } from "./edits.ts";

const show = (text: string, back: string): string[] =>
  changesBetween(text, back).map(({ before, after }) => `[${before}|${after}]`);

describe("the changes between two texts", () => {
  it("applied to the first give the second", () => {
    fc.assert(
      fc.property(section, edits, (text, list) => {
        const back = editText(text, list);
        const changes = changesBetween(text, back);
        const applied = splice(text, changes);
        if (!sameWords(applied, back)) expect({ applied, changes }).toEqual({ applied: back, changes });
      }),
      { numRuns: 3000 },
    );
  });

  it("are in order, apart, and name the exact words", () => {
    fc.assert(
      fc.property(section, edits, (text, list) => {
        let at = -1;
        for (const { start, end, before } of changesBetween(text, editText(text, list))) {
          expect(text.slice(start, end)).toBe(before);
          expect(start).toBeGreaterThan(at);
          at = end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("do not exist between a text and itself with another typography", () => {
    expect(show("L’équipe dit « non » : c’est tout !", "L'équipe dit \"non\": c'est tout!")).toEqual([]);
  });

  it.each([
    ["a word replaced", "On a peur ici.", "On a froid ici.", ["[peur|froid]"]],
    ["a sentence at the end of a paragraph", "Un.\n\nDeux.", "Un. Et demi.\n\nDeux.", ["[| Et demi.]"]],
    ["a sentence at the start of a paragraph", "Un.\n\nDeux.", "Un.\n\nEt demi. Deux.", ["[|Et demi. ]"]],
    ["a paragraph", "Un.\n\nDeux.", "Un.\n\nEt demi.\n\nDeux.", ["[|\n\nEt demi.]"]],
    ["a paragraph taken out", "Un.\n\nEt demi.\n\nDeux.", "Un.\n\nDeux.", ["[\n\nEt demi.|]"]],
    ["a first sentence taken out", "A.\n\nUn peu. Deux.", "A.\n\nDeux.", ["[Un peu. |]"]],
    ["an item like its neighbours", "- un\n- deux", "- un\n- et demi\n- deux", ["[|\n- et demi]"]],
    ["an item taken out", "- un\n- et demi\n- deux", "- un\n- deux", ["[\n- et demi|]"]],
    ["a sentence like its neighbours", "On va. On vient.", "On va. On dort. On vient.", ["[| On dort.]"]],
    [
      "neighbours between which no word stayed",
      "A.\n\n€ la. La.",
      "On €.\n\nla. La.",
      ["[A.\n\n€ |On €.\n\n]"],
    ],
    ["a line made an item", "un\ndeux", "un\n- deux", ["[|- ]"]],
    [
      "words in the middle that split a paragraph",
      "Un. Deux.",
      "Un.\n\nEt demi.\n\nDeux.",
      ["[ |\n\nEt demi.\n\n]"],
    ],
  ])("are named as a person would: %s", (_, text, back, expected) => {
    expect(show(text, back)).toEqual(expected);
    expect(splice(text, changesBetween(text, back))).toBe(back);
  });
});
