// How the demo is played: where, how much of it is shown, and what stops it.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { answerInPage } from "../../src/cli/demo/answers.ts";
import { change, codeSheet, writeDocument } from "../../src/cli/demo/hands.ts";
import { lend } from "../../src/cli/demo/lend.ts";
import { play, type Place } from "../../src/cli/demo/player.ts";
import { scriptedPrompter } from "../../src/cli/demo/prompter.ts";
import { makeStage } from "../../src/cli/demo/stage.ts";
import type { Command, Hand, Step } from "../../src/cli/demo/script.ts";
import { loadLanguage } from "../../src/cli/language.ts";
import { paintFor } from "../../src/cli/paint.ts";
import { reportDemo } from "../../src/cli/report/demo.ts";
import type { Context } from "../../src/cli/run.ts";
import { Cancelled } from "../../src/kernel/diagnostic.ts";
import { main } from "../../src/main.ts";
import { temporaryFolder, testWorld, type TestWorld } from "../world.ts";

const say = (await loadLanguage("fr")).texts;
const paint = await paintFor(testWorld({ cwd: "/" }), true);

function context(world: TestWorld): Context {
  return {
    world,
    say: (key, params) => say[key](params),
    paint,
    language: "fr",
    isDryRun: false,
    canAsk: false,
    studyFolder: undefined,
    vaultFile: undefined,
    play: main,
    explain: (diagnostic) => diagnostic,
    note: () => undefined,
    progress: { show: () => undefined, clear: () => undefined },
    open: () => Promise.reject(new Error("the demo opens no study itself")),
  };
}

const step = (...actions: (Command | Hand)[]): Step => ({
  day: "2026-01-12",
  title: "Étape",
  say: "Voici.",
  actions,
});
const command = (exit: number, ...argv: string[]): Command => ({ kind: "run", argv, exit, answers: [] });
const placeAt = (folder: string): Place => ({ folder, apart: `${folder}-coffre`, fixtures: folder });

describe("where the demo plays", () => {
  it("takes the first free retour-demo, and says in a dry run what it would do", async () => {
    const cwd = temporaryFolder();
    const world = testWorld({ cwd });
    expect(await main(["demo", "--dry-run"], world)).toBe(0);
    expect(world.out()).toContain("$ retour verify exports/2026-05-12-synthese");
    expect(world.out()).toContain("../retour-demo-coffre/phrase-de-passe.txt");
    expect(readdirSync(cwd)).toEqual([]);

    mkdirSync(join(cwd, "retour-demo"));
    writeFileSync(join(cwd, "retour-demo", "a.txt"), "à moi");
    world.clear();
    expect(await main(["demo", "--dry-run", "--json"], world)).toBe(0);
    expect(JSON.parse(world.out())).toEqual({
      folder: join(cwd, "retour-demo-2"),
      apart: join(cwd, "retour-demo-2-coffre"),
      steps: [],
      export: null,
    });
  });

  it("refuses a folder that holds something", async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "a.txt"), "à moi");
    const world = testWorld({ cwd });
    expect(await main(["demo", "."], world)).toBe(2);
    expect(world.err()).toContain("demo.folder-taken");
    expect(readdirSync(cwd)).toEqual(["a.txt"]);
  });

  it("refuses one beside which another vault may be", async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "étude-coffre"));
    writeFileSync(join(cwd, "étude-coffre", "coffre.age"), "à moi");
    const world = testWorld({ cwd });
    expect(await main(["demo", "étude"], world)).toBe(2);
    expect(world.err()).toContain("demo.folder-taken");
    expect(readdirSync(cwd)).toEqual(["étude-coffre"]);
  });

  it("shows the headings alone with --quiet", async () => {
    const world = testWorld({ cwd: temporaryFolder() });
    expect(await main(["demo", "--dry-run", "--quiet"], world)).toBe(0);
    const lines = world.out().trimEnd().split("\n");
    expect(lines[0]).toMatch(/^1\. L’étude et son pacte {2}12 janvier 2026$/);
    expect(lines.every((line, index) => line.startsWith(`${String(index + 1)}. `))).toBe(true);
  });
});

describe("a command that does not end as the script says", () => {
  it("stops the demo, names the step, and shows what it said", async () => {
    const folder = join(temporaryFolder(), "étude");
    const world = testWorld({ cwd: folder });
    const stage = makeStage(context(world), "none");
    const script = [step(command(2, "status")), step(command(0, "status")), step(command(0, "audit"))];
    const played = await play(context(world), script, placeAt(folder), stage);
    expect(played.steps).toEqual([
      { command: "retour status", exit: 2 },
      { command: "retour status", exit: 2 },
    ]);
    expect(reportDemo(context(world), placeAt(folder), played, stage)).toMatchObject({ exit: 1, text: "" });
    expect(world.err()).toContain("study.");
    expect(world.err()).toMatch(/étape 2\s:.*retour status.*a donné 2 au lieu de 0/);
  });

  it("writes a command as it can be typed", async () => {
    const folder = temporaryFolder();
    const world = testWorld({ cwd: folder });
    const hard = step(command(2, "search", "l’été", "d'un $1", "deux mots", "s01.12-15"));
    const stage = makeStage(context(world), "none");
    const { steps } = await play(context(world), [hard], placeAt(folder), stage);
    expect(steps[0]?.command).toBe(`retour search "l’été" 'd'\\''un $1' "deux mots" s01.12-15`);
  });
});

describe("a passphrase", () => {
  it("is in a file of its own, that its owner alone can read and git leaves alone", () => {
    const place = placeAt(join(temporaryFolder(), "étude"));
    lend({ kind: "passphrase" }, place);
    expect(readdirSync(place.apart).sort()).toEqual([".gitignore", "phrase-de-passe.txt"]);
    expect(readFileSync(join(place.apart, ".gitignore"), "utf8")).toBe("*\n");
    const phrase = join(place.apart, "phrase-de-passe.txt");
    expect(readFileSync(phrase, "utf8")).toMatch(/^(?:[a-z]+ ){5}[a-z]+\n$/);
    expect(statSync(phrase).mode & 0o077).toBe(0);
    expect(statSync(place.apart).mode & 0o077).toBe(0);
  });
});

describe("what Claire answers", () => {
  it("is shown with its question, and a question too many stops the demo", async () => {
    const shown: string[] = [];
    const prompter = scriptedPrompter(["keep", "Rose", "Ortal", "yes"], (question, answer) => {
      shown.push(`${question} ${answer}`);
    });
    const choices = [
      { value: "i007", name: "Rose Tessandier" },
      { value: "keep", name: "un mot" },
    ];
    expect(await prompter.select({ message: "Qui ?", choices })).toBe("keep");
    expect(await prompter.select({ message: "Qui ?", choices })).toBe("i007");
    expect(await prompter.input({ message: "Remplacé par" })).toBe("Ortal");
    expect(await prompter.confirm({ message: "Sûr ?" })).toBe(true);
    expect(shown).toEqual(["Qui ? un mot", "Qui ? Rose Tessandier", "Remplacé par Ortal", "Sûr ? yes"]);
    await expect(prompter.input({ message: "Encore ?" })).rejects.toThrow(Cancelled);
  });
});

describe("hands", () => {
  const sheet = "### 1 · P01 Nadia\n\nOn a peur.\n\n### 2 · P02 Karim\n\nOn tourne. Voilà.\n";

  it("code words and whole turns in a sheet", () => {
    const coded = codeSheet(
      sheet,
      [
        { words: "On a peur", themes: ["peur"], isWhole: true },
        { words: "On tourne", themes: ["peur", "silence"], isWhole: false },
        { words: "Voilà", themes: ["tenir"], isWhole: true },
      ],
      "feuille",
    );
    expect(coded).toBe(
      "### 1 · P01 Nadia\n\nOn a peur.\n\n#peur\n\n### 2 · P02 Karim\n\n{==On tourne==}{>>peur, silence<<}. Voilà.\n\n#tenir\n",
    );
  });

  it("keep, cut and write in a document, and leave the other sections alone", () => {
    const document = [
      "## La peur {#peur}",
      "### Dit",
      "> On a peur. Très.\n>\n> — médiateur (s01.1)",
      "#### La nuit",
      "> On tourne\n>\n> — médiateur (s01.2)",
      "### Analyse",
      "Avant.",
      "### Questions",
      "## La suite {#suite}",
      "Telle quelle.\n",
    ].join("\n\n");
    const written = writeDocument(
      document,
      [
        {
          section: "peur",
          keep: [{ begins: "On a peur", becomes: "On a peur. […]" }],
          parts: [
            { heading: "Dit", words: "Voici." },
            { heading: "Analyse", words: "Après." },
            { heading: "Questions", words: undefined },
          ],
          changes: [{ find: "Après", replace: "Ensuite" }],
        },
      ],
      "document",
    );
    expect(written).toBe(
      [
        "## La peur {#peur}",
        "### Dit",
        "Voici.",
        "> On a peur. […]\n>\n> — médiateur (s01.1)",
        "### Analyse",
        "Ensuite.",
        "## La suite {#suite}",
        "Telle quelle.\n",
      ].join("\n\n"),
    );
  });

  it.each([
    [
      "words that are not there",
      () => change("a b", [{ find: "c", replace: "" }], "x"),
      "demo.words-missing",
    ],
    [
      "words that are there twice",
      () => change("a a", [{ find: "a", replace: "" }], "x"),
      "demo.words-twice",
    ],
    [
      "a quote that the page does not hold",
      () =>
        answerInPage(
          '<script type="application/json" id="Data">{"sections":[]}</script>',
          { withdraw: ["On a peur"], nuance: [] },
          "x",
        ),
      "demo.words-missing",
    ],
    [
      "a section that is not there",
      () => writeDocument("## A {#a}\n", [{ section: "b", keep: [], parts: [], changes: [] }], "x"),
      "demo.words-missing",
    ],
    [
      "a quote that is not there",
      () =>
        writeDocument(
          "## A {#a}\n",
          [{ section: "a", keep: [{ begins: "On", becomes: undefined }], parts: [], changes: [] }],
          "x",
        ),
      "demo.words-missing",
    ],
    [
      "a heading that is not there",
      () =>
        writeDocument(
          "## A {#a}\n",
          [{ section: "a", keep: [], parts: [{ heading: "B", words: "c" }], changes: [] }],
          "x",
        ),
      "demo.words-missing",
    ],
  ])("stop at %s", (_, work, code) => {
    expect(work).toThrow(expect.objectContaining({ code }));
  });
});
