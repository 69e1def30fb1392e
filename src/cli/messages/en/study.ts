// The study area in English.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Texts } from "../catalogue.ts";
import type { StudyTexts } from "../study.ts";
import type { StudyMessages } from "../../../study/messages.ts";

export const studyMessages: Catalogue<StudyMessages> = {};

export const studyTexts: Texts<StudyTexts> = {};
