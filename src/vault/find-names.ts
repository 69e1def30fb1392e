// Finding names in French words: what a finder gives, whatever it was made from.
import type { Answer, Identity } from "./contents.ts";

export interface FoundName {
  /** Where it stands, with the elided word before it when that has to change (`d’Anne`). */
  readonly start: number;
  readonly end: number;
  /** Those who bear the name; several when it is not known which is meant. */
  readonly identities: readonly [Identity, ...Identity[]];
  /** False when a person has to say whether it is the name (`rose`), or whose it is. */
  readonly isCertain: boolean;
  /** True when it is in doubt because it may be an ordinary word, and not only because several bear it. */
  readonly canBeWord: boolean;
  /** What stands there instead, when it is certain: `de Karima` for `d’Anne`. */
  readonly replacement: string;
  /** The name alone as it is written, white space in one form: what an `Answer` is about. */
  readonly form: string;
}

export interface NameFinder {
  /**
   * Every name in a text, in order, none overlapping another. `here`: what was answered about those that
   * begin at these places; given, where a person can be asked: whose a name is that several bear is
   * then taken from nothing less sure.
   */
  readonly find: (text: string, here?: ReadonlyMap<number, Answer>) => readonly FoundName[];
}
