// The study area in English.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Texts } from "../catalogue.ts";
import type { StudyTexts } from "../study.ts";
import type { StudyMessages } from "../../../study/messages.ts";

export const studyMessages: Catalogue<StudyMessages> = {
  "study.not-found": ({ folder }) => ({
    message: `no study here: no retour.yaml in ${folder} nor above it`,
    hint: "Go to the study's folder, name it with --study, or make a study with `retour init`.",
  }),
  "study.not-folder": ({ path }) => ({
    message: `${path} is a file, not a folder`,
    hint: "Name a folder.",
  }),

  "yaml.tab": () => ({
    message: "a tab is used to indent",
    hint: "Put spaces instead: two for each level.",
  }),
  "yaml.indent": () => ({
    message: "this line is not aligned with its neighbours",
    hint: "Keys of one level start at the same column; items of a list start with a dash.",
  }),
  "yaml.unclosed": ({ sign }) => ({
    message: `a closing ${sign} is missing`,
    hint: "Close what is open: quotation mark, bracket or brace.",
  }),
  "yaml.colon-inside": () => ({
    message: "a colon followed by a space inside a value",
    hint: 'Put the whole value in straight quotation marks: "Fear: at work".',
  }),
  "settings.rule-quorum": ({ share }) => ({
    message: "two colons on one line: the share of the participants goes between braces",
    hint: `Write rule: {quorum: ${share}}`,
  }),
  "yaml.no-colon": () => ({
    message: 'this line is not of the form "key: value"',
    hint: "Put a colon and a space after the key.",
  }),
  "yaml.sign-first": ({ sign }) => ({
    message: `a value cannot start with "${sign}" without quotation marks`,
    hint: "Put the whole value in straight quotation marks.",
  }),
  "yaml.after-quote": () => ({
    message: "the text goes on after the closing quotation mark",
    hint: 'A text with an apostrophe goes without quotation marks, or in double ones: "it\'s".',
  }),
  "yaml.escape": () => ({
    message: "a backslash that means nothing inside double quotation marks",
    hint: "Write it twice (\\\\), or put the value in single quotation marks.",
  }),
  "yaml.key-twice": ({ key }) => ({
    message: `the key "${key}" is written twice`,
    hint: "Keep only one.",
  }),
  "yaml.several-documents": () => ({
    message: 'a line "---" cuts the file in two',
    hint: "Remove that line.",
  }),
  "yaml.too-deep": () => ({
    message: "too many levels inside one another: this is not a settings file",
    hint: "Go back to a backup, or to the file that `retour init` makes.",
  }),
  "yaml.syntax": ({ reason }) => ({
    message: `the file does not read as YAML (${reason})`,
    hint: "Check the quotation marks, the colons and the indent of this line and the one before.",
  }),

  "settings.empty": ({ file }) => ({
    message: `${file} is empty`,
    hint: "Write at least the study's title: title: …",
  }),
  "settings.not-mapping": ({ found }) => ({
    message: `the settings must be lines "key: value"; this is ${a(found)}`,
    hint: "The first line is for instance title: Network questions",
  }),
  "settings.unknown-key": ({ key, nearest, known }) => ({
    message: `"${key}" is not a known key${nearest === "" ? "" : `; did you mean "${nearest}"?`}`,
    hint: `Keys that can stand here: ${known}`,
  }),
  "settings.missing-key": ({ key }) => ({
    message: `the key "${key}" is missing`,
    hint: `Add a line ${key}: … at this level.`,
  }),
  "settings.wrong-type": ({ key, expected, found }) => ({
    message: `"${key}" expects ${list(expected)}; this is ${a(found)}`,
    hint: typeHint(expected),
  }),
  "settings.wrong-value": ({ key, value, allowed, nearest }) => ({
    message: `"${key}" cannot be "${value}"${nearest === "" ? "" : `; did you mean "${nearest}"?`}`,
    hint: `Possible values: ${allowed}`,
  }),
  "settings.out-of-range": ({ key, value }) => ({
    message: `"${key}" is ${String(value)}; it must be a number above 0 and up to 1`,
    hint: "Three people out of four is 0.75.",
  }),
  "settings.not-count": ({ key, value, minimum }) => ({
    message: `"${key}" is ${String(value)}; a whole number is needed, at least ${String(minimum)}`,
  }),
  "settings.bad-date": ({ value }) => ({
    message: `"${value}" is not a day of the calendar`,
    hint: "Write year-month-day, for instance 2026-01-15.",
  }),
  "settings.bad-id": ({ value, example }) => ({
    message: `"${value}" does not have the form expected`,
    hint: `For instance: ${example}`,
  }),
  "settings.empty-text": ({ key }) => ({
    message: `"${key}" is empty`,
    hint: "Give it a value, or remove the line if it is not needed.",
  }),
  "settings.empty-list": ({ key }) => ({
    message: `"${key}" names nobody`,
    hint: "Give it at least one item, between brackets: [P01].",
  }),
  "settings.repeated": ({ key, value }) => ({
    message: `"${value}" is twice in "${key}"`,
    hint: "Keep it once.",
  }),
  "settings.id-twice": ({ id, line }) => ({
    message: `the id ${id} is already used on line ${String(line)}`,
    hint: "Give another one: each id is used once.",
  }),
  "settings.pseudonym-twice": ({ id, other, line }) => ({
    message: `${id} has the same pseudonym as ${other}, on line ${String(line)}`,
    hint: "Give one of these people another, different by more than case or accents. Otherwise an import would give the words of one to the other.",
  }),
  "settings.unknown-group": ({ id, known }) => ({
    message: `no group is called ${id}`,
    hint:
      known === ""
        ? "Declare it under groups:, or with `retour group add`."
        : `Groups of the study: ${known}`,
  }),
  "settings.unknown-participant": ({ id, nearest }) => ({
    message: `nobody is called ${id} in this study${nearest === "" ? "" : `; did you mean ${nearest}?`}`,
    hint: "Correct the id, or add the person with `retour participant add`.",
  }),
  "settings.no-group": ({ id }) => ({
    message: `${id} is of no group`,
    hint: "Add a line group: g1, or role: tiers if it is the third person.",
  }),
  "settings.no-description": ({ id }) => ({
    message: `${id} has no description, while quotes are attributed by description`,
    hint: "Add a line description: …, or choose attribution: pseudonym.",
  }),
  "settings.not-of-group": ({ id, session, group }) => ({
    message: `${id} was present at ${session} but is not of group ${group}`,
    hint: `If that is meant, add ${group} to their groups or give them role: guest.`,
  }),
  "settings.no-participant-present": ({ session }) => ({
    message: `no participant is noted as present at ${session}`,
    hint: "Complete present: with the people of the group who were there.",
  }),
  "settings.pseudonym-by-hand": ({ id }) => ({
    message: `the pseudonym of ${id} is written in a way that the program cannot change without risk; nothing was changed`,
    hint: `Change it by hand in retour.yaml, under ${id}.`,
  }),
  "settings.delegate-not-asked": ({ id, role }) => ({
    message: `${id} cannot decide for the group: their role is "${role}"`,
    hint: "Name people of the group, whose role is participant.",
  }),
  "settings.delegate-not-of-group": ({ id, section, group }) => ({
    message: `${id} decides on the part ${section} but is not of group ${group}`,
    hint: `Name people of that group, or add ${group} to the groups of ${id}.`,
  }),
  "settings.section-twice": ({ section, line }) => ({
    message: `the part ${section} already has a rule on line ${String(line)}`,
    hint: "Keep one rule per part.",
  }),
  "settings.minimum-above-delegates": ({ minimum, count }) => ({
    message: `at least ${String(minimum)} agreements are needed, but the decision is left to ${count === 1 ? "one person" : `${String(count)} people`}: nothing can be validated there`,
    hint: "Lower `minimum`, or leave the decision to more people.",
  }),
  "settings.minimum-too-large": ({ minimum, count, group }) => ({
    message: `at least ${String(minimum)} agreements are needed, but ${count === 1 ? "only one person is" : `${String(count)} people are`} asked in group ${group}: nothing can be validated there`,
    hint: "Lower `minimum`, or add the people who are missing.",
  }),
  "settings.never-asked-again": () => ({
    message: '"ask-again-after" has no effect: silence does not make one ask again',
    hint: "Write `silence: ask-again` beside it, or remove the line.",
  }),
  "settings.edit-by-hand": ({ list: name }) => ({
    message: `"${name}" is written in a way the program cannot add to without risk; nothing was changed`,
    hint: `Add the item by hand in retour.yaml, under ${name}: like the others.`,
  }),

  "init.exists": ({ folder }) => ({
    message: `${folder} already holds a study`,
    hint: "Choose another folder: `retour init my-study`.",
  }),
  "init.inside-study": ({ folder, study }) => ({
    message: `${folder} is inside another study (${study})`,
    hint: "Make the new study beside it, not in it.",
  }),
  "init.ledger-left": ({ folder }) => ({
    message: `${folder} holds the ledger of a study whose retour.yaml is gone`,
    hint: "Put retour.yaml back from a backup, or choose another folder.",
  }),
  "init.not-empty": ({ folder }) => ({
    message: `${folder} was not empty: what was in it is as it was`,
  }),

  "add.id-taken": ({ id }) => ({
    message: `the id ${id} is already taken`,
    hint: "Choose another, or give none: the next one will be taken.",
  }),
  "add.pseudonym-taken": ({ id }) => ({
    message: `it is the pseudonym of ${id} already, or differs from it by case or accents alone; nothing was changed`,
    hint: "Choose another. Otherwise an import would give the words of one to the other.",
  }),
  "add.bad-id": ({ id, example }) => ({
    message: `"${id}" cannot be an id`,
    hint: `For instance: ${example}`,
  }),
  "add.empty": ({ option }) => ({
    message: `${option} is empty`,
    hint: "Give it a value.",
  }),
  "add.no-group": () => ({
    message: "the study has no group yet",
    hint: 'Add one first: `retour group add --title "…"`.',
  }),
  "add.choose-group": ({ known }) => ({
    message: "there are several groups: say which",
    hint: `Add --group; groups of the study: ${known}`,
  }),
  "add.unknown-group": ({ id, known }) => ({
    message: `no group is called ${id}`,
    hint: `Groups of the study: ${known}`,
  }),
  "add.unknown-participant": ({ id, known }) => ({
    message: `nobody is called ${id} in this study`,
    hint: `People of the study: ${known}`,
  }),
  "add.bad-date": ({ value }) => ({
    message: `"${value}" is not a day of the calendar`,
    hint: "Write year-month-day: --date 2026-01-15",
  }),
  "add.no-description": ({ id }) => ({
    message: `the description of ${id} is missing: in this study it is the name shown under quotes`,
    hint: 'Add --description "street educator", for instance.',
  }),

  "consent.unknown-purpose": ({ value, nearest, known }) => ({
    message: `"${value}" is not a known purpose${nearest === "" ? "" : `; did you mean "${nearest}"?`}`,
    hint: `The purposes: ${known}`,
  }),
  "consent.no-purpose": ({ known }) => ({
    message: "what the person consents to is not said",
    hint: `Name one purpose or several (${known}), or all of them with --all.`,
  }),
  "consent.two-answers": () => ({
    message: "--refuse and --withdraw do not go together",
    hint: "--refuse: the person never agreed. --withdraw: they did, and no longer do.",
  }),
  "consent.attribution-alone": () => ({
    message:
      "--attribution says under which name to quote somebody: it only goes with agreement to be quoted",
    hint: "For instance: retour consent P03 quotation --attribution pseudonym",
  }),
  "consent.no-description": ({ id }) => ({
    message: `${id} will be quoted by their description but has none in retour.yaml: no name will be shown`,
    hint: "Give them a `description` that names neither a person nor a place.",
  }),
  "consent.superseded": ({ id, purpose, day, standing }) => ({
    message: `${id} said no to "${purpose}" on ${standing}: an agreement of ${day}, which is older, cannot take its place`,
    hint: "If the person changed their mind since, give the day they said so, with --date.",
  }),
  "consent.elsewhere": () => ({
    message:
      "the consents of this study are kept elsewhere (`consent: elsewhere`): this one is recorded; only a no recorded here counts",
    hint: "For the program to go by it, write `consent: kept` in retour.yaml.",
  }),
  "agreement.bad-day": ({ value }) => ({
    message: `"${value}" is not a day of the calendar`,
    hint: "Write the year, the month and the day: 2026-01-15.",
  }),
  "agreement.future-day": ({ day }) => ({
    message: `${day} is still to come`,
    hint: "It is recorded so. If the day is wrong, do it again with the right one, with --date.",
  }),
  "agreement.nobody": () => ({
    message: "nobody is named",
    hint: "Name one person or several: P01, or P01,P02.",
  }),
  "pact.none": () => ({
    message: "the study has no pact",
    hint: "Write it with the group, under `pact` in retour.yaml.",
  }),

  "backup.exists": ({ file }) => ({
    message: `${file} already exists and was not replaced`,
    hint: "Give the backup another name.",
  }),
  "backup.no-folder": ({ folder }) => ({
    message: `the folder ${folder} does not exist: nothing was backed up`,
    hint: "If it is a key or a disk, plug it in; else make the folder.",
  }),
  "backup.too-large": ({ megabytes, limit, largest }) => ({
    message: `the folder is ${String(megabytes)} MB; a backup holds at most ${String(limit)}`,
    hint: `Take out of the study what is not part of it; the largest file is ${largest}.`,
  }),
  "backup.odd-name": ({ file }) => ({
    message: `${file} has a name that another computer could not write: nothing was backed up`,
    hint: "Rename it without backslash or line break, then try again.",
  }),
  "backup.link-skipped": ({ file }) => ({
    message: `${file} is a link to another place: it is not in the backup`,
    hint: "If what it points to is part of the study, put the file itself in place of the link.",
  }),
  "backup.inside-study": ({ file }) => ({
    message: `the backup is inside the study folder (${file})`,
    hint: "Keep it elsewhere: a key, another disk. It holds everything the study holds.",
  }),
  "restore.not-backup": ({ file }) => ({
    message: `${file} is not a backup made by retour`,
    hint: "Name the file that `retour backup` wrote.",
  }),
  "restore.same-name": ({ path }) => ({
    message: `two files of the backup have the same name on this computer (${path}): nothing was kept`,
    hint: "Restore it on the computer where it was made, rename one of the two, and make it again.",
  }),
  "restore.not-empty": ({ folder }) => ({
    message: `${folder} is not empty: nothing was written`,
    hint: "Name a new folder: `retour restore FILE new-folder`.",
  }),
  "restore.unsafe-path": ({ path }) => ({
    message: `this backup holds a path that leaves its folder (${path}): nothing was written`,
    hint: "It was not made by retour, or was changed: ask for another.",
  }),

  "doctor.node-too-old": ({ found, needed }) => ({
    message: `Node.js ${found} is too old; ${needed} or later is needed`,
    hint: "Install the current version from https://nodejs.org.",
  }),
  "doctor.no-database": ({ reason }) => ({
    message: `the database does not load (${reason})`,
    hint: "Install retour again with this computer's Node.js: `npm install --global retour`.",
  }),
  "doctor.no-ledger": ({ file }) => ({
    message: `the study has no ledger (${file})`,
    hint: "If it had one, bring back a backup with `retour restore`; else the next command that writes makes it.",
  }),
  "doctor.unsound": ({ reason }) => ({
    message: `the ledger is damaged (${reason})`,
    hint: "Copy the study folder as it is, then bring back the last backup with `retour restore`.",
  }),
  "doctor.file-missing": ({ file }) => ({
    message: `${file} is missing, while the ledger knows it`,
    hint: "Put it back from a backup or the trash; what was written in it by hand is nowhere else.",
  }),
  "doctor.readable-by-others": ({ file, count }) => ({
    message: `other accounts of this computer can read the study (${String(count)} files or folders, ${file} among them)`,
    hint: "Close the folder: `chmod 700` followed by the study's path.",
  }),
  "doctor.leftover": ({ file }) => ({
    message: `${file} is what is left of an interrupted save`,
    hint: "You can delete it: the file itself is whole.",
  }),
};

/** The kinds of YAML value, with their article. */
const kinds: Readonly<Record<string, string>> = {
  text: "a text",
  number: "a number",
  boolean: "true or false",
  list: "a list",
  mapping: "a set of keys",
  nothing: "empty",
};

function a(kind: string): string {
  return kinds[kind] ?? kind;
}

function list(expected: string): string {
  return [...new Set(expected.split(" "))]
    .filter((kind) => kind !== "nothing")
    .map(a)
    .join(" or ");
}

function typeHint(expected: string): string {
  if (expected.includes("list"))
    return "A list is written [P01, P02], or one line per item, each after a dash.";
  if (expected.includes("mapping"))
    return "Put its keys below, each on its own line, indented by two spaces.";
  if (expected.includes("boolean")) return "Write true or false, without quotation marks.";
  return "Put the value in straight quotation marks so that it is read as a text.";
}

export const studyTexts: Texts<StudyTexts> = {
  "ask.title": () => "Title of the study:",
  "ask.language": () => "Language of the documents:",
  "ask.kind": () => "What kind of study?",
  "ask.group": () => "Name of the first group:",
  "ask.rule": () => "Who must agree for a part to be validated?",
  "ask.share": () => "What share of the participants, between 0 and 1?",
  "ask.silence": () => "What if someone does not answer? (it is never agreement)",
  "ask.group-title": () => "Name of the group:",
  "ask.which-group": () => "Which group?",
  "ask.pseudonym": () => "Pseudonym (never the real name):",
  "ask.description": () => "Description, without naming anyone or any place:",
  "ask.date": () => "Day of the session (year-month-day):",
  "language.fr": () => "French",
  "language.en": () => "English",
  "kind.collective": () => "collective interviews: one group or several",
  "kind.individual": () => "life story: one person",
  "rule.unanimity": () => "everyone (unanimity)",
  "rule.group-session": () => "the group, meeting in a session",
  "rule.quorum": () => "a share of the participants",
  "rule.expected": () => "unanimity, group-session, or quorum:0.75 for three people out of four",
  "silence.not-agreement": () => "the part waits for their answer",
  "silence.ask-again": () => "ask them again",
  "role.participant": () => "participant",
  "role.tiers": () => "tiers",
  "role.withdrawn": () => "withdrawn",
  "role.guest": () => "guest",
  "capture.recording": () => "recording",
  "capture.notes": () => "notes",
  "capture.text": () => "written text",

  "init.done": ({ folder }) => `The study is in ${folder}`,
  "init.next": () => "Next: read retour.yaml through, then add the people with `retour participant add`.",
  "init.vault": () =>
    "Before importing: make the vault of real names, outside the study, with `retour vault create`.",
  "group.added": ({ id, title }) => `${id} added: ${title}`,
  "participant.added": ({ id, pseudonym, groups }) =>
    `${id} added: ${pseudonym}${groups === "" ? "" : ` (${groups})`}`,
  "participant.name-kept": () =>
    "Their real name is in the vault: this command does not write it in the study.",
  "session.added": ({ id, date, group }) => `${id} added: ${date}, ${group}`,
  "session.present": ({ people }) => `Noted as present: ${people}`,
  "session.nobody": () => "Nobody is noted as present. Complete `present` in retour.yaml.",
  "session.correct": () =>
    "Correct `present` in retour.yaml if somebody was missing: in a session, being present may count as agreeing.",
  "group.none": () => "No group. To add one: retour group add",
  "participant.none": () => "Nobody yet. To add someone: retour participant add",
  "session.none": () => "No session. To add one: retour session add",
  "heading.id": () => "id",
  "heading.title": () => "title",
  "heading.participants": () => "participants",
  "heading.group": () => "group",
  "heading.role": () => "role",
  "heading.pseudonym": () => "pseudonym",
  "heading.description": () => "description",
  "heading.organisation": () => "organisation",
  "heading.date": () => "date",
  "heading.capture": () => "captured by",
  "heading.present": () => "present",
  "heading.guests": () => "guests",

  "backup.done": ({ file, files, size }) => `Backup written: ${file} (${counted(files, "file")}, ${size})`,
  "restore.done": ({ folder, files }) =>
    `Study restored in ${folder} (${counted(files, "file")} and the ledger)\n` +
    "What was withdrawn, refused or decided since this backup is not in it: do it again before anything leaves it.",
  "audit.whole": ({ lines }) =>
    `The ledger says what the journal says: ${counted(lines, "line")}, nothing was changed by hand.`,
  "audit.broken": ({ findings, lines }) =>
    `${counted(findings, "difference")} between the ledger and the journal (${counted(lines, "line")}).`,
  "doctor.well": () => "All is well.",
  "doctor.look": ({ warnings }) => `Nothing serious: ${counted(warnings, "thing")} to look at.`,
  "doctor.unwell": ({ wrong }) => `${counted(wrong, "problem")} to settle.`,
  "doctor.node": ({ fact }) => `Node.js ${fact}`,
  "doctor.database": ({ fact }) => `SQLite database ${fact}`.trimEnd(),
  "doctor.study": ({ fact }) =>
    fact === "" ? "no study here: only the machine was examined" : `study ${fact}`,
  "doctor.settings": () => "settings (retour.yaml)",
  "doctor.ledger": () => "ledger",
  "doctor.files": ({ fact }) => `sheets and documents (${fact})`,
  "doctor.private": ({ fact }) => (fact === "" ? "open to your account alone" : "open to other accounts"),
  "doctor.leftovers": ({ fact }) =>
    fact === "" ? "nothing left of interrupted saves" : `remains of interrupted saves (${fact})`,
};

function counted(count: number, word: string): string {
  return `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
}
