// Reads back the sheets that people corrected and coded since the program last wrote them.
import { DiagnosedError, type Diagnostic } from "../kernel/diagnostic.ts";
import { decodeUtf8 } from "../kernel/files.ts";
import { sha256 } from "../kernel/fingerprint.ts";
import type { SessionId } from "../kernel/ids.ts";
import type { Change } from "../ledger/ledger.ts";
import { sheetPath } from "../study/folder.ts";
import type { Study } from "../study/open.ts";
import type { NameReplacer } from "../vault/replace/name-replacer.ts";
import { tally, type Replaced } from "../vault/replace/tally.ts";
import { logReplaced } from "../vault/store.ts";
import { checkSheet, type SheetTruth } from "./check-sheet.ts";
import { differences, type Differences } from "./differences.ts";
import { diagnose } from "./messages.ts";
import { replaceInSheet } from "./replace-names.ts";
import { parseSheet } from "./sheet.ts";
import { sayLost } from "./say-codings.ts";
import { codingsOf, highestNumber, sheets, turnsOf } from "./store.ts";
import type { Turn } from "./turn.ts";
import { writeSession } from "./write-session.ts";
import { sheetOnDisk, writeSheet } from "./write-sheet.ts";

export interface SyncOptions {
  /** ISO UTC time of the command. */
  readonly at: string;
  /** The ids of the codebook's themes; asked for only when a sheet has changed. */
  readonly themes: () => Iterable<string>;
  /** Replaces the names that people typed; undefined where the vault is not open: `check` finds them. */
  readonly names?: NameReplacer;
}

export interface SyncedSession {
  readonly session: SessionId;
  readonly changes: Differences;
}

export interface Sync {
  /** Sessions whose sheet said something new. */
  readonly sessions: readonly SyncedSession[];
  /** Codings that lost their words, sheets that had to be written again. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Plan {
  readonly session: SessionId;
  /** The sheet as it was read; undefined when there was none. */
  readonly bytes: Buffer | undefined;
  readonly truth: SheetTruth;
  readonly changes: Differences;
  /** What was put in place of names. */
  readonly replaced: readonly Replaced[];
}

/**
 * Brings the ledger up to what people wrote in the sheets, and writes those sheets again in
 * canonical form. Costs one SHA-256 per sheet when nothing changed. Throws `DiagnosedError`,
 * with nothing changed in any session, when a sheet cannot be followed.
 */
export async function syncSheets(study: Study, options: SyncOptions): Promise<Sync> {
  const plans: Plan[] = [];
  const problems: Diagnostic[] = [];
  let themes: ReadonlySet<string> | undefined;
  for (const row of await sheets(study.ledger.db)) {
    const session = study.settings.sessions.find(({ id }) => id === row.session)?.id;
    if (session === undefined) continue;
    const bytes = sheetOnDisk(study, session);
    if (bytes && sha256(bytes) === row.sha256) continue;
    themes ??= new Set(options.themes());
    const { diagnostics, ...plan } = await planSession(study, session, bytes, themes, options.names);
    problems.push(...diagnostics.toSorted((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0)));
    plans.push(plan);
  }
  if (problems.length > 0) throw new DiagnosedError(problems);
  await options.names?.save();
  if (plans.length > 0)
    await study.ledger.write(async (change) => {
      for (const plan of plans) await apply(change, study, plan, options.at);
    });
  return {
    sessions: plans.filter(({ changes }) => changes.isAny),
    diagnostics: plans.flatMap(noticesOf),
  };
}

/** The sessions whose sheet a person changed since it was last read or written. */
export async function changedSheets(study: Study): Promise<SessionId[]> {
  const known = new Map((await sheets(study.ledger.db)).map(({ session, sha256: hash }) => [session, hash]));
  return study.settings.sessions
    .map(({ id }) => id)
    .filter((id) => {
      const bytes = known.has(id) ? sheetOnDisk(study, id) : undefined;
      return bytes !== undefined && sha256(bytes) !== known.get(id);
    });
}

async function planSession(
  study: Study,
  session: SessionId,
  bytes: Buffer | undefined,
  themes: ReadonlySet<string>,
  names: NameReplacer | undefined,
): Promise<Plan & { diagnostics: Diagnostic[] }> {
  const { db } = study.ledger;
  const before = { turns: await turnsOf(db, session), codings: await codingsOf(db, session) };
  if (!bytes)
    return {
      ...{ session, bytes, truth: before, changes: differences(before, before) },
      ...{ replaced: [], diagnostics: [] },
    };
  const file = sheetPath(session);
  const { diagnostics, ...typed } = checkSheet(parseSheet(decodeUtf8(bytes, file), file), {
    session,
    file,
    turns: before.turns,
    highest: await highestNumber(db, session),
    people: study.settings.participants,
    themes,
  });
  const { truth, replaced } = await withoutNames(
    session,
    before.turns,
    typed,
    diagnostics.length === 0 ? names : undefined,
  );
  return { session, bytes, truth, changes: differences(before, truth), replaced, diagnostics };
}

async function withoutNames(
  session: SessionId,
  before: readonly Turn[],
  typed: SheetTruth,
  names: NameReplacer | undefined,
): Promise<{ truth: SheetTruth; replaced: Replaced[] }> {
  if (names === undefined) return { truth: typed, replaced: [] };
  const { originals, identities, ...truth } = await replaceInSheet(names, session, typed, before);
  if (originals.size > 0) {
    const kept = Object.entries(names.originalsOf(session));
    // What was said in the recording counts more than what was typed of it.
    names.keepOriginals(
      session,
      new Map([...originals, ...kept.map(([number, words]) => [Number(number), words] as const)]),
    );
  }
  return { truth, replaced: tally(identities) };
}

async function apply(
  change: Change,
  study: Study,
  { session, bytes, truth, changes, replaced }: Plan,
  at: string,
): Promise<void> {
  if (changes.isAny) {
    const { added, former, lost } = changes;
    // An added turn had no words before: that is how it is known to be a person's.
    const then = [...former, ...added.map((number) => ({ number, words: "" }))];
    await writeSession(change, session, { ...truth, former: then, lost }, "sheet.read", at);
    await logReplaced(change, session, replaced);
  }
  await writeSheet(change, study, session, truth, bytes);
}

function noticesOf({ session, bytes, truth, changes }: Plan): Diagnostic[] {
  const file = sheetPath(session);
  if (!bytes) return [diagnose("sheet.rewritten", "info", { session }, { file })];
  const { lost, codingsRemoved: count } = changes;
  return [
    ...(count > 0 ? [diagnose("sheet.codings-removed", "info", { session, count }, { file })] : []),
    ...sayLost(lost, truth.turns, { session, file }),
  ];
}
