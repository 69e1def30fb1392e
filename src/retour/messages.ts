// What the retour room refuses or finds.
import { messages } from "../kernel/diagnostic.ts";

export interface RetourMessages {
  "section.twice": { section: string; first: number };
  "section.bad-id": { section: string };
  "section.unknown": { section: string; known: string };
  "section.ambiguous": { section: string; groups: string };
  "section.empty": { section: string };
  "document.missing": { file: string };
  "document.none": { group: string };
  "document.other-study": { file: string; found: string; group: string };
  "document.half-saved": { file: string };
  "document.restored": { file: string };
  "document.section-removed": { section: string };
  "document.comment-open": Record<string, never>;
  "document.comment-altered": Record<string, never>;
  "document.conflict": { section: string; generated: string };
  "document.not-built": { file: string };
  "group.unknown": { group: string; known: string };
  "template.missing": { name: string };
  "template.error": { reason: string };
  "template.output": { name: string };
  "quote.no-turn": { words: string };
  "quote.unknown-turn": { turn: string };
  "quote.differs": { turn: string; found: string; said: string };
  /** Their turns' words had a day after which they must go. */
  "quote.purged": { count: number };
  "quote.attribution": { turn: string; found: string; expected: string };
  "quote.no-consent": { turn: string; participant: string };
  "quote.attribution-none": { turn: string; participant: string };
  /** A name that the vault replaces stands there. Never the name. */
  "name.listed": Record<string, never>;
  /** In what the ledger keeps besides turns. `kind`: as in removal/count-names; `count`: how many of them. */
  "name.in-ledger": { kind: string; count: number };
  "name.doubtful": Record<string, never>;
  /** `kind`: as in vault/likely; `count`: how often in that file. */
  "name.likely": { kind: string; count: number };
  /** The same, in what somebody asked for or what was decided of it. */
  "name.likely-returned": { kind: string; correction: string };
  "name.more": { count: number };
  /** `people`: how many of the study all of it fits; `parts`: which of function, organisation, place, day. */
  "identity.indirect": { section: string; people: number; parts: string };
  "identity.trait": { section: string; count: number; kinds: string };
  /** `people`: how many descriptions fit one person of the group alone. */
  "identity.described": { people: number };
  "identity.recognisable": { section: string; count: number };
  "reference.unknown": { turn: string };
  "theme.unknown-coding": { theme: string };
  "build.no-transcript": { group: string };
  "build.no-consent": { participant: string; count: number };
  "build.consent-missing": { people: string };
  "search.no-words": Record<string, never>;
  "search.sheets-ahead": { sessions: string };
}

export const { refuse, diagnose } = messages<RetourMessages>();
