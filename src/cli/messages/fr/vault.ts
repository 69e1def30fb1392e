// The vault, in French.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { VaultMessages } from "../../../vault/messages.ts";
import type { Texts } from "../catalogue.ts";
import type { VaultTexts } from "../vault.ts";

export const vaultMessages: Catalogue<VaultMessages> = {
  "vault.none": () => ({
    message: "cette étude garde les vrais noms dans un coffre, et il n’y en a pas encore",
    hint: "Créez-le : retour vault create. Si les transcriptions arrivent sans aucun nom, écrivez vault: none dans retour.yaml.",
  }),
};

export const vaultTexts: Texts<VaultTexts> = {
  "vault.passphrase": () => "Phrase de passe du coffre",
};
