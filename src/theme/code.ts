// Speech is coded: turns, or words within a turn, are linked to themes.
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { formatTurn, parseTurns, type SessionId, type ThemeId } from "../kernel/ids.ts";
import type { World } from "../kernel/world.ts";
import { sheetPath } from "../study/folder.ts";
import type { Study } from "../study/open.ts";
import { sessionCalled } from "../transcript/choose-session.ts";
import { canonicalCodings, type Coding } from "../transcript/coding.ts";
import { codingsOf, replaceCodings, turnsOf } from "../transcript/store.ts";
import type { Turn } from "../transcript/turn.ts";
import { sheetOnDisk, writeSheet } from "../transcript/write-sheet.ts";
import { themeCalled } from "./change-codebook.ts";
import { readCodebook } from "./codebook.ts";
import { findWords, type FoundWords } from "./find-words.ts";
import { refuse } from "./messages.ts";
import { readSheets } from "./read-sheets.ts";

export interface CodeRequest {
  /** `s01.12` or `s01.12-15`. */
  readonly turns: string;
  readonly themes: readonly string[];
  /** Words inside one of the turns; undefined: the whole turns. */
  readonly text: string | undefined;
  /** Takes codings away: of these themes, or of all when none is named. */
  readonly isRemoving: boolean;
}

export interface Coded {
  readonly session: SessionId;
  /** Codings added or taken away. */
  readonly codings: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Adds or removes codings. Sheets are read first, and the session's is written again. */
export async function code(study: Study, request: CodeRequest, world: Pick<World, "now">): Promise<Coded> {
  const refs = parseTurns(request.turns);
  const [first] = refs ?? [];
  if (!refs || !first) throw refuse("code.bad-turns", {});
  const session = sessionCalled(first.session, study.settings.sessions).id;
  const codebook = readCodebook(study.root);
  const themes = request.themes.map((id) => themeCalled(codebook, id).id);
  if (themes.length === 0 && !request.isRemoving) throw refuse("code.no-theme", {});
  const { diagnostics } = await readSheets(study, world);
  const turns = await turnsOf(study.ledger.db, session);
  const chosen = chooseTurns(
    session,
    turns,
    refs.map(({ number }) => number),
  );
  const target =
    request.text === undefined ? undefined : findOnce(session, chosen, request.text, request.turns);
  const before = await codingsOf(study.ledger.db, session);
  const changed = target ? [target.turn] : chosen;
  const after = changed.reduce<readonly Coding[]>((codings, turn) => {
    const others = codings.filter((each) => each.turn !== turn.number);
    const own = codings.filter((each) => each.turn === turn.number);
    const range = target ?? { start: null, end: null };
    const next = request.isRemoving
      ? own.filter((each) => !isMeant(each, themes, target))
      : [
          ...own,
          ...themes.map((theme) => ({ turn: turn.number, theme, start: range.start, end: range.end })),
        ];
    return [...others, ...canonicalCodings(turn.words, next)];
  }, before);
  const codings = countChanges(before, after);
  if (codings > 0)
    await study.ledger.write(async (change) => {
      await replaceCodings(change, session, turns, after);
      change.record(request.isRemoving ? "coding.removed" : "coding.added", "coding", session);
      await writeSheet(change, study, session, { turns, codings: after }, sheetOnDisk(study, session));
    });
  return { session, codings, diagnostics };
}

/** The session that `s01` names alone, without turns. */
export function sessionAlone(turns: string): string | undefined {
  return /^s[0-9]{1,4}$/.test(turns) ? turns : undefined;
}

/**
 * Opens the session's sheet in the person's editor, and reads it back when it is closed.
 * Refused where nobody can be asked, and when more was said than the session (`!isBare`).
 */
export async function codeInEditor(
  study: Study,
  given: string,
  world: Pick<World, "now" | "edit" | "canAsk">,
  { isBare }: { isBare: boolean },
): Promise<Coded> {
  const session = sessionCalled(given, study.settings.sessions).id;
  if (!isBare) throw refuse("code.no-turn", { session });
  if (!world.canAsk) throw refuse("code.no-terminal", { session, sheet: sheetPath(session) });
  const before = await readSheets(study, world);
  if (!sheetOnDisk(study, session)) throw refuse("code.no-transcript", { session });
  await world.edit(study.path(sheetPath(session)));
  const after = await readSheets(study, world);
  const changed = after.sessions.filter((each) => each.session === session).map((each) => each.changes);
  return {
    session,
    codings: changed.reduce((sum, each) => sum + each.codingsAdded + each.codingsRemoved, 0),
    diagnostics: [...before.diagnostics, ...after.diagnostics],
  };
}

function chooseTurns(session: SessionId, turns: readonly Turn[], numbers: readonly number[]): Turn[] {
  if (turns.length === 0) throw refuse("code.no-transcript", { session });
  const byNumber = new Map(turns.map((turn) => [turn.number, turn]));
  const unknown = numbers.filter((number) => !byNumber.has(number));
  if (unknown.length > 0)
    throw refuse("code.unknown-turns", {
      session,
      turns: unknown
        .slice(0, 5)
        .map((number) => formatTurn({ session, number }))
        .join(", "),
      last: Math.max(...byNumber.keys()),
    });
  const chosen = numbers.flatMap((number) => byNumber.get(number) ?? []);
  const empty = chosen.find(({ words }) => words === "");
  if (empty) throw refuse("code.empty-turn", { turn: formatTurn({ session, number: empty.number }) });
  return chosen;
}

/** The one place where the words stand in these turns. */
function findOnce(session: SessionId, turns: readonly Turn[], text: string, named: string): FoundWords<Turn> {
  if (!/[\p{L}\p{N}]/u.test(text)) throw refuse("code.empty-text", {});
  const [only, ...others] = findWords(turns, text);
  if (!only) throw refuse("code.text-not-found", { turns: named });
  if (others.length === 0) return only;
  const refs = [only, ...others].map(({ turn }) => formatTurn({ session, number: turn.number }));
  throw refuse("code.text-several", { turns: [...new Set(refs)].join(", ") });
}

/** Codings to take away: of the themes named, at the words named or anywhere in the turn. */
function isMeant(coding: Coding, themes: readonly ThemeId[], target: FoundWords<Turn> | undefined): boolean {
  const isTheme = themes.length === 0 || themes.includes(coding.theme);
  if (!target || !isTheme) return isTheme;
  const { start, end } = coding;
  return start !== null && end !== null && start < target.end && target.start < end;
}

function countChanges(before: readonly Coding[], after: readonly Coding[]): number {
  const text = ({ turn, theme, start, end }: Coding): string => JSON.stringify([turn, theme, start, end]);
  const [then, now] = [new Set(before.map(text)), new Set(after.map(text))];
  const added = [...now].filter((each) => !then.has(each)).length;
  const removed = [...then].filter((each) => !now.has(each)).length;
  return Math.max(added, removed);
}
