// Tables as text: fields between commas, semicolons, tabs or bars (RFC 4180), as spreadsheets and
// transcription programs write them, with their broken quotes.

export interface Row {
  /** Where it starts in the file, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

export interface Delimited {
  /** Without blank ones. */
  readonly rows: readonly Row[];
  /** Lines, from 1, where quotes are broken. */
  readonly problems: readonly number[];
}

/**
 * Reads a table. A quoted field ends at a quote followed by a delimiter or a line's end, so quotes
 * that nobody doubled stay in it; one that never ends is read as if it had no quote, to the end of
 * its line. `text`: with LF line ends.
 */
export function readDelimited(text: string, delimiter: string): Delimited {
  const reader = new DelimitedReader(text, delimiter);
  const rows: Row[] = [];
  while (!reader.isAtEnd) {
    const row = reader.readRow();
    if (row.fields.some((field) => field.trim() !== "")) rows.push(row);
  }
  return { rows, problems: [...new Set(reader.problems)] };
}

class DelimitedReader {
  readonly problems: number[] = [];
  readonly #text: string;
  readonly #delimiter: string;
  /** whisper.cpp writes `\"` in fields where others write `""`. */
  readonly #hasBackslashes: boolean;
  #at = 0;
  #line = 1;
  /** From here on no quoted field ends. */
  #noEnd = Infinity;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#hasBackslashes = text.includes('\\"') && !/[^\n,;\t|]""/.test(text.replaceAll('\\""', ""));
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  readRow(): Row {
    const line = this.#line;
    const fields = [this.#readField()];
    while (this.#text.startsWith(this.#delimiter, this.#at)) {
      this.#at += 1;
      fields.push(this.#readField());
    }
    this.#at += 1;
    this.#line += 1;
    return { line, fields };
  }

  #readField(): string {
    let start = this.#at;
    while (this.#text.charAt(start) === " ") start += 1;
    if (this.#text.charAt(start) !== '"') return this.#readPlain(this.#at);
    const quoted = this.#readQuoted(start + 1);
    if (quoted !== undefined) return quoted;
    const plain = this.#readPlain(start);
    // Quotes in pairs are words' own: Whisper's tables have no other.
    if (plain.split('"').length % 2 === 1) return plain;
    this.problems.push(this.#line);
    return plain.slice(1);
  }

  #readPlain(start: number): string {
    let end = start;
    while (end < this.#text.length && !this.#isEnd(end)) end += 1;
    this.#at = end;
    return this.#text.slice(start, end);
  }

  /** The field without its quotes; undefined, and nothing read, when it has no end. */
  #readQuoted(start: number): string | undefined {
    const opening = this.#line;
    if (start < this.#noEnd) {
      const pieces: string[] = [];
      const inside: number[] = [];
      let line = opening;
      let from = start;
      let at = this.#text.indexOf('"', start);
      for (let last = start; at !== -1; at = this.#text.indexOf('"', at + 1)) {
        line += countLines(this.#text.slice(last, at));
        last = at;
        const isEscaped = this.#hasBackslashes && at > from && this.#text.charAt(at - 1) === "\\";
        if (isEscaped || this.#text.charAt(at + 1) === '"') {
          pieces.push(this.#text.slice(from, isEscaped ? at - 1 : at), '"');
          from = isEscaped ? at + 1 : at + 2;
          at = from - 1;
        } else if (this.#endsAfter(at)) {
          this.#line = line;
          for (const each of inside) this.problems.push(each);
          return [...pieces, this.#text.slice(from, at)].join("");
        } else if (line > opening && (inside.length > 0 || this.#isEnd(at - 1))) {
          // Another field starts here, or quotes are not doubled: this one ended with its line.
          break;
        } else inside.push(line);
      }
      if (at === -1) this.#noEnd = start;
    }
    return undefined;
  }

  /** True, and goes there, when nothing but spaces stands between a quote and the field's end. */
  #endsAfter(quote: number): boolean {
    let at = quote + 1;
    while (this.#text.charAt(at) === " ") at += 1;
    if (at < this.#text.length && !this.#isEnd(at)) return false;
    this.#at = at;
    return true;
  }

  #isEnd(at: number): boolean {
    const sign = this.#text.charAt(at);
    return sign === this.#delimiter || sign === "\n";
  }
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
