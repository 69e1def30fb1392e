// Words found in texts with SQLite's full-text search (FTS5). The index is made for the question and
// forgotten with it (docs/decisions/0008): nothing of anyone's words stays in one.
import Database from "better-sqlite3";

export interface Term {
  /** One word or several in a row, as a person typed them. */
  readonly words: string;
  /** The last word may go on. */
  readonly isPrefix: boolean;
}

export interface Match {
  /** Index of the text. */
  readonly text: number;
  /** Where the words are in it: UTF-16 indices, the end exclusive. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

const [OPEN, CLOSE] = ["\u0001", "\u0002"];

/**
 * The texts that hold every term, in their order. Case, accents, ligatures and kinds of
 * apostrophe and hyphen do not count. No term, or terms without a letter or a digit: none.
 */
export function findTerms(texts: readonly string[], terms: readonly Term[]): Match[] {
  const query = terms
    .map(({ words, isPrefix }) => ({
      words: fold(words)
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
        .trim(),
      isPrefix,
    }))
    .filter(({ words }) => words !== "")
    .map(({ words, isPrefix }) => `"${words}"${isPrefix ? " *" : ""}`)
    .join(" AND ");
  if (query === "") return [];
  const db = new Database(":memory:");
  try {
    db.exec(`create virtual table text using fts5 (words, tokenize = "unicode61 remove_diacritics 2")`);
    const insert = db.prepare("insert into text (rowid, words) values (?, ?)");
    db.transaction(() => {
      for (const [index, text] of texts.entries()) insert.run(index + 1, fold(text));
    })();
    const found = db
      .prepare<[string], { rowid: number; marked: string }>(
        `select rowid, highlight(text, 0, '${OPEN}', '${CLOSE}') as marked from text where text match ? order by rowid`,
      )
      .all(query);
    return found.map(({ rowid, marked }) => ({
      text: rowid - 1,
      places: placesIn(texts[rowid - 1] ?? "", marked),
    }));
  } finally {
    db.close();
  }
}

const ligatures: Readonly<Record<string, string>> = { œ: "oe", Œ: "OE", æ: "ae", Æ: "AE" };

/** FTS5 takes accents off letters, but leaves ligatures; and our marks may not be in the text. */
function fold(text: string): string {
  return text
    .replace(/[œŒæÆ]/g, (sign) => ligatures[sign] ?? sign)
    .replaceAll(OPEN, " ")
    .replaceAll(CLOSE, " ");
}

/** Where the marks of the folded text stand in the text itself. */
function placesIn(text: string, marked: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  let at = 0;
  let start = 0;
  for (let index = 0; index < marked.length; index += 1) {
    const sign = marked.charAt(index);
    if (sign === OPEN) start = at;
    else if (sign === CLOSE) places.push({ start, end: at });
    else {
      if (text.charAt(at) in ligatures) index += 1;
      at += 1;
    }
  }
  return places;
}
