// JSON that is not whole (`NaN` from Python, one object per line, files cut off before their end,
// quotes that nobody escaped): what can be read of it, and where it is damaged.
import { refuse } from "../messages.ts";
import { withoutControls } from "../words.ts";

/** Deeper than any transcript. */
export const DEEPEST = 200;

/** How deep an object may be whose place is kept: deeper are words, which would double the time. */
export const PLACED = 4;

/** How many damaged places are named one by one. */
const NAMED = 20;

interface DamagedJson {
  readonly value: unknown;
  readonly isCut: boolean;
  /** The first of its problems; `isLost`: words could not be read. */
  readonly problems: readonly { readonly at: number; readonly isLost: boolean }[];
  /** How many more there are, and whether words are lost in one of them. */
  readonly more: { readonly count: number; readonly isLost: boolean };
  /** Where an object not deep in the value opens, as an index. */
  readonly starts: { readonly get: (object: object) => number | undefined };
}

/** Reads it to its end. Refuses more than 200 values one inside the other. */
export function readDamagedJson(text: string, file: string): DamagedJson {
  const reader = new JsonReader(text, file);
  const value = reader.readAll();
  const { isCut, problems, more, starts } = reader;
  return { value, isCut, problems, more, starts };
}

const literals: readonly (readonly [string, unknown])[] = [
  ["true", true],
  ["false", false],
  ["null", null],
  ["NaN", null],
  ["Infinity", null],
  ["-Infinity", null],
];

const number = /-?\d[-+.\deE]*/y;

/** What stands where a value should be and is none. */
const missing = Symbol("no value");

class JsonReader {
  isCut = false;
  readonly starts = new WeakMap<object, number>();
  readonly problems: { at: number; isLost: boolean }[] = [];
  readonly more = { count: 0, isLost: false };
  readonly #text: string;
  readonly #isAnyEscaped: boolean;
  readonly #file: string;
  #at = 0;
  #depth = 0;
  #lastProblem = -1;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#isAnyEscaped = text.includes("\\");
    this.#file = file;
  }

  readAll(): unknown {
    const values: unknown[] = [];
    while (this.#hasMore()) {
      const value = this.#readValue();
      if (value === missing) this.#skipDamaged();
      else values.push(value);
    }
    return values.length > 1 ? values : values[0];
  }

  #readValue(): unknown {
    const sign = this.#text.charAt(this.#at);
    if (sign === '"') return this.#readString();
    if (sign !== "{" && sign !== "[") return this.#readScalar();
    if (this.#depth >= DEEPEST) throw refuse("import.too-deep", { file: this.#file });
    this.#depth += 1;
    const value = sign === "{" ? this.#readObject() : this.#readList();
    this.#depth -= 1;
    return value;
  }

  #readList(): unknown[] {
    const list: unknown[] = [];
    this.#readMembers("]", () => {
      const value = this.#readValue();
      if (value === missing) return false;
      list.push(value);
      return true;
    });
    return list;
  }

  #readObject(): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    if (this.#depth <= PLACED) this.starts.set(object, this.#at);
    this.#readMembers("}", () => {
      const start = this.#at;
      if (this.#text.charAt(start) !== '"') return false;
      const key = this.#readString();
      this.#skipSpace();
      if (this.#text.charAt(this.#at) !== ":") {
        if (this.#at < this.#text.length) this.#say(start, true);
        return true;
      }
      this.#at += 1;
      this.#skipSpace();
      const value = this.#readValue();
      if (value === missing) return this.#at >= this.#text.length;
      if (Object.hasOwn(object, key) && object[key] !== value) this.#say(start, true);
      // It would set the object's prototype, and no program calls speech so.
      if (key !== "__proto__") object[key] = value;
      return true;
    });
    return object;
  }

  /** Reads members up to the bracket that closes; `readOne` is false where there is none. */
  #readMembers(close: "]" | "}", readOne: () => boolean): void {
    this.#at += 1;
    let isParted = true;
    while (this.#hasMore()) {
      const sign = this.#text.charAt(this.#at);
      if (sign === close) {
        this.#at += 1;
        return;
      }
      if (sign === "," && !isParted) {
        isParted = true;
        this.#at += 1;
        continue;
      }
      if (!isParted) this.#say(this.#at, false);
      if (readOne()) isParted = false;
      else if (this.#at < this.#text.length) {
        this.#skipDamaged();
        if (this.#text.charAt(this.#at) === ",") this.#at += 1;
      }
    }
    this.isCut = true;
  }

  #readScalar(): unknown {
    const start = this.#at;
    number.lastIndex = start;
    const [written = ""] = number.exec(this.#text) ?? [];
    if (written === "") return this.#readLiteral();
    this.#at += written.length;
    // What goes on after the end of the text may have been another number.
    if (this.#at >= this.#text.length && this.#depth > 0) return missing;
    const value = Number(written);
    if (!Number.isNaN(value)) return Number.isFinite(value) ? value : null;
    this.#at = start;
    return missing;
  }

  #readLiteral(): unknown {
    const [name, value] = literals.find(([each]) => this.#text.startsWith(each, this.#at)) ?? [];
    if (name === undefined) return missing;
    this.#at += name.length;
    return value;
  }

  /**
   * A string ends at the first quote that is followed by what may follow a string: so valid JSON
   * is read as it is, and quotes that a person forgot to escape stay in the words.
   */
  #readString(): string {
    const start = this.#at + 1;
    let isEscaped = false;
    for (let at = start; at < this.#text.length; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code === 0x5c) {
        isEscaped = true;
        at += 1;
      } else if (code === 0x22) {
        this.#at = at + 1;
        if (this.#isAfterString())
          return settle(this.#text.slice(start, at), { isEscaped, isAny: this.#isAnyEscaped });
        this.#say(at, false);
      }
    }
    this.isCut = true;
    this.#at = this.#text.length;
    const cut = this.#text.slice(start).replace(/\\(?:u[0-9a-fA-F]{0,3})?$/, "");
    return settle(cut, { isEscaped, isAny: this.#isAnyEscaped });
  }

  #isAfterString(): boolean {
    let at = this.#at;
    while (isSpace(this.#text.charCodeAt(at))) at += 1;
    const next = this.#text.charAt(at);
    // A quote on another line opens the next string: a comma is missing.
    return (
      next === "" || ",:}]".includes(next) || (next === '"' && this.#text.slice(this.#at, at).includes("\n"))
    );
  }

  /** Goes over what is no value, up to where one may begin or end. */
  #skipDamaged(): void {
    const start = this.#at;
    this.#at += 1;
    while (this.#at < this.#text.length && !'{}[],"'.includes(this.#text.charAt(this.#at))) this.#at += 1;
    this.#say(start, /\p{L}/u.test(this.#text.slice(start, this.#at)));
  }

  #say(at: number, isLost: boolean): void {
    const isAgain = this.#lastProblem === at;
    const isNamed = isAgain ? this.more.count === 0 : this.problems.length < NAMED;
    this.#lastProblem = at;
    if (!isNamed) {
      if (!isAgain) this.more.count += 1;
      this.more.isLost ||= isLost;
      return;
    }
    const last = this.problems.at(-1);
    if (isAgain && last) last.isLost ||= isLost;
    else this.problems.push({ at, isLost });
  }

  #hasMore(): boolean {
    this.#skipSpace();
    return this.#at < this.#text.length;
  }

  #skipSpace(): void {
    while (isSpace(this.#text.charCodeAt(this.#at))) this.#at += 1;
  }
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;

const escapes: Readonly<Record<string, string>> = { b: "", f: "\n", n: "\n", r: "\r", t: "\t" };

/** As the whole is settled (json.ts): once something is escaped, every string is. */
function settle(written: string, { isEscaped, isAny }: { isEscaped: boolean; isAny: boolean }): string {
  if (!isEscaped) return isAny ? settleEscaped(written) : written;
  const plain = written.replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (_, ...found) => {
    const [code, sign = ""] = found as (string | undefined)[];
    return code === undefined ? (escapes[sign] ?? sign) : String.fromCharCode(parseInt(code, 16));
  });
  return settleEscaped(plain);
}

/** What escapes may have brought in: halves of signs, control characters, letters and accents apart. */
export function settleEscaped(plain: string): string {
  return withoutControls(plain.replace(/\p{Surrogate}/gu, "\uFFFD"));
}
