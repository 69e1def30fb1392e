// French words, numbers and marks, with their places in the text.

export interface Token {
  /** The folded form, for comparing: plain apostrophes, guillemets, hyphens and dots; case is kept. */
  readonly key: string;
  /** UTF-16 indices in the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
}

const letter = String.raw`[\p{L}\p{M}\p{N}]`;
// Soft hyphens, zero-width spaces, direction marks: nobody sees or types them.
const unseen = String.raw`\u00AD\u200B\u200E\u200F\u2060`;
const run = `${letter}+(?:[${unseen}]+${letter}+)*`;
const wordEnd = `(?![${unseen}]*${letter})`;
const islands = ["presqu'île", "presqu'îles"].flatMap((word) => [word, word.normalize("NFD")]);
const own = anyCase("aujourd'hui", "quelqu'un", "quelqu'une", ...islands);
const oneWord = `(?:${own}|${anyCase("prud'hom")}(?:[${unseen}]*${letter})*)${wordEnd}`;
const elided = ["c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];
const part = `(?:${oneWord}|${run})`;
const picture = String.raw`\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}\u{E0020}-\u{E007F}]*`;

// Most words are these letters and are followed by one of these; nothing below would read them
// otherwise, and it would take longer.
const latin = "A-Za-zÀ-ÖØ-öø-ÿŒœ";

const kinds = [
  `[${latin}]+(?=[ ,.\\n]|$)`,
  // 1 000 · 1 000,50
  String.raw`[0-9]{1,3}(?:[\s${unseen}]+[0-9]{3})+(?:,[0-9]+)?${wordEnd}`,
  // 3,5 · 14:30 · 12.05.2026
  String.raw`[0-9]+(?:[.,:][0-9]+)+${wordEnd}`,
  // l' · qu', whatever follows
  anyCase(...elided.map((word) => `${word}'`)),
  // homme · aujourd'hui · dit-il · main-d'œuvre · entr' before a letter
  String.raw`${part}(?:-(?:[dD]')?${part})*(?:'(?=[\p{L}\p{N}]))?`,
  String.raw`${picture}(?:\u200D${picture})*|\p{Regional_Indicator}{2}`,
  "[.…]{2,}|…",
  // Markdown's marks: ** · ## · ==
  String.raw`([*_~\x60#=+<>/|\\-])\1*`,
  String.raw`[^\s${unseen}]\p{M}*`,
];
// Made when first needed: reading so many classes of letters takes milliseconds.
let made: RegExp | undefined;
const pattern = (): RegExp => (made ??= new RegExp(kinds.join("|"), "gu"));
const allUnseen = new RegExp(`[${unseen}]`, "g");

/**
 * The tokens of a text, in order; they cover all of it but white space and unseen characters.
 * Elisions are tokens of their own (`l'` `homme`) but for words that have their own entry in a
 * dictionary (`aujourd'hui`, `quelqu'un`, `presqu'île`, `prud'homme`). A hyphenated word is one
 * token, whether a compound (`rendez-vous`) or an inversion (`dit-il`).
 */
export function tokenize(text: string): Token[] {
  // However long, a text has few different words: each is read, and kept, once.
  const known = new Map<string, Pick<Token, "key" | "isWord">>();
  const source = withPlainMarks(text);
  const tokens: Token[] = [];
  const shape = pattern();
  // Not matchAll: it makes the expression anew each time, which takes longer than a line of words.
  shape.lastIndex = 0;
  for (let found = shape.exec(source); found; found = shape.exec(source)) {
    const [plain] = found;
    const { key, isWord } = known.get(plain) ?? learn(plain, known);
    tokens.push({ key, start: found.index, end: found.index + plain.length, isWord });
  }
  return tokens;
}

function learn(
  plain: string,
  known: Map<string, Pick<Token, "key" | "isWord">>,
): Pick<Token, "key" | "isWord"> {
  const key = keyOf(plain);
  const learnt = { key, isWord: plainWord.test(plain) || /[\p{L}\p{N}]/u.test(key) };
  known.set(plain, learnt);
  return learnt;
}

// In capitals too, whatever is unseen between two letters. Not the flag `i`: with it, a Greek
// iota would pass for the combining mark U+0345.
function anyCase(...words: readonly string[]): string {
  const spell = (word: string): string =>
    Array.from(word, (sign) => `[${sign}${sign.toUpperCase()}]`).join(`[${unseen}]*`);
  return `(?:${words.map(spell).join("|")})`;
}

/** Typographic marks replaced one for one, so that places in the text stay. */
function withPlainMarks(text: string): string {
  return text
    .replace(/[‘’ʼ′´\u1FFD]/g, "'")
    .replace(/[«»“”„‟]/g, '"')
    .replace(/[‐‑]/g, "-");
}

const plainWord = new RegExp(`^[${latin}]+$`);

function keyOf(plain: string): string {
  if (plainWord.test(plain) || /^[\x21-\x7E]+$/.test(plain)) return plain;
  return plain.replace(allUnseen, "").replace(/\s+/g, " ").replaceAll("…", "...").normalize("NFC");
}
