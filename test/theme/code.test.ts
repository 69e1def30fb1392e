// `code`, as a person runs it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { passages } from "../../src/theme/passages.ts";
import { given } from "../transcript/given.ts";
import { codings, findings, imported, ledger, start } from "../transcript/scene.ts";

describe("code", () => {
  it("links whole turns, a range of them, to several themes, and marks the sheet", async () => {
    const scene = await imported();
    expect(await scene.json("code", "s01.2-3", "peur", "lien")).toEqual({ session: "s01", codings: 4 });
    expect(await codings(scene)).toEqual([
      "s01.2 lien: *",
      "s01.2 peur: *",
      "s01.3 lien: *",
      "s01.3 peur: *",
    ]);
    expect(scene.sheet()).toContain("bien.\n\n#lien #peur\n");
    expect(await findings(scene)).toEqual([]);
  });

  it("links words within a turn, whatever the apostrophes, spaces, case and marks", async () => {
    const scene = await imported();
    await scene.run("code", "s01.2", "peur", "--text", "J’ai peur  de rentrer");
    await scene.run("code", "s01.1-4", "lien", "--text", "à tous, on COMMENCE");
    expect(await codings(scene)).toEqual([
      "s01.1 lien: à tous. On commence",
      "s01.2 peur: j'ai peur de rentrer",
    ]);
  });

  it("makes one coding of words that touch", async () => {
    const scene = await imported();
    await scene.run("code", "s01.2", "peur", "--text", "peur de");
    await scene.run("code", "s01.2", "peur", "--text", "de rentrer");
    expect(await codings(scene)).toEqual(["s01.2 peur: peur de rentrer"]);
  });

  it("twice is once", async () => {
    const scene = await imported();
    await scene.run("code", "s01.2", "peur");
    expect(await scene.json("code", "s01.2", "peur")).toEqual({ session: "s01", codings: 0 });
    expect(await scene.run("code", "s01.2", "peur")).toBe(0);
    expect(scene.world.out()).toBe("s01\u202F: rien n’a changé\n");
  });

  it("takes codings away: of a theme, of words, or all of a turn", async () => {
    const scene = await imported();
    await scene.run("code", "s01.2", "peur", "lien");
    await scene.run("code", "s01.2", "peur", "--text", "peur de rentrer");
    await scene.run("code", "s01.2", "peur-nuit", "--text", "la nuit");
    expect(await scene.json("code", "s01.2", "--remove", "--text", "de rentrer dans")).toMatchObject({
      codings: 1,
    });
    expect(await codings(scene)).toEqual(["s01.2 lien: *", "s01.2 peur: *", "s01.2 peur-nuit: la nuit"]);
    await scene.run("code", "s01.2", "peur", "--remove");
    expect(await codings(scene)).toEqual(["s01.2 lien: *", "s01.2 peur-nuit: la nuit"]);
    expect(await scene.run("code", "s01.2", "--remove")).toBe(0);
    expect(scene.world.out()).toBe("s01\u202F: 2 codes retirés\n");
    expect(await codings(scene)).toEqual([]);
  });

  it("first reads what a person wrote in the sheet", async () => {
    const scene = await imported();
    scene.edit((text) => text.replace("rentrer dans", "{==rentrer==}{>>lien<<} tout seul dans"));
    await scene.run("code", "s01.2", "peur", "--text", "tout seul");
    expect(await codings(scene)).toEqual(["s01.2 lien: rentrer", "s01.2 peur: tout seul"]);
  });

  it("with a session alone opens the sheet, and reads it back", async () => {
    const scene = await imported({
      canAsk: true,
      edit: (path) => {
        writeFileSync(path, readFileSync(path, "utf8").replace("bien.\n", "bien.\n\n#lien\n"));
      },
    });
    expect(await scene.run("code", "s01")).toBe(0);
    expect(scene.world.out()).toBe("s01\u202F: 1 code changé\n");
    expect(await codings(scene)).toEqual(["s01.3 lien: *"]);
  });

  it("changes nothing in a dry run", async () => {
    const scene = await imported();
    const before = scene.sheet();
    expect(await scene.run("code", "s01.2", "peur", "--dry-run")).toBe(0);
    expect([await codings(scene), scene.sheet()]).toEqual([[], before]);
  });

  it.each([
    [["s01.9", "peur"], "code.unknown-turns"],
    [["s01.2-90", "peur"], "code.unknown-turns"],
    [["s01.2", "peurs"], "theme.unknown"],
    [["s01.2"], "code.no-theme"],
    [["s01", "peur"], "code.no-turn"],
    [["s01"], "code.no-terminal"],
    [["douze", "peur"], "code.bad-turns"],
    [["s01.3-2", "peur"], "code.bad-turns"],
    [["s09.1", "peur"], "import.unknown-session"],
    [["s02.1", "peur"], "code.no-transcript"],
    [["s01.2", "peur", "--text", "…"], "code.empty-text"],
    [["s01.2", "peur", "--text", "des mots absents"], "code.text-not-found"],
    [["s01.1-4", "peur", "--text", "des mots absents"], "code.text-not-found"],
    [["s01.1-4", "peur", "--text", "on"], "code.text-several"],
  ])("refuses %j", async (args, code) => {
    const scene = await imported();
    expect(await scene.run("code", ...args)).toBe(2);
    expect(scene.world.err()).toContain(code);
    expect(await codings(scene)).toEqual([]);
  });

  it("refuses a turn that was emptied, and a sheet that is not there yet", async () => {
    const scene = await imported({ canAsk: true });
    scene.edit((text) => text.replace("Dites-en plus, si vous voulez bien.", ""));
    expect(await scene.run("code", "s01.3", "peur")).toBe(2);
    expect(scene.world.err()).toContain("code.empty-turn");
    expect(await scene.run("code", "s02")).toBe(2);
    expect(scene.world.err()).toContain("code.no-transcript");
  });
});

describe("the demo's codings", () => {
  const fixtures = join(import.meta.dirname, "../../fixtures/demo");
  const files = { s01: "s01.vtt", s02: "s02.srt", s03: "s03.txt", s04: "s04.vtt" };

  it.each(Object.entries(files))("of %s are found by their words", async (session, file) => {
    const scene = start({ sessions: ["s01", "s02", "s03", "s04"] });
    await scene.run("import", join(fixtures, "transcripts", file));
    const { parse } = await import("yaml");
    const wanted = parse(readFileSync(join(fixtures, "codings", `${session}.yaml`), "utf8")) as {
      words: string;
    }[];
    const { findWords } = await import("../../src/theme/find-words.ts");
    const turns = await ledger(scene, ({ ledger: { db } }) =>
      db.selectFrom("turn").select("words").orderBy("position").execute(),
    );
    for (const { words } of wanted) expect([words, findWords(turns, words).length]).toEqual([words, 1]);
  });
});

describe("passages", () => {
  it("are the group's coded words, by date, then order of speech, then place", async () => {
    const scene = start();
    writeFileSync(scene.path("s02.txt"), "Nadia : un deux trois\n\nMarc : quatre\n");
    await scene.run("import", "s01.vtt", "s02.txt");
    await scene.run("code", "s02.1", "lien", "--text", "deux trois");
    await scene.run("code", "s02.1", "peur", "--text", "un");
    await scene.run("code", "s02.1", "peur-nuit");
    await scene.run("code", "s01.4", "lien");
    writeFileSync(
      scene.path("retour.yaml"),
      readFileSync(scene.path("retour.yaml"), "utf8").replace("2026-01-01", "2026-03-01"),
    );
    const found = await ledger(scene, (study) => passages(study, given(study.settings.groups[0]).id));
    expect(found).toEqual([
      {
        turn: { session: "s02", number: 1 },
        participant: "P01",
        theme: "peur-nuit",
        words: "un deux trois",
        start: null,
        end: null,
      },
      {
        turn: { session: "s02", number: 1 },
        participant: "P01",
        theme: "peur",
        words: "un",
        start: 0,
        end: 2,
      },
      {
        turn: { session: "s02", number: 1 },
        participant: "P01",
        theme: "lien",
        words: "deux trois",
        start: 3,
        end: 13,
      },
      {
        turn: { session: "s01", number: 4 },
        participant: null,
        theme: "lien",
        words: "On attend dehors que ça passe, voilà tout.",
        start: null,
        end: null,
      },
    ]);
  });

  it("give the marked words rather than the whole turn when a theme has both", async () => {
    const scene = await imported();
    await scene.run("code", "s01.2", "peur");
    await scene.run("code", "s01.2", "peur", "--text", "peur de rentrer");
    const found = await ledger(scene, (study) => passages(study, given(study.settings.groups[0]).id));
    expect(found.map(({ words }) => words)).toEqual(["peur de rentrer"]);
  });

  it("are none for a group without sessions", async () => {
    const scene = start({ sessions: [] });
    expect(await ledger(scene, (study) => passages(study, given(study.settings.groups[0]).id))).toEqual([]);
  });
});
