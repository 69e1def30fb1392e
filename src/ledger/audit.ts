// Whether the journal's chain holds, and whether the tables say what the journal says.
import type { Kysely } from "kysely";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { factNames, facts, type Fact } from "./facts.ts";
import { digestsOf, GENESIS, lineHash, type JournalLine } from "./journal.ts";
import { diagnose } from "./messages.ts";
import type { Tables } from "./schema.ts";

type Finding = "audit.row-added" | "audit.row-changed" | "audit.row-removed";

/**
 * Every finding; an empty list when nothing was changed by hand. What nothing inside can tell: the last lines of the
 * journal cut off together with all the rows they are about, which leaves the ledger as it once was. Whatever
 * was exported since tells: `verify` finds neither that export nor the line its manifest names. `among`: the tables
 * to look into, of all that the journal answers for.
 */
export async function audit(
  db: Kysely<Tables>,
  among: readonly Fact[] = factNames,
): Promise<{ lines: number; findings: Diagnostic[] }> {
  const lines = await db.selectFrom("journal").selectAll().orderBy("seq").execute();
  const findings = [...brokenLinks(lines)];
  const latest = new Map<string, JournalLine>();
  for (const line of lines) latest.set(`${line.fact} ${line.subject}`, line);
  for (const fact of among) {
    const present = await digestsOf(db, fact);
    const find = async (code: Finding, subject: string): Promise<void> => {
      const known = (await namesOf(db, fact, subject)).join(", ");
      findings.push(diagnose(code, "error", { fact, subject, known }));
    };
    for (const [subject, digest] of present) {
      const line = latest.get(`${fact} ${subject}`);
      if (line?.digest == null) await find("audit.row-added", subject);
      else if (line.digest !== digest) await find("audit.row-changed", subject);
    }
    for (const line of latest.values())
      if (line.fact === fact && line.digest !== null && !present.has(line.subject))
        await find("audit.row-removed", line.subject);
  }
  return { lines: lines.length, findings };
}

/** What a person knows a return by: its copy, its corrections. */
async function namesOf(db: Kysely<Tables>, fact: Fact, subject: string): Promise<string[]> {
  if (facts[fact].subject !== "return" && fact !== "return") return [];
  const origin = await db
    .selectFrom("return")
    .select(["edition", "participant"])
    .where("id", "=", subject)
    .executeTakeFirst();
  const corrections = await db
    .selectFrom("correction")
    .select(["id", "edition", "participant"])
    .where("return", "=", subject)
    .orderBy("id")
    .execute();
  const from = origin ?? corrections[0];
  return [...(from ? [`${from.edition}-${from.participant}`] : []), ...corrections.map(({ id }) => id)];
}

function* brokenLinks(lines: readonly JournalLine[]): Generator<Diagnostic> {
  let previous = GENESIS;
  for (const [index, line] of lines.entries()) {
    if (line.seq !== index + 1 || line.previous !== previous || line.hash !== lineHash(line))
      yield diagnose("audit.chain-broken", "error", { seq: line.seq });
    previous = line.hash;
  }
}
