// The document in French.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Texts } from "../catalogue.ts";
import type { RetourTexts } from "../retour.ts";
import type { RetourMessages } from "../../../retour/messages.ts";

/** One and several, by kind as in removal/count-names. */
const namedKind: Readonly<Record<string, readonly [string, string]>> = {
  document: ["document tel qu’il a été lu ou construit", "documents tels qu’ils ont été lus ou construits"],
  edition: ["édition envoyée", "éditions envoyées"],
  letter: ["lettre d’accompagnement", "lettres d’accompagnement"],
  correction: ["correction", "corrections"],
  decision: ["décision", "décisions"],
  loss: ["passage d’une réponse resté sans place", "passages de réponses restés sans place"],
  validation: ["accord", "accords"],
  note: ["note à côté d’un accord", "notes à côté d’accords"],
  pact: ["texte du pacte", "textes du pacte"],
  former: ["parole remplacée ou perdue", "paroles remplacées ou perdues"],
};

/** What a likely name or detail is, in a sentence. */
const likelyKind: Readonly<Record<string, string>> = {
  person: "le nom d’une personne",
  place: "le nom d’un lieu",
  organisation: "le nom d’une structure",
  phone: "un numéro de téléphone",
  email: "une adresse de courriel",
  web: "un compte ou une adresse sur Internet",
  address: "une adresse",
  plate: "une plaque d’immatriculation",
  "birth-date": "une date de naissance",
  "social-number": "un numéro de sécurité sociale",
  "bank-account": "un compte bancaire",
  "file-number": "un numéro de dossier",
};

const clue: Readonly<Record<string, string>> = {
  function: "une fonction",
  organisation: "une structure",
  place: "un lieu",
  day: "une date",
};

const trait: Readonly<Record<string, string>> = {
  family: "famille",
  health: "santé",
  age: "âge",
  origin: "origine",
  work: "métier",
  only: "« la seule », « le seul »",
  justice: "passé judiciaire",
  birth: "grossesse ou naissance",
};

export const retourMessages: Catalogue<RetourMessages> = {
  "section.twice": ({ section, first }) => ({
    message: `la section « ${section} » existe déjà à la ligne ${String(first)}`,
    hint: "Donnez à l’une des deux un autre identifiant, entre accolades après son titre : ## Titre {#autre-nom}",
  }),
  "section.bad-id": ({ section }) => ({
    message: `« ${section} » ne peut pas identifier une section`,
    hint: "Donnez un identifiant après le titre, en minuscules, chiffres et tirets : ## Titre {#mon-theme}",
  }),
  "section.unknown": ({ section, known }) => ({
    message: `il n’y a pas de section « ${section} »`,
    hint: `Sections du document : ${known}`,
  }),
  "section.ambiguous": ({ section, groups }) => ({
    message: `plusieurs groupes ont une section « ${section} » : ${groups}`,
    hint: `Précisez le groupe : g1/${section}`,
  }),
  "section.empty": ({ section }) => ({
    message: `la section « ${section} » n’a encore que des titres`,
    hint: "Écrivez-la, ou retirez-la du document.",
  }),
  "document.missing": ({ file }) => ({
    message: `le document ${file} n’est plus là`,
    hint: "`retour build` le remet tel qu’une commande l’a lu la dernière fois.",
  }),
  "document.none": ({ group }) => ({
    message: `le groupe ${group} n’a pas encore de document`,
    hint: "Lancez `retour build`.",
  }),
  "document.not-built": ({ file }) => ({
    message: `le document ${file} n’existe pas encore`,
    hint: "Lancez `retour build` après avoir importé et codé une séance.",
  }),
  "document.other-study": ({ file, found, group }) => ({
    message: `${file} dit être le document du groupe ${found}, pas du groupe ${group}`,
    hint: "C’est sans doute un fichier d’une autre étude : remettez le bon, ou supprimez-le et lancez `retour build`.",
  }),
  "document.half-saved": ({ file }) => ({
    message: `${file} est vide ou s’arrête au milieu d’une phrase : il n’a été enregistré qu’à moitié`,
    hint: "Si votre éditeur a encore le texte, enregistrez-le de nouveau. Sinon supprimez ce fichier et lancez `retour build` : la dernière version lue par une commande revient.",
  }),
  "document.restored": ({ file }) => ({
    message: `${file} n’était plus là : il a été remis tel qu’il était la dernière fois`,
  }),
  "document.section-removed": ({ section }) => ({
    message: `vous avez retiré la section « ${section} » : elle reste retirée`,
  }),
  "document.comment-open": () => ({
    message: "cette note privée, ouverte par <!--, n’est pas fermée",
    hint: "Terminez-la par --> : sans cela, tout ce qui la suit manquerait dans les exemplaires.",
  }),
  "document.comment-altered": () => ({
    message: "ceci ressemble à une note privée, mais n’en est pas une : chacun la lirait dans son exemplaire",
    hint: "Écrivez `<!-- note -->`, avec deux tirets courts de chaque côté et sans espace dedans : un éditeur les a peut-être changés. Pour une flèche, écrivez ← ou →.",
  }),
  "document.conflict": ({ section, generated }) => ({
    message: `dans « ${section} », vous aviez modifié un passage que la construction donne maintenant autrement : vos mots sont gardés`,
    hint: `La construction donnerait maintenant : ${generated}`,
  }),
  "group.unknown": ({ group, known }) => ({
    message: group === "" ? "il faut dire quel groupe" : `il n’y a pas de groupe « ${group} »`,
    hint: `${group === "" ? "Ajoutez --group avec son identifiant. " : ""}Groupes de l’étude : ${known}`,
  }),
  "template.missing": ({ name }) => ({
    message: `il n’y a pas de modèle ${name}`,
    hint: "Vérifiez le nom : les modèles de l’étude sont dans son dossier templates/.",
  }),
  "template.error": ({ reason }) => ({
    message: `le modèle contient une erreur : ${reason}`,
    hint: "Corrigez cette ligne du modèle ; docs/templates.md décrit ce qu’il peut utiliser.",
  }),
  "template.output": ({ name }) => ({
    message: `le modèle ${name} n’écrit pas toutes les sections`,
    hint: "Chaque section doit avoir sa ligne : ## {{ section.title }} {#{{ section.id | raw }}}",
  }),
  "quote.no-turn": ({ words }) => ({
    message: `cette citation ne dit pas d’où elle vient : « ${words}… »`,
    hint: "Terminez-la par une ligne : > — description (s01.12)",
  }),
  "quote.unknown-turn": ({ turn }) => ({ message: `le tour de parole ${turn} n’existe pas` }),
  "quote.differs": ({ turn, found, said }) => ({
    message:
      said === ""
        ? `la citation ne dit pas ce qui a été dit en ${turn} : « ${found} » ne s’y trouve pas`
        : `la citation ne dit pas ce qui a été dit en ${turn} : elle dit « ${found} », la transcription « ${said} »`,
    hint: "Reprenez les mots exacts ; […] marque une coupe, [mot] un mot ajouté par vous.",
  }),
  "quote.purged": ({ count }) => ({
    message: `${count > 1 ? `${String(count)} citations ne peuvent plus être comparées` : "une citation ne peut plus être comparée"} à ce qui a été dit : les transcriptions ont été supprimées au jour prévu`,
    hint: "Rien à faire : les mots du document restent ceux que le groupe a lus.",
  }),
  "quote.attribution": ({ turn, found, expected }) => ({
    message: `${turn} est attribué à « ${found} » ; l’étude y montre « ${expected} »`,
    hint: "Corrigez la ligne sous la citation, ou le réglage `attribution` dans retour.yaml.",
  }),
  "quote.no-consent": ({ turn, participant }) => ({
    message: `${turn} est cité, alors que ${participant} ne veut pas être cité·e`,
    hint: "Retirez la citation : tant qu’elle est là, cette partie ne sortira pas du groupe.",
  }),
  "quote.attribution-none": ({ turn, participant }) => ({
    message: `${turn} porte un nom, alors que ${participant} n’accepte d’être cité·e que sans nom`,
    hint: "Ne laissez, sous la citation, que le tiret et le numéro du tour de parole.",
  }),
  "name.listed": () => ({
    message: "un nom que le coffre remplace se lit ici",
    hint: "`retour vault apply` le remplace dans les transcriptions et les feuilles, et propose de le faire dans les documents.",
  }),
  "name.in-ledger": ({ kind, count }) => ({
    message: `un nom que le coffre remplace se lit dans la mémoire de l’étude : ${String(count)} ${namedKind[kind]?.[count < 2 ? 0 : 1] ?? kind}`,
    hint: "`retour vault apply` l’en retire, et dit ce qui était déjà parti avec lui.",
  }),
  "name.doubtful": () => ({
    message: "ce mot est peut-être un nom du coffre : personne ne l’a encore dit",
    hint: "Répondez dans un terminal : `retour vault apply`.",
  }),
  "name.likely": ({ kind, count }) => ({
    message: `${likelyKind[kind] ?? "un nom"} se lit peut-être ici${count > 1 ? `, ${String(count)} fois dans ce fichier` : ""}`,
    hint: "`retour vault review` montre chaque mot et demande s’il faut le remplacer.",
  }),
  "name.likely-returned": ({ kind, correction }) => ({
    message: `${likelyKind[kind] ?? "un nom"} se lit peut-être dans la correction ${correction}`,
    hint: "`retour vault review` montre chaque mot et demande s’il faut le remplacer.",
  }),
  "name.more": ({ count }) => ({
    message: `et ${String(count)} ${count < 2 ? "autre" : "autres"} dans ce fichier`,
  }),
  "identity.indirect": ({ section, people, parts }) => ({
    message: `dans « ${section} », ${parts
      .split(" ")
      .map((part) => clue[part] ?? part)
      .join(
        ", ",
      )} désignent ensemble ${people === 1 ? "une seule personne" : `${String(people)} personnes`} de l’étude`,
    hint: "Enlevez ou élargissez l’un d’eux, ou demandez à la personne si cela lui convient.",
  }),
  "identity.trait": ({ section, count, kinds }) => ({
    message: `dans « ${section} », ${count < 2 ? "une citation dit un trait rare" : `${String(count)} citations disent un trait rare`} dans l’étude : ${kinds
      .split(" ")
      .map((kind) => trait[kind] ?? kind)
      .join(", ")}`,
    hint: "Un trait que peu de personnes partagent les fait reconnaître : coupez-le par […], ou demandez à la personne.",
  }),
  "identity.described": ({ people }) => ({
    message: `les citations sont montrées sous une description, et ${people < 2 ? "l’une d’elles ne convient" : `${String(people)} d’entre elles ne conviennent chacune`} qu’à une personne du groupe`,
    hint: "Le groupe saura qui parle : dites-le aux personnes, ou donnez la même description à plusieurs.",
  }),
  "identity.recognisable": ({ section, count }) => ({
    message: `dans « ${section} », le groupe peut reconnaître qui parle dans ${count < 2 ? "une citation" : `${String(count)} citations`}`,
    hint: "Demandez à la personne si elle l’accepte devant le groupe.",
  }),
  "reference.unknown": ({ turn }) => ({
    message: `le renvoi ${turn} ne mène à aucun tour de parole`,
    hint: "Vérifiez le numéro dans la feuille de la séance (sessions/…/transcript.md).",
  }),
  "theme.unknown-coding": ({ theme }) => ({
    message: `des passages sont codés « ${theme} », un thème qui n’est plus dans codebook.yaml : ils ne sont pas dans le document`,
    hint: `Remettez-le (retour themes add ${theme} --title …), puis, si vous voulez, fondez-le dans un autre (retour themes merge ${theme} AUTRE).`,
  }),
  "build.no-transcript": ({ group }) => ({
    message: `aucun passage n’est codé pour le groupe ${group} : le document n’a encore aucune section`,
    hint: "Importez une séance (`retour import`), codez-la (`retour code`), puis relancez.",
  }),
  "build.no-consent": ({ participant, count }) => ({
    message: `${participant} ne veut pas être cité·e : ${count === 1 ? "un passage codé est laissé" : `${String(count)} passages codés sont laissés`} de côté`,
    hint: "Ce que vous avez écrit vous-même n’est pas changé : vérifiez qu’aucune de ses paroles n’y est reprise.",
  }),
  "build.consent-missing": ({ people }) => ({
    message: `cité·e sans qu’on sache si c’est d’accord : ${people}`,
    hint: `Demandez-leur, puis notez leur réponse : retour consent ${people.replaceAll(", ", ",")} quotation`,
  }),
  "search.no-words": () => ({
    message: "il n’y a aucun mot à chercher",
    hint: 'Par exemple : `retour search peur`, `retour search "dans le hall"`, `retour search éduc*`',
  }),
  "search.sheets-ahead": ({ sessions }) => ({
    message: `une feuille a été modifiée depuis sa dernière lecture (${sessions}) : la recherche porte sur les mots d’avant`,
    hint: "`retour build` lit les feuilles ; relancez ensuite la recherche.",
  }),
};

export const retourTexts: Texts<RetourTexts> = {
  "search.count": ({ turns, sessions, blocks }) => {
    const some = (count: number, one: string, many: string): string =>
      `${String(count)} ${count < 2 ? one : many}`;
    const said = `${some(turns, "tour", "tours")} dans ${some(sessions, "séance", "séances")}`;
    return blocks === 0 ? said : `${said}, ${some(blocks, "paragraphe", "paragraphes")} des documents`;
  },
  "search.none": () => "Ces mots ne sont nulle part.",
  "search.none-here": () => "Ces mots ne sont nulle part dans ce qui a été cherché.",
  "search.others": ({ count }) =>
    `et ${String(count)} ${count < 2 ? "autre endroit" : "autres endroits"} : donnez un mot de plus, ou --json`,
  "search.document": ({ group }) => `document de ${group}`,
  "search.more": ({ count }) => `et ${String(count)} fois encore`,
  "build.done": ({ document, edition }) => `Document écrit : ${document} (édition ${edition})`,
  "build.nothing": ({ document, edition }) => `Rien de nouveau : ${document} est à jour (édition ${edition})`,
  "build.section.new": () => "nouvelle",
  "build.section.updated": () => "mise à jour",
  "build.section.unchanged": ({ count }) =>
    count === 1 ? "1 section inchangée" : `${String(count)} sections inchangées`,
  "build.quotes": ({ added, kept, removed }) => {
    const count = (number: number, word: string): string =>
      `${String(number)} ${word}${number > 1 ? "s" : ""}`;
    return `Citations : ${count(added, "ajoutée")}, ${count(kept, "gardée")}, ${count(removed, "retirée")}`;
  },
  "build.opened": ({ edition }) =>
    `L’édition ${edition} est ouverte : c’est elle que le prochain envoi figera.`,
  "build.next": ({ document }) =>
    `Écrivez maintenant votre analyse dans ${document}, puis : retour check, retour send`,
  "check.nothing": () => "Rien à corriger.",
  "check.clean": () => "Tout est juste : chaque citation dit ce qui a été dit.",
  "check.found": ({ errors, warnings }) => `À corriger : ${String(errors)}, à regarder : ${String(warnings)}`,
};
