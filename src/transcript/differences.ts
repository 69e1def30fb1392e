// What a corrected sheet or file changes in a session's turns and codings.
import type { SheetTruth } from "./check-sheet.ts";
import { codedWords, type Coding } from "./coding.ts";
import type { FormerWords, LostCoding } from "./store.ts";
import type { Turn } from "./turn.ts";

export interface Differences {
  readonly isAny: boolean;
  /** Words that are no longer a turn's words. */
  readonly former: readonly FormerWords[];
  /** Numbers of the turns that were not there. */
  readonly added: readonly number[];
  readonly turnsChanged: number;
  readonly codingsAdded: number;
  /** Taken away while their words are still there. */
  readonly codingsRemoved: number;
  /** Gone with their words. */
  readonly lost: readonly LostCoding[];
}

type Turns = ReadonlyMap<number, Turn>;

export function differences(before: SheetTruth, after: SheetTruth): Differences {
  const [then, now] = [byNumber(before.turns), byNumber(after.turns)];
  const former = before.turns
    .filter(({ number, words }) => now.get(number)?.words !== words)
    .map(({ number, words }) => ({ number, words }));
  const added = after.turns.filter(({ number }) => !then.has(number)).map(({ number }) => number);
  const turnsChanged = after.turns.filter((turn) => !isSameTurn(then.get(turn.number), turn)).length;
  const groups = pairUp(before.codings, then, after.codings, now);
  const lost: LostCoding[] = [];
  let [codingsAdded, codingsRemoved] = [0, 0];
  for (const { gone, fresh } of groups) {
    // One whose words were corrected inside its mark is both gone and fresh.
    const surplus = Math.max(0, gone.length - fresh);
    const wordless = gone.filter((each) => !isThere(each, wordsOf(now, each.turn))).slice(0, surplus);
    lost.push(...wordless.map(({ turn, theme, words }) => ({ turn, theme, words })));
    codingsRemoved += surplus - wordless.length;
    codingsAdded += Math.max(0, fresh - gone.length);
  }
  const isAny = former.length + turnsChanged > 0 || textOf(before.codings) !== textOf(after.codings);
  return { isAny, former, added, turnsChanged, codingsAdded, codingsRemoved, lost };
}

const told = ["position", "participant", "label", "startMs", "endMs", "words"] as const;

function isSameTurn(before: Turn | undefined, after: Turn): boolean {
  return told.every((each) => before?.[each] === after[each]);
}

const byNumber = (turns: readonly Turn[]): Turns => new Map(turns.map((turn) => [turn.number, turn]));

const wordsOf = (turns: Turns, number: number): string => turns.get(number)?.words ?? "";

function textOf(codings: readonly Coding[]): string {
  const texts = codings.map(({ turn, theme, start, end }) => JSON.stringify([turn, theme, start, end]));
  return texts.sort().join("\n");
}

interface GoneCoding extends LostCoding {
  readonly isWhole: boolean;
}

/** For each turn and theme, the codings that are only before, and how many are only after. */
function pairUp(
  before: readonly Coding[],
  then: Turns,
  after: readonly Coding[],
  now: Turns,
): Iterable<{ gone: GoneCoding[]; fresh: number }> {
  const withWords = (coding: Coding, turns: Turns): GoneCoding => ({
    turn: coding.turn,
    theme: coding.theme,
    words: codedWords(wordsOf(turns, coding.turn), coding),
    isWhole: coding.start === null,
  });
  // The same words elsewhere in their turn are the same coding.
  const key = ({ turn, theme, words, isWhole }: GoneCoding): string =>
    JSON.stringify([turn, theme, isWhole || words]);
  const [earlier, later] = [
    before.map((coding) => withWords(coding, then)),
    after.map((coding) => withWords(coding, now)),
  ];
  const [had, has] = [new Set(earlier.map(key)), new Set(later.map(key))];
  const groups = new Map<string, { gone: GoneCoding[]; fresh: number }>();
  const groupOf = ({ turn, theme }: GoneCoding): { gone: GoneCoding[]; fresh: number } => {
    const name = `${String(turn)} ${theme}`;
    const group = groups.get(name) ?? { gone: [], fresh: 0 };
    groups.set(name, group);
    return group;
  };
  for (const coding of earlier) if (!has.has(key(coding))) groupOf(coding).gone.push(coding);
  for (const coding of later) if (!had.has(key(coding))) groupOf(coding).fresh += 1;
  return groups.values();
}

/** True when a coding's words are still in its turn; a whole turn's are while it has any. */
function isThere({ words, isWhole }: GoneCoding, left: string): boolean {
  return left !== "" && (isWhole || left.includes(words));
}
