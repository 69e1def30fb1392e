import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOut } from "../../src/copy/layout.ts";
import { layWithNotes } from "../../src/correction/lay-notes.ts";
import { laySection } from "../../src/correction/lay-section.ts";
import { asSectionId } from "../../src/kernel/ids.ts";
import type { ReturnedBlock } from "../../src/correction/returned-text.ts";
import { foldTypography } from "../../src/wording/fold.ts";
import { asReturned, edited, edits, section } from "./random-section.ts";

function lay(source: string, blocks: readonly ReturnedBlock[]): string {
  const laid = layOut(source);
  const labels = [...new Set(laid.flatMap(({ note }) => note ?? []))];
  const called = blocks.reduce((count, { text }) => count + text.split("\uFFFC").length - 1, 0);
  const notes = labels
    .map((label) => laid.filter(({ note }) => note === label).map(({ text }) => ({ text })))
    .slice(0, called);
  const id = asSectionId("peur");
  const title = /^## (.*) \{#peur\}/.exec(source)?.[1];
  if (id === undefined || title === undefined) return layWithNotes(source, laid, blocks, notes).text;
  return laySection({ id, title, text: source }, blocks, notes).text;
}

test("a return that changes nothing is the Markdown that was sent, to the letter", () => {
  fc.assert(
    fc.property(section, (source) => {
      expect(lay(source, asReturned(source))).toBe(source);
    }),
    { numRuns: 100 },
  );
});

test("whatever someone changed, what is seen of the Markdown is what came back", () => {
  fc.assert(
    fc.property(section, edits, (source, list) => {
      const back = edited(asReturned(source), list);
      const text = lay(source, back);
      const seen = layOut(text).filter(({ note }) => note === undefined);
      // A table whose first row was rewritten beside others may lose its rows, and no word.
      const isTable = back.some(({ kind }) => kind === "row");
      const shape = (blocks: readonly { readonly text: string }[]): string =>
        blocks
          .map((block) => foldTypography(isTable ? block.text.replace(/[\s|]+|---/g, " ") : block.text))
          .filter((words) => words !== "")
          .join(isTable ? " " : "\n");
      expect(shape(seen)).toBe(shape(back));
    }),
    { numRuns: Number(process.env["RUNS"] ?? 150) },
  );
});

describe("marks", () => {
  const cases: [string, string, string[], string][] = [
    ["a word in bold is replaced", "Le **mot fort** dit.", ["Le mot faible dit."], "Le **mot faible** dit."],
    ["a bold word goes, and its marks", "Le **mot** dit.", ["Le dit."], "Le dit."],
    ["words before a bold one", "fin **mot** dit.", ["fin très mot dit."], "fin très **mot** dit."],
    ["words after a bold one", "fin **mot**", ["fin mot dit"], "fin **mot** dit"],
    ["a wrapped quote", "> un deux\n> trois quatre", ["un deux 3 quatre"], "> un deux\n> 3 quatre"],
    ["a paragraph between two", "un\n\ndeux", ["un", "neuf", "deux"], "un\n\nneuf\n\ndeux"],
    ["an item in a list", "- un\n- deux", ["un", "neuf", "deux"], "- un\n- neuf\n- deux"],
    ["a paragraph that is split", "un *deux* trois", ["un deux", "trois"], "un *deux*\n\ntrois"],
    ["two quoted paragraphs joined", "> un\n>\n> deux", ["un deux"], "> un deux"],
    [
      "two that change places",
      "un *deux* trois\n\nquatre cinq",
      ["quatre cinq", "un deux trois"],
      "quatre cinq\n\nun *deux* trois",
    ],
    [
      "words from plain to bold ones",
      "fait, et **personne ne dit**. On",
      ["fait, mais aucun ne dit. On"],
      "fait, mais aucun **ne dit**. On",
    ],
    [
      "an item moved to the head, after a note's text",
      "un[^1] la\n\n[^1]: note\n\n- deux\n- trois",
      ["un\uFFFC la", "trois", "deux"],
      "un[^1] la\n\n[^1]: note\n\n- trois\n- deux",
    ],
    [
      "the section's title joined to what follows",
      "## La peur {#peur}\n\nElle dure.\n\nFin.",
      ["La peur Elle dure.", "Fin."],
      "## La peur {#peur}\n\nElle dure.\n\nFin.",
    ],
    [
      "the last word of a cell",
      "| a | b |\n|---|---|\n| le soir | fermer |",
      ["a\tb", "le matin\tfermer"],
      "| a | b |\n|---|---|\n| le matin | fermer |",
    ],
    [
      "a table that someone put in",
      "un\n\ndeux",
      ["un", "a\tb", "c\td", "deux"],
      "un\n\n| a | b |\n|---|---|\n| c | d |\n\ndeux",
    ],
    ["a line broken in HTML", "un<br>deux", ["un 2"], "un<br>2"],
    ["a note that nobody calls", "un\n\n[^b]: deux", ["un", "deux"], "un\n\n[^b]: deux"],
    ["marks that someone typed", "un", ["un *deux* # trois [x]"], "un \\*deux\\* # trois [x]"],
  ];
  test.each(cases)("%s", (_, source, back, expected) => {
    expect(
      lay(
        source,
        back.map((text) => (text.includes("\t") ? { text, kind: "row" } : { text })),
      ),
    ).toBe(expected);
  });
});
