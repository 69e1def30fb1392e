// `receive` and `corrections`, as people run them.
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/ledger/audit.ts";
import { builtStudy, sentStudy, type Loop } from "./study.ts";

interface ReceivedJson {
  returns: {
    copy: string;
    participant: string;
    corrections: {
      id: string;
      section: string;
      kind: string;
      before: string;
      after: string;
      comment: string;
    }[];
    loss: { place: string; words: string }[];
  }[];
}

interface CorrectionsJson {
  corrections: { id: string; kind: string; decision: unknown; conflictsWith: string[] }[];
}

/** Writes someone's answer, made from the copy they were sent. */
function answer(
  loop: Loop,
  person: string,
  changes: [string, string][],
  file = `back/r01-${person}.md`,
): string {
  let text = loop.read(`copies/r01/${person}.md`);
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(from);
    text = text.replace(from, () => to);
  }
  loop.write(file, text);
  return file;
}

const receive = async (loop: Loop, ...argv: string[]): Promise<ReceivedJson["returns"]> =>
  ((await loop.json(["receive", ...argv])) as ReceivedJson).returns;

describe("receiving files", () => {
  it("records each thing asked for, keeps the file untouched, and the journal answers for it", async () => {
    const loop = await sentStudy();
    const file = answer(loop, "P01", [
      ["une peur ordinaire", "une peur {~~ordinaire~>de chaque soir~~}{>>nuance : le soir surtout<<}"],
      ["personne ne se plaint", "personne n’ose se plaindre"],
      ["*Retour r01", "*Notre retour r01"],
    ]);
    const bytes = readFileSync(join(loop.folder, file));
    const [received] = await receive(loop, file);
    expect(received).toEqual({
      copy: "r01-P01",
      participant: "P01",
      corrections: [
        {
          id: "c001",
          section: "peur",
          kind: "nuance",
          before: "ordinaire",
          after: "de chaque soir",
          comment: "le soir surtout",
        },
        {
          id: "c002",
          section: "peur",
          kind: "major",
          before: "ne se plaint",
          after: "n’ose se plaindre",
          comment: "",
        },
      ],
      loss: [{ place: "presentation", words: "{~~Retour~>Notre retour~~}" }],
    });
    expect(readdirSync(join(loop.folder, "returns"))).toEqual(["2026-05-12-r01-P01.md"]);
    expect(readFileSync(join(loop.folder, "returns/2026-05-12-r01-P01.md"))).toEqual(bytes);
    await loop.look(async ({ ledger }) => {
      expect((await audit(ledger.db)).findings).toEqual([]);
      expect(await ledger.db.selectFrom("correction").select(["id", "proposed", "grp"]).execute()).toEqual([
        { id: "c001", proposed: 0, grp: "g1" },
        { id: "c002", proposed: 1, grp: "g1" },
      ]);
    });
  });

  it("says what it read, what it could not place, and what to do", async () => {
    const loop = await sentStudy();
    const one = answer(loop, "P01", [
      ["une peur ordinaire", "une peur {>>oui<<}ordinaire {++et"],
      ["Bonjour,", "Bonjour Claire,"],
      ["Elle dure toute la journée, parfois", "Elle dure toute la journée.\n\nParfois"],
    ]);
    const two = answer(loop, "P02", []);
    const { out, err } = await loop.run(["receive", one, two]);
    expect(out).toContain("r01-P01 (P01 · Nadia)\u202F: 3 corrections");
    expect(out).toContain("N’a pas pu être placé");
    expect(out).toContain("dans la lettre  {++Claire++}");
    expect(out).toContain("r01-P02 (P02 · Marc)\u202F: aucune correction");
    expect(err).toMatch(/back\/r01-P01\.md:\d+:\d+ .*\{\+\+/);
    expect(err).toContain("return.nothing-differs");
  });

  it("changes nothing when the same file comes again, and says so", async () => {
    const loop = await sentStudy();
    const file = answer(loop, "P01", [
      ["ordinaire", "banale"],
      ["Bonjour,", "Salut,"],
    ]);
    const [first] = await receive(loop, file);
    loop.write("back/copie de r01-P01.md", loop.read(file));
    const { out, err } = await loop.run(["receive", "back/copie de r01-P01.md", "--json"]);
    expect((JSON.parse(out) as ReceivedJson).returns).toEqual([first]);
    expect(err).toContain("return.already-received");
    expect(readdirSync(join(loop.folder, "returns"))).toHaveLength(1);
    const twice = answer(loop, "P02", [["ordinaire", "banale"]]);
    expect(await receive(loop, twice, twice)).toHaveLength(1);
  });

  it("takes up the file that a killed command had kept and said nothing of", async () => {
    const loop = await sentStudy();
    const file = answer(loop, "P01", [["ordinaire", "banale"]]);
    loop.write("returns/2026-05-12-r01-P01.md", loop.read(file));
    await receive(loop, file);
    expect(readdirSync(join(loop.folder, "returns"))).toEqual(["2026-05-12-r01-P01.md"]);
  });

  it("takes a further return of the same person, without asking twice for the same", async () => {
    const loop = await sentStudy();
    await receive(loop, answer(loop, "P01", [["ordinaire", "banale"]]));
    const file = answer(
      loop,
      "P01",
      [
        ["ordinaire", "banale"],
        ["ne se plaint", "ne dit rien"],
      ],
      "back/r01-P01 bis.md",
    );
    const { out, err } = await loop.run(["receive", file, "--json"]);
    expect((JSON.parse(out) as ReceivedJson).returns[0]?.corrections).toMatchObject([
      { id: "c002", after: "dit rien" },
    ]);
    expect(err).toContain("return.known-already");
    expect(readdirSync(join(loop.folder, "returns"))).toEqual([
      "2026-05-12-r01-P01-2.md",
      "2026-05-12-r01-P01.md",
    ]);
    const more = answer(
      loop,
      "P01",
      [
        ["ordinaire", "banale"],
        ["ne se plaint", "ne dit rien"],
        ["Chacun", "Chaque personne"],
        ["parfois la nuit", "parfois le soir"],
      ],
      "back/r01-P01 ter.md",
    );
    expect((await loop.run(["receive", more])).err).toContain("2 corrections");
  });

  it("reads an old Windows file and one with CRLF", async () => {
    const loop = await sentStudy();
    const text = loop
      .read("copies/r01/P01.md")
      .replace("ordinaire", "très commune")
      .replaceAll(/[\u202F\u00A0]/g, " ");
    const codes = new Map([
      ["—", "\u0097"],
      ["’", "\u0092"],
      ["…", "\u0085"],
    ]);
    const windows = text.replaceAll("\n", "\r\n").replace(/[—’…]/g, (mark) => codes.get(mark) ?? mark);
    writeFileSync(join(loop.folder, "r01-P01.txt"), Buffer.from(windows, "latin1"));
    const [received] = await receive(loop, "r01-P01.txt");
    expect(received?.corrections).toMatchObject([{ before: "ordinaire", after: "très commune" }]);
  });

  it("knows a letter that was sent from a template that has changed since", async () => {
    const loop = await sentStudy();
    const file = answer(loop, "P01", [["Bonjour,", "Bonjour à tous,"]]);
    loop.write("templates/lettre/fr.md", "Tout autre chose.\n");
    const [received] = await receive(loop, file);
    expect(received?.loss).toEqual([{ place: "letter", words: "{++à tous++}" }]);
  });

  it("asks who answered which edition when nothing says it", async () => {
    const loop = await sentStudy();
    const text = loop
      .read("copies/r01/P01.md")
      .replace(/^---[\s\S]*?---\n/, "")
      .replace("ordinaire", "banale");
    loop.write("reponse.md", text);
    const { err } = await loop.run(["receive", "reponse.md"], { exit: 2 });
    expect(err).toContain("return.no-identity");
    expect(err).toContain("--edition r01 --from P03");
    await loop.run(["receive", "reponse.md"], { answers: ["r01"], exit: 130 });
    const { out } = await loop.run(["receive", "reponse.md"], { answers: ["r01", "P02"] });
    expect(out).toContain("r01-P02");
    loop.write("P03.md", `${text}\n\nEncore.`);
    expect((await loop.run(["receive", "P03.md"], { answers: ["r01"] })).out).toContain("r01-P03");
    loop.write("autre.md", `${text}\n\nEncore un peu.`);
    expect((await receive(loop, "autre.md", "--edition", "r01", "--from", "P01"))[0]?.copy).toBe("r01-P01");
  });

  it("receives nothing at all when one file is refused", async () => {
    const loop = await sentStudy();
    const good = answer(loop, "P01", [["ordinaire", "banale"]]);
    await loop.run(["receive", good, "back/absent.md"], { exit: 2 });
    expect(((await loop.json(["corrections"])) as CorrectionsJson).corrections).toEqual([]);
    await loop.run(["receive", good, "--dry-run"]);
    expect(((await loop.json(["corrections"])) as CorrectionsJson).corrections).toEqual([]);
  });

  it.each([
    [
      "return.other-study",
      (text: string) => text.replace(/study: \w+/, `study: ${"0".repeat(32)}`),
      [],
      "r01-P01.md",
    ],
    ["return.unknown-edition", (text: string) => text.replace("copy: r01", "copy: r07"), [], "r01-P01.md"],
    ["return.never-made", (text: string) => text.replace("copy: r01-P01", "copy: r01-P04"), [], "back.md"],
    ["return.identity-differs", (text: string) => text, ["--from", "P02"], "r01-P01.md"],
    ["return.identity-differs", (text: string) => text, [], "P02.md"],
    ["return.unknown-participant", (text: string) => text, ["--from", "Nadia"], "r01-P01.md"],
    ["return.unknown-edition", (text: string) => text, ["--edition", "2"], "r01-P01.md"],
    ["return.unknown-format", (text: string) => text, [], "r01-P01.xyz"],
    ["return.unknown-format", (text: string) => text, [], "r01-P01"],
    ["return.pdf", (text: string) => text, [], "r01-P01.pdf"],
    ["return.image", (text: string) => text, [], "r01-P01.HEIC"],
    ["return.old-word", (text: string) => text, [], "r01-P01.doc"],
    ["return.pages", (text: string) => text, [], "r01-P01.pages"],
    ["return.outlook-message", (text: string) => text, [], "r01-P01.msg"],
    ["return.no-section", () => "Bonjour, pour moi c’est bon.\n\n## Et la suite ?\n", [], "r01-P01.md"],
    ["file.binary", (text: string) => text + "\0\u0001".repeat(2000), [], "r01-P01.md"],
  ])("refuses with %s", async (code, change, options, file) => {
    const loop = await sentStudy();
    loop.write(file, change(loop.read("copies/r01/P01.md")));
    const { err } = await loop.run(["receive", file, ...options], { exit: 2 });
    expect(err).toContain(code);
  });

  it("names what is missing on its line", async () => {
    const loop = await sentStudy();
    expect((await loop.run(["receive"], { exit: 2 })).err).toContain("usage.option-missing");
  });
});

describe("what is said aloud", () => {
  const oral = ["receive", "--oral", "--from", "P02"];

  it("is a remark on a section, its kind proposed unless it is named", async () => {
    const loop = await sentStudy();
    const [first] = await receive(
      loop,
      "--oral",
      "--from",
      "P02",
      "--section",
      "peur",
      "--text",
      "je ne suis pas d’accord",
    );
    expect(first).toEqual({
      copy: "r01-P02",
      participant: "P02",
      corrections: [
        {
          id: "c001",
          section: "peur",
          kind: "disagreement",
          before: "",
          after: "",
          comment: "je ne suis pas d’accord",
        },
      ],
      loss: [],
    });
    await loop.run([...oral, "--section", "peur", "--kind", "minor", "--text", "pas trois, deux"]);
    await loop.look(async ({ ledger }) => {
      const rows = await ledger.db.selectFrom("correction").select(["kind", "proposed", "start"]).execute();
      expect(rows).toEqual([
        { kind: "disagreement", proposed: 1, start: null },
        { kind: "minor", proposed: 0, start: null },
      ]);
      expect(await ledger.db.selectFrom("return").select("format").distinct().execute()).toEqual([
        { format: "oral" },
      ]);
      expect((await audit(ledger.db)).findings).toEqual([]);
    });
  });

  it("is words for the end of the section when it is an addition", async () => {
    const loop = await sentStudy();
    const [named] = await receive(
      loop,
      "--oral",
      "--from",
      "P02",
      "--section",
      "lien",
      "--kind",
      "addition",
      "--text",
      "La porte reste ouverte.",
    );
    expect(named?.corrections).toMatchObject([{ after: "La porte reste ouverte.", comment: "" }]);
    const [said] = await receive(
      loop,
      "--oral",
      "--from",
      "P02",
      "--section",
      "lien",
      "--text",
      "ajout : Et la nuit aussi.",
    );
    expect(said?.corrections).toMatchObject([{ kind: "addition", after: "Et la nuit aussi." }]);
  });

  it("is recorded once when it is typed twice", async () => {
    const loop = await sentStudy();
    const argv = [...oral, "--section", "peur", "--text", "oui"];
    await loop.run(argv);
    expect((await loop.run(argv)).err).toContain("return.already-received");
    expect(((await loop.json(["corrections"])) as CorrectionsJson).corrections).toHaveLength(1);
  });

  it("is asked for at the prompt, and its missing option named elsewhere", async () => {
    const loop = await sentStudy();
    const { out } = await loop.run(["receive", "--oral"], {
      answers: ["P02", "g1/peur", "", "la nuit surtout"],
    });
    expect(out).toContain("r01-P02");
    for (const [argv, option] of [
      [["receive", "--oral"], "--from"],
      [["receive", "--oral", "--from", "P02"], "--section"],
      [["receive", "--oral", "--from", "P02", "--section", "peur"], "--text"],
    ] as const)
      expect((await loop.run(argv, { exit: 2 })).err).toContain(option);
  });

  it("is about the edition named, or the last one sent to a group of that person", async () => {
    const loop = await sentStudy();
    loop.edit("retours/g1.md", "ordinaire", "banale");
    await loop.run(["build", "--group", "g1"]);
    await loop.run(["send", "--group", "g1", "--format", "md"]);
    expect(
      (await receive(loop, "--oral", "--from", "P03", "--section", "peur", "--text", "a"))[0]?.copy,
    ).toBe("r02-P03");
    expect(
      (
        await receive(
          loop,
          "--oral",
          "--from",
          "P03",
          "--section",
          "g1/peur",
          "--text",
          "b",
          "--edition",
          "r01",
        )
      )[0]?.copy,
    ).toBe("r01-P03");
    const asked = await loop.run(["receive", "--oral", "--edition", "r01"], {
      answers: ["P03", "g1/lien", "c"],
    });
    expect(asked.out).toContain("r01-P03");
  });

  it.each([
    ["return.unknown-participant", ["--from", "P77", "--section", "peur"]],
    ["return.unknown-participant", ["--from", "P09", "--edition", "r01", "--section", "peur"]],
    ["return.unknown-edition", ["--from", "P02", "--edition", "r09", "--section", "peur"]],
    ["return.nothing-sent", ["--from", "P04", "--section", "peur"]],
    ["oral.unknown-section", ["--from", "P02", "--section", "honte"]],
    ["oral.no-words", ["--from", "P02", "--section", "peur", "--text", " "]],
  ])("is refused with %s", async (code, options) => {
    const loop = await sentStudy();
    const { err } = await loop.run(["receive", "--oral", "--text", "oui", ...options], { exit: 2 });
    expect(err).toContain(code);
  });

  it("needs the group when a person's two groups have such a section", async () => {
    const loop = await sentStudy();
    loop.write("retour.yaml", loop.read("retour.yaml").replace("group: g1, present", "group: g2, present"));
    await loop.run(["build", "--group", "g2"]);
    await loop.run(["send", "--group", "g2"]);
    const argv = ["receive", "--oral", "--from", "P03", "--text", "oui", "--section"];
    expect((await loop.run([...argv, "peur"], { exit: 2 })).err).toContain("oral.several-groups");
    expect((await loop.run([...argv, "g2/peur"])).out).toContain("r02-P03");
  });
});

describe("the list of corrections", () => {
  it("names a file that is not there as it was typed", async () => {
    const loop = await sentStudy();
    const { err } = await loop.run(["receive", "retours-reçus/r01-P01.md"], { exit: 2 });
    expect(err).toContain("retours-reçus/r01-P01.md");
    expect(err).not.toContain(loop.folder);
  });

  it("says who asks for what, who asks for something else, and who for the same", async () => {
    const loop = await sentStudy();
    await receive(
      loop,
      answer(loop, "P01", [["ordinaire", "banale"]]),
      answer(loop, "P02", [["ordinaire", "terrible"]]),
      answer(loop, "P03", [
        ["ordinaire", "banale"],
        ["le lien tient", "{==le lien tient==}{>>à garder<<}"],
      ]),
    );
    const { corrections } = (await loop.json(["corrections"])) as CorrectionsJson;
    expect(corrections.map(({ id, conflictsWith }) => [id, conflictsWith])).toEqual([
      ["c001", ["c002"]],
      ["c002", ["c001", "c003"]],
      ["c003", ["c002"]],
      ["c004", []],
    ]);
    expect(Object.keys(corrections[0] ?? {})).toEqual([
      "id",
      "edition",
      "participant",
      "section",
      "kind",
      "before",
      "after",
      "comment",
      "decision",
      "conflictsWith",
      "movedWith",
    ]);
    const { out } = await loop.run(["corrections"]);
    expect(out).toContain("c001  g1/peur  P01 · Nadia, r01  mineure, à confirmer");
    expect(out).toContain("[-ordinaire-]{+banale+}");
    expect(out).toContain("demande autre chose que c002");
    expect(out).toContain("demande la même chose que c003");
    expect(out).toContain("{>>à garder<<}");
    expect(out).toContain("4 corrections, 3 en attente");
  });

  it("can be narrowed", async () => {
    const loop = await sentStudy();
    await receive(
      loop,
      answer(loop, "P01", [
        ["ordinaire", "banale"],
        ["Et le lien", "Mais le lien"],
      ]),
      answer(loop, "P02", [["Chacun fait", "{==Chacun==}{>>désaccord : pas moi<<} fait"]]),
    );
    await loop.run(["decide", "c001", "integrated"]);
    const ids = async (...options: string[]): Promise<string[]> =>
      ((await loop.json(["corrections", ...options])) as CorrectionsJson).corrections.map(({ id }) => id);
    expect(await ids("--pending")).toEqual(["c002", "c003"]);
    expect(await ids("--section", "lien")).toEqual(["c002"]);
    expect(await ids("--section", "g1/lien")).toEqual(["c002"]);
    expect(await ids("--from", "P02")).toEqual(["c003"]);
    expect(await ids("--kind", "disagreement")).toEqual(["c003"]);
    expect(await ids("--edition", "r01")).toHaveLength(3);
    expect(await ids("--edition", "r02")).toEqual([]);
    expect((await loop.run(["corrections", "--edition", "r02"])).out).toContain("Aucune correction.");
  });

  it("prints nothing that could command the terminal", async () => {
    const loop = await sentStudy();
    await receive(loop, answer(loop, "P01", [["ordinaire", "banale{>>\u009B31m\u202Enuit<<}"]]));
    expect((await loop.run(["corrections"])).out).not.toMatch(/[\u009B\u202E]/);
  });

  it("reads a Word copy that was saved as an OpenDocument, and the other way round", async () => {
    const loop = await builtStudy();
    await loop.run(["send", "--group", "g1", "--format", "docx,odt", "--to", "P01,P02"]);
    // What a file is, is known from what it holds.
    cpSync(join(loop.folder, "copies/r01/P01.docx"), join(loop.folder, "r01-P01.odt"));
    cpSync(join(loop.folder, "copies/r01/P02.odt"), join(loop.folder, "r01-P02.docx"));
    const { returns } = (await loop.json(["receive", "r01-P01.odt", "r01-P02.docx"])) as { returns: unknown };
    expect(returns).toMatchObject([
      { copy: "r01-P01", corrections: [], loss: [] },
      { copy: "r01-P02", corrections: [], loss: [] },
    ]);
  });
});
