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
  "removal.not-confirmed": () => ({
    message: "un retrait ne se défait pas : rien n’a été retiré",
    hint: "Relisez ce qui est touché avec --dry-run, puis ajoutez --yes.",
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
  "removal.quotes": () => "Citations dans les documents",
  "removal.quote": ({ section, state, file, line }) =>
    `  ${section} (${state}) : ${file}, ligne ${String(line)}`,
  "removal.sections": ({ sections }) => `Sections dont l’accord tombe ou que le retrait touche : ${sections}`,
  "removal.corrections": ({ count, corrections }) =>
    `${count > 1 ? "Corrections qui perdent ces paroles" : "Correction qui perd ces paroles"} : ${corrections}`,
  "removal.returns": () =>
    "Réponses dont le fichier est supprimé (ce qu’elles demandaient reste dans le registre)",
  "removal.return": ({ copy, path, isTheirs }) =>
    `  ${copy} : ${path}${isTheirs ? "" : " (d’une autre personne)"}`,
  "removal.copies": ({ copies }) =>
    `Exemplaires envoyés avec ces paroles, que le programme ne peut pas atteindre : ${copies}`,
  "removal.exports": () => "Exports déjà sortis avec ces paroles, à rappeler",
  "removal.export": ({ id, day, audience, path, sections, isHere }) =>
    `  ${id}, ${day}, ${audience} : ${sections} (${path}${isHere ? ", supprimé de l’étude" : ""})`,
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
  "removal.status": ({ id, person, scope, day }) =>
    `⊘ ${id} ${person} a retiré ${scope === "all" ? "toutes ses paroles" : scope === "quote" ? "des paroles" : `ses paroles (${scope})`} le ${day}`,
  "removal.status-recall": ({ id, day, audience, path }) =>
    `  à rappeler : ${id}, ${day}, ${audience} (${path})`,
};
