// `diff`, as people run it.
import { describe, expect, it } from "vitest";
import { sentStudy, type Loop } from "./study.ts";

interface DiffJson {
  sections: { id: string; changes: { op: string; text: string; by: string | null }[] }[];
}

async function answered(): Promise<Loop> {
  const loop = await sentStudy();
  const write = (person: string, from: string, to: string): string => {
    loop.write(
      `r01-${person}.md`,
      loop.read(`copies/r01/${person}.md`).replace(from, () => to),
    );
    return `r01-${person}.md`;
  };
  await loop.run([
    "receive",
    write("P02", "une peur ordinaire", "une peur <b>terrible</b>{>>vraiment<<}"),
    write(
      "P01",
      "une peur ordinaire. Elle dure toute la journée",
      "une peur de tous les jours. Elle dure toute la soirée",
    ),
    write("P03", "Chacun fait", "{==Chacun==}{>>pas moi<<} fait"),
  ]);
  await loop.run(["receive", "--oral", "--from", "P03", "--section", "lien", "--text", "à voir"]);
  await loop.run([
    "receive",
    "--oral",
    "--from",
    "P01",
    "--section",
    "lien",
    "--kind",
    "addition",
    "--text",
    "Et le soir.",
  ]);
  return loop;
}

const diff = async (loop: Loop, ...argv: string[]): Promise<DiffJson["sections"]> =>
  ((await loop.json(["diff", ...argv])) as DiffJson).sections;

describe("what came back beside what was sent", () => {
  it("gives each person's words whole, by section", async () => {
    const loop = await answered();
    const sections = await diff(loop);
    expect(sections.map(({ id }) => id)).toEqual(["peur", "lien"]);
    const changes = sections[0]?.changes ?? [];
    expect([...new Set(changes.map(({ by }) => by))]).toEqual(["P01", "P02", "P03"]);
    const text = (by: string, ...ops: string[]): string =>
      changes
        .filter((each) => each.by === by && ops.includes(each.op))
        .map((each) => each.text)
        .join("");
    expect(text("P01", "same", "added")).toContain("une peur de tous les jours. Elle dure");
    expect(text("P01", "same", "removed")).toContain("une peur ordinaire. Elle dure");
    expect(text("P01", "same", "removed")).toBe(text("P02", "same", "removed"));
    expect(text("P02", "comment")).toBe("vraiment");
    expect(text("P03", "same")).toBe(text("P01", "same", "removed"));
  });

  it("marks in the terminal what goes and what comes, by marks and not by colour alone", async () => {
    const loop = await answered();
    const { out } = await loop.run(["diff"], { columns: 60 });
    expect(out).toContain("La peur au travail (g1/peur)");
    expect(out).toContain("▲\u00A0P02\u00A0·\u00A0Marc");
    expect(out).toContain(
      "Le groupe décrit une peur\n      [-ordinaire-]{+<b>terrible</b>+}.\n      ▲\u00A0{>>vraiment<<}",
    );
    expect(out).toContain("… 5 phrases sans changement …");
    expect(out).toContain("{>>à voir<<}");
    expect(out).toContain("{+Et le soir.+}");
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
    const coloured = await loop.run(["diff"], { env: { RETOUR_LANG: "fr", FORCE_COLOR: "1" } });
    expect(coloured.out).toContain("\u001B[38;5;63m[-ordinaire-]\u001B[39m");
    const refused = await loop.run(["diff"], { env: { RETOUR_LANG: "fr", FORCE_COLOR: "1", NO_COLOR: "1" } });
    expect(refused.out).not.toContain("\u001B");
  });

  it("gives each sentence with all that is asked of it", async () => {
    const loop = await answered();
    const sections = (await loop.json(["diff"])) as {
      sections: {
        sentences: { sent: string; wordings: { by: string[] }[]; contradictions: string[][] }[];
        remarks: string[];
      }[];
    };
    const [peur, lien] = sections.sections;
    expect(peur?.sentences.map(({ sent, wordings }) => [sent, ...wordings.flatMap(({ by }) => by)])).toEqual([
      ["Le groupe décrit une peur ordinaire.", "P01", "P02"],
      ["Elle dure toute la journée, parfois la nuit.", "P01"],
      ["Chacun fait avec ce qu’il a, et personne ne se plaint."],
    ]);
    expect(peur?.sentences[0]?.contradictions).toEqual([["P01", "P02"]]);
    expect(lien?.remarks).toEqual(["c006", "c005"]);
  });

  it("is CriticMarkup as Markdown, and names people as the study allows", async () => {
    const loop = await answered();
    const { out } = await loop.run(["diff", "--format", "md"]);
    expect(out).toContain("## La peur au travail {#peur}\n\n**P01 · éducatrice de prévention**");
    expect(out).toContain("une peur {--ordinaire--}{++<b>terrible</b>++}{>>vraiment<<}. Elle");
    expect(out).toContain("{>>à voir<<}\n\n");
    expect(out).not.toMatch(/Nadia|Marc/);
    expect(out.match(/^## La peur/gm)).toHaveLength(1);
  });

  it("is one page that loads nothing and lets no markup through", async () => {
    const loop = await answered();
    const { out } = await loop.run(["diff", "--format", "html"]);
    expect(out).toMatch(/default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'/);
    expect(out).toContain("une peur <del>ordinaire</del><ins>&lt;b&gt;terrible&lt;/b&gt;</ins>.");
    expect(out).toContain("P02 · gardien d’immeuble");
    expect(out).toContain("<q>vraiment</q>");
    expect(out).toContain("son numéro et sa description");
    expect(out).not.toMatch(/<b>|Nadia|Marc/);
    loop.write(
      "retour.yaml",
      loop.read("retour.yaml").replace("attribution: description", "attribution: none"),
    );
    const bare = (await loop.run(["diff", "--format", "html"])).out;
    expect(bare).toContain("</span> P02</span>");
    expect(bare).toContain("chacun n’a que son numéro");
    expect(bare).not.toContain("P02 · ");
  });

  it("is a page whose headings, quotes and lists are such, without their marks", async () => {
    const loop = await sentStudy();
    const back = loop
      .read("copies/r01/P01.md")
      .replace("Elle dure toute la journée", "Elle *dure* la nuit")
      .replace(
        "Chacun fait avec",
        "> Et moi ?\n>\n> Oui.\n\n#### Une liste\n\n- un\n- deux\n  encore\n\n1. trois\n\nChacun fait avec",
      );
    loop.write("back/r01-P01.md", back);
    await loop.run(["receive", "back/r01-P01.md"]);
    const { out } = await loop.run(["diff", "--format", "html"]);
    const page = out.slice(out.indexOf("<main>"), out.indexOf("</main>"));
    expect(page).toContain("<h3>Analyse</h3>");
    expect(page).toContain("<ins>Et moi ?\nOui.\nUne liste\n- un\n- deux encore\n1. trois</ins>");
    expect(page).toContain(
      "<blockquote><p>Des fois la nuit, on a peur de rentrer dans le hall.</p></blockquote>",
    );
    expect(page).not.toMatch(/###|&gt;|\{#/m);
  });

  it("can be narrowed to a section and to people", async () => {
    const loop = await answered();
    expect((await diff(loop, "lien")).map(({ id }) => id)).toEqual(["lien"]);
    expect(await diff(loop, "g1/silence")).toEqual([
      { id: "silence", changes: [], sentences: [], remarks: [] },
    ]);
    expect((await loop.run(["diff", "silence"])).out).toContain("Aucune différence.");
    const [section] = await diff(loop, "peur", "--from", "P02");
    expect([...new Set(section?.changes.map(({ by }) => by))]).toEqual(["P02"]);
    for (const format of ["terminal", "md", "html"])
      expect((await loop.run(["diff", "silence", "--format", format])).out).toContain("Aucune différence.");
  });

  it("shows both returns of someone who answered twice", async () => {
    const loop = await answered();
    loop.write("encore.md", loop.read("copies/r01/P01.md").replace("une peur ordinaire", "une peur diffuse"));
    await loop.run(["receive", "encore.md"]);
    const { out } = await loop.run(["diff", "peur", "--from", "P01"]);
    expect(out).toContain("[-ordinaire-]{+de tous les jours+}");
    expect(out).toContain("[-ordinaire-]{+diffuse+}");
    expect(out).not.toContain("demandent");
  });

  it.each([
    [["honte"], "comparison.unknown-section"],
    [["--from", "P04"], "comparison.no-return"],
    [["--between", "r01"], "usage.bad-value"],
    [["--between", "r01", "r09"], "comparison.unknown-edition"],
    [["--since-validated"], "comparison.never-validated"],
  ])("refuses %s", async (argv, code) => {
    const loop = await answered();
    expect((await loop.run(["diff", ...argv], { exit: 2 })).err).toContain(code);
  });
});

describe("before anything came back", () => {
  it("there is no difference, or nothing to compare", async () => {
    const loop = await sentStudy();
    expect((await loop.run(["diff"])).out).toContain("Aucune différence.");
    expect((await loop.run(["diff", "--format", "html"])).out).toContain("Aucune différence.");
    expect((await loop.run(["diff", "--from", "P01"], { exit: 2 })).err).toContain("Aucun retour");
    await loop.look(async ({ ledger }) => {
      await ledger.db.updateTable("edition").set({ sent: null, content: null }).execute();
    });
    expect((await loop.run(["diff"], { exit: 2 })).err).toContain("comparison.nothing-sent");
  });
});

describe("one edition beside another", () => {
  it("shows what changed, sections that came and sections that went", async () => {
    const loop = await answered();
    loop.edit("retours/g1.md", "ordinaire", "diffuse");
    const text = loop.read("retours/g1.md");
    const silence = text.slice(text.indexOf("## Se taire"), text.indexOf("## Le lien"));
    loop.write("retours/g1.md", `${text.replace(silence, "")}\n## La suite {#suite}\n\nOn verra.\n`);
    await loop.run(["build", "--group", "g1"]);
    await loop.run(["send", "--group", "g1"]);
    const sections = await diff(loop, "--between", "r01", "r02");
    expect(sections.map(({ id }) => id)).toEqual(["peur", "suite", "silence"]);
    expect(sections[0]?.changes.filter(({ op }) => op !== "same")).toEqual([
      { op: "removed", text: "ordinaire", by: "r02" },
      { op: "added", text: "diffuse", by: "r02" },
    ]);
    expect(sections[2]?.changes.map(({ op }) => op)).toEqual(["removed"]);
    expect((await diff(loop, "peur", "--between", "r01,r02")).map(({ id }) => id)).toEqual(["peur"]);
    expect((await loop.run(["diff", "--between", "r01", "r02"])).out).toContain("[-ordinaire-]{+diffuse+}");
    expect((await diff(loop)).map(({ id }) => id)).toEqual(["peur", "lien"]);
  });

  it("is of one group", async () => {
    const loop = await sentStudy();
    loop.write("retour.yaml", loop.read("retour.yaml").replace("group: g1, present", "group: g2, present"));
    await loop.run(["build", "--group", "g2"]);
    await loop.run(["send", "--group", "g2"]);
    expect((await loop.run(["diff", "--between", "r01", "r02"], { exit: 2 })).err).toContain(
      "comparison.other-groups",
    );
    expect((await loop.run(["diff"])).out).toContain("Aucune différence.");
  });
});

describe("the document beside what was agreed to", () => {
  it("shows the words that changed since", async () => {
    const loop = await sentStudy();
    const words = /## La peur[\s\S]*?(?=\n\n## )/.exec(loop.read("copies/r01/P01.md"))?.[0] ?? "";
    await loop.look(async ({ ledger }) => {
      const common = {
        grp: "g1",
        section: "peur",
        fingerprint: "f",
        audience: "public",
        means: "session",
        session: "s01",
        by_group: 1,
      };
      await ledger.db
        .insertInto("validation")
        .values([
          {
            ...common,
            id: "v1",
            content: "## La peur au travail {#peur}\n\nTout autre chose.",
            at: "2026-02-01T00:00:00Z",
          },
          // The clock was set back.
          { ...common, id: "v2", content: words, at: "2025-03-01T00:00:00Z" },
        ])
        .execute();
    });
    expect(await diff(loop, "--since-validated")).toEqual([]);
    loop.edit("retours/g1.md", "ordinaire", "diffuse");
    const [section] = await diff(loop, "--since-validated");
    expect(section?.changes.filter(({ op }) => op !== "same")).toEqual([
      { op: "removed", text: "ordinaire", by: null },
      { op: "added", text: "diffuse", by: null },
    ]);
    expect((await loop.run(["diff", "--since-validated"])).out).toContain("le document aujourd’hui");
    expect((await loop.run(["diff", "--since-validated", "--format", "md"])).out).toContain(
      "le document aujourd’hui",
    );
  });
});
