// The texts of the vault's verbs, apart from the room's own messages.
export interface VaultTexts {
  /** `study`: its title. */
  "vault.passphrase": { study: string };
  /** The passphrase was wrong; `left`: how many times it may still be tried. */
  "vault.again": { left: number };
}
