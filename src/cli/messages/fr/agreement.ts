// The agreement area in French.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Texts } from "../catalogue.ts";
import type { AgreementTexts } from "../agreement.ts";
import type { ValidationMessages } from "../../../validation/messages.ts";
import type { PublicationMessages } from "../../../publication/messages.ts";

export const validationMessages: Catalogue<ValidationMessages> = {};

export const publicationMessages: Catalogue<PublicationMessages> = {};

export const agreementTexts: Texts<AgreementTexts> = {};
