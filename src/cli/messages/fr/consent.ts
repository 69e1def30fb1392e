// Consents and the pact, in French.
import type { Texts } from "../catalogue.ts";
import type { ConsentTexts } from "../consent.ts";

export const consentTexts: Texts<ConsentTexts> = {
  "purpose.recording": () => "enregistrement",
  "purpose.transcription": () => "transcription",
  "purpose.analysis": () => "analyse",
  "purpose.quotation": () => "citation",
  "purpose.publication": () => "publication",
  "purpose.archiving": () => "archivage",
  "consent.answer.given": () => "donne son accord",
  "consent.answer.refused": () => "refuse",
  "consent.answer.withdrawn": () => "retire son accord",
  "attribution.pseudonym": () => "pseudonyme",
  "attribution.description": () => "description",
  "attribution.none": () => "aucun nom",
  "retained.recordings": () =>
    "ce qui renvoie aux enregistrements (empreinte du fichier d’origine, temps des tours de parole)",
  "retained.transcripts": () => "les tours de parole, les feuilles des séances et leurs codes",
  "retained.returns": () => "ce que les participants ont renvoyé, et les mots de leurs corrections",

  "ask.vault": () =>
    "Des vrais noms (personnes, lieux, structures) peuvent-ils se trouver dans les transcriptions ?",
  "ask.consent": () => "Où notez-vous ce à quoi chaque personne consent ?",
  "vault.kept": () => "oui : les garder à part, chiffrés, et les remplacer à l’import",
  "vault.without": () => "non : les transcriptions arrivent sans aucun nom",
  "consent.kept": () => "ici : personne n’est cité sans son accord",
  "consent.on-paper": () => "ailleurs, sur papier : le programme ne vérifie rien",

  "consent.recorded": ({ person, answer, what, day }) => `${person} ${answer} : ${what} (${day})`,
  "consent.known": ({ person, answer, what }) => `${person} ${answer}, déjà noté : ${what}`,
  "consent.quoted-as": ({ purpose, name }) => `${purpose} (${name})`,
  "consent.follows-quotation": () =>
    "Dès maintenant : `retour build` ne citera plus ses paroles, et rien de ce qui les cite ne sortira du groupe.",
  "consent.follows-publication": () =>
    "Dès maintenant : rien de ce qui cite ses paroles ne sera rendu public.",
  "consent.follows-words": ({ people }) =>
    `Ses paroles restent dans l’étude. Pour les en retirer : retour withdraw ${people}`,
  "consent.nobody": () => "Personne à qui demander. Pour ajouter quelqu’un : retour participant add",
  "consent.legend": () => "✓ d’accord   ✗ refusé ou retiré   · pas encore demandé",
  "consent.yes": () => "oui",
  "consent.no-refused": () => "refusé",
  "consent.no-withdrawn": () => "retiré",
  "heading.person": () => "personne",
  "heading.quoted-as": () => "nom montré",

  "pact.heading": ({ version, isAgreedTo }) =>
    `Le pacte, version ${String(version)}${isAgreedTo ? "" : " (personne ne l’a encore accepté)"}`,
  "pact.changed": ({ version, people }) =>
    `Ce qui a changé depuis la version ${String(version)}, acceptée par ${people} :`,
  "pact.agreed": ({ people }) => `D’accord : ${people}`,
  "pact.again": ({ people }) => `À qui redemander, le texte a changé : ${people}`,
  "pact.never": ({ people }) => `À qui demander : ${people}`,
  "pact.recorded": ({ people, version }) => `D’accord avec le pacte, version ${String(version)} : ${people}`,
  "pact.known": ({ people, version }) =>
    `Déjà noté, d’accord avec le pacte, version ${String(version)} : ${people}`,

  "status.consents": () => "Consentements qui manquent :",
  "status.no-consent": ({ people, what }) => `${people} : ${what}`,
  "status.all-purposes": () => "tous, du premier au dernier",
  "status.refused-purpose": ({ purpose }) => `${purpose} (a dit non)`,
  "status.pact": ({ version, agreed, earlier, never }) =>
    `Pacte, version ${String(version)} : ${[
      agreed === "" ? "personne n’est d’accord encore" : `d’accord ${agreed}`,
      ...(earlier === "" ? [] : [`à redemander, le texte a changé, ${earlier}`]),
      ...(never === "" ? [] : [`à demander ${never}`]),
    ].join(" ; ")}`,
  "status.due": ({ what, day }) => `À supprimer, le ${day} est passé : ${what}. \`retour purge\` le fera.`,
  "status.soon": ({ what, day, days }) =>
    `À supprimer ${days === 0 ? "après aujourd’hui" : `dans ${String(days)} jour${days > 1 ? "s" : ""}`} (${day}) : ${what}.`,
};
