// The correction area in French.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Texts } from "../catalogue.ts";
import type { CorrectionTexts } from "../correction.ts";
import type { CopyMessages } from "../../../copy/messages.ts";
import type { CorrectionMessages } from "../../../correction/messages.ts";

export const copyMessages: Catalogue<CopyMessages> = {};

export const correctionMessages: Catalogue<CorrectionMessages> = {};

export const correctionTexts: Texts<CorrectionTexts> = {};
