// Files, the ledger and the front door in English.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { FileMessages } from "../../../kernel/files.ts";
import type { LedgerMessages } from "../../../ledger/messages.ts";
import type { Texts } from "../catalogue.ts";
import type { FrontMessages, FrontTexts } from "../front.ts";

export const fileMessages: Catalogue<FileMessages> = {
  "file.missing": ({ file }) => ({
    message: `the file ${file} does not exist`,
    hint: "Check its name and folder; `ls` shows what is there.",
  }),
  "file.is-folder": ({ file }) => ({
    message: `${file} is a folder, not a file`,
    hint: "Name a file in that folder.",
  }),
  "file.unreadable": ({ file, reason }) => ({
    message: `${file} cannot be read (${reason})`,
    hint: "Close the programs that use it, then try again.",
  }),
  "file.no-access": ({ file }) => ({
    message: `${file} cannot be read: access is refused`,
    hint: "Give yourself the right to read it (the file’s properties), or copy it into a folder of yours.",
  }),
  "file.too-large": ({ file, megabytes, limit }) => ({
    message: `${file} is ${String(megabytes)} MB; the limit is ${String(limit)} MB`,
    hint: "A file of that size is not a text: check that it is the right one.",
  }),
  "file.no-space": ({ file }) => ({
    message: `the disk is full: ${file} was not written, nothing is lost`,
    hint: "Make room, then run the same command again.",
  }),
  "file.read-only": ({ file }) => ({
    message: `${file} cannot be changed or read: access is refused`,
    hint: "Check that the folder is yours and is not read-only.",
  }),
  "file.unwritable": ({ file, reason }) => ({
    message: `${file} could not be read or written (${reason})`,
    hint: "Close the programs that use it, then try again.",
  }),
  "file.binary": ({ file }) => ({
    message: `${file} is not a text (it holds NUL bytes)`,
    hint: "If it is a document, save it as text first; if it was damaged, go back to a backup.",
  }),
  "file.not-utf8": ({ file, line }) => ({
    message: `${file} is not UTF-8 (line ${String(line)})`,
    hint: "Save it again and choose the UTF-8 encoding.",
  }),
};

const inBrackets = (known: string): string => (known === "" ? "" : ` (${known})`);

export const ledgerMessages: Catalogue<LedgerMessages> = {
  "ledger.missing": ({ file, folder }) => ({
    message: `the study's ledger is missing (${file}), although the folder ${folder} is not empty`,
    hint: "The study was probably copied without its hidden folder .retour: copy that too, or start from a backup with `retour restore`.",
  }),
  "ledger.busy": ({ file }) => ({
    message: `another command is working on this study (${file})`,
    hint: "Wait until it has finished, then run this one again: nothing was changed.",
  }),
  "ledger.foreign": ({ file }) => ({
    message: `${file} is not a ledger of retour`,
    hint: "Put the right file back in its place, or bring back a backup with `retour restore`.",
  }),
  "ledger.damaged": ({ file }) => ({
    message: `the ledger is damaged (${file})`,
    hint: "Leave it as it is: copy the study folder, then bring back the last backup with `retour restore`.",
  }),
  "ledger.altered": ({ file, what }) => ({
    message: `the ledger is no longer as the program made it: ${what} (${file})`,
    hint: "Someone changed it by hand, and what it says cannot be relied on. Copy the study folder, then bring back the last backup with `retour restore`.",
  }),
  "ledger.no-engine": ({ reason }) => ({
    message: `SQLite does not load on this machine (${reason})`,
    hint: "Install retour again with the Node.js you use now: `npm install --global retour`.",
  }),
  "ledger.newer": ({ file, found, known }) => ({
    message: `this study was opened by a newer version of retour (schema ${String(found)}, this version knows ${String(known)}): ${file}`,
    hint: "Update retour: `npm install --global retour`.",
  }),
  "ledger.unsettled": ({ file }) => ({
    message: `it is recorded, but the disk is full: what was left to write or to erase is not done yet (${file})`,
    hint: "Make some room, then run the same command again, or any other of this study: it will finish it.",
  }),
  "ledger.no-space": ({ file }) => ({
    message: `the disk is full: nothing was recorded (${file})`,
    hint: "Make room, then run the same command again.",
  }),
  "ledger.read-only": ({ file }) => ({
    message: `the ledger cannot be written: ${file}`,
    hint: "Check that the study folder is yours and is not read-only.",
  }),
  "audit.chain-broken": ({ seq }) => ({
    message: `the journal's chain is broken at line ${String(seq)}`,
    hint: "The journal was changed by hand: compare it with a backup.",
  }),
  "audit.row-changed": ({ fact, subject, known }) => ({
    message: `the ledger no longer says what the journal says: ${fact} ${subject}${inBrackets(known)} was changed by hand`,
  }),
  "audit.row-added": ({ fact, subject, known }) => ({
    message: `the journal does not know ${fact} ${subject}${inBrackets(known)}: added by hand`,
  }),
  "audit.row-removed": ({ fact, subject, known }) => ({
    message: `the journal knows ${fact} ${subject}${inBrackets(known)}, which is no longer in the ledger: removed by hand`,
  }),
  "audit.shape": ({ what, change }) => ({
    message: `the structure of the ledger was changed by hand: ${what}, ${change}`,
    hint: "The program writes nothing of the kind: compare it with a backup.",
  }),
  "heal.outside": ({ file }) => ({
    message: `the ledger asked for a file that is not the study's to be written or deleted: ${file}. That was not done`,
    hint: "Someone changed the ledger by hand: ask where this folder comes from, then run `retour audit`.",
  }),
  "heal.written": ({ file }) => ({
    message: `an earlier command was interrupted: ${file} has been brought up to date`,
  }),
  "heal.kept-beside": ({ file, beside }) => ({
    message: `${file} was changed while a command was at work: your file is as you left it, the new version is in ${beside}`,
    hint: "Take what you want of it into your file, then delete the other.",
  }),
  "heal.removed": ({ file }) => ({ message: `${file} was deleted, as an interrupted command had decided` }),
  "heal.not-removed": ({ file }) => ({
    message: `${file} was to be deleted, but it was changed while a command was at work: it is still there`,
    hint: "It may still hold words that were withdrawn: read it, then delete it yourself.",
  }),
  "heal.not-forgotten": () => ({
    message:
      "the words are removed, but the room they took in the ledger is not wiped yet: another command is reading it",
    hint: "The next command will do it, `retour status` for instance.",
  }),
};

export const frontMessages: Catalogue<FrontMessages> = {
  "usage.option-missing": ({ option }) => ({
    message: `the option ${option} is missing`,
    hint: "Add it, or run the command in a terminal to be asked.",
  }),
  "usage.bad-value": ({ option, value, expected }) => ({
    message: `${option} cannot be "${value}"`,
    hint: `Expected: ${expected}`,
  }),
  "usage.bad-argument": ({ argument, expected }) => ({
    message: `"${argument}" is not understood`,
    hint: `Expected: ${expected}`,
  }),
  cancelled: () => ({ message: "Stopped. What was not finished was not done." }),
  bug: ({ reason }) => ({
    message: `something unforeseen went wrong (${reason})`,
    hint: "Run it again with --debug and send what it prints to the authors, once you have checked that it holds no name and no one's words.",
  }),
};

export const frontTexts: Texts<FrontTexts> = {
  "usage.unknown-command": ({ name, near }) =>
    `there is no command "${name}"${near === "" ? "" : `; did you mean "${near}"?`}`,
  "usage.unknown-option": ({ name, near }) =>
    `there is no option ${name} here${near === "" ? "" : `; did you mean ${near}?`}`,
  "usage.missing-argument": ({ name, meaning }) => `missing: <${name}>${inBrackets(meaning)}`,
  "usage.option-argument": ({ name }) => `${name} needs a value`,
  "usage.not-a-choice": ({ name, value, choices }) =>
    `${name} cannot be "${value}"; possible values: ${choices}`,
  "usage.too-many": ({ command }) => `too many arguments for ${command}`,
  "usage.see-help": ({ command }) => `See: ${command} --help`,
  "dry-run": () => "Dry run: nothing was changed.",
  "error.word": () => "error:",
  "hint.word": () => "→",
};
