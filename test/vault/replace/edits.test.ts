// Edits of a text, and the ranges that follow them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, rangeMover, type Edit } from "../../../src/vault/replace/edits.ts";

/** A text cut into pieces, some of which are replaced. */
const cut = fc
  .array(fc.record({ text: fc.string({ minLength: 1, maxLength: 6 }), now: fc.option(fc.string()) }))
  .map((pieces) => {
    const edits: Edit[] = [];
    let text = "";
    for (const { text: piece, now } of pieces) {
      if (now !== null) edits.push({ start: text.length, end: text.length + piece.length, words: now });
      text += piece;
    }
    return { pieces, text, edits };
  });

describe("edits", () => {
  it("put words in the place of others and leave the rest", () => {
    const edits = [
      { start: 0, end: 6, words: "Karima" },
      { start: 10, end: 16, words: "de Zoé" },
    ];
    expect(applyEdits("Sophie et d’Anne.", edits)).toBe("Karima et de Zoé.");
    expect(applyEdits("rien", [])).toBe("rien");
  });

  it("take ranges of whole pieces along", () => {
    fc.assert(
      fc.property(cut, fc.nat(), fc.nat(), ({ pieces, text, edits }, a, b) => {
        const [from, to] = [a % (pieces.length + 1), b % (pieces.length + 1)].sort((one, two) => one - two);
        const slice = pieces.slice(from, to);
        const start = pieces.slice(0, from).reduce((sum, each) => sum + each.text.length, 0);
        const end = start + slice.reduce((sum, each) => sum + each.text.length, 0);
        const moved = rangeMover(edits)({ start, end });
        const expected = slice.map(({ text: piece, now }) => now ?? piece).join("");
        expect(applyEdits(text, edits).slice(moved.start, moved.end)).toBe(expected);
      }),
    );
  });

  it("widen a range that begins or ends within replaced words to all that replaced them", () => {
    const [text, edits] = ["voir Sophie Durand ici", [{ start: 5, end: 18, words: "Karima" }]];
    const now = applyEdits(text, edits);
    const move = rangeMover(edits);
    const shown = ({ start, end }: { start: number; end: number }): string => now.slice(start, end);
    expect(shown(move({ start: 0, end: 11 }))).toBe("voir Karima");
    expect(shown(move({ start: 12, end: 22 }))).toBe("Karima ici");
    expect(move({ start: 7, end: 7 })).toEqual({ start: 5, end: 5 });
  });

  it("keep what else a range holds", () => {
    expect(rangeMover([{ start: 0, end: 1, words: "" }])({ start: 1, end: 3, theme: "peur" })).toEqual({
      ...{ start: 0, end: 2 },
      theme: "peur",
    });
  });
});
