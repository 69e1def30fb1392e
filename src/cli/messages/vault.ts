// The texts of the vault's verbs, apart from the room's own messages.
export interface VaultTexts {
  "vault.passphrase": Record<string, never>;
}
