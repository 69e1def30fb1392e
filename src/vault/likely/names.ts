// Words that are likely names, from what they are and from the words around them.
import { ordinaryCapitals, ordinaryWords } from "../words/capitals.ts";
import { plainNames, wordNames } from "../words/first-names.ts";
import { afterCivility } from "../words/name-frames.ts";
import { placeHeads, placeLeads, towns } from "../words/places.ts";
import {
  frameOf,
  isCalled,
  isCivility,
  isFollowedBySpeech,
  isFollowedByTelling,
  isSpoken,
  isTitle,
  type Guess,
} from "./frames.ts";
import type { Known, Likely } from "./likely.ts";
import { readWords, type Word } from "./sentence.ts";

/** Every word or row of words that is likely a name, in order, none overlapping another. */
export function findNames(text: string, { forms }: Pick<Known, "forms">): Likely[] {
  const words = readWords(text);
  const guesses = words.map((word, index) =>
    word.isCommon || forms.has(word.folded) ? undefined : guess(words, index),
  );
  if (guesses.every((each) => each === undefined)) return [];
  const sure = new Map<string, Guess>();
  for (const [index, each] of guesses.entries()) {
    const word = words[index];
    if (
      each &&
      word?.isCapital === true &&
      !ordinaryWords().has(word.folded) &&
      !wordNames().has(word.folded)
    )
      sure.set(word.folded, each);
  }
  const found: Likely[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) continue;
    // A name known from elsewhere in the text is one at the beginning of a sentence too.
    const own = guesses[index] ?? (word.isCapital && word.isFirst ? sure.get(word.folded) : undefined);
    if (!own) continue;
    const last = lastOf(words, index, own, forms);
    const end = words[last]?.end ?? word.end;
    const form = text.slice(word.start, end);
    if (!isAnswered(words.slice(index, last + 1), forms))
      found.push({ ...own, form, start: word.start, end });
    index = last;
  }
  return found;
}

function isAnswered(words: readonly Word[], forms: ReadonlySet<string>): boolean {
  return forms.has(words.map(({ folded }) => folded).join(" "));
}

/** What a word is, where it begins a name; undefined when it is likely none. */
function guess(words: readonly Word[], at: number): Guess | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  if (!/^\p{L}/u.test(word.text)) return guessNumber(words, at);
  // `P02`, `s01.12`: what the study itself writes. `C’`: an elision is no one.
  if (/\d/.test(word.text) || word.folded.endsWith("'")) return undefined;
  if (word.folded.length < 2) return isInitial(words, at) ? { kind: "person", reason: "title" } : undefined;
  if (!word.isCapital) return guessSmall(words, at);
  if (word.isUpper && isShouted(words, at)) return guessSmall(words, at);
  return word.isFirst ? guessFirst(words, at) : guessCapital(words, at);
}

/** `cité des 4000`. */
function guessNumber(words: readonly Word[], at: number): Guess | undefined {
  const word = words[at];
  if (!/^\d{3,4}$/.test(word?.text ?? "")) return undefined;
  const [before, head] = [words[at - 1], words[at - 2]];
  const isPlace = before?.folded === "des" && before.gap === "space" && placeHeads().has(head?.folded ?? "");
  return isPlace && word?.gap === "space" ? { kind: "place", reason: "place" } : undefined;
}

/** `Mme B.`: after anything but a civility, a lone letter is no one. */
function isInitial(words: readonly Word[], at: number): boolean {
  const [word, before] = [words[at], words[at - 1]];
  return (
    word?.isCapital === true &&
    word.gap === "space" &&
    before !== undefined &&
    isCivility(before) &&
    word.text !== "M"
  );
}

const speaks: Guess = { kind: "person", reason: "speech" };

/** A capital inside a sentence. */
function guessCapital(words: readonly Word[], at: number): Guess | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  const { folded } = word;
  const frame = frameOf(words, at);
  const isOrdinary = ordinaryCapitals().has(folded) || ordinaryWords().has(stem(folded));
  if (isTitle(word) && !isAnyName(folded)) return undefined;
  if (frame?.reason === "title") return isOrdinary && afterCivility().has(folded) ? undefined : frame;
  if (isOrdinary) {
    if (frame?.reason === "called" && !ordinaryWords().has(folded)) return frame;
    if (isAnyName(folded) && frame?.reason === "kinship") return frame;
    if (isAnyName(folded) && !ordinaryWords().has(folded) && isFollowedBySpeech(words, at)) return speaks;
    const next = words[at + 1];
    const opensPlace = frame?.reason === "place" && next?.isCapital === true && next.gap === "space";
    return opensPlace && !isCommon(next.folded) && !isCommonOf(words, at) ? frame : undefined;
  }
  if (frame) return frame;
  if (isAnyName(folded)) return { kind: "person", reason: "first-name" };
  if (towns().has(folded)) return { kind: "place", reason: "place" };
  if (word.isUpper && folded.length <= 6) return { kind: "organisation", reason: "capital" };
  const before = words[at - 1];
  if (before && word.gap === "space") {
    if (placeLeads().has(before.folded) && before.text !== "a") return { kind: "place", reason: "place" };
    if (/^(?:aux|les|des|au|la|le|l'|du)$/.test(before.folded) && !/^là$/i.test(before.text))
      return { kind: "place", reason: "capital" };
    if (isFollowedBySpeech(words, at) || isSpoken(words, at)) return speaks;
  }
  return { kind: "person", reason: "capital" };
}

/** The first word of a sentence: its capital says nothing. */
function guessFirst(words: readonly Word[], at: number): Guess | undefined {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined) return undefined;
  const { folded } = word;
  if (towns().has(folded) && !ordinaryWords().has(folded) && !ordinaryCapitals().has(folded))
    return { kind: "place", reason: "place" };
  if (ordinaryCapitals().has(folded) && !wordNames().has(folded)) return undefined;
  if (isPlainName(folded)) return { kind: "person", reason: "first-name" };
  const speech = isFollowedBySpeech(words, at);
  if (wordNames().has(folded)) {
    const isSurnamed = next?.isCapital === true && next.gap === "space" && !isCommon(next.folded);
    return isSurnamed || speech ? { kind: "person", reason: "first-name" } : undefined;
  }
  if (ordinaryWords().has(stem(folded)) || isTitle(word) || placeHeads().has(folded)) return undefined;
  return isFollowedByTelling(words, at) ? speaks : undefined;
}

/** A word in small letters, as machines write names they do not know. */
function guessSmall(words: readonly Word[], at: number): Guess | undefined {
  const [word, before] = [words[at], words[at - 1]];
  if (word === undefined) return undefined;
  const { folded, text } = word;
  const isOrdinary = ordinaryWords().has(folded) || ordinaryCapitals().has(folded);
  // With another accent than the name's it is another word: `liés`, `Liès`.
  if (isPlainName(folded) && !isOrdinary && (word.isUpper || isSpelled(text)))
    return { kind: "person", reason: "first-name" };
  if (before === undefined || word.gap !== "space" || word.isUpper) return undefined;
  if (/^\d/.test(text) || isOrdinary || folded.length < 3) return undefined;
  if (before.text === "à" && towns().has(folded) && !wordTowns.has(folded))
    return { kind: "place", reason: "place" };
  if (isCivility(before) && !afterCivility().has(folded)) return { kind: "person", reason: "title" };
  if (wordNames().has(folded) && isCalled(words, at)) return { kind: "person", reason: "called" };
  if (isCalled(words, at) && !/(?:ment|tion|age|er|ir|isme)s?$/.test(folded))
    return { kind: "person", reason: "called" };
  return undefined;
}

const wordTowns = new Set([
  "sens",
  "tours",
  "lens",
  "pau",
  "fontaine",
  "moulins",
  "colombes",
  "orange",
  "constantine",
  "gap",
  "dax",
]);

/** The listed spelling, or one without any accent. */
function isSpelled(text: string): boolean {
  const small = text.toLowerCase();
  return !/[^a-z-]/.test(small) || /[éèëïüöçêâôîûàñşğı]/.test(small);
}

export function isPlainName(folded: string): boolean {
  if (plainNames().has(folded)) return true;
  const [first = "", second] = folded.split(" ");
  return second !== undefined && second.length > 1 && plainNames().has(first) && isAnyName(second);
}

export function isAnyName(folded: string): boolean {
  if (plainNames().has(folded) || wordNames().has(folded)) return true;
  const [first = "", second] = folded.split(" ");
  return second !== undefined && second.length > 1 && (plainNames().has(first) || wordNames().has(first));
}

const isCommon = (folded: string): boolean => ordinaryCapitals().has(folded) || ordinaryWords().has(folded);

/** `Mission Locale`, `Éducation Nationale`: two ordinary words. */
const isCommonOf = (words: readonly Word[], at: number): boolean => isCommon(words[at + 1]?.folded ?? "");

/** Without what French joins to it: `celui-là`, `dit-il`. */
export function stem(folded: string): string {
  return folded.replace(/ (?:la|ci|il|elle|on|je|tu|vous|nous|moi|toi|le|les|y|en|ce|t il|t elle|t on)$/, "");
}

/** True in a stretch of capitals, where a capital says nothing, and of words written so for stress. */
function isShouted(words: readonly Word[], at: number): boolean {
  const [word, before, next] = [words[at], words[at - 1], words[at + 1]];
  if (word === undefined || ordinaryWords().has(word.folded)) return true;
  const isBeside = (each: Word | undefined): boolean =>
    each?.isUpper === true && !ordinaryCapitals().has(each.folded) && each.folded.length > 1;
  return isBeside(before) && word.gap !== "break" ? true : isBeside(next) && next?.gap !== "break";
}

const particle = /^(?:de|du|des|d'|la|le|les|l'|el|al|ben|bin|bou|ould|da|dos|van|von)$/;

/** Index of the last word of the name that begins at `at`. */
function lastOf(words: readonly Word[], at: number, { reason }: Guess, forms: ReadonlySet<string>): number {
  let last = at;
  const first = words[at];
  if (first === undefined || (!first.isCapital && !/^\d/.test(first.text))) return last;
  const isFramed = reason === "place" || reason === "title";
  for (let index = at + 1; index < words.length && index - at < 6; index += 1) {
    const word = words[index];
    if (word?.gap !== "space" || forms.has(word.folded)) break;
    if (word.isCapital) {
      if (word.isUpper && !first.isUpper && ordinaryCapitals().has(word.folded)) break;
      if (!isFramed && isCommon(word.folded)) break;
      last = index;
    } else if (
      !particle.test(word.folded) ||
      !(isFramed || /^(?:el|al|ben|bin|bou|ould|da|dos)$/.test(word.folded))
    )
      break;
  }
  return last;
}
