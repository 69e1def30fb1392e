import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeDocument } from "../../src/retour/merge-document.ts";

interface Coded {
  readonly theme: number;
  readonly turn: number;
}

/** A document as the shipped template writes it, for a set of coded turns. */
function generate(edition: string, coded: readonly Coded[], change = ""): string {
  const themes = [...new Set(coded.map(({ theme }) => theme))].sort();
  const sections = themes.map((theme) => {
    const quotes = coded
      .filter((each) => each.theme === theme)
      .map(({ turn }) => `> paroles ${String(turn)}${change}\n>\n> — nom (s01.${String(turn)})`);
    return `## Thème ${String(theme)} {#t${String(theme)}}\n\n### Ce qui a été dit\n\n${quotes.join("\n\n")}\n\n### Analyse\n\n### Questions\n`;
  });
  return `---\ngroup: g1\nedition: ${edition}\nsessions: [s01]\n---\n\n# Étude\n\n*Retour ${edition}.*\n\n${sections.join("\n")}`;
}

const base = generate("r01", [
  { theme: 1, turn: 1 },
  { theme: 1, turn: 2 },
  { theme: 2, turn: 3 },
]);
const more = [
  { theme: 1, turn: 1 },
  { theme: 1, turn: 2 },
  { theme: 1, turn: 4 },
  { theme: 2, turn: 3 },
  { theme: 3, turn: 5 },
];

describe("a rebuild", () => {
  it("gives what is generated when there was nothing", () => {
    const { text, sections, quotes } = mergeDocument("", "", base);
    expect(text).toBe(base);
    expect(sections).toEqual([
      { id: "t1", change: "new" },
      { id: "t2", change: "new" },
    ]);
    expect(quotes).toEqual({ added: 3, kept: 0, removed: 0 });
  });

  it("adds new quotes after those that are there, before the analysis, and new sections in order", () => {
    const mine = base.replace("### Analyse\n", "### Analyse\n\nOn se tait, à la nuit.\n");
    const { text, sections, quotes } = mergeDocument(base, mine, generate("r02", more));
    expect(text).toBe(
      generate("r02", more).replace("### Analyse\n", "### Analyse\n\nOn se tait, à la nuit.\n"),
    );
    expect(sections).toEqual([
      { id: "t1", change: "updated" },
      { id: "t2", change: "unchanged" },
      { id: "t3", change: "new" },
    ]);
    expect(quotes).toEqual({ added: 2, kept: 3, removed: 0 });
  });

  it("keeps deletions: quotes, headings and whole sections stay away", () => {
    const mine = base
      .replace("> paroles 2\n>\n> — nom (s01.2)\n\n", "")
      .replace("### Questions\n\n", "")
      .replace(/## Thème 2[^]*$/, "");
    const { text, removedByHand } = mergeDocument(base, mine, generate("r02", more));
    expect(text).not.toContain("paroles 2");
    expect(text).not.toContain("Thème 2");
    expect(text).toContain(
      "> paroles 1\n>\n> — nom (s01.1)\n\n> paroles 4\n>\n> — nom (s01.4)\n\n### Analyse",
    );
    expect(removedByHand).toEqual(["t2"]);
  });

  it("puts a new quote after the comment a person wrote under the last one", () => {
    const mine = base.replace("(s01.2)\n", "(s01.2)\n\nCe mot revient souvent.\n");
    const { text } = mergeDocument(base, mine, generate("r02", more));
    expect(text).toContain("(s01.2)\n\nCe mot revient souvent.\n\n> paroles 4");
  });

  it("brings a corrected transcript into quotes left as they were, wherever they were moved", () => {
    const mine = base
      .replace("> paroles 1\n>\n> — nom (s01.1)\n\n", "")
      .replace("### Analyse\n", "### Analyse\n\nVoici :\n\n> paroles 1\n>\n> — nom (s01.1)\n");
    const theirs = generate("r01", more.slice(0, 2).concat(more[3] ?? []), " corrigées");
    const { text, conflicts } = mergeDocument(base, mine, theirs);
    expect(text).toContain("Voici :\n\n> paroles 1 corrigées\n>\n> — nom (s01.1)");
    expect(text.match(/paroles 1 corrigées/g)).toHaveLength(1);
    expect(conflicts).toEqual([]);
  });

  it("keeps a person's version of a quote that changed too, and says so", () => {
    const mine = base.replace("> paroles 1\n", "> paroles […] 1\n");
    const { text, conflicts } = mergeDocument(base, mine, generate("r01", more.slice(0, 2), " corrigées"));
    expect(text).toContain("> paroles […] 1\n");
    expect(conflicts).toEqual([{ section: "t1", generated: "> paroles 1 corrigées\n>\n> — nom (s01.1)" }]);
  });

  it("takes out a section whose theme is gone only when nobody wrote in it", () => {
    const theirs = generate("r01", more.slice(0, 2));
    expect(mergeDocument(base, base, theirs).text).not.toContain("Thème 2");
    const mine = base.replace(/### Questions\n$/, "### Questions\n\nQui décide ?\n");
    const kept = mergeDocument(base, mine, theirs).text;
    expect(kept).toContain("## Thème 2 {#t2}");
    expect(kept).toContain("paroles 3");
    expect(kept).toContain("Qui décide ?");
  });

  it("follows a renamed theme, keeping what stands in braces, unless the person renamed the section", () => {
    const theirs = base.replace("Thème 1", "La peur");
    const mine = base.replace("{#t1}", "{#t1 .validated}");
    expect(mergeDocument(base, mine, theirs).text).toContain("## La peur {#t1 .validated}");
    expect(mergeDocument(base, base.replace("Thème 1", "Nos peurs"), theirs).text).toContain(
      "## Nos peurs {#t1}",
    );
  });

  it("speaks the line ends of the person's file", () => {
    const mine = base.replaceAll("\n", "\r\n");
    const { text } = mergeDocument(base, mine, generate("r02", more));
    expect(text).toBe(generate("r02", more).replaceAll("\n", "\r\n"));
  });

  it("leaves front matter a person changed or added", () => {
    const mine = base.replace("sessions: [s01]", "sessions: [s01] # à relire\nauteur: moi");
    expect(mergeDocument(base, mine, generate("r02", more)).text).toMatch(
      /^---\ngroup: g1\nedition: r02\nsessions: \[s01\] # à relire\nauteur: moi\n---\n/,
    );
  });
});

const codings = fc.uniqueArray(
  fc.record({ theme: fc.integer({ min: 1, max: 4 }), turn: fc.integer({ min: 1, max: 25 }) }),
  {
    selector: ({ turn }) => turn,
    maxLength: 14,
  },
);

/** Edits a person makes: blocks taken out, paragraphs written in, blocks moved, spacing. */
const edits = fc.array(
  fc.record({ at: fc.nat(60), what: fc.constantFrom("delete", "write", "edit", "move", "space") }),
  { maxLength: 12 },
);

function editAs(
  text: string,
  list: readonly { at: number; what: string }[],
): { text: string; written: string[] } {
  const blocks = text.split(/\n\n/);
  const written: string[] = [];
  for (const [number, { at, what }] of list.entries()) {
    const place = 2 + (at % Math.max(1, blocks.length - 2));
    const words = `mots de la chercheuse numéro ${String(number)}`;
    if (what === "delete" && !blocks[place]?.startsWith("mots")) blocks.splice(place, 1);
    if (what === "write") {
      blocks.splice(place, 0, words);
      written.push(words);
    }
    if (what === "edit" && blocks[place]?.startsWith("> paroles")) {
      blocks[place] = blocks[place].replace("> paroles", `> ${words}`);
      written.push(words);
    }
    if (what === "move" && !blocks[place]?.startsWith("##")) blocks.push(...blocks.splice(place, 1));
    if (what === "space") blocks[place] = `${blocks[place] ?? ""}\n`;
  }
  return { text: blocks.join("\n\n"), written };
}

describe("laws of a rebuild", () => {
  it("changes nothing when what is generated did not change", () => {
    fc.assert(
      fc.property(codings, edits, (coded, list) => {
        const generated = generate("r01", coded);
        const mine = `${editAs(generated, list).text.trimEnd()}\n`;
        expect(mergeDocument(generated, mine, generated).text).toBe(mine);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps every word a person wrote, and every quote they took out away, whatever is generated", () => {
    fc.assert(
      fc.property(codings, codings, edits, (before, after, list) => {
        const generated = generate("r01", before);
        const { text: mine, written } = editAs(generated, list);
        const { text } = mergeDocument(generated, mine, generate("r02", after));
        for (const words of written) if (mine.includes(words)) expect(text).toContain(words);
        for (const { theme, turn } of before) {
          const quote = `(s01.${String(turn)})`;
          const isStill = after.some((each) => each.theme === theme && each.turn === turn);
          if (!mine.includes(quote) && isStill) expect(text).not.toContain(quote);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("done twice is done once", () => {
    fc.assert(
      fc.property(codings, codings, edits, (before, after, list) => {
        const generated = generate("r01", before);
        const theirs = generate("r02", after, " corrigées");
        const once = mergeDocument(generated, editAs(generated, list).text, theirs).text;
        expect(mergeDocument(theirs, once, theirs).text).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});
