// The files a new study starts with, in the study's language: what people will edit first.
import { stringify } from "yaml";
import type { Audience, Settings, ValidationRule } from "./settings.ts";

export type StartingRule = Exclude<ValidationRule, { kind: "delegates" }>;

export interface StartingPoint {
  readonly title: string;
  readonly language: Settings["language"];
  readonly kind: Settings["kind"];
  /** The title of the first group. */
  readonly group: string;
  /** Nobody has been named yet who could decide for the others. */
  readonly rule: StartingRule;
  readonly silence: Settings["validation"]["silence"];
  readonly audience: Audience;
  readonly vault: Settings["vault"];
  readonly consent: Settings["consent"];
}

export const SCHEMA_FILE = ".retour/retour.schema.json";

/** Keeps out of a repository what must not leave the team's machines. */
export const GITIGNORE = "/.retour/\n/returns/\n/copies/\n";

/** The text of the new study's retour.yaml. Its first line names the schema for editors. */
export function newSettings(start: StartingPoint): string {
  const say = settingsWords[start.language];
  return `# yaml-language-server: $schema=${SCHEMA_FILE}
#
${comment(say.head)}

title: ${inline(start.title)}
language: ${start.language}
kind: ${start.kind} # collective | individual

${comment(say.groups)}
groups:
  - id: g1
    title: ${inline(start.group)}

${comment(say.participants)}
participants:
  ${comment(say.participantExample, "  ")}

${comment(say.sessions)}
sessions:
  ${comment(say.sessionExample, "  ")}

${comment(say.validation)}
validation:
  rule: ${ruleText(start.rule)} # unanimity | group-session | {quorum: 0.75}
  silence: ${start.silence} # not-agreement | ask-again
  quoted-must-agree: true
  ${comment(say.validationExample, "  ")}

${comment(say.audience)}
audience: ${start.audience} # group | institution | public

${comment(say.attribution)}
attribution: description # description | pseudonym | none

${comment(say.vault)}
vault: ${start.vault} # kept | none

${comment(say.consent)}
consent: ${start.consent} # kept | elsewhere

${comment(say.retention)}
${comment(say.retentionExample)}

${comment(say.pact)}
pact: |
${say.pactText.replace(/^/gm, "  ")}
`;
}

/** What the first group is called when nobody says. */
export function firstGroup(language: Settings["language"], kind: Settings["kind"]): string {
  const titles = language === "fr" ? (["Groupe", "Récit"] as const) : (["Group", "Life story"] as const);
  return kind === "collective" ? titles[0] : titles[1];
}

/** The text of the new study's codebook.yaml: an example, all in comments. */
export function newCodebook(language: Settings["language"]): string {
  return `${comment(codebookWords[language])}\n`;
}

function comment(text: string, margin = ""): string {
  return text.replace(/^/gm, "# ").replace(/^# $/gm, "#").replaceAll("\n", `\n${margin}`);
}

/** A value on the rest of its line, quoted when YAML needs it. */
function inline(value: string): string {
  return stringify({ "": value }, { blockQuote: false, lineWidth: 0 }).replace(/^"": |\n$/g, "");
}

function ruleText(rule: StartingRule): string {
  return rule.kind === "quorum" ? `{quorum: ${String(rule.share)}}` : rule.kind;
}

const settingsWords = {
  fr: {
    head: `Les réglages de l’étude. Ce fichier est à vous : modifiez-le dans n’importe quel éditeur de
texte, vos commentaires et votre mise en page sont gardés. Jamais de vrai nom ici.`,
    groups: "Les groupes qui se réunissent. Chacun a son document : retours/g1.md, retours/g2.md…",
    participants: `Les personnes, sous leur pseudonyme. Pour en ajouter une : retour participant add
role: participant (par défaut), tiers (le tiers aidant) ou guest (seulement présent)`,
    participantExample: `- id: P01
  group: g1
  pseudonym: Nadia
  description: éducatrice de prévention
  organisation: association de prévention`,
    sessions: "Les séances. Pour en ajouter une : retour session add --date 2026-01-15",
    sessionExample: `- id: s01
  date: 2026-01-15
  group: g1
  present: [P01, P02]
  capture: recording # recording | notes | text`,
    validation: `Ce qu’il faut pour qu’une partie du retour soit validée. Le silence n’est jamais un accord.
quoted-must-agree : une personne citée doit elle-même être d’accord.`,
    validationExample: `minimum: 3 # combien de personnes au moins, quelle que soit la règle
ask-again-after: 21 # jours d’attente avant de redemander, avec silence: ask-again
sections: # les parties qui ont leur propre règle
  - id: peur
    rule: {delegates: [P01]} # ceux à qui le groupe a confié la décision
    minimum: 1 # sinon, celui de l’étude vaut ici aussi
    quoted-must-agree: true`,
    audience: `Jusqu’où l’étude compte aller. C’est ce qui est proposé, jamais un accord : le groupe décide de
chaque partie.`,
    attribution: "Le nom montré sous une citation.",
    vault: `Les vrais noms. kept : gardés à part, dans un coffre chiffré, et remplacés à l’import.
none : les transcriptions arrivent sans aucun nom.`,
    consent: `Ce à quoi chaque personne consent. kept : noté avec retour consent, et personne n’est cité sans
son accord. elsewhere : tenu ailleurs, sur papier ; le programme ne vérifie rien.`,
    retention: "Le jour après lequel chaque chose doit disparaître. Pour le dire, ôtez les dièses.",
    retentionExample: `retention:
  recordings: 2030-06-30 # ce qui renvoie aux enregistrements
  transcripts: 2030-12-31 # les tours de parole et les feuilles des séances
  returns: 2030-12-31 # ce que les participants ont renvoyé`,
    pact: `Le pacte : ce qui est promis aux participants. Écrivez-le avec eux, puis notez leur accord avec
retour pact agree. S’il change, retour status dit à qui le redemander.`,
    pactText: `Rien de ce qui se dit ici ne sort du groupe sans son accord.
Chacun peut nuancer, corriger ou retirer ses paroles, sans avoir à se justifier.
Le groupe décide de deux choses distinctes : valider ce qui est écrit, et jusqu’où cela peut aller.`,
  },
  en: {
    head: `The study's settings. This file is yours: change it in any text editor, your comments and
your layout are kept. Never a real name here.`,
    groups: "The groups that meet. Each has its document: retours/g1.md, retours/g2.md…",
    participants: `The people, under their pseudonym. To add one: retour participant add
role: participant (the default), tiers (the third person) or guest (present only)`,
    participantExample: `- id: P01
  group: g1
  pseudonym: Nadia
  description: street educator
  organisation: prevention association`,
    sessions: "The sessions. To add one: retour session add --date 2026-01-15",
    sessionExample: `- id: s01
  date: 2026-01-15
  group: g1
  present: [P01, P02]
  capture: recording # recording | notes | text`,
    validation: `What it takes for a part of the retour to be validated. Silence is never agreement.
quoted-must-agree: a person who is quoted must agree too.`,
    validationExample: `minimum: 3 # how many people at least, whatever the rule
ask-again-after: 21 # days to wait before asking again, with silence: ask-again
sections: # the parts that have their own rule
  - id: fear
    rule: {delegates: [P01]} # those to whom the group has given the decision
    minimum: 1 # otherwise that of the study holds here too
    quoted-must-agree: true`,
    audience: `How far the study means to go. It is what is proposed, never an agreement: the group decides on
each part.`,
    attribution: "The name shown under a quote.",
    vault: `Real names. kept: kept apart, in an encrypted vault, and replaced while importing.
none: transcripts come without any name.`,
    consent: `What each person consents to. kept: recorded with retour consent, and nobody is quoted without
their agreement. elsewhere: kept elsewhere, on paper; the program checks nothing.`,
    retention: "The day after which each thing must go. To say it, remove the signs #.",
    retentionExample: `retention:
  recordings: 2030-06-30 # what refers to the recordings
  transcripts: 2030-12-31 # the turns of speech and the sheets of the sessions
  returns: 2030-12-31 # what the participants sent back`,
    pact: `The pact: what is promised to the participants. Write it with them, then record their agreement
with retour pact agree. When it changes, retour status says who is to be asked again.`,
    pactText: `Nothing that is said here leaves the group without its agreement.
Everyone may nuance, correct or withdraw their words, without giving reasons.
The group decides two distinct things: to validate what is written, and how far it may go.`,
  },
} as const;

const codebookWords = {
  fr: `Les thèmes, en arbre. Un thème a un identifiant, un titre, une définition si elle aide, et des
sous-thèmes (children). Pour en ajouter un : retour themes add peur --title "La peur"

themes:
  - id: peur
    title: La peur
    definition: ce qui fait peur, à qui, et ce qu’on en fait
    children:
      - id: peur-nuit
        title: La nuit`,
  en: `The themes, as a tree. A theme has an id, a title, a definition if it helps, and sub-themes
(children). To add one: retour themes add fear --title "Fear"

themes:
  - id: fear
    title: Fear
    definition: what frightens, whom, and what is made of it
    children:
      - id: fear-night
        title: At night`,
} as const;
