// `import`, as a person runs it: what is stored, shown, refused, and never kept.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { captions, codings, findings, imported, ledger, start, turnRows } from "./scene.ts";

const demo = join(import.meta.dirname, "../../fixtures/demo/transcripts");

describe("import", () => {
  it("gives the JSON that the command line promises", async () => {
    const study = start();
    expect(await study.json("import", "s01.vtt", "--session", "s01")).toEqual({
      session: "s01",
      format: "vtt",
      turns: 4,
      words: 34,
      duration: 14000,
      speakers: [
        { label: "V1", participant: null, turns: 2, words: 14 },
        { label: "Nadia", participant: "P01", turns: 1, words: 12 },
        { label: "V2", participant: null, turns: 1, words: 8 },
      ],
      diagnostics: [],
    });
    expect(await findings(study)).toEqual([]);
  });

  it("writes the readable sheet", async () => {
    const study = start();
    expect(await study.run("import", "s01.vtt")).toBe(0);
    expect(study.sheet()).toBe(`---
session: s01
date: 2026-01-01
---

### 1 · V1 · 0:00:01

Bonsoir à tous. On commence quand vous voulez.

### 2 · P01 Nadia · 0:00:04

Moi des fois la nuit j'ai peur de rentrer dans le hall.

### 3 · V1 · 0:00:09

Dites-en plus, si vous voulez bien.

### 4 · V2 · 0:00:12

On attend dehors que ça passe, voilà tout.
`);
  });

  it("keeps a real name nowhere, and shows once what replaces it", async () => {
    const study = start();
    expect(await study.run("import", "s01.vtt")).toBe(0);
    expect(study.world.err()).toContain("V1  Marie Curie\n  V2  Pierre Dupont\n");
    expect(study.world.out()).not.toMatch(/Curie|Dupont/);
    expect(study.sheet()).not.toMatch(/Curie|Dupont/);
    for (const file of ["ledger.db", "ledger.db-wal"])
      if (existsSync(join(study.folder, ".retour", file)))
        expect(readFileSync(join(study.folder, ".retour", file)).includes("Curie")).toBe(false);
  });

  it("maps speakers by --speaker, by the file's name or by the neutral one", async () => {
    const study = start();
    const result = await study.json(
      "import",
      "s01.vtt",
      "--speaker",
      "marie curie=P02",
      "--speaker",
      "V2=P03",
    );
    expect(result["speakers"]).toMatchObject([
      { label: "V1", participant: "P02" },
      { label: "Nadia", participant: "P01" },
      { label: "V2", participant: "P03" },
    ]);
    expect(study.sheet()).toContain("### 1 · P02 Marc · 0:00:01");
  });

  it("ends with the unknown voices, what each says, and how to say who they are", async () => {
    const study = start();
    await study.run("import", "s01.vtt");
    expect(study.world.out()).toMatch(
      /\n\nV1\n {2}s01\.1 · 0:00:01 {2}«\u00A0Bonsoir à tous. On commence quand vous voulez.\u00A0»\n {2}s01\.3 · 0:00:09 {2}«\u00A0Dites-en plus, .*\u00A0»\n\nV2\n {2}s01\.4 · 0:00:12 {2}«\u00A0On attend .*\u00A0»\n\nPour dire qui parle\u202F: retour speakers s01 V1=P01 …\n$/,
    );
    const other = start();
    await other.run("import", "s01.vtt", "--speaker", "Marie Curie=P02");
    expect(other.world.out()).not.toContain("\nV1\n");
    expect(other.world.out()).toMatch(/retour speakers s01 V2=P01\n$/);
    writeFileSync(join(other.folder, "s02.txt"), "Speaker 1 : oui\n\nSpeaker 1 : non\n");
    await other.run("import", "s02.txt");
    expect(other.world.out()).toMatch(/retour speakers s02 "Speaker 1=P01"\n$/);
    await other.run("import", "s01.vtt", "--speaker", "Marie Curie=P02", "--speaker", "V2=P03");
    expect(other.world.out()).not.toContain("retour speakers");
  });

  it("reads the same file anew when it is told who somebody is, and keeps the numbers", async () => {
    const study = start();
    const text =
      "Nadia : oui, moi la nuit je ne rentre pas.\n\nNadia : non.\n\nEt voilà, rien de plus.\n\nLuc : moi non plus, jamais seul.\n";
    writeFileSync(join(study.folder, "s02.txt"), text);
    await study.run("import", "s02.txt");
    expect(study.world.err()).toContain("import.label-once");
    await study.run("code", "s02.1", "peur");
    expect(await study.run("import", "s02.txt", "--speaker", "Luc=P03")).toBe(0);
    expect(study.world.err()).not.toContain("import.label-once");
    const sheet = study.sheet("s02");
    expect(sheet).toContain("### 1 · P01 Nadia\n\noui, moi");
    expect(sheet).toContain("#peur");
    expect(sheet).toContain("· P03 Sonia\n\nmoi non plus, jamais seul.");
    expect(sheet).not.toContain("Luc");
    expect(await study.run("import", "s02.txt", "--speaker", "Luc=P03")).toBe(0);
    expect(study.world.out()).toBe("s02\u202F: rien n’a changé\n");
    expect(study.sheet("s02")).toBe(sheet);
    expect(await findings(study)).toEqual([]);
  });

  it("asks who each unknown voice is, showing what it says", async () => {
    const study = start({ answers: ["P02", ""] });
    expect(await study.run("import", "s01.vtt")).toBe(0);
    expect(study.world.err()).toContain("«\u00A0Bonsoir à tous. On commence quand vous voulez.\u00A0»");
    expect((await turnRows(study)).map(({ participant, label }) => [participant, label])).toEqual([
      ["P02", "V1"],
      ["P01", "Nadia"],
      ["P02", "V1"],
      [null, "V2"],
    ]);
  });

  it("does not ask to note a name whose owner was told", async () => {
    const study = start({ answers: ["P02", ""] });
    await study.run("import", "s01.vtt");
    expect(study.world.err()).toContain("  V2  Pierre Dupont\n");
    expect(study.world.err()).not.toContain("Marie Curie\n");
  });

  it("leaves nothing half done when a question is left with Ctrl-C", async () => {
    const study = start({ answers: ["P02"] });
    expect(await study.run("import", "s01.vtt")).toBe(130);
    expect(await turnRows(study)).toEqual([]);
    expect(existsSync(join(study.folder, "sessions"))).toBe(false);
  });

  it("makes one turn of neighbours that are the same person", async () => {
    const study = start();
    writeFileSync(
      join(study.folder, "s02.srt"),
      "1\n00:00:01,000 --> 00:00:02,000\nSPEAKER_00: un\n\n2\n00:00:02,000 --> 00:00:03,000\nSPEAKER_01: deux\n",
    );
    await study.run("import", "s02.srt", "--speaker", "SPEAKER_00=P01", "--speaker", "SPEAKER_01=P01");
    expect((await turnRows(study)).map(({ words }) => words)).toEqual(["un deux"]);
  });

  it("changes nothing when the same file comes again", async () => {
    const study = start();
    const first = await study.json("import", "s01.vtt");
    const before = await ledger(study, ({ ledger: { db } }) =>
      db.selectFrom("journal").selectAll().execute(),
    );
    const again = await study.json("import", "s01.vtt");
    expect({ ...again, diagnostics: [] }).toEqual(first);
    expect(again["diagnostics"]).toMatchObject([{ code: "import.unchanged", severity: "info" }]);
    expect(await study.run("import", "s01.vtt", "--replace")).toBe(0);
    expect(study.world.out()).toBe("s01\u202F: rien n’a changé\n");
    expect(
      await ledger(study, ({ ledger: { db } }) => db.selectFrom("journal").selectAll().execute()),
    ).toEqual(before);
  });

  it("takes several files, each by its name, all or none", async () => {
    const study = start();
    writeFileSync(join(study.folder, "s02-groupe.txt"), "Nadia : oui\n\nMarc : non\n");
    const both = await study.json("import", "s01.vtt", "s02-groupe.txt");
    expect(both).toMatchObject({ imports: [{ session: "s01" }, { session: "s02", format: "text" }] });

    const other = start();
    writeFileSync(join(other.folder, "s02.txt"), "");
    expect(await other.run("import", "s01.vtt", "s02.txt")).toBe(2);
    expect(other.world.err()).toContain("import.empty");
    expect(await turnRows(other)).toEqual([]);
  });

  it("does the same, and nothing, in a dry run", async () => {
    const study = start();
    expect(await study.run("import", "s01.vtt", "--dry-run")).toBe(0);
    expect(study.world.out()).toContain("4 tours");
    expect(await turnRows(study)).toEqual([]);
    expect(existsSync(join(study.folder, "sessions"))).toBe(false);
  });

  it("reads notes as their only author's words", async () => {
    const study = start({ capture: "notes" });
    writeFileSync(
      join(study.folder, "retour.yaml"),
      readFileSync(join(study.folder, "retour.yaml"), "utf8").replaceAll("[P01, P02, P03]", "[P01]"),
    );
    writeFileSync(join(study.folder, "s02.txt"), "Je suis né là.\n\nMa mère : une femme droite.\n");
    expect(await study.json("import", "s02.txt")).toMatchObject({
      format: "notes",
      turns: 2,
      duration: null,
      speakers: [{ label: null, participant: "P01" }],
      diagnostics: [],
    });
  });

  it("says what a file without voices leaves to do", async () => {
    const study = start();
    writeFileSync(join(study.folder, "s02.txt"), "Un paragraphe.\n\nUn autre.\n");
    expect(await study.run("import", "s02.txt")).toBe(0);
    expect(study.world.err()).toContain("import.no-speakers");
    expect(study.world.out()).toContain("(sans voix)");
  });

  it("speaks English too", async () => {
    const study = start({ env: { RETOUR_LANG: "en" } });
    await study.run("import", "s01.vtt");
    expect(study.world.out()).toContain("s01: 4 turns, 34 words, 0:00:14 (vtt)");
  });
});

describe("import refuses, and changes nothing", () => {
  it.each([
    ["an unknown session", ["s01.vtt", "--session", "s09"], "import.unknown-session"],
    ["a file of no session", ["autre.vtt"], "import.which-session"],
    ["several files, one of no session", ["s01.vtt", "autre.vtt"], "import.name-it"],
    ["a session with several files", ["s01.vtt", "autre.vtt", "--session", "s01"], "import.one-session"],
    ["two files for a session", ["s01.vtt", "s01-bis.vtt"], "import.session-twice"],
    ["a missing file", ["s02.vtt"], "file.missing"],
    ["a session for a folder", ["s01-dossier", "--session", "s01"], "import.one-session"],
    ["a recording", ["s01.mp3"], "import.recording"],
    ["a PDF", ["s01.pdf"], "import.pdf"],
    [
      "a machine's voice for several files",
      ["s01.vtt", "s02.vtt", "--speaker", "V1=P01"],
      "import.voice-of-each",
    ],
    ["an unknown person", ["s01.vtt", "--speaker", "Nadia=P99"], "speakers.unknown-participant"],
    [
      "a person given by name",
      ["s01.vtt", "--speaker", "Nadia=Paul Vrainom"],
      "speakers.unknown-participant",
    ],
    ["a voice that is not in the file", ["s01.vtt", "--speaker", "Paul Vrainom=P01"], "import.unknown-label"],
    ["half an equation", ["s01.vtt", "--speaker", "Paul Vrainom"], "import.speaker-form"],
    ["an unknown encoding", ["s01.vtt", "--encoding", "klingon"], "import.unknown-encoding"],
    ["a wrong encoding", ["s01-latin.vtt", "--encoding", "utf-8"], "import.encoding"],
    ["a binary file", ["s01-binaire.vtt"], "file.binary"],
    ["a file without words", ["s01-vide.vtt"], "import.empty"],
  ])("%s", async (_, args, code) => {
    const study = start();
    const write = (name: string, content: string | Buffer) => {
      writeFileSync(join(study.folder, name), content);
    };
    write("autre.vtt", captions);
    write("s01-bis.vtt", captions);
    write("s01-latin.vtt", Buffer.from("WEBVTT\n\n00:01.000 --> 00:02.000\nété\n", "latin1"));
    write("s01-binaire.vtt", Buffer.from([0x51, 0x4b, 3, 4, 0, 0, 0, 0xff, 0xfe]));
    write("s01-vide.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n\n");
    write("s01.mp3", Buffer.from("ID3\x04\0\0\0\0\0\0", "latin1"));
    write("s01.pdf", "%PDF-1.7\n");
    mkdirSync(join(study.folder, "s01-dossier"));
    expect(await study.run("import", ...args)).toBe(2);
    expect(study.world.err()).toContain(code);
    expect(study.world.err()).not.toContain("Vrainom");
    expect(await turnRows(study)).toEqual([]);
  });

  it("another file for a session that has one", async () => {
    const study = start();
    await study.run("import", "s01.vtt");
    writeFileSync(join(study.folder, "s01.vtt"), captions.replace("Bonsoir", "Bonjour"));
    expect(await study.run("import", "s01.vtt")).toBe(2);
    expect(study.world.err()).toContain("import.already");
    expect(study.world.err()).toContain("--replace");
  });

  it("a study without sessions", async () => {
    const study = start({ sessions: [] });
    expect(await study.run("import", "s01.vtt")).toBe(2);
    expect(study.world.err()).toContain("import.no-session");
  });

  it("but takes the only session for a file of any name, and warns of a file known elsewhere", async () => {
    const study = start({ sessions: ["s01"] });
    writeFileSync(join(study.folder, "enregistrement.vtt"), captions);
    expect(await study.run("import", "enregistrement.vtt")).toBe(0);

    const two = start();
    await two.run("import", "s01.vtt");
    expect(await two.run("import", "s01.vtt", "--session", "s02")).toBe(0);
    expect(two.world.err()).toContain("import.same-elsewhere");
  });
});

describe("import --replace", () => {
  it("keeps numbers, speakers and codings, and lists the codings that lost their words", async () => {
    const study = start();
    await study.run("import", "s01.vtt", "--speaker", "V1=P02", "--speaker", "V2=P03");
    await study.run("code", "s01.2", "peur", "--text", "peur de rentrer");
    await study.run("code", "s01.3", "lien", "--text", "si vous voulez bien");
    await study.run("code", "s01.3", "peur");
    await study.run("code", "s01.4", "peur-nuit");
    const corrected = captions
      .replace("j'ai peur de rentrer dans le hall", "j'ai très peur de rentrer dans ce hall")
      .replace("Dites-en plus, si vous voulez bien.", "Hum.")
      .replaceAll("Marie Curie", "SPEAKER_00")
      .replace("<v Nadia>", "<v SPEAKER_01>");
    writeFileSync(join(study.folder, "s01.vtt"), corrected);
    expect(await study.run("import", "s01.vtt", "--replace")).toBe(0);
    expect(study.world.err()).toContain("coding.lost");
    expect(study.world.err()).toContain(
      "«\u00A0si vous voulez bien\u00A0»\u202F; le tour dit maintenant\u202F: «\u00A0Hum.\u00A0»",
    );
    expect(study.world.err()).toContain("coding.touched");
    expect(study.sheet()).toBe(`---
session: s01
date: 2026-01-01
---

### 1 · P02 Marc · 0:00:01

Bonsoir à tous. On commence quand vous voulez.

### 2 · P01 Nadia · 0:00:04

Moi des fois la nuit j'ai très {==peur de rentrer==}{>>peur<<} dans ce hall.

### 3 · P02 Marc · 0:00:09

Hum.

#peur

### 4 · P03 Sonia · 0:00:12

On attend dehors que ça passe, voilà tout.

#peur-nuit
`);
    const former = await ledger(study, ({ ledger: { db } }) =>
      db.selectFrom("former_turn").select(["number", "words"]).orderBy("number").execute(),
    );
    expect(former.map(({ number }) => number)).toEqual([2, 3]);
    const lost = await ledger(study, ({ ledger: { db } }) =>
      db.selectFrom("lost_coding").select(["turn", "theme", "words"]).execute(),
    );
    expect(lost).toEqual([{ turn: 3, theme: "lien", words: "si vous voulez bien" }]);
    expect(await findings(study)).toEqual([]);
  });

  it("first reads what a person wrote in the sheet", async () => {
    const study = start();
    await study.run("import", "s01.vtt", "--speaker", "V1=P02", "--speaker", "V2=P03");
    const path = join(study.folder, "sessions/s01/transcript.md");
    writeFileSync(path, study.sheet().replace("voilà tout.", "{==voilà tout==}{>>lien<<}."));
    writeFileSync(join(study.folder, "s01.vtt"), captions.replace("Bonsoir", "Bonjour"));
    expect(await study.run("import", "s01.vtt", "--replace")).toBe(0);
    expect(study.sheet()).toContain("Bonjour à tous");
    expect(study.sheet()).toContain("{==voilà tout==}{>>lien<<}");
  });

  it("says which words corrected by hand the new file replaces", async () => {
    const study = await imported();
    study.edit((text) =>
      text.replace("dans le hall.", "dans le hall d'entrée.").replace("voilà tout", "c'est tout"),
    );
    writeFileSync(
      join(study.folder, "s01.vtt"),
      captions.replace("Bonsoir", "Bonjour").replace("voilà", "c'est"),
    );
    const { diagnostics } = await study.json("import", "s01.vtt", "--replace");
    expect(diagnostics).toMatchObject([
      {
        code: "import.corrected-words-replaced",
        severity: "warning",
        message:
          "les mots de s01.2 corrigés dans la feuille, «\u00A0…j'ai peur de rentrer dans le hall d'entrée.\u00A0», sont remplacés par ceux du fichier\u202F: «\u00A0…j'ai peur de rentrer dans le hall.\u00A0»",
      },
    ]);
    writeFileSync(join(study.folder, "s01.vtt"), captions.replace("Bonsoir", "Salut"));
    expect(await study.json("import", "s01.vtt", "--replace")).toMatchObject({ diagnostics: [] });
  });

  it("names ten corrected turns and counts the others", async () => {
    const study = start();
    const said = (end: string) =>
      Array.from(
        { length: 24 },
        (_, at) => `${at % 2 ? "Marc" : "Nadia"} : phrase numéro ${String(at)} ${end}`,
      );
    writeFileSync(join(study.folder, "s02.txt"), said("dite.").join("\n\n"));
    await study.run("import", "s02.txt");
    study.edit((text) => text.replaceAll("dite.", "dite hier."), "s02");
    writeFileSync(join(study.folder, "s02.txt"), said("dite !").join("\n\n"));
    await study.run("import", "s02.txt", "--replace");
    expect(study.world.err().match(/import\.corrected-words-replaced/g)).toHaveLength(10);
    expect(study.world.err()).toContain("14 autres tours corrigés");
  });

  it("says when a turn corrected by hand is no longer one", async () => {
    const study = await imported();
    study.edit((text) => text.replace("Dites-en plus, si vous voulez bien.", "Continuez donc un peu."));
    writeFileSync(
      join(study.folder, "s01.vtt"),
      captions.replace("<v Marie Curie>Dites-en plus, si vous voulez bien.", "<v Sonia>Hum."),
    );
    await study.run("import", "s01.vtt", "--replace");
    expect(study.world.err()).toContain("import.corrected-turn-gone");
    expect(study.world.err()).toContain("Continuez donc un peu.");
  });

  it("keeps the person whom somebody gave a turn, while the file says who it said", async () => {
    const said = ["Marc : On y va.", "Nadia : Moi j'ai peur le soir, dans le hall.", "Marc : Ah oui ?"];
    const write = (...lines: string[]) => {
      writeFileSync(join(study.folder, "s02.txt"), lines.join("\n\n"));
    };
    const who = async () =>
      (await turnRows(study)).map(({ number, participant }) => `${String(number)} ${String(participant)}`);
    const study = start();
    write(...said, "Nadia : Ben oui.");
    await study.run("import", "s02.txt");
    study.edit((text) => text.replace("### 2 · P01", "### 2 · P03"), "s02");
    await study.run("speakers", "s02", "Marc=P03");
    write(...said, "Nadia : Ben oui, quand même.");
    expect(await study.run("import", "s02.txt", "--replace")).toBe(0);
    expect(await who()).toEqual(["1 P03", "2 P03", "3 P03", "4 P01"]);
    expect(study.world.err()).toContain("import.speakers-kept");
    expect(study.world.err()).toContain("s02.1, s02.2, s02.3");
    expect(study.world.err()).not.toContain("import.speakers-changed");
    // A file that says another person than it did is believed, and it is said.
    write("Sonia : On y va.", "Marc : Moi j'ai peur le soir, dans le hall.", "Marc : Ah oui ?");
    await study.run("import", "s02.txt", "--replace");
    expect((await turnRows(study))[1]).toMatchObject({ participant: "P02" });
    expect(study.world.err()).toContain("1 tour change de personne\u202F: s02.2 (P03 → P02)");
  });

  it("says when a turn that a person gave to somebody goes into another’s", async () => {
    const study = await imported();
    study.edit((text) => text.replace("j'ai peur de", "j'ai peur\n\n### + · P03\n\nde"));
    writeFileSync(join(study.folder, "s01.vtt"), captions.replace("Bonsoir", "Bonjour"));
    await study.run("import", "s01.vtt", "--replace");
    expect(study.world.err()).toContain("import.speaker-joined");
    expect(study.world.err()).toContain(
      "les mots de s01.5, que la feuille donnait à P03, sont maintenant dans s01.2",
    );
  });

  it("keeps the turns that a person added, with their codes, after the turn they followed", async () => {
    const study = await imported();
    study.edit((text) =>
      text.replace(
        "\n### 3 ·",
        "\n### + · P03\n\nMoi {==pareil, exactement==}{>>lien<<} pareil.\n\n### + · V2\n\nChut, écoutez donc.\n\n### 3 ·",
      ),
    );
    for (const word of ["Bonjour", "Salut"]) {
      writeFileSync(join(study.folder, "s01.vtt"), captions.replace("Bonsoir", word));
      expect(await study.run("import", "s01.vtt", "--replace")).toBe(0);
      expect(study.world.err()).toContain("import.added-turns-kept");
      expect(study.world.err()).toContain("s01.5, s01.6");
      expect((await turnRows(study)).map(({ number, position }) => [number, position])).toEqual(
        [1, 2, 5, 6, 3, 4].map((number, index) => [number, index + 1]),
      );
      expect(await codings(study)).toEqual(["s01.5 lien: pareil, exactement"]);
    }
    expect(await findings(study)).toEqual([]);
    // A file that has them says so itself.
    const whole = captions.replace(
      "\n00:00:09.000",
      "\n00:00:08.000 --> 00:00:09.000\n<v Sonia>Moi pareil, exactement pareil.</v>\n\n00:00:09.000",
    );
    writeFileSync(join(study.folder, "s01.vtt"), whole);
    await study.run("import", "s01.vtt", "--replace");
    expect(study.world.err()).toContain("s01.6, ajouté à la main");
    expect(study.sheet().match(/exactement/g)).toHaveLength(1);
  });

  it("takes the halves of a turn that a person split for the file’s one turn", async () => {
    const study = await imported();
    study.edit((text) => text.replace("j'ai peur de", "j'ai peur\n\n### + · P01\n\nde"));
    writeFileSync(join(study.folder, "s01.vtt"), captions.replace("Bonsoir", "Bonjour"));
    await study.run("import", "s01.vtt", "--replace");
    expect(study.world.err()).not.toContain("import.added-turns-kept");
    expect(study.sheet().match(/dans le hall/g)).toHaveLength(1);
    expect(study.world.err()).not.toContain("import.corrected-turn-gone");
    const other = await imported();
    other.edit((text) =>
      text.replace("j'ai peur de rentrer", "j'ai peur\n\n### + · P01\n\nde rentrer, seule,"),
    );
    writeFileSync(join(other.folder, "s01.vtt"), captions.replace("Bonsoir", "Bonjour"));
    await other.run("import", "s01.vtt", "--replace");
    expect(other.world.err()).toContain("de rentrer, seule, dans le hall.");
  });

  it("reads the same file anew in another encoding", async () => {
    const study = start();
    writeFileSync(
      join(study.folder, "s02.txt"),
      Buffer.concat([Buffer.from("Nadia : l"), Buffer.from([0x8e]), Buffer.from("\n\nMarc : non\n")]),
    );
    await study.run("import", "s02.txt", "--encoding", "windows-1252");
    expect(study.sheet("s02")).toContain("lŽ");
    expect(await study.run("import", "s02.txt", "--replace", "--encoding", "macintosh")).toBe(0);
    expect(study.sheet("s02")).toContain("lé");
    expect(await findings(study)).toEqual([]);
  });

  it("reads the same file anew after a wrong encoding, and leaves what people did when it says the same", async () => {
    const study = start();
    writeFileSync(join(study.folder, "s02.txt"), "Nadia : là-bas, l’été\n\nMarc : non\n\nNadia : si\n");
    await study.run("import", "s02.txt", "--encoding", "macintosh");
    expect(study.sheet("s02")).not.toContain("l’été");
    expect(await study.run("import", "s02.txt", "--replace")).toBe(0);
    expect(study.sheet("s02")).toContain("là-bas, l’été");
    study.edit(
      (text) =>
        text
          .replace("là-bas, l’été", "là-bas\n\n### + · P02\n\nl’été dernier")
          .replace("### 2 · P02 Marc\n\nnon", "### 2 · P03\n\n")
          .replace("si\n", "si\n\n### + · P03\n\nbon ben voilà\n"),
      "s02",
    );
    await study.run("import", "s02.txt", "--replace");
    expect(study.world.out()).toBe("s02\u202F: rien n’a changé\n");
    expect((await turnRows(study)).map(({ words }) => words)).toEqual([
      "là-bas",
      "l’été dernier",
      "",
      "si",
      "bon ben voilà",
    ]);
    expect(await findings(study)).toEqual([]);
  });
});

describe("the demo's transcripts", () => {
  it("come in whole, with the voices they have", async () => {
    const study = start({ sessions: ["s01", "s02", "s03", "s04"] });
    const files = ["s01.vtt", "s02.srt", "s03.txt", "s04.vtt"].map((file) => join(demo, file));
    const result = await study.json("import", ...files);
    const imports = result["imports"] as { format: string; turns: number; speakers: unknown[] }[];
    expect(imports.map(({ format, turns, speakers }) => [format, turns, speakers.length])).toEqual([
      ["vtt", 148, 10],
      ["srt", 125, 9],
      ["text", 119, 9],
      ["vtt", 99, 9],
    ]);
    expect(await findings(study)).toEqual([]);
  });
});
