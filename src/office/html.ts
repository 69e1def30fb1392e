// HTML as word processors save it (Word, LibreOffice, Google Docs) and as people write it by hand.
import { saidInHeaders, type Block, type Change, type OfficeDocument, type Run } from "./document.ts";
import { hearHtml, type HtmlAttributes } from "./html-events.ts";
import { refuse } from "./messages.ts";

/** Elements that stand on lines of their own. */
const apart = new Set(
  `address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
   figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre search
   section select summary table tbody td textarea tfoot th thead tr ul`.split(/\s+/),
);

/** Elements whose text is not the page's. */
const unseen = new Set(["head", "script", "style", "title", "template", "noframes", "object"]);

const heading = /^h[1-6]$/;

/** Tables one inside the other, more than any document has. */
const DEEPEST = 50;

/** A link to a note or a comment, or back from it: its text only numbers it. */
const reference =
  /^[^#]*#_?(?:ftn|edn|msocom|msoanchor|cmnt|sdfootnote|sdendnote|(?:user-content-)?fn(?:ref)?[:-]?\d+(?:[:-]\d+)?$)/i;

/** Where Word, LibreOffice and pandoc put a footnote, and Word a comment. */
const noteId = /^_?(?:ftn|edn|sdfootnote|sdendnote|(?:user-content-)?fn[:-]?)\d+$/i;
const commentId = /^_com_\d+$/i;

/**
 * The paragraphs and tables of an HTML text. Insertions and deletions (`<ins>`, `<del>`) are changes;
 * notes and comments stand apart; scripts, styles and what a browser does not show are no text, but
 * what a style hides is kept. Refuses more than 50 tables one inside the other.
 */
export function readHtml(source: string, file: string): OfficeDocument {
  const reader = new HtmlReader(file);
  const { isCut } = hearHtml(source, reader);
  reader.endParagraph();
  return {
    blocks: reader.blocks,
    comments: reader.comments
      .map((text) => ({ author: "", text: text.trim() }))
      .filter(({ text }) => text !== ""),
    notes: reader.notes.map((text) => text.trim()).filter(Boolean),
    headers: saidInHeaders(reader.headers.map((text) => text.trim())),
    problems: isCut ? [source.split("\n").length] : [],
  };
}

type Aside = "note" | "comment" | "header";

/** Where Word and LibreOffice's Writer, and pandoc, put what stands at the foot of a text. */
const ofNotes = /(?:^|\s)(?:footnotes|endnotes|doc-endnotes|doc-footnote)(?:\s|$)/i;

/** How the text of an element is to be read. */
interface Manner {
  readonly isBold: boolean;
  readonly isUnseen: boolean;
  /** Its spaces and line breaks are as written. */
  readonly isAsWritten: boolean;
  readonly change?: Change;
  readonly aside?: Aside;
}

interface Row {
  readonly cells: Block[][];
}

class HtmlReader {
  readonly blocks: Block[] = [];
  readonly comments: string[] = [];
  readonly notes: string[] = [];
  readonly headers: string[] = [];
  readonly #file: string;
  readonly #manners: Manner[] = [{ isBold: false, isUnseen: false, isAsWritten: false }];
  /** Where blocks go: the document, or the innermost cell. */
  readonly #places: Block[][] = [this.blocks];
  readonly #tables: Row[][] = [];
  readonly #boldClasses = new Set<string>();
  #styles = "";
  #runs: { text: string; isBold: boolean; change?: Change }[] = [];
  /** The last sign written: to look for it in a text that grows would take longer and longer. */
  #before = "\n";
  /** How many elements of titles are open. */
  #headings = 0;
  /** Google Docs tells a note by a link in its paragraph. */
  #paragraphAside: Aside | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  readonly open = (name: string, attributes: HtmlAttributes): void => {
    if (apart.has(name)) this.endParagraph();
    const manner = this.#mannerOf(name, attributes);
    const isAnother = manner.aside !== this.#manner.aside || noteId.test(attributes["id"] ?? "");
    if (manner.aside !== undefined && isAnother) this.#startAside(manner.aside);
    this.#manners.push(manner);
    if (heading.test(name)) this.#headings += 1;
    if (name === "br") this.#write("\n");
    else if (name === "table") this.#openTable();
    else if (name === "tr") this.#tables.at(-1)?.push({ cells: [] });
    else if (name === "td" || name === "th") this.#openCell();
    else if (name === "a" && /^(?:ftnt|cmnt)\d+$/.test(attributes["id"] ?? ""))
      this.#paragraphAside = attributes["id"]?.startsWith("cmnt") === true ? "comment" : "note";
    else if (name === "span" && /mso-tab-count/i.test(attributes["style"] ?? "")) this.#write("\t");
  };

  readonly text = (text: string): void => {
    const { isUnseen, isAsWritten } = this.#manner;
    if (isUnseen) this.#styles += text;
    else this.#write(isAsWritten ? text : text.replace(/[ \t\n]+/g, " "));
  };

  readonly close = (name: string): void => {
    if (apart.has(name)) this.endParagraph();
    if (heading.test(name)) this.#headings -= 1;
    if (name === "style") this.#readStyles();
    if (unseen.has(name)) this.#styles = "";
    if ((name === "td" || name === "th") && this.#places.length > 1) this.#places.pop();
    if (name === "table") this.#closeTable();
    this.#manners.pop();
  };

  endParagraph(): void {
    const runs = this.#runs;
    const aside = this.#paragraphAside ?? this.#manner.aside;
    this.#runs = [];
    this.#before = "\n";
    this.#paragraphAside = undefined;
    const last = runs.at(-1);
    if (last) last.text = last.text.trimEnd();
    const said: Run[] = runs.filter(({ text }) => text !== "");
    if (said.length === 0) return;
    const isHeading = this.#headings > 0;
    if (aside === undefined)
      this.#places.at(-1)?.push({ kind: "paragraph", runs: said, ...(isHeading && { isHeading }) });
    else this.#writeAside(aside, said.map(({ text }) => text).join(""));
  }

  get #manner(): Manner {
    return this.#manners.at(-1) ?? { isBold: false, isUnseen: false, isAsWritten: false };
  }

  #mannerOf(name: string, attributes: HtmlAttributes): Manner {
    const outer = this.#manner;
    const { style = "", class: classes = "", href = "" } = attributes;
    const weight = /font-weight\s*:\s*([a-z0-9]+)/i.exec(style)?.[1]?.toLowerCase();
    const isBold =
      weight !== undefined
        ? isHeavy(weight)
        : name === "b" ||
            name === "strong" ||
            classes.split(/\s+/).some((each) => this.#boldClasses.has(each))
          ? true
          : outer.isBold;
    const isReference = name === "a" && reference.test(href);
    const isUnseen = outer.isUnseen || unseen.has(name) || isReference || /mso-tab-count/i.test(style);
    const isAsWritten = outer.isAsWritten || name === "pre" || name === "textarea";
    const change = changeOf(name, attributes) ?? outer.change;
    const aside = outer.aside ?? asideOf(name, attributes);
    return { isBold, isUnseen, isAsWritten, ...(change && { change }), ...(aside && { aside }) };
  }

  #write(text: string): void {
    const { isBold, change } = this.#manner;
    const last = this.#runs.at(-1);
    const kept = /[ \n]/.test(this.#before) && !this.#manner.isAsWritten ? text.replace(/^ +/, "") : text;
    if (kept === "") return;
    this.#before = kept.slice(-1);
    if (last?.isBold === isBold && last.change === change) last.text += kept;
    else this.#runs.push({ text: kept, isBold, ...(change && { change }) });
  }

  #startAside(aside: Aside): void {
    this.endParagraph();
    this.#listOf(aside).push("");
  }

  #listOf(aside: Aside): string[] {
    return aside === "note" ? this.notes : aside === "comment" ? this.comments : this.headers;
  }

  #writeAside(aside: Aside, text: string): void {
    const list = this.#listOf(aside);
    const open = this.#manner.aside === aside ? list.pop() : undefined;
    list.push(open === undefined ? text : `${open}\n${text}`);
  }

  #openTable(): void {
    if (this.#tables.length >= DEEPEST) throw refuse("office.too-deep", { file: this.#file });
    const rows: Row[] = [];
    this.#tables.push(rows);
  }

  #openCell(): void {
    const cell: Block[] = [];
    const rows = this.#tables.at(-1);
    if (rows?.length === 0) rows.push({ cells: [] });
    rows?.at(-1)?.cells.push(cell);
    // A cell outside of any table is a place like another.
    this.#places.push(rows ? cell : (this.#places.at(-1) ?? this.blocks));
  }

  #closeTable(): void {
    const rows = this.#tables.pop();
    const filled = rows?.map(({ cells }) => cells).filter((cells) => cells.length > 0) ?? [];
    if (filled.length > 0) this.#places.at(-1)?.push({ kind: "table", rows: filled });
  }

  /** Google Docs says what is bold by a class, and what the class means at the start. */
  #readStyles(): void {
    for (const [, name = "", rules = ""] of this.#styles.matchAll(/\.([A-Za-z_][\w-]*)\s*\{([^{}]*)\}/g)) {
      const weight = /font-weight\s*:\s*([a-z0-9]+)/i.exec(rules)?.[1]?.toLowerCase();
      if (weight !== undefined && isHeavy(weight)) this.#boldClasses.add(name);
    }
  }
}

/** What is no part of the text; LibreOffice's heads and feet of pages stand in it once. */
function asideOf(
  name: string,
  { id = "", class: classes = "", role = "", title = "" }: HtmlAttributes,
): Aside | undefined {
  if (commentId.test(id) || /\bmsocomtxt\b/i.test(classes)) return "comment";
  const isBlock = name === "section" || name === "div" || name === "aside" || name === "ol";
  if (noteId.test(id) || (isBlock && (ofNotes.test(classes) || ofNotes.test(role)))) return "note";
  return name === "div" && /^(?:header|footer)$/i.test(title) ? "header" : undefined;
}

const isHeavy = (weight: string): boolean => /^(?:bold|bolder|[6-9]00)$/.test(weight);

function changeOf(name: string, { cite = "", title = "" }: HtmlAttributes): Change | undefined {
  if (name !== "ins" && name !== "del") return undefined;
  const author = /^mailto:([^?]*)/i.exec(cite)?.[1] ?? title;
  return { kind: name === "ins" ? "insertion" : "deletion", author };
}
