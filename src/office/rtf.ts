// Rich Text Format (Microsoft, version 1.9.1) as Word, LibreOffice, TextEdit and f4 write it.
import { saidInHeaders, type Block, type Change, type OfficeDocument, type Run } from "./document.ts";
import { refuse } from "./messages.ts";
import { codePageOf, decodeBytes } from "./rtf-code-pages.ts";
import { RtfTables } from "./rtf-tables.ts";
import { RtfTokens, type RtfToken } from "./rtf-tokens.ts";

/** Groups one inside the other, more than any document has. */
const DEEPEST = 1000;

/** How many damaged places are named one by one. */
const NAMED = 20;

/**
 * The paragraphs and tables of an RTF file, with who changed what; notes and comments stand apart.
 * So do headers and footers; pictures and what numbers lists are left. `source`: its bytes as text. Refuses
 * more than 1000 groups one inside the other.
 */
export function readRtf(source: string, file: string): OfficeDocument {
  return new RtfReader(source, file).read();
}

/** Where what is read goes. */
type Destination =
  "text" | "note" | "header" | "comment" | "author" | "authors" | "fonts" | "shape" | "nowhere";

/** What a group holds for itself, and takes from the one around it. */
interface Group {
  readonly destination: Destination;
  readonly isBold: boolean;
  readonly codePage: number | undefined;
  /** How many signs stand in for a Unicode one, for those who cannot read it. */
  readonly standIns: number;
  readonly changed: Change["kind"] | undefined;
  readonly author: number;
  /** Depth of tables. */
  readonly depth: number;
  /** Words of the paragraph that a box interrupts. */
  readonly interrupted: readonly Writing[] | undefined;
}

interface Writing {
  text: string;
  readonly isBold: boolean;
  readonly change: Change | undefined;
}

const outermost: Group = {
  destination: "text",
  isBold: false,
  codePage: undefined,
  standIns: 1,
  changed: undefined,
  author: 0,
  depth: 0,
  interrupted: undefined,
};

const signs: Readonly<Record<string, string>> = {
  tab: "\t",
  line: "\n",
  lbr: "\n",
  softline: "\n",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: " ",
  enspace: " ",
  qmspace: " ",
};

const symbols: Readonly<Record<string, string>> = {
  "{": "{",
  "}": "}",
  "\\": "\\",
  "~": "\u00A0",
  _: "\u2011",
  "\t": "\t",
};

const destinations: Readonly<Record<string, Destination>> = {
  footnote: "note",
  annotation: "comment",
  atnauthor: "author",
  revtbl: "authors",
  fonttbl: "fonts",
  shpinst: "shape",
  ...Object.fromEntries(
    "header headerl headerr headerf footer footerl footerr footerf"
      .split(" ")
      .map((name) => [name, "header"]),
  ),
  ...Object.fromEntries(
    `colortbl stylesheet info pict listtext pntext nonshppict xe tc rxe template nonesttables shprslt fldinst filetbl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn`
      .split(/\s+/)
      .map((name) => [name, "nowhere"]),
  ),
};

/** Destinations marked as ones to leave, that hold what is wanted all the same. */
const transparent = new Set(["nesttableprops"]);

class RtfReader {
  readonly #file: string;
  readonly #tokens: RtfTokens;
  readonly #groups: Group[] = [outermost];
  readonly #tables = new RtfTables();
  readonly #notes: string[] = [];
  readonly #headers: string[] = [];
  readonly #comments: { author: string; text: string }[] = [];
  readonly #problems: number[] = [];
  readonly #authors: string[] = [];
  readonly #changes = new Map<string, Change>();
  readonly #fonts = new Map<number, number | undefined>();
  #codePage = 1252;
  #font = -1;
  #defaultFont = -1;
  #author = "";
  #writings: Writing[] = [];
  #bytes: number[] = [];
  /** How many signs to leave: they stand in for a Unicode one. */
  #leave = 0;
  #isStarred = false;

  constructor(source: string, file: string) {
    this.#file = file;
    this.#tokens = new RtfTokens(source);
  }

  read(): OfficeDocument {
    for (let token = this.#tokens.next(); token; token = this.#tokens.next()) {
      if (token.kind !== "byte") this.#writeBytes();
      this.#readToken(token);
    }
    this.#writeBytes();
    if (this.#groups.length > 1) {
      this.#say();
      this.#endParagraph();
    }
    while (this.#groups.length > 1) this.#close();
    this.#endParagraph();
    return {
      blocks: this.#tables.finish(),
      comments: this.#comments
        .map(({ author, text }) => ({ author: author.trim(), text: text.trim() }))
        .filter(({ text }) => text !== ""),
      headers: saidInHeaders(this.#headers.map((text) => text.trim())),
      notes: this.#notes.map((text) => text.trim()).filter(Boolean),
      problems: this.#problems,
    };
  }

  get #group(): Group {
    return this.#groups.at(-1) ?? outermost;
  }

  #set(changes: Partial<Group>): void {
    this.#groups[this.#groups.length - 1] = { ...this.#group, ...changes };
  }

  #readToken(token: RtfToken): void {
    const isStarred = this.#isStarred;
    this.#isStarred = token.kind === "star";
    if (token.kind === "open") this.#open();
    else if (token.kind === "close") this.#close();
    else if (token.kind === "byte") this.#readByte(token.byte);
    else if (token.kind === "text") this.#write(this.#withoutStandIns(token.text));
    else if (token.kind === "symbol") this.#readSymbol(token.sign);
    else if (token.kind === "word") this.#readWord(token.name, token.value, isStarred);
  }

  #open(): void {
    if (this.#groups.length > DEEPEST) throw refuse("office.too-deep", { file: this.#file });
    this.#leave = 0;
    this.#groups.push({ ...this.#group, interrupted: undefined });
  }

  #close(): void {
    this.#leave = 0;
    if (this.#groups.length === 1) {
      this.#say();
      return;
    }
    const { interrupted } = this.#group;
    if (interrupted) {
      this.#endParagraph();
      this.#writings = [...interrupted];
    }
    this.#groups.pop();
    if (this.#group.destination === "authors") this.#authors.push("");
  }

  #readSymbol(sign: string): void {
    if (this.#leave > 0) this.#leave -= 1;
    else if (sign === "\n" || sign === "\r") this.#endParagraph();
    else this.#write(symbols[sign] ?? "");
  }

  #readByte(byte: number): void {
    if (this.#leave > 0) this.#leave -= 1;
    else if (this.#group.destination !== "nowhere") this.#bytes.push(byte);
  }

  #writeBytes(): void {
    if (this.#bytes.length === 0) return;
    const text = decodeBytes(this.#bytes, this.#group.codePage ?? this.#codePage);
    this.#bytes = [];
    this.#write(text);
  }

  #withoutStandIns(text: string): string {
    const left = Math.min(this.#leave, text.length);
    this.#leave -= left;
    return text.slice(left);
  }

  #readWord(name: string, value: number | undefined, isStarred: boolean): void {
    const { destination } = this.#group;
    if (name === "bin") {
      if (destination !== "nowhere" || !this.#tokens.skip(value ?? 0)) this.#say();
    } else if (destination === "nowhere") return;
    else if (name === "u") this.#readUnicode(value ?? 0);
    else if (Object.hasOwn(signs, name) && this.#leave === 0) this.#write(signs[name] ?? "");
    else {
      // A word may stand in for a sign; one that does more than that does it.
      if (this.#leave > 0 && name !== "uc") this.#leave -= 1;
      if (destination === "shape") {
        if (name === "shptxt") this.#startBox();
      } else if (isStarred || Object.hasOwn(destinations, name)) this.#enter(name);
      else if (destination === "fonts") this.#readFont(name, value);
      else this.#format(name, value);
    }
  }

  /** A number over 32767 is written as a negative one; two of them make a sign beyond the first 65536. */
  #readUnicode(value: number): void {
    const code = value < 0 ? value + 0x10000 : value;
    if (code >= 0 && code <= 0xffff) this.#write(String.fromCharCode(code));
    else if (code > 0xffff && code <= 0x10ffff) this.#write(String.fromCodePoint(code));
    this.#leave = this.#group.standIns;
  }

  #enter(name: string): void {
    if (transparent.has(name)) return;
    const destination = destinations[name] ?? "nowhere";
    this.#set({ destination });
    if (destination === "note") this.#notes.push("");
    else if (destination === "header") this.#headers.push("");
    else if (destination === "author") this.#author = "";
    else if (destination === "comment") {
      this.#comments.push({ author: this.#author, text: "" });
      this.#author = "";
    }
  }

  /** The words of a box stand before the paragraph it hangs on. */
  #startBox(): void {
    this.#set({ destination: "text", interrupted: this.#writings, depth: 0 });
    this.#writings = [];
  }

  #readFont(name: string, value = 0): void {
    if (name === "f") this.#font = value;
    else if (name === "fcharset") this.#fonts.set(this.#font, codePageOf(value));
    else if (name === "cpg") this.#fonts.set(this.#font, value);
  }

  #format(name: string, value: number | undefined): void {
    const isOn = value !== 0;
    switch (name) {
      case "par":
      case "sect":
      case "page":
        this.#endParagraph();
        break;
      case "cell":
      case "nestcell":
        this.#endParagraph(Math.max(name === "cell" ? 1 : 2, this.#group.depth));
        this.#tables.endCell(name === "cell" ? 1 : Math.max(2, this.#group.depth));
        break;
      case "row":
      case "nestrow":
        this.#tables.endRow(name === "row" ? 1 : Math.max(2, this.#group.depth));
        break;
      case "pard":
        this.#set({ depth: 0 });
        break;
      case "intbl":
        this.#set({ depth: Math.max(1, this.#group.depth) });
        break;
      case "itap":
        this.#set({ depth: value ?? 0 });
        break;
      case "b":
        this.#set({ isBold: isOn });
        break;
      case "plain":
        this.#set({ isBold: false, changed: undefined, codePage: this.#fonts.get(this.#defaultFont) });
        break;
      case "f":
        this.#set({ codePage: this.#fonts.get(value ?? 0) });
        break;
      case "deff":
        this.#defaultFont = value ?? 0;
        break;
      case "uc":
        this.#set({ standIns: Math.max(0, Math.min(value ?? 1, 100)) });
        break;
      case "revised":
        this.#set({ changed: isOn ? (this.#group.changed ?? "insertion") : undefined });
        break;
      case "deleted":
        this.#set({ changed: isOn ? "deletion" : undefined });
        break;
      case "revauth":
      case "revauthdel":
        this.#set({ author: value ?? 0 });
        break;
      case "ansi":
        this.#codePage = 1252;
        break;
      case "mac":
        this.#codePage = 10000;
        break;
      case "pc":
        this.#codePage = 437;
        break;
      case "pca":
        this.#codePage = 850;
        break;
      case "ansicpg":
        if (value !== undefined && value > 0) this.#codePage = value;
        break;
    }
  }

  #write(text: string): void {
    if (text === "") return;
    const { destination, isBold } = this.#group;
    if (destination === "text") {
      const change = this.#change;
      const last = this.#writings.at(-1);
      if (last?.isBold === isBold && last.change === change) last.text += text;
      else this.#writings.push({ text, isBold, change });
    } else if (destination === "note") addTo(this.#notes, text);
    else if (destination === "header") addTo(this.#headers, text);
    else if (destination === "comment") {
      const comment = this.#comments.at(-1);
      if (comment) comment.text += text;
    } else if (destination === "author") this.#author += text;
    else if (destination === "authors") addTo(this.#authors, text.replace(/;$/, ""));
  }

  get #change(): Change | undefined {
    const { changed, author } = this.#group;
    if (changed === undefined) return undefined;
    const key = `${changed} ${String(author)}`;
    const known = this.#changes.get(key) ?? { kind: changed, author: this.#authors[author] ?? "" };
    this.#changes.set(key, known);
    return known;
  }

  #endParagraph(depth = this.#group.depth): void {
    const { destination } = this.#group;
    if (destination === "note" || destination === "header" || destination === "comment") {
      this.#write("\n");
      return;
    }
    if (destination !== "text") return;
    const runs: Run[] = this.#writings.map(({ text, isBold, change }) => ({
      text: text.replace(/\p{Surrogate}/gu, "\uFFFD"),
      isBold,
      ...(change && { change }),
    }));
    this.#writings = [];
    const endChange = this.#change;
    if (runs.length === 0 && !endChange) return;
    const block: Block = { kind: "paragraph", runs, ...(endChange && { endChange }) };
    this.#tables.add(block, depth);
  }

  #say(): void {
    if (this.#problems.length < NAMED) this.#problems.push(this.#tokens.line);
  }
}

function addTo(list: string[], text: string): void {
  list.push((list.pop() ?? "") + text);
}
