// The vault, in French.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { VaultMessages } from "../../../vault/messages.ts";
import type { Texts } from "../catalogue.ts";
import type { VaultTexts } from "../vault.ts";

export const vaultMessages: Catalogue<VaultMessages> = {
  "scan.too-deep": ({ file }) => ({
    message: `${file} : des documents sont emboîtés les uns dans les autres, trop profondément pour être lus`,
    hint: "Rien n’a été écrit. Enlevez le document qui est joint dans celui-ci, puis recommencez.",
  }),
  "vault.none": () => ({
    message: "cette étude garde les vrais noms dans un coffre, et il n’y en a pas encore",
    hint: "Créez-le : retour vault create. Si les transcriptions arrivent sans aucun nom, écrivez vault: none dans retour.yaml.",
  }),
  "vault.unknown": () => ({
    message: "un coffre est à cette place, mais l’étude ne le connaît pas encore",
    hint: "S’il est bien le sien : retour vault open.",
  }),
  "vault.other-study": () => ({
    message: "ce coffre n’est pas celui de cette étude",
    hint: "Indiquez le bon avec --vault ou RETOUR_VAULT. Si l’étude doit désormais se servir de celui-ci : retour vault open, dans un terminal.",
  }),
  "vault.missing": () => ({
    message: "le coffre de l’étude n’est pas à sa place",
    hint: "S’il est ailleurs (clé USB, autre dossier), dites où avec --vault ou RETOUR_VAULT. S’il est perdu, reprenez-en une copie : sans lui, les noms ne peuvent pas être retrouvés.",
  }),
  "vault.exists": () => ({
    message: "un fichier est déjà à la place du coffre : rien n’a été écrit",
    hint: "Si c’est le coffre de l’étude : retour vault open. Sinon, choisissez une autre place avec --vault.",
  }),
  "vault.already": () => ({
    message: "cette étude a déjà un coffre : rien n’a été créé",
    hint: "Pour l’ouvrir : retour vault open. Pour en prendre un autre, ouvrez cet autre : retour vault open --vault FICHIER.",
  }),
  "vault.not-kept": () => ({
    message: "retour.yaml dit que cette étude n’a pas de coffre (vault: none)",
    hint: "Pour en avoir un, enlevez cette ligne de retour.yaml, puis : retour vault create.",
  }),
  "vault.in-study": () => ({
    message: "le coffre ne peut pas être dans le dossier d’une étude : il partirait avec elle",
    hint: "Mettez-le ailleurs, dans un dossier à vous seul, et dites où avec --vault ou RETOUR_VAULT.",
  }),
  "vault.in-git": () => ({
    message: "le coffre ne peut pas être dans un dossier suivi par git : il serait publié avec lui",
    hint: "Mettez-le ailleurs, et dites où avec --vault ou RETOUR_VAULT ; ou ajoutez-le au fichier .gitignore de ce dossier.",
  }),
  "vault.folder-open": () => ({
    message: "d’autres que vous peuvent écrire dans le dossier du coffre",
    hint: "Fermez ce dossier : chmod 700, suivi de son nom. Ou mettez le coffre dans un dossier à vous seul.",
  }),
  "vault.readable": () => ({
    message: "d’autres que vous peuvent lire le fichier du coffre",
    hint: "Fermez-le : chmod 600, suivi de son nom. Si d’autres ont pu le copier, changez ensuite de phrase de passe : retour vault change-passphrase.",
  }),
  "vault.not-age": () => ({
    message: "ce fichier n’est pas un coffre : il n’est pas au format age",
    hint: "Vérifiez le nom donné avec --vault ou RETOUR_VAULT. S’il a été abîmé, reprenez-en une copie.",
  }),
  "vault.no-passphrase": () => ({
    message: "ce fichier age s’ouvre avec une clé, pas avec une phrase de passe",
    hint: "Un coffre s’ouvre avec une phrase de passe : vérifiez le nom donné avec --vault ou RETOUR_VAULT.",
  }),
  "vault.too-costly": () => ({
    message: "ouvrir ce fichier demanderait plus de mémoire et de temps qu’il n’est raisonnable",
    hint: "Ce n’est pas retour qui l’a fait ainsi : reprenez une copie du coffre.",
  }),
  "vault.wrong-passphrase": () => ({
    message: "cette phrase de passe n’ouvre pas le coffre",
    hint: "Vérifiez les majuscules et la disposition du clavier. Si vous êtes sûr d’elle, le fichier a pu être abîmé : essayez une copie du coffre.",
  }),
  "vault.damaged": () => ({
    message: "le fichier du coffre est abîmé ou incomplet : il n’a pas été touché",
    hint: "Reprenez une copie du coffre, et gardez ce fichier-ci tant qu’elle n’est pas ouverte.",
  }),
  "vault.foreign": () => ({
    message: "la phrase de passe est bonne, mais ce fichier ne contient pas un coffre de retour",
    hint: "Vérifiez le nom donné avec --vault ou RETOUR_VAULT.",
  }),
  "vault.newer": ({ found, known }) => ({
    message: `ce coffre a été fait par une version plus récente de retour (${String(found)}, cette version connaît ${String(known)})`,
    hint: "Mettez retour à jour : npm install --global retour.",
  }),
  "vault.changed": () => ({
    message: "une autre commande a changé le coffre entre-temps : rien n’a été écrit, rien n’est perdu",
    hint: "Relancez cette commande.",
  }),
  "vault.busy": () => ({
    message: "une autre commande écrit dans le coffre : rien n’a été changé",
    hint: "Attendez qu’elle ait fini, puis relancez celle-ci.",
  }),
  "vault.passphrase-missing": () => ({
    message: "il faut la phrase de passe du coffre, et personne ne peut être interrogé ici",
    hint: "Lancez la commande dans un terminal, ou nommez dans RETOUR_PASSPHRASE_FILE un fichier qui la contient, lisible par vous seul.",
  }),
  "vault.passphrase-open": () => ({
    message: "d’autres que vous peuvent lire le fichier de la phrase de passe : il n’a pas servi",
    hint: "Fermez-le : chmod 600, suivi de son nom. Puis changez de phrase de passe : retour vault change-passphrase.",
  }),
  "vault.passphrase-empty": () => ({
    message: "le fichier de la phrase de passe est vide",
    hint: "Écrivez-y la phrase de passe, sur une ligne.",
  }),
  "vault.passphrase-short": ({ least }) => ({
    message: `cette phrase de passe est trop courte : il faut au moins ${String(least)} caractères`,
    hint: "Prenez cinq ou six mots sans lien entre eux.",
  }),
  "vault.doubtful": ({ count, source, places }) => ({
    message: `${source} : ${count === 1 ? "un mot peut" : `${String(count)} mots peuvent`} être un nom ou non, ou celui de plusieurs personnes (${places}). Rien n’a été gardé de ce fichier`,
    hint: "Relancez la commande dans un terminal : elle montre chaque passage et demande. Ou dites-le au coffre : retour vault ignore MOT si ce n’est pas un nom, retour vault add si c’en est un.",
  }),
  "vault.closed": () => ({
    message: "le coffre n’a pas été ouvert : les noms n’ont pas été cherchés",
    hint: "Avec sa phrase de passe (au terminal, ou RETOUR_PASSPHRASE_FILE), ils le seraient.",
  }),
};
export const vaultTexts: Texts<VaultTexts> = {
  "vault.passphrase": ({ study }) => `Phrase de passe du coffre de « ${study} »`,
  "name.which": ({ form, count }) =>
    `« ${form} » : est-ce un nom ? (${count > 1 ? `${String(count)} passages` : "un passage"})`,
  "name.which-here": ({ form }) => `« ${form} », ici`,
  "name.is": ({ name, replacement }) => `${name} (→ ${replacement})`,
  "name.always": ({ name }) => `Oui, toujours : ${name}`,
  "name.never": () => "Non, jamais : ce mot reste",
  "name.each": () => "Cela dépend : un passage après l’autre",
  "name.not-here": () => "Ce n’est pas un nom, ici",
  "name.passage": ({ place, words }) => `  ${place}  ${words}`,
  "vault-log.none": () => "Aucun nom n’a été remplacé dans cette étude.",
  "vault-log.source": () => "Où",
  "vault-log.replacement": () => "Ce qui est écrit",
  "vault-log.kind": () => "À la place de",
  "vault-log.count": () => "Fois",
  "vault-log.kind.person": () => "une personne",
  "vault-log.kind.place": () => "un lieu",
  "vault-log.kind.organisation": () => "une organisation",
  "vault-log.kind.site": () => "un terrain",
  "vault.again": ({ left }) =>
    `Cette phrase de passe n’ouvre pas le coffre. Encore ${String(left)} ${left > 1 ? "essais" : "essai"}.`,
};
