// The demo in French.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Texts } from "../catalogue.ts";
import type { DemoMessages, DemoTexts } from "../demo.ts";

export const demoMessages: Catalogue<DemoMessages> = {
  "demo.folder-taken": ({ folder }) => ({
    message: `le dossier ${folder} n’est pas vide`,
    hint: "Nommez un dossier qui n’existe pas encore, ou aucun : la démonstration en choisira un.",
  }),
  "demo.words-missing": ({ file, words }) => ({
    message: `la démonstration ne trouve pas « ${words} » dans ${file}`,
    hint: "C’est une erreur de la démonstration elle-même : signalez-la à ses auteurs.",
  }),
  "demo.words-twice": ({ file, words }) => ({
    message: `la démonstration trouve plusieurs fois « ${words} » dans ${file}`,
    hint: "C’est une erreur de la démonstration elle-même : signalez-la à ses auteurs.",
  }),
};

export const demoTexts: Texts<DemoTexts> = {
  "demo.hand.passphrase": ({ vault, phrase }) =>
    `Claire fait tirer au sort une phrase de passe et la garde dans un fichier qu’elle seule peut lire, ${phrase}. Les vrais noms seront dans ${vault}, à côté de l’étude, jamais dedans.`,
  "demo.hand.place": ({ file }) => `Claire écrit ${file} dans son éditeur de texte.`,
  "demo.hand.code": ({ file, count }) =>
    `Claire code ${String(count)} passages dans ${file}, avec son éditeur de texte.`,
  "demo.hand.write": ({ file, count }) =>
    `Claire écrit dans ${file}, avec son éditeur de texte : ${String(count)} parties, des citations gardées, coupées, retirées, et ce qu’elle en comprend.`,
  "demo.hand.edit": ({ file, count }) =>
    count === 1
      ? `Claire change quelques mots de ${file}.`
      : `Claire change ${String(count)} endroits de ${file}.`,
  "demo.hand.answer": ({ file, to }) => `Son exemplaire, ${file}, revient corrigé : ${to}.`,
  "demo.failed": ({ step, command, exit, expected }) =>
    `étape ${String(step)} : « ${command} » a donné ${String(exit)} au lieu de ${String(expected)} ; la démonstration s’arrête là.`,
  "demo.end": ({ folder, export: path, vault, phrase }) => `Tout est dans ${folder}, et reste à vous :

  retours/g1.md                 le document du groupe, avec l’analyse de Claire
  sessions/s01/transcript.md    une transcription lisible, codée
  copies/r01/P03.html           ce qu’une participante a reçu (s’ouvre dans un navigateur)
  ${path.padEnd(29)} ce qui est sorti, avec son manifeste

À essayer, dans ce dossier, après avoir dit au terminal où est le coffre :

  export RETOUR_VAULT=${vault}
  export RETOUR_PASSPHRASE_FILE=${phrase}

  retour vault list             qui est qui : le coffre est le seul endroit où cela se lit
  retour corrections            tout ce qui a été demandé, et ce qu’il en est advenu
  retour status                 où en est chaque partie, et pourquoi
  retour diff --between r02 r03 ce qui a changé d’un retour à l’autre

Changez un mot d’une partie validée dans retours/g1.md, puis relancez \`retour status\` : l’accord ne vaut plus.`,
};
