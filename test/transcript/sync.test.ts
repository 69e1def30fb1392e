// The sheet as a person corrects and codes it: read back whole, or not at all.
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DiagnosedError, RetourError, type Diagnostic } from "../../src/kernel/diagnostic.ts";
import { readSheets } from "../../src/theme/read-sheets.ts";
import { openStudy } from "../../src/study/open.ts";
import { codings, findings, imported, ledger, turnRows, type Scene } from "./scene.ts";

/** Reads the sheets as `build` does. */
async function sync({ world }: Scene) {
  const study = await openStudy(world, { forWriting: true });
  try {
    return await readSheets(study, world);
  } finally {
    await study.close();
  }
}

const journal = (scene: Scene) =>
  ledger(scene, ({ ledger: { db } }) => db.selectFrom("journal").select("kind").execute());

async function problems(scene: Scene): Promise<Pick<Diagnostic, "code">[]> {
  const before = { turns: await turnRows(scene), sheet: scene.sheet() };
  try {
    await sync(scene);
  } catch (error) {
    expect({ turns: await turnRows(scene), sheet: scene.sheet() }).toEqual(before);
    if (error instanceof DiagnosedError) return [...error.diagnostics];
    if (error instanceof RetourError) return [error];
    throw error;
  }
  return [];
}

describe("reading the sheets back", () => {
  it("does nothing when nobody touched them", async () => {
    const scene = await imported();
    const before = await journal(scene);
    expect(await sync(scene)).toEqual({ sessions: [], diagnostics: [] });
    expect(await journal(scene)).toEqual(before);
  });

  it("takes corrected words, keeps the old ones, and codings keep their place", async () => {
    const scene = await imported();
    await scene.run("code", "s01.2", "peur", "--text", "peur de rentrer");
    scene.edit((text) =>
      text.replace("Moi des fois", "Moi, le soir, des fois").replace("hall.", "hall du sept."),
    );
    const { sessions, diagnostics } = await sync(scene);
    expect(sessions).toMatchObject([
      { session: "s01", changes: { turnsChanged: 1, codingsAdded: 0, lost: [] } },
    ]);
    expect(diagnostics).toEqual([]);
    expect(await codings(scene)).toEqual(["s01.2 peur: peur de rentrer"]);
    const former = await ledger(scene, ({ ledger: { db } }) =>
      db.selectFrom("former_turn").selectAll().execute(),
    );
    expect(former).toMatchObject([
      { session: "s01", number: 2, words: "Moi des fois la nuit j'ai peur de rentrer dans le hall." },
    ]);
    expect(await findings(scene)).toEqual([]);
  });

  it("takes codings, of words and of whole turns, and writes the sheet in its own form", async () => {
    const scene = await imported();
    scene.edit((text) =>
      text
        .replace("peur de rentrer", "{== peur de==}{>>peur<<} {==rentrer==}{>>peur-nuit , peur<<}")
        .replace("bien.\n", "bien.\n#lien #peur\n"),
    );
    await sync(scene);
    expect(await codings(scene)).toEqual([
      "s01.2 peur: peur de rentrer",
      "s01.2 peur-nuit: rentrer",
      "s01.3 lien: *",
      "s01.3 peur: *",
    ]);
    expect(scene.sheet()).toContain("j'ai {==peur de ==}{>>peur<<}{==rentrer==}{>>peur, peur-nuit<<} dans");
    expect(scene.sheet()).toContain("bien.\n\n#lien #peur\n");
  });

  it("takes codings away when a person took their marks away", async () => {
    const scene = await imported();
    await scene.run("code", "s01.2", "peur", "--text", "peur de rentrer");
    await scene.run("code", "s01.3", "lien");
    scene.edit((text) =>
      text.replace("{==peur de rentrer==}{>>peur<<}", "peur de rentrer").replace("#lien\n", ""),
    );
    const { diagnostics, sessions } = await sync(scene);
    expect(diagnostics).toMatchObject([
      { code: "sheet.codings-removed", severity: "info", params: { session: "s01", count: 2 } },
    ]);
    expect(sessions).toMatchObject([{ changes: { codingsRemoved: 2 } }]);
    expect(await codings(scene)).toEqual([]);
  });

  it("lists codings whose words went with them", async () => {
    const scene = await imported();
    await scene.run("code", "s01.2", "peur", "--text", "peur de rentrer");
    scene.edit((text) => text.replace("{==peur de rentrer==}{>>peur<<}", "du mal à passer"));
    const { diagnostics } = await sync(scene);
    expect(diagnostics).toMatchObject([
      { code: "coding.lost", params: { turn: "s01.2", theme: "peur", words: "peur de rentrer" } },
    ]);
    const lost = await ledger(scene, ({ ledger: { db } }) =>
      db.selectFrom("lost_coding").selectAll().execute(),
    );
    expect(lost).toMatchObject([{ session: "s01", turn: 2, theme: "peur" }]);
    expect(await findings(scene)).toEqual([]);
  });

  it("follows words corrected inside a mark, and lists the mark that went beside another of its theme", async () => {
    const scene = await imported();
    await scene.run("code", "s01.2", "peur", "--text", "peur de rentrer");
    await scene.run("code", "s01.2", "peur", "--text", "des fois");
    scene.edit((text) =>
      text.replace("{==des fois==}{>>peur<<} la nuit", "la nuit").replace("peur de", "trop peur de"),
    );
    const { sessions, diagnostics } = await sync(scene);
    expect(await codings(scene)).toEqual(["s01.2 peur: trop peur de rentrer"]);
    expect(sessions).toMatchObject([{ changes: { codingsAdded: 0, codingsRemoved: 0 } }]);
    expect(diagnostics).toMatchObject([{ code: "coding.lost", params: { words: "des fois" } }]);
  });

  it("empties a turn whose heading was kept, and lists its codings", async () => {
    const scene = await imported();
    await scene.run("code", "s01.3", "lien");
    scene.edit((text) => text.replace("Dites-en plus, si vous voulez bien.\n", ""));
    const { diagnostics } = await sync(scene);
    expect(diagnostics).toMatchObject([{ code: "coding.lost", params: { turn: "s01.3" } }]);
    expect((await turnRows(scene)).map(({ number, words }) => [number, words.length > 0])).toEqual([
      [1, true],
      [2, true],
      [3, false],
      [4, true],
    ]);
    expect(scene.sheet()).toContain("### 3 · P02 Marc · 0:00:09\n\n### 4");
  });

  it("adds a turn where a person put one, with a number never used", async () => {
    const scene = await imported();
    scene.edit((text) =>
      text.replace(
        "### 3 · P02",
        "### + · P03 · 0:00:08\n\nMoi aussi, oui.\n\n#lien\n\n### + · V1\nHum.\n\n### 3 · P02",
      ),
    );
    await sync(scene);
    expect(
      (await turnRows(scene)).map((turn) => [turn.number, turn.position, turn.participant, turn.start_ms]),
    ).toEqual([
      [1, 1, "P02", 1000],
      [2, 2, "P01", 4000],
      [5, 3, "P03", 8000],
      [6, 4, null, null],
      [3, 5, "P02", 9000],
      [4, 6, "P03", 12000],
    ]);
    expect(await codings(scene)).toEqual(["s01.5 lien: *"]);
  });

  it("takes another speaker or time from a heading", async () => {
    const scene = await imported();
    scene.edit((text) =>
      text
        .replace("### 1 · P02 Marc · 0:00:01", "### 1 · Sonia · 0:00:02")
        .replace("### 2 · P01 Nadia · 0:00:04", "### 2 · 0:00:10")
        .replace("### 3 · P02 Marc · 0:00:09", "### 3 · P03")
        .replace("### 4 · P03 Sonia", "### 4 · V1"),
    );
    await sync(scene);
    expect(
      (await turnRows(scene)).map(({ participant, label, start_ms, end_ms }) => [
        participant,
        label,
        start_ms,
        end_ms,
      ]),
    ).toEqual([
      ["P03", "V1", 2000, 4000],
      [null, null, 10000, null],
      ["P03", "V1", 9000, 12000],
      [null, "V1", 12000, 15000],
    ]);
    expect(scene.sheet()).toContain("### 2 · 0:00:10\n");
  });

  it("writes again a sheet that is gone", async () => {
    const scene = await imported();
    const before = scene.sheet();
    rmSync(scene.path("sessions"), { recursive: true });
    expect((await sync(scene)).diagnostics).toMatchObject([{ code: "sheet.rewritten", severity: "info" }]);
    expect(scene.sheet()).toBe(before);
  });

  it("puts a sheet that only changed its layout back in form, without a journal line", async () => {
    const scene = await imported();
    const [sheet, lines] = [scene.sheet(), await journal(scene)];
    scene.edit((text) => text.replaceAll("\n", "\r\n").replace("Nadia", "la dame"));
    expect(await sync(scene)).toEqual({ sessions: [], diagnostics: [] });
    expect(scene.sheet()).toBe(sheet);
    expect(await journal(scene)).toEqual(lines);
  });

  it("takes a speaker for words that had none", async () => {
    const scene = await imported({ capture: "notes" });
    writeFileSync(scene.path("s02.txt"), "Un paragraphe.\n\nUn autre.\n");
    await scene.run("import", "s02.txt");
    expect(scene.sheet("s02")).toContain("### 1\n\nUn paragraphe.");
    scene.edit((text) => text.replace("### 1\n", "### 1 · P03\n"), "s02");
    await sync(scene);
    expect((await turnRows(scene)).filter(({ session }) => session === "s02")).toMatchObject([
      { participant: "P03", label: null },
      { participant: null, label: null },
    ]);
  });

  it("leaves alone the sheet of a session that retour.yaml no longer has", async () => {
    const scene = await imported({ sessions: ["s01", "s02"] });
    writeFileSync(
      scene.path("retour.yaml"),
      "title: T\ngroups:\n  - { id: g1, title: G }\nparticipants: []\nsessions: []\n",
    );
    scene.edit((text) => `${text}\n### 1\n`);
    expect(await sync(scene)).toEqual({ sessions: [], diagnostics: [] });
  });
});

describe("a sheet that cannot be followed changes nothing, and says why", () => {
  const sheet = "sessions/s01/transcript.md";
  const cases: [string, (text: string) => string, Partial<Diagnostic>][] = [
    [
      "a number twice",
      (text) => text.replace("### 3 ·", "### 2 ·"),
      { code: "sheet.number-twice", params: { number: 2, first: 10 }, place: { file: sheet, line: 14 } },
    ],
    [
      "a turn gone",
      (text) => text.replace(/### 2 ·.*\n\n/, ""),
      {
        code: "sheet.turns-missing",
        params: { first: 2, last: 2, count: 1 },
        place: { file: sheet, line: 6 },
      },
    ],
    [
      "everything gone",
      () => "---\nsession: s01\n---\n",
      { code: "sheet.turns-missing", params: { first: 1, last: 4, count: 4 } },
    ],
    [
      "a number that is not the session's",
      (text) => text.replace("### 3 ·", "### 30 ·"),
      { code: "sheet.unknown-turn", params: { number: 30 } },
    ],
    ["a mark that does not close", (text) => text.replace("peur", "{==peur"), { code: "sheet.mark-open" }],
    [
      "a theme that is not in the codebook",
      (text) => text.replace("bien.\n", "bien.\n\n#peurs\n"),
      { code: "sheet.unknown-theme", params: { theme: "peurs", nearest: "peur" } },
    ],
    [
      "someone who is not of the study",
      (text) => text.replace("P01 Nadia", "Marie Curie"),
      { code: "sheet.unknown-speaker", params: { known: "P01, P02, P03" } },
    ],
    [
      "another session's sheet",
      (text) => text.replace("session: s01", "session: s02"),
      { code: "sheet.wrong-session", params: { session: "s01" } },
    ],
  ];

  it.each(cases)("%s", async (_, change, expected) => {
    const scene = await imported();
    scene.edit(change);
    const found = await problems(scene);
    expect(found.find((each) => each.code === expected.code)).toMatchObject(expected);
  });

  it("whatever other sheet changed too", async () => {
    const scene = await imported();
    writeFileSync(scene.path("s02.txt"), "Nadia : oui\n\nMarc : non\n");
    await scene.run("import", "s02.txt", "--yes");
    scene.edit((text) => text.replace("Bonsoir", "Bonjour"));
    scene.edit((text) => text.replace("### 2", "### 1"), "s02");
    const found = await problems(scene);
    expect(found).toMatchObject([{ place: { file: "sessions/s02/transcript.md" } }, {}]);
    expect((await turnRows(scene))[0]?.words).toMatch(/^Bonsoir/);
  });

  it("and a person sees it with its file, line and remedy", async () => {
    const scene = await imported();
    scene.edit((text) => text.replace("### 3 ·", "### 2 ·"));
    expect(await scene.run("code", "s01.1", "lien")).toBe(1);
    expect(scene.world.err()).toContain("sessions/s01/transcript.md:14");
    expect(scene.world.err()).toContain("### + · P02");
  });

  it("an unreadable sheet is refused", async () => {
    const scene = await imported();
    writeFileSync(scene.path("sessions/s01/transcript.md"), Buffer.from([0x2d, 0xff, 0xfe, 0xe9]));
    expect(await problems(scene)).toMatchObject([{ code: "file.not-utf8" }]);
    expect(existsSync(scene.path("sessions/s01/transcript.md"))).toBe(true);
  });
});

describe("what is wrong in a sheet", () => {
  it("is said in the order of its lines", async () => {
    const scene = await imported();
    scene.edit((text) =>
      text
        .replace("Bonsoir", "{==Bonsoir==}{>>inconnu<<}")
        .replace("### 2 · P01 Nadia", "### 2 · Quelqu’un")
        .replace("### 3", "### 1")
        .replace("On attend", "{==On attend"),
    );
    const lines = (await problems(scene)).map((each) =>
      "place" in each ? (each as Diagnostic).place?.line : 0,
    );
    expect(lines.length).toBeGreaterThan(3);
    expect(lines).toEqual(lines.toSorted((a = 0, b = 0) => a - b));
  });
});
