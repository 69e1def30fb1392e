// Sentences that may not leave, looked for wherever they begin in a text: by their first words,
// then whole. Withdrawn ones are known by their digests alone.
import { phraseDigest, type WithdrawnPhrase } from "../../study/withdrawn.ts";
import { PHRASE_WORDS } from "../../wording/phrases.ts";
import { EMPTY, hashWith } from "../finder/name-table.ts";
import { foldText, standsAt, wordsFrom, type FoldedText } from "./folded.ts";
import type { Withdrawn } from "./leak.ts";

export interface FoundSentence {
  /** Undefined when it is known by its digest. */
  readonly phrase: string | undefined;
  /** In the text. */
  readonly at: number;
}

export type SentenceSearch = (folded: FoldedText) => FoundSentence[];

/** `phrases`: as `phrasesOf` gives them. */
export function sentenceSearch(phrases: Iterable<string>, withdrawn: Withdrawn | undefined): SentenceSearch {
  const known = new Index<string>();
  for (const phrase of phrases) known.put(openingOf(phrase), phrase);
  const gone = new Index<WithdrawnPhrase>();
  for (const phrase of withdrawn?.phrases ?? []) gone.put(phrase.lead | 0, phrase);
  const isWithdrawn = (folded: FoldedText, word: number, { words, digest }: WithdrawnPhrase): boolean =>
    word + words <= folded.count &&
    phraseDigest(withdrawn?.study ?? "", wordsFrom(folded, word, word + words)) === digest;
  return (folded) => {
    const hits: FoundSentence[] = [];
    const places = folded.count - PHRASE_WORDS + 1;
    if (!known.isEmpty)
      for (let word = 0; word < places; word += 1)
        for (const phrase of known.at(openingAt(folded, word)))
          if (standsAt(folded, word, phrase)) hits.push({ phrase, at: folded.from[word] ?? 0 });
    if (!gone.isEmpty)
      for (let word = 0; word < places; word += 1)
        for (const phrase of gone.at(leadAt(folded, word)))
          if (isWithdrawn(folded, word, phrase)) hits.push({ phrase: undefined, at: folded.from[word] ?? 0 });
    return hits;
  };
}

const SEEN = 0x7ffff;

/** By a 32-bit number, most of which are passed by on their last bits. */
class Index<T> {
  readonly #known = new Map<number, T[]>();
  readonly #seen = new Uint8Array(SEEN + 1);

  get isEmpty(): boolean {
    return this.#known.size === 0;
  }

  put(key: number, value: T): void {
    this.#seen[key & SEEN] = 1;
    const others = this.#known.get(key);
    if (others) others.push(value);
    else this.#known.set(key, [value]);
  }

  at(key: number): readonly T[] {
    return this.#seen[key & SEEN] === 1 ? (this.#known.get(key) ?? none) : none;
  }
}

const none: readonly never[] = [];

/** One number of the first words, from the hash of each: a letter is read once, not five times. */
function openingAt({ hashes }: FoldedText, word: number): number {
  let opening = EMPTY;
  for (let at = word; at < word + PHRASE_WORDS; at += 1) opening = hashWith(opening, hashes[at] ?? 0);
  return opening;
}

function openingOf(phrase: string): number {
  let [opening, hash, words] = [EMPTY, EMPTY, 0];
  for (let at = 0; at < phrase.length && words < PHRASE_WORDS; at += 1) {
    const code = phrase.charCodeAt(at);
    if (code === SPACE) {
      opening = hashWith(opening, hash);
      hash = EMPTY;
      words += 1;
    } else hash = hashWith(hash, code);
  }
  return words < PHRASE_WORDS ? hashWith(opening, hash) : opening;
}

const SPACE = 32;

/** `leadOf` the words from this one on, as a signed number. */
function leadAt({ units, starts }: FoldedText, word: number): number {
  let hash = EMPTY;
  const end = (starts[word + PHRASE_WORDS] ?? 0) - 1;
  for (let at = starts[word] ?? 0; at < end; at += 1) hash = hashWith(hash, units[at] ?? 0);
  return hash;
}

/** Those of these sentences that stand somewhere in these texts, which are few beside them. */
export function phrasesIn(texts: Iterable<string>, phrases: Iterable<string>): Set<string> {
  const folded = Array.from(texts, (text) => foldText(text));
  const openings = new Set<number>();
  for (const each of folded)
    for (let word = 0; word + PHRASE_WORDS <= each.count; word += 1) openings.add(openingAt(each, word));
  const search = sentenceSearch(
    [...phrases].filter((phrase) => openings.has(openingOf(phrase))),
    undefined,
  );
  const found = new Set<string>();
  for (const each of folded)
    for (const { phrase } of search(each)) if (phrase !== undefined) found.add(phrase);
  return found;
}
