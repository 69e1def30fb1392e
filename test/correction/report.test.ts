// `report suites-données`, as people run it: each person hears what became of what they asked.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/ledger/audit.ts";
import { sentStudy, type Loop } from "./study.ts";

const quote =
  "> Des fois la nuit, on a peur de rentrer dans le hall.\n>\n> — éducatrice de prévention (s01.2)\n\n";

const answers: Record<string, [string, string][]> = {
  P01: [
    ["une peur ordinaire", "une peur de *chaque* soir"],
    [quote, ""],
  ],
  P02: [
    ["une peur ordinaire", "une peur terrible"],
    ["personne ne se plaint", "{==personne ne se plaint==}{>>désaccord : moi je me plains<<}"],
    ["Chacun fait avec", "{==Chacun==}{>>à garder : oui<<} fait avec"],
  ],
};

/** P01: c001, c002. P02: c003, c004, c005. P03 did not answer. */
async function answered(): Promise<Loop> {
  const loop = await sentStudy();
  for (const [person, changes] of Object.entries(answers)) {
    let text = loop.read(`copies/r01/${person}.md`);
    for (const [from, to] of changes) {
      if (!text.includes(from)) throw new Error(from);
      text = text.replace(from, () => to);
    }
    loop.write(`back/r01-${person}.md`, text);
    await loop.run(["receive", `back/r01-${person}.md`]);
  }
  return loop;
}

async function decided(): Promise<Loop> {
  const loop = await answered();
  await loop.run(["decide", "c001", "integrated"]);
  await loop.run(["decide", "c002", "adapted", "--text", "une peur de certains soirs"]);
  await loop.run(["decide", "c003", "declined", "--reason", "le groupe ne se reconnaît pas dans ce mot"]);
  await loop.run(["decide", "c005", "recorded"]);
  await loop.run(["integrate"]);
  return loop;
}

describe("what became of what each person asked", () => {
  it("is said to each, section by section, with the words chosen and the reasons", async () => {
    const loop = await decided();
    expect(await loop.json(["report", "suites-données"])).toEqual({
      edition: "r01",
      reports: [
        {
          participant: "P01",
          path: "copies/r01/P01-suites.md",
          files: ["copies/r01/P01-suites.md", "copies/r01/P01-suites.html"],
          corrections: [
            { id: "c001", outcome: "integrated", reason: null },
            { id: "c002", outcome: "adapted", reason: null },
          ],
        },
        {
          participant: "P02",
          path: "copies/r01/P02-suites.md",
          files: ["copies/r01/P02-suites.md", "copies/r01/P02-suites.html"],
          corrections: [
            { id: "c003", outcome: "declined", reason: "le groupe ne se reconnaît pas dans ce mot" },
            { id: "c004", outcome: "kept", reason: null },
            { id: "c005", outcome: "recorded", reason: null },
          ],
        },
      ],
    });
    const [first, second] = [loop.read("copies/r01/P01-suites.md"), loop.read("copies/r01/P02-suites.md")];
    expect(first).toContain("## La peur au travail\n");
    expect(first).toContain(
      "Vous proposiez d’écrire «\u00A0de chaque soir\u00A0» au lieu de «\u00A0ordinaire\u00A0».",
    );
    expect(first).toContain(
      "**C’est retenu, en d’autres mots**\u202F: «\u00A0une peur de certains soirs\u00A0».",
    );
    expect(first).toContain("ces paroles ne sont plus dans le texte");
    expect(second).toContain(
      "**Ce n’est pas retenu.** Voici pourquoi\u202F: le groupe ne se reconnaît pas dans ce mot",
    );
    expect(second).toContain("Vous disiez\u202F: «\u00A0moi je me plains\u00A0»");
    expect(second).toContain("elle y figure à côté, comme un désaccord");
    expect(second).toContain("**C’est noté**");
    expect(loop.read("copies/r01/P02-suites.html")).toContain("<h2>La peur au travail</h2>");
    await loop.look(async ({ ledger }) => expect((await audit(ledger.db)).findings).toEqual([]));
  });

  it("says that withdrawn words are gone only when the program has seen which, and that they are", async () => {
    const loop = await sentStudy();
    const oral = ["receive", "--oral", "--from", "P01", "--section", "peur", "--kind"];
    await loop.run([...oral, "withdrawal", "--text", "je retire ce que j’ai dit de la nuit"]);
    await loop.run([...oral, "minor", "--text", "l’analyse est trop dure"]);
    for (const id of ["c001", "c002"]) await loop.run(["decide", id, "integrated"]);
    const page = async (): Promise<string> => {
      await loop.run(["report", "--to", "P01"]);
      return ["md", "html"].map((format) => loop.read(`copies/r01/P01-suites.${format}`)).join("\n");
    };
    const before = await page();
    expect(before).toContain("**C’est retenu**\u202F: ces paroles seront retirées du texte.");
    expect(before).toContain("**C’est retenu.** Le texte en tiendra compte.");
    expect(before).not.toContain("C’est fait");
    loop.edit("retours/g1.md", quote, "");
    loop.edit("retours/g1.md", "une peur ordinaire", "une peur");
    expect((await loop.run(["integrate"])).out).toContain("comptées comme écrites à la main");
    const after = await page();
    expect(after).toContain(
      "**C’est retenu**\u202F: l’équipe de recherche dit avoir changé le texte pour cela. Relisez-le.",
    );
    expect(after).toContain("L’équipe de recherche dit avoir changé le texte pour cela\u202F: relisez-le.");
    for (const claim of ["C’est fait", "ne sont plus dans le texte", "Le texte en tient compte"])
      expect(after).not.toContain(claim);
    const { out } = await loop.run(["corrections"]);
    expect(out).toContain("comptée comme écrite à la main dans le document, à relire");
    expect(out).not.toContain("portée dans le document");
    expect((await loop.run(["corrections", "c001"])).out).toMatch(/\d {2}comptée comme écrite à la main/);
    loop.edit("retour.yaml", "language: fr", "language: en");
    expect(await page()).toContain(
      "**We agreed**: the research team says that it changed the text for this.",
    );
  });

  it("does not say that they are gone once they are back", async () => {
    const loop = await decided();
    await loop.run(["report", "--to", "P01"]);
    expect(loop.read("copies/r01/P01-suites.md")).toContain("**C’est fait**\u202F: ces paroles ne sont plus");
    const words = "des fois la nuit on a peur de rentrer dans le hall";
    loop.edit("retours/g1.md", "Chacun fait avec", `<!-- ${words} -->\n\nChacun fait avec`);
    await loop.run(["report", "--to", "P01"]);
    expect(loop.read("copies/r01/P01-suites.md")).toContain("C’est fait");
    loop.edit("retours/g1.md", "Chacun fait avec", `Quelqu’un disait que ${words}. Chacun fait avec`);
    await loop.run(["report", "--to", "P01"]);
    expect(loop.read("copies/r01/P01-suites.md")).not.toContain("C’est fait");
  });

  it("holds only the person's own words, and nobody's name", async () => {
    const loop = await decided();
    await loop.run(["report"]);
    const [first, second] = ["P01", "P02"].map((id) =>
      ["md", "html"].map((format) => loop.read(`copies/r01/${id}-suites.${format}`)).join("\n"),
    );
    // Others' words and names, ids, quotes of the document, withdrawn words.
    for (const word of [
      "terrible",
      "moi je me plains",
      "Marc",
      "gardien",
      "P02",
      "c00",
      "s01",
      "Nadia",
      "éducatrice",
    ])
      expect(first).not.toContain(word);
    expect(first).not.toContain("Des fois la nuit");
    for (const word of ["chaque soir", "certains soirs", "Nadia", "éducatrice", "P01", "Des fois la nuit"])
      expect(second).not.toContain(word);
    expect(readdirSync(join(loop.folder, "copies/r01")).filter((name) => name.startsWith("P03-"))).toEqual(
      [],
    );
    expect(statSync(join(loop.folder, "copies/r01/P01-suites.md")).mode & 0o077).toBe(0);
  });

  it("greets by the pseudonym only where the study shows pseudonyms", async () => {
    const loop = await decided();
    await loop.run(["report", "--format", "md"]);
    expect(loop.read("copies/r01/P01-suites.md")).toContain("Bonjour,\n");
    loop.edit("retour.yaml", "attribution: description", "attribution: pseudonym");
    await loop.run(["report", "--format", "md"]);
    expect(loop.read("copies/r01/P01-suites.md")).toContain("Bonjour Nadia,\n");
  });

  it("does not write a reason that names someone else, and says so", async () => {
    const loop = await answered();
    for (const reason of [
      "P02 demande autre chose",
      "Marc préfère l’autre",
      "le gardien d’immeuble n’est pas d’accord",
    ]) {
      await loop.run(["decide", "c002", "declined", "--reason", reason]);
      const { err } = await loop.run(["report", "--to", "P01", "--format", "md"]);
      expect(err).toContain("report.names-someone");
      const text = loop.read("copies/r01/P01-suites.md");
      expect(text).toContain("La raison vous sera dite de vive voix.");
      expect(text).not.toContain(reason);
    }
  });

  it("does not repeat a passage where someone withdrew their words", async () => {
    const loop = await answered();
    const text = loop.read("copies/r01/P03.md");
    loop.write(
      "back/r01-P03.md",
      text.replace("on a peur de rentrer dans le hall.\n", "on a très peur de rentrer dans le hall.\n"),
    );
    await loop.run(["receive", "back/r01-P03.md"]);
    await loop.run(["report", "--to", "P03"]);
    const report = loop.read("copies/r01/P03-suites.md");
    expect(report).not.toContain("rentrer dans le hall");
    expect(report).toContain("C’est encore en attente");
  });

  it("is the same bytes again, follows new decisions, and keeps what someone wrote in it", async () => {
    const loop = await decided();
    await loop.run(["report"]);
    const file = "copies/r01/P02-suites.md";
    const [once, page] = [loop.read(file), loop.read("copies/r01/P02-suites.html")];
    await loop.run(["report"]);
    expect([loop.read(file), loop.read("copies/r01/P02-suites.html")]).toEqual([once, page]);
    await loop.run(["decide", "c003", "integrated"]);
    await loop.run(["report", "--dry-run"]);
    expect(loop.read(file)).toBe(once);
    await loop.run(["report"]);
    expect(loop.read(file)).toContain("Le texte en tiendra compte");
    loop.edit(file, "Bonjour,", "Cher ami,");
    await loop.run(["report"]);
    expect(loop.read(file)).toContain("Cher ami,");
    await loop.run(["decide", "c003", "declined", "--reason", "non"]);
    expect((await loop.run(["report"])).err).toContain("heal.kept-beside");
    expect(loop.read(file)).toContain("Cher ami,");
    expect(loop.read("copies/r01/P02-suites.retour-1.md")).toContain("Voici pourquoi\u202F: non");
    await loop.run(["report"]);
    expect(
      readdirSync(join(loop.folder, "copies/r01")).filter((name) => name.includes(".retour-")),
    ).toHaveLength(1);
  });

  it("goes with the next edition when it is there, and tells what an earlier one left waiting", async () => {
    const loop = await answered();
    await loop.run(["decide", "c003", "declined", "--reason", "non"]);
    await loop.run(["build", "--group", "g1"]);
    expect(await loop.json(["report", "--format", "md"])).toMatchObject({
      edition: "r01",
      reports: [{ path: "copies/r02/P01-suites.md" }, { path: "copies/r02/P02-suites.md" }],
    });
    await loop.run(["send", "--group", "g1", "--format", "md"], { day: "2026-06-01" });
    loop.write(
      "back/r02-P02.md",
      loop.read("copies/r02/P02.md").replace("et personne", "et presque personne"),
    );
    await loop.run(["receive", "back/r02-P02.md"], { day: "2026-06-02" });
    expect(await loop.json(["report", "--format", "md"])).toMatchObject({
      edition: "r02",
      reports: [
        { participant: "P01", corrections: [{ id: "c001", outcome: "awaited" }, { id: "c002" }] },
        {
          participant: "P02",
          corrections: [{ id: "c004" }, { id: "c005" }, { id: "c006", outcome: "awaited" }],
        },
      ],
    });
    expect(await loop.json(["report", "--edition", "r01", "--format", "md", "--to", "P02"])).toMatchObject({
      reports: [{ corrections: [{ id: "c003" }, { id: "c004" }, { id: "c005" }] }],
    });
    // Decided since, though the clock was set back; undone and decided otherwise, too.
    await loop.run(["decide", "c001", "integrated"], { day: "2025-06-03" });
    await loop.run(["decide", "c004", "declined", "--reason", "non"], { day: "2025-06-03" });
    await loop.run(["decide", "c004", "recorded"], { day: "2025-06-04" });
    expect(await loop.json(["report", "--format", "md"])).toMatchObject({
      edition: "r02",
      reports: [
        { participant: "P01", corrections: [{ id: "c001", outcome: "integrated" }, { id: "c002" }] },
        { participant: "P02", corrections: [{ id: "c004" }, { id: "c005" }, { id: "c006" }] },
      ],
    });
  });

  it("is written from the study's own template, and in English", async () => {
    const loop = await decided();
    loop.write("templates/suites/fr.md", "# Suites\n\n{% for s in sections %}{{ s.title }}\n{% endfor %}");
    await loop.run(["rapport", "--format", "md"]);
    expect(loop.read("copies/r01/P01-suites.md")).toBe("# Suites\n\nLa peur au travail\n");
    loop.edit("retour.yaml", "language: fr", "language: en");
    await loop.run(["report", "follow-up", "--format", "md"]);
    expect(loop.read("copies/r01/P01-suites.md")).toContain(
      "You proposed to write “de chaque soir” instead of “ordinaire”.",
    );
  });

  it.each([
    [["report", "bilan"], "report.unknown"],
    [["report", "--format", "docx"], "report.unknown-format"],
    [["report", "--to", "P04", "--group", "g1"], "return.unknown-participant"],
    [["report", "--edition", "r09"], "return.unknown-edition"],
  ])("refuses %s", async (argv, code) => {
    const loop = await answered();
    expect((await loop.run(argv, { exit: 2 })).err).toContain(code);
  });

  it("has nothing to say before anybody answered", async () => {
    const loop = await sentStudy();
    expect((await loop.run(["report"], { exit: 2 })).err).toContain("report.nothing-asked");
  });
});
