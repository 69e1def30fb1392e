// Which session a file is the transcript of.
import type { SessionId } from "../kernel/ids.ts";
import { nearest } from "../study/nearest.ts";
import type { Session } from "../study/settings.ts";
import { refuse } from "./messages.ts";

/**
 * The session that `wanted` names, else the one that the file's name names, else the only one of
 * the study. `isAlone`: false when `wanted` cannot be given, there being other files.
 */
export function chooseSession(
  file: string,
  wanted: string | undefined,
  sessions: readonly Session[],
  isAlone = true,
): Session {
  if (wanted !== undefined) return sessionCalled(wanted, sessions);
  const named = sessionNamedBy(file, sessions);
  const [only, ...others] = sessions;
  if (named) return named;
  if (only && others.length === 0 && sessionInName(file) === undefined) return only;
  if (!only) throw refuse("import.no-session", { file });
  const known = sessions.map(({ id }) => id).join(", ");
  throw isAlone ? refuse("import.which-session", { file, known }) : refuse("import.name-it", { file, known });
}

/**
 * The session whose id starts the file's name (`s01.vtt`, `s01-groupe.txt`); else the only one
 * whose number (`Séance 02 - groupe.docx`, `s1.txt`) and date (`2026-08-15.txt`) the name says.
 */
export function sessionNamedBy(file: string, sessions: readonly Session[]): Session | undefined {
  const name = nameOf(file);
  const exact = sessions.find(
    ({ id }) => name.startsWith(id) && !/^[\p{L}\p{N}]/u.test(name.slice(id.length)),
  );
  if (exact) return exact;
  const { numbers, dates } = toldBy(name);
  const ofDates = sessions.filter(({ date }) => dates.includes(date));
  const found = sessions.filter(
    (session) =>
      numbers.every((number) => Number(/^s(\d+)$/.exec(session.id)?.[1]) === number) &&
      (ofDates.length === 0 || ofDates.includes(session)),
  );
  const isTold = numbers.length > 0 || ofDates.length > 0;
  return isTold && found.length === 1 ? found[0] : undefined;
}

/** What a file's name says in the form of a session's id, whether the study has it or not. */
export function sessionInName(file: string): string | undefined {
  const name = nameOf(file);
  const [number] = toldBy(name).numbers;
  const written = /^s\d+(?![\p{L}\p{N}])/u.exec(name)?.[0];
  return written ?? (number === undefined ? undefined : `s${String(number).padStart(2, "0")}`);
}

const isoDate = /(?<!\d)(20\d\d)([-_. ]?)(\d\d)\2(\d\d)(?!\d)/g;
const frenchDate = /(?<!\d)(\d\d)([-_. ])(\d\d)\2(20\d\d)(?!\d)/g;
const numbered = /(?:(?<![a-z])(?:seance|session)[\s_.-]*(?:n[o°]?[\s_.-]*)?|^s)(\d{1,3})(?![a-z\d])/g;

/** The sessions' numbers and the ISO days in a file's name. */
function toldBy(name: string): { numbers: number[]; dates: string[] } {
  const dates: string[] = [];
  const rest = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(isoDate, (_, year: string, _sign: string, month: string, day: string) => {
      dates.push(`${year}-${month}-${day}`);
      return " ";
    })
    .replace(frenchDate, (_, day: string, _sign: string, month: string, year: string) => {
      dates.push(`${year}-${month}-${day}`);
      return " ";
    });
  return { numbers: Array.from(rest.matchAll(numbered), ([, digits]) => Number(digits)), dates };
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
