// What a message answers, in line or above what it quotes: each stretch of words with the section
// and the words that are quoted before it. Nothing the person wrote is left out: it is in a stretch,
// whole, or among the lines set aside, which are counted.
import type { SectionId } from "../../kernel/ids.ts";
import type { Loss } from "../return.ts";
import { isBlank } from "./lines.ts";
import { wordsOfLines, type LineWords, type ReadLine, type SentWords } from "./sent-words.ts";
import type { MessageLine } from "./set-aside.ts";

/** Words of the sender that nothing parts. */
export interface Stretch {
  readonly section: SectionId | undefined;
  readonly words: string;
  /** What is quoted right before, of the same section; empty when nothing is. */
  readonly quote: readonly QuotedLine[];
  /** It stands in a quote, among the words of the copy. */
  readonly isInQuote: boolean;
}

export interface QuotedLine {
  readonly text: string;
  readonly words: LineWords;
}

export interface Answers {
  /** In the order of the message. */
  readonly stretches: readonly Stretch[];
  /** The lines quoted from each section, with what was written among them. */
  readonly quoted: ReadonlyMap<SectionId, readonly QuotedLine[]>;
  /** How many quoted lines are not from the copy: a letter it came with, an earlier message. */
  readonly leftQuoted: number;
}

/** Reads a message against the copy it answers. */
export function answersIn(lines: readonly MessageLine[], sent: SentWords): Answers {
  const reader = new AnswerReader(sent);
  for (const piece of piecesOf(lines)) reader.read(piece);
  return reader.answers();
}

interface AnswerLine extends MessageLine, QuotedLine {}

/** Lines that follow each other and are all the sender's own, all quoted, or all set aside. */
interface Piece {
  readonly kind: "own" | "quoted" | "aside";
  readonly lines: readonly AnswerLine[];
}

function piecesOf(lines: readonly MessageLine[]): Piece[] {
  const pieces: { kind: Piece["kind"]; lines: AnswerLine[] }[] = [];
  const words = wordsOfLines(lines.map(({ text }) => text));
  for (const [index, each] of lines.entries()) {
    const line = { ...each, words: words[index] ?? [] };
    const last = pieces.at(-1);
    const kind = line.aside !== undefined ? "aside" : line.depth > 0 ? "quoted" : "own";
    // A blank line goes with what is above it.
    if (last && (last.kind === kind || (isBlank(line.text) && last.kind !== "aside"))) last.lines.push(line);
    else pieces.push({ kind, lines: [line] });
  }
  return pieces;
}

/** Words in a row of the sender's own that a passage of the copy has too, to be a quote without marks. */
const RETYPED = 4;

type Place = SectionId | undefined;

interface OpenStretch {
  section: Place;
  readonly lines: string[];
  quote: readonly QuotedLine[];
  readonly isInQuote: boolean;
}

class AnswerReader {
  readonly #sent: SentWords;
  readonly #stretches: OpenStretch[] = [];
  readonly #quoted = new Map<SectionId, QuotedLine[]>();
  #leftQuoted = 0;
  /** The section last quoted. */
  #current: Place;
  /** The copy was quoted since the last head of a message. */
  #isInCopy = false;
  /** What was said before anything was quoted: it may be about what follows. */
  #waiting: OpenStretch | undefined;
  /** The last quoted line, where the next one goes on. */
  #before: QuotedLine | undefined;
  /** The lines quoted since something was said, of the current section. */
  #quote: QuotedLine[] = [];
  /** What is said next is another stretch, though of the same section. */
  #isParted = true;

  constructor(sent: SentWords) {
    this.#sent = sent;
  }

  answers(): Answers {
    const stretches = this.#stretches
      .map(({ lines, ...stretch }) => ({ ...stretch, words: trimmed(lines) }))
      .filter(({ words }) => words !== "");
    return { stretches, quoted: this.#quoted, leftQuoted: this.#leftQuoted };
  }

  read({ kind, lines }: Piece): void {
    if (kind === "aside") this.#setAside(lines);
    else if (kind === "own") this.#own(lines);
    else this.#readQuoted(lines);
    this.#before = kind === "quoted" ? lines.at(-1) : undefined;
  }

  #setAside(lines: readonly AnswerLine[]): void {
    this.#isParted = true;
    if (lines.every(({ isCut }) => isCut !== true)) return;
    this.#isInCopy = false;
    this.#current = undefined;
    this.#waiting = undefined;
    this.#quote = [];
  }

  #own(lines: readonly AnswerLine[]): void {
    const [first] = lines;
    const goesOn = first !== undefined && this.#goesOn(first);
    if (goesOn) this.#unfold(first);
    const rest = lines.slice(goesOn ? 1 : 0);
    const read = this.#sent.read(
      rest.map(({ words }) => words),
      this.#current,
    );
    for (const [index, { text }] of rest.entries()) {
      const place = this.#sent.named(text) ?? retyped(read[index]);
      if (place !== undefined) {
        if (place !== this.#current) this.#quote = [];
        this.#current = place;
        this.#waiting = undefined;
      }
      this.#say(text, this.#current, false);
    }
    const last = this.#stretches.at(-1);
    if (last && last.section === undefined && !this.#isInCopy && !rest.every(({ text }) => isBlank(text)))
      this.#waiting = last;
  }

  /** The end of a quoted line that a program folded without its mark. */
  #goesOn({ text, words }: QuotedLine): boolean {
    if (this.#before === undefined || isBlank(text) || isBlank(this.#before.text)) return false;
    const [before, line] = this.#sent.read([this.#before.words, words], this.#current);
    const isKnown = (each: ReadLine | undefined): boolean =>
      each !== undefined && each.words > 0 && each.known === each.words;
    return isKnown(before) && isKnown(line);
  }

  /** Puts it at the end of the line that it is folded from. */
  #unfold({ text, words }: QuotedLine): void {
    for (const lines of [this.#quote, this.#current && this.#quoted.get(this.#current)]) {
      const last = lines?.pop();
      if (last) lines?.push({ text: `${last.text} ${text}`, words: [...last.words, ...words] });
    }
  }

  #readQuoted(lines: readonly AnswerLine[]): void {
    const read = this.#sent.read(
      lines.map(({ words }) => words),
      this.#current,
    );
    const titles = lines.map(({ text }) => this.#sent.titled(text));
    const places = titles.map((title, index) => title ?? quotedFrom(read[index]));
    const waiting = this.#waiting;
    const goesOn = (): boolean => !this.#isParted;
    this.#isParted = true;
    this.#quote = [];
    for (const [index, line] of lines.entries()) {
      const place = places[index];
      if (place !== undefined) {
        if (place !== this.#current) this.#quote = [];
        [this.#current, this.#isInCopy] = [place, true];
      }
      const isTitle = titles[index] !== undefined;
      const isOfCopy = isTitle || isAllKnown(read[index], line.text);
      if (this.#isInCopy && this.#current !== undefined) this.#keepQuoted(this.#current, line);
      // Words among those of the copy that are not in it: nobody else can have written them.
      if (isBlank(line.text) && goesOn()) this.#say(line.text, this.#current, true);
      else if (!isOfCopy && this.#isInCopy) {
        this.#say(line.text, this.#current, true);
        this.#quote = [];
      } else if (!isOfCopy && !isBlank(line.text)) this.#leftQuoted += 1;
      else this.#isParted = true;
      if (isOfCopy && !isTitle) this.#quote.push(line);
    }
    this.#isParted = true;
    const quoted = new Set(places.filter((place) => place !== undefined));
    const [only] = quoted;
    if (quoted.size > 0) this.#waiting = undefined;
    if (waiting && quoted.size === 1) [waiting.section, waiting.quote] = [only, this.#quote];
  }

  #keepQuoted(section: SectionId, { text, words }: QuotedLine): void {
    const lines = this.#quoted.get(section) ?? [];
    this.#quoted.set(section, lines);
    lines.push({ text, words });
  }

  #say(text: string, section: Place, isInQuote: boolean): void {
    const last = this.#stretches.at(-1);
    const goesOn = (open: OpenStretch): boolean =>
      !this.#isParted && open.section === section && open.isInQuote === isInQuote;
    if (last && goesOn(last)) last.lines.push(text);
    else if (!isBlank(text)) this.#stretches.push({ section, lines: [text], quote: this.#quote, isInQuote });
    if (!isBlank(text)) this.#isParted = false;
  }
}

/** Without a word, it is of the copy when it is made of marks: a line, bullets. `???` is an answer. */
function isAllKnown(line: ReadLine | undefined, text: string): boolean {
  if (line === undefined || line.words === 0) return /^[\s*_=|:>#•·.–—-]*$/.test(text);
  return line.known === line.words;
}

/** A quoted line is from a section when most of its words are, with their neighbours. */
function quotedFrom(line: ReadLine | undefined): Place {
  if (line === undefined || line.known === 0 || line.known * 2 < line.words) return undefined;
  return line.section;
}

/** The same of the sender's own line, which must be from there altogether. */
function retyped(line: ReadLine | undefined): Place {
  return line !== undefined && line.words >= RETYPED && line.known === line.words ? line.section : undefined;
}

function trimmed(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** How many lines are set aside, by why. */
export function asideLoss(lines: readonly MessageLine[]): Loss[] {
  return ["attribution", "greeting", "signature"].flatMap((why) =>
    counted(why, lines.filter(({ aside }) => aside === why).length),
  );
}

export const counted = (why: string, count: number): Loss[] =>
  count === 0 ? [] : [{ place: `${why}/${String(count)}`, words: "" }];
