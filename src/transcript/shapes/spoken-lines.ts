// A line of words as its file has it: what a plain text and a document share when they say who speaks.

export interface Times {
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/** Who says what, when a table's columns say so. */
export interface Told {
  readonly label: string;
  readonly words: string;
  /** The column's heading says that it holds names. */
  readonly isSure: boolean;
}

export interface SpokenLine {
  /** Trimmed and not empty; a tab is where the file has one. */
  readonly text: string;
  /** How many characters at its start are in bold; none in a plain text. */
  readonly bold: number;
  /** False for what follows a line break inside a paragraph. */
  readonly startsParagraph: boolean;
  /** From 1, in a file that has lines. */
  readonly number?: number;
  readonly told?: Told;
  /** What other cells of its row say of when. */
  readonly times?: Times;
  /** Nobody says it, beside those who speak: a row of a table that is no one's, a heading unless it names who speaks. */
  readonly apart?: "row" | "heading";
}
