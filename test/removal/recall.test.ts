// What left with words that are withdrawn, or with a name, is to be recalled until somebody says that it was.
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { wholeLoop, type Loop } from "./loop.ts";
import { namedLoop } from "./named-loop.ts";

const path = "exports/2026-05-12-synthese";

interface Left {
  readonly id: string;
  readonly recalled: string | null;
}

interface Status {
  readonly withdrawals: readonly { readonly id: string; readonly recall: readonly Left[] }[];
  readonly named: readonly Left[];
}

function rows({ folder }: { folder: string }, query: string): unknown[] {
  const db = new Database(join(folder, ".retour/ledger.db"), { readonly: true });
  const found = db.prepare(query).all();
  db.close();
  return found;
}

/** Runs a command: what it says, with the spaces of a keyboard. */
async function said({ run }: Pick<Loop, "run">, argv: readonly string[], exit = 0): Promise<string> {
  const { out, err } = await run(argv, { exit });
  return (out + err).replace(/[\u00A0\u202F]/g, " ");
}

describe("an export that was recalled", { timeout: 60_000 }, () => {
  it("is said with its day, is asked for no more, and the journal keeps it", async () => {
    const loop = await wholeLoop();
    expect(await said(loop, ["withdraw", "P01", "--yes"])).toContain("Un export est à rappeler");
    const asked = await said(loop, ["status"]);
    expect(asked).toContain(`  à rappeler : x001, 2026-05-12, public (${path})`);
    expect(asked).toContain("une fois rappelé : retour withdraw --recalled x001");

    const recalled = await said(loop, ["withdraw", "--recalled", "x001", "--date", "2026-05-12"]);
    expect(recalled).toBe(`rappelé le 2026-05-12 : x001, 2026-05-12, public (${path})\n`);

    const status = await said(loop, ["status"]);
    expect(status).toContain(`  rappelé le 2026-05-12 : x001, 2026-05-12, public (${path})`);
    expect(status).not.toContain("à rappeler");
    expect(status).not.toContain("--recalled");
    expect(await loop.json<Status>(["status"])).toMatchObject({
      withdrawals: [{ id: "w001", recall: [{ id: "x001", recalled: "2026-05-12" }] }],
      named: [],
    });
    expect(rows(loop, "select kind, subject from journal where fact = 'recall'")).toEqual([
      { kind: "export.recalled", subject: "x001" },
    ]);
    expect(await said(loop, ["audit"])).toContain("rien n’a été changé");
  });

  it("is recalled once, whatever is typed again; another day takes the place of the first", async () => {
    const loop = await wholeLoop();
    const { json } = loop;
    await said(loop, ["withdraw", "P01", "--yes"]);
    const argv = ["withdraw", "--recalled", "x001,x001"];
    expect(await json([...argv, "--dry-run"])).toMatchObject({ recalled: [{ id: "x001" }], unchanged: [] });
    expect(rows(loop, "select * from recall")).toEqual([]);
    expect(await json(argv)).toMatchObject({
      recalled: [{ id: "x001", day: "2026-05-12", audience: "public", path, recalled: "2026-05-12" }],
      unchanged: [],
    });
    const lines = rows(loop, "select * from journal");
    expect(await said(loop, argv)).toBe("C’était déjà noté : x001 a été rappelé le 2026-05-12.\n");
    expect(await json(argv)).toMatchObject({
      recalled: [],
      unchanged: [{ id: "x001", recalled: "2026-05-12" }],
    });
    expect(rows(loop, "select * from journal")).toEqual(lines);

    await said(loop, [...argv, "--date", "2026-05-13"]);
    expect(await said(loop, ["status"])).toContain("rappelé le 2026-05-13 : x001");
    expect(rows(loop, "select day from recall order by id")).toEqual([
      { day: "2026-05-12" },
      { day: "2026-05-13" },
    ]);
    expect(await said(loop, ["audit"])).toContain("rien n’a été changé");
  });

  it("is recalled whole: who withdraws later is told so, in the summary and in the letter", async () => {
    const loop = await wholeLoop();
    await said(loop, ["withdraw", "P01", "--yes"]);
    expect(loop.read("reports/retrait-w001-P01.md")).not.toContain("rappelé");
    await said(loop, ["withdraw", "--recalled", "x001"]);
    const out = await said(loop, ["withdraw", "P02", "--yes"]);
    expect(out).toMatch(/x001, 2026-05-12, public : .*, déjà rappelé le 2026-05-12/);
    expect(out).not.toContain("est à rappeler");
    expect(loop.read("reports/retrait-w002-P02.md")).toContain(`(\`${path}\`), déjà rappelé le 2026-05-12`);
    const { withdrawals } = await loop.json<Status>(["status"]);
    expect(withdrawals.map(({ recall }) => recall.map(({ recalled }) => recalled))).toEqual([
      ["2026-05-12"],
      ["2026-05-12"],
    ]);
    expect(await said(loop, ["status"])).not.toContain("à rappeler");
  });

  it.each([
    [["--recalled", "x001"], "recall.no-reason"],
    [["--recalled", "x009"], "recall.unknown-export"],
    [["--recalled", ","], "recall.none"],
    [["P01", "--recalled", ",", "--yes"], "removal.two-things"],
    [["P01", "--recalled", "x001", "--yes"], "removal.two-things"],
    [["--recalled", "x001", "--turn", "s01.5"], "removal.two-things"],
    [["P01", "--date", "2026-05-12", "--yes"], "removal.two-things"],
    [[], "removal.nobody"],
  ])("is refused when %j: %s, and nothing is changed", async (argv, code) => {
    const loop = await wholeLoop();
    const lines = rows(loop, "select * from journal");
    expect(await said(loop, ["withdraw", ...argv], 2)).toContain(code);
    expect(rows(loop, "select * from journal")).toEqual(lines);
  });

  it("is refused on a day that is none, or before it was made, with all that was named beside it", async () => {
    const loop = await wholeLoop();
    await said(loop, ["withdraw", "P01", "--yes"]);
    const refused = (...argv: string[]): Promise<string> =>
      said(loop, ["withdraw", "--recalled", ...argv], 2);
    expect(await refused("x001", "--date", "2026-05-11")).toContain("recall.before");
    expect(await refused("x001", "--date", "mardi")).toContain("agreement.bad-day");
    expect(await refused("x001,x002")).toContain("recall.unknown-export");
    expect(rows(loop, "select * from recall")).toEqual([]);
  });
});

describe("an export that left with a name", { timeout: 120_000 }, () => {
  it("is to be recalled until it was: in status, and each time names are looked for", async () => {
    const loop = await namedLoop();
    await said(loop, ["vault", "add", "Brandao", "--as", "Moussa"]);
    await said(loop, ["vault", "apply", "--yes"], 1);
    const asked = await said(loop, ["status"]);
    expect(asked).toContain("un vrai nom, remplacé depuis dans l’étude, était dans ce qui est sorti");
    expect(asked).toContain(`  à rappeler : x001, 2026-05-12, public (${path})`);

    await said(loop, ["withdraw", "--recalled", "x001"]);
    const status = await said(loop, ["status"]);
    expect(status).toContain("  rappelé le 2026-05-12 : x001");
    expect(status).not.toContain("à rappeler");
    expect(await said(loop, ["vault", "apply", "--yes"])).not.toContain("x001");
    expect(await said(loop, ["audit"])).toContain("rien n’a été changé");
  });

  it("is so when its words never held it, and its files are gone", async () => {
    const loop = await namedLoop();
    const settings = loop.read("retour.yaml");
    loop.write("retour.yaml", settings.replace("Questions de réseau", "Les tours de Kerouédan"));
    await said(loop, ["export", "--only-validated", "--out", "exports/autre"]);
    loop.write("retour.yaml", settings);
    expect(await said(loop, ["withdraw", "--recalled", "x002"], 2)).toContain("recall.no-reason");
    await said(loop, ["vault", "add", "Kerouédan", "--as", "Lilas", "--kind", "place"]);
    expect(await said(loop, ["vault", "apply", "--yes"], 1)).toContain("names.exported");
    expect(await said(loop, ["status"])).toContain("à rappeler : x002");
    // That it left with a name is remembered, its files being gone.
    expect(await said(loop, ["vault", "apply", "--yes"])).toContain("x002");
    expect(await said(loop, ["withdraw", "--recalled", "x002"])).toContain("rappelé le 2026-05-12 : x002");
    expect(await said(loop, ["vault", "apply", "--yes"])).not.toContain("x002");
    expect(await said(loop, ["audit"])).toContain("rien n’a été changé");
  });
});
