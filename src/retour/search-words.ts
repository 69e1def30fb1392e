// What a person types to search: words, "words in a row", beginnings*.
import type { Term } from "../ledger/full-text.ts";

const quoted = /(?:"([^"]*)"|«([^»]*)»|“([^”]*)”)(\*?)|([^\s"«“]+)/g;

/** The terms of a search; all of them must be found. */
export function readTerms(typed: string): Term[] {
  return Array.from(typed.matchAll(quoted), ([, straight, french, english, star, word]) => {
    const words = straight ?? french ?? english ?? word ?? "";
    return { words: words.replace(/\*$/, ""), isPrefix: star === "*" || words.endsWith("*") };
  }).filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
}
