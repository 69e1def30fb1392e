// Putting what came back into the ledger: the return, what it asks for, what found no place.
import type { Change as Writing } from "../ledger/ledger.ts";
import { exists, readBytes } from "../kernel/files.ts";
import { copyId } from "../kernel/ids.ts";
import { timestamp, type World } from "../kernel/world.ts";
import type { Study } from "../study/open.ts";
import type { Replaced } from "../vault/replace/tally.ts";
import { logReplaced } from "../vault/store.ts";
import type { FoundCorrection } from "./compare-return.ts";
import type { Correction } from "./correction.ts";
import type { Loss } from "./return.ts";
import type { Answer } from "./sent-editions.ts";
import { allCorrections, correctionNumber, lastCorrectionNumber } from "./store.ts";

export interface ReturnToRecord extends Answer {
  readonly format: string;
  readonly sha256: string;
  readonly corrections: readonly FoundCorrection[];
  readonly loss: readonly Loss[];
  /** What was put in place of names. */
  readonly replaced: readonly Replaced[];
  /** The file, to be kept untouched; undefined when it was said aloud. */
  readonly original: { readonly bytes: Buffer; readonly extension: string } | undefined;
}

export interface RecordedReturn {
  /** The corrections that this return brought. */
  readonly corrections: readonly Correction[];
  /** How many an earlier return of the same person had brought already. */
  readonly known: number;
  /** Where the file is kept, relative to the study. */
  readonly path: string | undefined;
}

/** Records returns, all or none, in their order. */
export async function recordReturns(
  study: Study,
  returns: readonly ReturnToRecord[],
  world: Pick<World, "now" | "newId">,
): Promise<RecordedReturn[]> {
  if (returns.length === 0) return [];
  const at = timestamp(world);
  const paths = new Set<string>();
  const ids = await study.ledger.write(async (change) => {
    const written: { id: string; known: number; path: string | undefined }[] = [];
    for (const each of returns) {
      const id = world.newId();
      const known = await insertReturn(change, id, each, at);
      const stem = `returns/${at.slice(0, 10)}-${copyId(each.edition.id, each.participant)}`;
      const path = each.original && freePath(study, stem, each.original, paths);
      written.push({ id, known, path });
      if (each.original && path !== undefined) {
        paths.add(path);
        change.keepFile(path, each.original.bytes);
      }
    }
    return written;
  });
  const all = await allCorrections(study.ledger.db);
  return ids.map(({ id, known, path }) => ({
    corrections: all.filter((one) => one.return === id),
    ...{ known, path },
  }));
}

/** Inserts one return and gives how many of its corrections were there already. */
async function insertReturn(
  change: Writing,
  id: string,
  { edition, participant, format, sha256, corrections, loss, replaced }: ReturnToRecord,
  at: string,
): Promise<number> {
  await change.insert("return", [{ id, edition: edition.id, participant, format, sha256, received: at }]);
  change.record("return.received", "return", id);
  const same = { edition: edition.id, participant };
  const earlier = new Set(
    (await allCorrections(change.db))
      .filter((each) => each.edition === same.edition && each.participant === same.participant)
      .map(identityOf),
  );
  const fresh = corrections.filter((each) => !earlier.has(identityOf(each)));
  const last = await lastCorrectionNumber(change.db);
  await change.insert(
    "correction",
    fresh.map(({ isProposed, ...each }, index) => ({
      id: correctionNumber(last + 1 + index),
      return: id,
      ...same,
      grp: edition.group.id,
      ...each,
      proposed: isProposed ? 1 : 0,
      received: at,
    })),
  );
  await change.insert(
    "loss",
    loss.map(({ place, words }) => ({ return: id, place, words })),
  );
  if (fresh.length > 0) change.record("correction.received", "correction", id);
  if (loss.length > 0) change.record("return.loss", "loss", id);
  await logReplaced(change, id, replaced);
  return corrections.length - fresh.length;
}

/** The same person asking again for the same thing, in a further return, asks once. */
function identityOf(each: FoundCorrection | Correction): string {
  return JSON.stringify([each.section, each.start, each.end, each.after, each.comment]);
}

/**
 * `returns/2026-05-12-r02-P03.md`; a number is added to a name that is taken. One that these very
 * bytes took, when a command was killed before it said so in the ledger, is theirs.
 */
function freePath(
  study: Study,
  stem: string,
  { bytes, extension }: NonNullable<ReturnToRecord["original"]>,
  taken: ReadonlySet<string>,
): string {
  const isFree = (file: string): boolean =>
    !exists(file) || readBytes(file, Number.MAX_SAFE_INTEGER).equals(bytes);
  for (let number = 1; ; number += 1) {
    const path = `${stem}${number === 1 ? "" : `-${String(number)}`}.${extension}`;
    if (!taken.has(path) && isFree(study.path(path))) return path;
  }
}
