// The tables of the ledger, as types. Columns are written once more in migrations.ts.
// `grp` is a group's id ("group" is a word of SQL). Times are ISO UTC strings.
// Positions inside words are UTF-16 indices, the end exclusive.
import type { Generated, Selectable } from "kysely";

/** One row: which study this ledger belongs to. */
interface StudyTable {
  id: string;
  created: string;
}

/** Append-only and hash-chained. Holds ids, kinds, fingerprints, times; never words. */
interface JournalTable {
  seq: number;
  at: string;
  /** What happened: `transcript.imported`, `validation.recorded`… */
  kind: string;
  /** The fact's table, and the subject within it (see facts.ts). */
  fact: string;
  subject: string;
  /** Fingerprint of the subject's rows after the event; null when none is left. */
  digest: string | null;
  previous: string;
  hash: string;
}

/**
 * What was computed from a text, by the fingerprint of that text: it spares commands the time
 * to compute it again, is never a fact, and may be emptied at any moment.
 */
interface MemoTable {
  key: string;
  value: string;
}

/** A file that a transaction decided to write, until it is on the disk. */
interface PendingFileTable {
  /** Relative to the study folder, with forward slashes. */
  path: string;
  /** Null: the file goes; at the ledger's own path, what was deleted in it goes (forget.ts). */
  content: Uint8Array | null;
  /** SHA-256 of what the file held when its new content was made; null: no file. */
  before: string | null;
}

/** What each session's current turns were read from. */
interface TranscriptTable {
  session: string;
  sha256: string;
  format: string;
  bytes: number;
  imported: string;
}

interface TurnTable {
  session: string;
  /** Stable: survives a corrected import. */
  number: number;
  /** Order of speech, from 1, without gaps. */
  position: number;
  participant: string | null;
  /** The neutral label of the voice (`SPEAKER_00`, `V1`), kept once it is known who spoke. */
  label: string | null;
  start_ms: number | null;
  end_ms: number | null;
  words: string;
}

/** Words that a correction of the transcript replaced. */
interface FormerTurnTable {
  id: Generated<number>;
  session: string;
  number: number;
  words: string;
  until: string;
}

/** The readable sheet as the program last wrote it. */
interface SheetTable {
  session: string;
  sha256: string;
}

/** A passage linked to a theme. No start and end: the whole turn. */
interface CodingTable {
  id: Generated<number>;
  session: string;
  turn: number;
  start: number | null;
  end: number | null;
  theme: string;
  /** The exact words coded, to find them again. */
  words: string;
}

/** A coding whose words a corrected transcript no longer holds; kept until a person places it. */
interface LostCodingTable {
  id: Generated<number>;
  session: string;
  turn: number;
  theme: string;
  words: string;
  at: string;
}

/** A group's document as last built and as last seen on the disk. */
interface DocumentTable {
  grp: string;
  edition: string;
  /** What the template gave last time: the base of the next three-way merge. */
  generated: string;
  /** Fingerprint of everything that went into `generated`. */
  inputs: string;
  /** The document as the program last wrote or read it. */
  content: string;
  at: string;
}

interface EditionTable {
  id: string;
  grp: string;
  opened: string;
  sent: string | null;
  /** The document as frozen when it was first sent. */
  content: string | null;
  /** The day, `2026-12-05`, that its letter asks to answer by; null when it asks for none. */
  answer_by: string | null;
}

interface CopyTable {
  /** `r02-P03` */
  id: string;
  format: string;
  edition: string;
  participant: string;
  sha256: string;
  sent: string;
  /** What its letter said, as Markdown; null when it was sent before letters were kept. */
  letter: string | null;
}

interface ReturnTable {
  id: string;
  edition: string;
  participant: string;
  /** md, oral… */
  format: string;
  sha256: string;
  received: string;
}

/** Words of a return that could not be placed in a section. */
interface LossTable {
  id: Generated<number>;
  return: string;
  place: string;
  words: string;
}

interface CorrectionTable {
  id: string;
  return: string;
  edition: string;
  participant: string;
  grp: string;
  section: string;
  kind: string;
  /** 1 while the kind was proposed by the program and no person has confirmed it. */
  proposed: number;
  /** Range in the section's text as it was sent; null when the correction has no place. */
  start: number | null;
  end: number | null;
  before: string;
  after: string;
  comment: string;
  received: string;
}

interface DecisionTable {
  id: Generated<number>;
  correction: string;
  outcome: string;
  text: string | null;
  reason: string | null;
  by: string;
  at: string;
}

/** A decision that was taken back: the one before it counts again. */
interface UndoneDecisionTable {
  decision: number;
  correction: string;
  by: string;
  at: string;
}

/** The decision on a correction that the document follows. */
interface IntegrationTable {
  correction: string;
  decision: number;
  at: string;
}

/** A report to a participant as the program last wrote it. */
interface ReportTable {
  path: string;
  sha256: string;
}

interface ValidationTable {
  id: string;
  grp: string;
  section: string;
  fingerprint: string;
  /** The exact words agreed to, heading included: what an export is made from. */
  content: string;
  audience: string;
  means: string;
  session: string | null;
  /** 1 when the group decided in session, 0 when persons agreed one by one. */
  by_group: number;
  at: string;
  /** What was decided: the words alone, or the audience alone; null: both. */
  about: string | null;
  /** The rule, and who was asked, as retour.yaml said then (JSON); null when recorded before that was kept. */
  electorate: string | null;
}

interface VoiceTable {
  validation: string;
  participant: string;
  stance: string;
}

interface ExportTable {
  id: string;
  at: string;
  audience: string;
  template: string;
  path: string;
  manifest: string;
}

interface ExportedSectionTable {
  export: string;
  grp: string;
  section: string;
  fingerprint: string;
}

/** The days on which a section was read aloud before it was agreed to, from 1. */
interface SittingTable {
  validation: string;
  number: number;
  day: string;
}

/** An opposition that the group lets stand beside the words it validated. */
interface MinorityNoteTable {
  id: string;
  grp: string;
  section: string;
  /** Of the words it stands beside. */
  fingerprint: string;
  content: string;
  session: string | null;
  at: string;
}

/** The vault that holds this study's names: its own random id, never its place. */
interface VaultTable {
  id: string;
  adopted: string;
}

/** The anonymisation log: what was put in place of names, how often, without the names. */
interface ReplacedTable {
  /** `s01`, or the id of a return. */
  source: string;
  replacement: string;
  kind: string;
  count: number;
}

/** Each time the original words of a turn were shown. */
interface RevealTable {
  id: Generated<number>;
  session: string;
  number: number;
  at: string;
}

/** What a person agreed or refused that be done with their words; the latest of a purpose counts. */
interface ConsentTable {
  id: Generated<number>;
  participant: string;
  purpose: string;
  answer: string;
  /** Of a quotation: the name shown under it. */
  attribution: string | null;
  /** When it was given, `2026-01-15`. */
  day: string;
  at: string;
}

interface PactTable {
  version: number;
  fingerprint: string;
  content: string;
  at: string;
}

interface PactAgreementTable {
  pact: number;
  participant: string;
  day: string;
  at: string;
}

interface WithdrawalTable {
  id: string;
  participant: string;
  /** `all`, `s01` or `s01.12`. */
  scope: string;
  at: string;
}

/** What a withdrawal touched, by id: turns, sections, copies, returns, exports. */
interface WithdrawalTouchedTable {
  withdrawal: string;
  kind: string;
  subject: string;
}

/** A withdrawn sentence, known by its digest alone (wording/phrases.ts): it must not leave again. */
interface WithdrawnPhraseTable {
  withdrawal: string;
  lead: number;
  words: number;
  digest: string;
}

/** That an export is to be recalled for a name that was in it, or that it was recalled, whole, from all who had it. */
interface RecallTable {
  id: Generated<number>;
  export: string;
  /** asked, done; the latest that was done says the day. */
  what: string;
  /** `2026-06-01` */
  day: string;
  at: string;
}

/** What was removed because its day had come. */
interface PurgeTable {
  id: Generated<number>;
  what: string;
  day: string;
  count: number;
  at: string;
}

export interface Tables {
  study: StudyTable;
  journal: JournalTable;
  memo: MemoTable;
  pending_file: PendingFileTable;
  transcript: TranscriptTable;
  turn: TurnTable;
  former_turn: FormerTurnTable;
  sheet: SheetTable;
  coding: CodingTable;
  lost_coding: LostCodingTable;
  document: DocumentTable;
  edition: EditionTable;
  copy: CopyTable;
  return: ReturnTable;
  loss: LossTable;
  correction: CorrectionTable;
  decision: DecisionTable;
  undone_decision: UndoneDecisionTable;
  integration: IntegrationTable;
  report: ReportTable;
  validation: ValidationTable;
  voice: VoiceTable;
  export: ExportTable;
  exported_section: ExportedSectionTable;
  sitting: SittingTable;
  minority_note: MinorityNoteTable;
  vault: VaultTable;
  replaced: ReplacedTable;
  reveal: RevealTable;
  consent: ConsentTable;
  pact: PactTable;
  pact_agreement: PactAgreementTable;
  withdrawal: WithdrawalTable;
  withdrawal_touched: WithdrawalTouchedTable;
  withdrawn_phrase: WithdrawnPhraseTable;
  recall: RecallTable;
  purge: PurgeTable;
}

export type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;
