// A document with the edits made to it still told apart: what was taken out, what was put in, by
// which edit.
import type { Block, Letter, Made } from "./document.ts";

export type Fate = "same" | "ins" | "del";

export interface EditedLetter extends Letter {
  readonly fate: Fate;
  /** The edit that put it in or took it out. */
  readonly edit?: number;
  /** Its look alone was changed. */
  readonly isRestyled?: true;
  /** Comments that begin before it, and that end after it. */
  readonly opens?: readonly string[];
  readonly closes?: readonly string[];
}

export interface EditedBlock extends Omit<Block, "letters" | "id"> {
  letters: EditedLetter[];
  /** What became of the block's end, and by which edit. */
  end: Fate;
  edit?: number;
  /** The block it was; undefined for a new one. */
  readonly from: Block | undefined;
  /** Both halves of a move, with its words in full. */
  isMove?: true;
  /** Of a note: its call was taken out. */
  isCalledOff?: true;
}

export const editKinds = [
  "insert-word",
  "insert-sentence",
  "delete-word",
  "delete-sentence",
  "replace-word",
  "rewrite-sentence",
  "insert-paragraph",
  "delete-paragraph",
  "delete-quote",
  "split",
  "join",
  "move-paragraph",
  "move-sentence",
  "insert-item",
  "delete-item",
  "insert-row",
  "delete-row",
  "change-cell",
  "change-note",
  "insert-note",
  "rename-heading",
  "move-section",
  "format",
  "comment-words",
  "comment-paragraphs",
  "change-quote",
  "typo",
] as const;

export type EditKind = (typeof editKinds)[number];

export interface Edit {
  readonly id: number;
  readonly kind: EditKind;
  readonly isTracked: boolean;
  /** Words taken out and put in. */
  readonly removed: Set<string>;
  readonly added: Set<string>;
  /** Of a move: the words it passed over, which can as well be said to have moved. */
  readonly passed: Set<string>;
  passedWords: number;
}

export interface Comment {
  readonly id: string;
  readonly edit: number;
  readonly words: string;
  readonly section: number;
  /** The words it is on. */
  readonly on: readonly string[];
}

export interface Edited {
  readonly made: Made;
  readonly blocks: readonly EditedBlock[];
  /** The sections in the order they came back in. */
  readonly order: readonly number[];
  readonly edits: readonly Edit[];
  readonly comments: readonly Comment[];
}

export const textOf = (letters: readonly Letter[]): string => letters.map(({ ch }) => ch).join("");

/** Words as the measures count them. */
export function wordsOf(text: string): string[] {
  return text.match(/\p{L}{3,}/gu) ?? [];
}

export interface AcceptedBlock {
  readonly kind: Block["kind"] | "row";
  readonly text: string;
}

/** What a section says once every edit is accepted; its notes in the order of their calls. */
export function acceptedSection({ blocks }: Pick<Edited, "blocks">, section: number): AcceptedBlock[] {
  return linesOf(blocks, section, "del");
}

function linesOf(all: readonly EditedBlock[], section: number, without: Fate): AcceptedBlock[] {
  const own = all.filter((block) => block.section === section);
  const lines: AcceptedBlock[] = [];
  const calls: string[] = [];
  let open = "";
  let row: number | undefined;
  for (const { kind, letters, end, row: ownRow } of own.filter((each) => each.kind !== "note")) {
    const kept = letters.filter(({ fate }) => fate !== without);
    for (const { note } of kept) if (note !== undefined) calls.push(note);
    open += textOf(kept);
    if (end === without) continue;
    const last = lines.at(-1);
    if (kind === "cell" && ownRow === row && last?.kind === "row")
      lines[lines.length - 1] = { kind: "row", text: `${last.text}\t${open}` };
    else if (open !== "" || kind === "cell") lines.push({ kind: kind === "cell" ? "row" : kind, text: open });
    row = kind === "cell" ? ownRow : undefined;
    open = "";
  }
  const notes = new Map(
    own.flatMap((each) => (each.kind === "note" ? [[each.label ?? "", each] as const] : [])),
  );
  for (const call of calls) {
    const note = notes.get(call);
    if (note === undefined) throw new Error(`no note ${call}`);
    lines.push({ kind: "note", text: textOf(note.letters.filter(({ fate }) => fate !== without)) });
  }
  return lines;
}
