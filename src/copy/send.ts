// `send`: freezes the group's edition and writes one copy of it per person and format.
import { exists, readBytes } from "../kernel/files.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import {
  asEditionId,
  copyId,
  type CopyId,
  type EditionId,
  type GroupId,
  type ParticipantId,
} from "../kernel/ids.ts";
import { timestamp, type World } from "../kernel/world.ts";
import { readDocument, type GroupDocument } from "../retour/document.ts";
import { withoutComments } from "../retour/section.ts";
import { editionsOf } from "../retour/store.ts";
import { isDay } from "../study/day.ts";
import { copyPath } from "../study/folder.ts";
import type { Study } from "../study/open.ts";
import { participantsOf, type Group } from "../study/settings.ts";
import type { Names } from "../vault/scan/leak.ts";
import type { Files } from "../vault/scan/scan.ts";
import { isSameContent, readFrozen } from "./frozen.ts";
import { lookThrough } from "./look-through.ts";
import { copyMaker, twinOf, type MakeCopy } from "./make-copy.ts";
import { refuse } from "./messages.ts";
import type { CopyWriter, SentCopy } from "./sent-copy.ts";
import { answerByOf, copiesOf, freezeEdition, keepCopy } from "./store.ts";
import { writersOf } from "./writers.ts";

export interface MadeCopy {
  readonly id: CopyId;
  readonly participant: ParticipantId;
  readonly format: string;
  /** Relative to the study. */
  readonly path: string;
  readonly sha256: string;
}

export interface Sent {
  readonly edition: EditionId;
  /** False when the edition had been sent before and its copies are made again. */
  readonly isNew: boolean;
  /** The day, `2026-12-05`, that the letters ask to answer by; null for none. */
  readonly answerBy: string | null;
  readonly copies: readonly MadeCopy[];
}

export interface Sending {
  /** Everyone of the group when empty, and the usual formats. */
  readonly to: readonly string[];
  readonly formats: readonly string[];
  /** The day to answer by, as given; empty for none. */
  readonly answerBy: string | undefined;
  /** Asks for it when an edition goes out for the first time and none is given. */
  readonly askAnswerBy: () => Promise<string>;
}

/**
 * Freezes the open edition of a group and makes its copies: for everyone of the group and in
 * the usual formats, unless `to` and `formats` name some. With no edition open, makes the copies of
 * the last one again, refused when the document says something else by now, or when another day
 * to answer by is given: its letter has gone out. Writes nothing when a copy would say a name, withdrawn
 * words, or those of another group. `names`: of the vault; undefined when the study keeps none.
 */
export async function send(
  study: Study,
  group: Group,
  wanted: Sending,
  world: Pick<World, "now">,
  names?: Names,
): Promise<Sent> {
  const writers = await writersOf(wanted.formats);
  const people = recipients(study, group.id, wanted.to);
  const document = await readDocument(study, group.id);
  const { edition, content, isNew } = await editionToSend(study, document);
  const answerBy = isNew ? await newDay(wanted) : await keptDay(study, edition, wanted.answerBy);
  const make = await copyMaker(study, group, edition, content, answerBy);
  const made = await makeCopies(make, edition, people, writers);

  const known = new Map(
    (await copiesOf(study.ledger.db, edition)).map((row) => [`${row.id} ${row.format}`, row.sha256]),
  );
  const copies = made.map((copy) => asItWasSent(study, copy, known.get(`${copy.id} ${copy.format}`)));
  const twins = (): Promise<Files> => twinsOf(study, group, copies, answerBy, writers);
  await lookThrough(study, filesOf(copies), { group: group.id, own: content, names, twins });
  const changed = copies.filter(({ id, format, sha256: sum }) => known.get(`${id} ${format}`) !== sum);
  const at = timestamp(world);
  await study.ledger.write(async (change) => {
    if (isNew) {
      await freezeEdition(change.db, edition, { sent: at, content, answer_by: answerBy });
      change.record("edition.sent", "edition", edition);
    }
    for (const { id, format, participant, sha256: sum, letter } of changed)
      await keepCopy(change.db, { id, format, edition, participant, sha256: sum, sent: at, letter });
    if (changed.length > 0) change.record("copy.made", "copy", edition);
    // Without a text it was made from: a copy that someone wrote in is never overwritten.
    for (const { path, bytes } of copies) if (bytes !== undefined) change.writeFile(path, bytes, undefined);
  });
  return { edition, isNew, answerBy, copies: copies.map(madeCopy) };
}

interface Making extends MadeCopy {
  /** What to write; undefined when the file is there already. */
  readonly bytes: string | Uint8Array | undefined;
  readonly letter: string;
  readonly copy: SentCopy;
}

/** What is about to be written. */
function filesOf(copies: readonly Making[]): Map<string, string | Uint8Array> {
  return new Map(copies.flatMap(({ path, bytes }) => (bytes === undefined ? [] : [[path, bytes]])));
}

/** The same files with every word of the study blurred. */
async function twinsOf(
  study: Study,
  group: Group,
  copies: readonly Making[],
  answerBy: string | null,
  writers: readonly CopyWriter[],
): Promise<Files> {
  const twins = new Map<string, string | Uint8Array>();
  for (const { copy, format, path } of copies) {
    const writer = writers.find((each) => each.format === format);
    if (writer) twins.set(path, await writer.write(twinOf(study, group, copy, { format, answerBy })));
  }
  return twins;
}

function madeCopy({ id, participant, format, path, sha256: sum }: Making): MadeCopy {
  return { id, participant, format, path, sha256: sum };
}

/**
 * A copy that is on the disk as it was sent stays that very file, even if the letter's
 * template has changed since.
 */
function asItWasSent(study: Study, copy: Making, sentSum: string | undefined): Making {
  const file = study.path(copy.path);
  if (sentSum === undefined || !exists(file) || sha256(readBytes(file)) !== sentSum) return copy;
  return { ...copy, sha256: sentSum, bytes: undefined };
}

function recipients(study: Study, group: GroupId, to: readonly string[]): ParticipantId[] {
  const everyone = participantsOf(study.settings, group).map(({ id }) => id);
  if (everyone.length === 0) throw refuse("copy.no-participant", { group });
  const known = new Set<string>(everyone);
  const stranger = to.find((id) => !known.has(id));
  if (stranger !== undefined)
    throw refuse("copy.unknown-participant", { participant: stranger, group, known: everyone.join(", ") });
  return to.length === 0 ? everyone : everyone.filter((id) => to.includes(id));
}

/** The open edition with the document as it is now, or the last one as it was frozen. */
async function editionToSend(
  study: Study,
  document: GroupDocument,
): Promise<{ edition: EditionId; content: string; isNew: boolean }> {
  const { file, group } = document;
  const last = (await editionsOf(study.ledger.db, group)).at(-1);
  const edition = last === undefined ? undefined : asEditionId(last.id);
  if (last === undefined || edition === undefined) throw refuse("copy.nothing-built", { group });
  const content = withoutComments(document.text);
  if (last.content !== null) {
    if (!isSameContent(readFrozen(last.content), readFrozen(content)))
      throw refuse("copy.changed-since-sent", { edition, file });
    return { edition, content: last.content, isNew: false };
  }
  if (document.sections.length === 0) throw refuse("copy.no-section", { file });
  return { edition, content, isNew: true };
}

/** The day to answer by, as given or asked for. */
async function newDay({ answerBy, askAnswerBy }: Sending): Promise<string | null> {
  const day = (answerBy ?? (await askAnswerBy())).trim();
  if (day === "") return null;
  if (!isDay(day)) throw refuse("copy.bad-day", { value: day });
  return day;
}

/** The day that the letters of an edition already sent ask for. */
async function keptDay(study: Study, edition: EditionId, given: string | undefined): Promise<string | null> {
  const kept = await answerByOf(study.ledger.db, edition);
  if (given !== undefined && given.trim() !== (kept ?? ""))
    throw refuse("copy.other-day", { edition, kept: kept ?? "" });
  return kept;
}

async function makeCopies(
  make: MakeCopy,
  edition: EditionId,
  people: readonly ParticipantId[],
  writers: readonly CopyWriter[],
): Promise<Making[]> {
  const made: Making[] = [];
  for (const participant of people)
    for (const writer of writers) {
      const { format } = writer;
      const copy = make(participant, format);
      const bytes = await writer.write(copy);
      const path = copyPath(edition, participant, format);
      made.push({
        id: copyId(edition, participant),
        participant,
        format,
        path,
        sha256: sha256(bytes),
        bytes,
        ...{ letter: copy.letter, copy },
      });
    }
  return made;
}
