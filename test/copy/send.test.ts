// `send`, as people run it.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { writeLetter } from "../../src/copy/letter.ts";
import { sha256 } from "../../src/kernel/fingerprint.ts";
import { asCopyId, asEditionId } from "../../src/kernel/ids.ts";
import { audit } from "../../src/ledger/audit.ts";
import { openDatabase } from "../../src/ledger/connection.ts";
import { appendLine } from "../../src/ledger/journal.ts";
import { migrations } from "../../src/ledger/migrations.ts";
import { builtStudy, sentStudy } from "../correction/study.ts";
import { temporaryFolder } from "../world.ts";

interface SentJson {
  edition: string;
  answerBy: string | null;
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

  it("makes the same Word file, page and text after they were deleted, on another day", async () => {
    const loop = await builtStudy();
    const formats = ["send", "--group", "g1", "--format", "docx,odt,html,md"];
    const { copies } = (await loop.json(formats)) as SentJson;
    expect(copies).toHaveLength(12);
    rmSync(join(loop.folder, "copies"), { recursive: true });
    await loop.run(formats, { day: "2027-03-01" });
    const sums = copies.map(({ path }) => sha256(readFileSync(join(loop.folder, path))));
    expect(sums).toEqual(copies.map(({ sha256: sum }) => sum));
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

describe("the day to answer by", () => {
  const by = ["send", "--group", "g1", "--format", "md", "--answer-by", "2026-12-05"];

  it("is kept with the edition, and every letter says it in words", async () => {
    const loop = await builtStudy();
    const { answerBy } = (await loop.json(by)) as SentJson;
    expect(answerBy).toBe("2026-12-05");
    expect(loop.read("copies/r01/P02.md")).toContain("répondre d’ici le **samedi 5 décembre 2026**,");
    await loop.look(async ({ ledger }) => {
      const row = await ledger.db.selectFrom("edition").selectAll().executeTakeFirstOrThrow();
      expect(row.answer_by).toBe("2026-12-05");
      expect((await audit(ledger.db)).findings).toEqual([]);
    });
  });

  it("is a fact the journal answers for", async () => {
    const loop = await builtStudy();
    await loop.run(by);
    const raw = new Database(join(loop.folder, ".retour/ledger.db"));
    raw.exec("update edition set answer_by = '2026-12-06'");
    raw.close();
    await loop.look(async ({ ledger }) => {
      expect((await audit(ledger.db)).findings).toMatchObject([{ code: "audit.row-changed" }]);
    });
  });

  it("is that of the first letter when the edition is sent again, and no other", async () => {
    const loop = await builtStudy();
    await loop.run(by);
    const before = loop.read("copies/r01/P01.md");
    rmSync(join(loop.folder, "copies/r01/P01.md"));
    const { out } = await loop.run(["send", "--group", "g1"], { answers: [] });
    expect(out).toContain("La lettre demande de répondre d’ici le 2026-12-05.");
    expect(loop.read("copies/r01/P01.md")).toBe(before);
    const { err } = await loop.run([...by.slice(0, -1), "2026-12-12"], { exit: 2 });
    expect(err).toContain("copy.other-day");
    await loop.run(by);
  });

  it("is asked for when a person can be asked; nothing is no day", async () => {
    const loop = await builtStudy();
    await loop.run(["send", "--group", "g1", "--format", "md", "--dry-run"], { answers: ["2027-02-01"] });
    const { out } = await loop.run(["send", "--group", "g1", "--format", "md"], { answers: [""] });
    expect(out).not.toContain("d’ici le");
    expect(loop.read("copies/r01/P01.md")).not.toContain("d’ici le");
    const { err } = await loop.run(by, { exit: 2 });
    expect(err).toContain("est déjà partie, sans dire pour quand");
  });

  it.each(["2026-02-30", "demain"])("is a day of the calendar: not %s", async (day) => {
    const loop = await builtStudy();
    const { err } = await loop.run([...by.slice(0, -1), day], { exit: 2 });
    expect(err).toContain("copy.bad-day");
    expect(() => loop.read("copies/r01/P01.md")).toThrow("ENOENT");
  });

  it.each([
    ["fr", "2026-11-01", "d’ici le **dimanche 1er novembre 2026**,"],
    ["en", "2027-08-31", "answer by **Tuesday 31 August 2027**,"],
  ])("is said in words, in %s: %s", async (language, day, words) => {
    const loop = await builtStudy();
    loop.edit("retour.yaml", "language: fr", `language: ${language}`);
    await loop.run([...by.slice(0, -1), day]);
    expect(loop.read("copies/r01/P01.md")).toContain(words);
  });

  it("leaves what an older ledger says as it was", async () => {
    const file = join(temporaryFolder(), "ledger.db");
    const now = new Date("2026-05-12T10:00:00Z");
    const earlier = migrations.slice(
      0,
      migrations.findIndex(({ name }) => name.startsWith("by when")),
    );
    const old = await openDatabase(file, now, false, earlier);
    await sql`insert into edition values ('r01', 'g1', '2026', '2026', 'Le texte')`.execute(old.db);
    await appendLine(old.db, { at: "2026", kind: "edition.sent", fact: "edition", subject: "r01" });
    await old.db.destroy();
    const { db } = await openDatabase(file, now);
    expect(await db.selectFrom("edition").select("answer_by").execute()).toEqual([{ answer_by: null }]);
    expect((await audit(db)).findings).toEqual([]);
    await db.destroy();
  });
});

describe("the letter", () => {
  it.each(["docx", "odt", "html", "md"])("says how to answer in a %s", async (format) => {
    const loop = await builtStudy();
    await loop.look(async (study) => {
      const [group] = study.settings.groups;
      const [id, edition] = [asCopyId("r01-P01"), asEditionId("r01")];
      if (!group || !id || !edition) throw new Error("ids");
      for (const language of ["fr", "en"] as const)
        for (const kind of ["collective", "individual"] as const) {
          const settings = { ...study.settings, language, kind };
          const about = { id, edition, group, format, answerBy: null };
          const letter = writeLetter({ ...study, settings }, about);
          expect(letter).toMatch(/renvoy|send (?:it|the small file) back/);
          expect(letter).not.toMatch(/\{%|%\}|\n\n\n/);
          expect(letter.includes(`(${group.title})`)).toBe(kind === "collective");
          expect(/du groupe|the group/.test(letter)).toBe(kind === "collective");
          expect(/Insertion|Insert/.test(letter)).toBe(format === "docx" || format === "odt");
        }
    });
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
