// Words found in what was said and in the documents.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { findTerms } from "../../src/ledger/full-text.ts";
import { main } from "../../src/main.ts";
import { readTerms } from "../../src/retour/search-words.ts";
import { newStudy } from "../settings.ts";
import { temporaryFolder, testWorld, type TestWorld } from "../world.ts";

describe("what a person types", () => {
  it.each([
    ["peur nuit", ["peur", "nuit"]],
    ['"dans le hall" peur', ["dans le hall", "peur"]],
    ["« dans le hall »", [" dans le hall "]],
    ["éduc* hall", ["éduc*", "hall"]],
    ['"dans le ha"*', ["dans le ha*"]],
    ['peur "dans le', ["peur", "dans", "le"]],
    ["l’école", ["l’école"]],
    ['* - "" « »', []],
  ])("%s", (typed, terms) => {
    expect(readTerms(typed).map(({ words, isPrefix }) => words + (isPrefix ? "*" : ""))).toEqual(terms);
  });
});

describe("words in texts", () => {
  const texts = [
    "J’ai eu PEUR à l’école, dans le hall.",
    "le hall, dans la nuit",
    "mon cœur, mon Œil, ma sœur",
    "éducateur, éducatrice ; l'éducation",
    "apeurée",
  ];
  const found = (typed: string) =>
    findTerms(texts, readTerms(typed)).map(({ text, places }) => [
      text,
      ...places.map(({ start, end }) => texts[text]?.slice(start, end)),
    ]);

  it.each([
    ["peur", [[0, "PEUR"]]],
    ["hall nuit", [[1, "hall", "nuit"]]],
    [
      "hall",
      [
        [0, "hall"],
        [1, "hall"],
      ],
    ],
    ['"dans le hall"', [[0, "dans le hall"]]],
    ["ecole", [[0, "école"]]],
    ["l'école", [[0, "l’école"]]],
    ["coeur oeil", [[2, "cœur", "Œil"]]],
    ["sœur", [[2, "sœur"]]],
    ["educ*", [[3, "éducateur", "éducatrice", "éducation"]]],
    ["NOT peur OR nuit", []],
    ['peur" OR "nuit', []],
    ["words:peur", []],
    ["peur)", [[0, "PEUR"]]],
    ["absent", []],
  ] as const)("%s", (typed, places) => {
    expect(found(typed)).toEqual(places);
  });

  it("every word of a text is found at its place, whatever is typed nothing breaks", () => {
    const word = fc.constantFrom("été", "œuvre", "l’amie", "Ça", "co-animer", "3", "Zoé", "naïf");
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.string(), (words, noise) => {
        const text = words.join(" ; ");
        for (const each of words) {
          const places = findTerms(["autre", text], [{ words: each, isPrefix: false }]).flatMap(
            (match) => match.places,
          );
          expect(places.map(({ start, end }) => text.slice(start, end))).toContain(each);
        }
        findTerms([text], readTerms(noise));
        findTerms([noise], [{ words: noise, isPrefix: true }]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("search", () => {
  let study = "";
  let world: TestWorld;

  async function retour(...argv: string[]): Promise<number> {
    world = testWorld({ cwd: study });
    return main(argv, world);
  }

  beforeEach(async () => {
    const home = temporaryFolder();
    study = join(home, "etude");
    await main([...newStudy, study], testWorld({ cwd: home }));
    await retour("participant", "add", "--pseudonym", "Nadia", "--description", "éducatrice");
    await retour("participant", "add", "--pseudonym", "Marc", "--description", "gardien");
    await retour("session", "add", "s01", "--date", "2026-01-15");
    await retour("themes", "add", "peur", "--title", "La peur");
    await retour("themes", "add", "nuit", "--title", "La nuit", "--parent", "peur");
    const speech = `Nadia : la nuit on a peur de rentrer dans le hall, on n’est pas des cow-boys. Et la peur, ça reste.

Marc : moi je passe mon chemin, et puis je reviens. Peur de quoi ?

Nadia : il faut y aller quand même.`;
    writeFileSync(join(study, "s01.txt"), speech);
    await retour("import", "s01.txt", "--session", "s01");
    await retour("code", "s01.1", "nuit", "--text", "on a peur de rentrer");
    await retour("build");
    const document = join(study, "retours/g1.md");
    writeFileSync(
      document,
      readFileSync(document, "utf8").replace("### Analyse\n", "### Analyse\n\nLa *peur* se dit la nuit.\n"),
    );
  });

  it("shows fifty places in a terminal and counts the others, all of them elsewhere", async () => {
    const said = Array.from(
      { length: 60 },
      (_, at) => `${at % 2 ? "Marc" : "Nadia"} : et voilà ${String(at)}`,
    );
    writeFileSync(join(study, "s01.txt"), said.join("\n\n"));
    await retour("import", "s01.txt", "--session", "s01", "--replace");
    await retour("search", "voi*");
    expect(world.out().match(/\*\*voilà\*\*/g)).toHaveLength(60);
    const terminal = testWorld({ cwd: study });
    await main(["search", "voi*"], { ...terminal, stdout: { ...terminal.stdout, isTTY: true } });
    expect(terminal.out().match(/voilà/g)).toHaveLength(50);
    expect(terminal.out()).toContain("et 10 autres endroits\u202F: donnez un mot de plus, ou --json");
  });

  it("says of what was searched alone that the words are not there", async () => {
    await retour("search", "peur", "--participant", "P01", "--theme", "nuit");
    expect(world.out()).toContain("peur");
    await retour("search", "chemin", "--participant", "P01");
    expect(world.out()).toBe("Ces mots ne sont nulle part dans ce qui a été cherché.\n");
    await retour("search", "introuvable");
    expect(world.out()).toBe("Ces mots ne sont nulle part.\n");
  });

  it("shows each place with who says it, and the researcher's own words", async () => {
    expect(await retour("search", "peur")).toBe(0);
    const text = world.out();
    expect(text).toContain("s01.1 · P01 Nadia\n  la nuit on a **peur** de rentrer dans le hall");
    expect(text.replace(/\s+/g, " ")).toContain("Et la **peur**, ça reste.");
    expect(text).toContain(
      "s01.2 · P02 Marc\n  moi je passe mon chemin, et puis je reviens. **Peur** de quoi ?",
    );
    expect(text).toContain("document de g1 · La peur\n  La **peur**\n");
    expect(text).toContain("document de g1 · La peur\n  La **peur** se dit la nuit.");
    expect(text).toContain("2 tours dans 1 séance, 2 paragraphes des documents");
  });

  it("is narrowed to a theme and those under it, a person, a session", async () => {
    await retour("search", "peur", "--theme", "peur", "--json");
    expect(JSON.parse(world.out())).toMatchObject({
      turns: [{ turn: "s01.1", session: "s01", participant: "P01", places: [{ start: 13, end: 17 }] }],
      sections: [],
    });
    await retour("search", "peur", "--participant", "P02");
    expect(world.out()).toContain("1 tour dans 1 séance");
    await retour("search", "peur", "--session", "s01");
    expect(world.out()).toContain("2 tours dans 1 séance");
  });

  it("takes words quoted in the shell as words in a row", async () => {
    await retour("search", "dans le hall");
    expect(world.out()).toContain("**dans le hall**");
    await retour("search", "le dans");
    expect(world.out()).toContain("nulle part");
  });

  it("finds the quotes of a session that was purged, where they still stand", async () => {
    await retour("search", "quand même", "--json");
    expect(JSON.parse(world.out())).toMatchObject({ sections: [] });
    const settings = join(study, "retour.yaml");
    writeFileSync(settings, `${readFileSync(settings, "utf8")}\nretention: { transcripts: 2026-01-20 }\n`);
    writeFileSync(
      join(study, "retours/g1.md"),
      `${readFileSync(join(study, "retours/g1.md"), "utf8")}\n> rentrer dans le hall\n>\n> — éducatrice (s01.1)\n`,
    );
    expect(await retour("purge", "--yes")).toBe(0);
    expect(await retour("search", "dans le hall")).toBe(0);
    expect(world.out()).toContain("document de g1");
    expect(world.out()).toContain("rentrer **dans le hall**");
  });

  it("says when a sheet holds words that it has not read", async () => {
    const sheet = join(study, "sessions/s01/transcript.md");
    writeFileSync(sheet, readFileSync(sheet, "utf8").replace("quand même", "malgré tout"));
    expect(await retour("search", "malgré")).toBe(0);
    expect(world.err()).toContain("search.sheets-ahead");
  });

  it.each([
    [["search", "--", "***"], "search.no-words"],
    [["search", "peur", "--theme", "per"], "theme.unknown"],
    [["search", "peur", "--session", "s09"], "import.unknown-session"],
    [["search", "peur", "--participant", "P09"], "speakers.unknown-participant"],
  ])("refuses %j", async (argv, code) => {
    expect(await retour(...argv)).toBe(2);
    expect(world.err()).toContain(code);
  });

  it("cuts long turns around the words, in a narrow terminal too", async () => {
    mkdirSync(join(study, "x"), { recursive: true });
    const filler = "des mots et encore des mots ".repeat(40);
    await retour("session", "add", "s02", "--date", "2026-02-15");
    writeFileSync(join(study, "s02.txt"), `Nadia : ${`${filler}cachette `.repeat(5)}fin\n\nMarc : oui`);
    await retour("import", "s02.txt", "--session", "s02");
    world = testWorld({ cwd: study, columns: 60 });
    await main(["search", "cachette"], world);
    const lines = world.out().split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(world.out().match(/\*\*cachette\*\*/g)).toHaveLength(3);
    expect(world.out()).toContain("[…]");
    expect(world.out()).toContain("et 2 fois encore");
  });
});
