// A paragraph of an OpenDocument text while it is read: its words, and what is anchored in them.
import { NOTE, type Block, type Change, type CommentMark, type Paragraph, type Run } from "./document.ts";

/** What its element and its style say of a paragraph. */
export type ParagraphShape = Pick<Paragraph, "isHeading" | "level" | "style" | "listDepth">;

/** Marks, when it is known, where a comment begins or ends. */
export type Mark = (comment: string, edge: CommentMark["edge"]) => void;

/** What is written gives how many UTF-16 units were. */
export class OpenParagraph {
  /** Of the spans open in it: bold, or not, or as what stands around. */
  readonly spans: (boolean | undefined)[] = [];
  /** What is anchored in it stands after it. */
  readonly boxes: Block[] = [];
  /** How many places were open around it. */
  readonly depth: number;
  readonly #shape: ParagraphShape;
  readonly #isBold: boolean;
  #runs: Run[] = [];
  #bookmarks: string[] = [];
  #marks: CommentMark[] = [];
  /** UTF-16 units of the runs. */
  #length = 0;
  /** White space that follows is one with what stands before, whatever was deleted between. */
  #isAfterSpace = true;

  constructor(shape: ParagraphShape, isBold: boolean, depth: number) {
    this.#shape = shape;
    this.#isBold = isBold;
    this.depth = depth;
  }

  /** White space is one space, and none at the start of a paragraph (section 6.1.2). */
  writeText(source: string, change: Change | undefined): number {
    const text = source.replace(/[ \t\r\n]+/g, " ");
    return this.write(this.#isAfterSpace && text.startsWith(" ") ? text.slice(1) : text, change);
  }

  write(text: string, change: Change | undefined): number {
    if (text === "") return 0;
    const isBold = this.spans.findLast((each) => each !== undefined) ?? this.#isBold;
    const last = this.#runs.at(-1);
    if (last?.isBold === isBold && last.change === change && last.note === undefined)
      this.#runs[this.#runs.length - 1] = { ...last, text: last.text + text };
    else this.#runs.push({ text, isBold, ...(change && { change }) });
    this.#length += text.length;
    this.#isAfterSpace = text.endsWith(" ");
    return text.length;
  }

  call(note: string, change: Change | undefined): void {
    this.#runs.push({ text: NOTE, isBold: false, note, ...(change && { change }) });
    this.#length += NOTE.length;
  }

  bookmark(name: string): void {
    this.#bookmarks.push(name);
  }

  mark(comment: string, edge: CommentMark["edge"]): void {
    this.markHere()(comment, edge);
  }

  /** Marks this place, later on. */
  markHere(): Mark {
    const [marks, at] = [this.#marks, this.#length];
    return (comment, edge) => {
      marks.push({ comment, edge, at });
    };
  }

  /** Puts deleted words where they were. */
  putBack({ runs, commentMarks = [] }: Paragraph): void {
    for (const mark of commentMarks) this.#marks.push({ ...mark, at: mark.at + this.#length });
    for (const run of runs) {
      this.#runs.push(run);
      this.#length += run.text.length;
    }
  }

  /** What was read until here, as a paragraph; what follows is another. */
  cut(endChange: Change | undefined): Paragraph {
    const [runs, bookmarks, commentMarks] = [this.#runs, this.#bookmarks, this.#marks];
    [this.#runs, this.#bookmarks, this.#marks, this.#length] = [[], [], [], 0];
    return {
      kind: "paragraph",
      runs,
      ...this.#shape,
      ...(endChange && { endChange }),
      ...(bookmarks.length > 0 && { bookmarks }),
      // More may be marked in it later.
      commentMarks,
    };
  }
}
