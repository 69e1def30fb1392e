// Texts of the study area's reports and questions.

type Nothing = Record<string, never>;

export interface StudyTexts {
  "ask.title": Nothing;
  "ask.language": Nothing;
  "ask.kind": Nothing;
  "ask.group": Nothing;
  "ask.rule": Nothing;
  "ask.share": Nothing;
  "ask.silence": Nothing;
  "ask.group-title": Nothing;
  "ask.which-group": Nothing;
  "ask.pseudonym": Nothing;
  "ask.description": Nothing;
  "ask.date": Nothing;
  "language.fr": Nothing;
  "language.en": Nothing;
  "kind.collective": Nothing;
  "kind.individual": Nothing;
  "rule.unanimity": Nothing;
  "rule.group-session": Nothing;
  "rule.quorum": Nothing;
  "rule.expected": Nothing;
  "silence.not-agreement": Nothing;
  "silence.ask-again": Nothing;
  "role.participant": Nothing;
  "role.tiers": Nothing;
  "role.guest": Nothing;
  "role.withdrawn": Nothing;
  "capture.recording": Nothing;
  "capture.notes": Nothing;
  "capture.text": Nothing;

  "init.done": { folder: string };
  "init.vault": Nothing;
  "init.next": Nothing;
  "group.added": { id: string; title: string };
  "participant.added": { id: string; pseudonym: string; groups: string };
  /** Never the name. */
  "participant.name-kept": Record<string, never>;
  "session.added": { id: string; date: string; group: string };
  "session.present": { people: string };
  "session.nobody": Nothing;
  "session.correct": Nothing;
  "group.none": Nothing;
  "participant.none": Nothing;
  "session.none": Nothing;
  "heading.id": Nothing;
  "heading.title": Nothing;
  "heading.participants": Nothing;
  "heading.group": Nothing;
  "heading.role": Nothing;
  "heading.pseudonym": Nothing;
  "heading.description": Nothing;
  "heading.organisation": Nothing;
  "heading.date": Nothing;
  "heading.capture": Nothing;
  "heading.present": Nothing;
  "heading.guests": Nothing;

  "backup.done": { file: string; files: number; size: string };
  "restore.done": { folder: string; files: number };
  "audit.whole": { lines: number };
  "audit.broken": { findings: number; lines: number };
  "doctor.well": Nothing;
  "doctor.look": { warnings: number };
  "doctor.unwell": { wrong: number };
  "doctor.node": { fact: string };
  "doctor.database": { fact: string };
  "doctor.study": { fact: string };
  "doctor.settings": { fact: string };
  "doctor.ledger": { fact: string };
  "doctor.files": { fact: string };
  "doctor.private": { fact: string };
  "doctor.leftovers": { fact: string };
}
