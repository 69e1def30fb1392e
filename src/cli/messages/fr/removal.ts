// Words that go away, in French.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { RemovalMessages } from "../../../removal/messages.ts";
import type { Texts } from "../catalogue.ts";
import type { RemovalTexts } from "../removal.ts";

export const removalMessages: Catalogue<RemovalMessages> = {
  "removal.unknown-person": ({ person, known }) => ({
    message: `« ${person} » n’est pas de l’étude`,
    hint: `Personnes de l’étude : ${known}`,
  }),
  "removal.unknown-session": ({ session, known }) => ({
    message: `l’étude n’a pas de séance « ${session} »`,
    hint: `Séances de l’étude : ${known}`,
  }),
  "removal.unknown-turn": ({ turn }) => ({
    message: `il n’y a pas de prise de parole « ${turn} »`,
    hint: "Les numéros sont dans la transcription de la séance : s01.12, ou s01.12-15.",
  }),
  "removal.not-theirs": ({ turn, person }) => ({
    message: `${turn} n’est pas de ${person} : chacun ne retire que ses propres paroles`,
    hint: "Si la transcription se trompe de personne, dites d’abord qui parle : retour speakers.",
  }),
  "removal.words-not-found": () => ({
    message: "ces paroles ne se trouvent pas dans ce que cette personne a dit",
    hint: "Recopiez-les telles qu’elles sont dans la transcription, sans coupure, ou nommez la prise de parole : --turn s01.12",
  }),
  "removal.forgotten": ({ turns }) => ({
    message: `le coffre se souvient d’un retrait que l’étude ne connaît plus : ${turns}`,
    hint: "L’étude vient sans doute d’une sauvegarde plus ancienne que le retrait : rien n’en sort avant qu’il soit refait, avec retour withdraw.",
  }),
  "removal.said-otherwise": () => ({
    message:
      "des paroles retirées se lisent encore dans ce fichier, écrites d’une façon dont le programme ne peut pas les ôter",
    hint: "Ôtez-les vous-même : elles peuvent être coupées par des balises ou écrites en codes (\\u00e9, &eacute;). Relancez ensuite retour withdraw.",
  }),
  "removal.original-gone": ({ turn }) => ({
    message: `les paroles d’origine de ${turn} quittent le coffre tout entières : les mots retirés n’y sont plus tels quels, et n’ont pas pu en être séparés`,
    hint: "Ce que la personne a dit d’autre reste dans l’étude, sans les noms.",
  }),
  "removal.not-confirmed": () => ({
    message: "un retrait ne se défait pas : rien n’a été retiré",
    hint: "Relisez ce qui est touché avec --dry-run, puis ajoutez --yes.",
  }),
  "removal.nobody": () => ({
    message: "dites qui retire ses paroles",
    hint: "retour withdraw P03. Pour dire qu’un export a été rappelé : retour withdraw --recalled x001",
  }),
  "removal.two-things": () => ({
    message: "un retrait et un rappel se disent chacun à part : rien n’a été fait",
    hint: "retour withdraw P03 retire des paroles ; retour withdraw --recalled x001 --date 2026-06-01 dit quel jour un export a été rappelé.",
  }),
  "recall.none": () => ({
    message: "dites quel export a été rappelé",
    hint: "Par exemple : retour withdraw --recalled x001. Ce qui est à rappeler : retour status",
  }),
  "recall.unknown-export": ({ export: id, known }) => ({
    message: `aucun export de cette étude ne porte ce numéro : ${id}`,
    hint: known === "" ? "Rien n’a encore été exporté." : `Les exports : ${known}`,
  }),
  "recall.no-reason": ({ export: id }) => ({
    message: `rien ne demande de rappeler l’export ${id} : aucune parole n’en a été retirée, aucun vrai nom n’y a été trouvé`,
    hint: "Ce qui est à rappeler : retour status",
  }),
  "recall.before": ({ export: id, made, day }) => ({
    message: `l’export ${id} est du ${made} : il n’a pas pu être rappelé le ${day}`,
    hint: "Donnez le jour du rappel : --date 2026-06-01",
  }),
  "names.exported": ({ exports }) => ({
    message: `UN VRAI NOM EST SORTI dans ce qui a été exporté : ${exports}`,
    hint: "Rappelez-le aujourd’hui auprès de ceux qui l’ont reçu ou mis en ligne, puis prévenez la personne. Le programme ne peut pas l’atteindre.",
  }),
  "names.sent": ({ copies }) => ({
    message: `un vrai nom est parti dans des exemplaires envoyés : ${copies}`,
    hint: "Prévenez ceux qui les ont reçus et demandez-leur de les supprimer. Leurs retours se liront quand même : les noms y sont remplacés à la lecture.",
  }),
  "names.in-made": () => ({
    message: "un vrai nom se lit dans ce fichier, que le programme a écrit",
    hint: "Supprimez-le, ou laissez faire : retour vault apply --yes",
  }),
  "names.in-file": ({ kind }) => ({
    message:
      kind === "return"
        ? "un vrai nom se lit dans ce fichier, gardé tel qu’il est revenu"
        : kind === "transcript"
          ? "un vrai nom se lit dans ce fichier, dont une séance a été importée"
          : kind === "backup"
            ? "cette sauvegarde garde l’étude avec ses vrais noms"
            : "un vrai nom se lit dans ce fichier",
    hint:
      kind === "return"
        ? "Ce qu’il disait est dans l’étude, sans les noms : rangez-le hors de l’étude, avec le coffre, ou supprimez-le."
        : kind === "transcript"
          ? "Rangez-le hors de l’étude, avec les enregistrements."
          : kind === "backup"
            ? "Faites-en une nouvelle (retour backup), puis supprimez celle-ci."
            : "Le programme ne change pas ce que vous y avez écrit : corrigez-le, ou rangez-le ailleurs.",
  }),
  "names.unread": () => ({
    message: "ce fichier n’a pas pu être lu jusqu’au bout",
    hint: "Vérifiez vous-même qu’aucun nom ne s’y trouve.",
  }),
  "purge.unknown": ({ what, known }) => ({
    message: `« ${what} » ne fait pas partie de ce qui peut être supprimé à une date`,
    hint: `Ce qui peut l’être : ${known}`,
  }),
  "purge.no-day": ({ what }) => ({
    message: `retour.yaml ne dit pas de jour après lequel cela doit disparaître : ${what}`,
    hint: `Écrivez-le sous « retention : » : ${what}: 2027-06-30`,
  }),
  "purge.not-due": ({ what, day }) => ({
    message: `rien n’est à supprimer avant la fin du ${day} : ${what}`,
    hint: "Si cela doit disparaître plus tôt, changez ce jour dans retour.yaml. Pour les paroles d’une personne : retour withdraw",
  }),
  "purge.pending": ({ count, corrections }) => ({
    message: `${count > 1 ? `${String(count)} corrections attendent` : "une correction attend"} une décision, et ${count > 1 ? "leurs mots disparaîtraient" : "ses mots disparaîtraient"} : ${corrections}`,
    hint: "Décidez d’abord : retour review. Ou nommez ce qui peut déjà l’être : retour purge transcripts",
  }),
  "purge.not-integrated": ({ count, corrections }) => ({
    message: `${count > 1 ? `${String(count)} corrections décidées ne sont pas encore` : "une correction décidée n’est pas encore"} dans le document : ${corrections}`,
    hint: `Faites d’abord : retour integrate. Une remarque qui ne demande pas de mots peut être notée : retour decide ${corrections.split(",")[0] ?? ""} recorded`,
  }),
  "purge.not-confirmed": () => ({
    message: "ce qui est supprimé ne revient pas : rien ne l’a été",
    hint: "Relisez ce qui doit l’être avec --dry-run, puis ajoutez --yes.",
  }),
};

export const removalTexts: Texts<RemovalTexts> = {
  "removal.nothing": () => "Il n’y a rien à retirer.",
  "removal.title": ({ person, scope }) =>
    `Retrait de ${
      scope === "all"
        ? `tout ce qu’a dit ${person}`
        : scope === "quote"
          ? `paroles de ${person}`
          : `ce qu’a dit ${person} (${scope})`
    }`,
  "removal.turns": ({ session, turns }) =>
    `  ${session} : ${String(turns)} ${turns > 1 ? "prises" : "prise"} de parole`,
  "removal.no-turns": () => "  aucune prise de parole dans les transcriptions",
  "removal.quotes": () => "Citations et positions dans les documents",
  "removal.quote": ({ section, state, file, line }) =>
    `  ${section} (${state}) : ${file}, ligne ${String(line)}`,
  "removal.sections": ({ sections }) => `Sections dont l’accord tombe ou que le retrait touche : ${sections}`,
  "removal.corrections": ({ count, corrections }) =>
    `${count > 1 ? "Corrections qui perdent ces paroles" : "Correction qui perd ces paroles"} : ${corrections}`,
  "removal.reread": ({ sections }) =>
    `À relire vous-même (des paroles redites avec d’autres mots ne se reconnaissent pas) : ${sections}`,
  "removal.return": ({ copy, person, path, isTheirs, corrections }) =>
    `  ${path} : ${isTheirs ? "sa propre réponse" : `la réponse de ${person}`} (${copy})${
      corrections === "" ? "" : `, dont les corrections restent dans le registre : ${corrections}`
    }`,
  "removal.backup": ({ path }) => `  ${path} : une sauvegarde de l’étude`,
  "removal.copies": ({ copies }) =>
    `Exemplaires envoyés avec ces paroles, que le programme ne peut pas atteindre : ${copies}`,
  "removal.exports": () => "Exports déjà sortis avec ces paroles, à rappeler",
  "removal.export": ({ id, day, audience, path, sections, isHere, recalled }) =>
    `  ${id}, ${day}, ${audience} : ${sections} (${path}${isHere ? ", supprimé de l’étude" : ""})${recalled === null ? "" : `, déjà rappelé le ${recalled}`}`,
  "removal.deleted": ({ count }) =>
    `${count > 1 ? `${String(count)} fichiers supprimés` : "Un fichier supprimé"} de l’étude`,
  "removal.rewritten": () => "Fichiers dont ces paroles sont ôtées, le reste gardé tel quel",
  "removal.backups": () => "Sauvegardes de l’étude, supprimées",
  "removal.unread": ({ files }) => `Fichiers trop gros pour être relus : vérifiez-les vous-même : ${files}`,
  "removal.tracked": () =>
    "Ce dossier est suivi par git : son historique garde toutes les paroles. Le programme n’y touche pas : supprimez cet historique vous-même.",
  "removal.elsewhere": () =>
    "Hors de portée : les sauvegardes rangées ailleurs et les pages ouvertes dans d’autres dossiers. Supprimez-les à la main.",
  "removal.confirm": ({ person }) => `Retirer ces paroles de ${person} ? Cela ne se défait pas.`,
  "removal.left": () => "Rien n’a été retiré.",
  "removal.done": ({ id, letter }) => `C’est retiré (${id}). La lettre à envoyer : ${letter}`,
  "removal.recall": ({ count }) =>
    count > 1
      ? `${String(count)} exports sont à rappeler : retour status`
      : "Un export est à rappeler : retour status",
  "recall.recorded": ({ id, day, audience, path, recalled }) =>
    `rappelé le ${recalled} : ${id}, ${day}, ${audience} (${path})`,
  "recall.known": ({ id, recalled }) => `C’était déjà noté : ${id} a été rappelé le ${recalled}.`,
  "purge.title": () => "Le jour est passé : à supprimer",
  "purge.recordings": ({ day, count }) =>
    `  enregistrements (${day}) : ce qui renvoie à eux dans ${String(count)} ${count > 1 ? "séances" : "séance"} (empreinte et format du fichier d’origine, temps des tours de parole)`,
  "purge.transcripts": ({ day, count }) =>
    `  transcriptions (${day}) : les paroles de ${String(count)} ${count > 1 ? "tours" : "tour"} de parole, celles qu’elles ont remplacées, les feuilles des séances, les paroles d’origine du coffre`,
  "purge.returns": ({ day, count }) =>
    `  réponses (${day}) : les fichiers reçus, et les mots de ${String(count)} ${count > 1 ? "réponses" : "réponse"} dans le registre`,
  "purge.elsewhere-recordings": () =>
    "Les enregistrements ne sont pas dans l’étude : qui les garde (l’équipe, un prestataire de transcription, un téléphone, un dictaphone) doit les détruire là où ils sont.",
  "purge.stays-transcripts": () =>
    "Restent : les documents, les éditions envoyées et les mots validés. Qui a parlé reste su, mais les citations ne pourront plus être comparées à ce qui a été dit.",
  "purge.stays-returns": () =>
    "Restent : ce qui est entré dans le document, les décisions et leurs raisons, les exemplaires envoyés (copies/).",
  "purge.left": () => "Fichiers de l’étude qui disent encore ces paroles, à relire et à supprimer vous-même",
  "purge.backups-elsewhere": () =>
    "Hors de portée : les fichiers d’origine et les sauvegardes rangés ailleurs. Supprimez-les à la main.",
  "purge.confirm": () => "Supprimer tout cela ? Cela ne se défait pas.",
  "purge.unchanged": () => "Rien n’a été supprimé.",
  "purge.nothing": () => "Rien n’est à supprimer aujourd’hui.",
  "purge.already": () => "C’est déjà fait : rien de plus n’est à supprimer.",
  "purge.next": ({ what, day }) => `  après le ${day} : ${what}`,
  "purge.done": ({ what }) =>
    `C’est supprimé (${what}). Le journal garde le jour et le nombre, rien d’autre.`,
  "removal.status": ({ id, person, scope, day }) =>
    `⊘ ${id} ${person} a retiré ${scope === "all" ? "toutes ses paroles" : scope === "quote" ? "des paroles" : `ses paroles (${scope})`} le ${day}`,
  "removal.status-recall": ({ id, day, audience, path, recalled }) =>
    `  ${recalled === null ? "à rappeler" : `rappelé le ${recalled}`} : ${id}, ${day}, ${audience} (${path})`,
  "removal.status-names": () => "⊘ un vrai nom, remplacé depuis dans l’étude, était dans ce qui est sorti",
  "removal.status-once": ({ id }) => `  une fois rappelé : retour withdraw --recalled ${id}`,
};
