// `stats`, as a person runs it. The numbers were counted by hand from the words below.
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { start } from "../transcript/scene.ts";
import { temporaryFolder, testWorld, type TestWorldOptions } from "../world.ts";

const settings = `title: Essai & "suite"
vault: none
consent: elsewhere
groups:
  - { id: g1, title: Les parents }
  - { id: g2, title: Les autres }
participants:
  - { id: P01, group: g1, pseudonym: Nadia, description: éducatrice }
  - { id: P02, group: g1, pseudonym: Marc, description: gardien }
  - { id: P03, group: g1, pseudonym: Sonia, description: gardien }
  - { id: P04, group: g2, pseudonym: Awa, description: "<script>alert(1)</script> & \\"co\\"" }
  - { id: T01, role: tiers, pseudonym: Claire, description: tiers aidant }
  - { id: G01, role: guest, pseudonym: Léa, description: invitée du jour }
sessions:
  - { id: s02, date: 2026-02-12, group: g1, present: [P01, P02] }
  - { id: s01, date: 2026-01-15, group: g1, present: [P01, P02, P03] }
  - { id: s03, date: 2026-03-12, group: g2, present: [P04] }
  - { id: s04, date: 2026-04-12, group: g1, present: [P01, P02] }
`;

const captions = `WEBVTT

00:00.000 --> 00:02.000
<v T01>Qui veut commencer ?

00:02.000 --> 00:06.000
<v P01>Moi je veux bien, (rire) voilà.

00:06.000 --> 00:07.000
<v P02>Oui.

00:07.000 --> 00:09.000
<v SPEAKER_07>On verra.

00:09.000 --> 00:12.000
<v P01>Un deux trois quatre.
`;

let folder: string;

/** Runs a command; gives its exit code and what it printed. */
async function run(argv: readonly string[], options: Partial<TestWorldOptions> = {}) {
  const world = testWorld({ cwd: folder, columns: 80, ...options });
  const exit = await main(argv, world);
  return { exit, out: world.out(), err: world.err() };
}

const stats = async (...argv: string[]) => {
  const { out } = await run(["stats", "--json", ...argv]);
  return JSON.parse(out) as Record<string, unknown>;
};

beforeEach(async () => {
  folder = temporaryFolder();
  const put = (file: string, text: string) => writeFileSync(join(folder, file), text);
  put("retour.yaml", settings);
  put("codebook.yaml", "- { id: peur, title: La peur }\n- { id: lien, title: Le lien }\n");
  put("s01.vtt", captions);
  put("s02.txt", "Nadia : un deux\n\nMarc : un deux trois quatre\n");
  put("s03.txt", "Awa : seule ici\n");
  for (const file of ["s01.vtt", "s02.txt", "s03.txt"])
    expect((await run(["import", file, "--yes"])).exit).toBe(0);
  await run(["code", "s01.2", "peur"]);
  await run(["code", "s01.5", "lien", "peur"]);
  await run(["code", "s01.5", "peur", "--text", "deux"]);
  await run(["code", "s02.1", "lien"]);
});

describe("stats --json", () => {
  it("counts one session: words, time, turns, roles, the longest turn, the silent, the unknown", async () => {
    const { sessions, untranscribed, svg } = await stats("--session", "s01");
    expect([untranscribed, svg]).toEqual([[], null]);
    expect(sessions).toEqual([
      {
        ...{ session: "s01", date: "2026-01-15", group: "g1", duration: 12_000 },
        ...{ turns: 5, words: 15, time: 12_000, untimed: 0, timed: true },
        evenness: expect.closeTo(0.2959, 4) as number,
        tiersShare: 0.2,
        roles: [
          { role: "participant", turns: 3, words: 10, time: 8000, untimed: 0, share: 10 / 15 },
          { role: "tiers", turns: 1, words: 3, time: 2000, untimed: 0, share: 0.2 },
          { role: null, turns: 1, words: 2, time: 2000, untimed: 0, share: 2 / 15 },
        ],
        speakers: [
          {
            ...{ participant: "P01", label: null, role: "participant", sessions: 1 },
            ...{ turns: 2, words: 9, time: 7000, untimed: 0, share: 0.6, average: 4.5 },
            longest: { turn: "s01.2", words: 5, time: 4000 },
          },
          {
            ...{ participant: "T01", label: null, role: "tiers", sessions: 1 },
            ...{ turns: 1, words: 3, time: 2000, untimed: 0, share: 0.2, average: 3 },
            longest: { turn: "s01.1", words: 3, time: 2000 },
          },
          {
            ...{ participant: null, label: "SPEAKER_07", role: null, sessions: 1 },
            ...{ turns: 1, words: 2, time: 2000, untimed: 0, share: 2 / 15, average: 2 },
            longest: { turn: "s01.4", words: 2, time: 2000 },
          },
          {
            ...{ participant: "P02", label: null, role: "participant", sessions: 1 },
            ...{ turns: 1, words: 1, time: 1000, untimed: 0, share: 1 / 15, average: 1 },
            longest: { turn: "s01.3", words: 1, time: 1000 },
          },
          {
            ...{ participant: "P03", label: null, role: "participant", sessions: 1 },
            ...{ turns: 0, words: 0, time: 0, untimed: 0, share: 0, average: null },
            longest: null,
          },
        ],
        themes: [
          { id: "peur", title: "La peur", turns: 2 },
          { id: "lien", title: "Le lien", turns: 1 },
        ],
      },
    ]);
  });

  it("adds the sessions of a group up, and does not take an unknown time for none", async () => {
    const { sessions, groups, study, untranscribed } = await stats();
    expect(untranscribed).toEqual(["s04"]);
    expect(sessions).toMatchObject([
      { session: "s01", timed: true },
      {
        ...{ session: "s02", duration: null, words: 6, time: null, untimed: 2, timed: false, tiersShare: 0 },
        evenness: expect.closeTo(0.9183, 4) as number,
        speakers: [
          { participant: "P02", words: 4, time: null },
          { participant: "P01", words: 2, time: null },
        ],
      },
      { session: "s03", group: "g2", words: 2, evenness: null, tiersShare: 0 },
    ]);
    expect(groups).toMatchObject([
      {
        ...{ group: "g1", title: "Les parents", sessions: ["s01", "s02"] },
        ...{ turns: 7, words: 21, time: 12_000, untimed: 2, timed: false, tiersShare: 3 / 21 },
        evenness: expect.closeTo(0.5653, 4) as number,
        speakers: [
          { participant: "P01", words: 11, time: 7000, untimed: 1, sessions: 2, longest: { turn: "s01.2" } },
          { participant: "P02", words: 5, sessions: 2, longest: { turn: "s02.2", words: 4, time: null } },
          { participant: "T01", words: 3, sessions: 1 },
          { participant: null, label: null, words: 2, sessions: 1 },
          { participant: "P03", words: 0, sessions: 1 },
        ],
        themes: [
          { id: "peur", turns: 2 },
          { id: "lien", turns: 2 },
        ],
      },
      { group: "g2", words: 2, sessions: ["s03"] },
    ]);
    expect(study).toMatchObject({ words: 23, turns: 8, tiersShare: 3 / 23 });
  });

  it("counts only what is asked for", async () => {
    expect((await stats("--group", "g2"))["study"]).toMatchObject({ words: 2 });
    expect((await stats("--session", "s01", "--session", "s03"))["study"]).toMatchObject({ words: 17 });
    expect((await stats("--session", "s01,s02"))["study"]).toMatchObject({ words: 21 });
  });

  it.each([
    [["--session", "s09"], "import.unknown-session"],
    [["--session", "s04"], "code.no-transcript"],
    [["--group", "g7"], "group.unknown"],
  ])("refuses %j", async (argv, code) => {
    const { exit, err } = await run(["stats", ...argv]);
    expect([exit, err]).toEqual([2, expect.stringContaining(code)]);
  });
});

describe("voices that are nobody yet", () => {
  it("are said where one has a name to say it by, and numbers are written alike", async () => {
    const scene = start();
    writeFileSync(scene.path("s01.txt"), "Un paragraphe.\n\nUn autre.\n");
    writeFileSync(scene.path("s02.txt"), `Nadia : ${"oui ".repeat(1457)}\n\nV2 : Bon.\n\nNadia : Ah.\n`);
    await scene.run("import", "s01.txt");
    await scene.run("stats");
    expect(scene.world.out()).toContain("Pour dire qui parle\u202F: les intitulés de la feuille");
    await scene.run("import", "s02.txt");
    expect(scene.world.out()).toMatch(/Nadia +P01 +2 +1\u202F458/);
    await scene.run("stats");
    expect(scene.world.out()).toContain("retour speakers s02, ou les intitulés");
  });
});

describe("stats in a terminal", () => {
  const lines = async (...argv: string[]) => (await run(["stats", ...argv])).out.split("\n");

  it("shows each person by a bar, the tiers by a sign and a pattern of their own", async () => {
    const all = await lines("--session", "s01");
    expect(all.slice(0, 2)).toEqual([
      "Les parents — Séance s01 du 15/01/2026",
      "1 séance, 5 tours, 15 mots, 12\u202Fs de parole",
    ]);
    const row = (name: string) =>
      all.map((each) => each.replace(/\s+/g, " ")).find((each) => each.startsWith(name));
    expect(row("P01 · Nadia")).toMatch(/^P01 · Nadia █+ 60 % 9 7 s 2 5 5 \(s01\.2\)$/);
    expect(row("T01 · Claire ◆")).toMatch(/^T01 · Claire ◆ ▒+ 20 % 3 2 s 1 3 3 \(s01\.1\)$/);
    expect(row("SPEAKER_07 ?")).toMatch(/^SPEAKER_07 \? ░+ 13 % 2 2 s 1 2 2 \(s01\.4\)$/);
    expect(row("P03 · Sonia")).toBe("P03 · Sonia 0 % 0 0 s 0 – –");
    expect(row("Répartition")).toContain(" 3 participants venus : 0,30 (1 = chacun parle autant");
    expect(row("13 % des mots")).toMatch(/ne les compte pas\.$/);
    expect(row("Pour dire qui parle")).toContain("retour speakers s01");
    expect(row("◆ ▒ tiers 20 %")).toContain("? ░ voix sans personne 13 %");
  });

  it("puts the sessions side by side, absence apart from silence", async () => {
    const all = (await lines("--group", "g1")).map((line) => line.replace(/[ \u00A0\u202F]+/g, " "));
    const from = all.findIndex((line) => line.startsWith("Part des mots"));
    expect(all.slice(from, from + 9)).toEqual([
      "Part des mots, d’une séance à l’autre (– : n’y était pas)",
      "Personne s01 s02",
      "P01 · Nadia ▇ 60 % ▄ 33 %",
      "P02 · Marc ▁ 7 % █ 67 %",
      "T01 · Claire ◆ ▂ 20 % –",
      "voix sans personne ? ▂ 13 % –",
      "P03 · Sonia 0 % –",
      "Répartition 0,30 0,92",
      "Mots 15 6",
    ]);
    expect(all.slice(from + 10, from + 14)).toEqual([
      "Tours codés, par thème",
      "Thème s01 s02",
      "peur 2 0",
      "lien 1 1",
    ]);
    expect(all.join("\n")).toContain("Le temps laisse de côté 2 tours sans début ou sans fin (s02)");
    expect(all.at(-2)).toBe("Sans transcription : s04");
  });

  it("says that a session has no times, and shows no column of them", async () => {
    const all = (await lines("--session", "s02")).join("\n");
    expect(all).toContain("pas d’heures");
    expect(all).not.toContain("Temps");
  });

  it("fits its width, and says the same with colours as without", async () => {
    const plain = await run(["stats"]);
    for (const line of plain.out.split("\n").filter((each) => /[█▒]|^Personne/.test(each)))
      expect(line.length, line).toBeLessThanOrEqual(80);
    const painted = await run(["stats"], { env: { RETOUR_LANG: "fr", FORCE_COLOR: "1" } });
    // eslint-disable-next-line no-control-regex -- the escapes of colours
    expect(painted.out.replace(/\u001B\[\d+m/g, "")).toBe(plain.out);
    expect(painted.out).not.toBe(plain.out);
    const none = await run(["stats"], { env: { RETOUR_LANG: "fr", NO_COLOR: "1" } });
    expect(none.out).toBe(plain.out);
  });

  it("speaks English too", async () => {
    const { out } = await run(["stats", "--session", "s01", "--lang", "en"]);
    expect(out).toContain("Evenness among the 3 participants who came: 0.30");
    expect(out).toContain("60%");
  });

  it("says what to do when there is nothing to count", async () => {
    writeFileSync(join(folder, "retour.yaml"), settings.replaceAll(/ {2}- \{ id: s0[123].*\n/g, ""));
    const { exit, out } = await run(["stats"]);
    expect([exit, out]).toEqual([0, expect.stringContaining("retour import")]);
    const drawn = await run(["stats", "--svg", "vide.svg"]);
    expect([drawn.exit, drawn.err]).toEqual([2, expect.stringContaining("stats.nothing")]);
    expect(existsSync(join(folder, "vide.svg"))).toBe(false);
  });
});

describe("stats --svg", () => {
  const draw = async (...argv: string[]) => {
    const done = await run(["stats", "--svg", "p.svg", ...argv]);
    return {
      ...done,
      svg: existsSync(join(folder, "p.svg")) ? readFileSync(join(folder, "p.svg"), "utf8") : "",
    };
  };

  /** The words of each element of a well-formed document, with its name. */
  const elementsOf = (xml: string) => {
    const open: { name: string; attributes: Record<string, string>; words: string }[] = [];
    const all: typeof open = [];
    const parser = new SaxesParser();
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("opentag", ({ name, attributes }) => {
      const element = { name, attributes, words: "" };
      open.push(element);
      all.push(element);
    });
    parser.on("text", (text) => {
      const last = open.at(-1);
      if (last) last.words += text;
    });
    parser.on("closetag", () => void open.pop());
    parser.write(xml).close();
    return all;
  };

  it("is one private file that says in words what it draws, and loads and runs nothing", async () => {
    const { exit, svg } = await draw();
    expect(exit).toBe(0);
    expect(statSync(join(folder, "p.svg")).mode & 0o777).toBe(0o600);
    const elements = elementsOf(svg);
    const [root, title, desc] = elements;
    expect(root?.attributes).toMatchObject({ role: "img", lang: "fr" });
    expect(root?.attributes["aria-labelledby"]).toBe(title?.attributes["id"]);
    expect(root?.attributes["aria-describedby"]).toBe(desc?.attributes["id"]);
    expect(title?.words).toBe('Essai & "suite"\u202F: qui parle, et combien');
    expect(desc?.words).toContain("Qui parle le plus\u202F: éducatrice, 52\u202F% des mots.");
    expect(desc?.words).toContain("Part du tiers\u202F: 14\u202F%.");
    const names = new Set(elements.map(({ name }) => name));
    for (const name of ["script", "style", "image", "use", "a", "foreignObject"])
      expect(names).not.toContain(name);
    const values = elements.flatMap(({ attributes }) => Object.entries(attributes));
    expect(values.filter(([name]) => /^on|href|src/i.test(name))).toEqual([]);
    expect(values.filter(([name, value]) => name !== "xmlns" && /url\((?!#)|https?:/.test(value))).toEqual(
      [],
    );
    const said = elements.filter(({ name }) => name === "title").map(({ words }) => words);
    expect(said).toContain("éducatrice, s01\u202F: 60\u202F% des mots (9 mots)");
    expect(said).toContain("tiers aidant, s02\u202F: n’y était pas");
  });

  it("names people as the study shows them, told apart when two would be the same", async () => {
    const texts = elementsOf((await draw()).svg).map(({ words }) => words);
    for (const name of ["éducatrice", "gardien (P02)", "gardien (P03)", "tiers aidant"])
      expect(texts).toContain(name);
    expect(texts.join(" ")).not.toMatch(/Nadia|Marc|Sonia|Claire/);
    expect(texts.join(" ")).toContain('<script>alert(1)</script> & "co"');
  });

  it.each([
    ["none", "P01", /Nadia|éducatrice/],
    ["pseudonym", "Nadia", /éducatrice/],
  ])("with attribution: %s shows %s", async (attribution, name, hidden) => {
    writeFileSync(join(folder, "retour.yaml"), `${settings}attribution: ${attribution}\n`);
    const texts = elementsOf((await draw("--lang", "en")).svg).map(({ words }) => words);
    expect(texts).toContain(name);
    expect(texts.join(" ")).not.toMatch(hidden);
  });

  it("holds whatever people are called", async () => {
    const wild = String.raw`"\uD83C \uFFFF\u202Exx\u0007\x1B[31m ${"W".repeat(3000)}"`;
    writeFileSync(
      join(folder, "retour.yaml"),
      settings.replace("description: éducatrice", `description: ${wild}`),
    );
    const { exit, svg } = await draw();
    expect(exit).toBe(0);
    const longest = elementsOf(svg)
      .filter(({ name }) => name === "text")
      .reduce((most, { words }) => Math.max(most, words.length), 0);
    expect(longest).toBeLessThan(80);
  });

  it("has words dark enough on white: 4.5 to 1 at least (WCAG 2.2, 1.4.3)", async () => {
    const elements = elementsOf((await draw()).svg);
    const inks = elements
      .filter(({ name }) => name === "text" || name === "svg")
      .flatMap(({ attributes }) => attributes["fill"] ?? []);
    expect(inks.length).toBeGreaterThan(0);
    for (const ink of inks) {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
        const part = Number.parseInt(ink.slice(at, at + 2), 16) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      expect(1.05 / (luminance + 0.05), ink).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("draws no bar longer than its room, whoever is nobody yet in a session", async () => {
    const voices = ["V1", "V2"]
      .map((label) => `00:01.000 --> 00:02.000\n<v ${label}>un deux trois`)
      .join("\n\n");
    writeFileSync(join(folder, "s04.vtt"), `WEBVTT\n\n${voices}\n`);
    await run(["import", "s04.vtt", "--yes"]);
    const { exit, svg } = await draw("--group", "g1");
    expect(exit).toBe(0);
    expect(svg).toContain("voix sans personne, s04\u202F: 100\u202F% des mots");
    for (const { name, attributes } of elementsOf(svg))
      if (name === "rect" && attributes["height"] === "16")
        expect(Number(attributes["width"])).toBeLessThanOrEqual((580 - 48) / 4 - 56);
  });

  it("never writes over a file, and writes nothing in a dry run", async () => {
    const dry = await draw("--dry-run");
    expect([dry.exit, dry.svg]).toEqual([0, ""]);
    writeFileSync(join(folder, "p.svg"), "à moi");
    const { exit, err, svg } = await draw();
    expect([exit, err, svg]).toEqual([2, expect.stringContaining("stats.file-taken"), "à moi"]);
  });

  it("is named in the JSON", async () => {
    expect((await stats("--svg", "p.svg"))["svg"]).toBe("p.svg");
  });
});

describe("a large study", () => {
  it("of 40 people and 60 sessions is drawn and shown whole", async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `P${String(index + 1).padStart(2, "0")}`);
    const sessions = Array.from({ length: 60 }, (_, index) => `s${String(index + 1).padStart(2, "0")}`);
    folder = temporaryFolder();
    const people = ids.map(
      (id) => `  - { id: ${id}, group: g1, pseudonym: Nom ${id}, description: dit ${id} }\n`,
    );
    const dates = sessions.map((id, index) => {
      const day = `20${String(20 + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, "0")}-10`;
      return `  - { id: ${id}, date: ${day}, group: g1, present: [${ids.join(", ")}] }\n`;
    });
    writeFileSync(
      join(folder, "retour.yaml"),
      `title: Grand\nvault: none\nconsent: elsewhere\ngroups:\n  - { id: g1, title: Tous }\nparticipants:\n${people.join("")}sessions:\n${dates.join("")}`,
    );
    const words = ids.map((id) => `${id} : un deux trois\n`).join("\n");
    for (const id of sessions) writeFileSync(join(folder, `${id}.txt`), `${id} un mot de plus\n\n${words}`);
    const files = sessions.map((id) => `${id}.txt`);
    expect((await run(["import", ...files, "--yes", "--quiet"])).exit).toBe(0);
    const { study } = await stats("--session", "s02,s01");
    // Of turns as long, the first.
    expect(study).toMatchObject({
      speakers: [...ids, "nobody"].map(() => ({
        longest: { turn: expect.stringMatching(/^s01\./) as string },
      })),
    });
    const { exit, out } = await run(["stats", "--svg", "grand.svg"], { columns: 120 });
    expect(exit).toBe(0);
    for (const id of sessions) expect(out).toContain(id);
    for (const id of ids) expect(out).toContain(`Nom ${id}`);
    expect(readFileSync(join(folder, "grand.svg"), "utf8").match(/<g>/g)).toHaveLength((41 + 1) * 61);
  });
});
