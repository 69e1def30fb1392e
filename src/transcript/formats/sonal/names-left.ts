// Names that a file lists as to be replaced, but that still stand in its words.

/** The most words a name has. */
const LONGEST = 6;

const wordsOf = (text: string): string[] => text.normalize("NFC").match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** How many times one of these names stands in the texts, whole and written with the same capitals. */
export function countNames(texts: readonly string[], names: readonly string[]): number {
  const known = new Set(names.map((name) => wordsOf(name).join(" ")));
  known.delete("");
  if (known.size === 0) return 0;
  let count = 0;
  for (const words of texts.map(wordsOf)) {
    let at = 0;
    while (at < words.length) {
      const length = longestAt(words, at, known);
      if (length > 0) count += 1;
      at += Math.max(length, 1);
    }
  }
  return count;
}

/** How many words the longest name has that begins at a word; 0 for none. */
function longestAt(words: readonly string[], at: number, known: ReadonlySet<string>): number {
  for (let length = LONGEST; length > 0; length -= 1)
    if (at + length <= words.length && known.has(words.slice(at, at + length).join(" "))) return length;
  return 0;
}
