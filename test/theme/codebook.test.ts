// The codebook: read with every mistake, changed without touching what a person wrote.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCodebook } from "../../src/theme/codebook.ts";
import { addTheme, mergeTheme, moveTheme, renameTheme } from "../../src/theme/edit-codebook.ts";
import { newCodebook } from "../../src/study/starting-files.ts";
import { parseCodebook } from "../../src/theme/parse-codebook.ts";
import { codings, findings, imported, start } from "../transcript/scene.ts";
import { temporaryFolder } from "../world.ts";

/** The tree as `peur(peur-nuit) lien`. */
function tree(text: string): string {
  const { codebook, diagnostics } = parseCodebook(text);
  if (diagnostics.length > 0) return diagnostics.map(({ code }) => code).join(" ");
  const draw = (themes: typeof codebook.roots): string =>
    themes.map(({ id, children }) => (children.length > 0 ? `${id}(${draw(children)})` : id)).join(" ");
  return draw(codebook.roots);
}

const book = `# mes thèmes
themes:
  - id: peur
    title: La peur # au travail
    children:
      # la nuit surtout
      - id: peur-nuit
        title: La nuit
      - id: peur-represailles
        title: "Les représailles"

  - id: lien
    title: Le lien
    definition: |
      ce qui tient,
      et ce qui lâche
  # à revoir
  - id: silence
    title: Le silence
`;

describe("reading the codebook", () => {
  it("gives the tree, and each theme by its id, in the order of the file", () => {
    const { codebook, diagnostics } = parseCodebook(book);
    expect(diagnostics).toEqual([]);
    expect([...codebook.byId.keys()]).toEqual(["peur", "peur-nuit", "peur-represailles", "lien", "silence"]);
    expect(codebook.byId.get("lien")).toEqual({
      id: "lien",
      title: "Le lien",
      definition: "ce qui tient,\net ce qui lâche",
      children: [],
    });
  });

  it("takes a list that stands alone, an empty file, and a file of comments", () => {
    expect(tree("- id: a\n  title: A\n- id: b\n  title: B\n")).toBe("a b");
    expect(tree("")).toBe("");
    expect(tree("# rien encore\n")).toBe("");
    expect(tree("themes:\n")).toBe("");
    const folder = temporaryFolder();
    expect(readCodebook(folder)).toEqual({ roots: [], byId: new Map() });
  });

  it("reports every mistake with its line and column", () => {
    const { diagnostics } = parseCodebook(`themes:
  - id: Peur
    title: La peur
  - id: lien
    titel: Le lien
  - id: lien
    title: ""
    children:
      - title: Sans nom
`);
    expect(diagnostics.map(({ code, place }) => [code, place?.line, place?.column])).toEqual([
      ["settings.bad-id", 2, 9],
      ["settings.unknown-key", 5, 5],
      ["settings.empty-text", 7, 12],
      ["settings.missing-key", 9, 9],
      ["codebook.id-twice", 6, 5],
    ]);
  });

  it("refuses what is not a list of themes, and broken YAML", () => {
    expect(tree("peur\n")).toBe("codebook.not-themes");
    expect(tree("themes:\n\t- id: a\n")).toContain("yaml.tab");
    const folder = temporaryFolder();
    writeFileSync(join(folder, "codebook.yaml"), "peur\n");
    expect(() => readCodebook(folder)).toThrow("codebook.not-themes");
  });
});

describe("changing the codebook's text", () => {
  it("adds a theme at the end of its parent's children, comments kept", () => {
    const added = addTheme(book, { id: "peur-jour", title: "Le jour : à midi", definition: "oui" }, "peur");
    expect(added).toBe(
      book.replace(
        '        title: "Les représailles"\n',
        '        title: "Les représailles"\n      - id: peur-jour\n        title: "Le jour : à midi"\n        definition: oui\n',
      ),
    );
    expect(tree(added)).toBe("peur(peur-nuit peur-represailles peur-jour) lien silence");
  });

  it("adds a first child, a root, and to an empty file", () => {
    expect(tree(addTheme(book, { id: "lien-jeunes", title: "Les jeunes" }, "lien"))).toBe(
      "peur(peur-nuit peur-represailles) lien(lien-jeunes) silence",
    );
    expect(tree(addTheme(book, { id: "argent", title: "L’argent" }, undefined))).toBe(
      "peur(peur-nuit peur-represailles) lien silence argent",
    );
    expect(addTheme("# rien\n", { id: "a", title: "A" }, undefined)).toBe(
      "# rien\nthemes:\n  - id: a\n    title: A\n",
    );
    expect(addTheme("themes:\n", { id: "a", title: "A" }, undefined)).toBe(
      "themes:\n  - id: a\n    title: A\n",
    );
    expect(addTheme("themes: []\n", { id: "a", title: "A" }, undefined)).toBe(
      "themes:\n  - id: a\n    title: A\n",
    );
    expect(addTheme("- id: a\n  title: A", { id: "b", title: "B" }, undefined)).toBe(
      "- id: a\n  title: A\n- id: b\n  title: B",
    );
  });

  it("keeps the line ends of the file", () => {
    expect(addTheme("themes:\r\n  - id: a\r\n    title: A\r\n", { id: "b", title: "B" }, "a")).toBe(
      "themes:\r\n  - id: a\r\n    title: A\r\n    children:\r\n      - id: b\r\n        title: B\r\n",
    );
  });

  it("renames, whatever the form of the title", () => {
    expect(renameTheme(book, "peur", "Avoir peur")).toBe(book.replace("La peur #", "Avoir peur #"));
    expect(renameTheme(book, "peur-represailles", "C’est: oui")).toContain(
      'title: "C’est: oui"\n\n  - id: lien',
    );
    expect(
      tree(renameTheme("- id: a\n  title: >\n    long\n    titre\n- id: b\n  title: B\n", "a", "court")),
    ).toBe("a b");
  });

  it("moves a theme with its children and the comment above it", () => {
    const moved = moveTheme(book, "silence", "peur-nuit");
    expect(tree(moved)).toBe("peur(peur-nuit(silence) peur-represailles) lien");
    expect(moved).toContain("          # à revoir\n          - id: silence\n            title: Le silence\n");
    expect(tree(moveTheme(book, "peur", "lien"))).toBe("lien(peur(peur-nuit peur-represailles)) silence");
    expect(tree(moveTheme(book, "peur-nuit", undefined))).toBe(
      "peur(peur-represailles) lien silence peur-nuit",
    );
  });

  it("takes away the key of a list left empty", () => {
    const one = "themes:\n  - id: a\n    title: A\n    children:\n      - id: b\n        title: B\n";
    expect(moveTheme(one, "b", undefined)).toBe(
      "themes:\n  - id: a\n    title: A\n  - id: b\n    title: B\n",
    );
  });

  it("merges: children go over, and the old title and definition stay as comments", () => {
    const merged = mergeTheme(book, "lien", "silence");
    expect(tree(merged)).toBe("peur(peur-nuit peur-represailles) silence");
    expect(merged).toContain(
      "    # - id: lien\n    #   title: Le lien\n    #   definition: |\n    #     ce qui tient,\n",
    );
    expect(tree(mergeTheme(book, "peur", "silence"))).toBe("lien silence(peur-nuit peur-represailles)");
    expect(tree(mergeTheme(book, "peur-nuit", "peur"))).toBe("peur(peur-represailles) lien silence");
  });

  it("leaves the text as it is for a theme that is not there", () => {
    for (const change of [
      renameTheme(book, "x", "X"),
      moveTheme(book, "x", undefined),
      addTheme(book, { id: "y", title: "Y" }, "x"),
      mergeTheme(book, "x", "peur"),
      mergeTheme(book, "peur-nuit", "x"),
    ])
      expect(change).toBe(book);
  });

  it("loses no comment, whatever is done in whatever order", () => {
    const ids = ["peur", "peur-nuit", "peur-represailles", "lien", "silence"];
    const step = fc.oneof(
      fc.record({
        kind: fc.constant("move" as const),
        id: fc.constantFrom(...ids),
        to: fc.option(fc.constantFrom(...ids)),
      }),
      fc.record({
        kind: fc.constant("rename" as const),
        id: fc.constantFrom(...ids),
        title: fc.string({ minLength: 1 }),
      }),
      fc.record({
        kind: fc.constant("add" as const),
        id: fc.constantFrom("a", "b", "c"),
        to: fc.option(fc.constantFrom(...ids)),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        let text = book;
        for (const each of steps) {
          const next =
            each.kind === "move"
              ? moveTheme(text, each.id, each.to ?? undefined)
              : each.kind === "rename"
                ? renameTheme(text, each.id, each.title)
                : addTheme(text, { id: each.id, title: "T" }, each.to ?? undefined);
          // What cannot be read as meant is not written: change-codebook.ts refuses it.
          if (parseCodebook(next).diagnostics.length === 0) text = next;
        }
        for (const comment of ["# mes thèmes", "# la nuit surtout", "# à revoir"])
          expect(text).toContain(comment);
      }),
      { numRuns: 300 },
    );
  });
});

describe("themes, as a person runs them", () => {
  it("shows the tree with counts and bars", async () => {
    const scene = await imported();
    await scene.run("code", "s01.1-2", "peur");
    await scene.run("code", "s01.2", "peur-nuit", "--text", "la nuit");
    expect(await scene.run("themes")).toBe(0);
    expect(
      scene.world
        .out()
        .split("\n")
        .map((line) => line.replace(/█+/, "█")),
    ).toEqual([
      "peur             2  █  2 tours, 1 séance",
      expect.stringMatching(/^└─ peur-nuit {5}1 {2}█ +1 tour, 1 séance$/),
      expect.stringMatching(/^lien {13}0 +–$/),
      "",
    ]);
    expect(await scene.json("themes")).toEqual({
      themes: [
        {
          id: "peur",
          title: "La peur",
          definition: null,
          codings: 2,
          children: [{ id: "peur-nuit", title: "La nuit", definition: null, codings: 1, children: [] }],
        },
        { id: "lien", title: "Le lien", definition: "ce qui tient", codings: 0, children: [] },
      ],
    });
  });

  it("says what to do when there are none", async () => {
    const scene = start();
    rmSync(scene.path("codebook.yaml"));
    expect(await scene.run("themes")).toBe(0);
    expect(scene.world.out()).toContain("retour themes add");
    expect(await scene.run("themes", "add", "peur", "--title", "La peur")).toBe(0);
    expect(readFileSync(scene.path("codebook.yaml"), "utf8")).toBe(
      "themes:\n  - id: peur\n    title: La peur\n",
    );
  });

  it("adds, renames and moves", async () => {
    const scene = start();
    expect(
      await scene.json(
        "themes",
        "add",
        "argent",
        "--title",
        "L’argent",
        "--parent",
        "lien",
        "--definition",
        "le\nprix",
      ),
    ).toEqual({ theme: { id: "argent", title: "L’argent", definition: "le prix", children: [] } });
    expect(await scene.run("themes", "rename", "argent", "--title", "Les sous")).toBe(0);
    expect(scene.world.out()).toBe("argent s’appelle maintenant «\u00A0Les sous\u00A0»\n");
    expect(await scene.run("themes", "move", "argent", "--parent", "peur-nuit")).toBe(0);
    expect(scene.world.out()).toBe("argent est maintenant sous peur-nuit\n");
    expect(await scene.run("themes", "move", "lien")).toBe(0);
    expect(await scene.run("themes", "move", "peur-nuit")).toBe(0);
    expect(scene.world.out()).toBe("peur-nuit est maintenant à la racine\n");
    const text = readFileSync(scene.path("codebook.yaml"), "utf8");
    expect(tree(text)).toBe("peur lien peur-nuit(argent)");
    expect(text).toContain("# les thèmes");
    expect(text).toContain("# la nuit surtout");
  });

  it("merges a theme: its codings, those in the sheet too, and its children follow", async () => {
    const scene = await imported();
    await scene.run("code", "s01.1", "peur", "lien");
    await scene.run("code", "s01.2", "peur", "--text", "peur de");
    await scene.run("code", "s01.2", "lien", "--text", "de rentrer");
    scene.edit((text) => text.replace("bien.\n", "bien.\n\n#peur\n"));
    expect(await scene.json("themes", "merge", "peur", "lien")).toEqual({
      from: "peur",
      into: "lien",
      codings: 3,
    });
    expect(await codings(scene)).toEqual(["s01.1 lien: *", "s01.2 lien: peur de rentrer", "s01.3 lien: *"]);
    expect(scene.sheet()).not.toContain("peur<<");
    expect(tree(readFileSync(scene.path("codebook.yaml"), "utf8"))).toBe("lien(peur-nuit)");
    expect(await findings(scene)).toEqual([]);
  });

  it.each([
    [["add", "Peur", "--title", "T"], "theme.bad-id"],
    [["add", "peur", "--title", "T"], "theme.id-taken"],
    [["add", "nouveau", "--title", " "], "theme.empty-title"],
    [["add", "nouveau", "--title", "T", "--parent", "peurs"], "theme.unknown"],
    [["add", "nouveau"], "usage.option-missing"],
    [["rename", "peurs", "--title", "T"], "theme.unknown"],
    [["move", "peur", "--parent", "peur-nuit"], "theme.into-itself"],
    [["move", "peur", "--parent", "peur"], "theme.into-itself"],
    [["merge", "peur", "peur-nuit"], "theme.into-itself"],
    [["merge", "peur", "peur"], "theme.into-itself"],
    [["merge", "peurs", "lien"], "theme.unknown"],
  ])("refuses %j", async (args, code) => {
    const scene = start();
    const before = readFileSync(scene.path("codebook.yaml"), "utf8");
    expect(await scene.run("themes", ...args)).toBe(2);
    expect(scene.world.err()).toContain(code);
    expect(readFileSync(scene.path("codebook.yaml"), "utf8")).toBe(before);
  });

  it("refuses to change a layout it cannot change safely", async () => {
    const scene = start();
    const text = "themes: [{ id: peur, title: La peur, children: [{ id: nuit, title: La nuit }] }]\n";
    writeFileSync(scene.path("codebook.yaml"), text);
    expect(await scene.run("themes", "move", "nuit")).toBe(2);
    expect(scene.world.err()).toContain("codebook.edit-by-hand");
    expect(readFileSync(scene.path("codebook.yaml"), "utf8")).toBe(text);
    writeFileSync(scene.path("codebook.yaml"), "themes: 3\n");
    expect(await scene.run("themes", "rename", "nuit", "--title", "T")).toBe(1);
  });
});

describe("the example of a new codebook", () => {
  it.each(["fr", "en"] as const)(
    "reads once its signs are taken off, and a theme joins it (%s)",
    (language) => {
      const [before = "", after = ""] = newCodebook(language).split("#\n");
      const example = before + after.replace(/^# /gm, "");
      const added = addTheme(example, { id: "lien", title: "Le lien" }, undefined);
      expect(parseCodebook(example).diagnostics).toEqual([]);
      expect(tree(added)).toMatch(/^(peur\(peur-nuit\)|fear\(fear-night\)) lien$/);
      expect(added.startsWith(example)).toBe(true);
      // What `themes add` writes in the untouched file has the example's layout.
      expect(addTheme(newCodebook(language), { id: "lien", title: "Le lien" }, undefined)).toContain(
        "themes:\n  - id: lien\n    title: Le lien\n",
      );
    },
  );
});
