// The pact, on the demo's study: no real name in any byte of it, words withdrawn leave none, and a
// row changed by hand in any table is found.
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { vaultVariables } from "../../src/cli/demo/folder.ts";
import { readScript } from "../../src/cli/demo/script.ts";
import { audit } from "../../src/ledger/audit.ts";
import { openDatabase } from "../../src/ledger/connection.ts";
import { factNames } from "../../src/ledger/facts.ts";
import { main } from "../../src/main.ts";
import { filesThatMatch, filesThatSay } from "../removal/byte-search.ts";
import { temporaryFolder, testWorld } from "../world.ts";
import { realNames } from "./real-names.ts";

const fixtures = join(import.meta.dirname, "../../fixtures/demo");
const home = temporaryFolder();
const study = join(home, "retour-demo");
const export_ = "exports/2026-06-19-synthese";
let played: unknown;

beforeAll(async () => {
  const world = testWorld({ cwd: home });
  expect(await main(["demo", study, "--json", "--lang", "en"], world), world.err()).toBe(0);
  played = JSON.parse(world.out());
}, 600_000);

/** Runs a command in a study, with the demo's vault or a copy of it. */
async function run(folder: string, ...argv: string[]): Promise<{ exit: number; out: string; err: string }> {
  const env = { RETOUR_LANG: "fr", ...vaultVariables(`${folder}-coffre`) };
  const world = testWorld({ cwd: folder, env });
  const exit = await main(argv, world);
  return { exit, out: world.out(), err: world.err() };
}

/** What docs/pact.md tells the reader to type, in French. */
const [pact = ""] = readFileSync(join(import.meta.dirname, "../../docs/pact.md"), "utf8").split(
  "\n# The pact, and what holds it\n",
);

/** Types a line in a shell; gives what it shows. */
const type = (line: string, cwd: string): string =>
  execFileSync("sh", ["-c", line], { cwd, encoding: "utf8", env: { PATH: process.env["PATH"] } });

/** What the program `sqlite3` shows, which not every machine has. */
function ask(typed: string, folder: string): string {
  const [, file = "", statement = ""] = /^sqlite3 (\S+) "(.*)"$/.exec(typed) ?? [];
  const database = new Database(join(folder, file));
  const asked = database.prepare(statement);
  const rows = asked.reader ? asked.raw().all() : [asked.run().changes];
  database.close();
  return rows.map((row) => [row].flat().join("|")).join("\n");
}

/** A copy of the study and of its vault, made as the pact says to. */
function tryingCopy(name: string): { folder: string; env: Record<string, string> } {
  const [, block = ""] = /```sh\n([^`]+)```/.exec(pact) ?? [];
  const lines = block.replace("N=essai1", `N=${name}`);
  expect(lines).toContain(`N=${name}`);
  const shown = type(`${lines}\necho "$PWD"; echo "$RETOUR_VAULT"; echo "$RETOUR_PASSPHRASE_FILE"`, study);
  const [folder = "", vault = "", passphrase = ""] = shown.trim().split("\n");
  return {
    folder,
    env: { RETOUR_LANG: "fr", RETOUR_VAULT: vault, RETOUR_PASSPHRASE_FILE: passphrase },
  };
}

/** Types what the row of a claim says, in order; gives what each command of `retour` shows. */
async function tryClaim(claim: string, name: string): Promise<string[]> {
  const row = pact.split("\n").find((line) => line.startsWith(`| ${claim}`));
  expect(row, claim).toBeDefined();
  const { folder, env } = tryingCopy(name);
  const shown: string[] = [];
  for (const [, typed = ""] of (row?.split(" | ")[1] ?? "").matchAll(/`([^`]+)`/g)) {
    if (typed.startsWith("rule: ")) setRule(folder, typed);
    else if (typed.startsWith("sqlite3 ")) shown.push(ask(typed, folder));
    else if (!typed.startsWith("retour ")) shown.push(type(`${typed} || true`, folder));
    else shown.push(await retourIn(folder, env, typed));
  }
  return shown;
}

/** Runs `retour …` as typed; gives all that it shows. */
async function retourIn(cwd: string, env: Record<string, string>, typed: string): Promise<string> {
  const world = testWorld({ cwd, env });
  await main(typed.split(" ").slice(1), world);
  return (world.out() + world.err()).replaceAll("\u202f", " ");
}

function setRule(folder: string, rule: string): void {
  const settings = readFileSync(join(folder, "retour.yaml"), "utf8");
  expect(settings).toContain("\n  rule: group-session");
  writeFileSync(
    join(folder, "retour.yaml"),
    settings.replace("  rule: group-session", () => `  ${rule}`),
  );
}

describe("what the pact says to try", () => {
  it.each([
    ["Les noms sont remplacés avant d’entrer", ["", "1 nom remplacé", ""]],
    ["Un mot qui peut être un nom ou non", ["", "vault.doubtful"]],
    ["Un nom que personne n’a déclaré", ["", "s05", "name.likely", ""]],
    ["Les mots d’origine ne se lisent qu’avec la phrase de passe", ["Mirandoles", "s01|9"]],
    ["Personne n’est cité sans y avoir consenti", ["P03", "peur — "]],
    [
      "Valider les mots n’autorise pas à publier",
      ["honte : validée", "n’ont pas dit s’ils peuvent aller vers le public"],
    ],
    ["Autoriser à publier ne valide pas les mots", ["sans rien dire des mots", "✎ à rectifier  honte"]],
    ["Une opposition n’est pas effacée", ["✗ peur : refusée", "opposition de P04"]],
    ["Une règle baissée après coup", ["✗ peur : refusée", "la règle a été changée"]],
    ["Être consulté n’est pas décider", ["consultés : P02", "honte        ✓    c "]],
    ["Un export public est refusé", ["vault.missing"]],
  ])(
    "%s",
    async (claim, seen) => {
      const shown = await tryClaim(claim, `essai-${String(seen.length)}-${claim.replaceAll(/[^a-z]/g, "")}`);
      expect(shown).toHaveLength(seen.length);
      for (const [index, words] of seen.entries())
        expect(shown[index]?.replaceAll(/\s+/g, " "), claim).toContain(words.replaceAll(/\s+/g, " "));
      if (claim.startsWith("Les noms")) expect(shown.at(-1)).toBe("");
    },
    600_000,
  );

  it("tells of an opposition that nothing stands beside, under the rule it says to try next", async () => {
    const { folder, env } = tryingCopy("quorum");
    const row = pact.split("\n").find((line) => line.startsWith("| Une opposition n’est pas effacée")) ?? "";
    setRule(folder, /`(rule: [^`]+)`/.exec(row)?.[1] ?? "");
    const validate = /`(retour validate [^`]+)`/.exec(row)?.[1] ?? "";
    expect(await retourIn(folder, env, validate)).toContain("✓ peur : validée");
    expect(await retourIn(folder, env, "retour export")).toMatch(/peur — [^\n]+\n +quelqu’un s’y oppose/);
  }, 600_000);

  it("leaves the study’s own vault as it was, whatever is withdrawn in the copy", async () => {
    const vault = join(`${study}-coffre`, "coffre.age");
    const [before, journal] = [readFileSync(vault), await run(study, "audit")];
    const { folder, env } = tryingCopy("withdrawn");
    expect(await retourIn(folder, env, "retour withdraw P03 --yes")).toContain("C’est retiré");
    expect(readFileSync(env["RETOUR_VAULT"] ?? "").equals(before)).toBe(false);
    expect(readFileSync(vault).equals(before)).toBe(true);
    expect(await run(study, "audit")).toEqual(journal);
  }, 600_000);
});

describe("the demo in English", () => {
  it("ends each command with the exit code of its script, and lets out the same bytes", () => {
    const expected = readScript(fixtures, "en").flatMap(({ actions }) =>
      actions.flatMap((action) => (action.kind === "run" ? [action.exit] : [])),
    );
    expect(played).toMatchObject({
      folder: study,
      steps: expected.map((exit) => ({ exit })),
      export: export_,
    });
    expect(expected.filter((exit) => exit === 1)).toHaveLength(2);
    for (const name of ["synthese.md", "synthese.html"])
      expect(readFileSync(join(study, export_, name), "utf8"), name).toBe(
        readFileSync(join(fixtures, "expected", name), "utf8"),
      );
  });
});

describe("real names", () => {
  it("are in no byte of the study, packed or not, nor in the names of its files", () => {
    const names = realNames(fixtures);
    expect(filesThatMatch(fixtures, names).length).toBeGreaterThan(4);
    expect(filesThatMatch(study, names)).toEqual([]);
  });

  it("are in the vault, which cannot be read without its passphrase", async () => {
    const { out } = await run(study, "vault", "list");
    for (const name of ["Anne-Marie Dubourg", "Conceição de Arruda", "Krimo", "Vidalenc", "Mirandoles"])
      expect(out).toContain(name);
    expect(filesThatMatch(`${study}-coffre`, realNames(fixtures))).toEqual([]);
  });
});

describe("a withdrawal", () => {
  it("leaves no byte of anything the person said, and a journal that verifies", async () => {
    const after = join(home, "after");
    cpSync(study, after, { recursive: true });
    cpSync(`${study}-coffre`, `${after}-coffre`, { recursive: true });
    const { db } = await openDatabase(join(study, ".retour/ledger.db"), new Date(0), true);
    const turns = await db.selectFrom("turn").select(["participant", "words"]).execute();
    await db.destroy();
    const saidBy = (isTheirs: boolean): string[] =>
      turns
        .filter(({ participant }) => (participant === "P07") === isTheirs)
        .flatMap(({ words }) => sentences(words));
    const others = new Set(saidBy(false));
    const own = saidBy(true).filter((sentence) => !others.has(sentence));
    expect(own.length).toBeGreaterThan(60);
    expect(filesThatSay(after, own).length).toBeGreaterThan(20);

    const { exit, err } = await run(after, "withdraw", "P07", "--yes");
    expect({ exit, err }).toMatchObject({ exit: 0 });
    expect(filesThatSay(after, own)).toEqual([]);
    expect((await run(after, "audit")).exit).toBe(0);
    const { out } = await run(after, "status", "--json");
    const { sections } = JSON.parse(out) as { sections: { id: string; state: string }[] };
    const states = new Map(sections.map(({ id, state }) => [id, state]));
    for (const id of ["peur", "lien", "tenir"]) expect(states.get(id), id).toBe("lapsed");
    expect((await run(after, "verify", export_)).exit).toBe(1);
  }, 600_000);
});

/** Sentences of at least five words. */
const sentences = (words: string): string[] =>
  words.split(/(?<=[.!?…])\s+/).filter((sentence) => (sentence.match(/[\p{L}\p{N}]+/gu) ?? []).length >= 5);

interface Column {
  readonly name: string;
  readonly type: string;
}

/** Tables of which the demo's story has no row. */
const unused = ["former_turn", "lost_coding", "loss", "undone_decision", "reveal", "recall", "purge"];

/** What is done by hand to one row of a table, in SQL, and what it is called. */
function* tampering(raw: Database.Database, table: string): Generator<{ what: string; sql: string }> {
  const columns = raw.prepare<[], Column>(`select name, type from pragma_table_info('${table}')`).all();
  const row = `rowid = (select max(rowid) from "${table}")`;
  for (const { name, type } of columns) {
    const other = /int/i.test(type) ? `coalesce("${name}", 0) + 1000` : `coalesce("${name}", '') || 'x'`;
    yield { what: `${table}.${name}`, sql: `update "${table}" set "${name}" = ${other} where ${row}` };
  }
  yield { what: `${table}, a row less`, sql: `delete from "${table}" where ${row}` };
  const copied = columns.map(({ name, type }) =>
    /int/i.test(type) ? `coalesce("${name}", 0) + 1000` : `coalesce("${name}", '') || 'x'`,
  );
  yield {
    what: `${table}, a row more`,
    sql: `insert into "${table}" select ${copied.join(", ")} from "${table}" where ${row}`,
  };
}

describe("a ledger changed by hand", () => {
  it("is found out, whatever the table, its column and the change", async () => {
    const file = join(home, "tampered.db");
    copyFileSync(join(study, ".retour/ledger.db"), file);
    const { db, raw } = await openDatabase(file, new Date(0));
    raw.pragma("foreign_keys = off");
    raw.pragma("ignore_check_constraints = on");
    expect((await audit(db)).findings).toEqual([]);
    const filled = factNames.filter((name) => raw.prepare(`select 1 from "${name}"`).get() !== undefined);
    expect(factNames.filter((name) => !filled.includes(name))).toEqual(unused);
    const missed: string[] = [];
    for (const table of filled)
      for (const { what, sql } of tampering(raw, table)) {
        raw.exec("savepoint before");
        raw.exec(sql);
        const { findings } = await audit(db);
        if (!findings.some(({ params }) => params["fact"] === table)) missed.push(what);
        raw.exec("rollback to before; release before");
      }
    expect(missed).toEqual([]);
    expect((await audit(db)).findings).toEqual([]);
    await db.destroy();
  }, 600_000);

  it("is found out when the journal is changed with it", async () => {
    const file = join(home, "rewritten.db");
    copyFileSync(join(study, ".retour/ledger.db"), file);
    const { db, raw } = await openDatabase(file, new Date(0));
    const triggers = raw.prepare<[], { name: string }>(
      "select name from sqlite_schema where type = 'trigger' and tbl_name = 'journal'",
    );
    for (const { name } of triggers.all()) raw.exec(`drop trigger "${name}"`);
    const columns = raw.prepare<[], Column>("select name, type from pragma_table_info('journal')").all();
    const [{ middle } = { middle: 0 }] = raw
      .prepare<[], { middle: number }>("select max(seq) / 2 as middle from journal")
      .all();
    const added: Readonly<Record<string, string>> = { seq: "seq + 1", hash: "hash || 'x'" };
    const changes = [
      ...columns.map(({ name, type }) => {
        const other = /int/i.test(type) ? `"${name}" + 100000` : `coalesce("${name}", '') || 'x'`;
        return `update journal set "${name}" = ${other} where seq = ${String(middle)}`;
      }),
      `delete from journal where seq = ${String(middle)}`,
      `insert into journal select ${columns.map(({ name }) => added[name] ?? `"${name}"`).join(", ")} from journal where seq = (select max(seq) from journal)`,
    ];
    for (const change of changes) {
      raw.exec("savepoint before");
      raw.exec(change);
      expect((await audit(db)).findings.length, change).toBeGreaterThan(0);
      raw.exec("rollback to before; release before");
    }
    await db.destroy();
  });
});
