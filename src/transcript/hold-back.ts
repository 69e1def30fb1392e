// Words that someone withdrew do not come back with a transcript that is imported again.
import { formatTurn, type ParticipantId, type SessionId } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { withdrawals, withdrawnFinder, withdrawnPhrases } from "../study/withdrawn.ts";
import { merged, splice } from "../wording/cut-out.ts";
import { writeMark } from "../wording/speech-marks.ts";
import type { Turn } from "./turn.ts";

export interface HoldBack {
  /** The turns of a file without what was withdrawn of this session, told from who speaks and from sentences. */
  fromFile(turns: readonly Turn[]): Turn[];
  /** The same for turns that have the number of a withdrawn one, once they have their numbers. */
  byNumber(turns: readonly Turn[]): Turn[];
}

/** Undefined when nobody withdrew anything. */
export async function holdBack(
  { ledger, settings }: Study,
  session: SessionId,
): Promise<HoldBack | undefined> {
  const all = await withdrawals(ledger);
  if (all.length === 0) return undefined;
  const mark = writeMark("withdrawn", settings.language);
  const find = withdrawnFinder(await withdrawnPhrases(ledger), ledger.studyId);
  const people = new Set<ParticipantId>(all.map(({ participant }) => participant));
  const whole = new Set(
    all.filter((each) => each.scope === session || each.scope === "all").map((each) => each.participant),
  );
  const left = new Set(all.filter(({ scope }) => scope === "all").map(({ participant }) => participant));
  const numbers = new Map(
    all.flatMap(({ participant, touched }) =>
      touched.filter(({ kind }) => kind === "turn").map(({ subject }) => [subject, participant] as const),
    ),
  );
  const taken = (turn: Turn): Turn => {
    const isNobodys = turn.participant !== null && left.has(turn.participant);
    return { ...turn, words: mark, ...(isNobodys ? { participant: null, label: null } : {}) };
  };
  return {
    fromFile: (turns) =>
      turns.map((turn) => {
        const { participant, words } = turn;
        if (participant !== null && whole.has(participant)) return taken(turn);
        // What someone else said, word for word, is theirs.
        if (participant !== null && !people.has(participant)) return turn;
        const cuts = merged(find(words), words);
        if (cuts.length === 0) return turn;
        const now = splice(words, cuts, mark).text;
        return now.replace(mark, "").replace(/[\s\p{P}]/gu, "") === ""
          ? taken(turn)
          : { ...turn, words: now };
      }),
    byNumber: (turns) =>
      turns.map((turn) => {
        const person = numbers.get(formatTurn({ session, number: turn.number }));
        const isTheirs = turn.participant === null || turn.participant === person;
        return person !== undefined && isTheirs && turn.words !== mark ? taken(turn) : turn;
      }),
  };
}
