// An open vault: its contents in memory, and how they are kept.
import type { VaultContents } from "./contents.ts";

export interface Vault {
  /** Absolute. Never shown where it could be kept: it may be named after a person. */
  readonly path: string;
  readonly contents: VaultContents;
  /** Puts other contents in their place, durably. Refuses when another command changed the file since. */
  readonly save: (contents: VaultContents) => Promise<void>;
}
