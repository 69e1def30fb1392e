// What a message answers, in line or above what it quotes: each stretch of words with the section
// that is quoted before it. Nothing the person wrote is left out: it is in a remark, whole, or among
// the lines set aside, which are counted.
import type { SectionId } from "../../kernel/ids.ts";
import type { Loss, Remark } from "../return.ts";
import { isBlank } from "./lines.ts";
import type { ReadLine, SentWords } from "./sent-words.ts";
import type { MessageLine } from "./set-aside.ts";

export interface Answers {
  /** One for each section that is answered, in the order of the message. */
  readonly remarks: readonly Remark[];
  /** How many lines were set aside, by why: `signature/3`, `quoted/12`. No word of theirs. */
  readonly loss: readonly Loss[];
}

/** Reads a message against the copy it answers. */
export function answersIn(lines: readonly MessageLine[], sent: SentWords): Answers {
  const reader = new AnswerReader(sent);
  for (const piece of piecesOf(lines)) reader.read(piece);
  return { remarks: reader.remarks(), loss: [...asideLoss(lines), ...counted("quoted", reader.leftQuoted)] };
}

/** Lines that follow each other and are all the sender's own, all quoted, or all set aside. */
interface Piece {
  readonly kind: "own" | "quoted" | "aside";
  readonly lines: readonly MessageLine[];
}

function piecesOf(lines: readonly MessageLine[]): Piece[] {
  const pieces: { kind: Piece["kind"]; lines: MessageLine[] }[] = [];
  for (const line of lines) {
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

class AnswerReader {
  /** Lines quoted that are not from the copy: a letter it came with, an earlier message. */
  leftQuoted = 0;
  readonly #sent: SentWords;
  readonly #stretches: { section: Place; lines: string[] }[] = [];
  /** The section last quoted. */
  #current: Place;
  /** The copy was quoted since the last head of a message. */
  #isInCopy = false;
  /** What was said before anything was quoted: it may be about what follows. */
  #waiting: { section: Place; lines: string[] } | undefined;
  /** The last quoted line, where the next one goes on. */
  #before = "";

  constructor(sent: SentWords) {
    this.#sent = sent;
  }

  read({ kind, lines }: Piece): void {
    if (kind === "aside") this.#setAside(lines);
    else if (kind === "own") this.#own(lines);
    else this.#quoted(lines);
    this.#before = kind === "quoted" ? (lines.at(-1)?.text ?? "") : "";
  }

  remarks(): Remark[] {
    const bySection = new Map<Place, string[]>();
    for (const { section, lines } of this.#stretches) {
      const words = trimmed(lines);
      if (words === "") continue;
      const parts = bySection.get(section) ?? [];
      bySection.set(section, parts);
      parts.push(words);
    }
    return [...bySection].map(([section, parts]) => ({ section, words: parts.join("\n\n") }));
  }

  #setAside(lines: readonly MessageLine[]): void {
    if (lines.every(({ isCut }) => isCut !== true)) return;
    this.#isInCopy = false;
    this.#current = undefined;
    this.#waiting = undefined;
  }

  #own(lines: readonly MessageLine[]): void {
    const texts = lines.map(({ text }) => text);
    const rest = texts.slice(this.#goesOn(texts[0] ?? "") ? 1 : 0);
    const read = this.#sent.read(rest, this.#current);
    for (const [index, text] of rest.entries()) {
      const place = this.#sent.named(text) ?? retyped(read[index]);
      if (place !== undefined) {
        this.#current = place;
        this.#waiting = undefined;
      }
      this.#say(text, this.#current);
    }
    const last = this.#stretches.at(-1);
    if (last && last.section === undefined && !this.#isInCopy && !texts.every(isBlank)) this.#waiting = last;
  }

  /** The end of a quoted line that a program folded without its mark. */
  #goesOn(text: string): boolean {
    if (isBlank(text) || isBlank(this.#before)) return false;
    const [before, line] = this.#sent.read([this.#before, text], this.#current);
    const isKnown = (each: ReadLine | undefined): boolean =>
      each !== undefined && each.words > 0 && each.known === each.words;
    return isKnown(before) && isKnown(line);
  }

  #quoted(lines: readonly MessageLine[]): void {
    const texts = lines.map(({ text }) => text);
    const read = this.#sent.read(texts, this.#current);
    const places = texts.map((text, index) => this.#sent.titled(text) ?? quotedFrom(read[index]));
    const quoted = new Set(places.filter((place) => place !== undefined));
    const [only] = quoted;
    if (this.#waiting && quoted.size === 1) this.#waiting.section = only;
    if (quoted.size > 0) this.#waiting = undefined;
    for (const [index, text] of texts.entries()) {
      const place = places[index];
      if (place !== undefined) [this.#current, this.#isInCopy] = [place, true];
      const isOfCopy = this.#sent.titled(text) !== undefined || isAllKnown(read[index], text);
      // Words among those of the copy that are not in it: nobody else can have written them.
      if (isOfCopy) this.#endStretch();
      else if (this.#isInCopy) this.#say(text, this.#current);
      else if (!isBlank(text)) this.leftQuoted += 1;
    }
    this.#endStretch();
  }

  #say(text: string, section: Place): void {
    const last = this.#stretches.at(-1);
    if (last && last.section === section) last.lines.push(text);
    else this.#stretches.push({ section, lines: [text] });
  }

  /** What is said next is another stretch, though of the same section. */
  #endStretch(): void {
    const last = this.#stretches.at(-1);
    if (last && !isBlank(last.lines.at(-1) ?? "")) last.lines.push("");
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

const counted = (why: string, count: number): Loss[] =>
  count === 0 ? [] : [{ place: `${why}/${String(count)}`, words: "" }];
