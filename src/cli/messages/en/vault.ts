// The vault, in English.
import type { Catalogue } from "../../../kernel/diagnostic.ts";
import type { VaultMessages } from "../../../vault/messages.ts";
import type { Texts } from "../catalogue.ts";
import type { VaultTexts } from "../vault.ts";

export const vaultMessages: Catalogue<VaultMessages> = {
  "vault.none": () => ({
    message: "this study keeps real names in a vault, and there is none yet",
    hint: "Make it: retour vault create. If transcripts come without any name, write vault: none in retour.yaml.",
  }),
};

export const vaultTexts: Texts<VaultTexts> = {
  "vault.passphrase": () => "Passphrase of the vault",
};
