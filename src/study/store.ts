// What the study room asks of the ledger.
import type { Kysely } from "kysely";
import type { Fact } from "../ledger/facts.ts";
import type { Change } from "../ledger/ledger.ts";
import { asParticipantId } from "../kernel/ids.ts";
import type { Row, Tables } from "../ledger/schema.ts";

/** True when the ledger holds more than a study's creation. */
export async function hasFacts(db: Kysely<Tables>): Promise<boolean> {
  const line = await db
    .selectFrom("journal")
    .select("seq")
    .where("kind", "<>", "study.created")
    .limit(1)
    .execute();
  return line.length > 0;
}

/** The sessions that have a sheet, and the groups that have a document. */
export async function expectedFiles(db: Kysely<Tables>): Promise<{ sessions: string[]; groups: string[] }> {
  const sheets = await db.selectFrom("sheet").select("session").orderBy("session").execute();
  const documents = await db.selectFrom("document").select("grp").orderBy("grp").execute();
  return { sessions: sheets.map((row) => row.session), groups: documents.map((row) => row.grp) };
}

/** Every consent, in the order they were recorded. */
export function consentRows(db: Kysely<Tables>): Promise<Row<"consent">[]> {
  return db.selectFrom("consent").selectAll().orderBy("id").execute();
}

export async function addConsents(
  change: Change,
  rows: readonly Omit<Row<"consent">, "id">[],
): Promise<void> {
  await change.insert("consent", rows);
  for (const participant of new Set(rows.map((row) => row.participant)))
    change.record("consent.recorded", "consent", participant);
}

export interface PactText {
  /** From 1, in the order in which people agreed to a new text. */
  readonly version: number;
  readonly fingerprint: string;
  readonly content: string;
}

/** The texts of the pact that somebody agreed to, the latest last. */
export function pactRows(db: Kysely<Tables>): Promise<PactText[]> {
  return db.selectFrom("pact").select(["version", "fingerprint", "content"]).orderBy("version").execute();
}

export function pactAgreementRows(db: Kysely<Tables>): Promise<Row<"pact_agreement">[]> {
  return db.selectFrom("pact_agreement").selectAll().orderBy("pact").execute();
}

export async function addPact(change: Change, pact: Row<"pact">): Promise<void> {
  await change.db.insertInto("pact").values(pact).execute();
  change.record("pact.versioned", "pact", pact.fingerprint);
}

export async function addPactAgreements(
  change: Change,
  rows: readonly Row<"pact_agreement">[],
): Promise<void> {
  await change.insert("pact_agreement", rows);
  for (const { participant } of rows) change.record("pact.agreed", "pact_agreement", participant);
}

/** Who withdrew everything they said. */
export async function leftAltogether(db: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom("withdrawal").select("participant").where("scope", "=", "all").execute();
  return new Set(rows.map(({ participant }) => participant));
}

/** The ids of a kind that withdrawals touched: `validation`, `export`… */
export async function touchedByWithdrawals(db: Kysely<Tables>, kind: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom("withdrawal_touched").select("subject").where("kind", "=", kind).execute();
  return new Set(rows.map(({ subject }) => subject));
}

/** The journal's word for a subject in which names that were listed late are replaced. */
export const NAMES_REPLACED = "names.replaced";

/**
 * The subjects of a fact in which a name was replaced after it was recorded: of an agreement, what was
 * agreed to is known by its fingerprint alone.
 */
export async function renamedSubjects(db: Kysely<Tables>, fact: Fact): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("journal")
    .select("subject")
    .distinct()
    .where("fact", "=", fact)
    .where("kind", "=", NAMES_REPLACED)
    .execute();
  return new Set(rows.map(({ subject }) => subject));
}

/** Every withdrawal with what it touched, in their order. */
export async function withdrawalRows(db: Kysely<Tables>) {
  const rows = await db.selectFrom("withdrawal").selectAll().orderBy("id").execute();
  if (rows.length === 0) return [];
  const touched = await db
    .selectFrom("withdrawal_touched")
    .selectAll()
    .orderBy("kind")
    .orderBy("subject")
    .execute();
  return rows.flatMap(({ participant: person, ...row }) => {
    const participant = asParticipantId(person);
    const own = touched.filter(({ withdrawal }) => withdrawal === row.id);
    return participant === undefined
      ? []
      : [{ ...row, participant, touched: own.map(({ kind, subject }) => ({ kind, subject })) }];
  });
}

export function withdrawnPhraseRows(
  db: Kysely<Tables>,
): Promise<Pick<Row<"withdrawn_phrase">, "lead" | "words" | "digest">[]> {
  return db.selectFrom("withdrawn_phrase").select(["lead", "words", "digest"]).distinct().execute();
}

/** Those of one person. */
export function phraseRowsOf(
  db: Kysely<Tables>,
  participant: string,
): Promise<Pick<Row<"withdrawn_phrase">, "lead" | "words" | "digest">[]> {
  return db
    .selectFrom("withdrawn_phrase")
    .innerJoin("withdrawal", "withdrawal.id", "withdrawn_phrase.withdrawal")
    .select(["lead", "words", "digest"])
    .where("withdrawal.participant", "=", participant)
    .distinct()
    .execute();
}

/** Whether any turn says when it was spoken. */
export async function isAnyTurnTimed(db: Kysely<Tables>): Promise<boolean> {
  const row = await db
    .selectFrom("turn")
    .select("number")
    .where((build) => build.or([build("start_ms", "is not", null), build("end_ms", "is not", null)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What was removed because its day had come. */
export function purgeRows(db: Kysely<Tables>): Promise<{ what: string; day: string; at: string }[]> {
  return db.selectFrom("purge").select(["what", "day", "at"]).execute();
}
