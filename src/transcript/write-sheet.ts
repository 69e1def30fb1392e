// Has a session's readable sheet written, made from the ledger's turns and codings.
import { sha256 } from "../kernel/fingerprint.ts";
import { exists, readBytes } from "../kernel/files.ts";
import type { SessionId } from "../kernel/ids.ts";
import type { Change } from "../ledger/ledger.ts";
import { sheetPath } from "../study/folder.ts";
import type { Study } from "../study/open.ts";
import type { Coding } from "./coding.ts";
import { isWithdrawn } from "../wording/speech-marks.ts";
import { renderSheet } from "./sheet.ts";
import { purgedSessions, saveSheet } from "./store.ts";
import type { Turn } from "./turn.ts";

/** The sheet as it is on the disk; undefined when there is none. */
export function sheetOnDisk(study: Study, session: SessionId): Buffer | undefined {
  const path = study.path(sheetPath(session));
  return exists(path) ? readBytes(path) : undefined;
}

/**
 * Writes the sheet with the change. `before`: the file that what is now written takes account of.
 * A session whose words are gone for good has no sheet any more.
 */
export async function writeSheet(
  change: Change,
  study: Study,
  session: SessionId,
  { turns, codings }: { turns: readonly Turn[]; codings: readonly Coding[] },
  before: Buffer | undefined,
): Promise<void> {
  const isSilent = turns.every(({ words }) => words === "" || isWithdrawn(words));
  if (isSilent && (await purgedSessions(change.db)).has(session)) return;
  const { sessions, participants: people } = study.settings;
  const date = sessions.find(({ id }) => id === session)?.date ?? "";
  const content = renderSheet({ session, date, turns, codings, people });
  change.writeFile(sheetPath(session), content, before);
  await saveSheet(change, session, sha256(content));
}
