// The correction room's queries: returns, what they ask, what was decided and brought in.
import type { Kysely, NotNull, Transaction } from "kysely";
import {
  asCorrectionId,
  asEditionId,
  asGroupId,
  asParticipantId,
  asSectionId,
  copyId,
  numbered,
  type CopyId,
  type EditionId,
} from "../kernel/ids.ts";
import type { Row, Tables } from "../ledger/schema.ts";
import { leftAltogether } from "../study/store.ts";
import {
  asKind,
  asOutcome,
  byNumber,
  type Correction,
  type Decision,
  type HistoryEvent,
} from "./correction.ts";

type Db = Kysely<Tables>;

/** Editions with the document as it was frozen, oldest first. */
export async function sentEditions(
  db: Db,
): Promise<{ readonly id: EditionId; readonly grp: string; readonly content: string }[]> {
  const rows = await db
    .selectFrom("edition")
    .select(["id", "grp", "content"])
    .where("content", "is not", null)
    .$narrowType<{ content: NotNull }>()
    .execute();
  return rows
    .map(({ id, ...row }) => ({ id: known(asEditionId(id)), ...row }))
    .sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
}

export function findReturn(
  db: Db,
  { edition, participant, sha256 }: { edition: string; participant: string; sha256: string },
): Promise<Row<"return"> | undefined> {
  return db
    .selectFrom("return")
    .selectAll()
    .where("edition", "=", edition)
    .where("participant", "=", participant)
    .where("sha256", "=", sha256)
    .executeTakeFirst();
}

/** The returns that were these very bytes, whoever they are from. */
export function returnsLike(db: Db, sha256: string): Promise<Row<"return">[]> {
  return db.selectFrom("return").selectAll().where("sha256", "=", sha256).execute();
}

/** The copy that each return answers, by the return's id. */
export async function returnedCopies(db: Db): Promise<Map<string, CopyId>> {
  const rows = await db.selectFrom("return").select(["id", "edition", "participant"]).execute();
  return new Map(
    rows.map(({ id, edition, participant }) => [
      id,
      copyId(known(asEditionId(edition)), known(asParticipantId(participant))),
    ]),
  );
}

/** All that came back for an edition, in files or said aloud. */
export function returnsTo(db: Db, edition: string): Promise<Row<"return">[]> {
  return db.selectFrom("return").selectAll().where("edition", "=", edition).execute();
}

export function lossOf(db: Db, returnId: string): Promise<Row<"loss">[]> {
  return db.selectFrom("loss").selectAll().where("return", "=", returnId).orderBy("id").execute();
}

/** The number of the last correction of the study; 0 when there is none. */
export async function lastCorrectionNumber(db: Db): Promise<number> {
  const rows = await db.selectFrom("correction").select("id").execute();
  return rows.reduce((last, { id }) => Math.max(last, Number(id.slice(1))), 0);
}

export const correctionNumber = (number: number): string => numbered("c", number, 3);

export async function setKind(
  db: Transaction<Tables>,
  { id, kind, isProposed }: Pick<Correction, "id" | "kind" | "isProposed">,
): Promise<void> {
  await db
    .updateTable("correction")
    .set({ kind, proposed: isProposed ? 1 : 0 })
    .where("id", "=", id)
    .execute();
}

export async function insertDecision(
  db: Transaction<Tables>,
  row: Omit<Row<"decision">, "id">,
): Promise<void> {
  await db.insertInto("decision").values(row).execute();
}

/** The exact words of each section of a group that were last agreed to. */
export async function lastValidated(db: Db, group: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom("validation")
    .select(["id", "section", "content"])
    .where("grp", "=", group)
    .execute();
  // By their order, not their days: clocks are set back.
  rows.sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
  return new Map(rows.map(({ section, content }) => [section, content]));
}

/**
 * All corrections, in the order of their ids, each with its latest decision that stands. Those of someone
 * who withdrew everything ask for nothing any more.
 */
export async function allCorrections(db: Db): Promise<Correction[]> {
  const left = await leftAltogether(db);
  const rows = (await db.selectFrom("correction").selectAll().execute()).filter(
    ({ participant }) => !left.has(participant),
  );
  const undone = await db.selectFrom("undone_decision").select("decision").execute();
  const isUndone = new Set(undone.map(({ decision }) => decision));
  const decisions = await db.selectFrom("decision").selectAll().orderBy("id").execute();
  const byId = new Map(decisions.map((row) => [row.id, asDecision(row)]));
  const latest = new Map(
    decisions.filter(({ id }) => !isUndone.has(id)).map((row) => [row.correction, byId.get(row.id)]),
  );
  const integrated = await db.selectFrom("integration").select(["correction", "decision"]).execute();
  const followed = new Map(integrated.map(({ correction, decision }) => [correction, byId.get(decision)]));
  return rows
    .map((row) => asCorrection(row, latest.get(row.id) ?? null, followed.get(row.id) ?? null))
    .sort(byNumber);
}

/** What happened to one correction since it was received, in the order it did. */
export async function eventsOf(db: Db, correction: string): Promise<HistoryEvent[]> {
  const own = await db
    .selectFrom("decision")
    .selectAll()
    .where("correction", "=", correction)
    .orderBy("id")
    .execute();
  const decisions = own.values();
  const lines = await db
    .selectFrom("journal")
    .select(["at", "kind"])
    .where("fact", "in", ["decision", "undone_decision", "integration"])
    .where("subject", "=", correction)
    .where("kind", "in", [DECIDED, UNDONE, BROUGHT_IN, TAKEN_OUT])
    .orderBy("seq")
    .execute();
  return lines.flatMap(({ at, kind }): HistoryEvent[] => {
    if (kind === DECIDED) {
      const row = decisions.next().value;
      return row === undefined ? [] : [{ what: "decided", ...asDecision(row) }];
    }
    return [{ what: kind === UNDONE ? "undone" : kind === TAKEN_OUT ? "taken-out" : "brought-in", at }];
  });
}

/** The journal's words for what happens to a correction. */
export const DECIDED = "correction.decided";
export const UNDONE = "correction.undone";
export const BROUGHT_IN = "correction.integrated";
export const TAKEN_OUT = "correction.taken-out";

/** Which decision the document now follows, for each of these corrections. */
export async function keepIntegrations(
  db: Transaction<Tables>,
  rows: readonly Row<"integration">[],
): Promise<void> {
  for (const row of rows)
    await db
      .insertInto("integration")
      .values(row)
      .onConflict((clash) => clash.column("correction").doUpdateSet({ decision: row.decision, at: row.at }))
      .execute();
}

/** The decisions made once an edition was sent, as the journal has them: clocks are set back. */
export async function decidedSince(db: Db, edition: string): Promise<ReadonlySet<number>> {
  const lines = await db
    .selectFrom("journal")
    .select(["kind", "subject"])
    .where("kind", "in", ["edition.sent", DECIDED])
    .orderBy("seq")
    .execute();
  const sent = lines.findIndex(({ kind, subject }) => kind !== DECIDED && subject === edition);
  const before = new Map<string, number>();
  for (const { kind, subject } of lines.slice(0, Math.max(sent, 0)))
    if (kind === DECIDED) before.set(subject, (before.get(subject) ?? 0) + 1);
  const decisions = await db.selectFrom("decision").select(["id", "correction"]).orderBy("id").execute();
  const since = new Set<number>();
  // Each has one line, in their order.
  for (const { id, correction } of decisions) {
    const count = before.get(correction) ?? 0;
    if (count === 0) since.add(id);
    else before.set(correction, count - 1);
  }
  return since;
}

/** What the program last wrote in each report. */
export async function writtenSums(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom("report").selectAll().execute();
  return new Map(rows.map(({ path, sha256 }) => [path, sha256]));
}

export async function keepWritten(db: Transaction<Tables>, row: Row<"report">): Promise<void> {
  await db
    .insertInto("report")
    .values(row)
    .onConflict((clash) => clash.column("path").doUpdateSet({ sha256: row.sha256 }))
    .execute();
}

export async function undoDecision(db: Transaction<Tables>, row: Row<"undone_decision">): Promise<void> {
  await db.insertInto("undone_decision").values(row).execute();
}

function asCorrection(
  row: Row<"correction">,
  decision: Decision | null,
  followed: Decision | null,
): Correction {
  const { return: from, start, end, before, after, comment, received } = row;
  return {
    id: known(asCorrectionId(row.id)),
    return: from,
    edition: known(asEditionId(row.edition)),
    participant: known(asParticipantId(row.participant)),
    group: known(asGroupId(row.grp)),
    section: known(asSectionId(row.section)),
    kind: known(asKind(row.kind)),
    isProposed: row.proposed === 1,
    ...{ start, end, before, after, comment, received },
    decision,
    followed,
    isIntegrated: decision !== null && followed?.id === decision.id,
  };
}

function asDecision({ id, outcome, text, reason, by, at }: Row<"decision">): Decision {
  return { id, outcome: known(asOutcome(outcome)), text, reason, by, at };
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the ledger holds a value that this version does not know");
  return value;
}
