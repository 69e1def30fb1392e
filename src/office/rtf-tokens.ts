// RTF cut into what it is made of (Rich Text Format 1.9.1, "Basic Entities").

export type RtfToken =
  | { readonly kind: "open" | "close" | "star" }
  | { readonly kind: "word"; readonly name: string; readonly value: number | undefined }
  | { readonly kind: "symbol"; readonly sign: string }
  | { readonly kind: "byte"; readonly byte: number }
  | { readonly kind: "text"; readonly text: string };

const plain = /[^\\{}\n\r]+/y;
const word = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const byte = /\\'([0-9a-fA-F]{2})/y;

export class RtfTokens {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Line of what comes next, from 1. */
  get line(): number {
    return this.#source.slice(0, this.#at).split("\n").length;
  }

  /** Undefined at the end. Line breaks of the file mean nothing. */
  next(): RtfToken | undefined {
    const source = this.#source;
    while (source.charAt(this.#at) === "\n" || source.charAt(this.#at) === "\r") this.#at += 1;
    const sign = source.charAt(this.#at);
    if (sign === "") return undefined;
    if (sign === "{" || sign === "}") {
      this.#at += 1;
      return { kind: sign === "{" ? "open" : "close" };
    }
    if (sign !== "\\") return { kind: "text", text: this.#take(plain)?.[0] ?? "" };
    const [, name = "", value] = this.#take(word) ?? [];
    if (name !== "") return { kind: "word", name, value: value === undefined ? undefined : Number(value) };
    const hex = this.#take(byte)?.[1];
    if (hex !== undefined) return { kind: "byte", byte: parseInt(hex, 16) };
    const escaped = source.charAt(this.#at + 1);
    this.#at += 2;
    return escaped === "*" ? { kind: "star" } : { kind: "symbol", sign: escaped };
  }

  /** Goes over what is no text, when a group ends right after it; else it is read, and this is false. */
  skip(count: number): boolean {
    if (count < 0 || !/^[\n\r]?\}/.test(this.#source.slice(this.#at + count, this.#at + count + 2)))
      return false;
    this.#at += count;
    return true;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }
}
