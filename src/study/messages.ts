// What the study room refuses or finds.
import { messages } from "../kernel/diagnostic.ts";

type Nothing = Record<string, never>;

/** Kinds of YAML value, as messages name them: `text`, `list`, `mapping`, `number`, `boolean`, `nothing`. */
export interface StudyMessages {
  "study.not-found": { folder: string };
  "study.not-folder": { path: string };

  "yaml.tab": Nothing;
  "yaml.indent": Nothing;
  "yaml.unclosed": { sign: string };
  "yaml.colon-inside": Nothing;
  "yaml.no-colon": Nothing;
  "yaml.sign-first": { sign: string };
  "yaml.after-quote": Nothing;
  "yaml.escape": Nothing;
  "yaml.key-twice": { key: string };
  "yaml.several-documents": Nothing;
  "yaml.too-deep": Nothing;
  "yaml.syntax": { reason: string };

  "settings.rule-quorum": { share: string };
  "settings.empty": { file: string };
  "settings.not-mapping": { found: string };
  "settings.unknown-key": { key: string; nearest: string; known: string };
  "settings.missing-key": { key: string };
  "settings.wrong-type": { key: string; expected: string; found: string };
  "settings.wrong-value": { key: string; value: string; allowed: string; nearest: string };
  "settings.out-of-range": { key: string; value: number };
  "settings.not-count": { key: string; value: number; minimum: number };
  "settings.bad-date": { value: string };
  "settings.bad-id": { value: string; example: string };
  "settings.empty-text": { key: string };
  "settings.empty-list": { key: string };
  "settings.repeated": { key: string; value: string };
  "settings.id-twice": { id: string; line: number };
  "settings.pseudonym-twice": { id: string; other: string; line: number };
  "settings.unknown-group": { id: string; known: string };
  "settings.unknown-participant": { id: string; nearest: string };
  "settings.no-group": { id: string };
  "settings.no-description": { id: string };
  "settings.not-of-group": { id: string; session: string; group: string };
  "settings.no-participant-present": { session: string };
  "settings.pseudonym-by-hand": { id: string };
  "settings.delegate-not-asked": { id: string; role: string };
  "settings.delegate-not-of-group": { id: string; section: string; group: string };
  "settings.section-twice": { section: string; line: number };
  "settings.minimum-above-delegates": { minimum: number; count: number };
  "settings.minimum-too-large": { minimum: number; count: number; group: string };
  "settings.never-asked-again": Nothing;
  "settings.edit-by-hand": { list: string };

  "init.exists": { folder: string };
  "init.inside-study": { folder: string; study: string };
  "init.ledger-left": { folder: string };
  "init.not-empty": { folder: string };

  "add.id-taken": { id: string };
  /** `id`: who is called so already. */
  "add.pseudonym-taken": { id: string };
  "add.bad-id": { id: string; example: string };
  "add.empty": { option: string };
  "add.no-group": Nothing;
  "add.choose-group": { known: string };
  "add.unknown-group": { id: string; known: string };
  "add.unknown-participant": { id: string; known: string };
  "add.bad-date": { value: string };
  "add.no-description": { id: string };

  "consent.unknown-purpose": { value: string; nearest: string; known: string };
  "consent.no-purpose": { known: string };
  "consent.two-answers": Nothing;
  "consent.attribution-alone": Nothing;
  "consent.no-description": { id: string };
  "consent.superseded": { id: string; purpose: string; day: string; standing: string };
  "consent.elsewhere": Nothing;
  "agreement.bad-day": { value: string };
  "agreement.future-day": { day: string };
  "agreement.nobody": Nothing;
  "pact.none": Nothing;

  "backup.exists": { file: string };
  "backup.no-folder": { folder: string };
  "backup.too-large": { megabytes: number; limit: number; largest: string };
  "backup.odd-name": { file: string };
  "backup.link-skipped": { file: string };
  "backup.inside-study": { file: string };
  "restore.not-backup": { file: string };
  "restore.same-name": { path: string };
  "restore.not-empty": { folder: string };
  "restore.unsafe-path": { path: string };

  "doctor.node-too-old": { found: string; needed: string };
  "doctor.no-database": { reason: string };
  "doctor.no-ledger": { file: string };
  "doctor.unsound": { reason: string };
  "doctor.file-missing": { file: string };
  "doctor.readable-by-others": { file: string; count: number };
  "doctor.leftover": { file: string };
}

export const { refuse, diagnose } = messages<StudyMessages>();
