// A word-processor file as its reader sees it: paragraphs and tables, with who changed what.
// Every reader of this room gives this, whatever the file's format.

/** A change that was tracked and not yet accepted or refused. */
export interface Change {
  readonly kind: "insertion" | "deletion";
  /** Empty when the file does not say. */
  readonly author: string;
  /** It is half of a move: taken from one place, put in another. */
  readonly isMove?: true;
}

export interface Run {
  /** Tabs as "\t", line breaks inside the paragraph as "\n". */
  readonly text: string;
  readonly isBold: boolean;
  readonly change?: Change;
  /** The id of the footnote or endnote called here; the text is then NOTE alone. */
  readonly note?: string;
}

/** Stands for the call of a note. */
export const NOTE = "\uFFFC";

/** Where a comment's words begin or end: after so many letters of the paragraph's runs. */
export interface CommentMark {
  readonly comment: string;
  readonly edge: "start" | "end";
  readonly at: number;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly runs: readonly Run[];
  /** Its end was inserted, or deleted: it is then one with the next. */
  readonly endChange?: Change;
  /** A title, by its element or its style. */
  readonly isHeading?: true;
  /** Of a title, from 1, when its style or its outline level says it. */
  readonly level?: number;
  /** The name of its style, as a person sees it, when it has one. */
  readonly style?: string;
  /** It is an item of a list; 0 for a list in no other. */
  readonly listDepth?: number;
  /** The bookmarks that begin in it. */
  readonly bookmarks?: readonly string[];
  readonly commentMarks?: readonly CommentMark[];
}

export interface Table {
  readonly kind: "table";
  /** Rows, cells, and what a cell holds. */
  readonly rows: readonly (readonly (readonly Block[])[])[];
}

export type Block = Paragraph | Table;

/** The words of blocks, a line for each paragraph. */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) =>
      block.kind === "paragraph"
        ? block.runs.map(({ text }) => text).join("")
        : block.rows.flat().map((cell) => textOf(cell)),
    )
    .join("\n")
    .trim();
}

/** The texts of headers and footers that say more than a page's number: `3`, `Page 3 sur 12`. */
export function saidInHeaders(headers: readonly string[]): string[] {
  const isSaid = (text: string): boolean => /\p{L}/u.test(text.replace(/\b(?:pages?|p|sur|of|de)\b/gi, ""));
  return [...new Set(headers)].filter(isSaid);
}

export interface Comment {
  readonly author: string;
  readonly text: string;
  /** As the marks in the paragraphs name it. */
  readonly id?: string;
  /** The id of the comment it answers. */
  readonly parent?: string;
  readonly isResolved?: true;
}

export interface OfficeDocument {
  readonly blocks: readonly Block[];
  /** Remarks in the margin. */
  readonly comments: readonly Comment[];
  /** Footnotes and endnotes, in order. */
  readonly notes: readonly string[];
  /** The same with who changed what, by the ids their calls name. */
  readonly noteBodies?: readonly { readonly id: string; readonly blocks: readonly Block[] }[];
  /** Custom properties of the file, by name. */
  readonly properties?: ReadonlyMap<string, string>;
  /** How many tracked changes are of looks alone. */
  readonly formattingChanges?: number;
  /** What the file says of each image, chart or diagram in it; "" when it says nothing. */
  readonly images?: readonly string[];
  /** What stands at the head or the foot of pages, each text once; page numbers are none. */
  readonly headers?: readonly string[];
  /** Lines, from 1, where the file is malformed; 0 for a packed part whose line says nothing. */
  readonly problems: readonly number[];
  /** How many pieces of it could not be read: their words are missing. */
  readonly unread?: number;
}
