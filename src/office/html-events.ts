// HTML as a browser hears it: tags, text, entities. Whatever is wrong with it, it is read to its
// end, in time that grows with its size alone: what it opens and never closes costs nothing.
import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";

export type HtmlAttributes = Readonly<Record<string, string>>;

export interface HtmlHandler {
  /** `name` in small letters; attributes' names too. */
  readonly open: (name: string, attributes: HtmlAttributes) => void;
  /** The text of scripts, styles and titles too. */
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** Elements that hold nothing (HTML Living Standard, 13.1.2). */
const empty = new Set(
  "area base basefont br col embed frame hr img input link meta param source track wbr".split(" "),
);

/** What an element that opens closes first (13.1.2.4, optional tags). */
const closes: Readonly<Record<string, readonly string[]>> = {
  a: ["a"],
  li: ["li"],
  dt: ["dt", "dd"],
  dd: ["dt", "dd"],
  option: ["option"],
  body: ["head"],
  ...Object.fromEntries(
    "address blockquote center div dl fieldset form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul"
      .split(" ")
      .map((name) => [name, ["p"]]),
  ),
};

/** Inside them nothing closes what is outside. */
const walls = new Set(["table", "td", "th", "caption"]);

const rows = new Set(["tr", "tbody", "thead", "tfoot"]);

/**
 * Tells `handler` what is in `source`. True when it stops inside a tag, a comment or a script:
 * words may then be missing from its end.
 */
export function hearHtml(source: string, handler: HtmlHandler): { readonly isCut: boolean } {
  const hearer = new Hearer(source, handler);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, hearer);
  tokenizer.write(source);
  tokenizer.end();
  return { isCut: hearer.finish() };
}

/** What is open between two walls: how often each name is, so that a stray end tag costs nothing. */
interface Space {
  readonly wall: string;
  readonly names: string[];
  readonly counts: Map<string, number>;
}

class Hearer implements TokenizerCallbacks {
  readonly #source: string;
  readonly #handler: HtmlHandler;
  readonly #spaces: Space[] = [{ wall: "", names: [], counts: new Map() }];
  #name = "";
  #attributes: Record<string, string> = {};
  #attribute = "";
  #value = "";
  /** How far what was heard goes. */
  #heard = 0;
  #isInComment = false;

  constructor(source: string, handler: HtmlHandler) {
    this.#source = source;
    this.#handler = handler;
  }

  /** Closes what is open. */
  finish(): boolean {
    const isInside = this.#spaces.some(({ names }) =>
      names.some((name) => /^(?:script|style|title)$/.test(name)),
    );
    while (this.#spaces.length > 0) this.#leave();
    return isInside || this.#isInComment || this.#heard < this.#source.length;
  }

  ontext(start: number, end: number): void {
    this.#heard = end;
    this.#handler.text(this.#source.slice(start, end));
  }

  ontextentity(code: number, end: number): void {
    this.#heard = end;
    this.#handler.text(String.fromCodePoint(code));
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#source.slice(start, end).toLowerCase();
    this.#attributes = {};
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, end).toLowerCase();
    this.#value = "";
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#source.slice(start, end);
  }

  onattribentity(code: number): void {
    this.#value += String.fromCodePoint(code);
  }

  onattribend(): void {
    // The first of a name counts; `__proto__` is no attribute of any program's.
    if (this.#attribute !== "__proto__" && !Object.hasOwn(this.#attributes, this.#attribute))
      this.#attributes[this.#attribute] = this.#value;
  }

  onopentagend(end: number): void {
    this.#heard = end + 1;
    const name = this.#name;
    this.#closeBefore(name);
    this.#handler.open(name, this.#attributes);
    if (empty.has(name)) this.#handler.close(name);
    else this.#enter(name);
  }

  onselfclosingtag(end: number): void {
    // `<a name="…"/>` and `<o:p/>` of Word hold nothing; a browser would leave the first open.
    this.#heard = end + 1;
    this.#closeBefore(this.#name);
    this.#handler.open(this.#name, this.#attributes);
    this.#handler.close(this.#name);
  }

  onclosetag(start: number, end: number): void {
    this.#heard = end + 1;
    const name = this.#source.slice(start, end).trim().toLowerCase();
    if (name === "br") {
      this.#handler.open(name, {});
      this.#handler.close(name);
    } else if (walls.has(name)) this.#leaveTo(name);
    else if (rows.has(name)) this.#leaveRow(name);
    else this.#close(name);
  }

  oncomment(_start: number, end: number): void {
    this.#heard = end + 1;
    this.#isInComment = end >= this.#source.length;
  }

  oncdata(start: number, end: number, offset: number): void {
    this.#heard = end + 1;
    this.#handler.text(this.#source.slice(start, end - offset));
  }

  ondeclaration(_start: number, end: number): void {
    this.#heard = end + 1;
  }

  onprocessinginstruction(_start: number, end: number): void {
    this.#heard = end + 1;
  }

  onend(): void {
    // What is still open is closed by finish().
  }

  #closeBefore(name: string): void {
    if (/^(?:td|th|caption)$/.test(name)) this.#leaveTo("td", "th", "caption");
    else if (rows.has(name)) this.#leaveRow(name);
    for (const closed of closes[name] ?? []) this.#close(closed);
  }

  #enter(name: string): void {
    if (walls.has(name)) this.#spaces.push({ wall: name, names: [], counts: new Map() });
    else {
      const space = this.#spaces.at(-1);
      space?.names.push(name);
      space?.counts.set(name, (space.counts.get(name) ?? 0) + 1);
    }
  }

  /** Closes the nearest element of that name between the same walls, and what is in it. */
  #close(name: string): void {
    const space = this.#spaces.at(-1);
    if (!space || (space.counts.get(name) ?? 0) === 0) return;
    let last: string | undefined;
    do last = this.#closeLast(space);
    while (last !== name);
  }

  #closeLast({ names, counts }: Space): string | undefined {
    const name = names.pop();
    if (name === undefined) return undefined;
    counts.set(name, (counts.get(name) ?? 1) - 1);
    this.#handler.close(name);
    return name;
  }

  /** Leaves the innermost walls up to one of these names, without leaving another table. */
  #leaveTo(...names: string[]): void {
    for (let at = this.#spaces.length - 1; at > 0; at -= 1) {
      const wall = this.#spaces[at]?.wall ?? "";
      if (names.includes(wall)) {
        while (this.#spaces.length > at) this.#leave();
        return;
      }
      if (wall === "table") return;
    }
  }

  #leaveRow(name: string): void {
    this.#leaveTo("td", "th", "caption");
    this.#close(name);
  }

  #leave(): void {
    const space = this.#spaces.at(-1);
    if (!space) return;
    while (this.#closeLast(space) !== undefined);
    this.#spaces.pop();
    if (space.wall !== "") this.#handler.close(space.wall);
  }
}
