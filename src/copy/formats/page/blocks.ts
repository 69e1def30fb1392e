// Paragraphs of a layout as HTML: every word escaped, every paragraph with its number.
import { escapeHtml } from "../../../retour/html.ts";
import { CELL, type LaidBlock, type LaidRun } from "../../layout.ts";

/** A range of a paragraph's text, UTF-16, end exclusive. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** How paragraphs are written, for a letter, a presentation, a section. */
export interface Manner {
  readonly words: { readonly note: string; readonly table: string; readonly mineInline: string };
  /** Begins the ids of its notes: nothing else on the page has the same. */
  readonly prefix: string;
  readonly notes: readonly string[];
  /** True when each paragraph says its number. */
  readonly isNumbered: boolean;
  /** How much lower its headings are than written. */
  readonly lower: number;
  /** HTML put before the paragraph, within its quote. */
  readonly before?: (index: number) => string;
  /** HTML put after it. */
  readonly after?: (index: number) => string;
  /** Words of the person who answers, quoted in a paragraph. */
  readonly marked?: (index: number) => readonly Range[];
  /** True for a paragraph in a quote of the person who answers. */
  readonly isOwn?: (index: number) => boolean;
}

/** Writes paragraphs, in their quotes, lists and tables. */
export function writeBlocks(blocks: readonly LaidBlock[], manner: Manner): string {
  const written: string[] = [];
  for (let index = 0; index < blocks.length;) {
    const quote = blocks[index]?.quote ?? 0;
    let end = index;
    while (end < blocks.length && blocks[end]?.quote === quote) end += 1;
    const inside = new Run(blocks, manner).write(index, end);
    const own = manner.isOwn?.(index) === true ? ' class="mine"' : "";
    written.push(quote === 0 ? inside : `<blockquote${own}>\n${inside}\n</blockquote>`);
    index = end;
  }
  return written.join("\n");
}

/** Paragraphs that stand in one quote, or in none. */
class Run {
  readonly #blocks: readonly LaidBlock[];
  readonly #manner: Manner;
  readonly #written: string[] = [];
  /** The lists that are open, outermost first. */
  readonly #lists: { id: number; tag: string; hasItem: boolean }[] = [];
  #table: number | undefined;

  constructor(blocks: readonly LaidBlock[], manner: Manner) {
    this.#blocks = blocks;
    this.#manner = manner;
  }

  write(from: number, to: number): string {
    for (let index = from; index < to; index += 1) {
      const block = this.#blocks[index];
      if (block === undefined) continue;
      this.#tableUpTo(block);
      this.#listsUpTo(block);
      this.#written.push(this.#manner.before?.(index) ?? "");
      this.#written.push(writeBlock(block, index, this.#manner));
      this.#written.push(this.#manner.after?.(index) ?? "");
    }
    this.#tableUpTo(undefined);
    this.#listsUpTo(undefined);
    return this.#written.filter((part) => part !== "").join("\n");
  }

  #tableUpTo(block: LaidBlock | undefined): void {
    if (block?.table === this.#table) return;
    if (this.#table !== undefined) this.#written.push("</table></div>");
    this.#table = block?.table;
    if (this.#table === undefined) return;
    this.#listsUpTo(block);
    this.#written.push(
      `<div class="wide" role="region" aria-label="${this.#manner.words.table}" tabindex="0"><table>`,
    );
  }

  #listsUpTo(block: LaidBlock | undefined): void {
    const list = block?.list;
    const isOpen = (each: { id: number }, depth: number): boolean =>
      list !== undefined && (depth < list.depth || each.id === list.id);
    while (this.#lists.length > 0 && !this.#lists.every(isOpen)) this.#close();
    if (list === undefined || block === undefined) return;
    if (this.#lists.at(-1)?.id !== list.id) {
      const tag = list.isOrdered ? "ol" : "ul";
      this.#lists.push({ id: list.id, tag, hasItem: false });
      this.#written.push(`<${tag}>`);
    }
    const own = this.#lists.at(-1);
    if (own === undefined || (own.hasItem && block.kind !== "item")) return;
    if (own.hasItem) this.#written.push("</li>");
    this.#written.push(list.isOrdered ? `<li value="${String(list.number)}">` : "<li>");
    own.hasItem = true;
  }

  #close(): void {
    const { tag, hasItem } = this.#lists.pop() ?? { tag: "ul", hasItem: false };
    this.#written.push(`${hasItem ? "</li>" : ""}</${tag}>`);
  }
}

function writeBlock(block: LaidBlock, index: number, manner: Manner): string {
  const number = manner.isNumbered ? ` data-block="${String(index)}"` : "";
  const note = block.note === undefined ? "" : noteOpening(block.note, manner);
  const content = (): string => note + writeRuns(block.runs, manner, manner.marked?.(index) ?? []);
  switch (block.kind) {
    case "heading": {
      const level = String(Math.min(6, block.level + manner.lower));
      return `<h${level}${number}>${content()}</h${level}>`;
    }
    case "row": {
      const tag = block.isHeader === true ? "th" : "td";
      const cells = cellsOf(block.runs).map((runs) => `<${tag}>${writeRuns(runs, manner, [])}</${tag}>`);
      return `<tr${number}>${cells.join("")}</tr>`;
    }
    case "code":
      return `<pre${number}><code>${escapeHtml(block.text)}</code></pre>`;
    case "rule":
      return "<hr>";
    case "item":
    case "paragraph":
      return `<p${number}${note === "" ? "" : ' class="note"'}>${content()}</p>`;
  }
}

/** Where the calls of a note lead. */
function noteOpening(label: string, { prefix, notes, words }: Manner): string {
  const number = String(notes.indexOf(label) + 1);
  return `<span class="call" id="${prefix}-Note-${number}">${words.note} ${number}</span> `;
}

function writeRuns(runs: readonly LaidRun[], manner: Manner, marked: readonly Range[]): string {
  let at = 0;
  return runs
    .map((run) => {
      const start = at;
      at += run.text.length;
      if (run.note !== undefined) return noteCall(run.note, manner);
      return withLook(run, cut(run.text, start, marked, manner));
    })
    .join("");
}

function noteCall(label: string, { prefix, notes, words }: Manner): string {
  const number = String(notes.indexOf(label) + 1);
  return `<sup><a class="call" href="#${prefix}-Note-${number}" aria-label="${words.note} ${number}">${number}</a></sup>`;
}

/** The words of a run; where the person's own end, whose they are is said. */
function cut(text: string, offset: number, marked: readonly Range[], manner: Manner): string {
  let [written, at] = ["", 0];
  for (const { start, end } of marked) {
    const [from, to] = [Math.max(at, start - offset), Math.min(text.length, end - offset)];
    if (to <= from) continue;
    const whose = end - offset === to ? ` <span class="mark">(${manner.words.mineInline})</span>` : "";
    written += `${words(text.slice(at, from))}<mark>${words(text.slice(from, to))}</mark>${whose}`;
    at = to;
  }
  return written + words(text.slice(at));
}

function words(text: string): string {
  return escapeHtml(text).replaceAll("\n", "<br>");
}

function withLook({ isBold, isItalic, isStruck, isCode, link }: LaidRun, inside: string): string {
  let html = inside;
  if (isCode) html = `<code>${html}</code>`;
  if (isStruck) html = `<s>${html}</s>`;
  if (isItalic) html = `<em>${html}</em>`;
  if (isBold) html = `<strong>${html}</strong>`;
  return link === undefined ? html : `<a href="${escapeHtml(link)}" rel="noreferrer">${html}</a>`;
}

/** A row's runs, cell by cell. */
function cellsOf(runs: readonly LaidRun[]): LaidRun[][] {
  const cells: LaidRun[][] = [[]];
  for (const run of runs)
    for (const [index, text] of run.text.split(CELL).entries()) {
      if (index > 0) cells.push([]);
      if (text !== "") cells.at(-1)?.push({ ...run, text });
    }
  return cells;
}
