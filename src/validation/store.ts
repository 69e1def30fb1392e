// The validation room's queries: agreements with their voices, and the order of events.
import type { Kysely, Transaction } from "kysely";
import { asParticipantId } from "../kernel/ids.ts";
import type { Fact } from "../ledger/facts.ts";
import type { Row, Tables } from "../ledger/schema.ts";
import { audiences } from "../study/settings.ts";
import { expressions, meansOfAgreement, subjects, type Expression, type Note, type Voice } from "./facts.ts";

type Db = Kysely<Tables>;

/** A voice, or the trace of a consultation, and the words it is about. */
export interface PlacedVoice extends Omit<Voice, "stance" | "under"> {
  readonly stance: Expression;
  readonly grp: string;
  readonly section: string;
  readonly fingerprint: string;
  /** As the ledger keeps it (recorded-rule.ts). */
  readonly electorate: string | null;
}

/**
 * Every voice, in the order they were recorded. What has no line in the journal was not
 * recorded by this program, and is not a voice.
 */
export async function allVoices(db: Db): Promise<PlacedVoice[]> {
  const rows = await db
    .selectFrom("voice")
    .innerJoin("validation", "validation.id", "voice.validation")
    .select(["voice.validation", "voice.participant", "voice.stance"])
    .select(["validation.grp", "validation.section", "validation.fingerprint", "validation.audience"])
    .select(["validation.means", "validation.session", "validation.by_group", "validation.at"])
    .select(["validation.about", "validation.electorate"])
    .execute();
  if (rows.length === 0) return [];
  const orders = await recordingOrder(db, "validation");
  const days = await sittings(db);
  return rows
    .flatMap(({ by_group, about, ...row }) => {
      const participant = asParticipantId(row.participant);
      const stance = expressions.find((each) => each === row.stance);
      const audience = about === "words" ? "group" : audiences.find((each) => each === row.audience);
      const subject = subjects.find((each) => each === (about ?? "both"));
      const means = meansOfAgreement.find((each) => each === row.means);
      const order = orders.get(row.validation);
      if (!participant || !stance || !audience || !subject || !means || order === undefined) return [];
      const said = { participant, stance, about: subject, audience, means, order };
      const read = days.get(row.validation) ?? [];
      return [{ ...row, ...said, sittings: read, isByGroup: by_group === 1 }];
    })
    .sort((a, b) => a.order - b.order);
}

/** The days of reading aloud of each validation, in their order. */
async function sittings(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.selectFrom("sitting").selectAll().orderBy("number").execute();
  const days = new Map<string, string[]>();
  for (const { validation, day } of rows) days.set(validation, [...(days.get(validation) ?? []), day]);
  return days;
}

/** The latest note beside each wording, by `g1/peur/` and its fingerprint; as for voices, only what the journal knows. */
export async function allNotes(db: Db): Promise<ReadonlyMap<string, Note>> {
  const rows = await db.selectFrom("minority_note").selectAll().execute();
  if (rows.length === 0) return new Map();
  const orders = await recordingOrder(db, "minority_note");
  const known = rows.flatMap(({ id, ...row }) => {
    const order = orders.get(id);
    return order === undefined ? [] : [{ ...row, order }];
  });
  return new Map(
    known
      .sort((a, b) => a.order - b.order)
      .map(({ grp, section, fingerprint, content, order }) => [
        `${grp}/${section}/${fingerprint}`,
        { content, order },
      ]),
  );
}

/** When each subject of a fact was first recorded, as the number of its line in the journal. */
export async function recordingOrder(db: Db, fact: Fact): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("journal")
    .select(({ fn }) => ["subject", fn.min("seq").as("seq")])
    .where("fact", "=", fact)
    .groupBy("subject")
    .execute();
  return new Map(rows.map(({ subject, seq }) => [subject, seq]));
}

/** The agreed words of these validations. */
export async function contentsOf(
  db: Db,
  validations: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (validations.length === 0) return new Map();
  const rows = await db
    .selectFrom("validation")
    .select(["id", "content"])
    .where("id", "in", [...validations])
    .execute();
  return new Map(rows.map(({ id, content }) => [id, content]));
}

/** The latest sent edition of each group, by group. */
export async function latestSent(
  db: Db,
): Promise<ReadonlyMap<string, { id: string; at: string; content: string }>> {
  const rows = await db.selectFrom("edition").select(["id", "grp"]).where("sent", "is not", null).execute();
  const byNumber = rows.sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
  const latest = new Map(byNumber.map(({ grp, id }) => [grp, id]));
  if (latest.size === 0) return new Map();
  const contents = await db
    .selectFrom("edition")
    .select(["id", "grp", "sent", "content"])
    .where("id", "in", [...latest.values()])
    .execute();
  return new Map(
    contents.map(({ id, grp, sent, content }) => [grp, { id, at: sent ?? "", content: content ?? "" }]),
  );
}

/** The latest edition of each group, sent or not, by group. */
export async function latestEditions(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom("edition").select(["id", "grp"]).execute();
  const byNumber = rows.sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
  return new Map(byNumber.map(({ grp, id }) => [grp, id]));
}

/** 0 when there is none. */
export async function lastNumber(db: Db, table: "validation" | "minority_note"): Promise<number> {
  const rows = await db.selectFrom(table).select("id").execute();
  return rows.reduce((last, { id }) => Math.max(last, Number(id.slice(1))), 0);
}

/** `days`: those on which the words were read aloud. */
export async function insertValidation(
  db: Transaction<Tables>,
  row: Row<"validation">,
  voices: readonly Omit<Row<"voice">, "validation">[],
  days: readonly string[],
): Promise<void> {
  await db.insertInto("validation").values(row).execute();
  await db
    .insertInto("voice")
    .values(voices.map((voice) => ({ ...voice, validation: row.id })))
    .execute();
  if (days.length === 0) return;
  const sittings = days.map((day, index) => ({ validation: row.id, number: index + 1, day }));
  await db.insertInto("sitting").values(sittings).execute();
}

export async function insertNote(db: Transaction<Tables>, row: Row<"minority_note">): Promise<void> {
  await db.insertInto("minority_note").values(row).execute();
}

/** Who was last sent which editions when, and who answered which. */
export async function copiesAndAnswers(db: Db): Promise<{
  copies: { edition: string; participant: string; sent: string }[];
  answers: { edition: string; participant: string }[];
}> {
  return {
    copies: await db
      .selectFrom("copy")
      .select(({ fn }) => ["edition", "participant", fn.max("sent").as("sent")])
      .groupBy(["edition", "participant"])
      .execute(),
    answers: await db.selectFrom("return").select(["edition", "participant"]).distinct().execute(),
  };
}
