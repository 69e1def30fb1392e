// What a participant receives, as Markdown and as a page.
import { describe, expect, it } from "vitest";
import { htmlCopy } from "../../src/copy/formats/html.ts";
import { letterOf, markdownCopy, preface } from "../../src/copy/formats/markdown.ts";
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
  const text = String(markdownCopy.write(sentCopy()));

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

  it("gives its letter back", () => {
    expect(letterOf(text)).toBe(sentCopy().letter);
    expect(letterOf("no rule here")).toBe("no rule here");
  });

  it("has a preface even when the document has no presentation", () => {
    expect(preface({ letter: "Bonjour.", content: { presentation: "", sections: [] } })).toBe(
      "Bonjour.\n\n* * *",
    );
  });
});

describe("a copy as a page", () => {
  const page = String(htmlCopy.write(sentCopy()));

  it("loads nothing, runs nothing and goes nowhere", () => {
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|src=|url\(|https?:|@import/);
  });

  it("has a title, a table of contents and a place for each section", () => {
    expect(page.match(/<h1>/g)).toHaveLength(1);
    for (const id of ["peur", "institution", "lien"]) {
      expect(page).toContain(`<a href="#${id}">`);
      expect(page).toContain(`<section id="${id}">`);
    }
    expect(page).toContain('<html lang="fr">');
    expect(page).not.toContain("{#");
  });

  it("marks the person's own quotes by a word", () => {
    expect(page).toContain(
      '<blockquote class="mine">\n<p class="mark">Vos paroles</p>\n<p>Des fois la nuit, on a peur de rentrer dans le hall.</p>',
    );
    expect(page.match(/Vos paroles/g)).toHaveLength(1);
  });

  it("marks words of theirs that are quoted in a sentence", () => {
    const marked = String(htmlCopy.write(sentCopy({ ownTurns: new Set(["s01.14"]) })));
    expect(marked).toContain('« toute la journée » (s01.14) <span class="mark">(vos paroles)</span>');
    expect(marked).not.toContain('class="mine"');
  });

  it("marks nothing for someone who is not quoted", () => {
    expect(String(htmlCopy.write(sentCopy({ ownTurns: new Set() })))).not.toMatch(/class="m(?:ine|ark)"/);
  });

  it("has the study's title when the document has none, in English too", () => {
    const frozen = readFrozen(content.replace("# Questions de réseau\n", ""));
    const english = String(htmlCopy.write(sentCopy({ content: frozen, language: "en" })));
    expect(english).toContain("<h1>Questions de réseau</h1>");
    expect(english).toContain("Your words");
  });

  it("lets no markup of the document through", () => {
    const hostile = readFrozen(
      `${content}\n<script>alert(1)</script>\n\n<img src="http://x.example/y.png">\n\n![a](http://x.example/z.png)\n\uE000 \uE001\n`,
    );
    const made = String(htmlCopy.write(sentCopy({ content: hostile })));
    expect(made).not.toMatch(/<script|<img|x\.example|\uE000|\uE001/);
    expect(made.match(/Vos paroles/g)).toHaveLength(1);
  });
});
