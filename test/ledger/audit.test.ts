// What was changed by hand in a ledger is found, whatever was changed.
import { describe, expect, it } from "vitest";
import { audit } from "../../src/ledger/audit.ts";
import { factNames, facts } from "../../src/ledger/facts.ts";
import { addSession, bench, type Bench } from "./study-with-ledger.ts";

async function findings({ using }: Bench): Promise<string[]> {
  const { findings: found } = await using((ledger) => audit(ledger.db), { forWriting: false });
  return found.map(({ code, params }) => [code, ...Object.values(params)].filter(Boolean).join(" "));
}

/** A ledger with two sessions, changed by hand. */
async function changed(...statements: string[]): Promise<string[]> {
  const study = bench();
  await study.using(async (ledger) => {
    await addSession(ledger, "s01");
    await addSession(ledger, "s02");
  });
  study.byHand(...statements);
  return findings(study);
}

const unlock = ["drop trigger journal_is_never_changed", "drop trigger journal_is_never_cut"];

describe("audit", () => {
  it("finds nothing in a ledger that only the program changed", async () => {
    expect(await changed()).toEqual([]);
  });

  it("finds a word changed in one turn", async () => {
    expect(
      await changed("update turn set words = words || '.' where session = 's01' and number = 2"),
    ).toEqual(["audit.row-changed turn s01"]);
  });

  it("finds a row added to what is known, and one of which nothing is known", async () => {
    expect(
      await changed("insert into turn (session, number, position, words) values ('s01', 9, 9, 'x')"),
    ).toEqual(["audit.row-changed turn s01"]);
    expect(
      await changed(
        "insert into validation values ('v1', 'g1', 'peur', 'f', 'c', 'public', 'session', null, 1, '2026-01-01T00:00:00Z', null, null)",
        "insert into voice values ('v1', 'P01', 'agree')",
      ),
    ).toEqual(["audit.row-added validation v1", "audit.row-added voice v1"]);
  });

  it("names a return by its copy and its corrections", async () => {
    const back = "insert into return values ('r9f', 'r02', 'P03', 'md', 'f', '2026-01-01T00:00:00Z')";
    const correction = (id: string) =>
      `insert into correction (id, return, edition, participant, grp, section, kind, proposed, before, after, comment, received)
       values ('${id}', 'r9f', 'r02', 'P03', 'g1', 'peur', 'nuance', 0, 'a', 'b', '', '2026-01-01T00:00:00Z')`;
    const lost = "insert into loss (return, place, words) values ('r9f', 'header', 'x')";
    expect(await changed(back, lost, correction("c008"), correction("c009"))).toEqual([
      "audit.row-added return r9f r02-P03, c008, c009",
      "audit.row-added loss r9f r02-P03, c008, c009",
      "audit.row-added correction r9f r02-P03, c008, c009",
    ]);
    expect(await changed(correction("c008"))).toEqual(["audit.row-added correction r9f r02-P03, c008"]);
    expect(await changed(lost)).toEqual(["audit.row-added loss r9f"]);
  });

  it("finds a row removed, one of several or the last", async () => {
    expect(await changed("delete from turn where session = 's01' and number = 2")).toEqual([
      "audit.row-changed turn s01",
    ]);
    expect(await changed("delete from turn where session = 's02'")).toEqual(["audit.row-removed turn s02"]);
  });

  it("finds a row put back after it was removed", async () => {
    const study = bench();
    await study.using(async (ledger) => {
      await addSession(ledger, "s01");
      await ledger.write(async (change) => {
        await change.db.deleteFrom("turn").execute();
        change.record("turn.withdrawn", "turn", "s01");
      });
    });
    expect(await findings(study)).toEqual([]);
    study.byHand("insert into turn (session, number, position, words) values ('s01', 1, 1, 'x')");
    expect(await findings(study)).toEqual(["audit.row-added turn s01"]);
  });

  it.each([
    ["kind = 'x'", "audit.chain-broken 3"],
    ["at = '2020-01-01T00:00:00Z'", "audit.chain-broken 3"],
    ["previous = hash", "audit.chain-broken 3"],
  ])("finds a line of the journal where %s was written", async (set, expected) => {
    expect(await changed(...unlock, `update journal set ${set} where seq = 3`)).toEqual([expected]);
  });

  it("finds a line whose hash was made again: the next one does not know it", async () => {
    expect(await changed(...unlock, `update journal set hash = '${"a".repeat(64)}' where seq = 3`)).toEqual([
      "audit.chain-broken 3",
      "audit.chain-broken 4",
    ]);
  });

  it("finds a line taken out, and the journal emptied", async () => {
    expect(await changed(...unlock, "delete from journal where seq = 2")).toEqual([
      "audit.chain-broken 3",
      "audit.chain-broken 4",
      "audit.chain-broken 5",
      "audit.row-added transcript s01",
    ]);
    const emptied = await changed(...unlock, "delete from journal");
    expect(emptied.filter((each) => each.startsWith("audit.row-added"))).toHaveLength(5);
  });

  it("finds lines put in another order, and the last ones cut off", async () => {
    const swapped = await changed(
      ...unlock,
      "update journal set seq = 100 where seq = 2",
      "update journal set seq = 2 where seq = 3",
      "update journal set seq = 3 where seq = 100",
    );
    expect(swapped.slice(0, 2)).toEqual(["audit.chain-broken 2", "audit.chain-broken 3"]);
    expect(await changed(...unlock, "delete from journal where seq >= 4")).toEqual([
      "audit.row-added transcript s02",
      "audit.row-added turn s02",
    ]);
  });

  it("answers for every table that a decision rests on", () => {
    const answered = new Set<string>(factNames);
    for (const table of ["correction", "decision", "validation", "voice", "export", "exported_section"])
      expect(answered).toContain(table);
    for (const name of factNames) expect(facts[name].key.length).toBeGreaterThan(0);
  });
});
