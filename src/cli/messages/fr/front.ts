// Files, the ledger and the front door in French.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { FileMessages } from "../../../kernel/files.ts";
import type { LedgerMessages } from "../../../ledger/messages.ts";
import type { Texts } from "../catalogue.ts";
import type { FrontMessages, FrontTexts } from "../front.ts";

export const fileMessages: Catalogue<FileMessages> = {
  "file.missing": ({ file }) => ({
    message: `le fichier ${file} n’existe pas`,
    hint: "Vérifiez le nom et le dossier ; la commande `ls` montre ce qui s’y trouve.",
  }),
  "file.is-folder": ({ file }) => ({
    message: `${file} est un dossier, pas un fichier`,
    hint: "Indiquez un fichier de ce dossier.",
  }),
  "file.unreadable": ({ file, reason }) => ({
    message: `${file} ne peut pas être lu (${reason})`,
    hint: "Fermez les programmes qui l’utilisent, puis recommencez.",
  }),
  "file.no-access": ({ file }) => ({
    message: `${file} ne peut pas être lu : l’accès est refusé`,
    hint: "Donnez-vous le droit de le lire (propriétés du fichier), ou copiez-le dans un dossier à vous.",
  }),
  "file.too-large": ({ file, megabytes, limit }) => ({
    message: `${file} pèse ${String(megabytes)} Mo ; la limite est de ${String(limit)} Mo`,
    hint: "Un fichier de cette taille n’est pas un texte : vérifiez que c’est le bon.",
  }),
  "file.no-space": ({ file }) => ({
    message: `le disque est plein : ${file} n’a pas été écrit, rien n’a été perdu`,
    hint: "Libérez de la place, puis relancez la même commande.",
  }),
  "file.read-only": ({ file }) => ({
    message: `${file} ne peut pas être modifié ou lu : l’accès est refusé`,
    hint: "Vérifiez que le dossier vous appartient et n’est pas en lecture seule.",
  }),
  "file.unwritable": ({ file, reason }) => ({
    message: `${file} n’a pas pu être lu ou écrit (${reason})`,
    hint: "Fermez les programmes qui l’utilisent, puis recommencez.",
  }),
  "file.binary": ({ file }) => ({
    message: `${file} n’est pas un texte (il contient des octets nuls)`,
    hint: "Si c’est un document, enregistrez-le d’abord en texte ; s’il a été abîmé, reprenez une sauvegarde.",
  }),
  "file.not-utf8": ({ file, line }) => ({
    message: `${file} n’est pas en UTF-8 (ligne ${String(line)})`,
    hint: "Enregistrez-le de nouveau en choisissant l’encodage UTF-8.",
  }),
};

const inBrackets = (known: string): string => (known === "" ? "" : ` (${known})`);

export const ledgerMessages: Catalogue<LedgerMessages> = {
  "ledger.missing": ({ file, folder }) => ({
    message: `le registre de l’étude manque (${file}), alors que le dossier ${folder} n’est pas vide`,
    hint: "L’étude a sans doute été copiée sans son dossier caché .retour : copiez-le aussi, ou repartez d’une sauvegarde avec `retour restore`.",
  }),
  "ledger.busy": ({ file }) => ({
    message: `une autre commande travaille sur cette étude (${file})`,
    hint: "Attendez qu’elle ait fini, puis relancez celle-ci : rien n’a été changé.",
  }),
  "ledger.foreign": ({ file }) => ({
    message: `${file} n’est pas un registre de retour`,
    hint: "Remettez le bon fichier à cette place, ou restaurez une sauvegarde avec `retour restore`.",
  }),
  "ledger.damaged": ({ file }) => ({
    message: `le registre est abîmé (${file})`,
    hint: "N’y touchez pas : copiez le dossier de l’étude, puis restaurez la dernière sauvegarde avec `retour restore`.",
  }),
  "ledger.altered": ({ file, what }) => ({
    message: `le registre n’est plus tel que le programme l’a fait : ${what} (${file})`,
    hint: "Quelqu’un l’a modifié à la main, et ce qu’il dit n’est plus sûr. Copiez le dossier de l’étude, puis restaurez la dernière sauvegarde avec `retour restore`.",
  }),
  "ledger.no-engine": ({ reason }) => ({
    message: `SQLite ne se charge pas sur cette machine (${reason})`,
    hint: "Réinstallez retour avec le Node.js que vous utilisez maintenant : `npm install --global retour`.",
  }),
  "ledger.newer": ({ file, found, known }) => ({
    message: `cette étude a été ouverte par une version plus récente de retour (schéma ${String(found)}, cette version connaît ${String(known)}) : ${file}`,
    hint: "Mettez retour à jour : `npm install --global retour`.",
  }),
  "ledger.unsettled": ({ file }) => ({
    message: `c’est enregistré, mais le disque est plein : ce qui restait à écrire ou à effacer ne l’est pas encore (${file})`,
    hint: "Libérez de la place, puis relancez la même commande, ou n’importe quelle autre de cette étude : elle le finira.",
  }),
  "ledger.no-space": ({ file }) => ({
    message: `le disque est plein : rien n’a été enregistré (${file})`,
    hint: "Libérez de la place, puis relancez la même commande.",
  }),
  "ledger.read-only": ({ file }) => ({
    message: `le registre ne peut pas être écrit : ${file}`,
    hint: "Vérifiez que le dossier de l’étude vous appartient et n’est pas en lecture seule.",
  }),
  "audit.chain-broken": ({ seq }) => ({
    message: `la chaîne du journal est rompue à la ligne ${String(seq)}`,
    hint: "Le journal a été modifié à la main : comparez avec une sauvegarde.",
  }),
  "audit.row-changed": ({ fact, subject, known }) => ({
    message: `le registre ne dit plus ce que dit le journal : ${fact} ${subject}${inBrackets(known)} a été modifié à la main`,
  }),
  "audit.row-added": ({ fact, subject, known }) => ({
    message: `le journal ne connaît pas ${fact} ${subject}${inBrackets(known)} : ajouté à la main`,
  }),
  "audit.row-removed": ({ fact, subject, known }) => ({
    message: `le journal connaît ${fact} ${subject}${inBrackets(known)}, qui n’est plus dans le registre : retiré à la main`,
  }),
  "audit.shape": ({ what, change }) => ({
    message: `la structure du registre a été modifiée à la main : ${what}, ${change === "added" ? "ajouté" : change === "changed" ? "changé" : "retiré"}`,
    hint: "Le programme n’écrit rien de tel : comparez avec une sauvegarde.",
  }),
  "heal.outside": ({ file }) => ({
    message: `le registre demandait d’écrire ou de supprimer un fichier qui n’est pas de l’étude : ${file}. Cela n’a pas été fait`,
    hint: "Quelqu’un a modifié le registre à la main : demandez d’où vient ce dossier, puis lancez `retour audit`.",
  }),
  "heal.written": ({ file }) => ({
    message: `une commande précédente a été interrompue : ${file} a été remis à jour`,
  }),
  "heal.kept-beside": ({ file, beside }) => ({
    message: `${file} a été modifié pendant qu’une commande travaillait : votre fichier est resté tel quel, la nouvelle version est dans ${beside}`,
    hint: "Reprenez dans votre fichier ce qui vous convient, puis supprimez l’autre.",
  }),
  "heal.removed": ({ file }) => ({
    message: `${file} a été supprimé : une commande interrompue l’avait décidé`,
  }),
  "heal.not-removed": ({ file }) => ({
    message: `${file} devait être supprimé, mais il a été modifié pendant qu’une commande travaillait : il est resté`,
    hint: "Il contient peut-être encore des paroles retirées : relisez-le, puis supprimez-le vous-même.",
  }),
  "heal.not-forgotten": () => ({
    message:
      "les paroles sont retirées, mais l’espace qu’elles occupaient dans le registre n’est pas encore effacé : une autre commande le lit",
    hint: "La prochaine commande le fera : par exemple `retour status`.",
  }),
};

export const frontMessages: Catalogue<FrontMessages> = {
  "usage.option-missing": ({ option }) => ({
    message: `il manque l’option ${option}`,
    hint: "Ajoutez-la, ou lancez la commande dans un terminal pour qu’elle vous pose la question.",
  }),
  "usage.bad-value": ({ option, value, expected }) => ({
    message: `${option} ne peut pas valoir « ${value} »`,
    hint: `Attendu : ${expected}`,
  }),
  "usage.bad-argument": ({ argument, expected }) => ({
    message: `« ${argument} » n’est pas compris`,
    hint: `Attendu : ${expected}`,
  }),
  cancelled: () => ({ message: "Interrompu. Ce qui n’était pas terminé n’a pas été fait." }),
  bug: ({ reason }) => ({
    message: `une erreur imprévue s’est produite (${reason})`,
    hint: "Relancez avec --debug et envoyez ce qui s’affiche aux auteurs, après avoir vérifié qu’aucun propos ni nom n’y figure.",
  }),
};

export const frontTexts: Texts<FrontTexts> = {
  "usage.unknown-command": ({ name, near }) =>
    `la commande « ${name} » n’existe pas${near === "" ? "" : ` ; vouliez-vous dire « ${near} » ?`}`,
  "usage.unknown-option": ({ name, near }) =>
    `l’option ${name} n’existe pas ici${near === "" ? "" : ` ; vouliez-vous dire ${near} ?`}`,
  "usage.missing-argument": ({ name, meaning }) => `il manque : <${name}>${inBrackets(meaning)}`,
  "usage.option-argument": ({ name }) => `il manque la valeur de ${name}`,
  "usage.not-a-choice": ({ name, value, choices }) =>
    `${name} ne peut pas valoir « ${value} » ; valeurs possibles : ${choices}`,
  "usage.too-many": ({ command }) => `trop d’arguments pour ${command}`,
  "usage.see-help": ({ command }) => `Voir : ${command} --help`,
  "dry-run": () => "Essai à blanc : rien n’a été changé.",
  "error.word": () => "erreur :",
  "hint.word": () => "→",
};
