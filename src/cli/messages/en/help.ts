// Help of every verb in English.
import type { Help } from "../catalogue.ts";

export const help: Help = {
  program:
    "Repeated interview with return: from transcripts to a document the group has validated.\nNothing leaves that the group has not validated.",
  usage: { program: "<command> [options]", verb: "[options]" },
  headings: {
    usage: "Usage:",
    options: "Options:",
    commands: "Commands:",
    arguments: "Arguments:",
    examples: "Examples:",
  },
  nouns: {
    participant: "the people of the group",
    group: "the study's groups",
    session: "the sessions",
    vault: "the vault: who is who, outside the study",
  },
  global: {
    study: "the study's folder (default: the nearest one that holds retour.yaml)",
    vault: "vault of real names (default: the one of your account, or RETOUR_VAULT)",
    json: "the result as JSON on standard output",
    lang: "language of the messages",
    yes: "ask nothing: take defaults, refuse where none is safe",
    "dry-run": "say what would change, change nothing",
    debug: "show the technical detail of errors",
    "no-color": "without colours",
    quiet: "say only what matters",
  },
  help: "show this help",
  version: "show the version",
  verbs: {
    init: {
      summary: "make a study folder",
      options: {
        dir: "folder to make (default: the current one)",
        title: "title of the study",
        language: "language of the study",
        kind: "collective interview or individual life story",
        group: "title of the first group",
        rule: "who must agree: unanimity, group-session or quorum:0.75",
        silence: "what silence means (never agreement)",
        names: "kept: real names are kept in a vault; none: there are none",
        consent: "kept: consents are recorded in the study; elsewhere: kept elsewhere",
        audience: "how far the study means to go: proposed, never an agreement",
      },
      examples: [
        'retour init my-study --title "Network matters"',
        'retour init story --title "A path" --kind individual --yes',
      ],
    },
    "participant add": {
      summary: "add a person to the group",
      options: {
        name: "real name, which goes to the vault and never to the study",
        id: "id, P03 (default: the next one)",
        pseudonym: "pseudonym, chosen by the person if they wish",
        description: 'description shown under their words, "prevention worker"',
        organisation: "organisation",
        role: "participant, third person or guest",
        group: "group, repeatable",
      },
      examples: [
        'retour participant add --pseudonym Nadia --description "prevention worker"',
        'retour participant add T01 --pseudonym Claire --description "third person" --role tiers',
      ],
    },
    "participant withdraw": {
      summary: "withdraw a person’s words, once all that it touches was shown",
      options: {
        participant: "who withdraws their words",
        session: "only what they said in this session",
        turn: "only this turn (repeatable)",
        quote: "only these words (repeatable)",
      },
      examples: ["retour participant withdraw P03", "retour participant withdraw P03 --session s01"],
    },
    "participant list": {
      summary: "show the people of the study",
      options: {},
      examples: ["retour participant list", "retour participant list --json"],
    },
    "group add": {
      summary: "add a group",
      options: { id: "id, g2 (default: the next one)", title: "title of the group" },
      examples: ['retour group add --title "Parents"', 'retour group add g3 --title "All together"'],
    },
    "group list": {
      summary: "show the groups",
      options: {},
      examples: ["retour group list", "retour group list --json"],
    },
    "session add": {
      summary: "add a session",
      options: {
        id: "id, s02 (default: the next one)",
        date: "day of the session, 2026-02-12",
        group: "the group that met",
        present: "who was present, P01,P02 (default: the whole group)",
        capture: "recording, notes or written text",
        guests: "guests, in words",
      },
      examples: [
        "retour session add --date 2026-01-15",
        "retour session add s02 --date 2026-02-12 --present P01,P02,P04 --capture notes",
      ],
    },
    "session list": {
      summary: "show the sessions",
      options: {},
      examples: ["retour session list", "retour session list --json"],
    },
    "vault create": {
      summary: "make the vault of real names, outside the study",
      options: {},
      examples: ["retour vault create", "retour vault create --vault /media/cle/noms.age"],
    },
    "vault open": {
      summary:
        "try the passphrase, say what the vault holds; give it to the study when it is not its own yet",
      options: {},
      examples: ["retour vault open", "retour vault open --vault /media/cle/noms.age"],
    },
    "vault list": {
      summary: "show who is who",
      options: {},
      examples: ["retour vault list", "retour vault list --json"],
    },
    "vault add": {
      summary: "add a real name and what replaces it, or another name of the same person",
      options: {
        name: "real name (default: asked for, which the terminal does not remember)",
        as: "what replaces it: a pseudonym, “a town”",
        kind: "person (default), place, organisation, site",
        participant: "participant whose name it is; their pseudonym is then proposed",
        alias: "another name: usual name, nickname, initials; repeatable",
      },
      examples: [
        'retour vault add "Sophie Durand" --as Karima --participant P01 --alias Fifi',
        'retour vault add "Collège Jean-Moulin" --as "le collège" --kind organisation',
      ],
    },
    "vault rename": {
      summary: "give somebody another pseudonym, or a place another word",
      options: { replacement: "what replaces the name now", new: "what will replace it" },
      examples: ["retour vault rename Karima Samia", 'retour vault rename "une ville" "la ville voisine"'],
    },
    "vault import": {
      summary: "add the names of a CSV table: name, replacement, kind, participant, alias",
      options: { file: "table, with commas or semicolons" },
      examples: ["retour vault import /media/cle/noms.csv", "retour vault import noms.csv --dry-run"],
    },
    "vault export": {
      summary: "write the names in clear to a table, for whoever must keep them otherwise",
      options: { file: "table to write, outside the study" },
      examples: ["retour vault export /media/cle/noms.csv", "retour vault export noms.csv --dry-run"],
    },
    "vault change-passphrase": {
      summary: "change the vault's passphrase",
      options: {},
      examples: [
        "retour vault change-passphrase",
        "RETOUR_NEW_PASSPHRASE_FILE=nouvelle.txt retour vault change-passphrase",
      ],
    },
    "vault review": {
      summary: "show each word that looks like a name and ask whether it must be replaced",
      options: {},
      examples: ["retour vault review", "retour vault review --json"],
    },
    "vault apply": {
      summary: "replace names added to the vault since, in what is there already",
      options: {},
      examples: ["retour vault apply", "retour vault apply --dry-run"],
    },
    "vault ignore": {
      summary: "say that words, written so, are no names",
      options: { words: "words, as they are written" },
      examples: ["retour vault ignore rose", "retour vault ignore Molière Marianne"],
    },
    "vault log": {
      summary: "say what was put in place of names, where and how often, without the names",
      options: {},
      examples: ["retour vault log", "retour vault log --json"],
    },
    "vault reveal": {
      summary: "show the original words of a turn of speech; the journal notes it",
      options: { turns: "turn, s01.12, or run of turns, s01.12-15" },
      examples: ["retour vault reveal s01.12", "retour vault reveal s01.12-15"],
    },
    demo: {
      summary: "play the whole loop on an invented study",
      options: { dir: "folder to make (default: retour-demo)" },
      examples: ["retour demo", "retour demo /tmp/try --lang en"],
    },
    import: {
      summary: "read a transcript and write its readable sheet",
      options: {
        files: "files, or folders of files named by session",
        session: "session, s01 (default: from the file's name)",
        format: "format, recognised from the content when not given",
        speaker: 'who speaks: "SPEAKER_00=P01", repeatable',
        encoding: "the file's encoding: utf-8, windows-1252…",
        unwrap: "sew up a text taken out of a PDF: cut lines, running heads, page numbers",
        replace: "replace the transcript; codes follow their words",
      },
      examples: [
        'retour import session2.srt --session s02 --speaker "SPEAKER_00=T01"',
        "retour import ../transcripts",
      ],
    },
    speakers: {
      summary: "say who spoke",
      options: {
        session: "session, s01 (default: all those where a voice is still nobody)",
        labels: "V1=P03, or V2=V1 when two voices are one, repeatable",
      },
      examples: ["retour speakers", "retour speakers s02 SPEAKER_03=P04 V2=V1"],
    },
    code: {
      summary: "link turns of speech, or words, to themes",
      options: {
        turns: "s01.12, s01.12-15, or s01 to open the sheet",
        themes: "themes of the codebook",
        text: "the words to code, within the turn",
        remove: "take these codes away",
      },
      examples: ["retour code s01.12-15 peur", 'retour code s01.12 peur-nuit --text "on a peur de rentrer"'],
    },
    themes: {
      summary: "show the tree of themes",
      options: {},
      examples: ["retour themes", "retour themes --json"],
    },
    "themes add": {
      summary: "add a theme",
      options: {
        id: "id, fear-night",
        title: "title",
        parent: "theme to put it under",
        definition: "what it covers",
      },
      examples: [
        'retour themes add fear --title "Fear"',
        'retour themes add fear-night --title "At night" --parent fear',
      ],
    },
    "themes rename": {
      summary: "change a theme's title",
      options: { id: "theme", title: "new title" },
      examples: [
        'retour themes rename fear --title "Fear at work"',
        'retour themes rename bond --title "The bond" --dry-run',
      ],
    },
    "themes merge": {
      summary: "merge a theme into another, with its codes",
      options: { from: "theme that goes", into: "theme that takes its codes" },
      examples: ["retour themes merge worry fear", "retour themes merge worry fear --dry-run"],
    },
    "themes move": {
      summary: "put a theme under another",
      options: { id: "theme", parent: "new parent; without it, at the root" },
      examples: ["retour themes move fear-night --parent fear", "retour themes move shame"],
    },
    stats: {
      summary: "count who speaks, how much, and about which themes, from session to session",
      options: {
        session: "only this session, s01; repeatable",
        group: "only this group",
        svg: "picture to create, to project or to print",
      },
      examples: ["retour stats --session s03", "retour stats --svg speech.svg"],
    },
    build: {
      summary: "write or refresh the document, keeping every word you wrote in it",
      options: { group: "group (default: all)" },
      examples: ["retour build", "retour build --group g1 --dry-run"],
    },
    search: {
      summary: "find words in the sessions and the documents, whatever their accents and capitals",
      options: {
        words: 'words, all to be found; "in a row"; beginning*',
        theme: "in what is coded with this theme or one under it",
        session: "in one session",
        participant: "in one person's words, P03",
      },
      examples: ['retour search "dans le hall"', "retour search éduc* --theme peur"],
    },
    check: {
      summary: "check quotes word for word, names left behind, what points at someone, references",
      options: {},
      examples: ["retour check", "retour check --json"],
    },
    send: {
      summary: "freeze the edition and write one copy per person",
      options: {
        to: "only these people, P03,P05",
        format: "docx, html, md, odt (default: docx, html, md)",
        "answer-by": "day by which the letter asks to answer, 2026-12-05",
        group: "group",
      },
      examples: ["retour send --answer-by 2026-12-05", "retour send --to P03 --format odt"],
    },
    receive: {
      summary: "read what participants sent back, or said aloud",
      options: {
        files: "files received, or folders of them",
        edition: "edition, when the file does not say it",
        from: "person, when the file does not say it",
        oral: "words said aloud",
        section: "section concerned",
        kind: "kind of correction",
        text: "the words said",
      },
      examples: [
        "retour receive returns-of-may/",
        'retour receive --oral --from P03 --section fear --kind nuance --text "at night, not always"',
      ],
    },
    corrections: {
      summary: "list corrections",
      options: {
        correction: "one correction, c017: with all that became of it",
        pending: "only those that wait",
        section: "section",
        from: "person",
        edition: "edition",
        kind: "kind",
      },
      examples: ["retour corrections --pending", "retour corrections c017"],
    },
    diff: {
      summary: "compare word for word what was sent and what came back",
      options: {
        section: "section (default: all)",
        from: "people, P03,P05",
        between: "two editions, r01 r02",
        "since-validated": "since the section was validated",
        format: "terminal, md or html",
      },
      examples: ["retour diff fear", "retour diff --between r01 r02 --format html > comparison.html"],
    },
    review: {
      summary: "go through corrections one by one",
      options: {},
      examples: ["retour review", "retour review --lang en"],
    },
    decide: {
      summary: "say what becomes of a correction",
      options: {
        correction: "correction, c017",
        outcome: "integrated, adapted, declined or recorded",
        text: "the words kept (adapted)",
        reason: "the reason (needed for declined)",
        kind: "its kind, when the one noted is not right",
        by: "who answers for it",
      },
      examples: [
        "retour decide c017 integrated",
        'retour decide c018 declined --reason "already said above"',
      ],
    },
    integrate: {
      summary: "bring decided corrections into the document",
      options: {},
      examples: ["retour integrate", "retour integrate --dry-run"],
    },
    report: {
      summary: "write for each person what became of what they asked",
      options: {
        name: "follow-up (default), or suites-données",
        to: "only these people, P03,P05",
        edition: "the edition that was answered (default: the last one)",
        format: "md, html (default: both)",
        group: "group",
      },
      examples: ["retour report follow-up", "retour report follow-up --to P03 --edition r01"],
    },
    validate: {
      summary: "record agreement to the exact words of a section",
      options: {
        sections: "sections",
        by: "people who agree, P01,P02",
        group: "agreement given by the group in session",
        session: "the session where it was given",
        against: "people present who oppose it",
        abstain: "people present who abstain",
        consulted: "people who were asked what they think, and do not decide",
        audience: "how far the section may go; without it, the agreement is to the words alone",
        "only-audience": "decide the audience alone, not the words",
        means: "how the agreement was given",
        sittings: "days of the reading aloud, 2026-05-10,2026-05-17",
        note: "what the group lets stand beside it, of those who oppose it",
      },
      examples: [
        "retour validate fear --by P01,P02 --audience public",
        "retour validate fear bond --group --session s04 --audience public --against P04",
      ],
    },
    consent: {
      summary: "record what a person consents to, purpose by purpose",
      options: {
        people: "people, P03 or P01,P02",
        purposes: "recording, transcription, analysis, quotation, publication, archiving",
        all: "all purposes",
        refuse: "the person refuses",
        withdraw: "the person withdraws the agreement they had given",
        attribution: "the name shown under their words where they are quoted",
        date: "day they said so, 2026-01-15 (default: today)",
      },
      examples: [
        "retour consent P01,P02 --all --date 2026-01-15",
        "retour consent P03 quotation --attribution pseudonym",
      ],
    },
    "consent list": {
      summary: "show who consents to what",
      options: {},
      examples: ["retour consent list", "retour consent list --json"],
    },
    pact: {
      summary: "show the pact, who agreed to it, who is to be asked again and what changed",
      options: {},
      examples: ["retour pact", "retour pact --json"],
    },
    "pact agree": {
      summary: "record who agrees to the pact as it is written today",
      options: {
        people: "people, P01,P02",
        date: "day they said so, 2026-01-15 (default: today)",
      },
      examples: ["retour pact agree P01,P02,P03", "retour pact agree P04 --date 2026-02-12"],
    },
    status: {
      summary: "where each section and each person stands",
      options: {},
      examples: ["retour status", "retour status --json"],
    },
    export: {
      summary: "write only what is validated for that audience, with its proof",
      options: {
        audience: "audience of the export",
        template: "template (default: synthese)",
        format: "md, html (default: both)",
        out: "folder to make",
        "only-validated": "accept that sections are held back",
      },
      examples: ["retour export --only-validated", "retour export --audience institution --format md"],
    },
    verify: {
      summary: "check an export against its manifest and the ledger",
      options: { path: "the export's folder" },
      examples: [
        "retour verify exports/2026-05-12-synthese",
        "retour verify exports/2026-05-12-synthese --json",
      ],
    },
    withdraw: {
      summary: "withdraw a person’s words, once all that it touches was shown",
      options: {
        participant: "who withdraws their words",
        session: "only what they said in this session",
        turn: "only this turn (repeatable)",
        quote: "only these words (repeatable)",
        recalled:
          "withdraws nothing: says that these exports, x001,x002, were recalled from all who had them",
        date: "day of the recall, 2026-06-01 (default: today)",
      },
      examples: ["retour withdraw P03 --turn s01.12 --dry-run", "retour withdraw --recalled x001"],
    },
    purge: {
      summary: "remove what is past its day (retention of retour.yaml), once it was shown",
      options: { what: "recordings, transcripts or returns (default: all that is due)" },
      examples: ["retour purge --dry-run", "retour purge transcripts"],
    },
    audit: {
      summary: "check that nobody changed the ledger by hand",
      options: {},
      examples: ["retour audit", "retour audit --json"],
    },
    backup: {
      summary: "save the whole study, without the vault, in one file",
      options: { file: "file to make" },
      examples: ["retour backup study.retour-backup", "retour backup /media/key/study-may.retour-backup"],
    },
    restore: {
      summary: "put a backup back in place",
      options: { file: "backup", dir: "folder to make" },
      examples: ["retour restore study.retour-backup", "retour restore study.retour-backup found-again"],
    },
    doctor: {
      summary: "examine the machine and the study, repair after a crash",
      options: {},
      examples: ["retour doctor", "retour doctor --json"],
    },
    completion: {
      summary: "command completion for your terminal",
      options: { shell: "bash, zsh or fish" },
      examples: [
        "retour completion bash >> ~/.bashrc",
        "retour completion fish > ~/.config/fish/completions/retour.fish",
      ],
    },
  },
};
