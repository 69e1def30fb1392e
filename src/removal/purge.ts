// `purge`: removes what had a day after which it must go, once what goes was shown.
import { sha256 } from "../kernel/fingerprint.ts";
import { asSessionId, type SessionId } from "../kernel/ids.ts";
import { timestamp, type World } from "../kernel/world.ts";
import type { Change } from "../ledger/ledger.ts";
import { namesTurnOf, withoutBlocks } from "../retour/without-blocks.ts";
import { sheetPath } from "../study/folder.ts";
import type { Study } from "../study/open.ts";
import { codingsOf, turnsOf } from "../transcript/store.ts";
import { sheetOnDisk, writeSheet } from "../transcript/write-sheet.ts";
import type { Vault } from "../vault/vault.ts";
import { isWithdrawn } from "../wording/speech-marks.ts";
import type { PreparedPurge } from "./purge-plan.ts";
import {
  allTurns,
  forgetMemo,
  forgetReferences,
  forgetReport,
  forgetReturn,
  forgetSpeech,
  generatedTexts,
  insertPurge,
  setGenerated,
  sheetedSessions,
} from "./store.ts";

/**
 * Carries out what was prepared, in one transaction with its files: killed at any moment, it is as
 * if nothing had been asked, or the next command ends it. The vault's originals go first: of a vault
 * that forgets too early the words are still in the ledger, and the command can be typed again.
 * What people wrote in the documents, what was sent and what was agreed to stay as they are.
 */
export async function purge(
  study: Study,
  { plan, references, reports, words }: PreparedPurge,
  vault: Vault | undefined,
  world: Pick<World, "now">,
): Promise<void> {
  if (vault !== undefined) await forgetOriginals(vault, plan.sessions);
  const at = timestamp(world);
  await study.ledger.write(async (change) => {
    for (const session of references) await forgetReferences(change, session);
    await forgetSessions(change, study, plan.sessions);
    for (const session of await sheetedSessions(change.db)) {
      const id = asSessionId(session);
      if (id !== undefined && references.includes(id)) await writeAnew(change, study, id);
    }
    if (plan.sessions.length > 0) {
      const sessions = new Set<string>(plan.sessions);
      for (const { grp, generated } of await generatedTexts(change.db)) {
        const isGone = (block: string): boolean =>
          namesTurnOf(block, sessions) || words.sentencesIn(block).length > 0;
        await setGenerated(change.db, grp, withoutBlocks(generated, isGone));
      }
    }
    for (const id of plan.returns) await forgetReturn(change, id);
    for (const path of reports) await forgetReport(change.db, path);
    await forgetMemo(change.db);
    for (const { what, day, count, isRecorded } of plan.items)
      if (count > 0 || !isRecorded) await insertPurge(change, { what, day, count, at });
    for (const { path, sum } of plan.files) change.removeFile(path, sum);
    change.forget();
  });
}

async function forgetOriginals(vault: Vault, sessions: readonly string[]): Promise<void> {
  if (!sessions.some((session) => vault.contents.originals[session] !== undefined)) return;
  await vault.edit((fresh) => ({
    ...fresh,
    originals: Object.fromEntries(
      Object.entries(fresh.originals).filter(([session]) => !sessions.includes(session)),
    ),
  }));
}

/** What a withdrawal put in the place of words says whose they were: it stays. */
async function forgetSessions(change: Change, study: Study, sessions: readonly SessionId[]): Promise<void> {
  const marked = (await allTurns(change.db)).filter(({ words }) => isWithdrawn(words));
  for (const session of sessions) {
    const silent = marked.filter(({ turn }) => turn.session === session).map(({ turn }) => turn.number);
    await forgetSpeech(change, session, silent);
    const sheet = sheetOnDisk(study, session);
    if (sheet) change.removeFile(sheetPath(session), sha256(sheet));
  }
}

/** The sheet without its times. */
async function writeAnew(change: Change, study: Study, session: SessionId): Promise<void> {
  const [turns, codings] = [await turnsOf(change.db, session), await codingsOf(change.db, session)];
  await writeSheet(change, study, session, { turns, codings }, sheetOnDisk(study, session));
}
