// Everything the program says in French.
import type { Language } from "../catalogue.ts";
import { agreementTexts, publicationMessages, validationMessages } from "./agreement.ts";
import { copyMessages, correctionMessages, correctionTexts } from "./correction.ts";
import { demoMessages, demoTexts } from "./demo.ts";
import { fileMessages, frontMessages, frontTexts, ledgerMessages } from "./front.ts";
import { retourMessages, retourTexts } from "./retour.ts";
import { statsMessages, statsTexts } from "./stats.ts";
import { studyMessages, studyTexts } from "./study.ts";
import { officeMessages } from "./office.ts";
import { themeMessages, transcriptMessages, transcriptTexts } from "./transcript.ts";
import { consentTexts } from "./consent.ts";
import { removalMessages, removalTexts } from "./removal.ts";
import { vaultMessages, vaultTexts } from "./vault.ts";

export const french: Language = {
  code: "fr",
  messages: {
    ...fileMessages,
    ...ledgerMessages,
    ...frontMessages,
    ...demoMessages,
    ...studyMessages,
    ...transcriptMessages,
    ...officeMessages,
    ...themeMessages,
    ...statsMessages,
    ...retourMessages,
    ...copyMessages,
    ...correctionMessages,
    ...validationMessages,
    ...publicationMessages,
    ...vaultMessages,
    ...removalMessages,
  },
  texts: {
    ...frontTexts,
    ...demoTexts,
    ...studyTexts,
    ...transcriptTexts,
    ...statsTexts,
    ...retourTexts,
    ...correctionTexts,
    ...agreementTexts,
    ...vaultTexts,
    ...consentTexts,
    ...removalTexts,
  },
};
