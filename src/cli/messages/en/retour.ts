// The retour area in English.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Texts } from "../catalogue.ts";
import type { RetourTexts } from "../retour.ts";
import type { RetourMessages } from "../../../retour/messages.ts";

export const retourMessages: Catalogue<RetourMessages> = {};

export const retourTexts: Texts<RetourTexts> = {};
