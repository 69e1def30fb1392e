// HTML made without reading Markdown is what reading it would have made.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainHtml } from "../../src/publication/plain-html.ts";
import { markdownToHtml } from "../../src/retour/html.ts";

const plain = `# Questions de réseau

Un mot & un autre, 3 > 2 [tous] \\[…\\] ;
et la suite.

## La peur

> Des fois la nuit, on a peur \\[…\\] voilà.
> On rentre.
>
> — éducatrice
`;

describe("plain words", () => {
  it("become HTML without being read", () => {
    const html = plainHtml(plain, () => {
      throw new Error("was read");
    });
    expect(html).toBe(markdownToHtml(plain));
  });

  it("between others leave those to be read, together when they follow one another", () => {
    const read: string[] = [];
    const html = plainHtml("mots\n\n- a\n\n- *b*\n\nmots\n\n*c*", (stretch) => {
      read.push(stretch);
      return markdownToHtml(stretch);
    });
    expect(read).toEqual(["- a\n\n- *b*\n\n", "*c*"]);
    expect(html).toBe(markdownToHtml("mots\n\n- a\n\n- *b*\n\nmots\n\n*c*"));
  });

  it.each([
    "mots[^1]\n\n[^1]: note",
    "[a]\n\n[a]: http://b.fr",
    "mots <b>gras</b>",
    "<!--\n\nmots\n\n-->",
    "",
    ">",
  ])("are read with the rest where one part reaches another: %j", (markdown) => {
    expect(plainHtml(markdown, markdownToHtml)).toBe(markdownToHtml(markdown));
  });

  const pieces = fc.constantFrom(
    ..."peur hall l’école [mot] […] \\[…\\] « » ! ? * _ ** ` ``` ~~~ # ## - > >> 1. 12) — = === --- | \\ & &amp; . , ( ) : + ~ {#x} @ a@b.fr http://b.fr".split(
      " ",
    ),
    ...[
      "\n",
      "\n\n",
      "\n\n",
      "\n> ",
      "\n>\n> ",
      "\n>\n",
      "\n- ",
      "\n\n### ",
      "\n# ",
      "\n    ",
      "  \n",
      " ",
      " ",
      " ",
      "\n| a |\n| - |",
    ],
  );
  const text = fc.array(pieces, { maxLength: 20 }).map((each) => each.join(""));

  it("are the same either way, whatever a person writes", () => {
    fc.assert(
      fc.property(text, (markdown) => {
        expect(plainHtml(markdown, markdownToHtml)).toBe(markdownToHtml(markdown));
      }),
      { numRuns: 5_000 },
    );
  });
});
