// Texts in which no word can be a name, told from each word alone: most turns of speech are, and are read no further.
import { foldPhrase } from "../../wording/phrases.ts";
import { ordinaryCapitals, ordinaryWords } from "../words/capitals.ts";
import { titles } from "../words/name-frames.ts";
import { towns } from "../words/places.ts";
import { isCalling } from "./frames.ts";
import { isAnyName, isPlainName, stem } from "./names.ts";

const [NEITHER, LETTER, CAPITAL, SIGN, HYPHEN, APOSTROPHE] = [0, 1, 2, 3, 4, 5];

/** What French is written with; a text with anything else is no quiet one. */
const kinds = new Uint8Array(0x2030);
for (const [kind, signs] of [
  [LETTER, "abcdefghijklmnopqrstuvwxyzàâäçèéêëîïñôöùûüÿœ"],
  [CAPITAL, "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÂÄÇÈÉÊËÎÏÑÔÖÙÛÜŒ"],
  [SIGN, ' \n\u00A0\u202F.,;:!?…()[]«»"“”–—'],
  [HYPHEN, "-"],
  [APOSTROPHE, "'’"],
] as const)
  for (const sign of signs) kinds[sign.charCodeAt(0)] = kind;

const kindAt = (text: string, at: number): number => kinds[text.charCodeAt(at)] ?? NEITHER;

/** By the forms that need no question: what each word said of itself. */
const heard = new WeakMap<ReadonlySet<string>, Map<string, boolean>>();
const MOST_HEARD = 50_000;

/** True only of a text in which `findNames` finds nothing; false of one that has to be read. `forms`: see `Known`. */
export function isQuiet(text: string, forms: ReadonlySet<string>): boolean {
  const known = heard.get(forms) ?? new Map<string, boolean>();
  heard.set(forms, known);
  let wasCapital = false;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindAt(text, at);
    if (kind === NEITHER) return false;
    if (kind !== LETTER && kind !== CAPITAL) continue;
    const start = at;
    for (at += 1; ; at += 1) {
      const next = kindAt(text, at);
      if (next === LETTER || next === CAPITAL) continue;
      const after = next === HYPHEN ? kindAt(text, at + 1) : NEITHER;
      if (after !== LETTER && after !== CAPITAL) break;
    }
    const isAfter = start > 0 && kindAt(text, start - 1) === APOSTROPHE;
    const isBefore = kindAt(text, at) === APOSTROPHE;
    const isNext = wasCapital;
    wasCapital = kind === CAPITAL;
    if (isBefore && !isAfter && !(isNext && wasCapital) && elided.test(text.slice(start, at))) continue;
    const isJoined = isBefore || isAfter;
    const word = text.slice(start, at);
    const key = isJoined ? `'${word}` : word;
    let isHeard = known.get(key);
    if (isHeard === undefined) {
      isHeard = isJoined ? isLoudPiece(word) : isLoud(word, forms);
      if (known.size < MOST_HEARD) known.set(key, isHeard);
    }
    if (isHeard) return false;
    at -= 1;
  }
  return true;
}

const elided = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)$/i;
const none: ReadonlySet<string> = new Set();

/** Of a word beside an apostrophe: `N’Diaye` is one, whatever is known of its pieces. */
const isLoudPiece = (word: string): boolean => /^\p{Lu}/u.test(word) || isLoud(word, none);

/** True when a word may be a name, or makes one of a word beside it. */
function isLoud(word: string, forms: ReadonlySet<string>): boolean {
  const folded = foldPhrase(word);
  const pieces = folded.split(" ");
  if (pieces.some((piece) => titles().has(piece) || isCalling(piece))) return true;
  if (pieces.length === 1 && forms.has(folded)) return false;
  const isOrdinary = ordinaryCapitals().has(folded) || ordinaryWords().has(stem(folded));
  if (isOrdinary && !isAnyName(folded)) return false;
  if (/^\p{Lu}/u.test(word)) return true;
  return [folded, ...pieces].some((each) => isPlainName(each) || towns().has(each));
}
