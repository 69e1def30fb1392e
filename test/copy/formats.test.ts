// The frozen edition, and what a participant receives as Markdown. The page: page.test.ts.
import { describe, expect, it } from "vitest";
import { markdownCopy, preface } from "../../src/copy/formats/markdown.ts";
import { isSameContent, readFrozen } from "../../src/copy/frozen.ts";
import { content, sentCopy } from "../correction/sent.ts";

describe("the frozen edition", () => {
  it("is read as a presentation and sections with bare headings", () => {
    const { presentation, sections } = readFrozen(content);
    expect(presentation).toBe("# Questions de réseau\n\n*Retour r01.*");
    expect(sections.map(({ id, title }) => [id, title])).toEqual([
      ["peur", "La peur au travail"],
      ["institution", "L’institution"],
      ["lien", "Le lien avec les jeunes"],
    ]);
    expect(sections[0]?.text).toMatch(/^## La peur au travail \{#peur\}\n\n### Ce qui a été dit\n/);
  });

  it.each([
    ["another typography", "L’institution", "L'institution", true],
    ["another state in a heading", "{#peur .sent}", "{#peur .validated}", true],
    ["another word", "se disent seuls", "se disent isolés", false],
    ["another presentation", "*Retour r01.*", "*Retour r02.*", false],
    ["a section under another id", "{#lien}", "{#liens}", false],
    ["a section less", "## Le lien avec les jeunes {#lien}\n\n", "", false],
  ])("says the same or not with %s", (_, from, to, isSame) => {
    const other = content.replace(from, to);
    expect(other).not.toBe(content);
    expect(isSameContent(readFrozen(content), readFrozen(other))).toBe(isSame);
  });
});

describe("a copy as Markdown", () => {
  const text = markdownCopy.write(sentCopy());

  it("names itself first, then the letter, then the document", () => {
    expect(text).toMatch(/^---\ncopy: r01-P03\nedition: r01\ngroup: g1\nstudy: f{32}\n---\n\nBonjour,\n/);
    const order = [
      "Bonjour,",
      "* * *",
      "# Questions de réseau",
      "## La peur au travail {#peur}\n",
      "(s01.12)",
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it("shows no state and ends with one line feed", () => {
    expect(text).not.toContain(".sent");
    expect(text).toMatch(/rester\.\n$/);
  });

  it("has a preface even when the document has no presentation", () => {
    expect(preface({ letter: "Bonjour.", content: { presentation: "", sections: [] } })).toBe(
      "Bonjour.\n\n* * *",
    );
  });
});
