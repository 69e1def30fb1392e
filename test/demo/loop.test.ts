// The whole loop, from transcripts to a public synthesis, on the invented study of fixtures/demo.
//
// fixtures/demo/expected holds what leaves, to the byte. After a change that is meant to alter it:
//   npm run demo -- /tmp/demo --quiet && cp /tmp/demo/exports/2026-06-19-synthese/* fixtures/demo/expected/
// then read those files as a participant who fears reprisals would.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { vaultVariables } from "../../src/cli/demo/folder.ts";
import { readScript } from "../../src/cli/demo/script.ts";
import { main } from "../../src/main.ts";
import { outline } from "../../src/retour/outline.ts";
import { temporaryFolder, testWorld } from "../world.ts";
import { realNames } from "./real-names.ts";

const fixtures = join(import.meta.dirname, "../../fixtures/demo");
const home = temporaryFolder();
const study = join(home, "demo");
const export_ = "exports/2026-06-19-synthese";
const vault = vaultVariables(`${study}-coffre`);
const KARIM = "P02";
const pseudonyms = [
  "Nadia",
  "Karim",
  "Hélène",
  "Marc",
  "Sonia",
  "Yacine",
  "Brigitte",
  "Thomas",
  "Aminata",
  "Claire",
];

let told = "";

beforeAll(async () => {
  const world = testWorld({ cwd: home });
  const exit = await main(["demo", study], world);
  told = world.out();
  expect({ exit, end: exit === 0 ? "" : told.slice(-2000) + world.err() }).toEqual({ exit: 0, end: "" });
}, 600_000);

const read = (path: string): string => readFileSync(join(study, path), "utf8");

/** Runs a command in the demo's study. */
async function run(...argv: string[]): Promise<{ exit: number; out: string }> {
  const world = testWorld({ cwd: study, env: { RETOUR_LANG: "fr", ...vault } });
  const exit = await main(argv, world);
  return { exit, out: world.out() };
}

type Row = Readonly<Record<string, string>>;

function rows(sql: string): Row[] {
  const ledger = new Database(join(study, ".retour/ledger.db"), { readonly: true });
  try {
    return ledger.prepare<[], Row>(sql).all();
  } finally {
    ledger.close();
  }
}

/** Letters and digits alone: neither marks nor typography hide words. */
const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Every run of `length` words. */
function runs(text: string, length: number): Set<string> {
  const words = plain(text).split(" ");
  const last = words.length - length;
  return new Set(
    Array.from({ length: Math.max(0, last + 1) }, (_, at) => words.slice(at, at + length).join(" ")),
  );
}

const sentences = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])\s+|\n+/)
    .map(plain)
    .filter((sentence) => sentence.split(" ").length >= 4);

const exported = (): { name: string; text: string }[] =>
  readdirSync(join(study, export_)).map((name) => ({ name, text: read(`${export_}/${name}`) }));

/** Words of the turns a person said, that nobody else said. */
function ownRuns(participant: string, length: number): string[] {
  const said = rows("select participant, words from turn");
  const others = new Set(
    said
      .filter((turn) => turn["participant"] !== participant)
      .flatMap(({ words = "" }) => [...runs(words, length)]),
  );
  const own = said.filter((turn) => turn["participant"] === participant);
  return own.flatMap(({ words = "" }) => [...runs(words, length)]).filter((words) => !others.has(words));
}

describe("the demo", () => {
  it("exports, to the byte, what is expected", () => {
    const names = readdirSync(join(fixtures, "expected"));
    expect(names).toEqual(["manifest.json", "synthese.html", "synthese.md"]);
    // The journal's hash moves with every fact ever recorded: it is held against the ledger.
    const hash = /(?<="(?:journal|seal)": ")[0-9a-f]{64}/g;
    for (const { name, text } of exported()) {
      const expected = readFileSync(join(fixtures, "expected", name), "utf8");
      expect(text.replace(hash, "…"), name).toBe(expected.replace(hash, "…"));
    }
    const [found] = read(`${export_}/manifest.json`).match(hash) ?? [];
    const lines = rows("select kind, hash from journal order by seq");
    const left = lines.findLastIndex(({ kind = "" }) => kind.startsWith("export.")) - 1;
    expect(found).toBe(lines[left - 1]?.["hash"]);
  });

  it("lets nothing out of the sections held back: neither a sentence nor a title", () => {
    const { sections } = outline(read("retours/g1.md"), "").outline;
    const held = sections.filter(({ id }) => ["silence", "institution", "argent", "honte"].includes(id));
    expect(held).toHaveLength(4);
    for (const { name, text } of exported()) {
      const out = plain(text);
      for (const { title, text: words } of held) {
        expect(text, name).not.toContain(title);
        // The template's own headings are everyone's.
        const own = sentences(words.replace(/^### .*$/gm, ""));
        expect(own.length).toBeGreaterThan(15);
        expect(own.filter((sentence) => out.includes(sentence))).toEqual([]);
      }
    }
  });

  it("lets out no word of the person who never answered, in no export and no copy of the last edition", () => {
    const own = ownRuns(KARIM, 5);
    expect(own.length).toBeGreaterThan(500);
    const files = [
      ...exported().map(({ text }) => text),
      ...readdirSync(join(study, "copies/r03")).map((name) => read(`copies/r03/${name}`)),
    ];
    for (const text of files) {
      const out = plain(text);
      expect(own.filter((words) => out.includes(words))).toEqual([]);
    }
    // They were in the first edition, which the group alone received.
    const first = plain(read("copies/r01/P01.md"));
    expect(own.some((words) => first.includes(words))).toBe(true);
  });

  it("lets out no words that were withdrawn, no pseudonym, no turn, no place, no neighbour's name", () => {
    const gone = [
      "devant l'école de mon fils",
      "Cent quatre-vingt-sept",
      "élastique",
      "CAP",
      "Mme Ortal",
      "canapé",
      "passerelle",
      "boîte aux lettres",
      "Valmère",
      "Aubrais",
      "le sept",
      "En vrai quand ça crie",
      "gardienne d’immeuble",
    ].map(plain);
    for (const { name, text } of exported()) {
      const out = ` ${plain(text)} `;
      for (const words of [...gone, ...pseudonyms.map(plain)]) expect(out, name).not.toContain(` ${words} `);
      if (name !== "manifest.json") expect(text, name).not.toMatch(/\bs0\d|\br0\d|\bP0\d|\bc0\d\d/);
    }
    const sent = ["r02", "r03"].flatMap((edition) =>
      readdirSync(join(study, "copies", edition)).map((name) => plain(read(`copies/${edition}/${name}`))),
    );
    for (const copy of sent) expect(copy).not.toContain(gone[0]);
  });

  it("shows two corrections of the same words, and applies neither until a person decides", () => {
    expect(told).toContain("[-peuvent aussi être-]{+ne sont pas+}");
    expect(told).toContain("[-peuvent aussi être-]{+sont d’abord+}");
    expect(told).toMatch(/demande autre chose que c009/);
    expect(told).toMatch(/Pas portées \(lien\).*c007, c009/);
    const decisions = rows("select * from decision where correction in ('c007', 'c009') order by id");
    expect(decisions.map(({ correction, outcome }) => `${correction ?? ""} ${outcome ?? ""}`)).toEqual([
      "c007 integrated",
      "c009 integrated",
      "c007 adapted",
      "c009 declined",
    ]);
    const brought = rows("select correction, decision from integration where correction in ('c007', 'c009')");
    expect(brought).toEqual([{ correction: "c007", decision: decisions[2]?.["id"] }]);
    for (const { content = "" } of rows("select content from edition where content is not null")) {
      expect(content).not.toContain("Ces gestes ne sont pas une façon");
      expect(content).not.toContain("Ces gestes sont d’abord une façon");
    }
  });

  it("keeps every decision with its reason: followed, adapted, declined, recorded, one still open", async () => {
    const { out } = await run("corrections", "--json");
    const { corrections } = JSON.parse(out) as {
      corrections: {
        id: string;
        kind: string;
        participant: string;
        decision: { outcome: string; reason: string | null } | null;
      }[];
    };
    const outcomes = (outcome: string): string[] =>
      corrections.filter(({ decision }) => decision?.outcome === outcome).map(({ id }) => id);
    expect(corrections).toHaveLength(17);
    expect(outcomes("adapted")).toEqual(["c001", "c007"]);
    expect(outcomes("declined")).toEqual(["c005", "c009", "c011"]);
    expect(outcomes("recorded")).toEqual(["c010"]);
    expect(corrections.filter(({ decision }) => decision === null).map(({ id }) => id)).toEqual(["c017"]);
    for (const { decision } of corrections)
      if (decision?.outcome === "declined") expect(decision.reason).toBeTruthy();
    const early = corrections.filter(({ id }) => id <= "c013");
    expect(new Set(early.map(({ participant }) => participant)).size).toBe(6);
    expect(new Set(early.map(({ kind }) => kind))).toEqual(
      new Set(["major", "minor", "strength", "withdrawal", "nuance", "disagreement", "addition"]),
    );
    expect(corrections.filter(({ participant }) => participant === KARIM)).toEqual([]);
  });

  it("keeps every sentence the researcher wrote, in each edition and in the document", () => {
    const actions = readScript(fixtures, "fr").flatMap((step) => step.actions);
    const written = actions.flatMap((action) => (action.kind === "write" ? [action.sections] : []));
    const mended = actions.flatMap((action) => (action.kind === "edit" ? action.changes : []));
    const lastDay = (written[3] ?? []).flatMap(({ changes }) => changes);
    const contents = new Map(rows("select id, content from edition").map(({ id, content }) => [id, content]));
    const check = (index: number, text: string | undefined, changes: typeof mended): void => {
      const parts = (written[index] ?? []).flatMap(({ parts }) => parts.flatMap(({ words }) => words ?? []));
      const wanted = parts.map((words) =>
        changes.reduce((now, { find, replace }) => now.replace(find, () => replace), words),
      );
      const all = wanted.flatMap(sentences);
      expect(all.length).toBeGreaterThan(40);
      expect(all.filter((sentence) => !plain(text ?? "").includes(sentence))).toEqual([]);
    };
    check(0, contents.get("r01"), mended);
    check(1, contents.get("r02"), []);
    check(2, contents.get("r03"), []);
    check(2, read("retours/g1.md"), lastDay);
  });

  it("shows that the one who never answered has not", async () => {
    const { out } = await run("status", "--json");
    const status = JSON.parse(out) as {
      sections: { id: string; state: string; audience: string | null; silent: string[] }[];
      participants: { id: string; answered: boolean }[];
    };
    expect(status.sections.map(({ id, state, audience }) => [id, state, audience])).toEqual([
      ["peur", "validated", "public"],
      ["silence", "validated", "group"],
      ["lien", "validated", "public"],
      ["institution", "validated", "group"],
      ["tenir", "validated", "public"],
      ["argent", "refused", null],
      ["honte", "corrected", null],
    ]);
    for (const { silent } of status.sections) expect(silent).toContain(KARIM);
    expect(status.participants.find(({ id }) => id === KARIM)?.answered).toBe(false);
  });

  it("gives each person their own copy of each edition, with their words marked", () => {
    const people = Array.from({ length: 9 }, (_, index) => `P0${String(index + 1)}`);
    for (const edition of ["r01", "r02", "r03"]) {
      const files = readdirSync(join(study, "copies", edition));
      expect(files.filter((file) => !file.includes("suites"))).toEqual(
        people.flatMap((person) => [`${person}.docx`, `${person}.html`, `${person}.md`]),
      );
      for (const person of people) {
        const copy = read(`copies/${edition}/${person}.md`);
        expect(copy).toContain(`copy: ${edition}-${person}`);
        for (const pseudonym of ["Claire", "Hélène", "Aminata"]) expect(copy).not.toContain(pseudonym);
      }
    }
    expect(read("copies/r01/P07.html").match(/class="mine"/g)).toHaveLength(2);
    expect(read("copies/r03/P02.html")).not.toContain('class="mine"');
  });

  it("receives a Word file and a page's answer as they were sent, and tells each person what became of theirs", () => {
    const kept = readdirSync(join(study, "returns")).filter((name) => name.includes("-r01-"));
    expect(kept.map((name) => name.replace(/^[\d-]+-/, ""))).toEqual([
      "r01-P03.docx",
      "r01-P04.md",
      "r01-P08.json",
    ]);
    expect(read("copies/r02/P03-suites.md")).toContain("**C’est retenu, en d’autres mots**");
    const thomas = read("copies/r02/P08-suites.md");
    expect(thomas).toContain("ces paroles ne sont plus dans le texte");
    expect(thomas).toContain("Compter les éducateurs ferait reconnaître le jeune.");
  });

  it("builds again without changing anything", async () => {
    const before = read("retours/g1.md");
    const { exit, out } = await run("build", "--json");
    expect(exit).toBe(0);
    const built = JSON.parse(out) as { sections: { change: string }[]; quotes: object };
    expect(new Set(built.sections.map(({ change }) => change))).toEqual(new Set(["unchanged"]));
    expect(read("retours/g1.md")).toBe(before);
  });

  it("proves what left, and notices a changed letter", async () => {
    expect((await run("check")).exit).toBe(0);
    expect((await run("audit")).exit).toBe(0);
    expect((await run("verify", export_)).exit).toBe(0);
    const file = join(study, export_, "synthese.md");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace("La peur", "La Peur"));
    expect((await run("verify", export_)).exit).toBe(1);
    writeFileSync(file, text);
  });

  it("prints no real name but where one is typed, or asked about in the vault's own words", () => {
    const names = realNames(fixtures);
    expect(names.test(told)).toBe(true);
    const blocks = told.split(/^(?= {2}\$ retour )/m).map((block) => {
      const [line = "", ...output] = block.split("\n");
      const isVault = /^ {2}\$ retour (?:vault|coffre) /.test(line);
      const isTyped = line.startsWith("  $ retour ");
      // Questions, and the passages they are about.
      const printed = output.filter((each) => !/^ +(?:\? |\d+:\d\d:\d\d {2}…)/.test(each));
      return [...(isTyped ? [] : [line]), ...(isVault ? [] : printed)].join("\n");
    });
    expect(blocks.filter((block) => names.test(block))).toEqual([]);
  });

  it("copies no transcript into the study", () => {
    const files = readdirSync(study, { recursive: true, encoding: "utf8" });
    expect(files.filter((file) => /\.(?:vtt|srt|txt)$/.test(file))).toEqual([]);
  });
});
