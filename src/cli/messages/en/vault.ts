// The vault, in English.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { VaultMessages } from "../../../vault/messages.ts";
import type { Texts } from "../catalogue.ts";
import type { VaultTexts } from "../vault.ts";

const likelyKinds: Readonly<Record<string, string>> = {
  person: "person",
  place: "place",
  organisation: "organisation",
  phone: "telephone",
  email: "email",
  web: "online account",
  address: "address",
  plate: "number plate",
  "birth-date": "date of birth",
  "social-number": "social security",
  "bank-account": "bank account",
  "file-number": "file number",
};

export const vaultMessages: Catalogue<VaultMessages> = {
  "scan.too-deep": ({ file }) => ({
    message: `${file}: documents are packed inside one another, too deeply to be read`,
    hint: "Nothing was written. Take out the document that is attached in this one, then start again.",
  }),
  "vault.none": () => ({
    message: "this study keeps real names in a vault, and there is none yet",
    hint: "Make it: retour vault create. If transcripts come without any name, write vault: none in retour.yaml.",
  }),
  "vault.unknown": () => ({
    message: "there is a vault at that place, but the study does not know it yet",
    hint: "If it is this study's: retour vault open.",
  }),
  "vault.other-study": () => ({
    message: "this vault is not the study's",
    hint: "Name the right one with --vault or RETOUR_VAULT. If the study is to use this one from now on: retour vault open, in a terminal.",
  }),
  "vault.missing": () => ({
    message: "the study's vault is not in its place",
    hint: "If it is elsewhere (a USB key, another folder), say where with --vault or RETOUR_VAULT. If it is lost, take a copy of it: without it the names cannot be found again.",
  }),
  "vault.exists": () => ({
    message: "a file is already in the vault's place: nothing was written",
    hint: "If it is the study's vault: retour vault open. Otherwise choose another place with --vault.",
  }),
  "vault.already": () => ({
    message: "this study already has a vault: nothing was made",
    hint: "To open it: retour vault open. To take another one, open that one: retour vault open --vault FILE.",
  }),
  "vault.not-kept": () => ({
    message: "retour.yaml says that this study has no vault (vault: none)",
    hint: "To have one, take that line out of retour.yaml, then: retour vault create.",
  }),
  "vault.set-aside": () => ({
    message: "retour.yaml says vault: none, but the names of this study are in a vault",
    hint: "Without it a real name could leave and nothing would see it. Write vault: kept in retour.yaml.",
  }),
  "vault.in-study": () => ({
    message: "real names cannot be inside a study's folder: they would travel with it",
    hint: "Put them elsewhere, in a folder of your own. For the vault, say where with --vault or RETOUR_VAULT.",
  }),
  "vault.in-git": () => ({
    message: "real names cannot be in a folder that git follows: they would be published with it",
    hint: "Put them elsewhere (the vault with --vault or RETOUR_VAULT), or add that file to the folder's .gitignore.",
  }),
  "vault.folder-open": () => ({
    message: "others than you may write in the folder where real names would be",
    hint: "Close that folder: chmod 700 and its name. Or take a folder of your own.",
  }),
  "vault.readable": () => ({
    message: "others than you may read the vault's file",
    hint: "Close it: chmod 600 and its name (by default in ~/.local/share/retour). If others may have copied it, change its passphrase next: retour vault change-passphrase.",
  }),
  "vault.not-age": () => ({
    message: "this file is not a vault: it is not in the age format",
    hint: "Check the name given with --vault or RETOUR_VAULT. If it was damaged, take a copy of it.",
  }),
  "vault.no-passphrase": () => ({
    message: "this age file opens with a key, not with a passphrase",
    hint: "A vault opens with a passphrase: check the name given with --vault or RETOUR_VAULT.",
  }),
  "vault.too-costly": () => ({
    message: "opening this file would take more memory and time than is reasonable",
    hint: "retour did not make it so: take a copy of the vault.",
  }),
  "vault.wrong-passphrase": () => ({
    message: "this passphrase does not open the vault",
    hint: "Check capitals and the keyboard's layout. If you are sure of it, the file may have been damaged: try a copy of the vault.",
  }),
  "vault.damaged": () => ({
    message: "the vault's file is damaged or incomplete: it was not touched",
    hint: "Take a copy of the vault, and keep this file until that copy has opened.",
  }),
  "vault.foreign": () => ({
    message: "the passphrase is right, but this file does not hold a vault of retour's",
    hint: "Check the name given with --vault or RETOUR_VAULT.",
  }),
  "vault.newer": ({ found, known }) => ({
    message: `this vault was made by a newer retour (${String(found)}, this one knows ${String(known)})`,
    hint: "Bring retour up to date: npm install --global retour.",
  }),
  "vault.changed": () => ({
    message: "another command has changed the vault meanwhile: nothing was written, nothing is lost",
    hint: "Run this command again.",
  }),
  "vault.busy": () => ({
    message: "another command is writing to the vault: nothing was changed",
    hint: "Wait until it is done, then run this one again.",
  }),
  "vault.no-space": () => ({
    message: "the disk that holds the vault is full: nothing was written there, nothing is lost",
    hint: "Make room on that disk, then run the same command again.",
  }),
  "vault.read-only": () => ({
    message: "the vault cannot be written where it is: access is refused",
    hint: "Check that its folder is yours, and that the disk or the key is not read-only.",
  }),
  "vault.passphrase-missing": ({ variable }) => ({
    message: "the vault's passphrase is needed, and nobody can be asked here",
    hint: `Run the command in a terminal, or name in ${variable} a file that holds it, readable by you alone.`,
  }),
  "vault.passphrase-open": () => ({
    message: "others than you may read the passphrase's file: it was not used",
    hint: "Close it: chmod 600 and its name. Then change the passphrase: retour vault change-passphrase.",
  }),
  "vault.not-a-file": ({ what }) => ({
    message:
      what === "vault"
        ? "what is in the vault’s place is not a file"
        : what === "passphrase"
          ? "what should hold the passphrase is not a file"
          : "what is given as a table is not a file",
    hint: "A folder, a pipe (<(…)) or a device is not read here: give a file on the disk.",
  }),
  "vault.passphrase-empty": () => ({
    message: "the passphrase's file is empty",
    hint: "Write the passphrase in it, on one line.",
  }),
  "vault.passphrase-short": ({ least }) => ({
    message: `this passphrase is too short: it takes at least ${String(least)} characters`,
    hint: "Take five or six words that have nothing to do with each other.",
  }),
  "vault.doubtful": ({ count, source, places }) => ({
    message: `${source}: ${count === 1 ? "one word may" : `${String(count)} words may`} be a name or not, or that of several people (${places}). This command recorded nothing of it`,
    hint: "Run the command at a terminal: it shows each passage and asks who it is. When it is never a name, `retour vault ignore WORD` is enough; when it is one, the vault has it already, and only an answer at the terminal says so.",
  }),
  "vault.closed": () => ({
    message: "the vault was not opened: names were not looked for",
    hint: "With its passphrase (in a terminal, or RETOUR_PASSPHRASE_FILE), they would be.",
  }),
  "vault.empty-name": () => ({
    message: "the real name is missing",
    hint: 'Write it between quotes: retour vault add "First Last" --as Replacement.',
  }),
  "vault.empty-replacement": () => ({
    message: "what replaces this name is missing",
    hint: "Give a pseudonym, or a few words: a town, a school.",
  }),
  "vault.replacement-taken": () => ({
    message: "this replacement is already somebody else's, or something else's",
    hint: "Take another one: two people under one name would become one. See: retour vault list.",
  }),
  "vault.replacement-is-name": () => ({
    message: "this replacement also holds a real name of the vault",
    hint: "Take another one: the search for names left behind could not tell one from the other. A name that may stay need not be in the vault.",
  }),
  "vault.name-is-replacement": () => ({
    message: "this name, or one of its words, already replaces somebody in the vault",
    hint: "First give that person another replacement: retour vault rename. Otherwise the search for names left behind could not tell one from the other.",
  }),
  "vault.pseudonym-differs": ({ id, pseudonym, replacement }) => ({
    message: `${id} is “${pseudonym}” in retour.yaml, and the vault still puts “${replacement}” in the place of their name`,
    hint: `An import would write one in the heading and the other in the words. To change both: retour vault rename "${replacement}" "${pseudonym}", or put the former back in retour.yaml.`,
  }),
  "vault.unknown-replacement": () => ({
    message: "nothing in the vault is replaced by this word",
    hint: "The list: retour vault list.",
  }),
  "vault.is-listed": () => ({
    message: "one of these words is a name of the vault, written just so: ignoring it would let it through",
    hint: "Nothing was changed. Written otherwise (rose for Rose), it can be ignored.",
  }),
  "vault.unknown-kind": () => ({
    message: "this kind is not known",
    hint: "Expected: person, place, organisation or site.",
  }),
  "vault.unknown-participant": () => ({
    message: "this person is not in retour.yaml",
    hint: "The people: retour participant list.",
  }),
  "vault.no-column": () => ({
    message: "a column “name” and a column “replacement” are needed",
    hint: "Write these words on the first line of the table. Columns kind, participant and alias may follow.",
  }),
  "vault.broken-table": () => ({
    message: "the quotes of this table are not closed: nothing was read",
    hint: "Save it again as CSV from your spreadsheet.",
  }),
  "vault.no-turn": ({ turn }) => ({
    message: `${turn} does not exist`,
    hint: "A turn is written s01.12, or s01.12-15 for several.",
  }),
  "vault.export-taken": () => ({
    message: "a file is already there: nothing was written",
    hint: "Give another name.",
  }),
  "vault.exported": () => ({
    message: "the real names are in clear in that file",
    hint: "Put it under lock and key, print it if need be, then delete it. Do not send it.",
  }),
  "vault.former-passphrase": () => ({
    message: "copies of the vault made before today still open with the former passphrase",
    hint: "If others may have known it, delete those copies.",
  }),
  "vault.former-replacement": ({ sessions }) => ({
    message: `the former replacement stays in what was imported already: ${sessions}`,
    hint: "These are the words the group has read: they are not rewritten on their own. To change them, import the transcript again with --replace.",
  }),
};
export const vaultTexts: Texts<VaultTexts> = {
  "vault.passphrase": ({ study }) => `Passphrase of the vault of “${study}”`,
  "name.which": ({ form, count }) =>
    `“${form}”: is it a name? (${count > 1 ? `${String(count)} passages` : "one passage"})`,
  "name.which-here": ({ form }) => `“${form}”, here`,
  "name.is": ({ name, replacement }) => `${name} (→ ${replacement})`,
  "name.always": ({ name }) => `Yes, always: ${name}`,
  "name.this-time": ({ name }) => `Yes, this time: ${name}`,
  "name.whose": ({ form }) => `“${form}”, here: several in the vault bear this name. Which one is it?`,
  "name.neither": ({ count }) =>
    `${count > 2 ? "None of them" : "Neither of them"}, this time: this word stays`,
  "name.never": () => "No, never: this word stays",
  "name.each": () => "It depends: one passage after another",
  "name.not-here": () => "It is no name here",
  "name.passage": ({ place, words }) => `  ${place}  ${words}`,
  "likely.what": ({ form, kind, at, of }) =>
    `${String(at)}/${String(of)} "${form}" (${likelyKinds[kind] ?? kind}?)`,
  "likely.replace": () => "to be replaced",
  "likely.keep": () => "it is no name, or it may stay",
  "likely.later": () => "later",
  "likely.stop": () => "stop here",
  "likely.instead": () => "What readers will see instead",
  "likely.initial": ({ kind }) =>
    /^(?:person|place|organisation)$/.test(kind) ? "" : `[${likelyKinds[kind] ?? kind}]`,
  "likely.refused": () =>
    "The vault cannot take it: that word replaces somebody else, or is a name of the vault.",
  "likely.none": () => "No word looks like a name that the vault says nothing of.",
  "likely.done": ({ replaced, kept, left }) =>
    `To be replaced: ${String(replaced)}, may stay: ${String(kept)}, without an answer: ${String(left)}.${replaced > 0 ? " To replace them in what is there already: retour vault apply" : ""}`,
  "likely.form": () => "word",
  "likely.places": () => "where",
  "likely.kind": ({ kind }) => likelyKinds[kind] ?? kind,
  "likely.how": ({ count }) =>
    `${String(count)} ${count < 2 ? "word looks like a name" : "words look like names"}. At a terminal, this command asks about each. Or: retour vault add "Name" --as "Replacement", or retour vault ignore word`,
  "likely.found": ({ count }) =>
    `${String(count)} ${count < 2 ? "word looks like a name that the vault says nothing of" : "words look like names that the vault says nothing of"}: retour vault review`,
  "apply.document": ({ file, lines }) =>
    `Replace the names in ${file} (${lines.includes(",") ? "lines" : "line"} ${lines})`,
  "apply.session": ({ session, count }) =>
    `${session}: ${String(count)} ${count < 2 ? "name replaced" : "names replaced"}`,
  "apply.changed": ({ file, count }) =>
    `${file}: ${String(count)} ${count < 2 ? "line corrected" : "lines corrected"}`,
  "apply.exports": () => "⚠ EXPORTS THAT WENT OUT WITH A REAL NAME, TO BE RECALLED TODAY",
  "apply.export": ({ id, day, audience, path, isHere }) =>
    `  ${id}, ${day}, ${audience} (${path}${isHere ? "" : ", elsewhere"})`,
  "apply.ledger": ({ texts, corrections }) =>
    `memory of the study: ${String(texts)} ${texts === 1 ? "text" : "texts"} kept without the name${corrections === "" ? "" : `, corrections ${corrections}`}`,
  "apply.lapsed": ({ sections }) =>
    `A name was replaced in words that were validated: the group is to be asked again about ${sections}`,
  "apply.delete": ({ count }) =>
    `Delete ${count === 1 ? "this file" : `these ${String(count)} files`}, which the program wrote with a real name`,
  "apply.deleted": ({ count }) =>
    `${count === 1 ? "One file" : `${String(count)} files`} deleted from the study`,
  "apply.tracked": () =>
    "This folder is followed by git: its history keeps the real names. The program does not touch it: delete that history yourself.",
  "apply.waiting": ({ count }) =>
    `This name already stands in ${count === 1 ? "one text" : `${String(count)} texts`} of the study. To replace it there: retour vault apply`,
  "apply.nothing": () => "No name of the vault is left in the study.",
  "vault-log.none": () => "No name was replaced in this study.",
  "vault-log.source": () => "Where",
  "vault-log.count": () => "Times",
  "vault.again": ({ left }) =>
    `This passphrase does not open the vault. ${String(left)} more ${left > 1 ? "tries" : "try"}.`,
  "vault.slow": ({ seconds }) =>
    `Another program made the vault, and it takes longer to open: about ${String(seconds)} seconds.`,
  "vault.made": ({ study, path }) =>
    `The vault of “${study}” is made: ${path}\nCopy it elsewhere (a USB key): it is not in the study's backups. Without the passphrase nobody can open it, nor can we.\nNext: retour vault add, or retour vault import for a table.`,
  "vault.elsewhere": () =>
    "The study does not remember that place: give it to each command with --vault, or once and for all in RETOUR_VAULT.",
  "vault.opened": ({ path, identities, sessions }) =>
    `The vault opens: ${path}\n${String(identities)} ${identities === 1 ? "identity" : "identities"}, original words of ${String(sessions)} ${sessions === 1 ? "session" : "sessions"}.`,
  "vault.adopted": () => "This vault is the study's from now on.",
  "vault.adopt": () => "The study knows another vault. Is this one to take its place?",
  "vault.make-another": () => "The study has a vault, which is not there. Make another one, empty?",
  "vault.proposal": ({ phrase, bits }) =>
    `A passphrase drawn at random (${String(bits)} bits): ${phrase}\nWrite it down on paper, then type it twice. You may choose another one, of at least 14 characters.`,
  "vault.new-passphrase": () => "New passphrase",
  "vault.same-passphrase": () => "The same once more",
  "vault.not-the-same": () => "The two are not the same: begin again.",
  "vault.too-short": ({ least }) => `Too short: at least ${String(least)} characters.`,
  "vault.passphrase-changed": () => "The vault now opens with the new passphrase.",
  "vault.added": ({ id, names, replacement }) => `${id} ${names} → ${replacement}`,
  "vault.renamed": ({ former, replacement }) => `From now on “${replacement}”, instead of “${former}”.`,
  "vault.renamed-settings": ({ id }) => `The pseudonym of ${id} is changed in retour.yaml.`,
  "vault.imported": ({ added, total }) =>
    `${String(added)} ${added === 1 ? "identity" : "identities"} added; the vault holds ${String(total)}.`,
  "vault.exported-to": ({ file, count }) =>
    `${String(count)} ${count === 1 ? "identity" : "identities"} written to ${file}.`,
  "vault.ignored": ({ words }) => `Written so, these are no names: ${words}.`,
  "vault.empty": () => "The vault is empty. To put a name in it: retour vault add",
  "vault.names": () => "Real names",
  "vault.kind": () => "Kind",
  "vault.replacement": () => "Replaced by",
  "vault.participant": () => "Participant",
  "vault.kind.person": () => "person",
  "vault.kind.place": () => "place",
  "vault.kind.organisation": () => "organisation",
  "vault.kind.site": () => "site",
  "vault.ask-name": () => "Real name",
  "vault.ask-replacement": () => "Replaced by",
  "vault.nothing-replaced": ({ turn }) =>
    `${turn}: nothing was replaced in it, these are the transcript's words.`,
  "vault.no-longer-kept": ({ turn }) =>
    `${turn}: the original words are no longer kept; this is what is left of it.`,
  "vault.would-reveal": ({ turns }) =>
    `The original words of ${turns} would be shown, and the journal would say so.`,
};
