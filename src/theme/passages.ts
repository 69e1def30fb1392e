// The coded words of a group, in the order they were said: what its document is built from.
import type { GroupId, ParticipantId, ThemeId, TurnRef } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { codedWords } from "../transcript/coding.ts";
import { codedTurns } from "./store.ts";

export interface Passage {
  readonly turn: TurnRef;
  readonly participant: ParticipantId | null;
  readonly theme: ThemeId;
  /** The words coded; for a whole-turn coding, all the turn's words. */
  readonly words: string;
  /** Range in the turn's words, UTF-16 indices, end exclusive; both null when the whole turn is coded. */
  readonly start: number | null;
  readonly end: number | null;
}

/**
 * The coded words of the group's sessions, by date of session, then order of speech, then
 * place in the turn. Where a theme has both a whole turn and words within it, the words are
 * the passage. A theme may be one that codebook.yaml no longer holds.
 */
export async function passages(study: Study, group: GroupId): Promise<Passage[]> {
  const sessions = study.settings.sessions
    .filter((session) => session.group === group)
    .sort((a, b) => a.date.localeCompare(b.date))
    .map((session) => session.id);
  const rows = await codedTurns(study.ledger.db, sessions);
  const turnAndTheme = (row: (typeof rows)[number]): string =>
    `${row.session}.${String(row.turn)} ${row.theme}`;
  const precise = new Set(rows.filter(({ start }) => start !== null).map(turnAndTheme));
  const bySession = new Map<string, Passage[]>(sessions.map((session) => [session, []]));
  for (const row of rows) {
    const { session, turn: number, participant, theme, start, end } = row;
    if (start === null && precise.has(turnAndTheme(row))) continue;
    const words = codedWords(row.words, row);
    bySession.get(session)?.push({ turn: { session, number }, participant, theme, words, start, end });
  }
  return [...bySession.values()].flat();
}
