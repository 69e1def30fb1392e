// In every table that the journal answers for: whatever column is changed, whatever row is added or taken
// away by hand, it is found.
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/ledger/audit.ts";
import { factNames, facts, type Fact } from "../../src/ledger/facts.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { bench, type Bench } from "./study-with-ledger.ts";

interface Column {
  readonly name: string;
  readonly type: string;
}

type Row = Record<string, string | number | null>;

/** What may stand in columns that are not free. */
const allowed: Readonly<Record<string, readonly (string | number)[]>> = {
  "correction.kind": ["nuance", "typo"],
  "correction.proposed": [0, 1],
  "decision.outcome": ["integrated", "recorded"],
  "validation.audience": ["group", "public"],
  "validation.means": ["written", "session"],
  "validation.by_group": [0, 1],
  "validation.about": ["words", "audience"],
  "voice.stance": ["agree", "against"],
  "replaced.kind": ["person", "place"],
  "consent.purpose": ["quotation", "publication"],
  "consent.answer": ["given", "refused"],
  "consent.attribution": ["pseudonym", "none"],
  "recall.what": ["asked", "done"],
  "purge.what": ["returns", "recordings"],
};

const columnsOf = async ({ db }: Ledger, fact: Fact): Promise<Column[]> =>
  (await sql<Column>`select name, type from pragma_table_info(${fact}) order by cid`.execute(db)).rows;

/** Two values for a column, one for each row, and a third that neither has. */
function valueOf(fact: Fact, { name, type }: Column, nth: number): string | number {
  const some = allowed[`${fact}.${name}`];
  if (some) return some[nth % some.length] ?? 0;
  return type === "INTEGER" ? nth + 1 : `${name} ${String(nth)}`;
}

/** One row in every table, each with its line in the journal. */
async function filled(): Promise<{ study: Bench; columns: Map<Fact, Column[]> }> {
  const study = bench();
  const columns = new Map<Fact, Column[]>();
  await study.using(async (ledger) => {
    for (const pragma of ["foreign_keys = off", "ignore_check_constraints = on"])
      await sql.raw(`pragma ${pragma}`).execute(ledger.db);
    for (const fact of factNames) columns.set(fact, await columnsOf(ledger, fact));
    await ledger.write(async (change) => {
      for (const [fact, own] of columns) {
        if (fact === "study") continue;
        const row: Row = Object.fromEntries(own.map((column) => [column.name, valueOf(fact, column, 0)]));
        await sql`insert into ${sql.table(fact)} (${sql.join(own.map(({ name }) => sql.ref(name)))})
          values (${sql.join(Object.values(row))})`.execute(change.db);
        change.record("row.made", fact, String(row[facts[fact].subject]));
      }
    });
  });
  return { study, columns };
}

const quoted = (value: string | number): string => (typeof value === "number" ? String(value) : `'${value}'`);

async function found({ using }: Bench): Promise<string[]> {
  const { findings } = await using((ledger) => audit(ledger.db), { forWriting: false });
  return findings.map(({ code, params }) => `${code} ${String(params["fact"])}`);
}

describe("in every table of facts", () => {
  it("nothing is found where nothing was changed", async () => {
    const { study, columns } = await filled();
    expect(columns.size).toBe(factNames.length);
    expect(await found(study)).toEqual([]);
  });

  it.each(factNames)("a change of any column is found: %s", async (fact) => {
    const { study, columns } = await filled();
    for (const column of columns.get(fact) ?? []) {
      const name = `"${column.name}"`;
      const other = fact === "study" ? `${name} || 'x'` : quoted(valueOf(fact, column, 1));
      const save = `create table saved as select * from "${fact}"`;
      study.byHand(save, "pragma ignore_check_constraints = on", `update "${fact}" set ${name} = ${other}`);
      const findings = await found(study);
      expect({ column: column.name, findings }).not.toEqual({ column: column.name, findings: [] });
      expect(findings.every((each) => each.endsWith(` ${fact}`))).toBe(true);
      const back = `insert into "${fact}" select * from saved`;
      study.byHand("pragma ignore_check_constraints = on", `delete from "${fact}"`, back, "drop table saved");
      expect(await found(study)).toEqual([]);
    }
  });

  it.each(factNames)("a row added is found: %s", async (fact) => {
    const { study, columns } = await filled();
    const own = columns.get(fact) ?? [];
    const values = own.map((column) => quoted(valueOf(fact, column, 1)));
    study.byHand(
      "pragma ignore_check_constraints = on",
      `insert into "${fact}" (${own.map(({ name }) => `"${name}"`).join(", ")}) values (${values.join(", ")})`,
    );
    expect((await found(study)).some((each) => each === `audit.row-added ${fact}`)).toBe(true);
  });

  it.each(factNames)("a row taken away is found: %s", async (fact) => {
    const { study } = await filled();
    if (fact === "study") return;
    study.byHand(`delete from "${fact}"`);
    expect(await found(study)).toEqual([`audit.row-removed ${fact}`]);
  });
});
