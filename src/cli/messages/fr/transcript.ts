// The transcript area in French.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { Texts } from "../catalogue.ts";
import type { TranscriptTexts } from "../transcript.ts";
import type { TranscriptMessages } from "../../../transcript/messages.ts";
import type { ThemeMessages } from "../../../theme/messages.ts";

export const transcriptMessages: Catalogue<TranscriptMessages> = {};

export const themeMessages: Catalogue<ThemeMessages> = {};

export const transcriptTexts: Texts<TranscriptTexts> = {};
