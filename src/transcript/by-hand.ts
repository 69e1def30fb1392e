// What people did to a session's words in its sheet, and what a new file does to that: turns
// they added stay, words they corrected and that the file replaces are said.
import { formatTurn, type SessionId } from "../kernel/ids.ts";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import type { NamedBy } from "./inherit-voices.ts";
import { diagnose } from "./messages.ts";
import type { Turn } from "./turn.ts";

export interface ByHand {
  /** Numbers of the turns that a person added. */
  readonly added: ReadonlySet<number>;
  /** The words that the last file gave the turns that a person corrected since, by number. */
  readonly corrected: ReadonlyMap<number, string>;
}

export interface Replacement {
  readonly session: SessionId;
  /** The new file, as the person named it. */
  readonly file: string;
  readonly before: readonly Turn[];
  readonly after: readonly Turn[];
}

/** How many turns are named one by one. */
const NAMED = 10;

/** What a person has to know of their work when `after` takes the place of `before`. */
export function sayByHand({ added, corrected }: ByHand, replacement: Replacement): Diagnostic[] {
  const { session, file, before, after } = replacement;
  const ref = (number: number): string => formatTurn({ session, number });
  const words = new Map(after.map((turn) => [turn.number, turn.words]));
  const replaced = before.filter((turn) => {
    const now = words.get(turn.number);
    // One that is not there at all was put back into the turn it had been cut from.
    if (added.has(turn.number))
      return now === undefined
        ? !after.some(({ words: all }) => all.includes(turn.words))
        : now !== turn.words;
    return corrected.has(turn.number) && corrected.get(turn.number) !== turn.words && now !== turn.words;
  });
  const named = replaced.slice(0, NAMED).map((turn) => {
    const now = words.get(turn.number);
    const turnRef = ref(turn.number);
    if (now === undefined) {
      const params = { turn: turnRef, words: cut(turn.words) };
      return diagnose("import.corrected-turn-gone", "warning", params, { file });
    }
    const params = { turn: turnRef, ...whereTheyDiffer(turn.words, now) };
    return diagnose("import.corrected-words-replaced", "warning", params, { file });
  });
  const count = replaced.length - named.length;
  return count > 0
    ? [...named, diagnose("import.corrected-words-more", "warning", { count }, { file })]
    : named;
}

/** True when `after` differs from `before` by what people did to the sheet alone. */
export function isAllByHand(
  { added, corrected }: ByHand,
  before: readonly Turn[],
  after: readonly Turn[],
): boolean {
  const now = new Map(after.map((turn) => [turn.number, turn]));
  const nowSaid = new Set(after.map(({ words }) => words));
  const said = new Set([...corrected.values(), ...before.map(({ words }) => words)]);
  return (
    after.every(({ words }) => said.has(words)) &&
    before.every((turn) => {
      if (added.has(turn.number)) return true;
      const { participant, label } = now.get(turn.number) ?? turn;
      const isSaid = corrected.has(turn.number) || nowSaid.has(turn.words);
      return isSaid && participant === turn.participant && label === turn.label;
    })
  );
}

/** Says which turns stayed though the new file does not have them. */
export function sayKept(kept: readonly number[], session: SessionId, file: string): Diagnostic[] {
  if (kept.length === 0) return [];
  const refs = kept.slice(0, NAMED).map((number) => formatTurn({ session, number }));
  const turns = kept.length > NAMED ? `${refs.join(", ")}…` : refs.join(", ");
  return [diagnose("import.added-turns-kept", "warning", { turns, count: kept.length }, { file })];
}

/**
 * What a person has to know of who speaks: the turns that keep the person they gave them, those
 * that pass from one person to another, and those that went into somebody else's.
 */
export function sayVoices(
  { added }: ByHand,
  { session, file, before, after }: Replacement,
  { keepers, namedBy }: { readonly keepers: readonly number[]; readonly namedBy: NamedBy },
): Diagnostic[] {
  const then = new Map(before.map((turn) => [turn.number, turn]));
  const ref = (number: number): string => formatTurn({ session, number });
  const isByHand = ({ number, label, participant }: Turn): boolean =>
    added.has(number) || (label !== null && (namedBy(label) ?? participant) !== participant);
  const kept = keepers.map(ref);
  const changed = after.flatMap(({ number, participant }) => {
    const old = then.get(number)?.participant ?? null;
    if (old === null || old === participant) return [];
    return participant === null ? [] : [`${ref(number)} (${old} → ${participant})`];
  });
  const joined = joinedTurns(before, after).filter(
    ({ turn, into }) => isByHand(turn) && turn.participant !== null && turn.participant !== into.participant,
  );
  const list = (turns: readonly string[]): { turns: string; count: number } => {
    return {
      turns: turns.slice(0, NAMED).join(", ") + (turns.length > NAMED ? "…" : ""),
      count: turns.length,
    };
  };
  return [
    ...(kept.length > 0 ? [diagnose("import.speakers-kept", "info", list(kept), { file })] : []),
    ...(changed.length > 0 ? [diagnose("import.speakers-changed", "warning", list(changed), { file })] : []),
    ...joined.slice(0, NAMED).map(({ turn, into }) => {
      const params = { turn: ref(turn.number), participant: turn.participant ?? "", into: ref(into.number) };
      return diagnose("import.speaker-joined", "warning", params, { file });
    }),
  ];
}

/** The turns that are there no more, with the nearest turn that holds all their words. */
function joinedTurns(before: readonly Turn[], after: readonly Turn[]): { turn: Turn; into: Turn }[] {
  const places = new Map(after.map(({ number }, index) => [number, index]));
  let last = 0;
  return before.flatMap((turn) => {
    const place = places.get(turn.number);
    if (place !== undefined) last = place;
    if (place !== undefined || turn.words === "") return [];
    const near = after.slice(Math.max(0, last - 1), last + 3);
    const into = near.find(({ words }) => words.includes(turn.words));
    return into ? [{ turn, into }] : [];
  });
}

/** Characters shown before the first difference, and in all. */
const [LEAD, ROOM] = [30, 90];

/** Both texts from shortly before their first difference, so that it is seen. */
function whereTheyDiffer(before: string, after: string): { before: string; after: string } {
  let same = 0;
  while (same < before.length && before.charAt(same) === after.charAt(same)) same += 1;
  const start = same <= LEAD ? 0 : before.lastIndexOf(" ", same - LEAD) + 1;
  return { before: cut(before, start), after: cut(after, start) };
}

function cut(words: string, start = 0): string {
  const line = words.slice(start, start + ROOM + 1).replace(/\s+/g, " ");
  const end = line.length > ROOM ? `${line.slice(0, ROOM).trimEnd()}…` : line;
  return start > 0 ? `…${end}` : end;
}
