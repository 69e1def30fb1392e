// Words that someone withdrew do not come back with a transcript that is imported again.
import { formatTurn, type ParticipantId, type SessionId } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { withdrawals, withdrawnFinder, withdrawnPhrases } from "../study/withdrawn.ts";
import { cutOriginal, type Original } from "../vault/replace/cut-original.ts";
import { merged, splice, type Range } from "../wording/cut-out.ts";
import { writeMark } from "../wording/speech-marks.ts";
import type { Turn } from "./turn.ts";

export interface HoldBack {
  /**
   * The turns of a file without what was withdrawn of this session, told from who speaks and from sentences,
   * and what is left of them as they were said, by their index.
   */
  fromFile(turns: readonly Turn[], originals: ReadonlyMap<number, Original>): HeldTurns;
  /** The same for turns that have the number of a withdrawn one, once they have their numbers. */
  byNumber(turns: readonly Turn[]): Turn[];
}

export interface HeldTurns {
  readonly turns: readonly Turn[];
  /** None of a turn that went whole, or in which no name is left. */
  readonly originals: ReadonlyMap<number, string>;
}

export async function holdBack({ ledger, settings }: Study, session: SessionId): Promise<HoldBack> {
  const all = await withdrawals(ledger);
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
  /** Where withdrawn words stand in a turn; undefined: it goes whole. */
  const cutsIn = ({ participant, words }: Turn): readonly Range[] | undefined => {
    if (participant !== null && whole.has(participant)) return undefined;
    // What someone else said, word for word, is theirs.
    if (participant !== null && !people.has(participant)) return [];
    const cuts = merged(find(words), words);
    if (cuts.length === 0) return cuts;
    const isAll = splice(words, cuts, "").text.replace(/[\s\p{P}]/gu, "") === "";
    return isAll ? undefined : cuts;
  };
  return {
    fromFile: (turns, originals) => {
      const held = turns.map((turn) => {
        const cuts = cutsIn(turn);
        return { cuts, turn: cuts ? { ...turn, words: splice(turn.words, cuts, mark).text } : taken(turn) };
      });
      const left = [...originals].flatMap(([index, original]) => {
        const { cuts, turn } = held[index] ?? {};
        const now = cuts && cutOriginal(original, cuts, mark).now;
        return now === undefined || now === turn?.words ? [] : [[index, now] as const];
      });
      return { turns: held.map(({ turn }) => turn), originals: new Map(left) };
    },
    byNumber: (turns) =>
      turns.map((turn) => {
        const person = numbers.get(formatTurn({ session, number: turn.number }));
        const isTheirs = turn.participant === null || turn.participant === person;
        return person !== undefined && isTheirs && turn.words !== mark ? taken(turn) : turn;
      }),
  };
}
