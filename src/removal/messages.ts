// What the removal room refuses or finds.
import { messages } from "../kernel/diagnostic.ts";

export interface RemovalMessages {
  "removal.unknown-person": { person: string; known: string };
  "removal.unknown-session": { session: string; known: string };
  "removal.unknown-turn": { turn: string };
  "removal.not-theirs": { turn: string; person: string };
  /** Without the words: they are not said again. */
  "removal.words-not-found": Record<string, never>;
  /** A file of the study itself keeps the words, written otherwise. */
  "removal.said-otherwise": Record<string, never>;
  /** `s01.12` */
  "removal.original-gone": { turn: string };
  "removal.not-confirmed": Record<string, never>;
  "removal.nobody": Record<string, never>;
  /** A withdrawal and a recall in one command, or a day for a withdrawal. */
  "removal.two-things": Record<string, never>;
  "recall.none": Record<string, never>;
  "recall.unknown-export": { export: string; known: string };
  "recall.no-reason": { export: string };
  /** Days. */
  "recall.before": { export: string; made: string; day: string };
  /** Withdrawn turns whose words are there again: `s01.1, s01.4`. */
  "removal.forgotten": { turns: string };
  /** Left with a name of the vault in them. */
  "names.exported": { exports: string };
  "names.sent": { copies: string };
  /** A file that the program wrote holds one, and was not deleted. */
  "names.in-made": Record<string, never>;
  /** `kind`: `return`, `transcript`, `backup` or `other`. */
  "names.in-file": { kind: string };
  "names.unread": Record<string, never>;
  /** `what`: `recordings`, `transcripts` or `returns`. */
  "purge.unknown": { what: string; known: string };
  "purge.no-day": { what: string };
  "purge.not-due": { what: string; day: string };
  "purge.pending": { count: number; corrections: string };
  "purge.not-integrated": { count: number; corrections: string };
  "purge.not-confirmed": Record<string, never>;
}

export const { refuse, diagnose } = messages<RemovalMessages>();
