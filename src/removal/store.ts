// What the removal room asks of the ledger, and how it takes words out of it.
import { sql, type Kysely, type Transaction } from "kysely";
import {
  asParticipantId,
  asSessionId,
  numbered,
  type ParticipantId,
  type SessionId,
  type TurnRef,
} from "../kernel/ids.ts";
import type { Fact } from "../ledger/facts.ts";
import { facts } from "../ledger/facts.ts";
import type { Change } from "../ledger/ledger.ts";
import type { Row, Tables } from "../ledger/schema.ts";

type Db = Kysely<Tables>;

/** The journal's word for a subject that lost words to a withdrawal. */
export const WITHDRAWN = "words.withdrawn";

export interface KnownTurn {
  readonly turn: TurnRef;
  readonly participant: ParticipantId | null;
  readonly words: string;
}

/** Every turn of the study, by session, in order of speech. */
export async function allTurns(db: Db): Promise<KnownTurn[]> {
  const rows = await db
    .selectFrom("turn")
    .select(["session", "number", "participant", "words"])
    .orderBy("session")
    .orderBy("position")
    .execute();
  return rows.flatMap(({ session: id, number, participant, words }) => {
    const session = asSessionId(id);
    const person = participant === null ? null : (asParticipantId(participant) ?? null);
    return session === undefined ? [] : [{ turn: { session, number }, participant: person, words }];
  });
}

/** The columns that hold sentences of anyone, and may lose some. Turns, codings and corrections are apart. */
const columns = {
  document: ["generated", "content"],
  edition: ["content"],
  validation: ["content"],
  decision: ["text", "reason"],
  loss: ["words"],
  copy: ["letter"],
  minority_note: ["content"],
  former_turn: ["words"],
  lost_coding: ["words"],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>;

/** The columns in which a name may stand: those, what says who answers for a decision, and the pact. */
const named = {
  ...columns,
  decision: [...columns.decision, "by"],
  undone_decision: ["by"],
  pact: ["content"],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>;

export type TextTable = keyof typeof named;

export interface KeptText {
  readonly table: TextTable;
  readonly rowid: number;
  readonly column: string;
  readonly text: string;
  /** The journal's subject of the row; of a document, which is no fact, its group. */
  readonly subject: string;
}

/** Every text of anyone's sentences that the ledger keeps in these columns. */
export function keptTexts(db: Db): Promise<KeptText[]> {
  return textsIn(db, columns);
}

/** The same, with what is no sentence and may hold a name. */
export function namedTexts(db: Db): Promise<KeptText[]> {
  return textsIn(db, named);
}

async function textsIn(db: Db, wanted: Partial<Record<TextTable, readonly string[]>>): Promise<KeptText[]> {
  const found: KeptText[] = [];
  for (const [name, own] of Object.entries(wanted)) {
    const table = name as TextTable; // A key of the objects above.
    const subject = table === "document" ? "grp" : facts[table].subject;
    for (const column of own) {
      const { rows } = await sql<{ rowid: number; text: string; subject: string }>`
        select rowid as rowid, ${sql.ref(column)} as text, ${sql.ref(subject)} as subject
        from ${sql.table(table)} where ${sql.ref(column)} is not null`.execute(db);
      found.push(...rows.map((row) => ({ table, column, ...row })));
    }
  }
  return found;
}

export async function setText(db: Transaction<Tables>, each: KeptText, text: string): Promise<void> {
  await sql`update ${sql.table(each.table)} set ${sql.ref(each.column)} = ${text}
    where rowid = ${each.rowid}`.execute(db);
}

/** The fact that a table's rows are; undefined for one that the journal does not answer for. */
export const factOf = (table: TextTable): Fact | undefined => (table === "document" ? undefined : table);

export function correctionRows(db: Db): Promise<Row<"correction">[]> {
  return db.selectFrom("correction").selectAll().orderBy("id").execute();
}

export async function setCorrection(
  db: Transaction<Tables>,
  { id, start, end, before, after, comment }: Row<"correction">,
): Promise<void> {
  await db
    .updateTable("correction")
    .set({ start, end, before, after, comment })
    .where("id", "=", id)
    .execute();
}

/** The corrections that were ever recorded as a position beside the text. */
export async function recordedCorrections(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("decision")
    .select("correction")
    .distinct()
    .where("outcome", "=", "recorded")
    .execute();
  return new Set(rows.map(({ correction }) => correction));
}

export function documentRows(db: Db): Promise<Row<"document">[]> {
  return db.selectFrom("document").selectAll().execute();
}

export function editionRows(db: Db): Promise<Row<"edition">[]> {
  return db.selectFrom("edition").selectAll().execute();
}

export function validationRows(db: Db): Promise<Row<"validation">[]> {
  return db.selectFrom("validation").selectAll().execute();
}

export function noteRows(db: Db): Promise<Row<"minority_note">[]> {
  return db.selectFrom("minority_note").selectAll().execute();
}

export function returnRows(db: Db): Promise<Row<"return">[]> {
  return db.selectFrom("return").selectAll().execute();
}

export function copyRows(db: Db): Promise<Row<"copy">[]> {
  return db.selectFrom("copy").selectAll().orderBy("id").orderBy("format").execute();
}

export interface KnownExport extends Row<"export"> {
  readonly sections: readonly Row<"exported_section">[];
  /** The day on which it was recalled; null when it was not. */
  readonly recalled: string | null;
  /** True when it was found to have left with a name. */
  readonly isNamed: boolean;
}

export async function exportRows(db: Db): Promise<KnownExport[]> {
  const rows = await db.selectFrom("export").selectAll().orderBy("id").execute();
  const sections = await db.selectFrom("exported_section").selectAll().execute();
  const recalls = await db.selectFrom("recall").selectAll().orderBy("id").execute();
  const days = new Map(recalls.filter(({ what }) => what === "done").map((row) => [row.export, row.day]));
  const named = new Set(recalls.filter(({ what }) => what === "asked").map((row) => row.export));
  return rows.map((row) => ({
    ...row,
    sections: sections.filter((each) => each.export === row.id),
    recalled: days.get(row.id) ?? null,
    isNamed: named.has(row.id),
  }));
}

export async function insertRecalls(
  change: Change,
  rows: readonly Omit<Row<"recall">, "id">[],
): Promise<void> {
  await change.insert("recall", rows);
  for (const row of rows)
    change.record(row.what === "done" ? "export.recalled" : "export.to-recall", "recall", row.export);
}

/** The SHA-256 of the files that these sessions were read from. */
export async function sourcesOf(db: Db, sessions: readonly SessionId[]): Promise<ReadonlySet<string>> {
  if (sessions.length === 0) return new Set();
  const rows = await db.selectFrom("transcript").select("sha256").where("session", "in", sessions).execute();
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** Every coding and every text it had. */
export function codingRows(db: Db, session: SessionId): Promise<Row<"coding">[]> {
  return db.selectFrom("coding").selectAll().where("session", "=", session).orderBy("id").execute();
}

export async function setTurn(
  db: Transaction<Tables>,
  { session, number }: TurnRef,
  words: string,
  isNobodys: boolean,
): Promise<void> {
  await db
    .updateTable("turn")
    .set({ words, ...(isNobodys ? { participant: null, label: null } : {}) })
    .where("session", "=", session)
    .where("number", "=", number)
    .execute();
}

/** What a turn said before, and codings of it that lost their place; a turn that a person added stays one. */
export async function forgetTurn(db: Transaction<Tables>, { session, number }: TurnRef): Promise<void> {
  await db
    .deleteFrom("former_turn")
    .where("session", "=", session)
    .where("number", "=", number)
    .where("words", "<>", "")
    .execute();
  await db.deleteFrom("lost_coding").where("session", "=", session).where("turn", "=", number).execute();
}

/** Puts these in the place of all codings of the turns named. */
export async function replaceCodings(
  change: Change,
  session: SessionId,
  turns: readonly number[],
  codings: readonly Row<"coding">[],
): Promise<void> {
  await change.db.deleteFrom("coding").where("session", "=", session).where("turn", "in", turns).execute();
  await change.insert("coding", codings);
}

/** Nothing is known any more of what was computed from texts. */
export async function forgetMemo(db: Transaction<Tables>): Promise<void> {
  await db.deleteFrom("memo").execute();
}

export async function nextWithdrawal(db: Db): Promise<string> {
  const rows = await db.selectFrom("withdrawal").select("id").execute();
  return numbered("w", rows.reduce((last, { id }) => Math.max(last, Number(id.slice(1))), 0) + 1, 3);
}

export async function insertWithdrawal(
  change: Change,
  row: Row<"withdrawal">,
  touched: readonly Omit<Row<"withdrawal_touched">, "withdrawal">[],
  phrases: readonly Omit<Row<"withdrawn_phrase">, "withdrawal">[],
): Promise<void> {
  const withdrawal = row.id;
  await change.insert("withdrawal", [row]);
  await change.insert(
    "withdrawal_touched",
    touched.map((each) => ({ withdrawal, ...each })),
  );
  await change.insert(
    "withdrawn_phrase",
    phrases.map((each) => ({ withdrawal, ...each })),
  );
  change.record(WITHDRAWN, "withdrawal", withdrawal);
  if (touched.length > 0) change.record(WITHDRAWN, "withdrawal_touched", withdrawal);
  if (phrases.length > 0) change.record(WITHDRAWN, "withdrawn_phrase", withdrawal);
}

/** The journal's word for a subject that lost words, or what refers to them, to a day that had come. */
const PURGED = "purged";

/** The sessions that still say where their words came from, or when they were said. */
export async function referringSessions(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("transcript")
    .select("session")
    .where((build) =>
      build.or([
        build("sha256", "<>", ""),
        build.exists(
          build
            .selectFrom("turn")
            .select("number")
            .whereRef("turn.session", "=", "transcript.session")
            .where(sql<boolean>`coalesce(start_ms, end_ms) is not null`),
        ),
      ]),
    )
    .orderBy("session")
    .execute();
  return rows.map(({ session }) => session);
}

/** Neither the file that a session was read from nor the time of a word is known any more. */
export async function forgetReferences(change: Change, session: string): Promise<void> {
  const { db } = change;
  await db
    .updateTable("transcript")
    .set({ sha256: "", format: "", bytes: 0 })
    .where("session", "=", session)
    .execute();
  await db.updateTable("turn").set({ start_ms: null, end_ms: null }).where("session", "=", session).execute();
  for (const fact of ["transcript", "turn"] as const) change.record(PURGED, fact, session);
}

/** Who spoke when stays, and about what; the words go, former and lost ones too, and the sheet. */
export async function forgetSpeech(
  change: Change,
  session: string,
  silent: readonly number[],
): Promise<void> {
  const { db } = change;
  for (const table of ["turn", "coding"] as const)
    await db
      .updateTable(table)
      .set({ words: "" })
      .where("session", "=", session)
      .where(table === "turn" ? "number" : "turn", "not in", silent)
      .execute();
  await db.deleteFrom("former_turn").where("session", "=", session).where("words", "<>", "").execute();
  await db.deleteFrom("lost_coding").where("session", "=", session).execute();
  await db.deleteFrom("sheet").where("session", "=", session).execute();
  for (const fact of ["turn", "coding", "former_turn", "lost_coding"] as const)
    change.record(PURGED, fact, session);
}

/** The sessions that have a sheet. */
export async function sheetedSessions(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("sheet").select("session").orderBy("session").execute();
  return rows.map(({ session }) => session);
}

/** What was generated for each group, apart from the words that people made of it. */
export function generatedTexts(db: Db): Promise<{ grp: string; generated: string }[]> {
  return db.selectFrom("document").select(["grp", "generated"]).execute();
}

export async function setGenerated(db: Transaction<Tables>, grp: string, generated: string): Promise<void> {
  await db.updateTable("document").set({ generated }).where("grp", "=", grp).execute();
}

/** The returns that still hold words of someone, in their corrections or in what found no place. */
export async function speakingReturns(db: Db): Promise<string[]> {
  const corrections = await db
    .selectFrom("correction")
    .select("return")
    .distinct()
    .where((build) =>
      build.or([build("before", "<>", ""), build("after", "<>", ""), build("comment", "<>", "")]),
    )
    .execute();
  const losses = await db.selectFrom("loss").select("return").distinct().where("words", "<>", "").execute();
  return [...new Set([...corrections, ...losses].map((row) => row.return))].sort();
}

export async function forgetReturn(change: Change, id: string): Promise<void> {
  await change.db
    .updateTable("correction")
    .set({ start: null, end: null, before: "", after: "", comment: "" })
    .where("return", "=", id)
    .execute();
  await change.db.updateTable("loss").set({ words: "" }).where("return", "=", id).execute();
  for (const fact of ["correction", "loss"] as const) change.record(PURGED, fact, id);
}

/** The reports to participants as the program last wrote them. */
export function reportRows(db: Db): Promise<Row<"report">[]> {
  return db.selectFrom("report").selectAll().orderBy("path").execute();
}

export async function forgetReport(db: Transaction<Tables>, path: string): Promise<void> {
  await db.deleteFrom("report").where("path", "=", path).execute();
}

export async function insertPurge(change: Change, row: Omit<Row<"purge">, "id">): Promise<void> {
  await change.db.insertInto("purge").values(row).execute();
  change.record(PURGED, "purge", row.what);
}
