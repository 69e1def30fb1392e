// The canonical form of words.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutControls } from "../../src/transcript/words.ts";

describe("a text without controls is in NFC", () => {
  it("whatever signs it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const plain = withoutControls(text);
        expect(plain).toBe(plain.normalize("NFC"));
      }),
      { numRuns: 1000 },
    );
  });

  it("after a letter, an accent or nothing, with each sign there is", () => {
    const wrong: string[] = [];
    for (let code = 0; code < 0x3_0000; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const sign = String.fromCodePoint(code);
      for (const text of [sign, `e${sign}`, `${sign}\u0301`]) {
        const plain = withoutControls(text);
        if (plain !== plain.normalize("NFC")) wrong.push(text);
      }
    }
    expect(wrong).toEqual([]);
  });
});
