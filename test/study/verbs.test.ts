// The study's verbs, as a person types them.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { verbs } from "../../src/cli/commands.ts";
import { exists, readText } from "../../src/kernel/files.ts";
import { main } from "../../src/main.ts";
import { temporaryFolder, testWorld, type TestWorldOptions } from "../world.ts";

interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs commands in a folder, one after the other, and gives the last one's result. */
async function run(
  cwd: string,
  lines: readonly string[][],
  options: Partial<TestWorldOptions> = {},
): Promise<Ran> {
  const world = testWorld({ cwd, ...options });
  let exit = 0;
  for (const argv of lines) {
    world.clear();
    exit = await main(argv, world);
  }
  return { exit, out: world.out(), err: world.err() };
}

const json = ({ out }: Ran): unknown => JSON.parse(out);

/** A study with two people. */
async function study(): Promise<string> {
  const cwd = temporaryFolder();
  const { exit, err } = await run(cwd, [
    ["init", ".", "--title", "Questions de réseau"],
    ["participant", "add", "--pseudonym", "Nadia", "--description", "éducatrice"],
    ["participant", "add", "--pseudonym", "Mehdi", "--description", "père", "--organisation", "parents"],
  ]);
  expect({ exit, err }).toEqual({ exit: 0, err: "" });
  return cwd;
}

describe("init", () => {
  it("takes its answers from the options, and defaults for the rest", async () => {
    const cwd = temporaryFolder();
    const done = await run(cwd, [
      [
        "init",
        "etude",
        "--title",
        "T",
        "--kind",
        "individual",
        "--rule",
        "quorum:0.75",
        "--audience",
        "public",
        "--json",
      ],
    ]);
    expect(done.exit).toBe(0);
    expect(json(done)).toEqual({
      folder: join(cwd, "etude"),
      files: [".retour/retour.schema.json", ".gitignore", "retour.yaml", "codebook.yaml"],
    });
    const text = readText(join(cwd, "etude/retour.yaml"));
    expect(text).toContain("title: Récit\n");
    expect(text).toContain("rule: {quorum: 0.75}");
    expect(text).toContain("audience: public");
    for (const line of ["vault: kept", "consent: kept"]) expect(text).toContain(`\n${line} #`);
    const plain = await run(cwd, [["init", "deux", "--title", "T", "--lang", "en"]]);
    expect(plain.out).toContain("`retour vault create`");
    const without = await run(cwd, [["init", "trois", "--title", "T", "--names", "none"]]);
    expect(without.out).not.toContain("vault create");
  });

  it("asks what is not given when there is someone to ask", async () => {
    const cwd = temporaryFolder();
    const answers = [
      "",
      "Peurs",
      "en",
      "collective",
      "Team",
      "quorum",
      "0,6",
      "ask-again",
      "none",
      "elsewhere",
    ];
    const done = await run(cwd, [["init"]], { answers });
    expect(done).toMatchObject({ exit: 0, err: "" });
    expect(done.out).toContain(`L’étude est créée dans ${cwd}`);
    const text = readText(join(cwd, "retour.yaml"));
    for (const line of [
      "title: Peurs",
      "language: en",
      "title: Team",
      "rule: {quorum: 0.6}",
      "silence: ask-again",
      "vault: none",
      "consent: elsewhere",
    ])
      expect(text).toContain(line);
  });

  it("is left by Ctrl-C with nothing made", async () => {
    const cwd = temporaryFolder();
    const done = await run(cwd, [["init", "etude"]], { answers: ["Peurs"] });
    expect(done.exit).toBe(130);
    expect(exists(join(cwd, "etude"))).toBe(false);
  });

  it("names the option that is missing when nobody can be asked, and a value that cannot be", async () => {
    const cwd = temporaryFolder();
    expect(await run(cwd, [["init"]])).toMatchObject({
      exit: 2,
      err: expect.stringContaining("--title") as unknown,
    });
    for (const rule of ["majority", "quorum:2", "quorum:0", "quorum:"])
      expect(await run(cwd, [["init", "--title", "T", "--rule", rule]])).toMatchObject({
        exit: 2,
        err: expect.stringContaining("usage.bad-value") as unknown,
      });
    for (const rule of ["unanimity", "group-session"])
      expect((await run(cwd, [["init", rule, "--title", "T", "--rule", rule, "--yes"]])).exit).toBe(0);
  });

  it("makes nothing in a dry run", async () => {
    const cwd = temporaryFolder();
    const done = await run(cwd, [["init", "etude", "--title", "T", "--dry-run"]], {
      env: { RETOUR_LANG: "en" },
    });
    expect(done).toMatchObject({ exit: 0, err: "Dry run: nothing was changed.\n" });
    expect(exists(join(cwd, "etude"))).toBe(false);
  });
});

describe("adding and listing", () => {
  it("says what was added, and shows it in aligned columns", async () => {
    const cwd = await study();
    const added = await run(cwd, [["session", "add", "--date", "2026-01-15"]]);
    expect(added.out).toBe(
      "s01 ajoutée\u202F: 2026-01-15, g1\nNotés présents\u202F: P01 Nadia, P02 Mehdi\nCorrigez `present` dans retour.yaml si quelqu’un manquait\u202F: en séance, être présent peut valoir accord.\n",
    );
    expect((await run(cwd, [["participant", "list"]])).out).toBe(
      [
        "id   pseudonyme  groupe  rôle         description  structure",
        "P01  Nadia       g1      participant  éducatrice",
        "P02  Mehdi       g1      participant  père         parents",
        "",
      ].join("\n"),
    );
    expect((await run(cwd, [["session", "list", "--lang", "en"]])).out).toBe(
      "id   date        group  captured by  present   guests\ns01  2026-01-15  g1     recording    P01, P02\n",
    );
    expect((await run(cwd, [["group", "list"]])).out).toBe(
      "id  titre   participants\ng1  Groupe  P01, P02\n",
    );
  });

  it("gives JSON with every field", async () => {
    const cwd = await study();
    const tiers = [
      "participant",
      "add",
      "--role",
      "tiers",
      "--pseudonym",
      "Claire",
      "--description",
      "tiers",
    ];
    expect(json(await run(cwd, [[...tiers, "--json"]]))).toEqual({
      participant: {
        id: "T01",
        groups: ["g1"],
        role: "tiers",
        pseudonym: "Claire",
        description: "tiers",
        organisation: null,
      },
    });
    expect(json(await run(cwd, [["group", "add", "g7", "--title", "Parents", "--json"]]))).toEqual({
      group: { id: "g7", title: "Parents" },
    });
    const session = [
      "session",
      "add",
      "--date",
      "2026-01-15",
      "--group",
      "g1",
      "--present",
      "P02",
      "--guests",
      "une juge",
    ];
    const expected = {
      id: "s01",
      date: "2026-01-15",
      group: "g1",
      present: ["P02"],
      capture: "text",
      guests: "une juge",
    };
    expect(json(await run(cwd, [[...session, "--capture", "text", "--json"]]))).toEqual({
      session: expected,
    });
    expect(json(await run(cwd, [["session", "list", "--json"]]))).toEqual({ sessions: [expected] });
    expect(json(await run(cwd, [["group", "list", "--json"]]))).toEqual({
      groups: [
        { id: "g1", title: "Groupe", participants: ["P01", "P02"] },
        { id: "g7", title: "Parents", participants: [] },
      ],
    });
    expect(json(await run(cwd, [["participant", "list", "--json"]]))).toHaveProperty(
      "participants.2.id",
      "T01",
    );
  });

  it("says what to do where the list is empty", async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "retour.yaml"), "title: T\n");
    for (const noun of ["group", "participant", "session"])
      expect((await run(cwd, [[noun, "list"]])).out).toContain(`retour ${noun} add`);
    expect(exists(join(cwd, ".retour"))).toBe(false);
  });

  it("asks what is missing, and which group when there are several", async () => {
    const cwd = await study();
    await run(cwd, [["group", "add"]], { answers: ["Parents"] });
    expect((await run(cwd, [["participant", "add"]], { answers: ["Ana", "mère", "g2"] })).out).toContain(
      "P03",
    );
    expect((await run(cwd, [["session", "add"]], { answers: ["", "g2"] })).out).toBe(
      "s01 ajoutée\u202F: 2026-05-12, g2\nNotés présents\u202F: P03 Ana\nCorrigez `present` dans retour.yaml si quelqu’un manquait\u202F: en séance, être présent peut valoir accord.\n",
    );
    const guest = ["participant", "add", "--role", "guest"];
    expect((await run(cwd, [guest], { answers: ["Juge"] })).out).toContain("P04");
    expect(await run(cwd, [["session", "add", "--date", "2026-01-01"]])).toMatchObject({
      exit: 2,
      err: expect.stringContaining("add.choose-group") as unknown,
    });
  });

  it("takes notes for granted in a life story", async () => {
    const cwd = temporaryFolder();
    const done = await run(cwd, [
      ["init", ".", "--title", "T", "--kind", "individual"],
      ["session", "add", "--date", "2026-01-15", "--json"],
    ]);
    expect(json(done)).toHaveProperty("session.capture", "notes");
  });

  it("changes nothing in a dry run, and says what it would", async () => {
    const cwd = await study();
    const before = readFileSync(join(cwd, "retour.yaml"));
    const done = await run(cwd, [["group", "add", "--title", "Parents", "--dry-run"]]);
    expect(done.out).toBe("g2 ajouté\u202F: Parents\n");
    expect(readFileSync(join(cwd, "retour.yaml")).equals(before)).toBe(true);
  });

  it("says every mistake of retour.yaml with its place, in the language asked for, and exits 1", async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "retour.yaml"), "titre: T\ngroups: [{id: G1, title: A}]\nlanguage: de\n");
    const done = await run(cwd, [["group", "list"]]);
    expect(done).toMatchObject({ exit: 1, out: "" });
    expect(done.err.split("\n").filter((line) => !line.startsWith(" "))).toEqual([
      "retour.yaml:1:1  settings.unknown-key  «\u00A0titre\u00A0» n’est pas une clé connue\u202F; vouliez-vous dire «\u00A0title\u00A0»\u202F?",
      "retour.yaml:2:15  settings.bad-id  «\u00A0G1\u00A0» n’a pas la forme attendue",
      "retour.yaml:3:11  settings.wrong-value  «\u00A0language\u00A0» ne peut pas valoir «\u00A0de\u00A0»",
      "",
    ]);
    const english = json(await run(cwd, [["group", "list", "--json", "--lang", "en"]]));
    expect(english).toHaveProperty(
      "diagnostics.0.message",
      '"titre" is not a known key; did you mean "title"?',
    );
  });
});

describe("keeping a study safe", () => {
  it("backs up into one file and restores from it", async () => {
    const cwd = await study();
    const outside = temporaryFolder();
    const file = join(outside, "mai.retour-backup");
    const made = await run(cwd, [["sauvegarder", file, "--json"]]);
    expect(json(made)).toEqual({ file, files: 3, bytes: readFileSync(file).length });
    const back = await run(outside, [["restore", file]]);
    expect(back.out).toContain(join(outside, "questions-de-reseau"));
    expect(json(await run(outside, [["restore", file, "deux", "--json"]]))).toEqual({
      folder: join(outside, "deux"),
      files: 3,
    });
    expect(await run(outside, [["restore", file, "deux"]])).toMatchObject({ exit: 2 });
    expect((await run(cwd, [["backup", join(outside, "b")]])).out).toMatch(/3 fichiers, [\d,]+\sko/);
    expect((await run(join(outside, "deux"), [["audit"]])).exit).toBe(0);
  });

  it("audits: 0 when the ledger says what the journal says, 1 with each finding", async () => {
    const cwd = await study();
    expect(json(await run(cwd, [["audit", "--json"]]))).toEqual({ ok: true, lines: 1, findings: [] });
    const raw = new Database(join(cwd, ".retour/ledger.db"));
    raw.exec("update study set created = '2020'");
    raw.close();
    const found = await run(cwd, [["audit", "--json", "--lang", "en"]]);
    expect(found.exit).toBe(1);
    expect(json(found)).toMatchObject({
      ok: false,
      findings: [{ code: "audit.row-changed", severity: "error" }],
    });
    expect((await run(cwd, [["audit"]])).out).toBe("1 écart entre le registre et le journal (1 ligne).\n");
  });

  it("examines the machine and the study: 1 when something is wrong", async () => {
    const cwd = await study();
    const well = await run(cwd, [["doctor"]]);
    expect(well).toMatchObject({ exit: 0, err: "" });
    expect(well.out).toContain("✓ registre\n");
    expect(well.out).toMatch(/✓ aucun reste d’enregistrement interrompu\nTout va bien\.\n$/);
    writeFileSync(join(cwd, "a.tmp"), "");
    utimesSync(join(cwd, "a.tmp"), 0, 0);
    const nearly = await run(cwd, [["doctor"]]);
    expect(nearly.exit).toBe(0);
    expect(nearly.out).toMatch(
      /! restes d’enregistrements interrompus \(1\)\nRien de grave\u202F: 1 point à regarder\.\n$/,
    );
    rmSync(join(cwd, "a.tmp"));
    mkdirSync(join(cwd, "retours", "x"));
    writeFileSync(join(cwd, "retour.yaml"), "titre: T\n");
    const unwell = await run(cwd, [["diagnostic", "--json"]]);
    expect(unwell.exit).toBe(1);
    expect(json(unwell)).toMatchObject({
      checks: [
        { id: "node", ok: true, detail: `Node.js ${process.versions.node}` },
        { id: "database", ok: true },
        { id: "study", ok: true },
        { id: "settings", ok: false },
        { id: "ledger", ok: true },
        { id: "files", ok: true },
        { id: "private", ok: true },
        { id: "leftovers", ok: true },
      ],
      diagnostics: [{ code: "settings.unknown-key", line: 1 }],
    });
    const elsewhere = await run(temporaryFolder(), [["doctor"]]);
    expect(elsewhere.out).toContain("pas d’étude ici");
    expect((await run(cwd, [["doctor", "--study", "absent"]])).exit).toBe(2);
  });

  it("tells where it looked when there is no study", async () => {
    const cwd = temporaryFolder();
    for (const verb of [["backup", "f"], ["audit"], ["session", "list"]])
      expect(await run(cwd, [verb])).toMatchObject({ exit: 2, err: expect.stringContaining(cwd) as unknown });
  });
});

describe("completion", () => {
  const script = async (shell: string): Promise<string> => (await run("/", [["completion", shell]])).out;

  /** What bash offers after these words. */
  function offered(text: string, ...words: string[]): string[] {
    const line = `${text}
COMP_WORDS=(retour "$@"); COMP_CWORD=$#; _retour; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const out = execFileSync("bash", ["--norc", "-c", line, "bash", ...words], { encoding: "utf8" });
    return out.split("\n").filter(Boolean);
  }

  it("in bash offers verbs, aliases, options and their values", async () => {
    const text = await script("bash");
    execFileSync("bash", ["-n"], { input: text });
    expect(offered(text, "imp")).toEqual(["import", "importer"]);
    expect(offered(text, "")).toEqual(
      expect.arrayContaining(["import", "participant", "état", "themes", "doctor"]),
    );
    expect(offered(text, "participant", "")).toEqual(expect.arrayContaining(["add", "list"]));
    expect(offered(text, "--study", "x", "participant", "add", "--pse")).toEqual(["--pseudonym"]);
    expect(offered(text, "importer", "f.vtt", "--ses")).toEqual(["--session"]);
    expect(offered(text, "import", "--format", "")).toEqual(expect.arrayContaining(["vtt", "srt"]));
    expect(offered(text, "thèmes", "m")).toEqual(["merge", "move"]);
  });

  it.each(["bash", "zsh", "fish"])("in %s knows every verb, alias and option", async (shell) => {
    const text = await script(shell);
    for (const verb of verbs) {
      expect(text).toContain(verb.name.split(" ").at(-1));
      if ("alias" in verb) expect(text).toContain(verb.alias);
      for (const option of "options" in verb ? verb.options : []) {
        const name = /--([a-z-]+)/.exec(option.flags)?.[1] ?? "?";
        expect(text).toContain(shell === "fish" ? `-l ${name} ` : `--${name}`);
      }
    }
  });

  it("refuses another shell with those it knows, and gives the script as JSON", async () => {
    expect(await run("/", [["completion", "cmd"]])).toMatchObject({
      exit: 2,
      err: expect.stringContaining("bash, zsh, fish") as unknown,
    });
    expect(json(await run("/", [["completion", "fish", "--json"]]))).toHaveProperty("shell", "fish");
  });
});

describe("session add", () => {
  it("names who is noted as present, and says where to change it when nobody said it", async () => {
    const cwd = await study();
    const assumed = await run(cwd, [["session", "add", "--date", "2026-01-15"]]);
    expect(assumed.out).toBe(
      "s01 ajoutée\u202F: 2026-01-15, g1\nNotés présents\u202F: P01 Nadia, P02 Mehdi\nCorrigez `present` dans retour.yaml si quelqu’un manquait\u202F: en séance, être présent peut valoir accord.\n",
    );
    const said = await run(cwd, [["session", "add", "--date", "2026-02-15", "--present", "P02"]]);
    expect(said.out).toMatch(/Notés présents\u202F: P02 Mehdi\n$/);
    const empty = temporaryFolder();
    await run(empty, [["init", ".", "--title", "T"]]);
    const nobody = await run(empty, [["session", "add", "--date", "2026-01-15"]]);
    expect(nobody.out).toContain("Personne n’est noté présent.");
  });
});

describe("wrong usage", () => {
  it.each([
    [["participant", "ad"], "la commande «\u00A0ad\u00A0» n’existe pas", "retour participant --help"],
    [["--study", "x", "participant", "add", "--bogus"], "--bogus", "retour participant add --help"],
    [["frobnicate"], "frobnicate", "Voir\u202F: retour --help"],
    [["coder", "--bogus"], "--bogus", "retour code --help"],
    [["import"], "il manque\u202F: <files> (", "retour import --help"],
  ])("%j points to the help that says more", async (argv, said, help) => {
    const { exit, err } = await run(temporaryFolder(), [argv]);
    expect(exit).toBe(2);
    expect(err).toContain(said);
    expect(err).toContain(help);
  });
});
