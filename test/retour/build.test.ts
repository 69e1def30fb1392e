// The document through real commands: built, written in, rebuilt, checked, lost and found.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { newStudy } from "../settings.ts";
import { temporaryFolder, testWorld, type TestWorld } from "../world.ts";

let study = "";
let world: TestWorld;

async function retour(...argv: string[]): Promise<number> {
  world = testWorld({ cwd: study });
  return main(argv, world);
}

/** The JSON a command gives. */
async function json(...argv: string[]): Promise<Record<string, unknown>> {
  await retour(...argv, "--json");
  return JSON.parse(world.out()) as Record<string, unknown>;
}

const file = (path: string): string => join(study, path);
const read = (path: string): string => readFileSync(file(path), "utf8");
const change = (path: string, from: string | RegExp, to: string): void =>
  writeFileSync(
    file(path),
    read(path).replace(from, () => to),
  );

const speech = `Nadia : la nuit on a peur de rentrer dans le hall, on n’est pas des cow-boys.

Marc : moi je passe mon chemin, et puis je reviens.

Nadia : il faut y aller quand même.`;

beforeEach(async () => {
  const home = temporaryFolder();
  study = join(home, "etude");
  await main([...newStudy, study], testWorld({ cwd: home }));
  await retour("participant", "add", "--pseudonym", "Nadia", "--description", "éducatrice");
  await retour("participant", "add", "--pseudonym", "Marc", "--description", "gardien");
  await retour("session", "add", "s01", "--date", "2026-01-15");
  await retour("themes", "add", "peur", "--title", "La peur");
  await retour("themes", "add", "lien", "--title", "Le lien");
  writeFileSync(file("s01.txt"), speech);
  expect(await retour("import", "s01.txt", "--session", "s01")).toBe(0);
});

describe("build", () => {
  it("says that nothing is coded yet, and writes the document all the same", async () => {
    expect(await retour("build")).toBe(0);
    expect(world.err()).toContain("build.no-transcript");
    expect(read("retours/g1.md")).toContain("group: g1");
  });

  it("opens an edition, gathers the quotes, and does nothing when run again", async () => {
    await retour("code", "s01.1", "peur");
    expect(await json("build")).toMatchObject({
      document: "retours/g1.md",
      edition: "r01",
      sections: [{ id: "peur", change: "new" }],
      quotes: { added: 1, kept: 0, removed: 0 },
      conflicts: [],
    });
    expect(statSync(file("retours/g1.md")).mode & 0o077).toBe(0);
    const once = read("retours/g1.md");
    expect(await json("build")).toMatchObject({
      edition: "r01",
      sections: [{ id: "peur", change: "unchanged" }],
      quotes: { added: 0, kept: 1, removed: 0 },
    });
    expect(read("retours/g1.md")).toBe(once);
    expect(world.err()).toBe("");
  });

  it("opens the next edition once one is sent", async () => {
    await retour("code", "s01.1", "peur");
    await retour("build");
    await retour("send");
    expect(await json("build")).toMatchObject({ edition: "r02" });
    expect(read("retours/g1.md")).toContain("edition: r02");
    expect(await json("build")).toMatchObject({ edition: "r02" });
  });

  it("reads back the sheet: words corrected by hand come into quotes left as they were", async () => {
    await retour("code", "s01.1", "peur");
    await retour("code", "s01.2", "peur");
    await retour("build");
    change("retours/g1.md", "> moi je passe mon chemin", "> moi […] mon chemin");
    change("sessions/s01/transcript.md", "cow-boys", "cow-girls");
    change("sessions/s01/transcript.md", "mon chemin", "ma route");
    await retour("build");
    expect(read("retours/g1.md")).toContain("pas des cow-girls");
    expect(read("retours/g1.md")).toContain("> moi […] mon chemin");
    expect(world.err()).toContain("document.conflict");
    expect(await retour("check")).toBe(1);
    expect(world.err()).toMatch(/retours\/g1\.md:\d+:\d+ {2}quote\.differs .*mon chemin/);
  });

  it("brings a deleted document back as it was, with the person's words", async () => {
    await retour("code", "s01.1", "peur");
    await retour("build");
    change("retours/g1.md", "### Analyse\n", "### Analyse\n\nMes mots.\n");
    await retour("build");
    rmSync(file("retours/g1.md"));
    expect(await retour("check")).toBe(2);
    expect(world.err()).toContain("document.missing");
    expect(await retour("build")).toBe(0);
    expect(world.err()).toContain("document.restored");
    expect(read("retours/g1.md")).toContain("Mes mots.");
  });

  it.each([
    ["empty", () => ""],
    ["cut in the middle of a sentence", (text: string) => text.slice(0, text.indexOf("cow-boys"))],
  ])("refuses a document that is %s, and changes nothing", async (_, cut) => {
    await retour("code", "s01.1", "peur");
    await retour("build");
    const half = cut(read("retours/g1.md"));
    writeFileSync(file("retours/g1.md"), half);
    expect(await retour("build")).toBe(2);
    expect(world.err()).toContain("document.half-saved");
    expect(read("retours/g1.md")).toBe(half);
  });

  it("refuses a document of NUL bytes, another group's, and one with a section id used twice", async () => {
    await retour("code", "s01.1", "peur");
    await retour("build");
    const good = read("retours/g1.md");
    writeFileSync(file("retours/g1.md"), Buffer.alloc(200));
    expect(await retour("build")).toBe(2);
    expect(world.err()).toContain("file.binary");
    writeFileSync(file("retours/g1.md"), good.replace("group: g1", "group: g7"));
    expect(await retour("build")).toBe(2);
    expect(world.err()).toContain("document.other-study");
    writeFileSync(file("retours/g1.md"), `${good}\n## Autre {#peur}\n\nmots\n`);
    expect(await retour("build")).toBe(1);
    expect(world.err()).toMatch(/retours\/g1\.md:\d+ {2}section\.twice/);
  });

  it("refuses a private note that is not closed, which would swallow what follows", async () => {
    await retour("code", "s01.1", "peur");
    await retour("build");
    change("retours/g1.md", "### Analyse\n", "### Analyse\n\nMes mots <!-- à revoir\n");
    for (const verb of ["build", "check", "send"]) {
      expect(await retour(verb)).toBe(1);
      expect(world.err()).toMatch(/retours\/g1\.md:\d+ {2}document\.comment-open/);
    }
  });

  it("refuses what an editor made of a private note, which everyone would read", async () => {
    await retour("code", "s01.1", "peur");
    await retour("build");
    change("retours/g1.md", "### Analyse\n", "### Analyse\n\nMes mots <!— elle ment —> ici — bien sûr.\n");
    const verbs = [
      ["build"],
      ["check"],
      ["send"],
      ["validate", "peur", "--by", "P01"],
      ["export"],
      ["status"],
    ];
    for (const verb of verbs) {
      expect(await retour(...verb), verb.join(" ")).toBe(1);
      expect(world.err()).toMatch(/retours\/g1\.md:\d+ {2}document\.comment-altered/);
      expect(world.err()).not.toContain("elle ment");
    }
    change("retours/g1.md", "<!— elle ment —>", "<!-- elle ment -->");
    expect(await retour("build")).toBe(0);
  });

  it("writes over a document that an editor gave a byte-order mark, and not beside it", async () => {
    await retour("code", "s01.1", "peur");
    await retour("build");
    writeFileSync(file("retours/g1.md"), `\uFEFF${read("retours/g1.md")}`);
    await retour("code", "s01.2", "peur");
    expect(await retour("build")).toBe(0);
    expect(world.err()).toBe("");
    expect(read("retours/g1.md")).toContain("mon chemin");
  });

  it("says where a study's own template goes wrong, and refuses one that loses a section", async () => {
    await retour("code", "s01.1", "peur");
    mkdirSync(file("templates/retour"), { recursive: true });
    writeFileSync(
      file("templates/retour/fr.md"),
      "---\ngroup: g1\n---\n{% for x in sections %}\n{{ x.titre }}\n{% endfor %}",
    );
    expect(await retour("build")).toBe(2);
    expect(world.err()).toMatch(/templates\/retour\/fr\.md:5:\d+.*template\.error/);
    writeFileSync(file("templates/retour/fr.md"), "---\ngroup: g1\n---\nrien");
    expect(await retour("build")).toBe(2);
    expect(world.err()).toContain("template.output");
    expect(existsSync(file("retours/g1.md"))).toBe(false);
  });

  it("changes nothing in a dry run, and says what it would do", async () => {
    await retour("code", "s01.1", "peur");
    expect(await json("build", "--dry-run")).toMatchObject({ edition: "r01", quotes: { added: 1 } });
    expect(existsSync(file("retours/g1.md"))).toBe(false);
    expect(await json("build")).toMatchObject({ sections: [{ id: "peur", change: "new" }] });
  });

  it("warns of passages whose theme is no longer in the codebook", async () => {
    await retour("code", "s01.1", "peur");
    await retour("code", "s01.2", "lien");
    writeFileSync(file("codebook.yaml"), "themes:\n  - id: peur\n    title: La peur\n");
    expect(await retour("build")).toBe(0);
    expect(world.err()).toContain("theme.unknown-coding");
    expect(read("retours/g1.md")).not.toContain("mon chemin");
  });

  it("names the groups when asked for one that is not there", async () => {
    expect(await retour("build", "--group", "g9")).toBe(2);
    expect(world.err()).toContain("g1");
  });

  it("builds each group that has met, and names them all", async () => {
    await retour("code", "s01.1", "peur");
    await retour("group", "add", "--title", "Parents");
    expect(await json("build")).toMatchObject({ document: "retours/g1.md" });
    await retour("participant", "add", "--pseudonym", "Sonia", "--description", "mère", "--group", "g2");
    await retour("session", "add", "s02", "--date", "2026-02-15", "--group", "g2");
    expect(await json("build")).toMatchObject({
      documents: [{ document: "retours/g1.md" }, { document: "retours/g2.md" }],
    });
    expect(await retour("build", "--group", "g2")).toBe(0);
  });
});

describe("check", () => {
  it("finds nothing wrong in what build wrote, but sections without words", async () => {
    await retour("code", "s01.1-3", "peur");
    await retour("build");
    expect(await retour("check")).toBe(0);
    expect(await json("check")).toEqual({ diagnostics: [] });
  });

  it("finds every kind of fault, with its place", async () => {
    await retour("code", "s01.1-3", "peur");
    await retour("build");
    change(
      "retours/g1.md",
      "### Analyse\n",
      [
        "### Analyse",
        "",
        "> Une phrase sans tour.",
        "",
        "Voir (s01.99). Il dit « je reviens demain » (s01.2).",
        "",
        "> il faut y aller",
        ">",
        "> — gardien (s01.3)",
        "",
        "## Vide {#vide}",
        "",
        "### Analyse",
        "",
      ].join("\n"),
    );
    const { diagnostics } = (await json("check")) as { diagnostics: { code: string; line: number }[] };
    expect(diagnostics.map(({ code }) => code)).toEqual([
      "quote.no-turn",
      "quote.differs",
      "reference.unknown",
      "quote.attribution",
      "section.empty",
    ]);
    for (const { line } of diagnostics) expect(line).toBeGreaterThan(10);
  });
});

describe("a study copied without its hidden folder", () => {
  it("is refused, rather than begun again from nothing", async () => {
    await retour("code", "s01.1", "peur");
    await retour("build");
    rmSync(file(".retour"), { recursive: true });
    for (const verb of ["status", "build", "check"]) {
      expect(await retour(verb)).toBe(2);
      expect(world.err()).toContain("ledger.missing");
    }
    expect(existsSync(file(".retour/ledger.db"))).toBe(false);
  });
});

describe("consent to be quoted", () => {
  beforeEach(async () => {
    change("retour.yaml", "consent: elsewhere", "consent: kept");
    await retour("code", "s01.1", "peur");
    await retour("code", "s01.2", "peur");
    await retour("code", "s01.3", "lien");
  });

  it("that is missing is said once, of the tiers too, and they are quoted all the same", async () => {
    change("retour.yaml", "    pseudonym: Nadia", "    role: tiers\n    pseudonym: Nadia");
    await retour("consent", "P02", "quotation");
    expect(await retour("build")).toBe(0);
    expect(world.err().match(/build\.consent-missing.*/g)).toEqual([
      "build.consent-missing  cité·e sans qu’on sache si c’est d’accord\u202F: P01",
    ]);
    expect(read("retours/g1.md")).toContain("la nuit on a peur");
  });

  it("that is refused leaves every passage of the person out, those of others and the analysis stay", async () => {
    await retour("build");
    change("retours/g1.md", "## La peur {#peur .draft}", "## La peur {#peur .draft}\n\nMon analyse.");
    await retour("consent", "P01", "quotation", "--withdraw");
    await retour("consent", "P02", "quotation");
    expect(await json("build")).toMatchObject({ quotes: { added: 0, kept: 1, removed: 2 } });
    expect(world.err()).toContain("build.no-consent");
    expect(world.err()).toContain("P01 ne veut pas être cité·e\u202F: 2 passages codés sont laissés de côté");
    const text = read("retours/g1.md");
    expect(text).toContain("Mon analyse.");
    expect(text).toContain("mon chemin");
    expect(text).not.toContain("on a peur de rentrer");
    expect(text).not.toContain("quand même");
    expect(await json("build")).toMatchObject({ quotes: { added: 0, kept: 1, removed: 0 } });
    expect(await retour("consent", "P01", "quotation")).toBe(0);
    expect(await json("build")).toMatchObject({ quotes: { added: 2, kept: 1, removed: 0 } });
    expect(read("retours/g1.md")).toContain("on a peur de rentrer");
  });

  it("names the person as they agreed, in the document and in what check expects", async () => {
    await retour("consent", "P01", "quotation", "--attribution", "none");
    await retour("consent", "P02", "quotation", "--attribution", "pseudonym");
    await retour("build");
    expect(read("retours/g1.md")).toContain("> — (s01.1)");
    expect(read("retours/g1.md")).toContain("> — Marc (s01.2)");
    expect(await retour("check")).toBe(0);
    change("retours/g1.md", "— Marc", "— gardien");
    change("retours/g1.md", "— (s01.1)", "— éducatrice (s01.1)");
    expect(await retour("check")).toBe(1);
    expect(world.err() + world.out()).toContain("quote.attribution ");
    expect(world.err() + world.out()).toContain("quote.attribution-none");
  });

  it("that is refused is missed by check where words were quoted by hand", async () => {
    await retour("consent", "P01,P02", "quotation");
    await retour("build");
    await retour("consent", "P01", "quotation", "--refuse");
    expect(await retour("check")).toBe(1);
    expect((world.err() + world.out()).match(/quote\.no-consent/g)).toHaveLength(2);
  });
});
