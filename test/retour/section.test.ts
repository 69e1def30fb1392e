import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreedText, bodyOf, sectionFingerprint, withoutComments } from "../../src/retour/section.ts";
import { sameWords } from "../../src/wording/fold.ts";
import { french } from "../wording/french.ts";

const section = `## La peur au travail {#peur .validated}

### Ce qui a été dit

> Des fois la nuit, on a peur.
>
> — éducatrice (s01.12)

### Analyse

La nuit, on n’est pas
des cow-boys. <!-- note à moi : c'est Untel -->
`;

describe("a section's agreed words", () => {
  it("hold neither private notes nor the state echoed in the heading", () => {
    const text = agreedText(section);
    expect(text.startsWith("## La peur au travail {#peur}\n\n### Ce qui")).toBe(true);
    expect(text).not.toContain("note à moi");
    expect(bodyOf(text).startsWith("### Ce qui a été dit")).toBe(true);
  });

  it("lose a note that was never closed, to its end", () => {
    expect(withoutComments("avant <!-- jamais fermée\n\nencore")).toBe("avant ");
    expect(withoutComments("a <!-- x --> b <!-- y --> c")).toBe("a  b  c");
  });

  it("are their own agreed words", () => {
    expect(agreedText(agreedText(section))).toBe(agreedText(section));
  });
});

describe("a section's fingerprint", () => {
  const mark = sectionFingerprint(section);

  it.each([
    ["the state in the heading", section.replace(" .validated", " .lapsed")],
    ["a private note", section.replace("Untel", "personne")],
    ["lines wrapped anew", section.replace("pas\ndes", "pas des")],
    ["apostrophes and spaces", section.replace("n’est", "n'est").replaceAll(" a ", "\u00A0a ")],
    ["blank lines and line ends", `${section.replaceAll("\n", "\r\n")}\r\n\r\n`],
  ])("does not see %s", (_, other) => {
    expect(sectionFingerprint(other)).toBe(mark);
  });

  it.each([
    ["a word", section.replace("cow-boys", "cowboys")],
    ["a capital", section.replace("La nuit", "la nuit")],
    ["the title", section.replace("au travail", "")],
    ["the id", section.replace("#peur", "#peurs")],
    ["a quote's turn", section.replace("s01.12", "s01.13")],
    ["an attribution", section.replace("éducatrice", "médiatrice")],
    ["a paragraph cut in two", section.replace("pas\ndes", "pas\n\ndes")],
    ["emphasis", section.replace("La nuit", "*La nuit*")],
    ["a list made of a line", section.replace("La nuit", "- La nuit")],
  ])("sees %s", (_, other) => {
    expect(sectionFingerprint(other)).not.toBe(mark);
  });

  it("differs whenever the words of two bodies differ", () => {
    fc.assert(
      fc.property(french, french, (a, b) => {
        fc.pre(!sameWords(a, b));
        expect(sectionFingerprint(`## T {#t}\n\n${a}`)).not.toBe(sectionFingerprint(`## T {#t}\n\n${b}`));
      }),
      { numRuns: 2000 },
    );
  });
});
