// `send`, as people run it.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/ledger/audit.ts";
import { builtStudy, sentStudy } from "../correction/study.ts";

interface SentJson {
  edition: string;
  copies: { id: string; participant: string; format: string; path: string; sha256: string }[];
}

describe("sending an edition", () => {
  it("freezes it and makes a copy for each person of the group in each format", async () => {
    const loop = await builtStudy();
    const { edition, copies } = (await loop.json(["send", "--group", "g1"])) as SentJson;
    expect(edition).toBe("r01");
    const people = ["P01", "P02", "P03"];
    expect(copies.map(({ id, path }) => [id, path])).toEqual(
      people.flatMap((person) =>
        ["docx", "html", "md"].map((format) => [`r01-${person}`, `copies/r01/${person}.${format}`]),
      ),
    );
    expect(loop.read("copies/r01/P02.html")).toContain("Vos paroles");
    await loop.look(async ({ ledger }) => {
      const row = await ledger.db.selectFrom("edition").selectAll().executeTakeFirstOrThrow();
      expect(row).toMatchObject({ id: "r01", grp: "g1" });
      expect(row.sent).not.toBeNull();
      expect(row.content).toContain("une peur ordinaire");
      expect((await audit(ledger.db)).findings).toEqual([]);
    });
  });

  it("keeps private notes and states out of what is sent and frozen", async () => {
    const loop = await sentStudy();
    for (const file of ["copies/r01/P01.md", "copies/r01/P01.html"]) {
      expect(loop.read(file)).not.toMatch(/à reprendre|\.draft|<!--/);
      expect(loop.read(file)).toContain("(s01.2)");
    }
    await loop.look(async ({ ledger }) => {
      const { content } = await ledger.db.selectFrom("edition").select("content").executeTakeFirstOrThrow();
      expect(content).not.toContain("à reprendre");
    });
    expect(loop.read("retours/g1.md")).toContain("<!-- à reprendre avec Nadia -->");
  });

  it("says what it did and what comes next", async () => {
    const { out } = await (await builtStudy()).run(["send", "--group", "g1", "--format", "md"]);
    expect(out).toContain("Édition r01 figée. 3 exemplaires pour 3 personnes, dans copies/r01/");
    expect(out).toContain("Ne pas répondre n’est pas être d’accord.");
  });

  it("asks for the group, when there are several, by the name of the option", async () => {
    const loop = await builtStudy();
    const { err } = await loop.run(["send"], { exit: 2 });
    expect(err).toContain("Ajoutez --group avec son identifiant. Groupes de l’étude\u202F: g1, g2");
  });

  it("changes nothing in a dry run", async () => {
    const loop = await builtStudy();
    const { out } = await loop.run(["send", "--group", "g1", "--dry-run"]);
    expect(out).toContain("\n  P01 · Nadia\u202F: docx, html, md\n");
    expect(() => loop.read("copies/r01/P01.md")).toThrow("ENOENT");
    await loop.run(["send", "--group", "g1"]);
  });
});

describe("sending it again", () => {
  it("makes the same bytes, for others or in other formats", async () => {
    const loop = await builtStudy();
    const [first] = (
      (await loop.json(["send", "--group", "g1", "--to", "P01", "--format", "md"])) as SentJson
    ).copies;
    const before = loop.read("copies/r01/P01.md");
    const again = ((await loop.json(["send", "--group", "g1"])) as SentJson).copies;
    expect(again).toHaveLength(9);
    expect(again[2]).toEqual(first);
    expect(loop.read("copies/r01/P01.md")).toBe(before);
    rmSync(join(loop.folder, "copies/r01/P01.md"));
    const { out } = await loop.run(["send", "--group", "g1"]);
    expect(out).toContain("Édition r01, déjà envoyée");
    expect(loop.read("copies/r01/P01.md")).toBe(before);
    await loop.look(async ({ ledger }) => {
      expect((await audit(ledger.db)).findings).toEqual([]);
    });
  });

  it("leaves a copy as it was sent when the letter's template has changed, and gives others the new one", async () => {
    const loop = await builtStudy();
    await loop.run(["send", "--group", "g1", "--to", "P01", "--format", "md"]);
    const before = loop.read("copies/r01/P01.md");
    loop.write("templates/lettre/fr.md", "Chers amis, voici {{ copy }}.\n");
    await loop.run(["send", "--group", "g1", "--format", "md"]);
    expect(loop.read("copies/r01/P01.md")).toBe(before);
    expect(loop.read("copies/r01/P02.md")).toContain("Chers amis, voici r01-P02.");
    rmSync(join(loop.folder, "copies/r01/P01.md"));
    await loop.run(["send", "--group", "g1", "--format", "md"]);
    expect(loop.read("copies/r01/P01.md")).toContain("Chers amis");
  });

  it("never overwrites a copy that someone wrote in", async () => {
    const loop = await sentStudy();
    loop.edit("copies/r01/P01.md", "une peur ordinaire", "une peur de tous les jours");
    const { err } = await loop.run(["send", "--group", "g1"]);
    expect(loop.read("copies/r01/P01.md")).toContain("de tous les jours");
    expect(err).toContain("heal.kept-beside");
  });

  it("is refused when the document says something else by now", async () => {
    const loop = await sentStudy();
    loop.edit("retours/g1.md", "une peur ordinaire", "une peur banale");
    const { err } = await loop.run(["send", "--group", "g1"], { exit: 2 });
    expect(err).toContain("copy.changed-since-sent");
    expect(err).toContain("retour build");
    await loop.run(["build", "--group", "g1"]);
    const { edition } = (await loop.json(["send", "--group", "g1"])) as SentJson;
    expect(edition).toBe("r02");
    expect(loop.read("copies/r02/P01.md")).toContain("une peur banale");
    expect(loop.read("copies/r01/P01.md")).toContain("une peur ordinaire");
  });

  it("is not prevented by a private note or a state", async () => {
    const loop = await sentStudy();
    loop.edit("retours/g1.md", "<!-- à reprendre avec Nadia -->", "<!-- vu avec Nadia -->");
    await loop.run(["send", "--group", "g1", "--to", "P02"]);
  });
});

describe("what `send` refuses", () => {
  it.each([
    [["--to", "P04"], "copy.unknown-participant"],
    [["--to", "P09"], "copy.unknown-participant"],
    [["--format", "doc"], "copy.unknown-format"],
  ])("%s", async (options, code) => {
    const loop = await builtStudy();
    const { err } = await loop.run(["send", "--group", "g1", ...options], { exit: 2 });
    expect(err).toContain(code);
  });

  it("a document that is not there", async () => {
    const loop = await builtStudy();
    expect((await loop.run(["send", "--group", "g2"], { exit: 2 })).err).toContain("document.not-built");
  });

  it("a document written without `build`", async () => {
    const loop = await builtStudy();
    loop.write("retours/g2.md", "## La maison {#maison}\n\nOn en parle peu.\n");
    expect((await loop.run(["send", "--group", "g2"], { exit: 2 })).err).toContain("copy.nothing-built");
  });

  it("a document without a section, a group without anyone", async () => {
    const loop = await builtStudy();
    loop.write("retours/g1.md", "# Rien encore\n");
    expect((await loop.run(["send", "--group", "g1"], { exit: 2 })).err).toContain("copy.no-section");
    loop.write(
      "retour.yaml",
      loop
        .read("retour.yaml")
        .replaceAll(/group: (?:g1|\[g1, g2\]), pseudonym: (?=Nadia|Marc|Hélène)/g, "group: g2, pseudonym: "),
    );
    expect((await loop.run(["send", "--group", "g1"], { exit: 2 })).err).toContain("copy.no-participant");
  });
});
