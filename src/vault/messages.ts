// What the vault room refuses or finds. Never a real name in the values.
import { messages } from "../kernel/diagnostic.ts";

export interface VaultMessages {
  /** The study keeps its names in a vault, and none was made yet. */
  "vault.none": Record<string, never>;
}

export const { refuse, diagnose } = messages<VaultMessages>();
