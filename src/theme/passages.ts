// The coded words of a group, in the order they were said: what its document is built from.
import { asParticipantId, asThemeId } from "../kernel/ids.ts";
import type { GroupId, ParticipantId, ThemeId, TurnRef } from "../kernel/ids.ts";
import type { Study } from "../study/open.ts";
import { codedWords } from "./store.ts";

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
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((session) => session.id);
  const bySession = new Map<string, Passage[]>();
  for (const session of sessions) bySession.set(session, []);
  const ids = new Map(sessions.map((session) => [String(session), session]));
  const rows = await codedWords(study.ledger.db, sessions);
  const turnAndTheme = (row: (typeof rows)[number]): string =>
    `${row.session}.${String(row.turn)} ${row.theme}`;
  const precise = new Set(rows.filter(({ start }) => start !== null).map(turnAndTheme));
  for (const row of rows) {
    if (row.start === null && precise.has(turnAndTheme(row))) continue;
    const session = ids.get(row.session);
    const theme = asThemeId(row.theme);
    if (session === undefined || theme === undefined) continue;
    const { start, end, words } = row;
    bySession.get(session)?.push({
      turn: { session, number: row.turn },
      participant: row.participant === null ? null : (asParticipantId(row.participant) ?? null),
      theme,
      words: start === null || end === null ? words : words.slice(start, end),
      start,
      end,
    });
  }
  return [...bySession.values()].flat();
}
