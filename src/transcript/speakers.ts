// Says afterwards who spoke: a voice of a session becomes a participant.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import type { ParticipantId, SessionId } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { sessionCalled } from "./choose-session.ts";
import { foldLabel } from "./labels.ts";
import { refuse } from "./messages.ts";
import { codingsOf, replaceTurns, turnsOf } from "./store.ts";
import { longestTurns, summarise, type SpeakerCount } from "./summary.ts";
import { syncSheets, type SyncOptions } from "./sync-sheets.ts";
import type { Turn } from "./turn.ts";
import type { AskVoice } from "./who-speaks.ts";
import { sheetOnDisk, writeSheet } from "./write-sheet.ts";

export interface SpeakersRequest extends SyncOptions {
  readonly session: string;
  /** Folded labels to participants; a participant's id as a label moves all that person's turns. */
  readonly given: ReadonlyMap<string, ParticipantId>;
  /** Asks about each voice that is still nobody, when nothing is given. */
  readonly askVoice?: AskVoice | undefined;
}

export interface Voiced extends SpeakerCount {
  /** The words of the longest turns, to help say who it is. */
  readonly longest: readonly string[];
}

export interface Speakers {
  readonly session: SessionId;
  readonly speakers: readonly Voiced[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Gives voices of a session to participants; with nothing given or answered, only lists them. */
export async function sayWhoSpoke(study: Study, request: SpeakersRequest): Promise<Speakers> {
  const session = sessionCalled(request.session, study.settings.sessions);
  const { diagnostics } = await syncSheets(study, request);
  const before = await turnsOf(study.ledger.db, session.id);
  if (before.length === 0) throw refuse("speakers.none", { session: session.id });
  const given = new Map(request.given);
  if (given.size === 0 && request.askVoice) {
    for (const { label, participant } of summarise(before).speakers) {
      if (label === null || participant !== null) continue;
      const longest = longestTurns(before.filter((turn) => turn.label === label));
      const answer = await request.askVoice({ session, label, longest });
      if (answer !== undefined) given.set(foldLabel(label), answer);
    }
  }
  const after = [...given].reduce<readonly Turn[]>(
    (turns, [label, participant]) => assign(turns, label, participant, session.id),
    before,
  );
  if (after.some((turn, index) => turn !== before[index]))
    await study.ledger.write(async (change) => {
      const codings = await codingsOf(change.db, session.id);
      await replaceTurns(change, session.id, after, codings);
      change.record("speakers.said", "turn", session.id);
      // The rows were written again: the journal answers for them as they are now.
      if (codings.length > 0) change.record("speakers.said", "coding", session.id);
      await writeSheet(change, study, session.id, { turns: after, codings }, sheetOnDisk(study, session.id));
    });
  return {
    session: session.id,
    speakers: summarise(after).speakers.map((speaker) => ({
      ...speaker,
      longest: longestTurns(
        after.filter(
          ({ label, participant }) => label === speaker.label && participant === speaker.participant,
        ),
      ),
    })),
    diagnostics,
  };
}

/** Turns of a label that are still nobody's; when there are none, all of the label's. */
function assign(
  turns: readonly Turn[],
  label: string,
  participant: ParticipantId,
  session: SessionId,
): readonly Turn[] {
  const isNamed = (turn: Turn): boolean =>
    (turn.label !== null && foldLabel(turn.label) === label) ||
    (turn.participant !== null && foldLabel(turn.participant) === label);
  const named = turns.filter(isNamed);
  if (named.length === 0) {
    const known = new Set(turns.flatMap((turn) => turn.label ?? turn.participant ?? []));
    throw refuse("speakers.unknown-label", { session, known: [...known].join(", ") });
  }
  const isAnyUnsaid = named.some((turn) => turn.participant === null);
  return turns.map((turn) =>
    isNamed(turn) && turn.participant !== participant && (!isAnyUnsaid || turn.participant === null)
      ? { ...turn, participant }
      : turn,
  );
}
