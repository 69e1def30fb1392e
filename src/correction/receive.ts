// `receive`: reads what came back, keeps it untouched, and records each thing it asks for.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { readBytes } from "../kernel/files.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import { copyId, type CopyId, type ParticipantId } from "../kernel/ids.ts";
import type { World } from "../kernel/world.ts";
import { copyAsSent } from "../copy/make-copy.ts";
import type { Study } from "../study/open.ts";
import { compareReturn } from "./compare-return.ts";
import type { Correction } from "./correction.ts";
import { identify, type FoundIdentity, type GivenIdentity } from "./identity.ts";
import { diagnose, refuse } from "./messages.ts";
import { extensionOf, readerOf } from "./readers.ts";
import { recordReturns, type ReturnToRecord } from "./record-return.ts";
import type { Loss } from "./return.ts";
import { checkGiven, checkIdentity, editionsSent, type Answer, type SentEdition } from "./sent-editions.ts";
import { allCorrections, findReturn, lossOf } from "./store.ts";

export interface ReceivedReturn {
  readonly copy: CopyId;
  readonly participant: ParticipantId;
  readonly corrections: readonly Correction[];
  readonly loss: readonly Loss[];
  /** True when the very same return had been received before: nothing was changed. */
  readonly isRepeated: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ReturnedFile {
  /** Absolute. */
  readonly path: string;
  /** As the person named it. */
  readonly name: string;
}

/** Asks who answered which edition, when neither the file nor the options say it. */
export type AskIdentity = (
  file: string,
  found: FoundIdentity,
  editions: readonly SentEdition[],
) => Promise<FoundIdentity>;

interface ReadFile extends ReturnToRecord {
  /** The return that held the same bytes: this one is it again. */
  readonly earlier: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Receives files. All are read before anything is recorded: one that is refused changes nothing. */
export async function receiveFiles(
  study: Study,
  files: readonly ReturnedFile[],
  given: GivenIdentity,
  world: Pick<World, "now" | "newId">,
  ask?: AskIdentity,
): Promise<ReceivedReturn[]> {
  const editions = await editionsSent(study);
  checkGiven(study, given, editions);
  const read: ReadFile[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    const each = await readFile(study, file, given, editions, ask);
    const key = `${each.edition.id} ${each.participant} ${each.sha256}`;
    if (!seen.has(key)) read.push(each);
    seen.add(key);
  }
  const fresh = read.filter(({ earlier }) => earlier === undefined);
  const recorded = await recordReturns(study, fresh, world);
  const results = new Map(fresh.map((each, index) => [each, recorded[index]]));
  return Promise.all(
    read.map(async (each) => {
      const { corrections, known } = results.get(each) ?? { corrections: [], known: 0 };
      return each.earlier === undefined
        ? { ...summary(each), corrections, diagnostics: [...each.diagnostics, ...remarks(each, known)] }
        : repeated(study, each, each.earlier);
    }),
  );
}

async function readFile(
  study: Study,
  { path, name }: ReturnedFile,
  given: GivenIdentity,
  editions: readonly SentEdition[],
  ask: AskIdentity | undefined,
): Promise<ReadFile> {
  const bytes = readBytes(path, undefined, name);
  const reader = await readerOf(name);
  const opened = await reader.open(bytes, name);
  const stated = identify(name, opened.identity, given, study.ledger.studyId);
  const isWhole = stated.edition !== undefined && stated.participant !== undefined;
  const identity = isWhole || !ask ? stated : await ask(name, stated, editions);
  const answer = checkIdentity(study, name, identity, editions);
  const sum = sha256(bytes);
  const { edition, participant } = answer;
  const earlier = await findReturn(study.ledger.db, { edition: edition.id, participant, sha256: sum });
  const { id, group, content } = edition;
  const sent = await copyAsSent(study, group, id, content, participant);
  const read = opened.read(sent);
  const { corrections, loss, found } = compareReturn(sent, read);
  // A message written beside the copy: everything would seem to have been taken out.
  if (found === 0) throw refuse("return.no-section", { file: name, edition: id });
  return {
    ...answer,
    format: reader.format,
    sha256: sum,
    corrections,
    loss,
    original: { bytes, extension: extensionOf(name) },
    earlier: earlier?.id,
    diagnostics: read.diagnostics,
  };
}

function summary({ edition, participant, loss }: Answer & { loss: readonly Loss[] }) {
  return { copy: copyId(edition.id, participant), participant, loss, isRepeated: false };
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
    diagnostics: [diagnose("return.already-received", "info", { copy })],
  };
}

function remarks(each: ReadFile, known: number): Diagnostic[] {
  const copy = copyId(each.edition.id, each.participant);
  const { corrections, loss } = each;
  return [
    ...(corrections.length + loss.length === 0 ? [diagnose("return.nothing-differs", "info", { copy })] : []),
    ...(known > 0 ? [diagnose("return.known-already", "info", { copy, count: known })] : []),
    ...(loss.length > 0 ? [diagnose("return.loss", "warning", { copy, count: loss.length })] : []),
  ];
}
