// `import FOLDER`: each session on its own, nothing in silence, and a command typed again goes on
// where it stopped.
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { captions, findings, start, turnRows, type Scene } from "./scene.ts";

const sessions = ["s01", "s02", "s03", "s04"];

const dialogue = (name: string): string =>
  `${name} : On y va pas le soir, voilà, on y va pas.\n\nNadia : Ben moi non plus.\n\n${name} : Bon.\n`;

/** A study beside a folder that holds these files. */
function beside(files: Record<string, string | Buffer>, options: Parameters<typeof start>[0] = {}): Scene {
  const scene = start({ sessions, ...options });
  mkdirSync(scene.path("paroles"));
  for (const [name, content] of Object.entries(files)) writeFileSync(scene.path(`paroles/${name}`), content);
  return scene;
}

const sessionsOf = async (scene: Scene): Promise<string[]> => [
  ...new Set((await turnRows(scene)).map(({ session }) => session)),
];

interface Result {
  imports: { session: string; diagnostics: { code: string }[] }[];
  diagnostics: { code: string; file: string; severity: string }[];
}

const imported = async (scene: Scene, ...more: string[]): Promise<Result> =>
  (await scene.json("import", "paroles", ...more)) as unknown as Result;

const said = ({ diagnostics }: Result): string[] => diagnostics.map(({ code, file }) => `${file} ${code}`);

describe("import of a folder", () => {
  it("imports each file into the session it names, in their order, and sums up", async () => {
    const scene = beside({
      "S02-groupe.txt": dialogue("Marc"),
      "s01.vtt": captions,
      "s04.txt": dialogue("Luc"),
    });
    expect(await scene.run("import", "paroles")).toBe(0);
    expect(scene.world.out()).toBe(`Séance  Format  Tours  Mots    Durée  Voix à dire  À vérifier  Résultat
s01     vtt         4    34  0:00:14            2           –  importée
s02     text        3    16        –            –           –  importée
s04     text        3    16        –            1           –  importée

3 séances importées
Les feuilles à corriger et à coder\u202F: sessions/
Pour dire qui parle, séance par séance\u202F: retour speakers
`);
    expect(scene.world.err()).toContain("V1  Marie Curie\n");
    expect(scene.world.err()).toContain("V1  Luc\n");
    expect(scene.sheet("s02")).toContain("### 1 · P02 Marc");
    expect(await findings(scene)).toEqual([]);
  });

  it("gives one JSON document, without names", async () => {
    const scene = beside({ "s01.vtt": captions, "s02.txt": "" });
    const result = await imported(scene);
    expect(result).toMatchObject({
      imports: [
        {
          file: "paroles/s01.vtt",
          outcome: "imported",
          session: "s01",
          format: "vtt",
          turns: 4,
          diagnostics: [],
        },
      ],
      refused: ["s02"],
      diagnostics: [{ code: "import.empty", severity: "error", file: "paroles/s02.txt" }],
    });
    expect(JSON.stringify(result)).not.toContain("Curie");
  });

  it("is stopped by no file that cannot be read: each is said with its reason, and exits 1", async () => {
    const scene = beside({
      "s01.vtt": "",
      "s02.txt": dialogue("Marc"),
      "s03.pdf": "%PDF-1.7\n",
      "s04.vtt": Buffer.from([0x57, 0, 0xff, 0, 0, 1, 2]),
    });
    expect(await scene.run("import", "paroles")).toBe(1);
    expect(scene.world.err()).toMatch(/paroles\/s01\.vtt {2}import\.empty/);
    expect(scene.world.err()).toMatch(/paroles\/s03\.pdf {2}import\.pdf/);
    expect(scene.world.err()).toMatch(/paroles\/s04\.vtt {2}file\.binary/);
    expect(scene.world.out()).toContain("1 séance importée, 3 séances non importées");
    expect(scene.world.out()).toMatch(/s03 {5}– .* non importée/);
    expect(await sessionsOf(scene)).toEqual(["s02"]);
  });

  it("says each file that names no session, or one the study does not have", async () => {
    const scene = beside({ "s01.vtt": captions, "notes.txt": "Rien.", "s19.txt": dialogue("Marc") });
    expect(said(await imported(scene))).toEqual([
      "paroles/notes.txt import.name-it",
      "paroles/s19.txt import.unknown-session",
    ]);
    expect(await scene.run("import", "paroles")).toBe(1);
    expect(await sessionsOf(scene)).toEqual(["s01"]);
  });

  it("knows a session by its number or its date, and by nothing else", async () => {
    const names = (...files: string[]) =>
      beside(Object.fromEntries(files.map((name) => [name, dialogue("Marc")])));
    const scene = names(
      "Séance 02 - groupe.txt",
      "2026-01-01.txt",
      "entretien 03.01.2026 (session n° 3).txt",
      "seance4 transcrite le 2026-09-01.txt",
    );
    expect((await imported(scene)).imports.map(({ session }) => session)).toEqual(sessions);
    const unsure = names(
      "Séance 02 du 2026-01-01.txt",
      "groupe 2.txt",
      "2026-02-30.txt",
      "séance 12.txt",
      "s012.txt",
    );
    expect(said(await imported(unsure)).sort()).toEqual([
      "paroles/2026-02-30.txt import.name-it",
      "paroles/Séance 02 du 2026-01-01.txt import.name-it",
      "paroles/groupe 2.txt import.name-it",
      "paroles/s012.txt import.unknown-session",
      "paroles/séance 12.txt import.unknown-session",
    ]);
  });

  it("leaves a PDF aside beside another file of its session, and counts what is left aside", async () => {
    const pdf = "%PDF-1.7\n";
    const scene = beside({
      "s01.vtt": captions,
      "s01.pdf": pdf,
      "s02.pdf": pdf,
      "son.mp3": "ID3\x04\0",
      "a.txt": "x",
    });
    expect(said(await imported(scene, "--dry-run"))).toEqual([
      "paroles import.left-aside",
      "paroles/a.txt import.name-it",
      "paroles/s01.pdf import.pdf-beside",
      "paroles/s02.pdf import.pdf",
    ]);
    expect(await scene.run("import", "paroles")).toBe(1);
    expect(scene.world.out()).toContain(
      "1 séance importée, 1 séance non importée, 3 fichiers laissés de côté",
    );
    const two = beside({ "s01.pdf": pdf, "s01-bis.pdf": pdf });
    expect(said(await imported(two)).filter((each) => each.includes("session-twice"))).toHaveLength(2);
  });

  it("says where no voice is said at all", async () => {
    const scene = beside({ "s01.txt": "Un paragraphe.\n\nUn autre.\n", "s02.txt": dialogue("Marc") });
    await scene.run("import", "paroles");
    expect(scene.world.out()).toMatch(/s01 .* non dites .*\ns02 .* – .*/);
  });

  it("imports neither of two files of one session, and goes on with the others", async () => {
    const scene = beside({ "s01.vtt": captions, "s01-bis.vtt": captions, "s02.txt": dialogue("Marc") });
    const result = await imported(scene);
    expect(said(result)).toEqual([
      "paroles/s01-bis.vtt import.session-twice",
      "paroles/s01.vtt import.session-twice",
    ]);
    expect(await sessionsOf(scene)).toEqual(["s02"]);
  });

  it("leaves recordings and images aside, a folder inside and links too, and says so", async () => {
    const scene = beside({
      "s01.vtt": captions,
      "s01.mp3": Buffer.from("ID3\x04\0\0\0\0", "latin1"),
      "s01.wav": Buffer.from("RIFF\0\0\0\0WAVEfmt ", "latin1"),
      "s01.m4a": Buffer.from("\0\0\0\x20ftypM4A ", "latin1"),
      "s02-frame.mp3": Buffer.from([0xff, 0xfb, 0x90, 0x64]),
      "tableau.png": Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
      ".DS_Store": "x",
      "~$s02.docx": "x",
      "Thumbs.db": "x",
    });
    mkdirSync(scene.path("paroles/anciens"));
    writeFileSync(scene.path("paroles/anciens/s02.txt"), dialogue("Marc"));
    const result = await imported(scene);
    expect(said(result)).toEqual(["paroles/anciens import.folder-inside", "paroles import.left-aside"]);
    expect(await scene.run("import", "paroles")).toBe(0);
    expect(scene.world.err()).toContain("s01.m4a, s01.mp3, s01.wav, s02-frame.mp3, tableau.png\n");
    for (let at = 0; at < 9; at += 1)
      writeFileSync(scene.path(`paroles/a${String(at)}.gif`), Buffer.from("GIF89a", "latin1"));
    await scene.run("import", "paroles");
    expect(scene.world.err()).toContain("a8.gif, s01.m4a, …\n");

    symlinkSync(scene.path("paroles/anciens/s02.txt"), scene.path("paroles/s02.txt"));
    expect(said(await imported(scene))).toContain("paroles/s02.txt import.link");
    expect(await scene.run("import", "paroles")).toBe(1);
    expect(await sessionsOf(scene)).toEqual(["s01"]);
  });

  it("reads no file over 64 MB, and does not mind a film that is", async () => {
    const scene = beside({
      "film.mp4": Buffer.from("\0\0\0\x20ftypisom", "latin1"),
      "s01.txt": "Nadia : oui\n",
      "s02.txt": dialogue("Marc"),
    });
    for (const name of ["film.mp4", "s01.txt"]) truncateSync(scene.path(`paroles/${name}`), 65 * 1024 * 1024);
    const result = await imported(scene);
    expect(said(result)).toEqual(["paroles import.left-aside", "paroles/s01.txt file.too-large"]);
    expect(result.imports.map(({ session }) => session)).toEqual(["s02"]);
  });

  it("says that a folder holds no transcript", async () => {
    const scene = beside({ ".cache": "x" });
    expect(await scene.run("import", "paroles")).toBe(1);
    expect(scene.world.err()).toContain("import.nothing-in-folder");
    expect(scene.world.out()).toBe("Rien n’a été importé\n");
    const none = beside({ "s01.vtt": captions }, { sessions: [] });
    expect(await none.run("import", "paroles")).toBe(2);
    expect(none.world.err()).toContain("import.no-session");
  });

  it("takes files and folders together, a file named twice once", async () => {
    const scene = beside({ "s01.vtt": captions });
    writeFileSync(scene.path("s02.txt"), dialogue("Marc"));
    expect(await scene.run("import", "paroles", "s02.txt", "paroles/s01.vtt", "rien.txt")).toBe(1);
    expect(scene.world.err()).toContain("rien.txt  import.name-it");
    expect(await sessionsOf(scene)).toEqual(["s01", "s02"]);
  });
});

describe("import of a folder, again", () => {
  it("leaves what is there, says what became another file, and replaces it when asked", async () => {
    const scene = beside({ "s01.vtt": captions, "s02.txt": dialogue("Marc") });
    await scene.run("import", "paroles");
    const before = scene.sheet("s02");
    writeFileSync(scene.path("paroles/s01.vtt"), captions.replace("Bonsoir", "Bonjour"));
    writeFileSync(scene.path("paroles/s03.txt"), dialogue("Sonia"));
    expect(await scene.run("import", "paroles")).toBe(1);
    expect(scene.world.err()).toMatch(/paroles\/s01\.vtt {2}import\.already/);
    expect(scene.world.err()).not.toContain("import.unchanged");
    expect(scene.world.out()).toContain("1 séance importée, 1 séance inchangée, 1 séance non importée");
    expect(scene.sheet()).toContain("Bonsoir");
    expect(scene.sheet("s02")).toBe(before);
    expect(await scene.run("import", "paroles", "--replace")).toBe(0);
    expect(scene.world.out()).toContain("1 séance remplacée, 2 séances inchangées");
    expect(scene.sheet()).toContain("Bonjour");
    expect(await findings(scene)).toEqual([]);
  });

  it("goes on where Ctrl-C stopped it, each session whole", async () => {
    const scene = beside(
      { "s01.txt": dialogue("Luc"), "s02.txt": dialogue("Anne"), "s03.txt": dialogue("Marc") },
      { answers: ["P02"] },
    );
    expect(await scene.run("import", "paroles")).toBe(130);
    expect(await sessionsOf(scene)).toEqual(["s01"]);
    expect(scene.sheet()).toContain("### 1 · P02 Marc");
    expect(await scene.run("import", "paroles", "--yes")).toBe(0);
    expect(scene.world.out()).toContain("2 séances importées, 1 séance inchangée");
    expect(scene.sheet()).toContain("### 1 · P02 Marc");
    expect(await findings(scene)).toEqual([]);
  });

  it("changes nothing in a dry run", async () => {
    const scene = beside({ "s01.vtt": captions, "s02.txt": dialogue("Marc") });
    expect(await scene.run("import", "paroles", "--dry-run")).toBe(0);
    expect(scene.world.out()).toContain("2 séances importées");
    expect(await turnRows(scene)).toEqual([]);
  });
});

describe("who speaks, in a folder", () => {
  it("asks who a name is once, and leaves a machine's voices for later", async () => {
    const scene = beside(
      {
        "s01.txt": dialogue("Luc"),
        "s02.txt": dialogue("Luc"),
        "s03.txt": dialogue("SPEAKER_00"),
        "s04.txt": dialogue("Anne"),
      },
      { answers: ["P02", ""] },
    );
    expect(await scene.run("import", "paroles")).toBe(0);
    const voices = (await turnRows(scene)).map(
      ({ session, participant }) => `${session} ${String(participant)}`,
    );
    expect([...new Set(voices)]).toEqual([
      "s01 P02",
      "s01 P01",
      "s02 P02",
      "s02 P01",
      "s03 null",
      "s03 P01",
      "s04 null",
      "s04 P01",
    ]);
  });

  it("asks again for a session where that person was not", async () => {
    const scene = beside(
      { "s01.txt": dialogue("Luc"), "s02.txt": dialogue("Luc") },
      { answers: ["P02", "P03"] },
    );
    const yaml = scene.path("retour.yaml");
    const settings = readFileSync(yaml, "utf8");
    writeFileSync(yaml, settings.replace(/(id: s02.*?)P01, P02, P03/, "$1P01, P03"));
    expect(await scene.run("import", "paroles")).toBe(0);
    expect(scene.sheet("s01")).toContain("### 1 · P02 Marc");
    expect(scene.sheet("s02")).toContain("### 1 · P03 Sonia");
  });

  it("takes a name given for all the files, and says one that is in none", async () => {
    const scene = beside({ "s01.txt": dialogue("Luc"), "s02.txt": dialogue("Luc") });
    expect(await scene.run("import", "paroles", "--speaker", "Luc=P02", "--speaker", "Vrainom=P03")).toBe(1);
    expect(scene.world.err()).toContain("import.unknown-label");
    expect(scene.world.err()).not.toContain("Vrainom");
    expect(scene.sheet("s02")).toContain("### 1 · P02 Marc");
  });
});

describe("progress", () => {
  const files = { "s01.vtt": captions, "s02.txt": dialogue("Marc") };

  async function shownOn(
    terminal: { isTTY?: boolean; columns?: number; env?: Record<string, string> },
    ...more: string[]
  ): Promise<string> {
    const { world } = beside(files);
    const { isTTY = true, columns = 80, env = {} } = terminal;
    const stderr = {
      write: (text: string) => {
        world.stderr.write(text);
      },
      isTTY,
      columns,
    };
    await main(["import", "paroles", ...more], { ...world, stderr, env: { RETOUR_LANG: "fr", ...env } });
    return world.err();
  }

  it("is one line of the terminal, wiped before anything else is written", async () => {
    const err = await shownOn({});
    expect(err).toContain(`${"-".repeat(24)}  0/2  Import de s01\r${" ".repeat(44)}\r`);
    expect(err).toContain(`${"#".repeat(12)}${"-".repeat(12)}  1/2  Import de s02\r${" ".repeat(44)}\r`);
    expect(err.replace(/[^\n\r]*\r +\r/g, "")).not.toContain("Import de");
    expect(await shownOn({ env: { LANG: "fr_FR.UTF-8" } })).toContain("█");
  });

  it("fits a narrow terminal", async () => {
    for (const columns of [40, 20, 10, 4]) {
      const lines = (await shownOn({ columns })).split(/[\r\n]/).filter((line) => /\d\/2/.test(line));
      expect(lines.every((line) => line.length < columns)).toBe(true);
    }
  });

  it.each([
    ["without a terminal", { isTTY: false }, []],
    ["on one that cannot write over a line", { env: { TERM: "dumb" } }, []],
    ["with --quiet", {}, ["--quiet"]],
    ["with --json", {}, ["--json"]],
  ])("is not shown %s", async (_, terminal, more) => {
    expect(await shownOn(terminal, ...more)).not.toMatch(/\r|Import de/);
  });
});
