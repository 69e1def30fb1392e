// The theme room's questions to the ledger.
import { sql, type Kysely } from "kysely";
import type { ParticipantId, SessionId, ThemeId } from "../kernel/ids.ts";
import type { Tables } from "../ledger/schema.ts";

/** The codings of these sessions with the turn each is in, by order of speech within each session. */
export async function codedTurns(db: Kysely<Tables>, sessions: readonly SessionId[]) {
  if (sessions.length === 0) return [];
  return db
    .selectFrom("coding")
    .innerJoin("turn", (join) =>
      join.onRef("turn.session", "=", "coding.session").onRef("turn.number", "=", "coding.turn"),
    )
    .select(["coding.session", "coding.turn", "coding.theme", "coding.start", "coding.end"])
    .select(["turn.participant", "turn.words"])
    .where("coding.session", "in", [...sessions])
    .orderBy("turn.position")
    .orderBy(sql`coalesce(coding.start, -1)`)
    .orderBy("coding.theme")
    .$narrowType<{ session: SessionId; theme: ThemeId; participant: ParticipantId | null }>()
    .execute();
}

/** The sessions where a theme is used. */
export async function sessionsCoded(db: Kysely<Tables>, theme: ThemeId): Promise<SessionId[]> {
  const rows = await db
    .selectFrom("coding")
    .select("session")
    .distinct()
    .where("theme", "=", theme)
    .orderBy("session")
    .$narrowType<{ session: SessionId }>()
    .execute();
  return rows.map(({ session }) => session);
}

export interface ThemeUse {
  readonly codings: number;
  readonly turns: number;
  readonly sessions: number;
}

/** How many codings each theme has in each session where it is used, and in how many turns. */
export async function themeUsesBySession(db: Kysely<Tables>) {
  const rows = await db
    .selectFrom("coding")
    .select(["theme", "session"])
    .select((each) => each.fn.countAll().as("codings"))
    .select((each) => each.fn.count("turn").distinct().as("turns"))
    .groupBy(["theme", "session"])
    .orderBy("theme")
    .$narrowType<{ theme: ThemeId; session: SessionId }>()
    .execute();
  return rows.map((row) => ({ ...row, codings: Number(row.codings), turns: Number(row.turns) }));
}

/** How many codings each theme has, in how many turns and sessions. */
export async function themeUses(db: Kysely<Tables>): Promise<Map<string, ThemeUse>> {
  const uses = new Map<string, ThemeUse>();
  for (const { theme, codings, turns } of await themeUsesBySession(db)) {
    const use = uses.get(theme) ?? { codings: 0, turns: 0, sessions: 0 };
    uses.set(theme, {
      codings: use.codings + codings,
      turns: use.turns + turns,
      sessions: use.sessions + 1,
    });
  }
  return uses;
}
