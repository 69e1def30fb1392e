// A real name that is listed late: it leaves the whole study, and what had left is said first.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { filesThatSay } from "./byte-search.ts";
import { NAME, namedLoop, type NamedLoop } from "./named-loop.ts";

const list = (loop: NamedLoop) => loop.run(["vault", "add", NAME, "--as", "Moussa"]);

/** What is a person's own to change or put away. */
const theirs = /^(?:returns\/|recu\/|paroles\/|notes\/|sauvegarde\.retour$)/;

const held = ({ folder }: NamedLoop): string[] =>
  filesThatSay(folder, [NAME]).filter((file) => !theirs.test(file));

function filesOf({ folder }: NamedLoop): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => !file.startsWith(".retour") && statSync(join(folder, file)).isFile())
    .sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), "base64")]));
}

function rows<Row>({ folder }: NamedLoop, query: string): Row[] {
  const db = new Database(join(folder, ".retour/ledger.db"), { readonly: true });
  const found = db.prepare(query).all() as Row[];
  db.close();
  return found;
}

describe("a name listed late", { timeout: 120_000 }, () => {
  it("leaves no byte in the ledger, the documents, and what the program wrote", async () => {
    const loop = await namedLoop();
    const { run, read, folder } = loop;
    expect(held(loop)).toEqual(
      expect.arrayContaining([".retour/ledger.db", "retours/g1.md", "copies/r01/P01.docx"]),
    );
    const { out: added } = await list(loop);
    expect(added).toMatch(/se lit déjà dans \d+ textes de l’étude.*retour vault apply/);

    const { out, err } = await run(["vault", "apply", "--yes"], { exit: 1 });
    expect(held(loop)).toEqual([]);
    expect(out + err).not.toContain(NAME);
    // The worst case is the first thing said.
    expect(out).toMatch(/^⚠ EXPORTS SORTIS AVEC UN VRAI NOM[^\n]*\n {2}x001, 2026-05-12, public/);
    expect(err).toMatch(/^[^\n]*names\.exported/);
    expect(err).toMatch(/names\.sent {2}.*r01-P01, r01-P02/);
    for (const file of ["paroles/s01.txt", "notes/journal.txt", "sauvegarde.retour"])
      expect(err).toContain(`${file}  names.in-file`);
    expect(err).toMatch(/returns\/\S+ {2}names\.in-file/);
    expect(existsSync(join(folder, "exports/2026-05-12-synthese/manifest.json"))).toBe(true);

    expect(read("sessions/s01/transcript.md")).toContain("==j’ai vu Moussa devant le hall==");
    expect(read("retours/g1.md")).toContain("connaît Moussa et");
    expect((await run(["vault", "reveal", "s01.1"])).out).toContain(NAME);
    expect((await run(["audit"])).out).toContain("rien n’a été changé à la main");
    expect((await run(["vault", "log"])).out).toMatch(/r01-P02 +Moussa/);

    // Corrections stand where they stood.
    const [edition] = rows<{ content: string }>(loop, "select content from edition where id = 'r01'");
    const placed = rows<{ start: number | null; before: string; after: string; comment: string }>(
      loop,
      "select start, before, after, comment from correction where before <> ''",
    );
    expect(placed.length).toBeGreaterThan(0);
    const section = edition?.content.slice(edition.content.indexOf("## ")) ?? "";
    const text = section.replace(/\{#peur[^}]*\}/, "{#peur}");
    for (const { start, before } of placed)
      expect(text.slice(start ?? -1, (start ?? -1) + before.length)).toBe(before);
    expect(rows(loop, "select id from correction where comment like '%Moussa habite%'")).toHaveLength(1);
    expect(rows(loop, "select id from decision where reason like 'Moussa ne%'")).toHaveLength(1);
  });

  it("makes agreements lapse, says so, and lets what left be known for what it is", async () => {
    const loop = await namedLoop();
    const { run } = loop;
    await list(loop);
    const { out } = await run(["vault", "apply", "--yes"], { exit: 1 });
    expect(out).toContain("l’accord est à redemander pour peur");
    expect((await run(["status"])).out).toContain("un vrai nom y a été remplacé depuis l’accord");
    const { err } = await run(["verify", "exports/2026-05-12-synthese"], { exit: 1 });
    expect(err).toContain("verify.named");
    expect(err).not.toMatch(/ledger-changed|file-missing|changed-by-hand/);

    await run(["validate", "peur", "--group", "--session", "s01", "--audience", "public"]);
    await run(["export", "--only-validated"]);
    expect(held(loop)).toEqual([]);
  });

  it("done twice is done once", async () => {
    const loop = await namedLoop();
    await list(loop);
    await loop.run(["vault", "apply", "--yes"], { exit: 1 });
    const after = filesOf(loop);
    const lines = rows(loop, "select * from journal");
    const { out, err } = await loop.run(["vault", "apply", "--yes"]);
    expect(filesOf(loop)).toEqual(after);
    expect(rows(loop, "select * from journal")).toEqual(lines);
    // What is to be recalled is not forgotten.
    expect(out).toContain("x001");
    expect(err).not.toContain("names.exported");
  });

  it("leaves people’s documents and its own files without a yes, and says where they hold it", async () => {
    const loop = await namedLoop();
    const { run, read, write } = loop;
    await list(loop);
    write("codebook.yaml", `- { id: peur, title: La peur }\n- { id: autre, title: Chez ${NAME} }\n`);
    const before = filesOf(loop);
    const { err } = await run(["vault", "apply"], { exit: 1 });
    expect(err).toMatch(/retours\/g1\.md:\d+ {2}name\.listed/);
    expect(err).toMatch(/codebook\.yaml:2:\d+ {2}name\.listed/);
    expect(err).toMatch(/copies\/r01\/P01\.docx {2}names\.in-made/);
    expect(err).not.toContain(NAME);
    const { "sessions/s01/transcript.md": sheet, ...others } = filesOf(loop);
    expect(sheet).not.toBe(before["sessions/s01/transcript.md"]);
    expect({ ...others, "sessions/s01/transcript.md": sheet }).toEqual({
      ...before,
      "sessions/s01/transcript.md": sheet,
    });
    expect(held(loop)).not.toContain(".retour/ledger.db");
    expect(read("retours/g1.md")).toContain(NAME);
  });

  it("is forgotten of settings that said it, once they are corrected", async () => {
    const loop = await namedLoop();
    const { run, read, write } = loop;
    const settings = read("retour.yaml");
    write("retour.yaml", settings.replace("Questions de réseau", `Chez ${NAME}`));
    await list(loop);
    const { err } = await run(["vault", "apply", "--yes"], { exit: 1 });
    expect(err).toMatch(/retour\.yaml:\d+:\d+ {2}name\.listed/);
    // A command that writes keeps what it read of them.
    await run(["themes", "add", "lien", "--title", "Le lien"]);
    const said = (): unknown[] => rows(loop, `select key from memo where value like '%${NAME}%'`);
    expect(said()).not.toEqual([]);
    write("retour.yaml", settings);
    await run(["vault", "apply", "--yes"]);
    expect(said()).toEqual([]);
    expect(held(loop)).toEqual([]);
  });

  it("asks at a terminal, the exports said before any question", async () => {
    const loop = await namedLoop();
    await list(loop);
    const { out } = await loop.run(["vault", "apply"], { answers: [true, true], exit: 1 });
    expect(out.indexOf("x001")).toBeLessThan(out.indexOf("copies/r01/P01.docx"));
    expect(held(loop)).toEqual([]);
  });

  it("in a dry run, says the same and changes nothing", async () => {
    const loop = await namedLoop();
    await list(loop);
    const before = filesOf(loop);
    await loop.run(["vault", "apply", "--yes", "--dry-run"], { exit: 1 });
    expect(filesOf(loop)).toEqual(before);
    expect(held(loop)).toContain(".retour/ledger.db");
  });
});

it("vault import says that names it brings stand in the study already", { timeout: 60_000 }, async () => {
  const loop = await namedLoop();
  loop.write("noms.csv", `nom,remplacement\n${NAME},Moussa\n`);
  const { out } = await loop.run(["vault", "import", "noms.csv"]);
  expect(out).toMatch(/textes de l’étude/);
  expect(out).not.toContain(NAME);
});
