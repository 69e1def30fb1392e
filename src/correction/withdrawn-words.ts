// Which words a withdrawal is about, and whether they can still be read in a text.
import { withoutReferences } from "../retour/quote.ts";
import { foldPhrase } from "../wording/phrases.ts";

/** A passage of fewer words is found in any text, and says nothing of whose words they are. */
const OWN_WORDS = 4;

/** The withdrawn sentences, without marks, case or accents: leaving one of them is leaving withdrawn words. None when no words are named. */
export function passagesOf(before: string): string[] {
  const sentences = withoutReferences(before)
    .split(/(?<=[.!?…])\s+|\n\s*\n/)
    .map(lettersOf)
    .filter((each) => each !== "");
  const long = sentences.filter(isLong);
  return long.length > 0 || sentences.length === 0 ? long : [lettersOf(before)];
}

export function isLong(passage: string): boolean {
  return passage.split(" ").length >= OWN_WORDS;
}

/** True for a passage that can be read there. */
export function passageFinder(text: string): (passage: string) => boolean {
  const letters = ` ${lettersOf(text)} `;
  return (passage) => letters.includes(` ${passage} `);
}

const lettersOf = (text: string): string => foldPhrase(withoutReferences(text));
