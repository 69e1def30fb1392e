// Words that someone withdrew do not come back with a transcript that is imported again.
import { formatTurn, type ParticipantId, type SessionId } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { withdrawals, withdrawnFinder, withdrawnPhrases } from "../study/withdrawn.ts";
import { cutOriginal, type Original } from "../vault/replace/cut-original.ts";
import { hunks } from "../wording/compare.ts";
import { merged, splice, type Range } from "../wording/cut-out.ts";
import { writeMark } from "../wording/speech-marks.ts";
import type { Turn } from "./turn.ts";

export interface HoldBack {
  /** The turns of a file without what was withdrawn of this session, told from who speaks and from sentences. */
  fromFile(file: HeldTurns): HeldTurns;
  /**
   * The same for words of a turn that are too few to be known by themselves: what stands where the mark stood.
   * `numbered`: the turns of the file once they have their numbers; `before`: those of the session.
   */
  inPlace(file: HeldTurns, numbered: readonly Turn[], before: readonly Turn[]): HeldTurns;
  /** The same for turns that have the number of a withdrawn one, once they have their numbers. */
  byNumber(turns: readonly Turn[]): Turn[];
}

export interface HeldTurns {
  readonly turns: readonly Turn[];
  /** What they said in which names are replaced, by their index. */
  readonly originals: ReadonlyMap<number, Original>;
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
  const touchedBy = (wanted: string): Map<string, ParticipantId> =>
    new Map(
      all.flatMap(({ participant, touched }) =>
        touched.filter(({ kind }) => kind === wanted).map(({ subject }) => [subject, participant] as const),
      ),
    );
  const [numbers, passages] = [touchedBy("turn"), touchedBy("passage")];
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
  const without = (
    { turns, originals }: HeldTurns,
    cutsOf: (turn: Turn, index: number) => readonly Range[] | undefined,
  ): HeldTurns => {
    const cuts = turns.map(cutsOf);
    if (cuts.every((each) => each?.length === 0)) return { turns, originals };
    const left = [...originals].flatMap(([index, original]) => {
      const own = cuts[index];
      const now = own && cutOriginal(original, own, mark).left;
      return now === undefined || now.edits.length === 0 ? [] : [[index, now] as const];
    });
    return {
      turns: turns.map((turn, index) => {
        const own = cuts[index];
        return own ? { ...turn, words: splice(turn.words, own, mark).text } : taken(turn);
      }),
      originals: new Map(left),
    };
  };
  return {
    fromFile: (file) => without(file, cutsIn),
    inPlace: (file, numbered, before) => {
      const earlier = new Map(before.map(({ number, words }) => [number, words]));
      return without(file, ({ participant, words }, index) => {
        const { number = 0 } = numbered[index] ?? {};
        const person = passages.get(formatTurn({ session, number }));
        const isTheirs = person !== undefined && (participant === null || participant === person);
        return isTheirs ? whereMarked(earlier.get(number) ?? "", words, mark) : [];
      });
    },
    byNumber: (turns) =>
      turns.map((turn) => {
        const person = numbers.get(formatTurn({ session, number: turn.number }));
        const isTheirs = turn.participant === null || turn.participant === person;
        return person !== undefined && isTheirs && turn.words !== mark ? taken(turn) : turn;
      }),
  };
}

/** Where words of `now` stand in the place of a mark of `before`. */
function whereMarked(before: string, now: string, mark: string): Range[] {
  const marks: Range[] = [];
  for (let at = before.indexOf(mark); at >= 0; at = before.indexOf(mark, at + mark.length))
    marks.push({ start: at, end: at + mark.length });
  if (marks.length === 0) return [];
  const found = hunks(before, now, { joinWithin: 0 })
    .filter((hunk) => marks.some(({ start, end }) => hunk.start < end && start < hunk.end))
    .map(({ afterStart, afterEnd }) => ({ start: afterStart, end: afterEnd }));
  return merged(
    found.filter(({ start, end }) => start < end),
    now,
  );
}
