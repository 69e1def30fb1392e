// The validation room's queries: agreements with their voices, and the order of events.
import type { Kysely, Transaction } from "kysely";
import { asParticipantId } from "../kernel/ids.ts";
import type { Fact } from "../ledger/facts.ts";
import type { Row, Tables } from "../ledger/schema.ts";
import { audiences } from "../study/settings.ts";
import { meansOfAgreement, stances, type Voice } from "./facts.ts";

type Db = Kysely<Tables>;

export interface PlacedVoice extends Voice {
  readonly grp: string;
  readonly section: string;
  readonly fingerprint: string;
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
    .execute();
  if (rows.length === 0) return [];
  const orders = await recordingOrder(db, "validation");
  return rows
    .flatMap(({ by_group, ...row }) => {
      const participant = asParticipantId(row.participant);
      const stance = stances.find((each) => each === row.stance);
      const audience = audiences.find((each) => each === row.audience);
      const means = meansOfAgreement.find((each) => each === row.means);
      const order = orders.get(row.validation);
      if (!participant || !stance || !audience || !means || order === undefined) return [];
      return [{ ...row, participant, stance, audience, means, order, isByGroup: by_group === 1 }];
    })
    .sort((a, b) => a.order - b.order);
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
export async function lastValidationNumber(db: Db): Promise<number> {
  const rows = await db.selectFrom("validation").select("id").execute();
  return rows.reduce((last, { id }) => Math.max(last, Number(id.slice(1))), 0);
}

export async function insertValidation(
  db: Transaction<Tables>,
  row: Row<"validation">,
  voices: readonly Omit<Row<"voice">, "validation">[],
): Promise<void> {
  await db.insertInto("validation").values(row).execute();
  await db
    .insertInto("voice")
    .values(voices.map((voice) => ({ ...voice, validation: row.id })))
    .execute();
}

/** Who was sent which editions, and who answered which. */
export async function copiesAndAnswers(db: Db): Promise<{
  copies: { edition: string; participant: string }[];
  answers: { edition: string; participant: string }[];
}> {
  return {
    copies: await db.selectFrom("copy").select(["edition", "participant"]).distinct().execute(),
    answers: await db.selectFrom("return").select(["edition", "participant"]).distinct().execute(),
  };
}
