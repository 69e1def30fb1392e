// The words that are withdrawn, and where they stand in texts: in quotes that name their turns, and
// as sentences wherever they were copied.
import { findPositions } from "../correction/positions.ts";
import { formatTurn } from "../kernel/ids.ts";
import { findQuotes, type Quote } from "../retour/quote.ts";
import { placeTokens, type PlacedToken } from "../wording/placed-tokens.ts";
import { foldPhrase, PHRASE_WORDS, phrasesOf } from "../wording/phrases.ts";
import { merged, type Range } from "../wording/cut-out.ts";
import { isWithdrawn } from "../wording/speech-marks.ts";

/** So many words in a row, in the middle of a longer sentence, are that sentence's. */
const RUN = 8;
/** The same in a text that is known to be about the withdrawn words. */
const SHORT_RUN = 3;

export interface WithdrawnTexts {
  /** The words of the turns withdrawn whole, by `s01.12`. */
  readonly turns: ReadonlyMap<string, string>;
  /** The passages withdrawn of other turns, by turn. */
  readonly passages: ReadonlyMap<string, readonly string[]>;
  /** All that was withdrawn, as it stood in turns and corrections, one text for each. */
  readonly texts: readonly string[];
  /** The same with its names: looked for in files, kept nowhere, not even as a digest. */
  readonly originals?: readonly string[];
  /** Paragraphs that go whole, folded: the diverging positions of who withdraws everything. */
  readonly positions?: ReadonlySet<string>;
  /** What stays in the transcripts: a sentence that is there too is not theirs alone. */
  readonly others: readonly string[];
  /** What the same person withdrew before: a file that was being saved then may say it still. */
  readonly before?:
    | {
        /** The turns that went whole. */
        readonly turns: ReadonlySet<string>;
        readonly find: (text: string) => readonly Range[];
      }
    | undefined;
}

export interface Words {
  /** Where they stand in a text, merged and in order: quotes by their turns, sentences by their words. */
  cutsIn(text: string): Range[];
  /** Where sentences stand, whatever names them. */
  sentencesIn(text: string): Range[];
  /** True when five of their words stand in a row, whoever else said them, or a shorter passage whole: of an answer to a text that said them. */
  isShownIn(text: string): boolean;
  /** True when a turn too short to be known by its words stands just before its number. */
  isNamedIn(text: string): boolean;
  /** Where as little as three of their words stand in a row: of a text that is about them. */
  tracesIn(text: string): Range[];
  /** The folded sentences that must not come back: those that nobody else has said. */
  readonly phrases: readonly string[];
}

export function findWords(known: WithdrawnTexts): Words {
  const { turns, passages, texts, originals = [], positions = new Set<string>(), others, before } = known;
  const shared = new Set(others.flatMap((text) => [...patternsOf(text)]));
  const patterns = new Set(
    [...texts, ...originals].flatMap((text) => [...patternsOf(text)]).filter((each) => !shared.has(each)),
  );
  const sentences = indexed([...patterns, ...positions]);
  const traces = indexed(
    [...texts, ...originals].flatMap((text) => [...runsOf(placeTokens(text), SHORT_RUN)]),
  );
  const sentencesIn = (text: string): Range[] => [
    ...runsIn(placeTokens(text), sentences),
    // Of what has only a digest left, others may have said the same since.
    ...(before?.find(text) ?? []).filter(
      ({ start, end }) => !isShared(foldPhrase(text.slice(start, end)), shared),
    ),
  ];
  const isGone = (named: readonly string[]): boolean =>
    named.some((turn) => turns.has(turn)) ||
    (named.length > 0 && named.every((turn) => before?.turns.has(turn) === true));
  const short = shortTurns(turns);
  const shown = indexed([
    ...[...texts, ...originals, ...positions].flatMap((text) => [...fiveIn(text)]),
    ...[...passages.values()].flat().map(foldPhrase).filter(Boolean),
  ]);
  return {
    sentencesIn,
    isShownIn: (text) => runsIn(placeTokens(text), shown).length > 0,
    isNamedIn: (text) => short.length > 0 && isBeforeItsNumber(placeTokens(text), short),
    tracesIn: (text) => {
      const tokens = placeTokens(text);
      return merged([...runsIn(tokens, traces), ...runsIn(tokens, sentences)], text);
    },
    cutsIn: (text) => {
      const quotes = findQuotes(text).flatMap((quote) => cutQuote(text, quote, isGone, passages));
      const held = positions.size === 0 ? [] : findPositions(text);
      const gone = held.filter((each) => positions.has(foldPhrase(each.text)));
      return merged(outsideIds(text, [...quotes, ...gone, ...sentencesIn(text)]), text);
    },
    phrases: [...new Set(texts.flatMap(passagesOf))].filter((phrase) => !isShared(phrase, shared)),
  };
}

/** The sentences of a text and the text whole, and of the long ones all runs of eight words, folded. */
function* patternsOf(text: string): Generator<string> {
  for (const phrase of passagesOf(text)) yield* runsOfKeys(phrase.split(" "), RUN);
}

/** Its sentences, and the whole: many short sentences in a row say whose they are too. */
function passagesOf(text: string): string[] {
  const whole = foldPhrase(text);
  return [...phrasesOf(text), ...(whole.split(" ", PHRASE_WORDS).length === PHRASE_WORDS ? [whole] : [])];
}

interface ShortTurn {
  readonly keys: readonly string[];
  /** `s01`, `7` */
  readonly number: readonly string[];
}

/** How many words of attribution may part a quote from its number. */
const ATTRIBUTION = 15;

function shortTurns(turns: ReadonlyMap<string, string>): ShortTurn[] {
  return [...turns].flatMap(([turn, words]) => {
    const keys = placeTokens(words).map(({ key }) => key);
    return keys.length > 0 && keys.length < PHRASE_WORDS ? [{ keys, number: turn.split(".") }] : [];
  });
}

function isBeforeItsNumber(tokens: readonly PlacedToken[], short: readonly ShortTurn[]): boolean {
  const isAt = (at: number, keys: readonly string[]): boolean =>
    keys.every((key, index) => tokens[at + index]?.key === key);
  return tokens.some((_, at) =>
    short.some(({ keys, number }) => {
      if (!isAt(at, keys)) return false;
      for (let next = at + keys.length; next <= at + keys.length + ATTRIBUTION; next += 1)
        if (isAt(next, number)) return true;
      return false;
    }),
  );
}

const isShared = (phrase: string, shared: ReadonlySet<string>): boolean =>
  [...runsOfKeys(phrase.split(" "), RUN)].every((each) => shared.has(each));

/** The whole when it has fewer than `length` words. */
function* runsOfKeys(keys: readonly string[], length: number): Generator<string> {
  if (keys.length <= length) yield keys.join(" ");
  else for (let at = 0; at + length <= keys.length; at += 1) yield keys.slice(at, at + length).join(" ");
}

const runsOf = (tokens: readonly PlacedToken[], length: number): Generator<string> =>
  runsOfKeys(
    tokens.map(({ key }) => key),
    length,
  );

function* fiveIn(text: string): Generator<string> {
  const tokens = placeTokens(text);
  if (tokens.length >= PHRASE_WORDS) yield* runsOf(tokens, PHRASE_WORDS);
}

/** Patterns by their first word. */
type Patterns = ReadonlyMap<string, readonly (readonly string[])[]>;

function indexed(patterns: Iterable<string>): Patterns {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const pattern of new Set(patterns)) {
    const keys = pattern.split(" ");
    const [first = ""] = keys;
    const same = byFirst.get(first);
    if (same === undefined) byFirst.set(first, [keys]);
    else same.push(keys);
  }
  return byFirst;
}

function runsIn(tokens: readonly PlacedToken[], patterns: Patterns): Range[] {
  const found: Range[] = [];
  for (const [at, first] of tokens.entries())
    for (const keys of patterns.get(first.key) ?? []) {
      const last = tokens[at + keys.length - 1];
      if (last !== undefined && keys.every((key, index) => tokens[at + index]?.key === key))
        found.push({ start: first.start, end: last.end });
    }
  return found;
}

/** A quote of a turn withdrawn whole goes whole, its reference too; of a passage, those words alone. */
function cutQuote(
  text: string,
  quote: Quote,
  isGone: (turns: readonly string[]) => boolean,
  passages: WithdrawnTexts["passages"],
): Range[] {
  const named = quote.turns.map(formatTurn);
  if (isGone(named)) return isWithdrawn(quote.words) ? [] : [{ start: quote.start, end: quote.end }];
  const pieces = named.flatMap((turn) => passages.get(turn) ?? []);
  return pieces.flatMap((piece) => {
    const exact = placesOf(piece, text.slice(quote.start, quote.end));
    if (exact.length > 0)
      return exact.map(({ start, end }) => ({ start: start + quote.start, end: end + quote.start }));
    return isPartOf(quote.words, piece) ? [{ start: quote.start, end: quote.end }] : [];
  });
}

/** Where words stand in a text, one after the other, marks and case aside. */
export function placesOf(words: string, text: string): Range[] {
  const keys = placeTokens(words).map(({ key }) => key);
  if (keys.length === 0) return [];
  return runsIn(placeTokens(text), indexed([keys.join(" ")]));
}

/** True when a quote, between its cuts, says words of the passage. */
function isPartOf(quoted: string, passage: string): boolean {
  return quoted.split(/\[[^[\]]*\]/).some((piece) => {
    const keys = placeTokens(piece).map(({ key }) => key);
    if (keys.length === 0) return false;
    return [...runsOfKeys(keys, SHORT_RUN)].some((run) => placesOf(run, passage).length > 0);
  });
}

/** The id in a heading's braces names the section: it is no speech. */
function outsideIds(text: string, ranges: readonly Range[]): Range[] {
  const ids = [...text.matchAll(/\{#[^{}\n]*\}/g)].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
  }));
  if (ids.length === 0) return [...ranges];
  return ranges.flatMap((range) => {
    const inside = ids.find((id) => id.start < range.end && range.start < id.end);
    return inside === undefined
      ? [range]
      : [
          { start: range.start, end: Math.min(range.end, inside.start) },
          { start: Math.max(range.start, inside.end), end: range.end },
        ].filter(({ start, end }) => start < end);
  });
}
