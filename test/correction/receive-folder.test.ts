// `receive FOLDER`, and whose return a file is.
import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/ledger/audit.ts";
import { copyAsSent } from "../../src/copy/make-copy.ts";
import { layOut } from "../../src/copy/layout.ts";
import { editionsSent } from "../../src/correction/sent-editions.ts";
import { asParticipantId } from "../../src/kernel/ids.ts";
import { temporaryFolder } from "../world.ts";
import { sentStudy, type Loop } from "./study.ts";

interface Json {
  returns: { copy: string; corrections: { after: string }[]; loss: { place: string }[] }[];
  refused: { file: string; code: string }[];
  leftAside: string[];
}

const copy = (loop: Loop, person: string, word = "banale"): string =>
  loop.read(`copies/r01/${person}.md`).replace("ordinaire", word);

const receive = async (loop: Loop, exit: number, ...argv: string[]): Promise<Json> =>
  (await loop.json(["receive", ...argv], exit)) as Json;

describe("receiving a folder", () => {
  it("takes each file once, leaves aside what is no return, and one that is refused stops no other", async () => {
    const loop = await sentStudy();
    loop.write("reçus/b/P02.md", copy(loop, "P02", "terrible"));
    loop.write("reçus/P01.md", copy(loop, "P01"));
    loop.write("reçus/P01 (1).md", copy(loop, "P01"));
    loop.write("reçus/scan.pdf", "%PDF-");
    loop.write("reçus/r99-P03.md", copy(loop, "P03").replace("copy: r01", "copy: r99"));
    for (const name of [".DS_Store", "~$P01.docx", ".~lock.P01.docx#", "Thumbs.db", "desktop.ini"])
      loop.write(`reçus/${name}`, "x");
    const outside = temporaryFolder();
    writeFileSync(join(outside, "P03.md"), copy(loop, "P03"));
    symlinkSync(outside, join(loop.folder, "reçus/ailleurs"));
    symlinkSync(join(outside, "P03.md"), join(loop.folder, "reçus/P03.md"));
    const { returns, refused, leftAside } = await receive(loop, 1, "reçus");
    expect(returns.map((each) => each.copy)).toEqual(["r01-P01", "r01-P01", "r01-P02"]);
    expect(refused).toEqual([
      { file: "reçus/r99-P03.md", code: "return.unknown-edition" },
      { file: "reçus/scan.pdf", code: "return.pdf" },
    ]);
    expect(leftAside).toHaveLength(7);
    expect(readdirSync(join(loop.folder, "returns"))).toEqual([
      "2026-05-12-r01-P01.md",
      "2026-05-12-r01-P02.md",
    ]);
    await loop.look(async ({ ledger }) => {
      expect((await audit(ledger.db)).findings).toEqual([]);
    });
  });

  it("ends with a table, and with who is still awaited", async () => {
    const loop = await sentStudy();
    loop.write("reçus/P01.md", copy(loop, "P01"));
    loop.write(
      "reçus/P02.txt",
      copy(loop, "P02", "{>>désaccord : non<<}ordinaire").replace("Bonjour,", "Salut,"),
    );
    loop.write("reçus/a.jpg", "x");
    const { out, err } = await loop.run(["receive", "reçus"], { exit: 1 });
    expect(out).toMatch(/^Qui +Retour +Non placé +Corrections$/m);
    expect(out).toMatch(/^P01 · Nadia \(r01\) +Markdown +— +1 \(mineure\u00A0×1\)$/m);
    expect(out).toMatch(/^P02 · Marc \(r01\) +texte +1 +1 \(désaccord\u00A0×1\)$/m);
    expect(out).toContain(
      "N’ont pas encore répondu à r01\u202F: P03 · Hélène. Ne pas répondre n’est pas être d’accord.",
    );
    expect(out).toContain("Un fichier n’a pas été reçu");
    expect(err).toContain("reçus/a.jpg");
    expect(err).toContain("--oral");
    loop.write("autre/P03.md", copy(loop, "P03"));
    expect((await loop.run(["receive", "autre"])).out).toContain("Tout le monde a répondu à r01");
  });

  it("run again, finishes what was stopped in the middle", async () => {
    const loop = await sentStudy();
    loop.write("reçus/P01.md", copy(loop, "P01"));
    loop.write(
      "reçus/inconnu.md",
      copy(loop, "P02", "sourde")
        .replace(/^---[\s\S]*?---\n/, "")
        .replaceAll("r01-P02", ""),
    );
    loop.write("reçus/z-r01-P03.md", copy(loop, "P03"));
    await loop.run(["receive", "reçus"], { answers: [], exit: 130 });
    expect(readdirSync(join(loop.folder, "returns"))).toEqual(["2026-05-12-r01-P01.md"]);
    const { out, err } = await loop.run(["receive", "reçus"], { answers: ["r01", "P02"] });
    expect(err).toContain("return.already-received");
    expect(out).toMatch(/P01 · Nadia \(r01\) +Markdown, déjà reçu/);
    expect(out).toContain("P03 · Hélène (r01)");
    expect(readdirSync(join(loop.folder, "returns"))).toHaveLength(3);
    // Whose the file that says nothing is has been said once: it is not asked again.
    const again = await loop.run(["receive", "reçus"], { answers: [] });
    expect(again.out).toMatch(/P02 · Marc \(r01\) +Markdown, déjà reçu/);
  });

  it("changes nothing when it is only tried", async () => {
    const loop = await sentStudy();
    loop.write("reçus/P01.md", copy(loop, "P01"));
    expect((await receive(loop, 0, "reçus", "--dry-run")).returns).toHaveLength(1);
    expect(await loop.json(["corrections"])).toEqual({ corrections: [] });
  });

  it("never takes the study's own copies and documents for answers", async () => {
    const loop = await sentStudy();
    loop.write("P01.md", copy(loop, "P01"));
    const { returns, leftAside } = await receive(loop, 1, ".");
    expect(returns.map((each) => each.copy)).toEqual(["r01-P01"]);
    expect(leftAside).toEqual(expect.arrayContaining(["copies", "retours", "sessions", "retour.yaml"]));
  });

  it("takes folders and files together, and says when there is nothing in a folder", async () => {
    const loop = await sentStudy();
    loop.write("reçus/P01.md", copy(loop, "P01"));
    loop.write("P02.md", copy(loop, "P02"));
    expect((await receive(loop, 0, "reçus", "P02.md")).returns).toHaveLength(2);
    mkdirSync(join(loop.folder, "vide"));
    expect((await loop.run(["receive", "vide"], { exit: 2 })).err).toContain("return.folder-empty");
  });

  it.skipIf(process.getuid?.() === 0)("leaves aside a folder that cannot be read", async () => {
    const loop = await sentStudy();
    loop.write("reçus/P01.md", copy(loop, "P01"));
    loop.write("reçus/fermé/P02.md", copy(loop, "P02"));
    chmodSync(join(loop.folder, "reçus/fermé"), 0);
    expect((await receive(loop, 0, "reçus")).leftAside).toEqual(["reçus/fermé"]);
    chmodSync(join(loop.folder, "reçus/fermé"), 0o700);
  });
});

describe("a copy of Word saved as plain text", () => {
  it("is held against the letter of a Word file", async () => {
    const loop = await sentStudy();
    const seen = await loop.look(async (study) => {
      const [edition] = await editionsSent(study);
      const participant = asParticipantId("P01");
      if (!edition || !participant) throw new Error("edition");
      const { id, group, content } = edition;
      const sent = await copyAsSent(study, group, id, content, participant, "docx");
      const texts = [
        sent.letter,
        sent.content.presentation,
        ...sent.content.sections.map(({ text }) => text),
      ];
      return texts.flatMap(layOut).map(({ text }) => text);
    });
    loop.write("a.txt", seen.join("\r\n").replace("ordinaire", "banale"));
    const { returns } = await receive(loop, 0, "a.txt");
    expect(returns).toMatchObject([{ copy: "r01-P01", corrections: [{ after: "banale" }], loss: [] }]);
  });
});

describe("whose return it is", () => {
  it("is asked when the file and the person who receives it disagree", async () => {
    const loop = await sentStudy();
    loop.write("P02.md", copy(loop, "P01"));
    expect((await loop.run(["receive", "P02.md"], { exit: 2 })).err).toContain("return.identity-differs");
    expect((await loop.run(["receive", "P02.md", "--dry-run"], { answers: ["P01"] })).out).toContain(
      "r01-P01",
    );
    const other = await loop.run(["receive", "P02.md"], { answers: ["P02"] });
    expect(other.out).toContain("r01-P02 (P02 · Marc)\u202F: 1 correction");
    // The letter is P01's: it was not changed.
    expect(other.out).not.toContain("N’a pas pu être placé");
    const given = await loop.run(["receive", "P02.md", "--from", "P03", "--dry-run"], {
      answers: ["P03", true],
    });
    expect(given.out).toContain("r01-P03");
  });

  it("is asked when the edition differs", async () => {
    const loop = await sentStudy();
    loop.edit("retours/g1.md", "ordinaire", "banale");
    await loop.run(["build", "--group", "g1"]);
    await loop.run(["send", "--group", "g1", "--format", "md"]);
    loop.write("a.md", copy(loop, "P01", "vive"));
    expect((await loop.run(["receive", "a.md", "--edition", "r02"], { exit: 2 })).err).toContain(
      "return.identity-differs",
    );
    expect((await loop.run(["receive", "a.md", "--edition", "r02"], { answers: ["r01"] })).out).toContain(
      "r01-P01",
    );
  });

  it("is asked when the copy was never made, and taken when it is said", async () => {
    const loop = await sentStudy();
    loop.write("a.md", copy(loop, "P01").replaceAll("r01-P01", "r01-P04"));
    expect((await loop.run(["receive", "a.md"], { exit: 2 })).err).toContain("return.never-made");
    expect((await loop.run(["receive", "a.md"], { answers: ["P02"] })).out).toContain("r01-P02");
  });

  it("may be the same person's again: both are kept, and it is said", async () => {
    const loop = await sentStudy();
    loop.write("a.md", copy(loop, "P01"));
    loop.write("b.md", copy(loop, "P01", "vive"));
    expect((await loop.run(["receive", "a.md", "b.md"])).err).toContain("return.further");
    expect(readdirSync(join(loop.folder, "returns"))).toHaveLength(2);
  });

  it("is doubted when two people bring the very same file", async () => {
    const loop = await sentStudy();
    const bare = copy(loop, "P01")
      .replace(/^---[\s\S]*?---\n/, "")
      .replaceAll("r01-P01", "");
    loop.write("P01.md", bare);
    loop.write("P02.md", bare);
    const { err } = await loop.run(["receive", "P01.md", "P02.md", "--edition", "r01", "--dry-run"]);
    expect(err).toContain("return.same-file-as");
    await loop.run(["receive", "P01.md", "--edition", "r01"]);
    const no = await loop.run(["receive", "P02.md", "--edition", "r01"], { answers: [false], exit: 2 });
    expect(no.err).toContain("return.same-file-as");
    expect((await loop.run(["receive", "P02.md", "--edition", "r01"], { answers: [true] })).out).toContain(
      "r01-P02",
    );
  });

  it("is asked once for the same bytes under several names", async () => {
    const loop = await sentStudy();
    const bare = copy(loop, "P01")
      .replace(/^---[\s\S]*?---\n/, "")
      .replaceAll("r01-P01", "");
    loop.write("reçus/a.md", bare);
    loop.write("reçus/b.md", bare);
    const { out } = await loop.run(["receive", "reçus"], { answers: ["r01", "P01"] });
    expect(out).toContain("déjà reçu");
  });
});
