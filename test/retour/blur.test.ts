// A blurred text is laid out as it was and has none of its words.
import fc from "fast-check";
import { expect, it } from "vitest";
import { asSectionId } from "../../src/kernel/ids.ts";
import { blur } from "../../src/retour/blur.ts";
import { alignTwin, BLUR } from "../../src/vault/scan/twin.ts";

it("keeps what layout is read from, and no word", () => {
  const id = asSectionId("qqq1");
  if (id === undefined) throw new Error("no id");
  const text = "## Été {#peur}\n\n1. On a 06 12 (s01.2, s01.4-5)[^1], [là](https://a.b/c) 2. {#autre}";
  const b = (count: number): string => BLUR.repeat(count);
  expect(blur(text, new Map([["peur", id]]))).toBe(
    `## ${b(3)} {#qqq1}\n\n1. ${b(2)} ${b(1)} ${b(2)} ${b(2)} (s01.2, s01.4-5)[^1], [${b(2)}](https://${b(1)}.${b(1)}/${b(1)}) ${b(1)}. {#qqq}`,
  );
});

it("is aligned with its text, and only places of what is not blurred have one there", () => {
  const words = fc.stringMatching(/^[a-zé ,.-]{0,12}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(words, words)), (pairs) => {
      const text = pairs.map(([ours, its]) => `${ours} ${its} `).join("");
      const twin = pairs.map(([ours, its]) => `${ours} ${blur(its)} `).join("");
      const place = alignTwin(text, twin);
      if (place === undefined) throw new Error("not aligned");
      for (const { 0: letter, index: at } of twin.matchAll(/\p{L}/gu))
        expect(place(at)).toBe(letter === BLUR ? undefined : at);
    }),
  );
  expect(alignTwin("un petit fichier", `un grand ${BLUR}`)).toBeUndefined();
  expect(alignTwin("un petit fichier de trop", `un petit ${BLUR}`)).toBeUndefined();
});
