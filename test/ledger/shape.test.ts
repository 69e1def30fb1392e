// A ledger whose structure was changed by hand is found, whatever it was.
import { expect, it } from "vitest";
import { auditShape } from "../../src/ledger/shape.ts";
import { bench } from "./study-with-ledger.ts";

async function findings(...statements: string[]): Promise<unknown[]> {
  const study = bench();
  await study.using(() => Promise.resolve());
  study.byHand(...statements);
  const found = await study.using(({ db }) => auditShape(db), { forWriting: false });
  return found.map(({ params }) => Object.values(params).join(" "));
}

it("nothing is found in a ledger as the program makes it, full of rows or written anew", async () => {
  expect(await findings()).toEqual([]);
  expect(await findings("insert into memo values ('a', 'b')", "vacuum", "analyze", "reindex")).toEqual([]);
});

it.each([
  ["create table secret (x text)", "table secret added"],
  ["drop trigger journal_is_never_cut", "trigger journal_is_never_cut removed"],
  ["drop index consent_participant", "index consent_participant removed"],
  ["create unique index one on consent (day)", "index one added"],
  ["alter table voice add column x text", "table voice changed"],
  ["alter table voice rename column stance to position", "table voice changed"],
])("%s", async (statement, expected) => {
  expect(await findings(statement)).toEqual([expected]);
});
