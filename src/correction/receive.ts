// `receive`: reads what came back, keeps it untouched, and records each thing it asks for.
import { RetourError, type Diagnostic } from "../kernel/diagnostic.ts";
import { copyId, type CopyId, type EditionId, type ParticipantId } from "../kernel/ids.ts";
import type { World } from "../kernel/world.ts";
import type { Study } from "../study/open.ts";
import type { NameReplacer } from "../vault/replace/name-replacer.ts";
import type { Replaced } from "../vault/replace/tally.ts";
import { removedOn } from "../study/retention.ts";
import { participantsOf } from "../study/settings.ts";
import { purgeRows } from "../study/store.ts";
import type { Correction } from "./correction.ts";
import type { GivenIdentity } from "./identity.ts";
import { diagnose, refuse } from "./messages.ts";
import {
  readReturned,
  type Asking,
  type Desk,
  type ReadFile,
  type RefusedFile,
  type ReturnedFile,
} from "./read-returned.ts";
import { recordReturns } from "./record-return.ts";
import type { Loss } from "./return.ts";
import { checkGiven, editionsSent, type Answer, type SentEdition } from "./sent-editions.ts";
import { allCorrections, lossOf, returnsTo } from "./store.ts";

export interface ReceivedReturn {
  readonly copy: CopyId;
  readonly participant: ParticipantId;
  /** What kind of file it is: `docx`, `eml`…; `oral` when it was said aloud. */
  readonly format: string;
  readonly corrections: readonly Correction[];
  readonly loss: readonly Loss[];
  /** What was put in place of names. */
  readonly replaced: readonly Replaced[];
  /** Where the file is kept, relative to the study; undefined when it is not known, or was said aloud. */
  readonly kept?: string | undefined;
  /** True when the very same return had been received before: nothing was changed. */
  readonly isRepeated: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Who has not answered an edition yet. Their silence says nothing. */
export interface Awaited {
  readonly edition: EditionId;
  readonly people: readonly ParticipantId[];
}

export interface Received {
  readonly returns: readonly ReceivedReturn[];
  readonly refused: readonly RefusedFile[];
  /** Of each edition that was answered, those it is still awaited from. */
  readonly awaited: readonly Awaited[];
}

export interface ReceiveRequest {
  readonly given: GivenIdentity;
  /** What replaces names; without a vault, none is one. */
  readonly names: NameReplacer;
  /** Undefined when nobody can be asked. */
  readonly asking?: Asking | undefined;
  /** Called before each file is read. */
  readonly onFile?: (state: { done: number; of: number; file: string }) => void;
}

/** Refuses while returns have gone for good because of the day that retour.yaml says. */
export async function checkMayReceive({ settings, ledger }: Study): Promise<void> {
  const day = removedOn(settings, "returns", await purgeRows(ledger.db));
  if (day !== undefined) throw refuse("return.purged", { day });
}

type Recording = Pick<World, "now" | "newId">;

/**
 * Receives files. All are read before anything is recorded: one that is refused changes nothing, but
 * for what is attached to a message beside others.
 */
export async function receiveFiles(
  study: Study,
  files: readonly ReturnedFile[],
  request: ReceiveRequest,
  world: Recording,
): Promise<Received> {
  const desk = await openDesk(study, request);
  const read: ReadFile[] = [];
  const refused: RefusedFile[] = [];
  for (const [done, file] of files.entries()) {
    request.onFile?.({ done, of: files.length, file: file.name });
    const found = await readReturned(desk, file);
    const each = found.read.filter((one) => !read.some((other) => isSame(one, other)));
    read.push(...each);
    refused.push(...found.refused);
    desk.unrecorded.push(...each.map(asRow));
  }
  await request.names.save();
  return { returns: await record(study, read, world), refused, awaited: await awaitedFor(study, read) };
}

/**
 * Receives files, each on its own: one that is refused stops no other, and those before it are
 * recorded whatever happens. Run again, it says of them that they were received before.
 */
export async function receiveEach(
  study: Study,
  files: readonly ReturnedFile[],
  request: ReceiveRequest,
  world: Recording,
): Promise<Received> {
  const desk = await openDesk(study, request);
  const returns: ReceivedReturn[] = [];
  const refused: RefusedFile[] = [];
  const answers: Answer[] = [];
  for (const [done, file] of files.entries()) {
    request.onFile?.({ done, of: files.length, file: file.name });
    try {
      const found = await readReturned(desk, file);
      await request.names.save();
      returns.push(...(await record(study, found.read, world)));
      refused.push(...found.refused);
      answers.push(...found.read);
    } catch (reason) {
      if (!(reason instanceof RetourError)) throw reason;
      refused.push({ file: file.name, reason });
    }
  }
  return { returns, refused, awaited: await awaitedFor(study, answers) };
}

async function openDesk(study: Study, { given, names, asking }: ReceiveRequest): Promise<Desk> {
  const editions = await editionsSent(study);
  checkGiven(study, given, editions);
  return { study, given, names, editions, asking, answers: new Map(), unrecorded: [] };
}

const isSame = (a: ReadFile, b: ReadFile): boolean =>
  a.sha256 === b.sha256 && a.participant === b.participant && a.edition.id === b.edition.id;

const asRow = ({ edition, participant, sha256, format }: ReadFile): Desk["unrecorded"][number] => ({
  edition: edition.id,
  ...{ participant, sha256, format },
});

/** Records what is new, in one transaction, and gives what each return asks for. */
async function record(study: Study, read: readonly ReadFile[], world: Recording): Promise<ReceivedReturn[]> {
  const fresh = read.filter(({ earlier }) => earlier === undefined);
  const recorded = await recordReturns(study, fresh, world);
  const results = new Map(fresh.map((each, index) => [each, recorded[index]]));
  // A message is kept once, with the first return that it brings.
  const kept = new Map(
    fresh.flatMap(({ file }, index) => {
      const path = recorded[index]?.path;
      return path === undefined ? [] : [[file, path] as const];
    }),
  );
  return Promise.all(
    read.map(async (each) => {
      const { corrections, known } = results.get(each) ?? { corrections: [], known: 0 };
      return each.earlier === undefined
        ? {
            ...summary(each),
            kept: kept.get(each.file),
            corrections,
            diagnostics: [...each.diagnostics, ...remarks(each, known)],
          }
        : repeated(study, each, each.earlier);
    }),
  );
}

function summary({ edition, participant, format, loss, replaced }: ReadFile) {
  return { copy: copyId(edition.id, participant), participant, format, loss, replaced, isRepeated: false };
}

/** What the ledger knows of a return received before. */
async function repeated(study: Study, answer: ReadFile, earlier: string): Promise<ReceivedReturn> {
  const { db } = study.ledger;
  const copy = copyId(answer.edition.id, answer.participant);
  return {
    ...summary(answer),
    corrections: (await allCorrections(db)).filter((each) => each.return === earlier),
    loss: (await lossOf(db, earlier)).map(({ place, words }) => ({ place, words })),
    isRepeated: true,
    diagnostics: [diagnose("return.already-received", "info", { copy }, { file: answer.file })],
  };
}

/** Words to be placed, or a file to be looked at: not what was said of the whole, nor lines that are no answer. */
export const isUnplaced = ({ place, words }: Loss): boolean =>
  place !== "whole" && (words !== "" || place.startsWith("attachment/"));

function remarks(each: ReadFile, known: number): Diagnostic[] {
  const copy = copyId(each.edition.id, each.participant);
  const { corrections, file, loss } = each;
  const unplaced = loss.filter(isUnplaced);
  return [
    ...(corrections.length + loss.length === 0
      ? [diagnose("return.nothing-differs", "info", { copy }, { file })]
      : []),
    ...(known > 0 ? [diagnose("return.known-already", "info", { copy, count: known }, { file })] : []),
    ...(unplaced.length > 0
      ? [diagnose("return.loss", "warning", { copy, count: unplaced.length }, { file })]
      : []),
  ];
}

async function awaitedFor(study: Study, answers: readonly Answer[]): Promise<Awaited[]> {
  const editions = new Map<EditionId, SentEdition>(answers.map(({ edition }) => [edition.id, edition]));
  return Promise.all(
    [...editions.values()].map(async ({ id, group }) => {
      const answered = new Set((await returnsTo(study.ledger.db, id)).map(({ participant }) => participant));
      const people = participantsOf(study.settings, group.id).map((person) => person.id);
      return { edition: id, people: people.filter((person) => !answered.has(person)) };
    }),
  );
}
