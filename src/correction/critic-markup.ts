// CriticMarkup (http://criticmarkup.com): additions, deletions, substitutions, highlights and
// comments written in the text itself. Read here as the text with every change accepted, and
// the comments with the words they bear on. HTML comments are read as comments too.

import type { Kind } from "./correction.ts";
import { closeOf, literalMarks, nextOpener, type Mark } from "./marks.ts";

export interface TextComment {
  /** Range in the accepted text, UTF-16, end exclusive; empty when the comment stands at a point. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** It follows a mark that changes these words: it is about what changed there. */
  readonly isOnChange?: true;
  /** What the person said that it is, where the return asks for it. */
  readonly kind?: Kind;
}

export interface AcceptedText {
  readonly text: string;
  readonly comments: readonly TextComment[];
  /** Where in the source a mark begins that does not close; it stays as plain words. */
  readonly unclosed: readonly { readonly offset: number; readonly mark: string }[];
}

/**
 * Accepts every mark of a text. A mark that stood in `sent` already, letter for letter, is a
 * word like another: it is left as it is.
 */
export function acceptMarks(source: string, sent = ""): AcceptedText {
  const reader = new MarkReader(source, literalMarks(source, sent));
  reader.read(0, source.length);
  return { text: reader.text(), comments: reader.comments, unclosed: reader.unclosed };
}

class MarkReader {
  readonly comments: TextComment[] = [];
  readonly unclosed: { offset: number; mark: string }[] = [];
  readonly #source: string;
  // Pieces: a string that is added to and looked at in turn is copied each time.
  readonly #pieces: string[] = [];
  #length = 0;
  readonly #literal: ReadonlyMap<number, number>;

  constructor(source: string, literal: ReadonlyMap<number, number>) {
    this.#source = source;
    this.#literal = literal;
  }

  text(): string {
    return this.#pieces.join("");
  }

  #keep(words: string): void {
    if (words === "") return;
    this.#pieces.push(words);
    this.#length += words.length;
  }

  read(from: number, to: number): void {
    let at = from;
    while (at < to) {
      const open = nextOpener(this.#source, at, to);
      if (open === undefined) break;
      this.#keep(this.#source.slice(at, open.offset));
      at = this.#readMark(open.offset, open.mark, to);
    }
    if (at < to) this.#keep(this.#source.slice(at, to));
  }

  /** Reads one mark and gives the offset after it. */
  #readMark(offset: number, mark: Mark, to: number): number {
    const literalEnd = this.#literal.get(offset);
    if (literalEnd !== undefined) {
      this.#keep(this.#source.slice(offset, literalEnd));
      return literalEnd;
    }
    const inside = offset + mark.open.length;
    const close = closeOf(this.#source, inside, to, mark);
    if (close === undefined) {
      this.unclosed.push({ offset, mark: mark.open });
      // As an entity, so that an open HTML comment cannot hide what follows it.
      this.#keep(mark.open === "<!--" ? "&lt;!--" : mark.open);
      return inside;
    }
    const end = close + mark.close.length;
    switch (mark.open) {
      case "{++":
        return this.#readChange(inside, close, end, to);
      case "{--":
        this.#drop(inside, close);
        return this.#closeUp(end);
      case "{~~": {
        const arrow = this.#source.indexOf("~>", inside);
        this.#drop(inside, arrow);
        return this.#readChange(arrow + 2, close, end, to);
      }
      case "{==":
        return this.#readHighlight(inside, close, end, to);
      default:
        this.#comment({ start: this.#length, end: this.#length }, inside, close);
        return this.#closeUp(end);
    }
  }

  /** Words put in, and the comment that follows them, which bears on all of them. */
  #readChange(inside: number, close: number, end: number, to: number): number {
    const start = this.#length;
    this.read(inside, close);
    const next = nextOpener(this.#source, end, to);
    if (next?.mark.open !== "{>>" || !/^[ \t]*$/.test(this.#source.slice(end, next.offset))) return end;
    const commentClose = closeOf(this.#source, next.offset + 3, to, next.mark);
    if (commentClose === undefined || this.#literal.has(next.offset)) return end;
    this.#comment({ start, end: this.#length, isOnChange: true }, next.offset + 3, commentClose);
    this.#keep(this.#source.slice(end, next.offset));
    return this.#closeUp(commentClose + 3);
  }

  /** The comment that follows highlighted words bears on them; without one, they are pointed at. */
  #readHighlight(inside: number, close: number, end: number, to: number): number {
    const start = this.#length;
    this.read(inside, close);
    const stop = this.#length;
    const next = nextOpener(this.#source, end, to);
    const isCommented = next?.mark.open === "{>>" && this.#source.slice(end, next.offset).trim() === "";
    const commentClose = isCommented ? closeOf(this.#source, next.offset + 3, to, next.mark) : undefined;
    if (next === undefined || commentClose === undefined) {
      this.comments.push({ start, end: stop, words: "" });
      return end;
    }
    this.#comment({ start, end: stop }, next.offset + 3, commentClose);
    return commentClose + 3;
  }

  #comment(place: Omit<TextComment, "words">, from: number, to: number): void {
    const words = this.#source
      .slice(from, to)
      .replace(/\n {0,3}> ?/g, "\n")
      .trim();
    if (words !== "") this.comments.push({ ...place, words });
  }

  /** Deleted words go; the comments among them stay, at the point where the words were. */
  #drop(from: number, to: number): void {
    const inner = acceptMarks(this.#source.slice(from, to));
    const at = this.#length;
    for (const { words } of inner.comments)
      if (words !== "") this.comments.push({ start: at, end: at, words });
    for (const { offset, mark } of inner.unclosed) this.unclosed.push({ offset: from + offset, mark });
  }

  /** What a mark leaves between two spaces is one space. */
  #closeUp(end: number): number {
    const isOpen = /^$|[ \n]$/.test(this.#pieces.at(-1) ?? "");
    return isOpen && this.#source[end] === " " ? end + 1 : end;
  }
}
