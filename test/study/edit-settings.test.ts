// Adding to a person's retour.yaml without touching what they wrote.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { appendItem, changePseudonym, type ListName, type NewItem } from "../../src/study/edit-settings.ts";

const nadia = { id: "P01", group: "g1", pseudonym: "Nadia", description: "éducatrice : rue" };

const parse = (text: string) => parseYaml(text) as Record<string, unknown>;

describe("adding an item to a list", () => {
  it("goes below the last item, at its indent, before what follows", () => {
    const text =
      "title: T\ngroups:\n  - id: g1\n    title: Un # le premier\n\nvalidation:\n  rule: unanimity\n";
    expect(appendItem(text, "groups", { id: "g2", title: "Deux" })).toBe(
      "title: T\ngroups:\n  - id: g1\n    title: Un # le premier\n  - id: g2\n    title: Deux\n\nvalidation:\n  rule: unanimity\n",
    );
  });

  it("follows dashes at the margin and a wide gap after them", () => {
    expect(
      appendItem("groups:\n-   id: g1\n    title: Un\npact: x\n", "groups", { id: "g2", title: "Deux" }),
    ).toBe("groups:\n-   id: g1\n    title: Un\n-   id: g2\n    title: Deux\npact: x\n");
  });

  it("keeps CRLF line ends", () => {
    expect(
      appendItem("groups:\r\n  - id: g1\r\n    title: Un\r\n", "groups", { id: "g2", title: "Deux" }),
    ).toBe("groups:\r\n  - id: g1\r\n    title: Un\r\n  - id: g2\r\n    title: Deux\r\n");
  });

  it("ends a last line that did not end", () => {
    expect(appendItem("groups:\n  - id: g1\n    title: Un", "groups", { id: "g2", title: "Deux" })).toBe(
      "groups:\n  - id: g1\n    title: Un\n  - id: g2\n    title: Deux",
    );
  });

  it("goes below the comments that belong to the list, not below those of the next key", () => {
    const text =
      "groups:\n  - id: g1\n    title: Un\n    # à revoir\n\n  # - id: g9\n# les règles\npact: x\n";
    expect(appendItem(text, "groups", { id: "g2", title: "Deux" })).toBe(
      "groups:\n  - id: g1\n    title: Un\n    # à revoir\n\n  # - id: g9\n  - id: g2\n    title: Deux\n# les règles\npact: x\n",
    );
  });

  it("leaves a blank line between items where the person does", () => {
    const text = "groups:\n  - id: g1\n    title: Un\n\n  - id: g2\n    title: Deux\n";
    expect(appendItem(text, "groups", { id: "g3", title: "Trois" })).toBe(
      `${text}\n  - id: g3\n    title: Trois\n`,
    );
  });

  it("writes a one-line item where the items are on one line", () => {
    const text = "sessions:\n  - { id: s01, date: 2026-01-15, group: g1 }\n";
    const item = { id: "s02", date: "2026-02-12", group: "g1", present: ["P01", "P02"] };
    expect(appendItem(text, "sessions", item)).toBe(
      `${text}  - { id: s02, date: 2026-02-12, group: g1, present: [ P01, P02 ] }\n`,
    );
  });

  it("fills an empty list between brackets, and lengthens one", () => {
    expect(appendItem("groups: [] # aucun\n", "groups", { id: "g1", title: "Un" })).toBe(
      "groups: [{ id: g1, title: Un }] # aucun\n",
    );
    expect(appendItem("groups: [{ id: g1, title: Un }, ]\n", "groups", { id: "g2", title: "A, b" })).toBe(
      'groups: [{ id: g1, title: Un }, { id: g2, title: "A, b" }, ]\n',
    );
  });

  it("makes the list where its key is empty, below the comments under it", () => {
    expect(appendItem("title: T\nparticipants: # qui\n  # exemple\nsessions:\n", "participants", nadia)).toBe(
      'title: T\nparticipants: # qui\n  # exemple\n  - id: P01\n    group: g1\n    pseudonym: Nadia\n    description: "éducatrice : rue"\nsessions:\n',
    );
  });

  it("makes the key at the end when it is missing, before the end mark of the document", () => {
    expect(appendItem("title: T\npact: |\n  promis", "groups", { id: "g1", title: "Un" })).toBe(
      "title: T\npact: |\n  promis\ngroups:\n  - id: g1\n    title: Un",
    );
    expect(appendItem("---\ntitle: T\n...\n# fin\n", "groups", { id: "g1", title: "Un" })).toBe(
      "---\ntitle: T\ngroups:\n  - id: g1\n    title: Un\n...\n# fin\n",
    );
    expect(appendItem("# rien encore\n", "groups", { id: "g1", title: "Un" })).toBe(
      "# rien encore\ngroups:\n  - id: g1\n    title: Un\n",
    );
  });

  it("follows a text in a block at the end of the last item, or of the settings", () => {
    const text = "groups:\n  - id: g1\n    title: |\n      Un\n\n      deux\npact: x\n";
    expect(appendItem(text, "groups", { id: "g2", title: "Deux" })).toBe(
      "groups:\n  - id: g1\n    title: |\n      Un\n\n      deux\n  - id: g2\n    title: Deux\npact: x\n",
    );
  });

  it("leaves out what has no value, and quotes what YAML would read otherwise", () => {
    const item = { id: "P02", group: ["g1", "g2"], role: undefined, pseudonym: "12", description: "# a: b" };
    const added = appendItem("participants:\n", "participants", item);
    expect(added).toBe(
      'participants:\n  - id: P02\n    group: [g1, g2]\n    pseudonym: "12"\n    description: "# a: b"\n',
    );
  });
});

describe("changing a pseudonym", () => {
  it("changes that and nothing else: comments, quotes and other people stay", () => {
    const text =
      'title: T\nparticipants: # Nadia\n  - id: P01\n    pseudonym: "Nadia" # choisi\n  - {id: P02, pseudonym: Nadia}\n';
    expect(changePseudonym(text, "P01", "Ana : la grande")).toBe(
      text.replace('"Nadia" #', '"Ana : la grande" #'),
    );
    expect(changePseudonym(text, "P02", "Ana, dite {A}")).toBe(
      text.replace("pseudonym: Nadia}", 'pseudonym: "Ana, dite {A}"}'),
    );
  });

  it("follows a text in a block, and Windows line ends", () => {
    const text = "participants:\r\n  - pseudonym: |-\r\n      Nadia\r\n    id: P01\r\n";
    expect(changePseudonym(text, "P01", "Ana")).toBe(
      "participants:\r\n  - pseudonym: Ana\r\n    id: P01\r\n",
    );
  });

  it("leaves a text in which it is not found", () => {
    for (const text of ["", "title: T\n", "participants:\n  - id: P01\n", "participants: [P01]\n", "- a\n"])
      expect(changePseudonym(text, "P01", "Ana")).toBe(text);
  });

  it("says what was meant, whatever the words", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "binary" }), fc.boolean(), (words, isFlow) => {
        const pseudonym = words.replace(/[\p{C}\u2028\u2029]/gu, "x");
        const head = "participants:\n  - {id: P02, pseudonym: M}\n";
        const text = isFlow
          ? `${head}  - {id: P01, pseudonym: N, group: g1} # fin\n`
          : `${head}  - id: P01\n    pseudonym: N\n    group: g1\n`;
        expect(parse(changePseudonym(text, "P01", pseudonym))).toEqual({
          participants: [
            { id: "P02", pseudonym: "M" },
            { id: "P01", pseudonym, group: "g1" },
          ],
        });
      }),
    );
  });
});

describe("whatever the layout", () => {
  const word = fc.stringMatching(/^[a-zéà' :,#"[\]{}&*!|>%@`-]{1,14}$/).map((text) => text.trim() || "x");
  const lists: ListName[] = ["groups", "participants", "sessions"];

  interface Layout {
    eol: string;
    dash: number;
    gap: number;
    isSpaced: boolean;
    style: "block" | "flow-items" | "flow" | "empty" | "missing";
    hasEnd: boolean;
    comments: boolean;
  }

  const layout: fc.Arbitrary<Layout> = fc.record({
    eol: fc.constantFrom("\n", "\r\n"),
    dash: fc.constantFrom(0, 2, 4),
    gap: fc.constantFrom(2, 4),
    isSpaced: fc.boolean(),
    style: fc.constantFrom("block", "flow-items", "flow", "empty", "missing"),
    hasEnd: fc.boolean(),
    comments: fc.boolean(),
  });

  function write(list: ListName, titles: string[], how: Layout): string {
    const note = how.comments ? " # note: l'une" : "";
    const items = titles.map((title, index) => ({ id: `i${String(index)}`, title: JSON.stringify(title) }));
    const margin = " ".repeat(how.dash);
    const lines = ["# en tête", `title: "T"${note}`];
    if (how.style === "flow")
      lines.push(
        `${list}: [ ${items.map(({ id, title }) => `{ id: ${id}, title: ${title} }`).join(", ")} ]${note}`,
      );
    else if (how.style !== "missing") lines.push(`${list}:${note}`);
    if (how.comments && how.style !== "flow" && how.style !== "missing") lines.push("     # dessous", "");
    if (how.style === "flow-items")
      for (const { id, title } of items) lines.push(`${margin}- { id: ${id}, title: ${title} }${note}`);
    if (how.style === "block")
      for (const { id, title } of items) {
        lines.push(`${margin}-${" ".repeat(how.gap - 1)}id: ${id}${note}`);
        lines.push(`${margin}${" ".repeat(how.gap)}title: ${title}`);
        if (how.comments) lines.push(`${margin}${" ".repeat(how.gap)}# après`);
        if (how.isSpaced) lines.push("");
      }
    lines.push("# fin des listes", "pact: |", "  promis", "", "  # ceci est du texte");
    return lines.join(how.eol) + (how.hasEnd ? how.eol : "");
  }

  it("is one piece put into the text, which then reads as before with the item added", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lists),
        fc.array(word, { maxLength: 3 }),
        layout,
        fc.record({ id: word, title: word, present: fc.array(word, { maxLength: 3 }) }),
        (list, titles, how, item: NewItem) => {
          const text = write(list, titles, how);
          const before = parse(text);
          const after = appendItem(text, list, item);
          let kept = 0;
          while (kept < text.length && text[kept] === after[kept]) kept += 1;
          expect(after.endsWith(text.slice(kept))).toBe(true);
          const items = (before[list] ?? []) as unknown[];
          expect(parse(after)).toEqual({ ...before, [list]: [...items, item] });
        },
      ),
      { numRuns: 2000 },
    );
  });
});
