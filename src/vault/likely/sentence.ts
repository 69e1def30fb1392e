// A text as words in their sentences: which begin one, what parts each from the word before it.
import { foldPhrase } from "../../wording/phrases.ts";
import { tokenize } from "../../wording/tokens.ts";
import { ordinaryCapitals, ordinaryWords } from "../words/capitals.ts";

export interface Word {
  readonly text: string;
  /** Without case nor accents; an elision keeps its apostrophe: `d'`. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** Begins with a capital. */
  readonly isCapital: boolean;
  /** Has no small letter, and two letters at least. */
  readonly isUpper: boolean;
  /** An ordinary word in small letters: no name, whatever stands around it. */
  readonly isCommon: boolean;
  /** Begins a sentence, a line of speech, a quotation: its capital says nothing. */
  readonly isFirst: boolean;
  /** What stands before it: nothing but space, a comma or its like, or the end of a sentence. */
  readonly gap: "space" | "comma" | "break";
}

const abbreviated = new Set(["m", "mr", "mm", "dr", "me", "pr", "mme", "mmes", "mlle", "st", "ste"]);
const pausing = /^[,;)\]%/(]/;

export function readWords(text: string): Word[] {
  const words: Word[] = [];
  let gap: Word["gap"] = "break";
  let last = 0;
  const hasLines = text.includes("\n");
  for (const { key, start, end, isWord } of tokenize(text)) {
    if (hasLines && gap !== "break" && /\n[ \t]*\n/.test(text.slice(last, start))) gap = "break";
    last = end;
    if (isWord) {
      const written = text.slice(start, end);
      const { folded, isCapital, isUpper, isCommon } = read.get(written) ?? readWord(written, key);
      words.push({
        text: written,
        folded,
        start,
        end,
        isCapital,
        isUpper,
        isCommon,
        isFirst: gap === "break",
        gap,
      });
      gap = "space";
    } else if (!(key === "." && isAbbreviation(words.at(-1), start))) {
      gap = pausing.test(key) && gap !== "break" ? "comma" : "break";
    }
  }
  return words;
}

type Written = Pick<Word, "folded" | "isCapital" | "isUpper" | "isCommon">;

// However many turns there are, they have few different words: each is read once.
const read = new Map<string, Written>();
const MOST_READ = 50_000;

function readWord(text: string, key: string): Written {
  const folded = key.endsWith("'") ? `${foldPhrase(key)}'` : foldPhrase(key);
  const isCapital = /^\p{Lu}/u.test(text);
  const isOrdinary = ordinaryWords().has(folded) || ordinaryCapitals().has(folded);
  const word = {
    folded,
    isCapital,
    isCommon: !isCapital && isOrdinary && /^\p{L}/u.test(text),
    isUpper: /\p{Lu}.*\p{Lu}/su.test(text) && !/\p{Ll}/u.test(text),
  };
  if (read.size < MOST_READ) read.set(text, word);
  return word;
}

/** `Mme.`, or an initial, `K.`: its full stop ends no sentence. */
function isAbbreviation(word: Word | undefined, at: number): boolean {
  if (word?.end !== at) return false;
  return abbreviated.has(word.folded) || /^\p{Lu}$/u.test(word.text);
}
