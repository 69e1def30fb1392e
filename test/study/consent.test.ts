// Consents, the pact and retention, as a person types them and as status tells them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { temporaryFolder, testWorld, type TestWorld } from "../world.ts";

const settings = `title: T
groups: [{id: g1, title: A}]
participants:
  - {id: P01, group: g1, pseudonym: Nadia, description: éducatrice}
  - {id: P02, group: g1, pseudonym: Mehdi, description: père}
  - {id: T01, role: tiers, pseudonym: Claire, description: tiers}
vault: none
pact: |
  Rien ne sort du groupe
  sans son accord.
`;

let cwd = "";
let world: TestWorld;

beforeEach(() => {
  cwd = temporaryFolder();
  write(settings);
});

const write = (text: string): void => writeFileSync(join(cwd, "retour.yaml"), text);
const edit = (from: string, to: string): void =>
  write(readFileSync(join(cwd, "retour.yaml"), "utf8").replace(from, to));

/** Runs a command on 12 May 2026; gives its exit code. */
async function retour(line: string, columns = 100): Promise<number> {
  world = testWorld({ cwd, columns });
  return main(line.split(" "), world);
}

async function json(line: string): Promise<unknown> {
  expect(await retour(`${line} --json`)).toBe(0);
  return JSON.parse(world.out());
}

/** A command that is to work, and what it printed. */
async function said(line: string, columns?: number): Promise<string> {
  expect([await retour(line, columns), world.err()]).toEqual([0, ""]);
  return world.out();
}

const given = (participant: string, purpose: string, more: object = {}): object => ({
  ...{ participant, purpose, answer: "given", attribution: null, day: "2026-05-12" },
  ...more,
});

function rows(sql: string): unknown[] {
  const db = new Database(join(cwd, ".retour/ledger.db"), { readonly: true });
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
}

describe("consent", () => {
  it("is recorded for several people and purposes, today unless a day is said", async () => {
    expect(await json("consent P02,P01 quotation recording")).toEqual({
      consents: [
        given("P02", "recording"),
        given("P02", "quotation"),
        given("P01", "recording"),
        given("P01", "quotation"),
      ],
      unchanged: [],
    });
    expect(await json("consent P01 P02 quotation,recording")).toMatchObject({ consents: [] });
    expect(await json("consentement P01 archiving --date 2026-01-15")).toEqual({
      consents: [given("P01", "archiving", { day: "2026-01-15" })],
      unchanged: [],
    });
    expect(rows("select kind, fact, subject from journal where fact = 'consent' order by seq")).toEqual([
      { kind: "consent.recorded", fact: "consent", subject: "P02" },
      { kind: "consent.recorded", fact: "consent", subject: "P01" },
      { kind: "consent.recorded", fact: "consent", subject: "P01" },
    ]);
    expect(await retour("audit")).toBe(0);
  });

  it("is said in plain words, in French and in English", async () => {
    expect(await said("consent P01 --all --attribution pseudonym --date 2026-01-15")).toBe(
      "P01 Nadia donne son accord\u202F: enregistrement, transcription, analyse, citation (pseudonyme), publication, archivage (2026-01-15)\n",
    );
    expect(await said("consent P01,P02 quotation --lang en")).toBe(
      "P02 Mehdi agrees: quotation (2026-05-12)\nP01 Nadia agrees, already recorded: quotation (pseudonym)\n",
    );
  });

  it("said twice is nothing new", async () => {
    const line = "consent P01 quotation analysis --attribution none";
    await retour(line);
    const before = rows("select * from journal");
    expect(await json(line)).toEqual({
      consents: [],
      unchanged: [given("P01", "analysis"), given("P01", "quotation", { attribution: "none" })],
    });
    expect(rows("select * from journal")).toEqual(before);
    expect(await json("consent P01 quotation --date 2026-02-01")).toMatchObject({
      consents: [{ attribution: "none", day: "2026-02-01" }],
    });
  });

  it("withdrawn or refused says what it holds back, and how to remove the words", async () => {
    await retour("consent P01 --all");
    expect(await said("consent P01 quotation publication --withdraw")).toBe(
      [
        "P01 Nadia retire son accord\u202F: citation, publication (2026-05-12)",
        "Dès maintenant\u202F: `retour build` ne citera plus ses paroles, et rien de ce qui les cite ne sortira du groupe.",
        "Dès maintenant\u202F: rien de ce qui cite ses paroles ne sera rendu public.",
        "Ses paroles restent dans l’étude. Pour les en retirer\u202F: retour withdraw P01",
        "",
      ].join("\n"),
    );
    expect(await said("consent P02 archiving --refuse --lang en")).toBe(
      "P02 Mehdi refuses: archiving (2026-05-12)\nTheir words stay in the study. To remove them: retour withdraw P02\n",
    );
  });

  it("of an older day does not take the place of a refusal", async () => {
    await retour("consent P01 quotation --refuse --date 2026-03-01");
    expect(await retour("consent P01 quotation --date 2026-02-01")).toBe(2);
    expect(world.err()).toContain("consent.superseded");
    expect(await json("consent P01 quotation --date 2026-03-02")).toMatchObject({
      consents: [given("P01", "quotation", { day: "2026-03-02" })],
    });
    // A later no counts whatever its day: a slip in a date must not keep someone bound.
    expect(await json("consent P01 quotation --withdraw --date 2026-02-01")).toMatchObject({
      consents: [{ answer: "withdrawn" }],
    });
    expect(await json("consent list")).toMatchObject({
      consents: expect.arrayContaining([
        given("P01", "quotation", { answer: "withdrawn", day: "2026-02-01" }),
      ]) as unknown,
    });
  });

  it.each([
    ["consent P09 quotation", "settings.unknown-participant"],
    ["consent P01,P09 quotation", "settings.unknown-participant"],
    ["consent P01 P09 quotation", "settings.unknown-participant"],
    ["consent p01 quotation", "settings.unknown-participant"],
    ["consent P01 citation", "consent.unknown-purpose"],
    ["consent P01 citation --all", "consent.unknown-purpose"],
    ["consent P01", "consent.no-purpose"],
    ["consent , quotation", "agreement.nobody"],
    ["consent P01 quotation --date 2026-02-30", "agreement.bad-day"],
    ["consent P01 quotation --date hier", "agreement.bad-day"],
    ["consent P01 quotation --refuse --withdraw", "consent.two-answers"],
    ["consent P01 analysis --attribution none", "consent.attribution-alone"],
    ["consent P01 quotation --refuse --attribution none", "consent.attribution-alone"],
    ["pact agree P09", "settings.unknown-participant"],
    ["pact agree P01 --date 2026-13-01", "agreement.bad-day"],
  ])("%s is refused (%s), and nothing is recorded", async (line, code) => {
    await retour("consent P02 recording");
    const before = rows("select * from journal");
    expect(await retour(line)).toBe(2);
    expect(world.err()).toContain(code);
    expect(rows("select * from journal")).toEqual(before);
  });

  it("of a day to come is recorded, with a warning", async () => {
    expect(await retour("consent P01 quotation --date 2027-01-01")).toBe(0);
    expect(world.err()).toContain("agreement.future-day");
    expect(rows("select day from consent")).toEqual([{ day: "2027-01-01" }]);
    // A slip in a date does not last until that day.
    await retour("consent P01 quotation --refuse --date 2027-02-01");
    expect(await json("consent P01 quotation")).toMatchObject({ consents: [given("P01", "quotation")] });
  });

  it("by a description that is missing is recorded, with a warning", async () => {
    edit("title: T", "title: T\nattribution: pseudonym");
    edit(", description: père", "");
    expect(await retour("consent P02 quotation --attribution description")).toBe(0);
    expect(world.err()).toContain("consent.no-description");
  });

  it("in a study that keeps them elsewhere is recorded, with a warning that nothing depends on it", async () => {
    edit("vault: none", "vault: none\nconsent: elsewhere");
    expect(await retour("consent P01 quotation --refuse")).toBe(0);
    expect(world.err()).toContain("consent.elsewhere");
    expect(world.out()).not.toContain("Dès maintenant");
    expect(await json("status")).toMatchObject({ consents: [], pact: null });
  });

  it.each([
    "update consent set answer = 'given' where participant = 'P02'",
    "update consent set attribution = 'pseudonym' where participant = 'P01'",
    "insert into consent (participant, purpose, answer, day, at) select participant, purpose, 'given', day, at from consent where participant = 'P02'",
    "delete from consent where participant = 'P02'",
    "update pact set content = 'Tout peut sortir.'",
    "update pact_agreement set participant = 'P02'",
  ])("changed by hand is found by audit: %s", async (sql) => {
    await retour("consent P01 quotation --attribution none");
    await retour("consent P02 quotation --refuse");
    await retour("pact agree P01");
    expect(await retour("audit")).toBe(0);
    const db = new Database(join(cwd, ".retour/ledger.db"));
    db.exec(sql);
    db.close();
    expect(await retour("audit")).toBe(1);
  });

  it("is not recorded in a dry run", async () => {
    await retour("consent P01 recording");
    expect(await retour("consent P01 quotation --dry-run")).toBe(0);
    expect(rows("select purpose from consent")).toEqual([{ purpose: "recording" }]);
  });
});

describe("consent list", () => {
  beforeEach(async () => {
    await retour("consent P01 --all --attribution none --date 2026-01-15");
    await retour("consent P01 publication --withdraw");
    await retour("consent P02 quotation --refuse");
  });

  it("shows who consents to what, by signs and by words", async () => {
    expect(await said("consent list")).toBe(
      [
        "personne  enregistrement  transcription  analyse  citation  publication  archivage  nom montré",
        "P01       ✓ oui           ✓ oui          ✓ oui    ✓ oui     ✗ retiré     ✓ oui      aucun nom",
        "P02       ·               ·              ·        ✗ refusé  ·            ·",
        "",
        "✓ d’accord   ✗ refusé ou retiré   · pas encore demandé",
        "",
      ].join("\n"),
    );
  });

  it("takes a few lines per person where columns do not fit", async () => {
    expect(await said("consent list --lang en", 60)).toBe(
      [
        "P01 Nadia",
        "  ✓ recording, transcription, analysis, quotation (no",
        "    name), archiving",
        "  ✗ publication",
        "P02 Mehdi",
        "  ✗ quotation",
        "  · recording, transcription, analysis, publication,",
        "    archiving",
        "",
        "✓ agreed   ✗ refused or withdrawn   · not asked yet",
        "",
      ].join("\n"),
    );
  });

  it("gives every purpose of everybody as JSON; the tiers only once recorded", async () => {
    const list = async (): Promise<{ participant: string }[]> =>
      ((await json("consent list")) as { consents: { participant: string }[] }).consents;
    expect((await list()).map(({ participant }) => participant)).toEqual([
      ...Array<string>(6).fill("P01"),
      ...Array<string>(6).fill("P02"),
    ]);
    expect(await list()).toContainEqual({
      ...{ participant: "P02", purpose: "recording", answer: null, attribution: null, day: null },
    });
    await retour("consent T01 recording");
    expect((await list()).slice(12)[0]).toEqual(given("T01", "recording"));
  });

  it("is coloured where colour is wanted, and is as wide without", async () => {
    world = testWorld({ cwd, env: { RETOUR_LANG: "fr", FORCE_COLOR: "1" } });
    await main(["consent", "list"], world);
    expect(world.out()).toContain("\u001B[32m✓ oui\u001B[39m           ");
    expect(world.out()).toContain("personne  enregistrement");
  });

  it("says what to do where there is nobody", async () => {
    write("title: T\n");
    expect(await said("consent list")).toContain("retour participant add");
  });
});

describe("the pact", () => {
  it("is agreed to in a version, which the first agreement records", async () => {
    expect(await json("pact")).toMatchObject({
      pact: { version: 1, agreed: [], earlier: [], never: ["P01", "P02"], changes: [] },
    });
    expect(rows("select * from pact")).toEqual([]);
    expect(await json("pact agree P01,T01 --date 2026-01-15")).toEqual({
      version: 1,
      agreed: [
        { participant: "P01", version: 1, day: "2026-01-15" },
        { participant: "T01", version: 1, day: "2026-01-15" },
      ],
      unchanged: [],
    });
    expect(rows("select version, content from pact")).toEqual([
      { version: 1, content: "Rien ne sort du groupe\nsans son accord." },
    ]);
    expect(rows("select kind, subject from journal where kind like 'pact.%' order by seq")).toMatchObject([
      { kind: "pact.versioned" },
      { kind: "pact.agreed", subject: "P01" },
      { kind: "pact.agreed", subject: "T01" },
    ]);
    expect(await said("pacte accepter P01 P02")).toBe(
      "D’accord avec le pacte, version 1\u202F: P02 Mehdi\nDéjà noté, d’accord avec le pacte, version 1\u202F: P01 Nadia\n",
    );
    expect(await retour("audit")).toBe(0);
  });

  it("that changed asks again those who agreed to the earlier text, and shows what changed", async () => {
    await retour("pact agree P01 --date 2026-01-15");
    edit("sans son accord.", "sans l’accord de chacun.");
    await retour("pacte agree P02");
    expect(await said("pact")).toBe(
      [
        "Le pacte, version 2",
        "",
        "  Rien ne sort du groupe",
        "  sans l’accord de chacun.",
        "",
        "Ce qui a changé depuis la version 1, acceptée par P01 Nadia\u202F:",
        "",
        "  Rien ne sort du groupe",
        "  sans [-son-] {+l’+}accord {+de chacun+}.",
        "",
        "D’accord\u202F: P02 Mehdi (2026-05-12)",
        "À qui redemander, le texte a changé\u202F: P01 Nadia",
        "",
      ].join("\n"),
    );
    expect(await json("status")).toMatchObject({
      pact: { version: 2, agreed: ["P02"], earlier: ["P01"], never: [] },
    });
    expect(await said("status --lang en")).toContain(
      "Pact, version 2: agreed P02; to be asked again, the text has changed, P01\n",
    );
  });

  it("whose typography alone changed, or that went back to an earlier text, asks nobody", async () => {
    await retour("pact agree P01");
    edit("sans son accord.", "sans l'avis de chacun !");
    await retour("pact agree P01,P02");
    edit("l'avis de chacun !", "l’avis   de chacun\u202F!");
    expect(await json("status")).toMatchObject({ pact: { version: 2, agreed: ["P01", "P02"] } });
    edit("sans l’avis   de chacun\u202F!", "sans son accord.");
    expect(await json("status")).toMatchObject({
      pact: { version: 1, agreed: ["P01"], earlier: ["P02"] },
    });
  });

  it("that nobody wrote is refused, and status says nothing of it", async () => {
    write("title: T\nconsent: elsewhere\n");
    for (const line of ["pact", "pact agree P01"]) expect(await retour(line)).toBe(2);
    expect(await json("status")).toMatchObject({ pact: null });
  });

  it("of a study that keeps agreements elsewhere is told by status once one is recorded", async () => {
    edit("vault: none", "vault: none\nconsent: elsewhere");
    expect(await json("status")).toMatchObject({ pact: null });
    await retour("pact agree P01");
    expect(await json("status")).toMatchObject({ pact: { agreed: ["P01"], never: ["P02"] } });
  });
});

describe("status", () => {
  it("says which consents miss, those who miss the same on one line", async () => {
    expect(await said("status")).toContain(
      "Consentements qui manquent\u202F:\n  P01 Nadia, P02 Mehdi\u202F: tous, du premier au dernier\nPacte, version 1\u202F: personne n’est d’accord encore\u202F; à demander P01, P02\n",
    );
    await retour("consent P01,P02 --all");
    await retour("consent P02 quotation --withdraw");
    await retour("pact agree P01,P02");
    expect(await said("status")).toContain(
      "Consentements qui manquent\u202F:\n  P02 Mehdi\u202F: citation (a dit non)\nPacte, version 1\u202F: d’accord P01, P02\n",
    );
    expect(await json("status")).toMatchObject({
      consents: [{ participant: "P02", missing: ["quotation"], refused: ["quotation"] }],
    });
    edit("vault: none", "vault: none\nconsent: elsewhere");
    expect(await json("status")).toMatchObject({ consents: [] });
  });

  it("warns of what must go, and of what must go soon", async () => {
    const days = "{recordings: 2026-05-11, transcripts: 2026-06-11, returns: 2026-06-12}";
    edit("vault: none", `vault: none\nretention: ${days}`);
    expect(await json("status")).toMatchObject({
      retention: [
        { what: "recordings", day: "2026-05-11", left: -1, due: true },
        { what: "transcripts", day: "2026-06-11", left: 30, due: false },
      ],
    });
    const text = (await said("status", 200)).split("\n").slice(-3);
    expect(text).toEqual([
      "À supprimer, le 2026-05-11 est passé\u202F: ce qui renvoie aux enregistrements (empreinte du fichier d’origine, temps des tours de parole). `retour purge` le fera.",
      "À supprimer dans 30 jours (2026-06-11)\u202F: les tours de parole, les feuilles des séances et leurs codes.",
      "",
    ]);
    edit("2026-05-11", "2026-05-12");
    expect(await said("status --lang en", 200)).toContain(
      "To be removed after today (2026-05-12): what refers",
    );
  });
});
