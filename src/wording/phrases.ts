// Sentences as a leak is looked for: folded to their letters and figures, so that neither
// typography, case, accents nor line ends hide one.

/** A sentence of fewer words is found in any text, and says nothing of whose words they are. */
export const PHRASE_WORDS = 5;

/** What no reader sees: it parts no word. */
const unseen = /\u00AD|\u061C|\u180E|[\u200B-\u200F\u202A-\u202E\u2060-\u206F]|[\uFE00-\uFE0F]|\uFEFF/g;
const accents = /[\u0300-\u036F]/g;
const marks = /[\0-/:-@[-`{-\u00BF\u02B0-\u02FF\u2000-\u206F\u3000-\u303F]+/g;

const ligatures = /[œæßøłđðþı]/g;
/** Letters that no accent is taken off. */
const letters: Readonly<Record<string, string>> = {
  ...{ œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" },
};

const plain = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** Words alone, separated by one space: no marks, no case, no accents. */
export function foldPhrase(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(unseen, "")
    .replace(accents, "")
    .toLowerCase()
    .replace(ligatures, (sign) => letters[sign] ?? sign)
    .replace(marks, " ")
    .trim();
}

/** The folded sentences of a text that have at least `PHRASE_WORDS` words. */
export function phrasesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|\n\s*\n/)
    .map(foldPhrase)
    .filter((each) => each.split(" ", PHRASE_WORDS).length === PHRASE_WORDS);
}

/** A 32-bit number of a sentence's first `PHRASE_WORDS` words (FNV-1a), to find it quickly. */
export function leadOf(phrase: string): number {
  let hash = 0x811c9dc5;
  let words = 1;
  for (let at = 0; at < phrase.length; at += 1) {
    const unit = phrase.charCodeAt(at);
    if (unit === 32 && (words += 1) > PHRASE_WORDS) break;
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hash >>> 0;
}
