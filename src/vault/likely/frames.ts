// What the words around a word say of it: a title, kin, the kind of place, a verb of speech.
import { civilities, kinship, speechVerbs, titles } from "../words/name-frames.ts";
import { organisationHeads, placeHeads } from "../words/places.ts";
import type { LikelyKind, LikelyReason } from "./likely.ts";
import type { Word } from "./sentence.ts";

export interface Guess {
  readonly kind: LikelyKind;
  readonly reason: LikelyReason;
}

/** `M`, `Me` and `Dr` are titles with their capital alone. */
export function isTitle({ folded, isCapital }: Word): boolean {
  return titles().has(folded) && (isCapital || folded.length > 2);
}

export function isCivility({ folded, isCapital }: Word): boolean {
  return civilities().has(folded) && (isCapital || folded.length > 2);
}

const linking = /^(?:de|du|des|d'|l'|le|la|les|aux|au)$/;
const calling = new Set([
  ...["le", "les", "lent", "ait", "aient", "lait", "ez", "er"].map((ending) => `appel${ending}`),
  ...["prenom", "prenomme", "prenommee", "surnom", "surnomme", "surnommee", "nomme", "nommee"],
  ...["baptise", "baptisee", "denomme", "denommee"],
]);
/** A word after which someone's name is said: `s’appelle`, `prénom`. */
export const isCalling = (folded: string): boolean => calling.has(folded);

const between = new Set(["c'", "est", "etait", "moi", "le", "la", "petit", "petite"]);

/** What the words before a name say of it: a title, kin, the kind of place. */
export function frameOf(words: readonly Word[], at: number): Guess | undefined {
  if (isCalled(words, at)) return { kind: "person", reason: "called" };
  let index = at - 1;
  let isLinked = false;
  let gap = words[at]?.gap;
  for (let steps = 0; steps < 3 && gap === "space" && linking.test(words[index]?.folded ?? ""); steps += 1) {
    isLinked ||= /^(?:de|du|des|d'|aux|au)$/.test(words[index]?.folded ?? "");
    gap = words[index]?.gap;
    index -= 1;
  }
  const head = words[index];
  if (head === undefined || gap === "break") return undefined;
  const isDirect = index === at - 1;
  if (isDirect && gap === "comma")
    return kinship().has(head.folded) ? { kind: "person", reason: "kinship" } : undefined;
  if (gap !== "space") return undefined;
  if (isCivility(head) || (isDirect && isTitle(head))) return { kind: "person", reason: "title" };
  if (placeHeads().has(head.folded)) return { kind: "place", reason: "place" };
  if (organisationHeads().has(head.folded)) return { kind: "organisation", reason: "place" };
  if (kinship().has(head.folded) && !head.isUpper)
    return isDirect || isLinked ? { kind: "person", reason: "kinship" } : undefined;
  return undefined;
}

/** `il s’appelle X`, `son prénom c’est X`, `on l’appelait X`; not `ça s’appelle`. */
export function isCalled(words: readonly Word[], at: number): boolean {
  if (words[at]?.gap === "break") return false;
  let index = at - 1;
  for (let steps = 0; steps < 2 && between.has(words[index]?.folded ?? ""); steps += 1) index -= 1;
  const verb = words[index];
  if (verb === undefined || !calling.has(verb.folded) || words[index + 1]?.gap === "break") return false;
  if (!verb.folded.startsWith("appel")) return words[at]?.isCapital === true || verb.folded !== "prenom";
  const object = words[index - 1]?.folded ?? "";
  const subject = words[index - 2]?.folded ?? "";
  const isSmall = words[at]?.isCapital === false;
  if (/^(?:ca|cela|ce|c')$/.test(subject)) return false;
  return isSmall
    ? object === "s'" && index === at - 1
    : /^(?:s'|l'|m'|t'|les|nous|vous|appelle)$/.test(object);
}

/** `Karim m’a dit`, `Karim, il m’a dit`. */
export function isFollowedBySpeech(words: readonly Word[], at: number): boolean {
  const [next, after] = [words[at + 1], words[at + 2]];
  if (next === undefined || next.gap === "break") return false;
  if (
    next.gap === "space" &&
    (speechVerbs().has(next.folded) || /^[mtls]'$/.test(next.folded)) &&
    !next.isCapital
  )
    return true;
  return /^(?:il|elle|lui)$/.test(next.folded) && after?.gap === "space";
}

const telling = /^(?:dit|disait|raconte|racontait|repond|repondait|rigole|rigolait|explique|expliquait)$/;

/** Only what a person alone can be the subject of: any word may begin a sentence. */
export function isFollowedByTelling(words: readonly Word[], at: number): boolean {
  const [next, after, third] = [words[at + 1], words[at + 2], words[at + 3]];
  if (next?.gap !== "space") return false;
  if (telling.test(next.folded)) return true;
  if (/^[mt]'$/.test(next.folded))
    return after !== undefined && /^(?:a|avait|disait|dit|raconte)$/.test(after.folded);
  return (
    /^(?:a|lui)$/.test(next.folded) &&
    (telling.test(after?.folded ?? "") || telling.test(third?.folded ?? ""))
  );
}

/** `m’a dit Karim`, `disait Karim`. */
export function isSpoken(words: readonly Word[], at: number): boolean {
  return telling.test(words[at - 1]?.folded ?? "") && words[at]?.gap === "space";
}
