// The texts of `withdraw` and `purge`, apart from the room's own messages.
type Nothing = Record<string, never>;

export interface RemovalTexts {
  "removal.nothing": Nothing;
  /** `scope`: `all`, `s01`, `s01.12` or `quote`. */
  "removal.title": { person: string; scope: string };
  "removal.turns": { session: string; turns: number };
  "removal.no-turns": Nothing;
  "removal.quotes": Nothing;
  "removal.quote": { section: string; state: string; file: string; line: number };
  "removal.sections": { sections: string };
  "removal.corrections": { count: number; corrections: string };
  "removal.reread": { sections: string };
  /** `corrections`: those that stay, `c001, c002`; empty when there are none, or when they are theirs and lose all. */
  "removal.return": { copy: string; person: string; path: string; isTheirs: boolean; corrections: string };
  "removal.copies": { copies: string };
  "removal.exports": Nothing;
  "removal.export": {
    id: string;
    day: string;
    audience: string;
    path: string;
    sections: string;
    isHere: boolean;
    /** The day; null: it is to be. */
    recalled: string | null;
  };
  "removal.deleted": { count: number };
  "removal.rewritten": Nothing;
  "removal.backups": Nothing;
  "removal.backup": { path: string };
  "removal.unread": { files: string };
  "removal.tracked": Nothing;
  "removal.elsewhere": Nothing;
  "removal.confirm": { person: string };
  "removal.left": Nothing;
  "removal.done": { id: string; letter: string };
  "removal.recall": { count: number };
  "recall.recorded": { id: string; day: string; audience: string; path: string; recalled: string };
  "recall.known": { id: string; recalled: string };
  "purge.title": Nothing;
  "purge.recordings": { day: string; count: number };
  "purge.transcripts": { day: string; count: number };
  "purge.returns": { day: string; count: number };
  "purge.elsewhere-recordings": Nothing;
  "purge.stays-transcripts": Nothing;
  "purge.stays-returns": Nothing;
  "purge.left": Nothing;
  "purge.backups-elsewhere": Nothing;
  "purge.confirm": Nothing;
  "purge.unchanged": Nothing;
  "purge.nothing": Nothing;
  "purge.already": Nothing;
  "purge.next": { what: string; day: string };
  "purge.done": { what: string };
  "removal.status": { id: string; person: string; scope: string; day: string };
  "removal.status-recall": {
    id: string;
    day: string;
    audience: string;
    path: string;
    recalled: string | null;
  };
  "removal.status-names": Nothing;
  /** `id`: the first of those that are to be recalled. */
  "removal.status-once": { id: string };
}
