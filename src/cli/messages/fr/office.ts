// Word-processor files and what is packed, in French.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { OfficeMessages } from "../../../office/messages.ts";

export const officeMessages: Catalogue<OfficeMessages> = {
  "office.zip-damaged": ({ file }) => ({
    message: `${file} est incomplet ou abîmé : il ne s’ouvre pas`,
    hint: "Ouvrez-le dans Word ou LibreOffice, enregistrez-le de nouveau, puis reprenez ; ou refaites la copie du fichier.",
  }),
  "office.zip-too-large": ({ file, megabytes }) => ({
    message: `${file} se déplie en plus de ${String(megabytes)} Mo : il n’est pas ouvert`,
    hint: "Ce n’est pas un document ordinaire. S’il contient de grandes images, enregistrez-le sans elles.",
  }),
  "office.zip-too-many": ({ file, count }) => ({
    message: `${file} contient ${String(count)} fichiers : il n’est pas ouvert`,
    hint: "Ce n’est pas un document ordinaire. Vérifiez que c’est le bon fichier.",
  }),
  "office.zip-path": ({ file }) => ({
    message: `${file} contient des fichiers qui sortiraient de son dossier : il n’est pas ouvert`,
    hint: "Ce n’est pas un document ordinaire. Demandez à qui l’a envoyé de l’enregistrer de nouveau.",
  }),
  "office.protected": ({ file }) => ({
    message: `${file} est protégé par un mot de passe`,
    hint: "Ouvrez-le, retirez le mot de passe, enregistrez-le, puis reprenez.",
  }),
  "office.sheet-too-large": ({ file }) => ({
    message: `${file} est un classeur trop grand pour être une transcription : il a plus de 150\u202F000 cellules, ou plus de 32 Mo dans une feuille`,
    hint: "Vérifiez que c’est le bon fichier, ou copiez la transcription dans un nouveau classeur.",
  }),
  "office.old-format": ({ file }) => ({
    message: `${file} est dans l’ancien format de Word ou d’Excel, qui n’est pas lu`,
    hint: "Ouvrez-le et enregistrez-le au format .docx (ou .xlsx), puis reprenez.",
  }),
  "office.ods": ({ file }) => ({
    message: `${file} est un classeur OpenDocument (.ods), qui n’est pas lu`,
    hint: "Enregistrez-le en .xlsx ou en .csv, puis reprenez.",
  }),
  "office.slides": ({ file }) => ({
    message: `${file} est une présentation ou un dessin, qui n’est pas lu`,
    hint: "Copiez-en les paroles dans un document Word, OpenDocument ou texte, puis importez-le.",
  }),
  "office.zip": ({ file }) => ({
    message: `${file} est un paquet de fichiers (ZIP), ou un document d’un logiciel qui n’est pas connu`,
    hint: "Décompressez-le et importez ce qu’il contient ; si c’est un document, enregistrez-le en .docx, .odt ou texte.",
  }),
  "office.entities": ({ file, line }) => ({
    message: `${file} déclare des entités XML (ligne ${String(line)}) : il n’est pas ouvert`,
    hint: "Aucun logiciel de transcription n’en écrit. Reprenez l’export depuis le logiciel.",
  }),
  "office.external-dtd": ({ file, line }) => ({
    message: `${file} renvoie à une définition qui est ailleurs, sur Internet ou dans un autre dossier (<!DOCTYPE…, ligne ${String(line)}) : elle n’est jamais cherchée, et le fichier n’est pas ouvert`,
    hint: "Ouvrez une copie du fichier dans un éditeur de texte, supprimez ce <!DOCTYPE…> jusqu’à son >, puis reprenez.",
  }),
  "office.too-deep": ({ file }) => ({
    message: `${file} emboîte ses éléments sans fin : ce n’est pas un document`,
    hint: "Vérifiez que c’est le bon fichier.",
  }),
};
