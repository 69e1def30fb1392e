// The verbs of the command line, as data. Help texts are in messages/fr/help.ts and
// messages/en/help.ts; each verb's file is loaded when it runs.
import type { Run } from "./run.ts";

export interface OptionSpec {
  /** As commander reads it: `--session <id>`. */
  readonly flags: string;
  readonly repeat?: true;
  readonly choices?: readonly string[];
}

export interface VerbSpec {
  /** `import`, or `participant add` for a verb under a noun. */
  readonly name: string;
  readonly alias?: string;
  /** As commander reads it: `<files...>`, `[dir]`. */
  readonly arguments?: string;
  readonly options?: readonly OptionSpec[];
  readonly writes?: true;
  /** It asks the vault, wherever `--vault` says that is. */
  readonly vault?: true;
  readonly load: () => Promise<{ run: Run }>;
}

const audience = { flags: "--audience <audience>", choices: ["group", "institution", "public"] };
const group = { flags: "--group <id>" };

/** The same verb, under the noun too. */
const withdrawing = {
  writes: true,
  vault: true,
  options: [
    { flags: "--session <id>" },
    { flags: "--turn <turns>", repeat: true },
    { flags: "--quote <words>", repeat: true },
  ],
  load: () => import("./verbs/withdraw.ts"),
} as const;

export const verbs = [
  {
    name: "init",
    alias: "créer",
    arguments: "[dir]",
    writes: true,
    options: [
      { flags: "--title <text>" },
      { flags: "--language <language>", choices: ["fr", "en"] },
      { flags: "--kind <kind>", choices: ["collective", "individual"] },
      { flags: "--group <title>" },
      { flags: "--rule <rule>" },
      { flags: "--silence <meaning>", choices: ["not-agreement", "ask-again"] },
      { flags: "--names <where>", choices: ["kept", "none"] },
      { flags: "--consent <where>", choices: ["kept", "elsewhere"] },
      audience,
    ],
    load: () => import("./verbs/init.ts"),
  },
  {
    name: "participant add",
    arguments: "[id]",
    writes: true,
    vault: true,
    options: [
      { flags: "--name <name>" },
      { flags: "--pseudonym <name>" },
      { flags: "--description <text>" },
      { flags: "--organisation <text>" },
      { flags: "--role <role>", choices: ["participant", "tiers", "guest"] },
      { flags: "--group <id>", repeat: true },
    ],
    load: () => import("./verbs/participant-add.ts"),
  },
  { name: "participant withdraw", arguments: "<participant>", ...withdrawing },
  { name: "participant list", load: () => import("./verbs/participant-list.ts") },
  {
    name: "group add",
    arguments: "[id]",
    writes: true,
    options: [{ flags: "--title <text>" }],
    load: () => import("./verbs/group-add.ts"),
  },
  { name: "group list", load: () => import("./verbs/group-list.ts") },
  {
    name: "session add",
    arguments: "[id]",
    writes: true,
    options: [
      { flags: "--date <day>" },
      group,
      { flags: "--present <ids>" },
      { flags: "--capture <kind>", choices: ["recording", "notes", "text"] },
      { flags: "--guests <text>" },
    ],
    load: () => import("./verbs/session-add.ts"),
  },
  { name: "session list", load: () => import("./verbs/session-list.ts") },
  {
    name: "vault create",
    writes: true,
    vault: true,
    load: () => import("./verbs/vault-create.ts"),
  },
  {
    name: "vault open",
    writes: true,
    vault: true,
    load: () => import("./verbs/vault-open.ts"),
  },
  { name: "vault list", vault: true, load: () => import("./verbs/vault-list.ts") },
  {
    name: "vault add",
    arguments: "[name]",
    writes: true,
    vault: true,
    options: [
      { flags: "--as <replacement>" },
      { flags: "--kind <kind>", choices: ["person", "place", "organisation", "site"] },
      { flags: "--participant <id>" },
      { flags: "--alias <name>", repeat: true },
    ],
    load: () => import("./verbs/vault-add.ts"),
  },
  {
    name: "vault rename",
    arguments: "<replacement> <new>",
    writes: true,
    vault: true,
    load: () => import("./verbs/vault-rename.ts"),
  },
  {
    name: "vault import",
    arguments: "<file>",
    writes: true,
    vault: true,
    load: () => import("./verbs/vault-import.ts"),
  },
  {
    name: "vault export",
    arguments: "<file>",
    writes: true,
    vault: true,
    load: () => import("./verbs/vault-export.ts"),
  },
  {
    name: "vault change-passphrase",
    writes: true,
    vault: true,
    load: () => import("./verbs/vault-change-passphrase.ts"),
  },
  {
    name: "vault review",
    alias: "examiner",
    writes: true,
    vault: true,
    load: () => import("./verbs/vault-review.ts"),
  },
  {
    name: "vault apply",
    alias: "appliquer",
    writes: true,
    vault: true,
    load: () => import("./verbs/vault-apply.ts"),
  },
  {
    name: "vault ignore",
    arguments: "<words...>",
    writes: true,
    vault: true,
    load: () => import("./verbs/vault-ignore.ts"),
  },
  { name: "vault log", load: () => import("./verbs/vault-log.ts") },
  {
    name: "vault reveal",
    arguments: "<turns>",
    writes: true,
    vault: true,
    load: () => import("./verbs/vault-reveal.ts"),
  },
  {
    name: "demo",
    alias: "démonstration",
    arguments: "[dir]",
    writes: true,
    load: () => import("./verbs/demo.ts"),
  },
  {
    name: "import",
    alias: "importer",
    arguments: "<files...>",
    writes: true,
    vault: true,
    options: [
      { flags: "--session <id>" },
      {
        flags: "--format <format>",
        choices: [
          "auto",
          "vtt",
          "srt",
          "whisper",
          "noscribe",
          "otranscribe",
          "sonal",
          "html",
          "rtf",
          "csv",
          "xlsx",
          "elan",
          "transcriber",
          "tei",
          "docx",
          "odt",
          "f4",
          "text",
          "notes",
        ],
      },
      { flags: "--speaker <label=id>", repeat: true },
      { flags: "--encoding <name>" },
      { flags: "--unwrap" },
      { flags: "--replace" },
    ],
    load: () => import("./verbs/import.ts"),
  },
  {
    name: "speakers",
    alias: "voix",
    arguments: "[session] [labels...]",
    writes: true,
    load: () => import("./verbs/speakers.ts"),
  },
  {
    name: "code",
    alias: "coder",
    arguments: "<turns> [themes...]",
    writes: true,
    options: [{ flags: "--text <words>" }, { flags: "--remove" }],
    load: () => import("./verbs/code.ts"),
  },
  { name: "themes", alias: "thèmes", load: () => import("./verbs/themes.ts") },
  {
    name: "themes add",
    arguments: "<id>",
    writes: true,
    options: [{ flags: "--title <text>" }, { flags: "--parent <id>" }, { flags: "--definition <text>" }],
    load: () => import("./verbs/themes-add.ts"),
  },
  {
    name: "themes rename",
    arguments: "<id>",
    writes: true,
    options: [{ flags: "--title <text>" }],
    load: () => import("./verbs/themes-rename.ts"),
  },
  {
    name: "themes merge",
    arguments: "<from> <into>",
    writes: true,
    load: () => import("./verbs/themes-merge.ts"),
  },
  {
    name: "themes move",
    arguments: "<id>",
    writes: true,
    options: [{ flags: "--parent <id>" }],
    load: () => import("./verbs/themes-move.ts"),
  },
  {
    name: "stats",
    alias: "statistiques",
    writes: true,
    options: [{ flags: "--session <id>", repeat: true }, group, { flags: "--svg <file>" }],
    load: () => import("./verbs/stats.ts"),
  },
  {
    name: "build",
    alias: "construire",
    writes: true,
    options: [group],
    load: () => import("./verbs/build.ts"),
  },
  {
    name: "search",
    alias: "chercher",
    arguments: "<words...>",
    options: [{ flags: "--theme <id>" }, { flags: "--session <id>" }, { flags: "--participant <id>" }],
    load: () => import("./verbs/search.ts"),
  },
  { name: "check", alias: "vérifier", vault: true, load: () => import("./verbs/check.ts") },
  {
    name: "send",
    alias: "envoyer",
    writes: true,
    vault: true,
    options: [
      { flags: "--to <ids>" },
      { flags: "--format <formats>" },
      { flags: "--answer-by <day>" },
      group,
    ],
    load: () => import("./verbs/send.ts"),
  },
  {
    name: "receive",
    alias: "recevoir",
    arguments: "[files...]",
    writes: true,
    vault: true,
    options: [
      { flags: "--edition <id>" },
      { flags: "--from <id>" },
      { flags: "--oral" },
      { flags: "--section <id>" },
      {
        flags: "--kind <kind>",
        choices: ["nuance", "typo", "minor", "major", "disagreement", "addition", "withdrawal", "strength"],
      },
      { flags: "--text <words>" },
    ],
    load: () => import("./verbs/receive.ts"),
  },
  {
    name: "corrections",
    arguments: "[correction]",
    options: [
      { flags: "--pending" },
      { flags: "--section <id>" },
      { flags: "--from <id>" },
      { flags: "--edition <id>" },
      {
        flags: "--kind <kind>",
        choices: ["nuance", "typo", "minor", "major", "disagreement", "addition", "withdrawal", "strength"],
      },
    ],
    load: () => import("./verbs/corrections.ts"),
  },
  {
    name: "diff",
    alias: "comparer",
    arguments: "[section]",
    options: [
      { flags: "--from <ids>" },
      { flags: "--between <editions...>" },
      { flags: "--since-validated" },
      { flags: "--format <format>", choices: ["terminal", "md", "html"] },
    ],
    load: () => import("./verbs/diff.ts"),
  },
  {
    name: "review",
    alias: "examiner",
    writes: true,
    vault: true,
    load: () => import("./verbs/review.ts"),
  },
  {
    name: "decide",
    alias: "décider",
    arguments: "<correction> <outcome>",
    writes: true,
    vault: true,
    options: [
      { flags: "--text <words>" },
      { flags: "--reason <text>" },
      {
        flags: "--kind <kind>",
        choices: ["nuance", "typo", "minor", "major", "disagreement", "addition", "withdrawal", "strength"],
      },
      { flags: "--by <who>" },
    ],
    load: () => import("./verbs/decide.ts"),
  },
  { name: "integrate", alias: "intégrer", writes: true, load: () => import("./verbs/integrate.ts") },
  {
    name: "report",
    alias: "rapport",
    arguments: "[name]",
    writes: true,
    vault: true,
    options: [{ flags: "--to <ids>" }, { flags: "--edition <id>" }, { flags: "--format <formats>" }, group],
    load: () => import("./verbs/report.ts"),
  },
  {
    name: "validate",
    alias: "valider",
    arguments: "<sections...>",
    writes: true,
    vault: true,
    options: [
      { flags: "--by <ids>" },
      { flags: "--group" },
      { flags: "--session <id>" },
      { flags: "--against <ids>" },
      { flags: "--abstain <ids>" },
      { flags: "--consulted <ids>" },
      audience,
      { flags: "--only-audience" },
      { flags: "--means <means>", choices: ["read-aloud", "written", "session"] },
      { flags: "--sittings <days>" },
      { flags: "--note <words>" },
    ],
    load: () => import("./verbs/validate.ts"),
  },
  {
    name: "consent",
    alias: "consentement",
    arguments: "<people> [purposes...]",
    writes: true,
    options: [
      { flags: "--all" },
      { flags: "--refuse" },
      { flags: "--withdraw" },
      { flags: "--attribution <name>", choices: ["pseudonym", "description", "none"] },
      { flags: "--date <day>" },
    ],
    load: () => import("./verbs/consent.ts"),
  },
  { name: "consent list", load: () => import("./verbs/consent-list.ts") },
  { name: "pact", alias: "pacte", load: () => import("./verbs/pact.ts") },
  {
    name: "pact agree",
    alias: "accepter",
    arguments: "<people...>",
    writes: true,
    options: [{ flags: "--date <day>" }],
    load: () => import("./verbs/pact-agree.ts"),
  },
  { name: "status", alias: "état", load: () => import("./verbs/status.ts") },
  {
    name: "export",
    alias: "exporter",
    writes: true,
    vault: true,
    options: [
      audience,
      { flags: "--template <name>" },
      { flags: "--format <formats>" },
      { flags: "--out <dir>" },
      { flags: "--only-validated" },
    ],
    load: () => import("./verbs/export.ts"),
  },
  { name: "verify", alias: "attester", arguments: "<path>", load: () => import("./verbs/verify.ts") },
  {
    name: "withdraw",
    alias: "retirer",
    arguments: "[participant]",
    ...withdrawing,
    options: [
      ...withdrawing.options,
      { flags: "--recalled <exports>", repeat: true },
      { flags: "--date <day>" },
    ],
  },
  {
    name: "purge",
    alias: "purger",
    arguments: "[what...]",
    writes: true,
    vault: true,
    load: () => import("./verbs/purge.ts"),
  },
  { name: "audit", load: () => import("./verbs/audit.ts") },
  {
    name: "backup",
    alias: "sauvegarder",
    arguments: "<file>",
    writes: true,
    load: () => import("./verbs/backup.ts"),
  },
  {
    name: "restore",
    alias: "restaurer",
    arguments: "<file> [dir]",
    writes: true,
    load: () => import("./verbs/restore.ts"),
  },
  { name: "doctor", alias: "diagnostic", load: () => import("./verbs/doctor.ts") },
  {
    name: "completion",
    arguments: "<shell>",
    load: () => import("./verbs/completion.ts"),
  },
] as const satisfies readonly VerbSpec[];

/** What else a noun is called that is no verb by itself. */
export const nounAliases: Readonly<Record<string, string>> = { vault: "coffre" };

export type VerbName = (typeof verbs)[number]["name"];
