// Everything that has a day after which it must go, and whose day is past: found before anything is
// changed, so that what is shown is what is done.
import { join } from "node:path";
import { exists, readTextIfAny } from "../kernel/files.ts";
import { asSessionId, type SessionId } from "../kernel/ids.ts";
import { waitingForDocument } from "../correction/integrate.ts";
import { isPending, type Correction } from "../correction/correction.ts";
import { allCorrections } from "../correction/store.ts";
import { CODEBOOK_FILE } from "../study/folder.ts";
import type { Study } from "../study/open.ts";
import { dueOn } from "../study/retention.ts";
import { retained, type Retained } from "../study/settings.ts";
import { purgeRows } from "../study/store.ts";
import { isWithdrawn } from "../wording/speech-marks.ts";
import { isNeeded, findFiles, type HeldFile } from "./files.ts";
import { refuse } from "./messages.ts";
import {
  allTurns,
  referringSessions,
  reportRows,
  returnRows,
  sheetedSessions,
  sourcesOf,
  speakingReturns,
  type KnownTurn,
} from "./store.ts";
import { findWords, type Words } from "./words.ts";

export interface DueItem {
  readonly what: Retained;
  /** The last day on which it could be kept, as retour.yaml says. */
  readonly day: string;
  /** Of recordings: sessions; of transcripts: turns; of returns: returns. */
  readonly count: number;
  /** True when the journal already says that it went because of that day. */
  readonly isRecorded: boolean;
}

/** What is told of a purge: ids, places and numbers, never a word of what goes. */
export interface PurgePlan {
  /** The longest overdue first. */
  readonly items: readonly DueItem[];
  readonly sessions: readonly SessionId[];
  readonly returns: readonly string[];
  readonly files: readonly HeldFile[];
  /** Files of the study that say words which go, and that a person made: for that person to look at. */
  readonly left: readonly string[];
  /** Too large to be looked into. */
  readonly unread: readonly string[];
  /** The study is in a history of versions, which holds every word it ever had. */
  readonly isTracked: boolean;
  /** True when nothing is due, or all of it was done before. */
  readonly isNothing: boolean;
}

/** A plan, and what carrying it out needs. */
export interface PreparedPurge {
  readonly plan: PurgePlan;
  readonly references: readonly SessionId[];
  readonly turns: readonly KnownTurn[];
  readonly reports: readonly string[];
  readonly words: Words;
}

/**
 * `asked`: what is to go; all that is due when nothing is named. `today`: `2027-07-01`. Refuses what has
 * no day, or whose day has not passed; and returns that somebody has still to decide on or to bring in.
 * The sheets are to have been read before.
 */
export async function preparePurge(
  study: Study,
  asked: readonly string[],
  today: string,
): Promise<PreparedPurge> {
  const { db } = study.ledger;
  const due = dueItems(study, asked, today);
  const isDue = (what: Retained): boolean => due.some((each) => each.what === what);
  const done = await purgeRows(db);
  const references = isDue("recordings") ? known(await referringSessions(db)) : [];
  const all = isDue("transcripts") ? await allTurns(db) : [];
  const turns = all.filter(({ words }) => words !== "" && !isWithdrawn(words));
  const sheeted = isDue("transcripts") ? known(await sheetedSessions(db)) : [];
  const sessions = [...new Set([...turns.map(({ turn }) => turn.session), ...sheeted])].sort();
  const codebook = readTextIfAny(study.path(CODEBOOK_FILE)) ?? "";
  const said = turns.map(({ words }) => words);
  const words = findWords({ turns: new Map(), passages: new Map(), texts: said, others: [codebook] });
  if (isDue("returns")) refusePending(await allCorrections(db));
  const returns = isDue("returns") ? await speakingReturns(db) : [];
  const returned = new Set(isDue("returns") ? (await returnRows(db)).map(({ sha256 }) => sha256) : []);
  const written = isDue("returns") ? await reportRows(db) : [];
  const isWritten = (path: string, sum: string): boolean =>
    written.some((each) => each.path === path && each.sha256 === sum);
  const sources = isDue("transcripts") ? await sourcesOf(db, sessions) : new Set<string>();
  const found = findFiles(study, words, "", {
    sources,
    surely: (path, sum) => (path.startsWith("returns/") ? returned.has(sum()) : isWritten(path, sum())),
  });
  const goes = ({ kind, path, sum }: HeldFile): boolean =>
    kind === "backup" ||
    kind === "transcript" ||
    (kind === "return" && returned.has(sum)) ||
    isWritten(path, sum);
  const files = found.files.filter(goes).map((file) => ({ ...file, rewritten: undefined }));
  const gone = new Set(files.map(({ path }) => path));
  const items = due.map(({ what, day }): DueItem => {
    const isRecorded = done.some((each) => each.what === what && each.day === day);
    const count = { recordings: references.length, transcripts: turns.length, returns: returns.length };
    return { what, day, count: count[what], isRecorded };
  });
  const isChanging = items.some(({ count, isRecorded }) => count > 0 || !isRecorded) || sheeted.length > 0;
  const isFileLeft = files.some(({ kind }) => kind !== "backup");
  return {
    plan: {
      items,
      sessions,
      returns,
      files,
      left: found.files
        .filter(({ kind, path }) => kind === "other" && !gone.has(path) && !isNeeded(study, path))
        .map(({ path }) => path),
      unread: found.unread,
      isTracked: exists(join(study.root, ".git")),
      isNothing: !isChanging && !isFileLeft,
    },
    references,
    turns,
    reports: files.filter(({ path, sum }) => isWritten(path, sum)).map(({ path }) => path),
    words,
  };
}

function dueItems({ settings }: Study, asked: readonly string[], today: string) {
  const due = dueOn(settings, today);
  if (asked.length === 0) return due;
  for (const given of asked) {
    const what = retained.find((each) => each === given);
    if (what === undefined) throw refuse("purge.unknown", { what: given, known: retained.join(", ") });
    const day = settings.retention[what];
    if (day === undefined) throw refuse("purge.no-day", { what });
    if (!due.some((each) => each.what === what)) throw refuse("purge.not-due", { what, day });
  }
  return due.filter(({ what }) => asked.includes(what));
}

/** Their words are needed until the document follows what was decided. */
function refusePending(corrections: readonly Correction[]): void {
  const named = (list: readonly Correction[]): string => list.map(({ id }) => id).join(", ");
  const undecided = corrections.filter(isPending);
  if (undecided.length > 0)
    throw refuse("purge.pending", { count: undecided.length, corrections: named(undecided) });
  const waiting = waitingForDocument(corrections);
  if (waiting.length > 0)
    throw refuse("purge.not-integrated", { count: waiting.length, corrections: named(waiting) });
}

const known = (sessions: readonly string[]): SessionId[] => sessions.flatMap((id) => asSessionId(id) ?? []);
