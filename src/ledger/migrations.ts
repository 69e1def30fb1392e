// The ledger's schema, step by step. A step that has been released is never edited:
// a change is a new step, with a name that says why.
import { sql, type Kysely } from "kysely";

export interface Migration {
  readonly name: string;
  readonly up: (db: Kysely<unknown>) => Promise<void>;
}

const tables =
  (...statements: string[]) =>
  async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  };

export const migrations: readonly Migration[] = [
  {
    name: "the loop: transcripts, codings, documents, corrections, validations, exports",
    up: tables(
      `create table study (id text primary key not null, created text not null) strict`,
      `create table journal (
        seq integer primary key not null, at text not null, kind text not null,
        fact text not null, subject text not null, digest text,
        previous text not null, hash text not null unique) strict`,
      `create index journal_subject on journal (fact, subject)`,
      `create trigger journal_is_never_changed before update on journal
        begin select raise(abort, 'the journal is append-only'); end`,
      `create trigger journal_is_never_cut before delete on journal
        begin select raise(abort, 'the journal is append-only'); end`,
      `create table memo (key text primary key not null, value text not null) strict`,
      `create table pending_file (path text primary key not null, content blob not null, before text) strict`,
      `create table transcript (
        session text primary key not null, sha256 text not null, format text not null,
        bytes integer not null, imported text not null) strict`,
      `create table turn (
        session text not null references transcript (session),
        number integer not null check (number > 0), position integer not null check (position > 0),
        participant text, label text, start_ms integer, end_ms integer, words text not null,
        primary key (session, number)) strict`,
      `create table former_turn (
        id integer primary key not null, session text not null, number integer not null,
        words text not null, until text not null) strict`,
      `create table sheet (session text primary key not null, sha256 text not null) strict`,
      `create table coding (
        id integer primary key not null, session text not null, turn integer not null,
        start integer, end integer, theme text not null, words text not null,
        check ((start is null) = (end is null)), check (start is null or start < end),
        foreign key (session, turn) references turn (session, number)) strict`,
      `create index coding_turn on coding (session, turn)`,
      `create table lost_coding (
        id integer primary key not null, session text not null, turn integer not null,
        theme text not null, words text not null, at text not null) strict`,
      `create table document (
        grp text primary key not null, edition text not null, generated text not null,
        inputs text not null, content text not null, at text not null) strict`,
      `create table edition (
        id text primary key not null, grp text not null, opened text not null,
        sent text, content text, check ((sent is null) = (content is null))) strict`,
      `create table copy (
        id text not null, format text not null, edition text not null references edition (id),
        participant text not null, sha256 text not null, sent text not null,
        primary key (id, format)) strict`,
      `create table "return" (
        id text primary key not null, edition text not null references edition (id),
        participant text not null, format text not null, sha256 text not null,
        received text not null, unique (edition, participant, sha256)) strict`,
      `create table loss (
        id integer primary key not null, "return" text not null references "return" (id),
        place text not null, words text not null) strict`,
      `create table correction (
        id text primary key not null, "return" text not null references "return" (id),
        edition text not null references edition (id), participant text not null,
        grp text not null, section text not null,
        kind text not null check (kind in
          ('nuance','minor','major','disagreement','addition','withdrawal','strength')),
        proposed integer not null check (proposed in (0, 1)),
        start integer, end integer, before text not null, after text not null,
        comment text not null, received text not null,
        check ((start is null) = (end is null)), check (start is null or start <= end)) strict`,
      `create index correction_return on correction ("return")`,
      `create table decision (
        id integer primary key not null, correction text not null references correction (id),
        outcome text not null check (outcome in ('integrated','adapted','declined','recorded')),
        text text, reason text, by text not null, at text not null,
        check (outcome <> 'declined' or reason is not null),
        check (outcome <> 'adapted' or text is not null)) strict`,
      `create index decision_correction on decision (correction)`,
      `create table integration (
        correction text primary key not null references correction (id),
        decision integer not null references decision (id), at text not null) strict`,
      `create table validation (
        id text primary key not null, grp text not null, section text not null,
        fingerprint text not null, content text not null,
        audience text not null check (audience in ('group','institution','public')),
        means text not null check (means in ('read-aloud','written','session')),
        session text, by_group integer not null check (by_group in (0, 1)), at text not null) strict`,
      `create table voice (
        validation text not null references validation (id), participant text not null,
        stance text not null check (stance in ('agree','against','abstain')),
        primary key (validation, participant)) strict`,
      `create table export (
        id text primary key not null, at text not null, audience text not null,
        template text not null, path text not null, manifest text not null) strict`,
      `create table exported_section (
        export text not null references export (id), grp text not null, section text not null,
        fingerprint text not null, primary key (export, grp, section)) strict`,
    ),
  },
  {
    name: "a decision can be taken back",
    up: tables(
      `create table undone_decision (
        decision integer primary key not null references decision (id),
        correction text not null references correction (id), by text not null, at text not null) strict`,
      `create index undone_decision_correction on undone_decision (correction)`,
    ),
  },
  {
    name: "by when an edition is to be answered",
    up: tables(`alter table edition add column answer_by text`),
  },
  {
    name: "what a report last said, so that what someone wrote in it stays",
    up: tables(`create table report (path text primary key not null, sha256 text not null) strict`),
  },
  {
    name: "a typo is a kind of correction",
    up: tables(
      `create table correction_anew (
        id text primary key not null, "return" text not null references "return" (id),
        edition text not null references edition (id), participant text not null,
        grp text not null, section text not null,
        kind text not null check (kind in
          ('nuance','typo','minor','major','disagreement','addition','withdrawal','strength')),
        proposed integer not null check (proposed in (0, 1)),
        start integer, end integer, before text not null, after text not null,
        comment text not null, received text not null,
        check ((start is null) = (end is null)), check (start is null or start <= end)) strict`,
      `insert into correction_anew select * from correction`,
      `drop table correction`,
      `alter table correction_anew rename to correction`,
      `create index correction_return on correction ("return")`,
    ),
  },
  {
    name: "the letter of each copy, as it was sent",
    up: tables(`alter table copy add column letter text`),
  },
  {
    name: "the pact: names, agreement, consent, withdrawal, retention",
    up: tables(
      `create table vault (id text primary key not null, adopted text not null) strict`,
      `create table replaced (
        source text not null, replacement text not null,
        kind text not null check (kind in ('person','place','organisation','site','detail')),
        count integer not null check (count > 0), primary key (source, replacement, kind)) strict`,
      `create table reveal (
        id integer primary key not null, session text not null, number integer not null,
        at text not null) strict`,
      `alter table validation add column about text check (about in ('words','audience'))`,
      `create table voice_anew (
        validation text not null references validation (id), participant text not null,
        stance text not null check (stance in ('agree','against','abstain','consulted')),
        primary key (validation, participant)) strict`,
      `insert into voice_anew select * from voice`,
      `drop table voice`,
      `alter table voice_anew rename to voice`,
      `create table sitting (
        validation text not null references validation (id), number integer not null,
        day text not null, primary key (validation, number)) strict`,
      `create table minority_note (
        id text primary key not null, grp text not null, section text not null,
        fingerprint text not null, content text not null, session text, at text not null) strict`,
      `create table consent (
        id integer primary key not null, participant text not null,
        purpose text not null check (purpose in
          ('recording','transcription','analysis','quotation','publication','archiving')),
        answer text not null check (answer in ('given','refused','withdrawn')),
        attribution text check (attribution in ('pseudonym','description','none')),
        day text not null, at text not null) strict`,
      `create index consent_participant on consent (participant)`,
      `create table pact (
        version integer primary key not null check (version > 0),
        fingerprint text not null unique, content text not null, at text not null) strict`,
      `create table pact_agreement (
        pact integer not null references pact (version), participant text not null,
        day text not null, at text not null, primary key (pact, participant)) strict`,
      `create table withdrawal (
        id text primary key not null, participant text not null, scope text not null,
        at text not null) strict`,
      `create table withdrawal_touched (
        withdrawal text not null references withdrawal (id), kind text not null,
        subject text not null, primary key (withdrawal, kind, subject)) strict`,
      `create table withdrawn_phrase (
        withdrawal text not null references withdrawal (id), lead integer not null,
        words integer not null, digest text not null, primary key (withdrawal, digest)) strict`,
      `create table pending_file_anew (
        path text primary key not null, content blob, before text) strict`,
      `insert into pending_file_anew select * from pending_file`,
      `drop table pending_file`,
      `alter table pending_file_anew rename to pending_file`,
      `create table purge (
        id integer primary key not null,
        what text not null check (what in ('recordings','transcripts','returns')),
        day text not null, count integer not null, at text not null) strict`,
    ),
  },
  {
    name: "the rule under which each agreement was asked",
    up: tables(`alter table validation add column electorate text`),
  },
  {
    name: "what is to be recalled for a name, and what was recalled",
    up: tables(
      `create table recall (
        id integer primary key not null, export text not null references export (id),
        what text not null check (what in ('asked','done')), day text not null, at text not null) strict`,
    ),
  },
];
