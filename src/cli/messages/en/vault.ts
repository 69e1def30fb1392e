// The vault, in English.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { VaultMessages } from "../../../vault/messages.ts";
import type { Texts } from "../catalogue.ts";
import type { VaultTexts } from "../vault.ts";

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
  "vault.in-study": () => ({
    message: "the vault cannot be inside a study's folder: it would travel with it",
    hint: "Put it elsewhere, in a folder of your own, and say where with --vault or RETOUR_VAULT.",
  }),
  "vault.in-git": () => ({
    message: "the vault cannot be in a folder that git follows: it would be published with it",
    hint: "Put it elsewhere, and say where with --vault or RETOUR_VAULT; or add it to that folder's .gitignore.",
  }),
  "vault.folder-open": () => ({
    message: "others than you may write in the vault's folder",
    hint: "Close that folder: chmod 700 and its name. Or put the vault in a folder of your own.",
  }),
  "vault.readable": () => ({
    message: "others than you may read the vault's file",
    hint: "Close it: chmod 600 and its name. If others may have copied it, change its passphrase next: retour vault change-passphrase.",
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
  "vault.passphrase-missing": () => ({
    message: "the vault's passphrase is needed, and nobody can be asked here",
    hint: "Run the command in a terminal, or name in RETOUR_PASSPHRASE_FILE a file that holds it, readable by you alone.",
  }),
  "vault.passphrase-open": () => ({
    message: "others than you may read the passphrase's file: it was not used",
    hint: "Close it: chmod 600 and its name. Then change the passphrase: retour vault change-passphrase.",
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
    message: `${source}: ${count === 1 ? "one word may" : `${String(count)} words may`} be a name or not, or that of several people (${places}). Nothing of this file was kept`,
    hint: "Run the command at a terminal: it shows each passage and asks. Or tell the vault: retour vault ignore WORD when it is no name, retour vault add when it is one.",
  }),
  "vault.closed": () => ({
    message: "the vault was not opened: names were not looked for",
    hint: "With its passphrase (in a terminal, or RETOUR_PASSPHRASE_FILE), they would be.",
  }),
};
export const vaultTexts: Texts<VaultTexts> = {
  "vault.passphrase": ({ study }) => `Passphrase of the vault of “${study}”`,
  "name.which": ({ form, count }) =>
    `“${form}”: is it a name? (${count > 1 ? `${String(count)} passages` : "one passage"})`,
  "name.which-here": ({ form }) => `“${form}”, here`,
  "name.is": ({ name, replacement }) => `${name} (→ ${replacement})`,
  "name.always": ({ name }) => `Yes, always: ${name}`,
  "name.never": () => "No, never: this word stays",
  "name.each": () => "It depends: one passage after another",
  "name.not-here": () => "It is no name here",
  "name.passage": ({ place, words }) => `  ${place}  ${words}`,
  "vault-log.none": () => "No name was replaced in this study.",
  "vault-log.source": () => "Where",
  "vault-log.replacement": () => "What is written",
  "vault-log.kind": () => "In place of",
  "vault-log.count": () => "Times",
  "vault-log.kind.person": () => "a person",
  "vault-log.kind.place": () => "a place",
  "vault-log.kind.organisation": () => "an organisation",
  "vault-log.kind.site": () => "a site",
  "vault.again": ({ left }) =>
    `This passphrase does not open the vault. ${String(left)} more ${left > 1 ? "tries" : "try"}.`,
};
