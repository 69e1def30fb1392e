// How a replacement begins to the ear, and what French does before it.
import { foldWord } from "../finder/atoms.ts";

// Most names in H that come up are said after a full `de` (`de Hassan`, `de Houria`); these are elided.
const muteH = new Set(
  `habib helene heloise henri henriette henry hermine herve hector hugo hugues huguette hubert hippolyte hilaire hilda honore honorine
  horace hortense hyacinthe hermione hermance hadrien harmonie heliette homme hommes hotel hopital habitant habitante habitants
  hospice hebergement histoire heure hyeres herault humanite`.split(/\s+/),
);

/** True when `de`, `que`, `le` lose their vowel before it. Words in H not known as mute are taken as aspirated. */
export function beginsWithVowel(words: string): boolean {
  const first = /[\p{L}\p{N}]+/u.exec(words)?.[0] ?? "";
  const key = foldWord(first);
  if (key.startsWith("h")) return muteH.has(key);
  if (key.startsWith("y")) return /^y[bcdfghjklmnpqrstvwxz]/.test(key) && first !== first.toUpperCase();
  if (/^(?:onz|oui)/.test(key)) return false;
  return /^[aeiou]/.test(key);
}

const feminine = new Set(
  `maison structure mission fondation ligue caf mairie commune ville cite tour rue place residence prison gare
  compagnie societe mecs pmi mjc bibliotheque mediatheque clinique creche federation caisse permanence`.split(
    /\s+/,
  ),
);

/** The article a name takes when nothing says its gender: guessed by its first word's ending. */
export function guessArticle(words: string): "le" | "la" {
  const key = foldWord(/[\p{L}\p{N}]+/u.exec(words)?.[0] ?? "");
  return feminine.has(key) || /[ae]$/.test(key) ? "la" : "le";
}
