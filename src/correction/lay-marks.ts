// Marks of the source that stand among words: what stays of them when words go.

/** What stands between two letters in the source and is neither. */
export interface Mark {
  readonly text: string;
  /** It stands after a space: it begins something. */
  readonly isOpening: boolean;
}

export const noMark: Mark = { text: "", isOpening: false };

export const spelledOut = (marks: readonly Mark[]): string => marks.map(({ text }) => text).join("");

/** Marks without those that would hold nothing: two of a kind side by side, a link around no words. */
export function settled(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks) {
    const last = kept.at(-1);
    const { text } = last ?? noMark;
    const isEmpty = text !== "" && (text === mark.text || (text === "[" && mark.text.startsWith("](")));
    if (isEmpty) kept[kept.length - 1] = noMark;
    else if (mark.text !== "" || last === undefined) kept.push(mark);
  }
  return kept;
}
