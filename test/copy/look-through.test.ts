// No copy says a name, withdrawn words, or the words of another group; nothing is written when one would.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { send } from "../../src/copy/send.ts";
import { report } from "../../src/correction/report.ts";
import { DiagnosedError } from "../../src/kernel/diagnostic.ts";
import type { Study } from "../../src/study/open.ts";
import { phraseDigest } from "../../src/study/withdrawn.ts";
import { namesOf } from "../../src/vault/scan/names-of.ts";
import { leadOf, phrasesOf } from "../../src/wording/phrases.ts";
import { builtStudy, sentStudy, type Loop } from "../correction/study.ts";
import { testWorld } from "../world.ts";

const names = namesOf({
  identities: [{ id: "i001", kind: "person", names: ["Hélène Durandeau"], replacement: "Karima" }],
  answers: [],
});

async function refusal(work: Promise<unknown>): Promise<unknown[]> {
  const error = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof DiagnosedError)) throw new Error("nothing was found", { cause: error });
  expect(JSON.stringify(error.diagnostics)).not.toMatch(/durandeau|en parle encore|peur|fichier/i);
  return error.diagnostics.map(({ code, place, params }) => [code, place?.file, ...Object.values(params)]);
}

const wanted = { to: ["P01"], formats: [], answerBy: "", askAnswerBy: () => Promise.resolve("") };

async function sending(loop: Loop, formats: readonly string[]): Promise<unknown[]> {
  let found: unknown[] = [];
  const before = readdirSync(loop.folder, { recursive: true }).filter(
    (each) => !String(each).includes(".db"),
  );
  await loop.look(async (study) => {
    const [group] = study.settings.groups;
    if (group === undefined) throw new Error("no group");
    const world = testWorld({ cwd: study.root });
    found = await refusal(send(study, group, { ...wanted, formats }, world, names));
    expect(await study.ledger.db.selectFrom("copy").selectAll().execute()).toEqual([]);
  });
  const after = readdirSync(loop.folder, { recursive: true }).filter((each) => !String(each).includes(".db"));
  expect(after.sort()).toEqual(before.sort());
  return found;
}

async function withdraw({ ledger }: Study, sentence: string): Promise<void> {
  const [phrase = ""] = phrasesOf(sentence);
  await ledger.write(async (change) => {
    const at = "2026-05-01T00:00:00Z";
    await change.insert("withdrawal", [{ id: "w001", participant: "P02", scope: "s01.1", at }]);
    const digest = phraseDigest(ledger.studyId, phrase);
    const row = { withdrawal: "w001", lead: leadOf(phrase), words: phrase.split(" ").length, digest };
    await change.insert("withdrawn_phrase", [row]);
    change.record("words.withdrawn", "withdrawal", "w001");
    change.record("words.withdrawn", "withdrawn_phrase", "w001");
  });
}

describe("sending", () => {
  it.each(["md", "html", "docx", "odt"])("stops at a name in a copy (%s)", async (format) => {
    const loop = await builtStudy();
    loop.edit("retours/g1.md", "une peur ordinaire", "une peur ordinaire, dit **Duran**deau");
    expect(await sending(loop, [format])).toEqual([
      ["copy.leak-name", "retours/g1.md", "", `P01.${format}`, "Karima"],
    ]);
  });

  it("says a name once for everyone’s copies, at its line of the document and not in a private note", async () => {
    const loop = await builtStudy();
    loop.edit("retours/g1.md", "### Analyse\n", "### Analyse\n\n<!-- voir\nDurandeau -->\n");
    loop.edit("retours/g1.md", "une peur ordinaire", "une peur ordinaire, dit Durandeau");
    const lines = loop.read("retours/g1.md").split("\n");
    await loop.look(async (study) => {
      const [group] = study.settings.groups;
      if (group === undefined) throw new Error("no group");
      const everyone = { ...wanted, to: [], formats: ["md", "html"] };
      const sent = send(study, group, everyone, testWorld({ cwd: study.root }), names);
      const error = await sent.catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({
        diagnostics: [
          {
            code: "copy.leak-name",
            params: { where: "", copies: "P01.html, P01.md, P02.html, P02.md…", name: "Karima" },
            place: {
              file: "retours/g1.md",
              line: lines.findIndex((line) => line.includes("dit Durandeau")) + 1,
            },
          },
        ],
      });
    });
  });

  it("stops at withdrawn words", async () => {
    const loop = await builtStudy();
    await loop.look((study) => withdraw(study, "On a peur de rentrer, nous tous."));
    loop.edit(
      "retours/g1.md",
      "une peur ordinaire",
      "une peur ordinaire. ON A PEUR de rentrer « nous tous »",
    );
    expect(await sending(loop, ["md"])).toEqual([["copy.leak-withdrawn", "retours/g1.md", "", "P01.md"]]);
  });

  it("stops at a sentence of another group, in the template of the letter", async () => {
    const loop = await builtStudy();
    const write = (file: string, text: string): void => {
      mkdirSync(dirname(`${loop.folder}/${file}`), { recursive: true });
      writeFileSync(`${loop.folder}/${file}`, text);
    };
    write(
      "retours/g2.md",
      "---\ngroup: g2\n---\n\n## L’école {#ecole}\n\nOn en parle encore entre parents.\n",
    );
    write("templates/lettre/fr.md", "Bonjour. On en parle encore entre parents.\n");
    expect(await sending(loop, ["md"])).toEqual([
      ["copy.leak-other-group", "templates/lettre/fr.md", "", "P01.md", "g2/ecole"],
    ]);
  });
});

// Each is a word of the page, of a letter, or of what a word processor's file is made of.
const ours = namesOf({
  identities: [
    "Marc Petit",
    "Jean Fichier",
    "Anne Page",
    "Marie Note",
    "Luc Roman",
    "Ève Section",
    "Georgia Merci",
  ].map((name, index) => ({
    id: `i00${String(index)}`,
    kind: "person",
    names: [name],
    replacement: `N${String(index)}`,
  })),
  answers: [],
});
const formats = ["md", "html", "docx", "odt"];
const everyFormat = "P01.docx, P01.html, P01.md, P01.odt";

describe("a name that is a word of the program’s own", () => {
  const sendOurs = (study: Study): Promise<unknown> => {
    const [group] = study.settings.groups;
    if (group === undefined) throw new Error("no group");
    return send(study, group, { ...wanted, formats }, testWorld({ cwd: study.root }), ours);
  };

  it("stops no copy", async () => {
    const loop = await builtStudy();
    loop.edit(
      "retours/g1.md",
      "une peur ordinaire",
      "une peur[^1] ordinaire, voir [là](https://a.example/b)",
    );
    loop.edit("retours/g1.md", "personne ne se plaint.", "personne ne se plaint.\n\n[^1]: Dite tout bas.");
    await loop.look(sendOurs);
    expect(loop.read("copies/r01/P01.html")).toContain("renvoyiez le petit fichier");
  });

  it.each([
    ["the title of the study", "retour.yaml", "Questions de réseau", "Chez le petit Fichier"],
    ["the title of the group", "retour.yaml", "Groupe de professionnels", "Groupe Fichier"],
    ["the presentation", "retours/g1.md", "*Retour r01", "*Avec Fichier, retour r01"],
    ["the title of a section", "retours/g1.md", "## La peur", "## Fichier et la peur"],
    ["the words of a section", "retours/g1.md", "une peur ordinaire", "une peur, dit Fichier"],
    ["a word on its own", "retours/g1.md", "une peur ordinaire", "une peur\n\nfichier\n\nordinaire"],
    ["the program’s own sentence", "retours/g1.md", "une peur ordinaire", "et renvoyiez le petit fichier"],
    ["a note", "retours/g1.md", "ne se plaint.", "ne se plaint[^1].\n\n[^1]: Dit par Fichier."],
    ["a link", "retours/g1.md", "une peur ordinaire", "[une peur](https://a.example/fichier)"],
    ["an entity", "retours/g1.md", "une peur ordinaire", "une peur, dit &#70;ichier"],
    ["a section’s id", "retours/g1.md", "{#peur", "{#fichier"],
  ])("stops every copy from %s", async (_, file, from, to) => {
    const loop = await builtStudy();
    loop.edit(file, from, to);
    await loop.look(async (study) => {
      const found = (await refusal(sendOurs(study))).map(String);
      expect(found).toContainEqual(expect.stringMatching(`^copy.leak-name,.*,${everyFormat},N1$`));
    });
  });

  it("stops every copy from the study’s own letter", async () => {
    const loop = await builtStudy();
    loop.write("templates/lettre/fr.md", "Bonjour, et renvoyiez le petit fichier.\n");
    await loop.look(async (study) => {
      const found = (await refusal(sendOurs(study))).map(String);
      expect(found).toContainEqual(expect.stringMatching(`^copy.leak-name,.*,${everyFormat},N1$`));
    });
  });
});

it("a report stops at a name and at withdrawn words, and none is written", async () => {
  const loop = await sentStudy();
  const copy = loop.read("copies/r01/P01.md").replace("une peur ordinaire", "une peur de *chaque* soir");
  loop.write("back/r01-P01.md", copy);
  await loop.run(["receive", "back/r01-P01.md"]);
  await loop.run([
    "decide",
    "c001",
    "declined",
    "--reason",
    "Durandeau a dit que nous tous avons peur du soir",
  ]);
  await loop.look(async (study) => {
    const [group] = study.settings.groups;
    if (group === undefined) throw new Error("no group");
    await withdraw(study, "Que nous tous avons peur du soir.");
    const asked = { to: [], edition: undefined, formats: ["md"] };
    const file = "copies/r01/P01-suites.md";
    expect(await refusal(report(study, group, asked, names))).toEqual([
      ["report.leak-name", file, "", "Karima"],
      ["report.leak-withdrawn", file, ""],
    ]);
    expect(readdirSync(study.path("copies/r01"))).not.toContain("P01-suites.md");
  });
});

it("a report stops at no word of the program’s own, and at the same word written by the study", async () => {
  const loop = await sentStudy();
  loop.write("back/r01-P01.md", loop.read("copies/r01/P01.md").replace("une peur ordinaire", "une peur"));
  await loop.run(["receive", "back/r01-P01.md"]);
  await loop.run(["decide", "c001", "declined", "--reason", "Le mot est celui de tous."]);
  const reporting = (study: Study): Promise<unknown> => {
    const [group] = study.settings.groups;
    if (group === undefined) throw new Error("no group");
    return report(study, group, { to: [], edition: undefined, formats: [] }, ours);
  };
  await loop.look(async (study) => {
    await reporting(study);
  });
  // « Merci » and a font of the page are said by every report.
  expect(loop.read("copies/r01/P01-suites.html")).toMatch(/Georgia[^]*Merci/);
  await loop.run(["decide", "c001", "declined", "--reason", "Georgia l’a dit."]);
  await loop.look(async (study) => {
    expect((await refusal(reporting(study))).map(String)).toEqual([
      expect.stringContaining("report.leak-name,copies/r01/P01-suites.md"),
      expect.stringContaining("report.leak-name,copies/r01/P01-suites.html"),
    ]);
  });
});
