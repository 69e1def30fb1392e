// An open vault: its contents in memory, and how they are kept.
import type { VaultContents } from "./contents.ts";

export interface Vault {
  /** Absolute. Never shown where it could be kept: it may be named after a person. */
  readonly path: string;
  /** As they are after the last `save` or `edit`. */
  readonly contents: VaultContents;
  /** Puts other contents in their place, durably. Refuses when another command changed the file since. */
  readonly save: (contents: VaultContents) => Promise<void>;
  /** The same for a change that can be made to whatever the file holds by now: never refused for that. */
  readonly edit: (change: (fresh: VaultContents) => VaultContents) => Promise<VaultContents>;
  /** Called as soon as it is known that something will be saved: derives the next key meanwhile. */
  readonly prepareSave: () => void;
  /** Saves what the file holds by now under another passphrase. */
  readonly changePassphrase: (passphrase: string) => Promise<void>;
}
