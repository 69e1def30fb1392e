// Who spoke, said afterwards.
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { captions, codings, findings, start, turnRows, type Scene } from "./scene.ts";

const who = (rows: Awaited<ReturnType<typeof turnRows>>) => rows.map(({ participant }) => participant);

describe("speakers", () => {
  it("gives each voice to a participant, and writes the sheet again", async () => {
    const scene = start();
    await scene.run("import", "s01.vtt");
    await scene.run("code", "s01.1", "lien");
    expect(await scene.json("speakers", "s01", "V1=P02", "v2=p03")).toEqual({
      session: "s01",
      speakers: [
        { label: "V1", participant: "P02", turns: 2, words: 14 },
        { label: "Nadia", participant: "P01", turns: 1, words: 12 },
        { label: "V2", participant: "P03", turns: 1, words: 8 },
      ],
    });
    expect(who(await turnRows(scene))).toEqual(["P02", "P01", "P02", "P03"]);
    expect(scene.sheet()).toContain("### 4 · P03 Sonia");
    expect(await codings(scene)).toEqual(["s01.1 lien: *"]);
    expect(await findings(scene)).toEqual([]);
  });

  it("shows each unknown voice's longest turns when nobody can be asked", async () => {
    const scene = start();
    await scene.run("import", "s01.vtt");
    expect(await scene.run("speakers", "s01")).toBe(0);
    expect(scene.world.out()).toContain(
      "V1\n  s01.1 · 0:00:01  «\u00A0Bonsoir à tous. On commence quand vous voulez.\u00A0»\n  s01.3 · 0:00:09  «",
    );
    expect(scene.world.out()).toContain("retour speakers s01 V1=P01");
  });

  it("asks, and changes nothing for a voice left for later", async () => {
    const scene = start({ answers: ["", "P03"] });
    await scene.run("import", "s01.vtt", "--yes");
    expect(await scene.run("speakers", "s01")).toBe(0);
    expect(who(await turnRows(scene))).toEqual([null, "P01", null, "P03"]);
  });

  it("corrects one voice without undoing what the sheet says of single turns", async () => {
    const scene = start();
    await scene.run("import", "s01.vtt", "--speaker", "V2=P03");
    scene.edit((text) => text.replace("### 3 · V1", "### 3 · P03"));
    await scene.run("speakers", "s01", "V1=P02");
    expect(who(await turnRows(scene))).toEqual(["P02", "P01", "P03", "P03"]);
  });

  it("moves a person's turns to another, by the label or the id", async () => {
    const scene = start();
    await scene.run("import", "s01.vtt", "--speaker", "V1=P02", "--speaker", "V2=P03");
    await scene.run("speakers", "s01", "V2=P02");
    expect(who(await turnRows(scene))).toEqual(["P02", "P01", "P02", "P02"]);
    await scene.run("speakers", "s01", "P02=P03");
    expect(who(await turnRows(scene))).toEqual(["P03", "P01", "P03", "P03"]);
  });

  it.each([
    [["s01", "V9=P02"], "speakers.unknown-label"],
    [["s01", "V1=P20"], "speakers.unknown-participant"],
    [["s01", "V1"], "import.speaker-form"],
    [["s02", "V1=P02"], "speakers.none"],
    [["s20", "V1=P02"], "import.unknown-session"],
  ])("refuses %j", async (args, code) => {
    const scene = start();
    await scene.run("import", "s01.vtt");
    const before = await turnRows(scene);
    expect(await scene.run("speakers", ...args)).toBe(2);
    expect(scene.world.err()).toContain(code);
    expect(await turnRows(scene)).toEqual(before);
  });
});

describe("speakers, when two voices are one", () => {
  const labels = (rows: Awaited<ReturnType<typeof turnRows>>) => rows.map(({ label }) => label);

  it("gives the turns of one the label of the other, and keeps every number and code", async () => {
    const scene = start();
    await scene.run("import", "s01.vtt");
    await scene.run("code", "s01.4", "lien", "--text", "dehors");
    const before = await turnRows(scene);
    expect(await scene.json("speakers", "s01", "V2=V1")).toMatchObject({
      speakers: [
        { label: "V1", participant: null, turns: 3, words: 22 },
        { label: "Nadia", participant: "P01", turns: 1 },
      ],
    });
    const after = await turnRows(scene);
    expect(labels(after)).toEqual(["V1", "Nadia", "V1", "V1"]);
    expect(after.map(({ number, words }) => [number, words])).toEqual(
      before.map(({ number, words }) => [number, words]),
    );
    expect(scene.sheet()).toContain("### 4 · V1 · 0:00:12\n\nOn attend {==dehors==}{>>lien<<} que");
    expect(await findings(scene)).toEqual([]);
  });

  it("makes them one person, whichever was said first", async () => {
    const scene = start();
    await scene.run("import", "s01.vtt", "--speaker", "V1=P02");
    await scene.run("speakers", "s01", "v2 = v1");
    expect(who(await turnRows(scene))).toEqual(["P02", "P01", "P02", "P02"]);
    const other = start();
    await other.run("import", "s01.vtt", "--speaker", "V1=P02", "--speaker", "V2=P03");
    await other.run("speakers", "s01", "V2=V1");
    expect(who(await turnRows(other))).toEqual(["P02", "P01", "P02", "P02"]);
    const both = start();
    await both.run("import", "s01.vtt");
    await both.run("speakers", "s01", "V1=P03", "V2=V1");
    expect(who(await turnRows(both))).toEqual(["P03", "P01", "P03", "P03"]);
  });

  it("lets two voices change places, and takes a new label of a machine's form", async () => {
    const scene = start();
    await scene.run("import", "s01.vtt");
    await scene.run("speakers", "s01", "V1=V2", "V2=V1");
    expect(labels(await turnRows(scene))).toEqual(["V2", "Nadia", "V2", "V1"]);
    await scene.run("speakers", "s01", "V1=SPEAKER_04");
    expect(labels(await turnRows(scene))).toEqual(["V2", "Nadia", "V2", "SPEAKER_04"]);
    expect(await findings(scene)).toEqual([]);
  });

  it("holds through a corrected file, once it is said who they are", async () => {
    const scene = start();
    await scene.run("import", "s01.vtt");
    await scene.run("speakers", "s01", "V2=V1", "V1=P02");
    const more =
      "\n00:00:15.000 --> 00:00:18.000\n<v Nadia>Ah bon.</v>\n\n00:00:18.000 --> 00:00:20.000\n<v Pierre Dupont>Ouais.</v>\n";
    writeFileSync(scene.path("s01.vtt"), captions.replace("voilà tout", "c'est tout") + more);
    expect(await scene.run("import", "s01.vtt", "--replace")).toBe(0);
    const rows = await turnRows(scene);
    expect(who(rows)).toEqual(["P02", "P01", "P02", "P02", "P01", "P02"]);
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("keeps who the sheet says of a single turn", async () => {
    const scene = start();
    await scene.run("import", "s01.vtt", "--speaker", "V2=P03");
    scene.edit((text) => text.replace("### 3 · V1", "### 3 · P03"));
    await scene.run("speakers", "s01", "V1=V2");
    expect(who(await turnRows(scene))).toEqual(["P03", "P01", "P03", "P03"]);
  });

  it.each([
    ["a real name", "V1=Paul Vrainom", "speakers.unknown-participant"],
    ["a first name", "V1=Vrainom", "speakers.unknown-participant"],
    ["a voice that is not there", "V9=V1", "speakers.unknown-label"],
    ["a person as a voice", "P01=V1", "speakers.unknown-label"],
    ["nothing", "V1=", "speakers.unknown-participant"],
  ])("refuses %s", async (_, pair, code) => {
    const scene = start();
    await scene.run("import", "s01.vtt");
    const before = await turnRows(scene);
    expect(await scene.run("speakers", "s01", pair)).toBe(2);
    expect(scene.world.err()).toContain(code);
    expect(scene.world.err()).not.toContain("Vrainom");
    expect(await turnRows(scene)).toEqual(before);
  });
});

describe("speakers, when turns pass from one person to another", () => {
  const known = async (): Promise<Scene> => {
    const scene = start();
    writeFileSync(scene.path("s02.txt"), "Nadia : Oui.\n\nMarc : Non.\n\nNadia : Si.\n\nV1 : Bon.\n");
    await scene.run("import", "s02.txt");
    return scene;
  };

  it.each([
    ["Nadia=Marc", 'retour speakers s02 "Nadia=P02"'],
    ["Nadia=V1", 'retour speakers s02 "V1=Nadia"'],
  ])("refuses %s, which could not be undone, and says what can", async (pair, remedy) => {
    const scene = await known();
    const before = await turnRows(scene);
    expect(await scene.run("speakers", "s02", pair)).toBe(2);
    expect(scene.world.err()).toContain("speakers.known-person");
    expect(scene.world.err()).toContain(remedy);
    expect(await turnRows(scene)).toEqual(before);
  });

  it("says how many and how to undo it, which undoes it", async () => {
    const scene = await known();
    const before = await turnRows(scene);
    expect(await scene.run("speakers", "s02", "Nadia=P02")).toBe(0);
    expect(scene.world.err()).toContain("2 tours passent de P01 à P02\u202F: s02.1, s02.3");
    expect(scene.world.err()).toContain('retour speakers s02 "Nadia=P01"');
    await scene.run("speakers", "s02", "Nadia=P01");
    expect(await turnRows(scene)).toEqual(before);
    await scene.run("speakers", "s02", "V1=P03");
    expect(scene.world.err()).not.toContain("speakers.turns-moved");
    await scene.run("speakers", "s02", "V1=Nadia");
    expect(scene.world.err()).toContain("1 tour passe de P03 à P01\u202F: s02.4");
    expect(scene.world.err()).toContain("écrivez P03 dans l’intitulé");
  });
});

describe("speakers, and what follows", () => {
  it("attributes the document’s quotes anew at the next build", async () => {
    const scene = start();
    await scene.run("import", "s01.vtt");
    await scene.run("code", "s01.4", "peur");
    await scene.run("build");
    const document = () => readFileSync(scene.path("retours/g1.md"), "utf8");
    expect(document()).toContain("> — (s01.4)");
    await scene.run("speakers", "s01", "V2=P02");
    expect(await scene.json("build")).toMatchObject({ sections: [{ id: "peur", change: "updated" }] });
    expect(document()).toContain("> — gardien (s01.4)");
    await scene.run("speakers", "s01", "P02=P03");
    await scene.run("build");
    expect(document()).toContain("> — mère (s01.4)");
    expect(await scene.run("check")).toBe(0);
  });

  it("asks for the session when only a pair is typed, without showing it", async () => {
    const scene = start();
    await scene.run("import", "s01.vtt");
    expect(await scene.run("speakers", "Paul Vrainom=P02")).toBe(2);
    expect(scene.world.err()).toContain("speakers.which-session");
    expect(scene.world.err()).not.toContain("Vrainom");
  });
});

describe("speakers of every session", () => {
  const second = "SPEAKER_00 : Bon ben voilà.\n\nNadia : Oui.\n\nSPEAKER_01 : Moi je sais pas.\n";

  async function two(options: Parameters<typeof start>[0] = {}): Promise<Scene> {
    const scene = start(options);
    writeFileSync(scene.path("s02.txt"), second);
    await scene.run("import", "s01.vtt", "s02.txt", "--yes");
    return scene;
  }

  it("shows what each voice that is nobody says, session by session, then that none is left", async () => {
    const scene = await two();
    expect(await scene.run("speakers")).toBe(0);
    expect(scene.world.out()).toMatch(/^Voix de s01\n[^]*\n\nVoix de s02\n/);
    expect(scene.world.out()).toContain("SPEAKER_01\n  s02.3  «\u00A0Moi je sais pas.\u00A0»\n");
    expect(await scene.json("speakers")).toMatchObject({
      sessions: [
        { session: "s01" },
        {
          session: "s02",
          speakers: [
            {
              label: "SPEAKER_00",
              participant: null,
              turns: 1,
              words: 3,
              longest: [{ number: 1, startMs: null, words: "Bon ben voilà." }],
            },
            { label: "Nadia", participant: "P01" },
            { label: "SPEAKER_01" },
          ],
        },
      ],
      diagnostics: [],
    });
    await scene.run("speakers", "s01", "V1=P02", "V2=P03");
    await scene.run("speakers", "s02", "SPEAKER_00=P02", "SPEAKER_01=P03");
    expect(await scene.run("speakers")).toBe(0);
    expect(scene.world.out()).toBe("Aucune voix ne reste à dire.\n");
  });

  it("asks of each, showing where and when it was said, and keeps each session's answers", async () => {
    const scene = await two({ answers: ["P02", "P03", "P02"] });
    expect(await scene.run("speakers")).toBe(130);
    expect(scene.world.err()).toContain("  s01.1 · 0:00:01  «\u00A0Bonsoir");
    expect(who(await turnRows(scene))).toEqual(["P02", "P01", "P02", "P03", null, "P01", null]);
  });
});
