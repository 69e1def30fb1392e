// The vault, in French.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { VaultMessages } from "../../../vault/messages.ts";
import type { Texts } from "../catalogue.ts";
import type { VaultTexts } from "../vault.ts";

const likelyKinds: Readonly<Record<string, string>> = {
  person: "personne",
  place: "lieu",
  organisation: "structure",
  phone: "téléphone",
  email: "courriel",
  web: "compte en ligne",
  address: "adresse",
  plate: "plaque",
  "birth-date": "date de naissance",
  "social-number": "sécurité sociale",
  "bank-account": "compte bancaire",
  "file-number": "numéro de dossier",
};

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
  "vault.set-aside": () => ({
    message: "retour.yaml dit vault: none, mais les noms de cette étude sont dans un coffre",
    hint: "Sans lui, un vrai nom pourrait sortir sans que rien ne le voie. Écrivez vault: kept dans retour.yaml.",
  }),
  "vault.in-study": () => ({
    message: "les vrais noms ne peuvent pas être dans le dossier d’une étude : ils partiraient avec elle",
    hint: "Mettez-les ailleurs, dans un dossier à vous seul. Pour le coffre, dites où avec --vault ou RETOUR_VAULT.",
  }),
  "vault.in-git": () => ({
    message:
      "les vrais noms ne peuvent pas être dans un dossier suivi par git : ils seraient publiés avec lui",
    hint: "Mettez-les ailleurs (pour le coffre, avec --vault ou RETOUR_VAULT), ou ajoutez ce fichier au .gitignore de ce dossier.",
  }),
  "vault.folder-open": () => ({
    message: "d’autres que vous peuvent écrire dans le dossier où seraient les vrais noms",
    hint: "Fermez ce dossier : chmod 700, suivi de son nom. Ou prenez un dossier à vous seul.",
  }),
  "vault.readable": () => ({
    message: "d’autres que vous peuvent lire le fichier du coffre",
    hint: "Fermez-le : chmod 600, suivi de son nom (par défaut dans ~/.local/share/retour). Si d’autres ont pu le copier, changez ensuite de phrase de passe : retour vault change-passphrase.",
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
  "vault.no-space": () => ({
    message: "le disque où est le coffre est plein : rien n’y a été écrit, rien n’est perdu",
    hint: "Faites de la place sur ce disque, puis relancez la même commande.",
  }),
  "vault.read-only": () => ({
    message: "le coffre ne peut pas être écrit là où il est : l’accès y est refusé",
    hint: "Vérifiez que son dossier est à vous, et que le disque ou la clé ne sont pas en lecture seule.",
  }),
  "vault.passphrase-missing": ({ variable }) => ({
    message: "il faut la phrase de passe du coffre, et personne ne peut être interrogé ici",
    hint: `Lancez la commande dans un terminal, ou nommez dans ${variable} un fichier qui la contient, lisible par vous seul.`,
  }),
  "vault.passphrase-open": () => ({
    message: "d’autres que vous peuvent lire le fichier de la phrase de passe : il n’a pas servi",
    hint: "Fermez-le : chmod 600, suivi de son nom. Puis changez de phrase de passe : retour vault change-passphrase.",
  }),
  "vault.not-a-file": ({ what }) => ({
    message:
      what === "vault"
        ? "ce qui est à la place du coffre n’est pas un fichier"
        : what === "passphrase"
          ? "ce qui devrait contenir la phrase de passe n’est pas un fichier"
          : "ce qui est donné comme tableau n’est pas un fichier",
    hint: "Un dossier, un tube (<(…)) ou un périphérique ne se lisent pas ici : donnez un fichier du disque.",
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
    message: `${source} : ${count === 1 ? "un mot peut" : `${String(count)} mots peuvent`} être un nom ou non, ou celui de plusieurs personnes (${places}). Cette commande n’en a rien enregistré`,
    hint: "Relancez la commande dans un terminal : elle montre chaque passage et demande qui c’est. Si ce n’est jamais un nom, `retour vault ignore MOT` suffit ; si c’en est un, il est déjà dans le coffre, et seule une réponse au terminal le dit.",
  }),
  "vault.closed": () => ({
    message: "le coffre n’a pas été ouvert : les noms n’ont pas été cherchés",
    hint: "Avec sa phrase de passe (au terminal, ou RETOUR_PASSPHRASE_FILE), ils le seraient.",
  }),
  "vault.empty-name": () => ({
    message: "il manque le vrai nom",
    hint: 'Écrivez-le entre guillemets : retour vault add "Prénom Nom" --as Remplacement.',
  }),
  "vault.empty-replacement": () => ({
    message: "il manque ce qui remplace ce nom",
    hint: "Donnez un pseudonyme, ou quelques mots : une ville, un collège.",
  }),
  "vault.replacement-taken": () => ({
    message: "ce remplacement est déjà celui de quelqu’un d’autre, ou d’autre chose",
    hint: "Prenez-en un autre : deux personnes sous un même nom n’en feraient plus qu’une. Voir : retour vault list.",
  }),
  "vault.replacement-is-name": () => ({
    message: "ce remplacement contient aussi un vrai nom du coffre",
    hint: "Prenez-en un autre : la recherche des noms oubliés ne pourrait plus distinguer l’un de l’autre. Un nom qui peut rester n’a pas à être dans le coffre.",
  }),
  "vault.name-is-replacement": () => ({
    message: "ce nom, ou un de ses mots, remplace déjà quelqu’un dans le coffre",
    hint: "Donnez d’abord un autre remplacement à cette personne : retour vault rename. Sinon, la recherche des noms oubliés ne pourrait plus distinguer l’un de l’autre.",
  }),
  "vault.pseudonym-differs": ({ id, pseudonym, replacement }) => ({
    message: `${id} est « ${pseudonym} » dans retour.yaml, et le coffre remplace encore son nom par « ${replacement} »`,
    hint: `Un import écrirait l’un dans l’en-tête et l’autre dans les paroles. Pour changer les deux : retour vault rename "${replacement}" "${pseudonym}", ou remettez l’ancien dans retour.yaml.`,
  }),
  "vault.unknown-replacement": () => ({
    message: "rien dans le coffre n’est remplacé par ce mot",
    hint: "La liste : retour vault list.",
  }),
  "vault.is-listed": () => ({
    message: "un de ces mots est un nom du coffre, écrit exactement ainsi : l’ignorer le laisserait passer",
    hint: "Rien n’a été changé. Écrit autrement (rose pour Rose), il peut être ignoré.",
  }),
  "vault.unknown-kind": () => ({
    message: "ce type n’est pas connu",
    hint: "Attendu : personne, lieu, organisation ou terrain.",
  }),
  "vault.unknown-participant": () => ({
    message: "cette personne n’est pas dans retour.yaml",
    hint: "Les personnes : retour participant list.",
  }),
  "vault.no-column": () => ({
    message: "il faut une colonne « nom » et une colonne « remplacement »",
    hint: "Écrivez ces mots sur la première ligne du tableau. Les colonnes type, participant et alias peuvent suivre.",
  }),
  "vault.broken-table": () => ({
    message: "les guillemets de ce tableau sont mal fermés : rien n’a été lu",
    hint: "Enregistrez-le de nouveau en CSV depuis votre tableur.",
  }),
  "vault.no-turn": ({ turn }) => ({
    message: `${turn} n’existe pas`,
    hint: "Un tour s’écrit s01.12, ou s01.12-15 pour plusieurs.",
  }),
  "vault.export-taken": () => ({
    message: "un fichier est déjà à cette place : rien n’a été écrit",
    hint: "Donnez un autre nom.",
  }),
  "vault.exported": () => ({
    message: "les vrais noms sont en clair dans ce fichier",
    hint: "Mettez-le sous clé, imprimez-le s’il le faut, puis effacez-le. Ne l’envoyez pas.",
  }),
  "vault.former-passphrase": () => ({
    message: "les copies du coffre faites avant aujourd’hui s’ouvrent encore avec l’ancienne phrase de passe",
    hint: "Si elle a pu être connue d’autres, effacez ces copies.",
  }),
  "vault.former-replacement": ({ sessions }) => ({
    message: `l’ancien remplacement reste dans les propos déjà importés : ${sessions}`,
    hint: "Ces mots sont ceux que le groupe a lus : ils ne sont pas réécrits d’eux-mêmes. Pour les changer, réimportez la transcription avec --replace.",
  }),
};
export const vaultTexts: Texts<VaultTexts> = {
  "vault.passphrase": ({ study }) => `Phrase de passe du coffre de « ${study} »`,
  "name.which": ({ form, count }) =>
    `« ${form} » : est-ce un nom ? (${count > 1 ? `${String(count)} passages` : "un passage"})`,
  "name.which-here": ({ form }) => `« ${form} », ici`,
  "name.is": ({ name, replacement }) => `${name} (→ ${replacement})`,
  "name.always": ({ name }) => `Oui, toujours : ${name}`,
  "name.this-time": ({ name }) => `Oui, cette fois : ${name}`,
  "name.whose": ({ form }) =>
    `« ${form} », ici : plusieurs personnes ou lieux du coffre portent ce nom. Qui est-ce ?`,
  "name.neither": ({ count }) =>
    `${count > 2 ? "Aucun d’entre eux" : "Ni l’un ni l’autre"}, cette fois : ce mot reste`,
  "name.never": () => "Non, jamais : ce mot reste",
  "name.each": () => "Cela dépend : un passage après l’autre",
  "name.not-here": () => "Ce n’est pas un nom, ici",
  "name.passage": ({ place, words }) => `  ${place}  ${words}`,
  "likely.what": ({ form, kind, at, of }) =>
    `${String(at)}/${String(of)} « ${form} » (${likelyKinds[kind] ?? kind} ?)`,
  "likely.replace": () => "à remplacer",
  "likely.keep": () => "ce n’est pas un nom, ou il peut rester",
  "likely.later": () => "plus tard",
  "likely.stop": () => "m’arrêter là",
  "likely.instead": () => "Que liront les lecteurs à la place",
  "likely.initial": ({ kind }) =>
    /^(?:person|place|organisation)$/.test(kind) ? "" : `[${likelyKinds[kind] ?? kind}]`,
  "likely.refused": () =>
    "Le coffre ne peut pas le prendre : ce mot remplace quelqu’un d’autre, ou c’est un nom du coffre.",
  "likely.none": () => "Aucun mot ne ressemble à un nom dont le coffre ne dit rien.",
  "likely.done": ({ replaced, kept, left }) =>
    `À remplacer : ${String(replaced)}, peuvent rester : ${String(kept)}, sans réponse : ${String(left)}.${replaced > 0 ? " Pour les remplacer dans ce qui est déjà là : retour vault apply" : ""}`,
  "likely.form": () => "mot",
  "likely.places": () => "où",
  "likely.kind": ({ kind }) => likelyKinds[kind] ?? kind,
  "likely.how": ({ count }) =>
    `${String(count)} ${count < 2 ? "mot ressemble à un nom" : "mots ressemblent à des noms"}. Dans un terminal, cette commande les demande un à un. Sinon : retour vault add "Nom" --as "Remplacement", ou retour vault ignore mot`,
  "likely.found": ({ count }) =>
    `${String(count)} ${count < 2 ? "mot ressemble à un nom dont le coffre ne dit rien" : "mots ressemblent à des noms dont le coffre ne dit rien"} : retour vault review`,
  "apply.document": ({ file, lines }) =>
    `Remplacer les noms dans ${file} (${lines.includes(",") ? "lignes" : "ligne"} ${lines})`,
  "apply.session": ({ session, count }) =>
    `${session} : ${String(count)} ${count < 2 ? "nom remplacé" : "noms remplacés"}`,
  "apply.changed": ({ file, count }) =>
    `${file} : ${String(count)} ${count < 2 ? "ligne corrigée" : "lignes corrigées"}`,
  "apply.exports": () => "⚠ EXPORTS SORTIS AVEC UN VRAI NOM, À RAPPELER AUJOURD’HUI",
  "apply.export": ({ id, day, audience, path, isHere }) =>
    `  ${id}, ${day}, ${audience} (${path}${isHere ? "" : ", ailleurs"})`,
  "apply.ledger": ({ texts, corrections }) =>
    `mémoire de l’étude : ${String(texts)} ${texts < 2 ? "texte gardé" : "textes gardés"} sans le nom${corrections === "" ? "" : `, corrections ${corrections}`}`,
  "apply.lapsed": ({ sections }) =>
    `Un nom a été remplacé dans des mots qui étaient validés : l’accord est à redemander pour ${sections}`,
  "apply.delete": ({ count }) =>
    `${count < 2 ? "Supprimer ce fichier" : `Supprimer ces ${String(count)} fichiers`}, que le programme a ${count < 2 ? "écrit" : "écrits"} avec un vrai nom`,
  "apply.deleted": ({ count }) =>
    `${count < 2 ? "Un fichier supprimé" : `${String(count)} fichiers supprimés`} de l’étude`,
  "apply.tracked": () =>
    "Ce dossier est suivi par git : son historique garde les vrais noms. Le programme n’y touche pas : supprimez cet historique vous-même.",
  "apply.waiting": ({ count }) =>
    `Ce nom se lit déjà dans ${count < 2 ? "un texte" : `${String(count)} textes`} de l’étude. Pour l’y remplacer : retour vault apply`,
  "apply.nothing": () => "Aucun nom du coffre n’est resté dans l’étude.",
  "vault-log.none": () => "Aucun nom n’a été remplacé dans cette étude.",
  "vault-log.source": () => "Où",
  "vault-log.count": () => "Fois",
  "vault.again": ({ left }) =>
    `Cette phrase de passe n’ouvre pas le coffre. Encore ${String(left)} ${left > 1 ? "essais" : "essai"}.`,
  "vault.slow": ({ seconds }) =>
    `Le coffre a été fait par un autre programme, plus long à ouvrir : environ ${String(seconds)} secondes.`,
  "vault.made": ({ study, path }) =>
    `Le coffre de « ${study} » est créé : ${path}\nFaites-en une copie ailleurs (clé USB) : il n’est pas dans les sauvegardes de l’étude. Sans la phrase de passe, personne ne l’ouvrira, nous non plus.\nEnsuite : retour vault add, ou retour vault import pour un tableau.`,
  "vault.elsewhere": () =>
    "L’étude ne retient pas cette place : donnez-la à chaque commande avec --vault, ou une fois pour toutes dans RETOUR_VAULT.",
  "vault.opened": ({ path, identities, sessions }) =>
    `Le coffre s’ouvre : ${path}\n${identities > 1 ? `${String(identities)} identités` : `${String(identities)} identité`}, propos d’origine de ${sessions > 1 ? `${String(sessions)} séances` : `${String(sessions)} séance`}.`,
  "vault.adopted": () => "Ce coffre est désormais celui de l’étude.",
  "vault.adopt": () => "L’étude connaît un autre coffre. Celui-ci doit-il le remplacer ?",
  "vault.make-another": () => "L’étude a un coffre, qui n’est pas à cette place. En créer un autre, vide ?",
  "vault.proposal": ({ phrase, bits }) =>
    `Une phrase de passe tirée au hasard (${String(bits)} bits) : ${phrase}\nNotez-la sur papier, puis tapez-la deux fois. Vous pouvez en choisir une autre, d’au moins 14 caractères.`,
  "vault.new-passphrase": () => "Nouvelle phrase de passe",
  "vault.same-passphrase": () => "La même, encore une fois",
  "vault.not-the-same": () => "Les deux ne sont pas pareilles : recommencez.",
  "vault.too-short": ({ least }) => `Trop courte : au moins ${String(least)} caractères.`,
  "vault.passphrase-changed": () => "Le coffre s’ouvre maintenant avec la nouvelle phrase de passe.",
  "vault.added": ({ id, names, replacement }) => `${id} ${names} → ${replacement}`,
  "vault.renamed": ({ former, replacement }) => `Désormais « ${replacement} », à la place de « ${former} ».`,
  "vault.renamed-settings": ({ id }) => `Le pseudonyme de ${id} est changé dans retour.yaml.`,
  "vault.imported": ({ added, total }) =>
    `${added > 1 ? `${String(added)} identités ajoutées` : `${String(added)} identité ajoutée`} ; le coffre en compte ${String(total)}.`,
  "vault.exported-to": ({ file, count }) =>
    `${count > 1 ? `${String(count)} identités écrites` : `${String(count)} identité écrite`} dans ${file}.`,
  "vault.ignored": ({ words }) => `Ne sont pas des noms, écrits ainsi : ${words}.`,
  "vault.empty": () => "Le coffre est vide. Pour y mettre un nom : retour vault add",
  "vault.names": () => "Vrais noms",
  "vault.kind": () => "Type",
  "vault.replacement": () => "Remplacés par",
  "vault.participant": () => "Participant",
  "vault.kind.person": () => "personne",
  "vault.kind.place": () => "lieu",
  "vault.kind.organisation": () => "organisation",
  "vault.kind.site": () => "terrain",
  "vault.ask-name": () => "Vrai nom",
  "vault.ask-replacement": () => "Remplacé par",
  "vault.nothing-replaced": ({ turn }) =>
    `${turn} : rien n’y a été remplacé, ce sont les mots de la transcription.`,
  "vault.no-longer-kept": ({ turn }) =>
    `${turn} : les mots d’origine ne sont plus gardés ; voici ce qui en reste.`,
  "vault.would-reveal": ({ turns }) =>
    `Les mots d’origine de ${turns} seraient montrés, et le journal le dirait.`,
};
