// What a reader sees of a text, and where each letter of it is written.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOut, layOutMarkdown } from "../../src/copy/layout.ts";
import { section } from "../correction/random-section.ts";

describe("signs that no file can hold", () => {
  it("are laid out as the one that says so, each in its place", () => {
    const text = "a\u000Bb\uFFFCc \uD800d😀 *e\u0000*";
    const [block] = layOut(text);
    expect(block?.text).toBe("a\uFFFDb\uFFFDc \uFFFDd😀 e\uFFFD");
    expect(block?.places.map(({ start }) => start)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13]);
    expect(block?.runs.filter(({ note }) => note !== undefined)).toEqual([]);
  });
});

it("letters that cannot be told apart in the Markdown have a place each all the same, of two units if they are", () => {
  const [block] = layOut("a &amp;amp; 😀");
  expect(block?.text).toBe("a &amp; 😀");
  expect(block?.places).toEqual(Array.from({ length: 10 }, () => ({ start: 0, end: 14 })));
});

describe("the quick layout", () => {
  it("is that of Markdown, wherever it gives one", () => {
    fc.assert(
      fc.property(section, (source) => {
        expect(layOut(source)).toEqual(layOutMarkdown(source));
      }),
      { numRuns: Number(process.env["RUNS"] ?? 300) },
    );
  });

  const line = fc.oneof(
    fc.constantFrom(
      "",
      "",
      "> ",
      ">",
      "> un",
      ">deux",
      "- un",
      "* deux",
      "1. un",
      "2) deux",
      "10. dix",
      "# titre",
      "## titre {#peur}",
      "### a #",
      "####### non",
      "---",
      "===",
      "***",
      "un",
      "deux mots",
      "*un* deux",
      "(*un*)",
      "«*un*»",
      "**un** *deux*",
      "`x` y",
      "*un*deux",
      "a*b*c",
      "** a**",
      "*a **b** c*",
      "*a*.",
      "**a!**.",
      "*«a»* b",
      "x *a",
      "b* y",
      "`a",
      "*`a`*",
      "**a*",
      "*1* 2*3",
      "un *mot*",
      "[z] y",
      "- [ ] z",
      "[…] mais",
      "    code",
      " un",
      "a  ",
      "a\\",
      "<b>",
      "a < b",
      "&amp;",
      "x & y",
      "http://a.fr",
      "a@b.fr",
      "+",
      "-",
      "1.",
      "> - a",
      "> > b",
      "> # c",
      "- # d",
      "_e_",
      "f_g",
      "~~h~~",
      "![i](j)",
      "[k](l)",
      "```",
      "m | n",
      "|o|",
    ),
  );
  it("is that of Markdown for any lines", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const source = lines.join("\n");
        expect(layOut(source)).toEqual(layOutMarkdown(source));
      }),
      { numRuns: 4 * Number(process.env["RUNS"] ?? 300) },
    );
  });
});
