// Which session a file is the transcript of.
import type { SessionId } from "../kernel/ids.ts";
import { nearest } from "../study/nearest.ts";
import type { Session } from "../study/settings.ts";
import { refuse } from "./messages.ts";

/**
 * The session that `wanted` names, else the one whose id starts the file's name
 * (`s01.vtt`, `s01-groupe.txt`), else the only one of the study.
 */
export function chooseSession(
  file: string,
  wanted: string | undefined,
  sessions: readonly Session[],
): Session {
  const known = sessions.map(({ id }) => id);
  if (wanted !== undefined) return sessionCalled(wanted, sessions);
  const named = sessionNamedBy(file, sessions);
  const [only, ...others] = sessions;
  if (named) return named;
  if (only && others.length === 0 && sessionInName(file) === undefined) return only;
  if (!only) throw refuse("import.no-session", { file });
  throw refuse("import.which-session", { file, known: known.join(", ") });
}

/** The session whose id starts the file's name. */
export function sessionNamedBy(file: string, sessions: readonly Session[]): Session | undefined {
  const name = nameOf(file);
  return sessions.find(({ id }) => name.startsWith(id) && !/^[\p{L}\p{N}]/u.test(name.slice(id.length)));
}

/** What a file's name says in the form of a session's id, whether the study has it or not. */
export function sessionInName(file: string): string | undefined {
  return /^s\d+(?![\p{L}\p{N}])/u.exec(nameOf(file))?.[0];
}

const nameOf = (file: string): string => file.replace(/^.*[/\\]/, "").toLowerCase();

/** The session of the study with this id. */
export function sessionCalled(id: string, sessions: readonly Session[]): Session {
  const found = sessions.find((session) => session.id === id);
  if (found) return found;
  const known: SessionId[] = sessions.map((session) => session.id);
  throw refuse("import.unknown-session", {
    session: id,
    nearest: nearest(id, known),
    known: known.join(", "),
  });
}
