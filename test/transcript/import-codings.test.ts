// The themes that a file itself says of its words: kept as codings, whatever happens next.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codings, findings, imported as withTranscript, ledger, start, turnRows } from "./scene.ts";

const sonal = readFileSync(
  join(import.meta.dirname, "../../fixtures/transcripts/sonal/coded/source.sonal"),
  "utf8",
);

const expected = [
  "s02.2 quartier: Avec mon frère, Luc, en quatre-vingt-douze.",
  "s02.2 peur: La peur c'est venu après, quand Jo est parti.",
  "s02.2 tres-important: La peur c'est venu après,",
];

async function imported(content = sonal) {
  const scene = start();
  writeFileSync(scene.path("s02.sonal"), content);
  const exit = await scene.run("import", "s02.sonal", "--yes");
  return { scene, exit };
}

describe("a file's own themes", () => {
  it("become codings, the themes that are missing being added to the codebook, and said", async () => {
    const { scene, exit } = await imported();
    expect(exit).toBe(0);
    expect((await codings(scene)).sort()).toEqual([...expected].sort());
    expect(scene.world.err()).toContain("import.themes-added");
    expect(scene.world.err()).toContain("codebook.yaml\u202F: quartier, tres-important\n");
    const codebook = readFileSync(scene.path("codebook.yaml"), "utf8");
    expect(codebook).toContain("# la nuit surtout");
    expect(
      codebook.endsWith(
        "  - id: quartier\n    title: Quartier\n  - id: tres-important\n    title: ★★★ Très important\n",
      ),
    ).toBe(true);
    expect(scene.sheet("s02")).toContain("{==Avec mon frère, Luc, en quatre-vingt-douze.==}{>>quartier<<}");
    expect(await findings(scene)).toEqual([]);
  });

  it("are not said twice by another import, and leave the codings that people made", async () => {
    const { scene } = await imported();
    await scene.run("code", "s02.3", "lien");
    await scene.run("code", "s02.2", "peur-nuit", "--text", "Par là");
    expect(await scene.run("import", "s02.sonal", "--format", "sonal", "--yes")).toBe(0);
    expect(scene.world.out()).toBe("s02\u202F: rien n’a changé\n");
    writeFileSync(scene.path("s02.sonal"), sonal.replace("Par là.", "Par là-bas."));
    expect(await scene.run("import", "s02.sonal", "--replace", "--yes")).toBe(0);
    expect(scene.world.err()).not.toContain("import.themes-added");
    expect((await codings(scene)).sort()).toEqual(
      [...expected, "s02.2 peur-nuit: Par là-bas", "s02.3 lien: *"].sort(),
    );
    expect(await findings(scene)).toEqual([]);
  });

  it("follow a turn to the number it kept, beside one that a person added", async () => {
    const { scene } = await imported();
    scene.edit(
      (text) => text.replace("\n### 2 ·", "\n### + · P03\n\nMoi j'étais là avant.\n\n### 2 ·"),
      "s02",
    );
    writeFileSync(scene.path("s02.sonal"), sonal.replace("arrivée quand", "arrivée quand, au juste,"));
    expect(await scene.run("import", "s02.sonal", "--replace", "--yes")).toBe(0);
    expect((await turnRows(scene)).map(({ number }) => number)).toEqual([1, 4, 2, 3]);
    expect((await codings(scene)).sort()).toEqual([...expected].sort());
  });

  it("change nothing in a dry run, nor when the import is refused or left", async () => {
    const scene = start({ answers: [] });
    const codebook = readFileSync(scene.path("codebook.yaml"), "utf8");
    writeFileSync(scene.path("s02.sonal"), sonal);
    expect(await scene.run("import", "s02.sonal", "--dry-run", "--yes")).toBe(0);
    writeFileSync(scene.path("s01.txt"), "");
    expect(await scene.run("import", "s02.sonal", "s01.txt", "--yes")).toBe(2);
    expect(await scene.run("import", "s02.sonal")).toBe(130);
    expect(readFileSync(scene.path("codebook.yaml"), "utf8")).toBe(codebook);
    expect(existsSync(scene.path("sessions"))).toBe(false);
  });

  it("of two files go into one codebook", async () => {
    for (const args of [["s01.sonal", "s02.sonal"], ["tout"]]) {
      const scene = start();
      mkdirSync(scene.path("tout"));
      for (const folder of [".", "tout"]) {
        writeFileSync(scene.path(`${folder}/s01.sonal`), sonal.replace('"Quartier"', '"École"'));
        writeFileSync(scene.path(`${folder}/s02.sonal`), sonal);
      }
      expect(await scene.run("import", ...args, "--yes")).toBe(0);
      const ids = readFileSync(scene.path("codebook.yaml"), "utf8").match(/(?<=id: )\S+/g);
      expect(ids).toEqual(["peur", "peur-nuit", "lien", "ecole", "tres-important", "quartier"]);
      expect(await codings(scene)).toHaveLength(6);
      expect(await findings(scene)).toEqual([]);
    }
  });

  it("of hundreds are a file that nobody made", async () => {
    const list = Array.from(
      { length: 501 },
      (_, at) => `{"code":"cat_${String(at + 100)}","nom":"t${String(at)}"}`,
    );
    const words = Array.from({ length: 501 }, (_, at) => `<span class="cat_${String(at + 100)}">mot </span>`);
    const hostile = `<!DOCTYPE html><html><body><script id="cat-json">[${list.join(",")}]</script>
<div id="contenuText"><span class="lblseg" data-loc="1" data-rksg="0">${words.join("")}</span></div></body></html>`;
    const { scene, exit } = await imported(hostile);
    expect(exit).toBe(2);
    expect(scene.world.err()).toContain("import.too-many-themes");
  });

  it("do not touch what another session's sheet says", async () => {
    const scene = await withTranscript();
    await scene.run("code", "s01.2", "peur");
    writeFileSync(scene.path("s02.sonal"), sonal);
    await scene.run("import", "s02.sonal", "--yes");
    expect(await codings(scene)).toContain("s01.2 peur: *");
    const journal = await ledger(scene, ({ ledger: { db } }) =>
      db.selectFrom("journal").select(["kind", "subject"]).execute(),
    );
    expect(journal.filter(({ subject }) => subject === "s02").map(({ kind }) => kind)).toContain(
      "transcript.imported",
    );
  });
});

describe("words that could not be read", () => {
  it("make the import exit 1, what was read being kept", async () => {
    const scene = start();
    const segments = [
      { start: 0, end: 1, text: "Bon." },
      { start: 1, end: 2 },
      { start: 2, end: 3, text: "Voilà." },
    ];
    writeFileSync(scene.path("s02.json"), JSON.stringify({ segments, language: "fr" }));
    const result = await scene.json("import", "s02.json");
    expect(result).toMatchObject({ session: "s02", words: 2 });
    expect(JSON.stringify(result["diagnostics"])).toContain('"import.unreadable"');
    mkdirSync(scene.path("paroles"));
    writeFileSync(scene.path("paroles/s02.json"), JSON.stringify({ segments: [...segments, segments[0]] }));
    expect(await scene.run("import", "paroles", "--replace")).toBe(1);
    expect(scene.world.out()).toContain("remplacée");
  });
});
