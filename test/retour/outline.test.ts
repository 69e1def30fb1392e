import fc from "fast-check";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { outline, readHeading, splitBlocks } from "../../src/retour/outline.ts";

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);

function remarkHeadings(text: string): number[] {
  return remark
    .parse(text)
    .children.filter(
      (node) => node.type === "heading" && node.depth === 2 && node.position?.start.column === 1,
    )
    .filter((node) => text.startsWith("##", node.position?.start.offset))
    .map((node) => node.position?.start.line ?? 0);
}

const line = fc.constantFrom(
  "## Peur {#peur}",
  "## Lien",
  "### Analyse",
  "# Titre",
  "##Pas un titre",
  "    ## du code",
  "   ## Trois espaces {#trois}",
  "> ## dans une citation",
  "> une citation",
  "des mots",
  "- une liste",
  "```",
  "~~~",
  "````",
  "<!-- note",
  "fin -->",
  "<!-- courte -->",
  "",
  "",
  "",
  "| a | b |",
);

describe("the outline of a document", () => {
  it("finds the sections remark finds, on any mixture of Markdown lines", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const text = lines.join("\n");
        const { outline: found } = outline(text, "g1.md");
        expect(unique(found.sections.map((section) => section.line))).toEqual(unique(remarkHeadings(text)));
      }),
      { numRuns: 1500 },
    );
  });

  it("covers every byte: front matter, presentation, sections", () => {
    const text = "---\ngroup: g1\n---\n\n# Titre\n\n## A {#a}\n\nmots\n\n## B\r\n\r\nautres";
    const { outline: found } = outline(text, "g1.md");
    expect(found.frontMatter + found.presentation + found.sections.map((each) => each.text).join("")).toBe(
      text,
    );
    expect(found.sections.map(({ id, title, line: at }) => [id, title, at])).toEqual([
      ["a", "A", 7],
      ["b", "B", 11],
    ]);
  });

  it("takes the title's slug for a heading without an id", () => {
    expect(readHeading("## L’argent, la honte")).toEqual({
      title: "L’argent, la honte",
      id: "l-argent-la-honte",
    });
    expect(readHeading("## La peur ## ")).toEqual({ title: "La peur", id: "la-peur" });
    expect(readHeading("## La peur {.validated #peur}")).toEqual({ title: "La peur", id: "peur" });
    expect(readHeading("### La peur")).toBeUndefined();
    expect(readHeading("##La peur")).toBeUndefined();
    // A line separator, as word processors paste it, ends no line.
    expect(readHeading("## La peur\u2028la nuit {#peur}")).toEqual({
      title: "La peur\u2028la nuit",
      id: "peur",
    });
    const long = `La peur${" ".repeat(300_000)}la nuit`;
    expect(readHeading(`## ${long} {#peur} ##`)).toEqual({ title: long, id: "peur" });
  });

  it("reports a section id used twice, and one that is not an id, with their lines", () => {
    const { diagnostics } = outline("## A {#a}\n\n## B {#a}\n\n## C {#../x}\n", "g1.md");
    expect(diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([
      ["section.twice", 3],
      ["section.bad-id", 5],
    ]);
  });

  it("never takes a heading inside a fence or a comment for a section", () => {
    const text = "## A {#a}\n\n```\n## non\n```\n\n<!--\n## non plus\n-->\n\n## B {#b}\n";
    expect(outline(text, "").outline.sections.map(({ id }) => id)).toEqual(["a", "b"]);
  });
});

describe("blocks", () => {
  it("are what stands between blank lines, headings alone, fences and comments whole", () => {
    const text = "### Analyse\nmots\nsuite\n\n\n> citation\n>\n> — nom (s01.1)\n\n```\na\n\nb\n```\n";
    expect(splitBlocks(text).map((block) => block.text)).toEqual([
      "### Analyse",
      "mots\nsuite",
      "> citation\n>\n> — nom (s01.1)",
      "```\na\n\nb\n```",
    ]);
  });

  it("cover every character that is not white space, in order", () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join("\n");
        const blocks = splitBlocks(text);
        expect(
          blocks
            .map((block) => block.text)
            .join("")
            .replace(/\s/g, ""),
        ).toBe(text.replace(/\s/g, ""));
        for (const { start, end, text: words } of blocks) expect(text.slice(start, end)).toBe(words);
      }),
    );
  });
});

function unique(lines: readonly number[]): number[] {
  return [...new Set(lines)];
}
