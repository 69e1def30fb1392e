// What the vault holds: who is who, what was answered about words that may be names, and the
// original words of turns in which names were replaced.
import type { ParticipantId } from "../kernel/ids.ts";

export const identityKinds = ["person", "place", "organisation", "site"] as const;
export type IdentityKind = (typeof identityKinds)[number];

export interface Identity {
  /** `i001`; never leaves the vault. */
  readonly id: string;
  readonly kind: IdentityKind;
  /** How it is called, the fullest first: `Sophie Durand`, then aliases, nicknames, initials. */
  readonly names: readonly [string, ...string[]];
  /** What readers see instead. */
  readonly replacement: string;
  readonly participant?: ParticipantId;
}

/**
 * What a person answered about a word that may be a name. `word`: as it is written it is an
 * ordinary word (`rose`, the colour), or a name that may stay (`Molière`). `name`: it is the name
 * of that identity. Without a context it holds wherever that form is written so; whose a name is that several
 * bear is said of one passage only.
 */
export interface Answer {
  readonly form: string;
  readonly says: "word" | "name";
  /** The identity meant, when several bear the name. */
  readonly identity?: string;
  /** The folded words around it that the answer is about. */
  readonly context?: string;
}

export interface VaultContents {
  readonly version: 1;
  /** 32 hexadecimal digits, by which studies know it. */
  readonly id: string;
  readonly identities: readonly Identity[];
  readonly answers: readonly Answer[];
  /** Original words by session, then by turn number; only of turns where something was replaced. */
  readonly originals: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /**
   * The turns, `s01.12`, that someone withdrew, whole or in part: a study that comes back from an
   * older backup no longer knows it.
   */
  readonly withdrawn?: readonly string[];
}
