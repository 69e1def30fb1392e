// A paragraph of a Word document while it is read: its runs, and what is marked in it.
import { NOTE, type Block, type Change, type CommentMark, type Paragraph, type Run } from "./document.ts";
import { isOn, levelOf, type DocxStyles } from "./docx-styles.ts";

interface OpenRun {
  isBold: boolean | undefined;
  style: string | undefined;
  text: string;
}

/** What a paragraph says of itself; what it does not say, its style does. */
interface Properties {
  style?: string;
  /** From 0; 9 for text that is no title. */
  outline?: number;
  /** The list it is in: "0" for none. */
  list?: string;
  listDepth?: number;
}

/** What is there of a paragraph that was read: a comment may still end after it. */
export interface ReadParagraph extends Paragraph {
  commentMarks?: CommentMark[];
}

export class OpenParagraph {
  readonly #says: Properties = {};
  /** Of its own end. */
  endChange: Change | undefined;
  isFormatted = false;
  /** Text boxes anchored in it: they stand after it. */
  readonly boxes: Block[] = [];
  readonly #styles: DocxStyles;
  readonly #runs: Run[] = [];
  /** Runs that are open, one inside the other: the words above which others are written. */
  readonly #open: OpenRun[] = [];
  readonly #bookmarks: string[];
  readonly #marks: CommentMark[];
  #length = 0;

  /** What was marked since the last paragraph stands at the beginning of this one. */
  constructor(styles: DocxStyles, bookmarks: string[], marks: CommentMark[]) {
    this.#styles = styles;
    this.#bookmarks = bookmarks;
    this.#marks = marks;
  }

  /** The run that is open, innermost. */
  get #run(): OpenRun | undefined {
    return this.#open.at(-1);
  }

  set(property: string, value: string | undefined): void {
    const level = levelOf(value);
    if (value === undefined) return;
    if (property === "pStyle") this.#says.style = value;
    else if (property === "numId") this.#says.list = value;
    else if (property === "ilvl" && level !== undefined) this.#says.listDepth = level;
    else if (property === "outlineLvl" && level !== undefined) this.#says.outline = level;
  }

  setRun(property: string, value: string | undefined): void {
    const run = this.#run;
    if (!run) return;
    if (property === "b") run.isBold = isOn(value);
    else if (property === "rStyle") run.style = value;
  }

  openRun(change: Change | undefined): void {
    this.#flush(change);
    this.#open.push({ isBold: undefined, style: undefined, text: "" });
  }

  closeRun(change: Change | undefined): void {
    this.#flush(change);
    this.#open.pop();
  }

  write(text: string): void {
    const run = this.#run;
    if (run) run.text += text;
  }

  call(note: string, change: Change | undefined): void {
    this.#flush(change);
    this.#add({ text: NOTE, isBold: false, note, ...(change && { change }) });
  }

  begin(bookmark: string): void {
    this.#bookmarks.push(bookmark);
  }

  mark(comment: string, edges: readonly CommentMark["edge"][]): void {
    for (const edge of edges) this.#marks.push({ comment, edge, at: this.length });
  }

  /** UTF-16 units written so far. */
  get length(): number {
    return this.#length + (this.#run?.text.length ?? 0);
  }

  /** `endChange`: the change its end is part of. */
  close(endChange: Change | undefined): ReadParagraph {
    const styles = this.#styles;
    const { style, outline = styles.outlineOf(style), list, listDepth } = this.#says;
    const depth =
      list === "0" ? undefined : (listDepth ?? (list === undefined ? styles.listDepthOf(style) : 0));
    const name = styles.nameOf(style);
    return {
      kind: "paragraph",
      runs: this.#runs,
      ...(endChange && { endChange }),
      ...(styles.isHeading(style) && { isHeading: true }),
      ...(outline !== undefined && outline < 9 && { level: outline + 1 }),
      ...(name !== undefined && { style: name }),
      ...(depth !== undefined && { listDepth: depth }),
      ...(this.#bookmarks.length > 0 && { bookmarks: this.#bookmarks }),
      ...(this.#marks.length > 0 && { commentMarks: this.#marks }),
    };
  }

  /** What was written in the run that is open. */
  #flush(change: Change | undefined): void {
    const run = this.#run;
    if (!run || run.text === "") return;
    const styles = this.#styles;
    const isBold =
      run.isBold ??
      styles.isBold(run.style) ??
      styles.isBold(this.#says.style ?? styles.ofParagraphs) ??
      false;
    this.#add({ text: run.text, isBold, ...(change && { change }) });
    run.text = "";
  }

  #add(run: Run): void {
    this.#runs.push(run);
    this.#length += run.text.length;
  }
}
