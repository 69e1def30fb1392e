// Words that go away, in French.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { RemovalMessages } from "../../../removal/messages.ts";
import type { Texts } from "../catalogue.ts";
import type { RemovalTexts } from "../removal.ts";

export const removalMessages: Catalogue<RemovalMessages> = {
  "removal.unknown-person": ({ person, known }) => ({
    message: `« ${person} » n’est pas de l’étude`,
    hint: `Personnes de l’étude : ${known}`,
  }),
};

export const removalTexts: Texts<RemovalTexts> = {
  "removal.nothing": () => "Il n’y a rien à retirer.",
};
