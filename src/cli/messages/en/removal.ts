// Words that go away, in English.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { RemovalMessages } from "../../../removal/messages.ts";
import type { Texts } from "../catalogue.ts";
import type { RemovalTexts } from "../removal.ts";

export const removalMessages: Catalogue<RemovalMessages> = {
  "removal.unknown-person": ({ person, known }) => ({
    message: `“${person}” is not in the study`,
    hint: `People of the study: ${known}`,
  }),
  "removal.unknown-session": ({ session, known }) => ({
    message: `the study has no session “${session}”`,
    hint: `Sessions of the study: ${known}`,
  }),
  "removal.unknown-turn": ({ turn }) => ({
    message: `there is no turn “${turn}”`,
    hint: "The numbers are in the session's transcript: s01.12, or s01.12-15.",
  }),
  "removal.not-theirs": ({ turn, person }) => ({
    message: `${turn} was not said by ${person}: people withdraw their own words only`,
    hint: "If the transcript has the wrong person, say who speaks first: retour speakers.",
  }),
  "removal.words-not-found": () => ({
    message: "these words are not in what that person said",
    hint: "Copy them as they stand in the transcript, without a cut, or name the turn: --turn s01.12",
  }),
  "removal.forgotten": ({ turns }) => ({
    message: `the vault remembers a withdrawal that the study no longer knows: ${turns}`,
    hint: "The study probably comes from a backup older than the withdrawal: nothing leaves it before it is done again, with retour withdraw.",
  }),
  "removal.said-otherwise": () => ({
    message:
      "words that were withdrawn can still be read in this file, written in a way the program cannot take them out of",
    hint: "Take them out by hand: they may be cut by markup or written in codes (\\u00e9, &eacute;). Then run retour withdraw again.",
  }),
  "removal.original-gone": ({ turn }) => ({
    message: `the original words of ${turn} leave the vault whole: the withdrawn ones are not in it as they stand, and could not be told apart`,
    hint: "What else the person said stays in the study, without the names.",
  }),
  "removal.not-confirmed": () => ({
    message: "a withdrawal cannot be undone: nothing was withdrawn",
    hint: "Read what it touches with --dry-run, then add --yes.",
  }),
  "removal.nobody": () => ({
    message: "say who withdraws their words",
    hint: "retour withdraw P03. To say that an export was recalled: retour withdraw --recalled x001",
  }),
  "removal.two-things": () => ({
    message: "a withdrawal and a recall are said one by one: nothing was done",
    hint: "retour withdraw P03 withdraws words; retour withdraw --recalled x001 --date 2026-06-01 says on which day an export was recalled.",
  }),
  "recall.none": () => ({
    message: "say which export was recalled",
    hint: "For example: retour withdraw --recalled x001. What is to be recalled: retour status",
  }),
  "recall.unknown-export": ({ export: id, known }) => ({
    message: `no export of this study has this number: ${id}`,
    hint: known === "" ? "Nothing was exported yet." : `The exports: ${known}`,
  }),
  "recall.no-reason": ({ export: id }) => ({
    message: `nothing asks to recall export ${id}: no words of it were withdrawn, no real name was found in it`,
    hint: "What is to be recalled: retour status",
  }),
  "recall.before": ({ export: id, made, day }) => ({
    message: `export ${id} was made on ${made}: it cannot have been recalled on ${day}`,
    hint: "Give the day of the recall: --date 2026-06-01",
  }),
  "names.exported": ({ exports }) => ({
    message: `A REAL NAME WENT OUT in what was exported: ${exports}`,
    hint: "Recall it today from those who received it or put it on line, then tell the person. The program cannot reach it.",
  }),
  "names.sent": ({ copies }) => ({
    message: `a real name went out in copies that were sent: ${copies}`,
    hint: "Tell those who received them and ask them to delete them. Their returns will be read all the same: names are replaced as they are read.",
  }),
  "names.in-made": () => ({
    message: "a real name stands in this file, which the program wrote",
    hint: "Delete it, or have it deleted: retour vault apply --yes",
  }),
  "names.in-file": ({ kind }) => ({
    message:
      kind === "return"
        ? "a real name stands in this file, kept as it came back"
        : kind === "transcript"
          ? "a real name stands in this file, which a session was imported from"
          : kind === "backup"
            ? "this backup keeps the study with its real names"
            : "a real name stands in this file",
    hint:
      kind === "return"
        ? "What it said is in the study, without the names: put it outside the study, with the vault, or delete it."
        : kind === "transcript"
          ? "Put it outside the study, with the recordings."
          : kind === "backup"
            ? "Make a new one (retour backup), then delete this one."
            : "The program does not change what you wrote in it: correct it, or put it elsewhere.",
  }),
  "names.unread": () => ({
    message: "this file could not be read to its end",
    hint: "Check for yourself that no name is in it.",
  }),
  "purge.unknown": ({ what, known }) => ({
    message: `“${what}” is not among what can be removed on a given day`,
    hint: `What can be: ${known}`,
  }),
  "purge.no-day": ({ what }) => ({
    message: `retour.yaml names no day after which this must go: ${what}`,
    hint: `Write it under “retention:”: ${what}: 2027-06-30`,
  }),
  "purge.not-due": ({ what, day }) => ({
    message: `nothing is to be removed before the end of ${day}: ${what}`,
    hint: "If it must go earlier, change that day in retour.yaml. For one person's words: retour withdraw",
  }),
  "purge.pending": ({ count, corrections }) => ({
    message: `${count > 1 ? `${String(count)} corrections await` : "one correction awaits"} a decision, and ${count > 1 ? "their" : "its"} words would go: ${corrections}`,
    hint: "Decide first: retour review. Or name what can go already: retour purge transcripts",
  }),
  "purge.not-integrated": ({ count, corrections }) => ({
    message: `${count > 1 ? `${String(count)} corrections were decided and are` : "one correction was decided and is"} not in the document yet: ${corrections}`,
    hint: `First: retour integrate. A remark that asks for no words can be noted: retour decide ${corrections.split(",")[0] ?? ""} recorded`,
  }),
  "purge.not-confirmed": () => ({
    message: "what is removed does not come back: nothing was",
    hint: "Read what is to go with --dry-run, then add --yes.",
  }),
};

export const removalTexts: Texts<RemovalTexts> = {
  "removal.nothing": () => "There is nothing to withdraw.",
  "removal.title": ({ person, scope }) =>
    `Withdrawing ${
      scope === "all"
        ? `everything ${person} said`
        : scope === "quote"
          ? `words of ${person}`
          : `what ${person} said (${scope})`
    }`,
  "removal.turns": ({ session, turns }) => `  ${session}: ${String(turns)} ${turns > 1 ? "turns" : "turn"}`,
  "removal.no-turns": () => "  no turn in the transcripts",
  "removal.quotes": () => "Quotes and positions in the documents",
  "removal.quote": ({ section, state, file, line }) =>
    `  ${section} (${state}): ${file}, line ${String(line)}`,
  "removal.sections": ({ sections }) => `Sections that lapse or are touched: ${sections}`,
  "removal.corrections": ({ count, corrections }) =>
    `${count > 1 ? "Corrections that lose" : "Correction that loses"} these words: ${corrections}`,
  "removal.reread": ({ sections }) =>
    `For you to read again (words said again in other words cannot be recognised): ${sections}`,
  "removal.return": ({ copy, person, path, isTheirs, corrections }) =>
    `  ${path}: ${isTheirs ? "their own return" : `the return of ${person}`} (${copy})${
      corrections === "" ? "" : `, whose corrections stay in the ledger: ${corrections}`
    }`,
  "removal.backup": ({ path }) => `  ${path}: a backup of the study`,
  "removal.copies": ({ copies }) => `Copies sent with these words, which the program cannot reach: ${copies}`,
  "removal.exports": () => "Exports that went out with these words, to be recalled",
  "removal.export": ({ id, day, audience, path, sections, isHere, recalled }) =>
    `  ${id}, ${day}, ${audience}: ${sections} (${path}${isHere ? ", deleted from the study" : ""})${recalled === null ? "" : `, recalled already on ${recalled}`}`,
  "removal.deleted": ({ count }) =>
    `${count > 1 ? `${String(count)} files deleted` : "One file deleted"} from the study`,
  "removal.rewritten": () => "Files that lose these words, the rest kept as it is",
  "removal.backups": () => "Backups of the study, deleted",
  "removal.unread": ({ files }) => `Files too large to be read through, for you to look at: ${files}`,
  "removal.tracked": () =>
    "This folder is tracked by git: its history keeps every word. The program leaves it alone: delete that history yourself.",
  "removal.elsewhere": () =>
    "Out of reach: backups kept elsewhere and pages opened in other folders. Delete them by hand.",
  "removal.confirm": ({ person }) => `Withdraw these words of ${person}? It cannot be undone.`,
  "removal.left": () => "Nothing was withdrawn.",
  "removal.done": ({ id, letter }) => `It is withdrawn (${id}). The letter to send: ${letter}`,
  "removal.recall": ({ count }) =>
    count > 1
      ? `${String(count)} exports are to be recalled: retour status`
      : "One export is to be recalled: retour status",
  "recall.recorded": ({ id, day, audience, path, recalled }) =>
    `recalled on ${recalled}: ${id}, ${day}, ${audience} (${path})`,
  "recall.known": ({ id, recalled }) => `It was known already: ${id} was recalled on ${recalled}.`,
  "purge.title": () => "The day is past: to be removed",
  "purge.recordings": ({ day, count }) =>
    `  recordings (${day}): what refers to them in ${String(count)} ${count > 1 ? "sessions" : "session"} (fingerprint and format of the original file, times of the turns)`,
  "purge.transcripts": ({ day, count }) =>
    `  transcripts (${day}): the words of ${String(count)} ${count > 1 ? "turns" : "turn"}, those they replaced, the sheets of the sessions, the original words in the vault`,
  "purge.returns": ({ day, count }) =>
    `  returns (${day}): the files received, and the words of ${String(count)} ${count > 1 ? "returns" : "return"} in the ledger`,
  "purge.elsewhere-recordings": () =>
    "The recordings are not in the study: whoever keeps them (the team, a transcription service, a phone, a recorder) has to destroy them where they are.",
  "purge.stays-transcripts": () =>
    "What stays: the documents, the editions sent and the words agreed to. Who spoke is still known, but quotes can no longer be compared with what was said.",
  "purge.stays-returns": () =>
    "What stays: what was brought into the document, the decisions and their reasons, the copies sent (copies/).",
  "purge.left": () => "Files of the study that still say these words, for you to look at and delete",
  "purge.backups-elsewhere": () =>
    "Out of reach: original files and backups kept elsewhere. Delete them by hand.",
  "purge.confirm": () => "Remove all this? It cannot be undone.",
  "purge.unchanged": () => "Nothing was removed.",
  "purge.nothing": () => "Nothing is to be removed today.",
  "purge.already": () => "It was done before: nothing more is to be removed.",
  "purge.next": ({ what, day }) => `  after ${day}: ${what}`,
  "purge.done": ({ what }) => `Removed (${what}). The journal keeps the day and the number, nothing else.`,
  "removal.status": ({ id, person, scope, day }) =>
    `⊘ ${id} ${person} withdrew ${scope === "all" ? "everything they said" : scope === "quote" ? "some words" : `their words (${scope})`} on ${day}`,
  "removal.status-recall": ({ id, day, audience, path, recalled }) =>
    `  ${recalled === null ? "to be recalled" : `recalled on ${recalled}`}: ${id}, ${day}, ${audience} (${path})`,
  "removal.status-names": () => "⊘ a real name, replaced since in the study, was in what went out",
  "removal.status-once": ({ id }) => `  once one is recalled: retour withdraw --recalled ${id}`,
};
