// Words that go away, in English.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { RemovalMessages } from "../../../removal/messages.ts";
import type { Texts } from "../catalogue.ts";
import type { RemovalTexts } from "../removal.ts";

export const removalMessages: Catalogue<RemovalMessages> = {
  "removal.unknown-person": ({ person, known }) => ({
    message: `"${person}" is not of the study`,
    hint: `People of the study: ${known}`,
  }),
};

export const removalTexts: Texts<RemovalTexts> = {
  "removal.nothing": () => "There is nothing to withdraw.",
};
