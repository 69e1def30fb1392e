// Another replacement for somebody: in the vault, and in retour.yaml when it is a participant's.
import type { ParticipantId, SessionId } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { refusePseudonymTaken } from "../study/people.ts";
import { renameParticipant } from "../study/rename.ts";
import type { VaultContents } from "./contents.ts";
import { renameReplacement, replacedBy, tidy } from "./edit.ts";
import { sessionsSaying } from "./store.ts";
import type { Vault } from "./vault.ts";

export interface Renamed {
  readonly former: string;
  readonly replacement: string;
  /** Those whose pseudonym is changed in retour.yaml. */
  readonly participants: readonly ParticipantId[];
  /** Where the former one stands in what was said; these words stay as the group read them. */
  readonly sessions: readonly SessionId[];
}

/** Refused as `renameReplacement` refuses, and when a participant who is not the one renamed is called so. Killed in between, the same command takes it up again. */
export async function rename(study: Study, vault: Vault, former: string, given: string): Promise<Renamed> {
  const replacement = tidy(given);
  const next = (contents: VaultContents): VaultContents =>
    isHalfDone(study, contents, former, replacement)
      ? contents
      : renameReplacement(contents, former, replacement);
  const participants = replacedBy(next(vault.contents), replacement).flatMap(({ participant }) =>
    participant !== undefined && study.settings.participants.some(({ id }) => id === participant)
      ? [participant]
      : [],
  );
  refusePseudonymTaken(study.settings, replacement, participants);
  await study.ledger.write(async (change) => {
    for (const id of participants) renameParticipant(study, change, id, replacement);
    // Before the transaction ends: retour.yaml is not written when the vault cannot be.
    await vault.edit(next);
  });
  return { former, replacement, participants, sessions: await sessionsSaying(study.ledger.db, tidy(former)) };
}

/** The vault was saved, and the command killed before retour.yaml was. */
function isHalfDone(
  { settings }: Study,
  contents: VaultContents,
  former: string,
  replacement: string,
): boolean {
  const isFormer = (id: ParticipantId | undefined): boolean =>
    settings.participants.some((each) => each.id === id && each.pseudonym === tidy(former));
  return (
    replacedBy(contents, former).length === 0 &&
    replacedBy(contents, replacement).some(({ participant }) => isFormer(participant))
  );
}
